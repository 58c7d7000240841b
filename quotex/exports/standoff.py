"""Reads brat's standoff lines (``.ann``) strictly, and writes them.

Text-bound annotations, relations, attributes and notes are read; brat's other types (events,
equivalences, normalisations) are skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quotex.errors import InputError

Fragments = tuple[tuple[int, int], ...]

_TEXT_BOUND = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.+)")
_RELATION = re.compile(r"(R\d+)\t(\S+) \S+?:(\S+) \S+?:(\S+)\s*")
_ATTRIBUTE = re.compile(r"([AM]\d+)\t(\S+) (\S+)(?: (\S+))?\s*")
_NOTE = re.compile(r"(#\d+)\t(\S+) (\S+)\t(.*)")
_SKIPPED = ("E", "N", "*")
# Where a reader may end a line: the characters str.splitlines splits at, and the field separator.
_BREAK = re.compile(r"[\n\r\t\v\f\x1c-\x1e\x85\u2028\u2029]+")
_FORMS = {
    "T": "T1<tab>Type 0 5<tab>words",
    "R": "R1<tab>Type Arg1:T1 Arg2:T2",
    "A": "A1<tab>Type T1 value",
    "M": "M1<tab>Type T1",
    "#": "#1<tab>Type T1<tab>text",
}


@dataclass(frozen=True, slots=True)
class TextBound:
    """Words of the text: half-open fragments in code points, and their text joined by spaces."""

    id: str
    type: str
    fragments: Fragments
    text: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation from one annotation to another, by their ids."""

    id: str
    type: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of an annotation; ``value`` is None if it is a mere flag."""

    id: str
    type: str
    target: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Note:
    """A note on an annotation."""

    id: str
    type: str
    target: str
    text: str


@dataclass(frozen=True, slots=True)
class Standoff:
    """The lines of one file."""

    text_bounds: tuple[TextBound, ...] = ()
    relations: tuple[Relation, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    notes: tuple[Note, ...] = ()

    def __str__(self) -> str:
        return "".join(f"{line}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        for bound in self.text_bounds:
            offsets = ";".join(f"{start} {end}" for start, end in bound.fragments)
            yield f"{bound.id}\t{bound.type} {offsets}\t{bound.text}"
        for relation in self.relations:
            yield f"{relation.id}\t{relation.type} Arg1:{relation.first} Arg2:{relation.second}"
        for attribute in self.attributes:
            value = "" if attribute.value is None else f" {attribute.value}"
            yield f"{attribute.id}\t{attribute.type} {attribute.target}{value}"
        for note in self.notes:
            yield f"{note.id}\t{note.type} {note.target}\t{note.text}"


def fragments_of(text: str, spans: Fragments) -> Fragments:
    """Return spans as the fragments that brat accepts: each on one line, with gaps between them.

    A span across a line break becomes two fragments; spans that touch become one.
    """
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(piece for start, end in joined for piece in _on_one_line(text, start, end))


def spans_of(text: str, fragments: Fragments) -> Fragments:
    """Return the spans of fragments, joining those separated only by line breaks or tabs."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(fragments):
        if found and _BREAK.fullmatch(text, found[-1][1], start):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def read_standoff(lines: str, text: str) -> Standoff:
    """Read the lines of an ``.ann`` file about a text.

    Raises:
        InputError: a line is not in brat's format, an id occurs twice or is undefined, or offsets
            are outside the text or do not fit the words.
    """
    read: dict[str, TextBound | Relation | Attribute | Note] = {}
    numbers: dict[str, int] = {}
    for number, line in enumerate(lines.split("\n"), start=1):
        line = line.removesuffix("\r")
        if not line.strip() or line.startswith(_SKIPPED):
            continue
        made = _line(line, number)
        if made.id in read:
            raise _error(number, f"id {made.id} occurs twice, expected each id once")
        if isinstance(made, TextBound):
            _check(made, text, number)
        read[made.id], numbers[made.id] = made, number
    for made in read.values():
        if isinstance(made, Relation):
            for end in (made.first, made.second):
                if not isinstance(read.get(end), TextBound) and not end.startswith("E"):
                    raise _error(numbers[made.id], f"a relation with {end}, which no line defines")
    found = tuple(read.values())
    return Standoff(
        tuple(made for made in found if isinstance(made, TextBound)),
        tuple(made for made in found if isinstance(made, Relation)),
        tuple(made for made in found if isinstance(made, Attribute)),
        tuple(made for made in found if isinstance(made, Note)),
    )


def _on_one_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _BREAK.finditer(text, start, end):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < end:
        yield start, end


def _line(line: str, number: int) -> TextBound | Relation | Attribute | Note:
    if match := _TEXT_BOUND.fullmatch(line):
        name, kind, offsets, words = match.groups()
        pairs = [pair.split(" ") for pair in offsets.split(";")]
        return TextBound(name, kind, tuple((int(a), int(b)) for a, b in pairs), words)
    if match := _RELATION.fullmatch(line):
        name, kind, first, second = match.groups()
        return Relation(name, kind, first, second)
    if match := _ATTRIBUTE.fullmatch(line):
        name, kind, target, value = match.groups()
        return Attribute(name, kind, target, value)
    if match := _NOTE.fullmatch(line):
        name, kind, target, words = match.groups()
        return Note(name, kind, target, words)
    expected = _FORMS.get(line[0], "a line that begins with " + ", ".join([*_FORMS, "E, N or *"]))
    raise _error(number, f"{line[:60]!r} is not an annotation, expected {expected}")


def _check(bound: TextBound, text: str, number: int) -> None:
    """Reject the offsets that brat would: outside the text, touching, or not fitting the words."""
    before = -1
    for start, end in sorted(bound.fragments):
        if not start < end <= len(text):
            raise _error(
                number, f"offsets {start} {end}, expected a span within {len(text)} characters"
            )
        if start <= before:
            raise _error(number, f"fragments of {bound.id} touch, expected gaps between them")
        before = end
    words = " ".join(text[start:end] for start, end in bound.fragments)
    if _BREAK.sub(" ", words) != _BREAK.sub(" ", bound.text.rstrip("\r")):
        raise _error(
            number,
            f"the words are {bound.text[:40]!r}, but the text has {words[:40]!r} there; the "
            "offsets must count code points of the annotated text",
        )


def _error(number: int, problem: str) -> InputError:
    return InputError(f"brat line {number}: {problem}")
