"""Classifies changes of words by the numbers, names, negations and modals in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from quotex.languages.countries import countries
from quotex.languages.data import read_data
from quotex.languages.wordings import wording_words
from quotex.records import ChangeKind
from quotex.wording.words import Word

_Texts = tuple[str, str]
_OPENING = "“”\"'‘’«»([ \t\n—–-"
_ENDING = (".", "!", "?")


class Kinds:
    """Classifies changes with the word lists of a language."""

    def __init__(self, language: str) -> None:
        self._table = wording_words(language)
        given, places = read_data(language, "given_names"), countries(language)
        self._given = frozenset({*given["masculine"], *given["feminine"], *given["either"]})
        self._is_place = places.place

    def comparable(self, words: Sequence[Word]) -> list[str]:
        """Return the form in which each word is compared: "seven" is 7."""
        digits = self._table.digits
        return [str(digits.get(word.form, word.form)) for word in words]

    def parts(self, words: Sequence[Word]) -> tuple[list[str], list[int]]:
        """Return the compared parts of the words, two for a short form, and each part's word."""
        found = [
            (part, n) for n, form in enumerate(self.comparable(words)) for part in form.split()
        ]
        return [part for part, _ in found], [n for _, n in found]

    def classify(self, before: Sequence[Word], after: Sequence[Word], texts: _Texts) -> ChangeKind:
        """Return the class of a change, the most serious one that applies.

        ``texts`` are the texts that contain the words before and after the change.
        """
        if self.negations(before) != self.negations(after) or self._is_opposite(before, after):
            return "negation"
        if _joined(self.comparable(before)) == _joined(self.comparable(after)):
            return "spelling"
        modals = self._modals(before, texts[0]), self._modals(after, texts[1])
        if not before or not after:
            only = (before or after) and sum(map(len, modals)) == len(before or after)
            return "modal" if only else "insertion" if after else "cut"
        if self._numbers(before) != self._numbers(after):
            return "number"
        if modals[0] != modals[1]:
            return "modal"
        names = self._names(before, texts[0]) + self._names(after, texts[1])
        return "name" if names else "wording"

    def negations(self, words: Sequence[Word]) -> int:
        """Return the number of negations among the words."""
        return len(self._among(words, "negations"))

    def _among(self, words: Sequence[Word], name: str) -> list[str]:
        listed: frozenset[str] = getattr(self._table.words, name)
        return sorted(form for word in words for form in word.form.split() if form in listed)

    def _modals(self, words: Sequence[Word], text: str) -> list[str]:
        """Return the modals among the words; "May" within a sentence is a month."""
        return self._among(
            [w for w in words if not w.capital or _begins_sentence(w, text)], "modals"
        )

    def _is_opposite(self, before: Sequence[Word], after: Sequence[Word]) -> bool:
        """Whether a word was replaced by its opposite: "safe" by "unsafe"."""
        left, right = _form_counts(before), _form_counts(after)
        removed, added = left - right, right - left
        prefixes = self._table.negating_prefixes
        return any(
            prefix + short in long
            for long, other in ((removed, added), (added, removed))
            for short in other
            for prefix in prefixes
        )

    def _numbers(self, words: Sequence[Word]) -> list[str]:
        forms = self.comparable(words)
        return [f for f in forms if f.lstrip("-")[:1].isdigit() or f in self._table.words.numbers]

    def _names(self, words: Sequence[Word], text: str) -> list[str]:
        """Return the capitalised words, except small ones and most that begin a sentence."""
        return [
            word.key
            for word in words
            if word.capital
            and word.key not in self._table.words.small
            and (
                not _begins_sentence(word, text)
                or word.key in self._given
                or self._is_place(word.key)
            )
        ]


@cache
def kinds(language: str) -> Kinds:
    """Return the classifier of changes for a language."""
    return Kinds(language)


def _joined(forms: Sequence[str]) -> str:
    return "".join(forms).replace(" ", "")


def _begins_sentence(word: Word, text: str) -> bool:
    """Whether a word is the first in its text or in a sentence."""
    before = text[: word.start].rstrip(_OPENING)
    return not before or before.endswith(_ENDING)


def _form_counts(words: Sequence[Word]) -> Counter[str]:
    return Counter(form for word in words for form in word.form.split())
