"""People called by a first name that no recogniser finds: "Doreen moved in", "Neelie Kroes said".

The rule: a capitalised first name that is not part of another name is a person's if it is a subject
or in apposition to a noun for a relative, or if exactly one more capitalised word follows, and one
that is not typical of the names of bodies.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from quotex.languages import Language
from quotex.parse.grammar import SUBJECTS
from quotex.parse.view import Token, View
from quotex.speakers.names.cluster import Run
from quotex.speakers.names.parts import is_given_name, is_of_bodies, is_of_relative

_COMPATIBLE_LABELS = frozenset({"", "PRODUCT"})  # entity labels
_JOINS = frozenset({"-", "–", "&", "/"})
_MIN_LETTERS = 3


class MissedFirstNames:
    """Finds the names of such people in the running text of one article."""

    def __init__(self, view: View, language: Language, headlines: Collection[int]) -> None:
        self._view = view
        self._words = language.speakers
        self._names = language.names
        self._headlines = headlines

    def runs(self) -> Iterator[Run]:
        """Yield where the text names such people."""
        for token in self._view.tokens:
            if not token.text[0].isupper() or not self._may_be_first(token):
                continue
            following = self._capital(token.i + 1, token)
            if following is None:
                if token.dep in SUBJECTS or is_of_relative(token, self._words):
                    yield token.i, token.i + 1
            elif self._capital(following.i + 1, token) is None and not self._is_body_word(
                following
            ):
                yield token.i, following.i + 1

    def _may_be_first(self, token: Token) -> bool:
        text = token.text
        if len(text) < _MIN_LETTERS or text.isupper():
            return False
        if not is_given_name(token.lower, self._words) or token.pos != "PROPN":
            return False
        if token.entity not in _COMPATIBLE_LABELS or token.sentence in self._headlines:
            return False
        if token.i == 0:
            return True
        before = self._view.tokens[token.i - 1]
        if before.is_a("definite_article") or (before.text in _JOINS and before.end == token.start):
            return False
        is_other = before.pos != "PROPN" or before.sentence != token.sentence
        return is_other or self._is_title(before) or bool(before.entity)

    def _capital(self, i: int, first: Token) -> Token | None:
        """Return the capitalised word at ``i``, or a mark that joins one to the word before."""
        if i >= len(self._view.tokens) or self._view.tokens[i].sentence != first.sentence:
            return None
        token = self._view.tokens[i]
        is_name = token.pos == "PROPN" and token.text[:1].isupper()
        return token if is_name or (token.text in _JOINS and token.start == first.end) else None

    def _is_title(self, token: Token) -> bool:
        word = token.lower
        return word in self._words.honorifics or self._words.is_person(word)

    def _is_body_word(self, token: Token) -> bool:
        """Whether a word ends the name of a body or the like, or is no word of a person's name."""
        is_kind = is_of_bodies(token, self._words, self._names)
        return is_kind or not token.text[:1].isalpha() or token.entity not in _COMPATIBLE_LABELS
