"""Documents as media: a report that somebody issued, and where it was published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quotex.languages.word_lists import VenueWords
from quotex.occasions.venues.events import Events
from quotex.occasions.venues.hearers import Hearers
from quotex.occasions.venues.mention import VenueMention
from quotex.occasions.venues.outlets import Outlets
from quotex.occasions.venues.phrases import (
    is_bare,
    name_of,
    number_after,
    outlet_name,
    pair_of,
    term_of,
    towns_of,
)
from quotex.parse.grammar import NOUN_CLAUSES, is_familiar, is_verb, prepositional
from quotex.parse.view import NOUNS, TIMES, Token

_NUMBERS = frozenset({"CARDINAL", "ORDINAL"})
_NO_OUTLETS = frozenset({"DATE", "EVENT", "FAC", "GPE", "LOC", "NORP", "PERSON", "TIME"})


class Documents:
    """Finds documents in a source or a phrase; ``words`` are the lists of the language."""

    def __init__(
        self, words: VenueWords, outlets: Outlets, hearers: Hearers, events: Events
    ) -> None:
        self._words = words
        self._prepositions = words.prepositions
        self._outlets = outlets
        self._hearers = hearers
        self._events = events
        self._printed = words.printed | words.pieces
        self._issuing = words.issuing | words.publishing | words.making_public

    def venues_of_source(self, source: Sequence[Token]) -> Iterator[VenueMention]:
        """Yield the document that is a source, and where the text says that it was published.

        Whether it is a venue depends on the speaker: a report that is itself the speaker is not.
        """
        inside = {t.i for t in source}
        for token in source:
            is_top = token.is_root or token.head.i not in inside
            is_beside = token.dep == "conj" and self.is_document(token.head)
            is_document = self.is_document(token) and not self._is_part_of_document(token)
            if is_document and (is_top or is_beside):
                is_own = token.lemma not in self._words.issued
                yield VenueMention("medium", name_of(token), is_familiar(token), is_source=is_own)
            if self._is_published(token):
                yield from self._publishers(_clauses_of(token))
                for preposition, noun in prepositional(token):
                    yield from self._published(preposition.lower, noun, is_sure=False)
            elif is_top:  # "a trial presented at a congress"
                yield from self._events_of(_clauses_of(token))
            is_press = token.lower in self._words.press and token.text.islower()
            if is_press and token.pos == "NOUN" and not is_top:
                yield from self._name_after(token, source)

    def outlets_of(self, venues: Iterable[VenueMention]) -> Iterator[VenueMention]:
        """Yield where documents were published: "in a study published in Stones"."""
        for venue in venues:
            noun = venue.words[-1]
            if venue.kind == "medium" and (self.is_document(noun) or self.is_written(noun)):
                yield from self._publishers(_clauses_of(noun))

    def is_document(self, noun: Token) -> bool:
        """Whether a noun is a document that can be issued: "the figures", not "a public figure"."""
        is_press = noun.lemma in self._words.press and noun.lemma not in self._words.documents
        documents = self._words.documents
        is_known = noun.lemma in documents or pair_of(noun) in documents or self.is_written(noun)
        is_noun = noun.pos == "NOUN" or (noun.lemma in self._words.issued and noun.pos == "ADJ")
        is_excluded = is_press or self._is_excluded_form(noun)  # "the editorial"
        return is_known and is_noun and not is_excluded

    def is_printed_in(self, outlet: Token, noun: Token) -> bool:
        """Whether a noun is what others print in an outlet: "denied a report in the Courier"."""
        verb = noun.head
        is_object = noun.dep == "dobj" and is_verb(verb) and term_of(noun) in self._printed
        is_own = verb.lemma in self._issuing or verb.is_a("make")
        return is_object and not is_own and self._outlets.is_outlet(outlet)

    def _is_part_of_document(self, noun: Token) -> bool:
        """Whether a noun is part of another document: "the results of the study"."""
        inner = (below for word, below in prepositional(noun) if word.is_a("of"))
        is_part = noun.lemma in self._words.extracts
        return is_part and any(self._is_published(below) for below in inner)

    def is_numbered_page(self, noun: Token) -> bool:
        """Whether a noun is a part of a document: "on page seven", "on the fourth page"."""
        is_numbered = number_after(noun) or any(c.entity in _NUMBERS for c in noun.children)
        return noun.lemma in self._words.copies and bool(is_numbered)

    def _is_excluded_form(self, noun: Token) -> bool:
        """Whether the form of a noun rules it out: "a public figure", "in the last minutes"."""
        is_counted = noun.lemma in self._words.counted
        return is_counted and (noun.tag != "NNS" or noun.entity in TIMES)

    def is_written(self, noun: Token) -> bool:
        """Whether a noun is a document in which somebody says something: "a ruling"."""
        return term_of(noun) in self._words.written

    def introduces(self, preposition: str, noun: Token, above: Token) -> bool:
        """Whether a phrase names a document or a page: "in a ruling", "on her page"."""
        words, prepositions = self._words, self._prepositions
        term = term_of(noun)
        if (noun.pos != "NOUN" and term == noun.lemma) or self._is_excluded_form(noun):
            return False
        if preposition in prepositions.below:  # "wrote under the clip"
            is_comment = above.lemma in words.posting or above.lemma in words.commenting
            return is_comment and self.is_document(noun)
        if preposition in prepositions.broadcast and term in words.online:
            return not is_bare(noun)  # "on account of"
        if term not in words.written or preposition not in prepositions.written:
            return False
        if noun.lemma in words.examining and preposition not in prepositions.room:
            return False  # "went through a review of his health"
        if noun.lemma in words.opinions and any(c.dep == "poss" for c in noun.children):
            return any(c.dep in {"amod", "compound"} for c in noun.children)  # "in his opinion"
        return term in words.pieces or preposition not in prepositions.room or not is_bare(noun)

    def published_in(self, preposition: str, noun: Token, verb: Token) -> bool:
        """Whether something was published in an outlet that no list knows.

        "Published an article in the Record", "wrote in Coastal Birds", "in the parish magazine".
        """
        is_name = noun.pos == "PROPN" and noun.entity not in _NO_OUTLETS
        if preposition not in self._prepositions.document:
            return False
        if verb.lemma in self._words.writing:
            is_press = noun.pos == "NOUN" and noun.lemma in self._words.press
            return is_press or (is_name and len(outlet_name(noun)) > 1)
        document = verb.child("dobj")
        is_publishing = is_name and verb.lemma in self._words.publishing
        return is_publishing and document is not None and self.is_document(document)

    def _is_published(self, token: Token) -> bool:
        """Whether a word is a document, also if it ends a name: "the Lundby Study"."""
        if token.pos not in NOUNS:
            return False
        term = token.lemma.lower()
        return term in self._words.documents or term in self._words.written

    def _publishers(self, clauses: Sequence[Token]) -> Iterator[VenueMention]:
        """Yield where clauses say that a document was published: "published in a journal"."""
        for verb in clauses:
            is_out = verb.lemma in self._words.publishing
            is_given = verb.lemma in self._words.giving
            for preposition, noun in prepositional(verb):
                if is_out:
                    yield from self._published(preposition.lower, noun, is_sure=True)
                elif is_given and preposition.lower in self._prepositions.hearer:
                    yield from self._hearers.outlets_of(noun)
        yield from self._events_of(clauses)

    def _events_of(self, clauses: Sequence[Token]) -> Iterator[VenueMention]:
        """Yield at which events clauses say that something was presented."""
        for verb in clauses:
            if verb.lemma in self._words.publishing:
                phrases = prepositional(verb)
                events = [v for p, n in phrases for v in self._presented(p.lower, n)]
                yield from events
                if events:  # "presented at a conference in Oslo", wherever "in" is attached
                    yield from self._towns_of(verb)

    def _published(self, preposition: str, noun: Token, *, is_sure: bool) -> Iterator[VenueMention]:
        """Yield the outlet, page or court of a phrase; any name is an outlet if it ``is_sure``."""
        prepositions, words = self._prepositions, self._words
        named = self._outlets.name_or_noun(noun)
        if preposition in prepositions.document:
            is_name = noun.pos == "PROPN" and noun.entity not in _NO_OUTLETS
            is_page = noun.pos == "NOUN" and any(
                term_of(noun) in kind for kind in (words.online, words.medium)
            )
            is_press = noun.pos == "NOUN" and noun.lemma in words.press
            if self._outlets.is_outlet(named) or named is not noun or (is_name and is_sure):
                if noun.lemma.lower() not in words.courts:
                    yield VenueMention("medium", outlet_name(named))
                    yield from self._including(named)
                    return
            elif (is_page and preposition in prepositions.broadcast) or is_press:
                yield VenueMention("medium", outlet_name(noun))
                yield from (VenueMention("medium", n) for n in self._outlets.owners_of(noun))
                yield from self._including(noun)
                return
        if is_sure and noun.lemma.lower() in words.courts:
            yield VenueMention("place", name_of(noun))

    def _presented(self, preposition: str, noun: Token) -> Iterator[VenueMention]:
        """Yield the event of a phrase and its town: "presented at a conference in Oslo"."""
        if preposition not in self._prepositions.loose_event or not self._events.is_event(noun):
            return
        yield from self._events.venues_of(noun)
        yield from self._towns_of(noun)

    def _towns_of(self, token: Token) -> Iterator[VenueMention]:
        yield from (VenueMention("place", name_of(t)) for t in towns_of(token, self._words))

    def _name_after(self, press: Token, source: Sequence[Token]) -> Iterator[VenueMention]:
        """Yield the name after a noun for an outlet; the parser may attach it to a later verb."""
        name: list[Token] = []
        for token in source:
            if token.i == press.i + len(name) + 1:
                if token.pos != "PROPN" or token.entity in _NO_OUTLETS:
                    break
                name.append(token)
        if name and name[-1] not in press.children:
            yield VenueMention("medium", name)

    def _including(self, noun: Token) -> Iterator[VenueMention]:
        """Yield the names after "including": "in journals including Stones"."""
        for preposition, name in prepositional(noun):
            if preposition.is_a("inclusion") and name.pos == "PROPN":
                yield VenueMention("medium", outlet_name(name))


def _clauses_of(noun: Token) -> list[Token]:
    return [c for c in noun.children if c.dep in NOUN_CLAUSES]
