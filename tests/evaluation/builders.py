"""Small builders for gold articles and predicted quotations, and the reference scorers."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest

from quotex.evaluation.gold import GoldArticle, GoldAttribution
from quotex.evaluation.report import predictions
from quotex.records import Mode, Quotation, Span, Speaker, SpeechDate, Venue, VenueKind
from quotex.result import Extraction

SHARED = Path(__file__).parents[2].parent / "shared"
WORD = re.compile(r"\w+")
MODES: tuple[Mode, ...] = get_args(Mode)

needs_shared = pytest.mark.skipif(
    not (SHARED / "eval" / "score.py").is_file(),
    reason="the reference scorers and corpora (../shared) are not on this machine",
)
needs_news = pytest.mark.skipif(
    not (SHARED / "eval" / "score_news.py").is_file(),
    reason="the reference scorer of world news (../shared) is not on this machine",
)

INVENTED = [
    {
        "id": "ferry",
        "date": "2021-03-05",
        "title": "Ferry stays in port",
        "text": (
            "The harbour master, Odile Brandt, said on Tuesday in Varnholm that the old ferry "
            "would “not sail again” before June.\n\n"
            '"We have no spare engine," she told the Varnholm Courier. "And no money for one.\n'
            "Islanders doubt that. A fisherman called the plan «a bad joke» at a town meeting.\n"
            "According to the owners' statement, repairs cost 4,000 crowns."
        ),
        "attributions": [
            {
                "id": "F1", "source": ["The harbour master, Odile Brandt"], "cue": ["said"],
                "content": ["that the old ferry would “not sail again” before June"],
                "speaker": "Odile Brandt", "aliases": ["Brandt"], "named": True,
                "date": {"from": "2021-03-02", "to": "2021-03-02", "scope": "explicit"},
                "venues": [{"kind": "place", "text": "Varnholm", "scope": "explicit"}],
            },
            {
                "id": "F2", "source": ["she"], "cue": ["told the Varnholm Courier"],
                "content": ['"We have no spare engine,"', "And no money for one"],
                "speaker": "Odile Brandt", "aliases": ["Brandt"], "named": True,
                "date": {"from": "2021-03-01", "to": "2021-03-04", "scope": "inherited"},
                "venues": [{"kind": "medium", "text": "Varnholm Courier", "scope": "explicit"}],
            },
            {
                "id": "F3", "source": ["Islanders"], "cue": ["doubt"], "content": ["that."],
                "speaker": "Islanders", "aliases": [], "named": False, "date": None, "venues": [],
            },
            {
                "id": "F4", "source": ["A fisherman"], "cue": ["called"],
                "content": ["«a bad joke»"],
                "speaker": "fisherman", "aliases": [], "named": False, "date": None,
                "venues": [{"kind": "event", "text": "town meeting", "scope": "explicit"}],
            },
            {
                "id": "F5", "source": [], "cue": ["According to"],
                "content": ["repairs cost 4,000 crowns"],
                "speaker": None, "aliases": [], "named": False, "date": None,
                "venues": [{"kind": "medium", "text": "statement", "scope": "explicit"}],
            },
            {
                "id": "F6", "source": [], "cue": [], "content": ["."],
                "speaker": None, "aliases": [], "date": None, "venues": [],
            },
            {
                "id": "F7", "source": ["owners"], "cue": [], "content": [],
                "speaker": "the owners", "aliases": [], "date": None, "venues": [],
            },
        ],
    },
    {
        "id": "orchard",
        "text": (
            "“Frost took half the pears”, Dr. Ilse Novak's report says. Novak told a radio show "
            "last week: “Next year we plant quince.” Her neighbours disagree, the mayor wrote."
        ),
        "attributions": [
            {
                "id": "O1", "source": ["Dr. Ilse Novak's report"], "cue": ["says"],
                "content": ["“Frost took half the pears”"],
                "speaker": "Ilse Novak", "aliases": ["Novak"], "date": None,
                "venues": [{"kind": "medium", "text": "report", "scope": "explicit"}],
            },
            {
                "id": "O2", "source": ["Novak"], "cue": ["told"],
                "content": ["“Next year we plant quince.”"],
                "speaker": "Ilse Novak", "aliases": ["Novak"],
                "date": {"from": "2021-05-03", "to": "2021-05-09"},
                "venues": [
                    {"kind": "medium", "text": "a radio show", "scope": "explicit"},
                    {"kind": "event", "text": "radio show", "scope": "explicit"},
                ],
            },
            {
                "id": "O3", "source": ["the mayor"], "cue": ["wrote"],
                "content": ["Her neighbours disagree"],
                "speaker": "mayor", "aliases": [], "named": False, "date": None, "venues": [],
            },
        ],
    },
]  # fmt: skip


def with_offsets(article: Mapping[str, Any]) -> dict[str, Any]:
    """Replace the strings of source, cue and content by their first offsets in the text."""
    text = article["text"]
    roles = ("source", "cue", "content", "content_alt")
    found = [
        {**a, **{r: [located(text, part) for part in a[r]] for r in roles if r in a}}
        for a in article["attributions"]
    ]
    return {**article, "attributions": found}


def located(text: str, part: str) -> list[int]:
    """Return the offsets of the first occurrence of ``part`` in ``text``."""
    start = text.index(part)
    return [start, start + len(part)]


def spans(text: str, *parts: str) -> tuple[Span, ...]:
    """Return the first occurrence of each part as a span."""
    return tuple(Span.of(text, *located(text, part)) for part in parts)


def quotation(
    text: str,
    content: Sequence[str],
    *,
    source: Sequence[str] = (),
    cue: Sequence[str] = (),
    speaker: str | None = None,
    day_range: tuple[date, date] | None = None,
    venues: Iterable[tuple[VenueKind, str]] = (),
    mode: Mode = "speech",
    confidence: float = 0.5,
) -> Quotation:
    """Build a predicted quotation from strings of the text."""
    return record(
        spans(text, *content),
        source=spans(text, *source),
        cue=spans(text, *cue),
        speaker=speaker,
        date=speech_date(text, *day_range) if day_range else None,
        venues=tuple(
            Venue(kind=kind, span=spans(text, name)[0], scope="explicit") for kind, name in venues
        ),
        mode=mode,
        confidence=confidence,
    )


def record(content: tuple[Span, ...], *, speaker: str | None = None, **fields: Any) -> Quotation:
    """Build a quotation, filling in the fields that the scorers do not read."""
    named = Speaker(name=speaker, kind="unknown", named=True) if speaker else None
    id_ = "q-" + "-".join(f"{span.start}.{span.end}" for span in content)
    return Quotation(
        id=id_, kind="indirect", stance="asserts", content=content, speaker=named,
        **{"mode": "speech", "confidence": 0.5, **fields},
    )  # fmt: skip


def speech_date(text: str, from_: date, to: date) -> SpeechDate:
    """Build a predicted date; its evidence is the start of the text."""
    evidence = Span.of(text, 0, 1)
    values = {"from": from_, "to": to, "evidence": evidence, "scope": "explicit"}
    return SpeechDate.model_validate(values)


def perturbed(article: GoldArticle, rng: random.Random) -> Extraction:
    """Return the gold of an article as predictions with random mistakes."""
    kept = [a for a in article.attributions if a.content and rng.random() < 0.85]
    kept += [a for a in kept if rng.random() < 0.1]  # the same content predicted twice
    quotations = [_perturbed_one(article, a, rng) for a in kept]
    return Extraction.of(article.article(), [q for q in quotations if q.content])


def _perturbed_one(article: GoldArticle, gold: GoldAttribution, rng: random.Random) -> Quotation:
    text = article.text
    other = rng.choice(article.attributions) if rng.random() < 0.2 else gold
    return record(
        _jittered(text, gold.content, rng),
        source=_jittered(text, other.source, rng) if rng.random() < 0.9 else (),
        cue=_jittered(text, gold.cue, rng),
        speaker=_name(other, rng),
        date=_date(text, other, rng),
        venues=_venues(text, other, rng),
        mode=gold.mode if gold.mode and rng.random() < 0.9 else rng.choice(MODES),
        confidence=rng.random(),
    )


def _jittered(text: str, wanted: Iterable[tuple[int, int]], rng: random.Random) -> tuple[Span, ...]:
    """Move the ends of some spans by a word or two."""
    words = [match.span() for match in WORD.finditer(text)]
    moved = []
    for start, end in wanted:
        inside = [i for i, (a, b) in enumerate(words) if a < end and start < b]
        if inside and rng.random() < 0.5:
            first = min(len(words) - 1, max(0, inside[0] + rng.randint(-2, 2)))
            last = min(len(words) - 1, max(first, inside[-1] + rng.randint(-2, 2)))
            start, end = words[first][0], words[last][1]
        moved.append(Span.of(text, start, end))
    return tuple(moved)


def _name(gold: GoldAttribution, rng: random.Random) -> str | None:
    if rng.random() < 0.1:
        return rng.choice([None, "the Nobody"])
    known = [gold.speaker, *gold.aliases] if gold.speaker else [None]
    name = rng.choice(known)
    return f"The {name.upper()}\u2019s" if name and rng.random() < 0.2 else name


def _date(text: str, gold: GoldAttribution, rng: random.Random) -> SpeechDate | None:
    if gold.date is None:
        return speech_date(text, date(2020, 1, 1), date(2020, 1, 1)) if rng.random() < 0.1 else None
    if rng.random() < 0.2:
        return None
    shift, longer = timedelta(rng.choice([0, 0, 0, 1])), timedelta(rng.choice([0, 0, 2]))
    return speech_date(text, gold.date.from_ + shift, gold.date.to + shift + longer)


def _venues(text: str, gold: GoldAttribution, rng: random.Random) -> tuple[Venue, ...]:
    kinds: tuple[VenueKind, ...] = ("place", "event", "medium")
    return tuple(
        Venue(
            kind=rng.choice(kinds) if rng.random() < 0.2 else venue.kind,
            span=spans(text, venue.text if rng.random() < 0.7 else venue.text.split()[-1])[0],
            scope="explicit",
        )
        for venue in gold.venues
        if venue.text in text and rng.random() < 0.9
    )


def write_lines(path: Path, values: Iterable[Mapping[str, Any]]) -> Path:
    """Write values as JSON lines, and return the path."""
    path.write_text("".join(json.dumps(value) + "\n" for value in values), encoding="utf-8")
    return path


def corpus(name: str, folder: Path, step: int = 1) -> Path:
    """Write every ``step``-th article of a corpus file to a new file."""
    lines = (SHARED / "corpora" / name).read_text(encoding="utf-8").split("\n")
    path = folder / "gold.jsonl"
    path.write_text("\n".join([line for line in lines if line][::step]), encoding="utf-8")
    return path


def invented(folder: Path) -> Path:
    """Write the invented gold."""
    return write_lines(folder / "gold.jsonl", [with_offsets(article) for article in INVENTED])


def reference(script: str, gold: Path, extractions: Iterable[Extraction], *options: str) -> str:
    """Return the output of a reference scorer for these predictions."""
    predicted = write_lines(gold.with_name("predicted.jsonl"), predictions(extractions))
    done = subprocess.run(
        [sys.executable, str(SHARED / "eval" / script), str(gold), str(predicted), *options],
        capture_output=True, text=True, encoding="utf-8", check=True,
        env={"PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    return done.stdout


def with_zeros(figures: Any) -> Any:
    """Return figures, or the text of their table, with the zeros that the reference has.

    It writes 0 where there is nothing to measure.
    """
    if isinstance(figures, str):
        return figures.replace("–", "0.000")
    if isinstance(figures, dict):
        return {name: with_zeros(figure) for name, figure in figures.items()}
    return 0.0 if figures is None else figures


def by_id(extractions: Iterable[Extraction]) -> dict[str, tuple[Quotation, ...]]:
    """Return the quotations of each article, by its id."""
    return {extraction.article.id: extraction.quotations for extraction in extractions}
