"""Which document a quotation or a clause is about, by its kind: "the report", "its authors"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quotex.languages.word_lists import VenueWords
from quotex.occasions.clauses import ClauseReader, StatedOccasion
from quotex.occasions.days.times import WEEK
from quotex.occasions.tense import is_future
from quotex.occasions.venues.mention import VenueMention
from quotex.parse.grammar import NOUN_CLAUSES, SUBJECTS, is_familiar, is_infinitive, is_verb
from quotex.parse.view import Token, View
from quotex.speakers.phrases import head_of

_LEAD = 1  # paragraphs 0 and 1: headline and lead summarise what follows


class DocumentScene(NamedTuple):
    """A document at ``noun`` that the article dates in a clause that does not quote it."""

    noun: Token
    stated: StatedOccasion


class DocumentReader:
    """Reads the documents of one article; a kind is the number of its list of nouns.

    ``paragraphs`` gives each paragraph's number, counting only prose.
    """

    def __init__(self, view: View, words: VenueWords, paragraphs: Sequence[int]) -> None:
        self._view = view
        self._paragraphs = paragraphs
        self._words = words
        kinds = enumerate(words.document_kinds)
        self._kinds = {noun: number for number, nouns in kinds for noun in nouns}

    def kind_of(self, noun: Token) -> int | None:
        """Return the kind of document that a noun names, or None."""
        return self._kinds.get(noun.lemma)

    def is_document(self, venue: VenueMention) -> bool:
        """Whether a venue is a document, not where one was published."""
        head = venue.words[-1]
        if head.pos == "PROPN" and head.lower in self._words.outlet_words:
            return False  # "the Evening Post"
        is_known = self.kind_of(head) is not None or head.lemma in self._words.written
        return venue.kind == "medium" and (is_known or head.lemma in self._words.issued)

    def is_single_use(self, venue: VenueMention) -> bool:
        """Whether a venue is of one quotation only: "reports", "an announcement", "by phone"."""
        head, words = venue.words[-1], self._words
        is_announcement = head.lemma in words.utterances and head.lemma not in words.issued
        is_one_of_many = self.is_document(venue) and head.tag == "NNS"
        return venue.kind == "medium" and (
            is_one_of_many or is_announcement or head.lemma in words.channels
        )

    def speaking(self, source: Sequence[Token], speaker: str | None) -> int | None:
        """Return the kind of a document that is the source, itself or through its authors.

        "The report", "its 40-page study", "the report's authors"; in the lead "a small study".
        Named authors (``speaker`` is a name) do not count: they may speak about much else.
        """
        if not source:
            return None
        head = head_of(source)
        is_lead = self._paragraphs[self._view.paragraph(head)] <= _LEAD
        if head.pos == "PRON" and speaker is not None:  # "it", the letter
            return self._kinds.get(speaker.split()[-1])
        if self._is_other_document(head):
            return None
        kind = self.kind_of(head)
        if kind is not None:
            is_known = is_familiar(head) or head.child("poss") is not None
            return kind if is_known or is_lead else None
        if head.lemma not in self._words.document_authors:
            return None
        owner = head.child("poss")
        is_named = speaker is not None and speaker[:1].isupper()
        if is_named or not (is_lead or owner is not None or is_familiar(head)):
            return None
        return self.kind_of(owner) if owner is not None else 0

    def scenes(self, quoted: frozenset[int], clauses: ClauseReader) -> Iterator[DocumentScene]:
        """Yield the documents that the article dates: "a study published on Thursday"."""
        for noun in self._view.tokens:
            if noun.i in quoted or self.kind_of(noun) is None or self._is_other_document(noun):
                continue
            verbs = [
                c
                for c in noun.children
                if c.dep in NOUN_CLAUSES and c.i > noun.i and not is_infinitive(c)
            ]
            if _is_subject(noun) and not is_future(noun.head):  # "the letter came on Monday"
                verbs.append(noun.head)
            if not any(c.lemma in self._words.coming_out for c in verbs):
                continue
            time, venues = clauses.read_noun(noun, is_free=False)
            for verb in verbs:
                read = clauses.read_verb(verb, [])
                time = time or read.time
                known = {v.words[-1].i for v in venues}
                venues += [v for v in read.venues if v.words[-1].i not in known]
            if time is not None and time.length <= WEEK:
                yield DocumentScene(noun, StatedOccasion(time, venues))

    def _is_other_document(self, noun: Token) -> bool:
        """Whether a document is not the one the article is about: "an earlier report"."""
        others = self._words.other_documents
        return any(c.lemma in others or c.lower in others for c in noun.children)


def _is_subject(noun: Token) -> bool:
    return noun.dep in SUBJECTS and is_verb(noun.head) and noun.head.is_root
