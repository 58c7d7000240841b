"""Converts extractions to brat's standoff files, and these back to spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import NamedTuple

from quotex.exports.common import Identifiers, identifiers, interval, text_of
from quotex.exports.standoff import (
    Attribute,
    Fragments,
    Note,
    Relation,
    Standoff,
    TextBound,
    fragments_of,
    read_standoff,
    spans_of,
)
from quotex.quotations.given import GivenSpans
from quotex.records import ExtractionRecord, KnownSpeaker, Quotation, Spans

_ID = "QuotationId"
_NOTE = "AnnotatorNotes"
_ROLES = {"attributed-to": "source", "cued-by": "cue"}


class Brat(NamedTuple):
    """The two files of a document: ``text`` for ``.txt``, ``annotations`` for ``.ann``.

    Write both in UTF-8 and keep the line ends as they are (``open(…, newline="")``).
    """

    text: str
    annotations: str


def brat_configuration() -> str:
    """Return the ``annotation.conf`` that brat needs in the folder of these annotations."""
    return files("quotex.exports").joinpath("annotation.conf").read_text("utf-8")


def to_brat(extraction: ExtractionRecord, *, people: Iterable[KnownSpeaker] = ()) -> Brat:
    """Return an article as brat's two files.

    Each quotation is a ``Content`` with relations to its ``Source``, ``Cue``, ``Day`` and ``Venue``
    and to the content that it is ``within``; kind, mode, stance and scope are attributes, and the
    id, the speaker and the days are notes. Offsets count code points in both formats. A span
    across a line break has one fragment per line, as brat requires.

    Raises:
        InputError: the extraction has no text: it was read back from JSON, or was unreadable.
    """
    writer = _Writer(text_of(extraction, "brat"), extraction.article.id, identifiers(people))
    for quotation in extraction.quotations:
        writer.add(quotation)
    return Brat(writer.text, str(writer.standoff(extraction.quotations)))


def from_brat(text: str, annotations: str) -> list[GivenSpans]:
    """Return the spans of each quotation in an ``.ann`` file, in the order of their content.

    Each ``Content`` is one quotation; "attributed-to" leads to its sources, "cued-by" to its cues.
    Annotations of other types are ignored. ``extractor.attribute(text, spans)`` turns the spans
    into an extraction.

    Args:
        text: the ``.txt`` file, read in UTF-8 with ``newline=""``.
        annotations: the ``.ann`` file.

    Raises:
        InputError: a line is not in brat's format, or its words are not at its offsets.
    """
    read = read_standoff(annotations, text)
    bounds = {bound.id: spans_of(text, bound.fragments) for bound in read.text_bounds}
    ids = {note.target: note.text.strip() for note in read.notes if note.type == _ID}
    found: dict[str, dict[str, list[tuple[int, int]]]] = {
        bound.id: {"source": [], "cue": []} for bound in read.text_bounds if bound.type == "Content"
    }
    for relation in read.relations:
        if relation.type in _ROLES and relation.first in found:
            found[relation.first][_ROLES[relation.type]] += bounds.get(relation.second, ())
    made = [
        GivenSpans(
            content=bounds[name],
            source=tuple(sorted(roles["source"])),
            cue=tuple(sorted(roles["cue"])),
            id=ids.get(name),
        )
        for name, roles in found.items()
    ]
    return sorted(made, key=lambda spans: (spans.content[0][0], spans.content[-1][1]))


class _Writer:
    """Collects the lines of a document; each cue, source, day and venue is annotated once."""

    def __init__(self, text: str, article_id: str, known: Identifiers) -> None:
        self.text = text
        self._article_id, self._known = article_id, known
        self._bounds: list[TextBound] = []
        self._relations: list[Relation] = []
        self._attributes: list[Attribute] = []
        self._notes: list[Note] = []
        self._contents: dict[str, str] = {}
        self._others: dict[tuple[str, Fragments, str, str], str] = {}

    def add(self, quotation: Quotation) -> None:
        content = self._bound("Content", fragments_of(self.text, _offsets(quotation.content)))
        if content is None:
            return
        self._contents[quotation.id] = content
        for name in ("kind", "mode", "stance"):
            self._attribute(name.capitalize(), content, getattr(quotation, name))
        self._note(_ID, content, quotation.id)
        if quotation.speaker is not None:
            self._note(_NOTE, content, self._speaker(quotation))
        for kind, related, spans, attributes, note in _related(quotation):
            other = self._other(kind, spans, attributes, note)
            if other is not None:
                self._relate(related, content, other)

    def standoff(self, quotations: Iterable[Quotation]) -> Standoff:
        """Relate quotations to those that they are within, and return all lines."""
        for quotation in quotations:
            inner, outer = (self._contents.get(q or "") for q in (quotation.id, quotation.within))
            if inner is not None and outer is not None:
                self._relate("within", inner, outer)
        return Standoff(
            tuple(self._bounds),
            tuple(self._relations),
            tuple(self._attributes),
            tuple(self._notes),
        )

    def _bound(self, kind: str, fragments: Fragments) -> str | None:
        if not fragments:
            return None
        words = " ".join(self.text[start:end] for start, end in fragments)
        self._bounds.append(TextBound(f"T{len(self._bounds) + 1}", kind, fragments, words))
        return self._bounds[-1].id

    def _other(
        self, kind: str, spans: Spans, attributes: tuple[tuple[str, str], ...], note: str
    ) -> str | None:
        fragments = fragments_of(self.text, _offsets(spans))
        key = (kind, fragments, " ".join(value for _, value in attributes), note)
        if key not in self._others:
            made = self._bound(kind, fragments)
            if made is None:
                return None
            self._others[key] = made
            for name, value in attributes:
                self._attribute(name, made, value)
            if note:
                self._note(_NOTE, made, note)
        return self._others[key]

    def _speaker(self, quotation: Quotation) -> str:
        speaker = quotation.speaker
        assert speaker is not None
        identifier = self._known.get((self._article_id, quotation.id))
        facts = [speaker.name, f"({speaker.kind})", speaker.role, identifier and f"[{identifier}]"]
        return " ".join(fact for fact in facts if fact)

    def _relate(self, kind: str, first: str, second: str) -> None:
        self._relations.append(Relation(f"R{len(self._relations) + 1}", kind, first, second))

    def _attribute(self, kind: str, target: str, value: str) -> None:
        name = f"A{len(self._attributes) + 1}"
        self._attributes.append(Attribute(name, kind, target, value))

    def _note(self, kind: str, target: str, words: str) -> None:
        on_one_line = " ".join(words.split())
        self._notes.append(Note(f"#{len(self._notes) + 1}", kind, target, on_one_line))


def _related(
    quotation: Quotation,
) -> Iterator[tuple[str, str, Spans, tuple[tuple[str, str], ...], str]]:
    """Yield the type, relation, spans, attributes and note of all that relates to a quotation."""
    yield "Source", "attributed-to", quotation.source, (), ""
    yield "Cue", "cued-by", quotation.cue, (), ""
    day = quotation.date
    if day is not None:
        yield "Day", "said-on", (day.evidence,), (("Scope", day.scope),), interval(day)
    for venue in quotation.venues:
        facts = (("VenueKind", venue.kind), ("Scope", venue.scope))
        yield "Venue", "said-at", (venue.span,), facts, ""


def _offsets(spans: Spans) -> Fragments:
    return tuple((span.start, span.end) for span in spans)
