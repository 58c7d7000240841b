"""Writes a model's card: a template, filled with measured figures and the texts of a note."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from string import Template

from models.training.measuring.genres import Genre, table
from models.training.measuring.measure import Measured, require_rates
from models.training.measuring.note import DataNote
from quotex.evaluation.overlap import Rates
from quotex.parse.models import installed_model, model_version
from quotex.quotations.model.config import read_config

_TEMPLATE = Path(__file__).with_name("card.md")
CARD = "README.md"


def write_card(
    folder: Path, measured: Sequence[Measured], note: DataNote, world: Sequence[Genre] = ()
) -> None:
    """Write ``README.md`` to the model's folder."""
    (folder / CARD).write_text(card(folder, measured, note, world), "utf-8")


def card(
    folder: Path, measured: Sequence[Measured], note: DataNote, world: Sequence[Genre] = ()
) -> str:
    """Return the card of the model in ``folder``, with measured figures and the note's texts.

    ``world`` has the figures on world news; without them, the card says that there are none.
    """
    config, language = read_config(folder), installed_model()
    return Template(_TEMPLATE.read_text("utf-8")).substitute(
        name=config.name,
        version=config.version,
        capacity=config.decoding.capacity,
        articles=measured[0].spans.articles,
        gold=measured[0].spans.gold,
        language=f"{language} {model_version(language)}",
        figures=_figures(measured),
        world=f"{note.world}\n\n{table(world)}" if world else "Not measured.",
        curve="\n\n".join(_curve(one) for one in measured if one.detector != "rules"),
        files=_files(folder),
        training=_indented(note.training),
        measured_on=note.measured_on,
        about_figures=note.figures,
        limits=note.limits,
        failures=note.failures,
    )


def _indented(text: str) -> str:
    return text.replace("\n", "\n  ")


def _figures(measured: Sequence[Measured]) -> str:
    names = " | ".join(f"`{one.detector}`" for one in measured)
    lines = [f"| F1 (precision / recall) | {names} |", "|---" * (len(measured) + 1) + "|"]
    lines.extend(
        _row(row, [require_rates(getattr(one.spans, row)) for one in measured])
        for row in ("exact", "overlap", "attributed", "token")
    )
    for kind in ("direct", "mixed", "indirect"):
        count = measured[0].spans.kinds[kind].gold
        rates = [require_rates(one.spans.kinds[kind].attributed) for one in measured]
        lines.append(_row(f"{kind} attributed ({count})", rates))
    speeds = " | ".join(f"{one.words_per_second:,.0f}" for one in measured)
    errors = " | ".join(f"{one.error:.3f}" for one in measured)
    lines.append(f"| words a second, one thread, this run | {speeds} |")
    lines.append(f"| expected calibration error | {errors} |")
    return "\n".join(lines)


def _row(name: str, rates: Sequence[Rates]) -> str:
    cells = (f"{r.f1:.3f} ({r.precision:.3f} / {r.recall:.3f})" for r in rates)
    return f"| {name} | {' | '.join(cells)} |"


def _curve(one: Measured) -> str:
    lines = [f"| `{one.detector}`: confidence at least | precision | recall |", "|---|---|---|"]
    lines.extend(f"| {level:.2f} | {p:.3f} | {r:.3f} |" for level, p, r in one.curve)
    return "\n".join(lines)


def _files(folder: Path) -> str:
    lines = ["| file | bytes | SHA-256 |", "|---|---|---|"]
    for path in sorted(folder.iterdir()):
        if path.name != CARD:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            lines.append(f"| `{path.name}` | {path.stat().st_size:,} | `{digest}` |")
    return "\n".join(lines)
