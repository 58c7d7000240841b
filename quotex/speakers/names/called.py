"""People whom the recogniser missed, recognised by what the article calls them later.

A person is called by the last word of the name ("Ilan Droveci … Droveci said"), a firm by the first
("Lund Fittings … Lund said"). A speaker with a name of two or three words, who is elsewhere called
only by the last of them, is a person, whatever the recogniser takes the name for; so is one whose
name follows a noun for a person ("the singer Ilan Droveci").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from functools import cached_property

from quotex.languages import Language
from quotex.parse.view import Token, View
from quotex.speakers.names.cluster import Run
from quotex.speakers.names.parts import is_given_name, is_of_bodies

_LONGEST = 3  # words
_MIN_LETTERS = 3
_COMPATIBLE_LABELS = frozenset(
    {"", "ORG", "FAC", "WORK_OF_ART", "PRODUCT", "EVENT", "LAW", "GPE", "NORP"}
)
_NAME_TAGS = frozenset({"PROPN", "NOUN", "ADV", "ADJ", "VERB"})


class CalledByLastWord:
    """Finds the names of such people in the running text of one article."""

    def __init__(
        self,
        view: View,
        language: Language,
        headlines: Collection[int],
        spoken: Collection[int],
    ) -> None:
        self._view = view
        self._language = language
        self._words = language.speakers
        self._headlines = headlines
        self._source_tokens = spoken

    def runs(self) -> list[Run]:
        """Return where the text names such people in full."""
        capitals = list(self._capitalised_runs())
        found = [run for run in capitals if self._may_be_full(run)]
        if not found:
            return []
        single_words: Counter[str] = Counter()
        barred: set[str] = set()
        for first, last in capitals:
            if last - first == 1:
                token = self._view.tokens[first]
                single_words[token.text] += 1
                if first and self._view.tokens[first - 1].is_a("definite_article"):
                    barred.add(token.text)
        return [run for run in found if self._is_called_by_last_word(run, single_words, barred)]

    def _capitalised_runs(self) -> Iterator[Run]:
        """Yield the longest runs of capitalised words, without titles."""
        first: int | None = None
        for token in self._view.tokens:
            is_name = token.text[0].isupper() and self._is_capital(token)
            if first is None and not is_name:
                continue
            continues = first is not None and token.sentence == self._view.tokens[first].sentence
            if first is not None and not (is_name and continues):
                yield first, token.i
                first = None
            if is_name and first is None and not self._is_title(token):
                first = token.i

    def _is_capital(self, token: Token) -> bool:
        return token.pos in _NAME_TAGS and token.sentence not in self._headlines

    @cached_property
    def _lower_case_words(self) -> set[str]:
        """The words that the article writes in lower case."""
        texts = {t.text for t in self._view.tokens}
        return {text for text in texts if text[:1].isalpha() and text.islower()}

    def _is_title(self, token: Token) -> bool:
        word, words = token.lower, self._words
        return word in words.honorifics or word in words.abbreviations

    def _may_be_full(self, run: Run) -> bool:
        """Whether a run may be a full name in which the recogniser found no person."""
        first, last = run
        words = self._view.tokens[first:last]
        if not 1 < len(words) <= _LONGEST or any(t.entity not in _COMPATIBLE_LABELS for t in words):
            return False
        before = self._view.tokens[first - 1] if first else None
        if before is not None and (before.is_a("definite_article") or before.text in {"&", "'s"}):
            return False
        is_name = all(t.pos == "PROPN" and not t.text.isupper() for t in words)
        return is_name and not any(self._is_body_word(t) for t in words)

    def _is_body_word(self, token: Token) -> bool:
        """Whether a word is typical of the names of bodies and places, or a common word."""
        words, word = self._words, token.lower.rstrip(".")
        is_kind = is_of_bodies(token, words, self._language.names) or words.is_person(word)
        return is_kind or word in self._lower_case_words or len(word) < _MIN_LETTERS

    def _is_called_by_last_word(
        self, run: Run, single_words: Counter[str], barred: Collection[str]
    ) -> bool:
        given, name = self._view.tokens[run[0]], self._view.tokens[run[1] - 1]
        if not single_words[name.text] or name.text in barred:
            return False
        if self._language.countries.place(name.text) is not None:
            return False
        if is_given_name(given.lower, self._words):
            return True
        speaks = any(i in self._source_tokens for i in range(*run))
        is_person = speaks or self._follows_person_noun(run[0])
        return is_person and not single_words[given.text]

    def _follows_person_noun(self, first: int) -> bool:
        """Whether a noun for one person is right before a name: "the singer Stelios Lund"."""
        noun = self._view.tokens[first - 1] if first else None
        if noun is None or noun.tag != "NN" or not noun.text.islower():
            return False
        is_either = noun.lemma in self._language.names.either
        return self._words.is_person(noun.lemma) and not is_either
