"""The names in GUM's entities: mentions headed by a proper noun, cut down to the name itself."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from models.stanza.conllu import DEPREL, FORM, HEAD, MISC, UPOS, XPOS, Row, Sentence

_DATA = tomllib.loads(Path(__file__).with_name("entities.toml").read_text("utf-8"))
LABELS: dict[str, list[str]] = _DATA["labels"]
MEASURED: dict[str, str] = _DATA["measured"]
_MARK = re.compile(r"\((\d+)-([a-z]+)[^()]*|(\d+)\)|\)")
_INSIDE = frozenset(_DATA["inside"]["words"])
_PEOPLE, _PLURAL, _MAX_INSIDE = "person", "NNPS", 2
_TITLES = frozenset({"nmod:desc"})


@dataclass(frozen=True)
class Name:
    """A name made of the words ``[start, end)``; ``type`` is GUM's."""

    start: int
    end: int
    type: str


def names(sentence: Sentence) -> list[Name]:
    """Return the names of a sentence; of two that overlap, the longer."""
    words = sentence.words
    found: list[Name] = []
    for start, end, kind in mentions(words):
        head = _head(words, start, end)
        is_people = kind == _PEOPLE and words[head][XPOS] == _PLURAL  # "Texans"
        if kind in LABELS and words[head][UPOS] == "PROPN" and not is_people:
            found.append(_name(words, start, end, head, kind))
    found.sort(key=lambda name: name.start - name.end)
    kept: list[Name] = []
    for name in found:
        if all(name.end <= other.start or other.end <= name.start for other in kept):
            kept.append(name)
    return sorted(kept, key=lambda name: name.start)


def mentions(words: list[Row]) -> Iterator[tuple[int, int, str]]:
    """Yield the first word, end and type of each mention that begins and ends in the sentence."""
    opened: list[tuple[str, int, str]] = []
    for i, word in enumerate(words):
        for field in word[MISC].split("|"):
            if not field.startswith("Entity="):
                continue
            for match in _MARK.finditer(field[len("Entity=") :]):
                if match[1]:
                    opened.append((match[1], i, match[2]))
                    is_closed = match.end() < len(match.string) and match.string[match.end()] == ")"
                    if is_closed:
                        yield i, i + 1, opened.pop()[2]
                elif match[3]:
                    at = next(
                        (k for k in reversed(range(len(opened))) if opened[k][0] == match[3]), None
                    )
                    if at is not None:
                        _, start, kind = opened.pop(at)
                        yield start, i + 1, kind


def _head(words: list[Row], start: int, end: int) -> int:
    inside = range(start + 1, end + 1)
    for i in range(start, end):
        if int(words[i][HEAD]) not in inside:
            return i
    return start


def _name(words: list[Row], start: int, end: int, head: int, kind: str) -> Name:
    first, last = head, head + 1
    while first > start and _may_begin_name(words[first - 1]):
        first -= 1
    while last < end:
        ahead = last
        while ahead < end and _is_inside(words[ahead], kind) and ahead - last < _MAX_INSIDE:
            ahead += 1
        if ahead == end or words[ahead][UPOS] != "PROPN":
            break
        last = ahead + 1
    return Name(first, last, kind)


def _may_begin_name(word: Row) -> bool:
    """Return whether a name may begin with this word: not a title, but a capitalised "Great"."""
    is_named = word[UPOS] == "PROPN" or (word[UPOS] == "ADJ" and word[FORM][0].isupper())
    return is_named and word[DEPREL] not in _TITLES


def _is_inside(word: Row, kind: str) -> bool:
    return kind != _PEOPLE and word[FORM] in _INSIDE
