"""Figures for a report, one function each; needs matplotlib: ``pip install quotex[figures]``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, get_args

from quotex.audit.table import Row, Table
from quotex.errors import OptionError
from quotex.records import Kind
from quotex.write.plain import shorten

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from quotex.audit.report import Report

# From Okabe and Ito: people with the common forms of colour blindness can tell them apart.
_COLOURS = {
    "direct": "#0072b2", "mixed": "#56b4e9", "indirect": "#e69f00",
    "named": "#0072b2", "not named": "#e69f00", "unknown": "#999999",
}  # fmt: skip
_FORMS: tuple[Kind, ...] = get_args(Kind)
_LONGEST = 32  # characters of a label
_UNKNOWN = "unknown"


def plot_speakers(report: Report, ax: Axes | None = None, *, top: int = 15) -> Axes:
    """Draw the quotations of the ``top`` named speakers, by form, as bars."""
    rows = [row for row in report.speakers if row["named"] == "named"][:top]
    return _by_form(rows, "speaker", ax, "Who is quoted")


def plot_roles(report: Report, ax: Axes | None = None, *, top: int = 15) -> Axes:
    """Draw how often people in the ``top`` roles are quoted, by form, as bars."""
    rows = [row for row in report.roles if row["role"] is not None][:top]
    return _by_form(rows, "role", ax, "In which role")


def plot_kinds(report: Report, ax: Axes | None = None) -> Axes:
    """Draw how often each kind of speaker is quoted, by form, as bars."""
    return _by_form(list(report.kinds), "kind", ax, "What kind of speaker")


def plot_months(report: Report, ax: Axes | None = None) -> Axes:
    """Draw the quotations in the articles of each month, by form, as columns."""
    rows = [row for row in report.months if row["month"] is not None]
    ax = _axes(ax, len(rows), upright=True)
    labels = [str(row["month"]) for row in rows]
    below = [0.0] * len(rows)
    for form in _FORMS:
        heights = [_number(row[form]) for row in rows]
        ax.bar(labels, heights, bottom=below, color=_COLOURS[form], label=form)
        below = [base + height for base, height in zip(below, heights, strict=True)]
    ax.set(title="Quotations by month", ylabel="quotations")
    ax.tick_params(axis="x", labelrotation=45 if len(rows) > 6 else 0)
    return _with_legend(ax)


def plot_forms(report: Report, ax: Axes | None = None) -> Axes:
    """Draw the share of direct, mixed and indirect quotations at each outlet, as bars."""
    counts = _counts(report.by("outlet", "form"), "form")
    return _shares(counts, _FORMS, ax, "How speakers are quoted")


def plot_named(report: Report, ax: Axes | None = None) -> Axes:
    """Draw the share of quotations by named, unnamed and unknown speakers at each outlet."""
    counts = _counts(report.by("outlet", "named"), "named")
    return _shares(counts, ("named", "not named", _UNKNOWN), ax, "Speakers with a name")


def _by_form(rows: Sequence[Row], label: str, ax: Axes | None, title: str) -> Axes:
    ax = _axes(ax, len(rows))
    labels = _labels([row[label] for row in rows])
    left = [0.0] * len(rows)
    for form in _FORMS:
        widths = [_number(row[form]) for row in rows]
        ax.barh(labels, widths, left=left, color=_COLOURS[form], label=form)
        left = [base + width for base, width in zip(left, widths, strict=True)]
    ax.invert_yaxis()
    ax.set(title=title, xlabel="quotations")
    return _with_legend(ax)


def _shares(
    counts: Mapping[object, Mapping[str, float]], parts: Sequence[str], ax: Axes | None, title: str
) -> Axes:
    ax = _axes(ax, len(counts))
    labels = _labels(list(counts))
    left = [0.0] * len(counts)
    for part in parts:
        shares = [own.get(part, 0) / sum(own.values()) for own in counts.values()]
        if not any(shares):
            continue
        ax.barh(labels, shares, left=left, color=_COLOURS[part], label=part)
        left = [base + share for base, share in zip(left, shares, strict=True)]
    ax.invert_yaxis()
    ax.set(title=title, xlabel="share of quotations", xlim=(0, 1))
    return _with_legend(ax)


def _counts(table: Table, part: str) -> dict[object, dict[str, float]]:
    """Return the number of quotations by outlet and part, largest outlets first."""
    counts: dict[object, dict[str, float]] = {}
    for row in table:
        counts.setdefault(row["outlet"], {})[str(row[part] or _UNKNOWN)] = _number(
            row["quotations"]
        )
    return dict(sorted(counts.items(), key=lambda item: -sum(item[1].values())))


def _labels(names: Sequence[object]) -> list[str]:
    """Return short labels that all differ, since equal ones would share a bar."""
    made: list[str] = []
    for name in names:
        label = shorten(_UNKNOWN if name is None else str(name), _LONGEST)
        while label in made:
            label += "\u200b"
        made.append(label.replace("$", r"\$"))  # not a formula
    return made


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _axes(ax: Axes | None, bars: int, *, upright: bool = False) -> Axes:
    if ax is not None:
        return ax
    try:
        import matplotlib.pyplot as plt
    except ImportError as error:
        raise OptionError('a figure needs matplotlib: pip install "quotex[figures]"') from error
    size = (max(4.0, 0.5 * bars + 2), 3.5) if upright else (7.0, max(1.8, 0.32 * bars + 1.2))
    return plt.subplots(figsize=size, layout="constrained")[1]


def _with_legend(ax: Axes) -> Axes:
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)
    if ax.get_legend_handles_labels()[0]:
        ax.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False)  # beside the bars
    return ax
