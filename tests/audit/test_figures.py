"""The figures of a report show the right bars and have the right size."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from typing import Any

import pytest

import quotex
from quotex.errors import OptionError
from quotex.records import Speaker
from quotex.result import Extraction
from tests.audit.builders import gazette, herald, nasty
from tests.write.builders import TEXT, quotation

FIGURES = ("speakers", "roles", "kinds", "months", "forms", "named")


@pytest.fixture(autouse=True)
def _drawn_in_memory() -> Iterator[None]:
    matplotlib = pytest.importorskip("matplotlib", reason="the extra figures is not installed")
    matplotlib.use("Agg")
    yield
    sys.modules["matplotlib.pyplot"].close("all") if "matplotlib.pyplot" in sys.modules else None


def bars(ax: Any, *, upright: bool = False) -> dict[str, dict[str, float]]:
    """Return the length of each bar drawn, by its label and its part."""
    axis = ax.get_xticklabels() if upright else ax.get_yticklabels()
    labels = [label.get_text() for label in axis]
    found: dict[str, dict[str, float]] = {label: {} for label in labels}
    for container in ax.containers:
        for label, patch in zip(labels, container.patches, strict=True):
            length = patch.get_height() if upright else patch.get_width()
            if length:
                found[label][container.get_label()] = length
    return found


def test_speakers_with_a_name_by_form() -> None:
    ax = quotex.report([herald(), gazette()]).plot_speakers()
    assert bars(ax) == {"Ada Roe": {"direct": 1, "indirect": 1}, "Tom Ellery": {"direct": 1}}
    assert ax.yaxis_inverted()
    assert [text.get_text() for text in ax.get_legend().get_texts()] == [
        "direct", "mixed", "indirect",
    ]  # fmt: skip
    assert set(bars(quotex.report([herald(), gazette()]).plot_speakers(top=1))) == {"Ada Roe"}


def test_segments_of_a_bar_are_stacked() -> None:
    ax = quotex.report([herald(), gazette()]).plot_months()
    assert bars(ax, upright=True) == {
        "2024-04": {"direct": 1, "indirect": 1},
        "2024-05": {"direct": 1, "mixed": 1, "indirect": 2},
    }
    indirect = ax.containers[2].patches
    assert [patch.get_y() for patch in indirect] == [1, 2]


def test_roles_and_kinds() -> None:
    report = quotex.report([herald(), gazette()])
    assert bars(report.plot_roles()) == {"Mayor": {"direct": 1}, "diver": {"direct": 1}}
    assert bars(report.plot_kinds()) == {
        "person": {"direct": 2, "indirect": 2},
        "government": {"mixed": 1},
        "unknown": {"indirect": 1},
    }


def test_shares_by_outlet() -> None:
    report = quotex.report([herald(), gazette()])
    assert bars(report.plot_forms()) == {
        "Herald": {"direct": 0.25, "mixed": 0.25, "indirect": 0.5},
        "Gazette": {"direct": 0.5, "indirect": 0.5},
    }
    assert bars(report.plot_named()) == {
        "Herald": {"named": 0.25, "not named": 0.5, "unknown": 0.25},
        "Gazette": {"named": 1},
    }


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_drawn_on_given_axes_at_a_fitting_size(name: str) -> None:
    import matplotlib.pyplot as plt

    report = quotex.report([herald(), gazette(), nasty()])
    _, ax = plt.subplots()
    assert getattr(report, f"plot_{name}")(ax) is ax
    axes = getattr(report, f"plot_{name}")()
    width, height = axes.figure.get_size_inches()
    assert 4 <= width <= 12
    assert 1.5 <= height <= 12
    stream = io.BytesIO()
    axes.figure.savefig(stream, format="png", dpi=50)
    assert stream.tell() > 2000


@pytest.mark.parametrize("name", FIGURES)
def test_no_data_gives_an_empty_figure(name: str) -> None:
    ax = getattr(quotex.report([]), f"plot_{name}")()
    assert not ax.patches
    assert ax.get_title()


def test_names_with_the_same_short_form_keep_separate_bars() -> None:
    people = [
        Speaker(name=f"{'Maria ' * 8}{last}", kind="organization", named=True)
        for last in ("Harbour", "Bridge")
    ]
    said = [quotation(TEXT, [w], speaker=s) for w, s in zip(("ferry", "quay"), people, strict=True)]
    article = quotex.Article(text=TEXT)
    assert len(bars(quotex.report(Extraction.of(article, said)).plot_speakers())) == 2


def test_without_matplotlib_the_error_names_the_fix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.pyplot", None)
    with pytest.raises(OptionError, match=r"quotex\[figures\]"):
        quotex.report([herald()]).plot_months()
