"""Settings: where the people are whom the next sentences quote.

"In Oslo, traders were pleased.", "Parents gathered outside the school on Monday.": a sentence that
quotes nothing, about people who have no name, and whose place opens the paragraph or is where they
came together.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from quotex.languages import Language
from quotex.occasions.clauses import ClauseReader, StatedOccasion
from quotex.occasions.days.times import WEEK
from quotex.occasions.tense import tense_of_verb
from quotex.parse.grammar import SUBJECTS, is_plural, is_verb, phrase
from quotex.parse.view import Sentence, Token, View

_TENSES_OF_SETTING = frozenset({"past", "present"})


class SettingReader:
    """Finds the settings of an article."""

    def __init__(self, view: View, language: Language, clauses: ClauseReader) -> None:
        self._view = view
        self._words = language.venues
        self._nouns = language.speakers
        self._clauses = clauses

    def read(self, quoted: Set[int]) -> Iterator[tuple[Token, StatedOccasion]]:
        """Yield the verb of each setting, with what its clause states, in text order.

        ``quoted`` holds the numbers of the tokens of cues and contents.
        """
        paragraph = -1
        for sentence in self._view.sentences:
            is_first = sentence.paragraph != paragraph
            paragraph = sentence.paragraph
            if not quoted.isdisjoint(range(sentence.first, sentence.last)):
                continue
            words = self._view.tokens[sentence.first : sentence.last]
            verb = next((t for t in words if t.is_root and is_verb(t)), None)
            subject = verb.child(*SUBJECTS) if verb is not None else None
            if verb is None or subject is None or not self._are_people(subject):
                continue
            is_opening = is_first and self._opens_with_place(sentence, verb)
            is_gathering = verb.lemma in self._words.assembling and tense_of_verb(verb) == "past"
            if is_opening or is_gathering:
                yield from self._read_clause(verb, subject)

    def _read_clause(self, verb: Token, subject: Token) -> Iterator[tuple[Token, StatedOccasion]]:
        if verb.child("neg") is not None or tense_of_verb(verb) not in _TENSES_OF_SETTING:
            return
        time, venues = self._clauses.read_verb(verb, phrase(subject))
        is_recent = time is None or time.length <= WEEK
        if is_recent and any(v.kind != "medium" for v in venues):
            yield verb, StatedOccasion(time, [v for v in venues if v.kind != "medium"])

    def _are_people(self, subject: Token) -> bool:
        """Whether a subject is several people without a name: "few residents", "hundreds"."""
        lists = self._words
        nouns = lists.audience | lists.present | lists.hearing | self._nouns.person
        is_known = subject.lemma in nouns or subject.lemma in self._nouns.roles.person
        return is_known and is_plural(subject) and subject.entity in {"", "CARDINAL"}

    def _opens_with_place(self, sentence: Sentence, verb: Token) -> bool:
        """Whether the first words of a sentence say where: "In Oslo, traders were pleased"."""
        first = self._view.tokens[sentence.first]
        noun = first.child("pobj")
        is_phrase = first.dep == "prep" and first.head is verb and noun is not None
        return is_phrase and any(
            v.kind == "place" for v in self._clauses.venues.read(verb, first.subtree(), ())
        )
