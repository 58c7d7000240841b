"""Writes the model's card: a template, filled with measured figures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from string import Template

from models.stanza.measuring.measure import (
    Measured,
    agreement,
    measure,
    spacy_engine,
    stanza_engine,
)
from models.stanza.measuring.score import Count
from models.stanza.prepare import Corpora, sentences
from models.stanza.settings import NAMES, PACKAGE
from models.stanza.steps import minutes
from models.stanza.texts import texts

_TEMPLATE = Path(__file__).with_name("card.md")
_STATE = Path(__file__).with_name("shipped.md")  # how the shipped weights were trained
_ROWS = {
    "sentences": "sentences",
    "tokens": "tokens",
    "words": "words",
    "UPOS": "UPOS",
    "XPOS": "XPOS",
    "lemmas": "lemmas, in small letters",
    "UAS": "UAS",
    "LAS": "LAS, without subtypes",
    "comparable heads": "comparable heads",
    "names": "names",
    "names: person": "names of people",
    "names: organization": "names of organisations",
    "names: place": "names of places",
}
_OTHER_SCHEME = frozenset({"UAS", "LAS"})
_MIN_COUNT = 10  # labels that the teacher finds less often are left out of the table


def write_card(folder: Path, corpora: Corpora, news: Path, work: Path) -> str:
    """Measure the models in ``folder``, write its ``README.md``, and return it."""
    mine, theirs = stanza_engine(folder), spacy_engine()
    both = [measure(mine, corpora), measure(theirs, corpora)]
    held_out = corpora.split().held_out
    vectors = _vector_count(folder)
    text = Template(_TEMPLATE.read_text("utf-8")).substitute(
        package=PACKAGE,
        processors=",".join(NAMES),
        vectors=f"{vectors:,}",
        held=len(held_out),
        held_words=f"{sum(len(one.words) for one in sentences(held_out)):,}",
        spacy=both[1].name,
        figures=_figures(both),
        news=len(list(texts([news]))),
        agreement=_agreement(agreement(mine, theirs, news)),
        sizes=_sizes(folder),
        state=_STATE.read_text("utf-8").strip(),
        minutes=", ".join(f"{name} {taken:g}" for name, taken in minutes(work).items()),
    )
    (folder / "README.md").write_text(text, "utf-8")
    return text


def _figures(both: Sequence[Measured]) -> str:
    lines = [f"| | {both[0].name} | {both[1].name} |", "|---|---|---|"]
    for name, label in _ROWS.items():
        cells = [
            "–" if name in _OTHER_SCHEME and number else f"{one.scores[name].f1:.3f}"
            for number, one in enumerate(both)
        ]
        lines.append(f"| {label} | {' | '.join(cells)} |")
    speeds = " | ".join(f"{one.words_per_second:,.0f}" for one in both)
    lines.append(f"| words a second of processor time, one thread, this run | {speeds} |")
    return "\n".join(lines)


def _agreement(counts: dict[str, Count]) -> str:
    lines = ["| label | agreement | precision | recall | of the teacher |", "|---|---|---|---|---|"]
    for label, count in sorted(counts.items(), key=lambda item: -item[1].gold):
        if count.gold >= _MIN_COUNT:
            rates = f"{count.f1:.3f} | {count.precision:.3f} | {count.recall:.3f}"
            lines.append(f"| {label} | {rates} | {count.gold} |")
    return "\n".join(lines)


def _sizes(folder: Path) -> str:
    lines, total = ["| file | MB |", "|---|---|"], 0
    for path in sorted(folder.rglob("*.pt")):
        size = path.stat().st_size
        total += size
        lines.append(f"| `{path.relative_to(folder).as_posix()}` | {size / 1e6:.1f} |")
    return "\n".join([*lines, f"| together | {total / 1e6:.1f} |"])


def _vector_count(folder: Path) -> int:
    import torch

    path = folder / "en" / "pretrain" / f"{PACKAGE}.pt"
    return len(torch.load(path, map_location="cpu", weights_only=True)["emb"]) - 4
