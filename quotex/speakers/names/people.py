"""Which runs of tokens name a person, where the recogniser errs or says too much."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from quotex.languages.word_lists import SpeakerWords
from quotex.parse.view import Entity, Token, View
from quotex.speakers.names.parts import proper_name

Gender = Literal["", "m", "f"]
Run = tuple[int, int]
NAMED = frozenset({"PERSON", "ORG", "GPE", "FAC"})
_SPEECHLESS = frozenset({"LAW", "LANGUAGE"})  # what never speaks: one word so labelled is misread
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_ENDINGS = _POSSESSIVE | {".", ",", ";"}


class PersonFinder:
    """Judges the runs of one article; a run is ``tokens[first:last]`` of the view."""

    def __init__(self, view: View, words: SpeakerWords) -> None:
        self._view = view
        self._words = words

    def is_pair(self, entity: Entity) -> bool:
        """Whether an entity is two names in one ("the Ruiz-Okafor debate")."""
        words = self._view.tokens[entity.first : entity.last]
        marks = [t for t in words if t.text in {"-", "–", "/", "vs.", ":", ";", "("}]
        if not marks or marks[0] in (words[0], words[-1]):
            return False
        after = self._view.tokens[marks[0].i + 1]
        is_double = marks[0].text in {"-", "–"} and (len(words) > 3 or after.text.islower())
        return entity.label != "PERSON" or not is_double

    def is_person(self, entity: Entity) -> bool:
        """Whether an entity is a person: by its label, or by a title or an owner before two names.

        Such as "Actress Ada Roe", which the recogniser takes for an organization.
        """
        if entity.label == "PERSON":
            return True
        words = self._words
        tokens = self._view.tokens[entity.first : entity.last]
        if len(tokens) == 1 and entity.label == "ORG":
            return tokens[0].lower in words.masculine_names | words.feminine_names
        led = [n for n, t in enumerate(tokens) if self._leads(t)]
        rest = [t.lower for t in tokens[led[-1] + 1 :]] if led else []
        if len(rest) != 2 or entity.label == "GPE":
            return False
        is_titled = tokens[led[-1]].lower in words.person
        is_organ = any(w in words.government | words.organization | words.person for w in rest)
        given = words.masculine_names | words.feminine_names
        return rest[0] in given or (is_titled and not is_organ)

    def _leads(self, token: Token) -> bool:
        words = self._words
        return token.lower in words.titles | words.person | _POSSESSIVE

    def trimmed(self, first: int, last: int) -> Run:
        """Leave articles and possessive endings off a run of tokens."""
        tokens = self._view.tokens
        while last - first > 1 and tokens[last - 1].lower in _ENDINGS:
            last -= 1
        while last - first > 1 and (
            tokens[first].pos == "DET" or tokens[first].is_a("definite_article")
        ):
            first += 1
        return first, last

    def trimmed_person(self, first: int, last: int) -> Run | None:
        """Leave off titles, nouns and owners ("the Post's Ada Roe"); None if nothing is left."""
        first, last = self.trimmed(first, last)
        tokens = self._view.tokens
        for i in range(first, last - 1):
            if tokens[i].is_a("possessive_ending") or tokens[i].lower in self._words.titles:
                first = i + 1
        if tokens[first].is_a("of") and last - first > 2:  # "Secretary of State Ada Roe"
            first += 2
        while last - first > 1 and tokens[first].lower in self._words.person:
            first += 1
        is_word = any(t.text[:1].isupper() for t in tokens[first:last])
        return (first, last) if is_word else None

    def untold_person(self, source: Sequence[Token]) -> Run | None:
        """Return the person who heads a source and whom the recogniser missed."""
        run = proper_name(source)
        if not run:
            return None
        first, last = run[0].i, run[-1].i + 1
        trimmed = self.trimmed_person(first, last)
        if trimmed is None or run[-1].entity in NAMED:
            return None
        start = trimmed[0]
        before = self._view.tokens[start - 1].lower if start else ""
        given = self._view.tokens[start].lower
        words = self._words
        is_person = before in words.titles or (
            last - start > 1 and (given in words.masculine_names or given in words.feminine_names)
        )
        if last - start > 1 and self._is_described(run[-1]):
            is_person = True
        if last - start == 1 and run[-1].entity in _SPEECHLESS:
            is_person = True
        return trimmed if is_person else None

    def _is_described(self, name: Token) -> bool:
        """Whether what hangs on a name is said of people: an age, "who …", "a diver"."""
        for child in name.children:
            if child.dep == "appos" and (child.pos == "NUM" or child.lemma in self._words.person):
                return True
            if child.dep == "relcl" and any(t.is_a("person_relative") for t in child.children):
                return True
        return any(c.pos == "NUM" and c.i > name.i for c in name.children)

    def is_titled(self, first: int) -> bool:
        """Whether the word before token ``first`` is a title."""
        return first > 0 and self._view.tokens[first - 1].lower in self._words.titles

    def title_gender(self, first: int) -> Gender:
        """Return the gender that the word before token ``first`` tells, "" where it tells none."""
        before = self._view.tokens[first - 1].lower if first else ""
        if before in self._words.masculine:
            return "m"
        return "f" if before in self._words.feminine else ""


def _is_article(token: Token) -> bool:
    return token.pos == "DET" or token.is_a("definite_article")
