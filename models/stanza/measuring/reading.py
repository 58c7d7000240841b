"""The analysis of a text, in a form in which gold, Stanza and spaCy can be compared.

Places are counted in characters other than spaces, so spacing does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from models.stanza.conllu import DEPREL, FORM, HEAD, LEMMA, UPOS, XPOS, Document
from models.stanza.entities import LABELS, MEASURED, names

if TYPE_CHECKING:
    from spacy.tokens import Doc

Place = tuple[int, int]
_ARTICLES = ("the", "a", "an")
_OWNERS = ("'s", "’s", "'", "’")


@dataclass(frozen=True)
class Word:
    """A syntactic word; ``head`` is the place of its head, or None at the root."""

    place: Place
    upos: str
    xpos: str
    lemma: str
    head: Place | None
    relation: str


@dataclass
class Reading:
    """Sentences, tokens and words of a text, and its entities with their labels."""

    sentences: list[Place] = field(default_factory=list)
    tokens: list[Place] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    entities: list[tuple[Place, str]] = field(default_factory=list)

    def shifted(self, by: int) -> Reading:
        """Return the reading shifted by ``by`` characters."""

        def move(place: Place) -> Place:
            return place[0] + by, place[1] + by

        return Reading(
            [move(one) for one in self.sentences],
            [move(one) for one in self.tokens],
            [
                replace(one, place=move(one.place), head=move(one.head) if one.head else None)
                for one in self.words
            ],
            [(move(place), label) for place, label in self.entities],
        )


def gold(document: Document) -> Reading:
    """Return the corpus's analysis, with names if it marks entities, as GUM does."""
    reading, at = Reading(), 0
    for sentence in document.sentences:
        places: list[Place] = []
        start = at
        for token in sentence.tokens:
            began = at
            for word in token.words:
                end = at + _length(word[FORM])
                places.append((at, end))
                at = end
            reading.tokens.append((began, at))
        reading.sentences.append((start, at))
        for word, place in zip(sentence.words, places, strict=True):
            head = int(word[HEAD])
            reading.words.append(
                Word(
                    place,
                    word[UPOS],
                    word[XPOS],
                    word[LEMMA],
                    places[head - 1] if head else None,
                    word[DEPREL],
                )
            )
        forms = [word[FORM] for word in sentence.words]
        for name in names(sentence):
            first, last = _trimmed(forms, name.start, name.end)
            place = (places[first][0], places[last - 1][1])
            reading.entities.append((place, LABELS[name.type][0]))
    return reading


def from_stanza(document: Any) -> Reading:
    """Return a Stanza pipeline's analysis."""
    reading, where = Reading(), _Places(document.text)
    for sentence in document.sentences:
        places = [where(word.start_char, word.end_char) for word in sentence.words]
        if not places:
            continue
        reading.sentences.append((places[0][0], places[-1][1]))
        reading.tokens.extend(where(t.start_char, t.end_char) for t in sentence.tokens)
        for word, place in zip(sentence.words, places, strict=True):
            head = places[word.head - 1] if word.head else None
            reading.words.append(
                Word(place, word.upos, word.xpos, word.lemma or "", head, word.deprel)
            )
    for entity in document.ents:
        start, end = _trimmed_text(document.text, entity.start_char, entity.end_char)
        reading.entities.append((where(start, end), entity.type))
    return reading


def from_spacy(doc: Doc) -> Reading:
    """Return a spaCy pipeline's analysis."""
    reading, where = Reading(), _Places(doc.text)
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        if not words:
            continue
        places = {token.i: where(token.idx, token.idx + len(token)) for token in words}
        reading.sentences.append((places[words[0].i][0], places[words[-1].i][1]))
        reading.tokens.extend(places.values())
        for token in words:
            head = None if token.head.i == token.i else places.get(token.head.i)
            reading.words.append(
                Word(places[token.i], token.pos_, token.tag_, token.lemma_, head, token.dep_)
            )
    for entity in doc.ents:
        start, end = _trimmed_text(doc.text, entity.start_char, entity.end_char)
        reading.entities.append((where(start, end), entity.label_))
    return reading


def measured_entities(entities: Iterable[tuple[Place, str]]) -> set[tuple[Place, str]]:
    """Return the entities of the measured types, with GUM's name of the type."""
    return {(place, MEASURED[label]) for place, label in entities if label in MEASURED}


class _Places:
    """Converts places in a text to places in the text without its spaces."""

    def __init__(self, text: str) -> None:
        self._at = [0]
        for char in text:
            self._at.append(self._at[-1] + (not char.isspace()))

    def __call__(self, start: int, end: int) -> Place:
        return self._at[start], self._at[end]


def _length(text: str) -> int:
    return sum(not char.isspace() for char in text)


def _trimmed(words: list[str], start: int, end: int) -> Place:
    while end - start > 1 and words[start].lower() in _ARTICLES:
        start += 1
    while end - start > 1 and words[end - 1] in _OWNERS:
        end -= 1
    return start, end


def _trimmed_text(text: str, start: int, end: int) -> Place:
    for article in _ARTICLES:
        if text[start:end].lower().startswith(article + " "):
            start += len(article) + 1
    for owner in _OWNERS:
        if text[start:end].endswith(owner) and end - start > len(owner):
            return start, end - len(owner)
    return start, end
