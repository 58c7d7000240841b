"""Who issued a document: a statement speaks for whoever made or issued it.

An article says this once for each document, in the sentence that quotes from it or in any other
("the ministry issued a statement", "its author, Ada Roe, …"), and then says "the statement". A
document that is introduced without an issuer has none, whoever issued an earlier one of its kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from quotex.languages.word_lists import SpeakerWords
from quotex.parse.grammar import (
    agent,
    is_definite,
    is_passive,
    is_plural,
    phrase,
    prepositional,
    subject,
)
from quotex.parse.view import Token, View
from quotex.quotations.candidate import Candidate
from quotex.speakers.issuer_log import IssuerLog
from quotex.speakers.kinds import is_document, kind_of_noun
from quotex.speakers.mentions.chains import Chains
from quotex.speakers.names.cluster import Cluster
from quotex.speakers.names.names import Names
from quotex.speakers.on_behalf import represented
from quotex.speakers.phrases import head_of, plain

_SENTENCES_TO_MAKER = 1
_HANDLE = "@"
_RECENT = 150  # tokens
_MODIFIERS = frozenset({"compound", "nmod"})
_ISSUER_CLUES = frozenset({"NOUN", "VERB"})
_SPEAKERS = frozenset({"person", "group", "organization", "government"})
_BODIES = frozenset({"organization", "government"})


class Issuers:
    """Finds who issued the documents of an article; ``note`` is called in text order."""

    def __init__(self, view: View, words: SpeakerWords, names: Names, chains: Chains) -> None:
        self._view = view
        self._words = words
        self._names = names
        self._chains = chains
        self._log = IssuerLog(words)
        self._handles: dict[str, Cluster] = {}
        self._last_document: Token | None = None
        self._last_speech: tuple[Token, Cluster] | None = None
        for token in view.tokens:
            if token.pos in _ISSUER_CLUES or token.lemma in words.makers:
                self._learn(token)

    def note(self, candidate: Candidate, speaker: Cluster | None) -> None:
        """Remember who issued a document: in "X said in a statement", X did."""
        self._last_speech = (candidate.cue[-1], speaker) if candidate.cue and speaker else None
        if speaker is None or not (speaker.is_named or self._is_body(candidate.source)):
            return
        carriers = [noun for token in candidate.cue for _, noun in prepositional(token)]
        for noun in [*carriers, *candidate.cue]:
            if noun.pos == "NOUN" and is_document(noun, self._words):
                self._log.note(noun.lemma, noun.i, speaker)
        head = head_of(candidate.source) if candidate.source else None
        if head is not None and is_document(head, self._words):
            self._log.note(head.lemma, head.i, speaker)

    def issuer(self, source: Sequence[Token], head: Token) -> Cluster | None:
        """Return who issued the document that heads a source, or None if the text names nobody.

        The issuers of several documents joined by "and" speak together, if all are known.
        """
        inside = {t.i for t in source}
        joined = [c for c in head.children if c.dep == "conj" and c.i in inside]
        found = [self._issuer(source, document) for document in [head, *joined]]
        issuers = list(dict.fromkeys(c for c in found if c is not None))
        if None in found or not issuers:
            return None
        return self._chains.joint(issuers) if len(issuers) > 1 else issuers[0]

    def _issuer(self, source: Sequence[Token], head: Token) -> Cluster | None:
        if head.lemma in self._words.polls:
            return self._pollster(head)
        issuer = (
            self._stated_issuer(head)
            or self._named_before(source, head)
            or self._log.at(head.i)
            or self._only_body(head)
            or self._only_company(head)
        )
        if issuer is not None:
            return issuer
        is_known = any(t.is_a("definite") for t in source)
        is_repeated = any(c.lower in self._words.repeating for c in head.children)
        before = self._log.before(head.lemma, head.i) if is_known or is_repeated else None
        return before or (None if is_known else self._last_body_to_speak(head))

    def _pollster(self, poll: Token) -> Cluster | None:
        """Return whose poll it is: "a poll by Lund", but not "a bill by Senator Roe"."""
        if poll.lemma not in self._words.surveys:
            return None
        by = [
            noun
            for word, noun in prepositional(poll)
            if word.is_a("agent_preposition") or (word.is_a("origin") and not is_plural(poll))
        ]
        found = (self._bearer(noun) for noun in [*by, *self._makers(poll)])
        return next((c for c in found if c is not None and c.label == "ORG"), None)

    def owner(self, head: Token) -> Token | None:
        """Return the noun that says whose document it is, if it refers to no known name.

        The noun must be definite ("the inquiry’s report", whereas "a clerk's log" is just a log),
        or a proper noun that the recogniser does not take for a name.
        """
        owner = head.child("poss")
        if owner is not None and owner.pos == "NOUN" and is_definite(owner):
            return owner if kind_of_noun(owner, self._words) in _SPEAKERS else None
        by = (noun for word, noun in prepositional(head) if word.is_a("agent_preposition"))
        maker = next(chain(by, self._makers(head)), None)
        is_known = maker is not None and (is_definite(maker) or maker.child("poss") is not None)
        if maker is not None and (maker.pos == "NOUN" or maker.text.islower()) and is_known:
            return maker if kind_of_noun(maker, self._words) in _SPEAKERS else None
        nouns = [owner] if owner is not None else []
        if head.lemma in self._words.printed:
            nouns += [noun for word, noun in prepositional(head) if word.is_a("print_preposition")]
        return next((noun for noun in nouns if self._is_unknown_name(noun)), None)

    def _learn(self, token: Token) -> None:
        """Note what a word says about a document's issuer."""
        words = self._words
        if token.pos == "NOUN" and is_document(token, words):
            issuer = self._stated_issuer(token) or self._issuer_as_argument(token)
            is_new = any(c.is_a("indefinite_article") for c in token.children)
            if issuer is not None or is_new:
                self._log.note(token.lemma, token.i, issuer)
            self._last_document = token
        elif token.pos == "VERB" and token.lemma in words.announcing and not is_passive(token):
            actor = subject(token)
            issuer = self._bearer(actor) if actor is not None else None
            if issuer is not None:
                self._log.note(words.announcing[token.lemma], token.i, issuer)
        elif token.lemma in words.makers and (document := self._made_document(token)) is not None:
            maker = self._bearer(token)
            if maker is not None and maker.label == "PERSON":
                self._log.note(document.lemma, document.i, maker)

    def _stated_issuer(self, document: Token) -> Cluster | None:
        """Return the issuer given beside a document: its owner, "by Roe", "signed by Roe"."""
        for noun in self._issuer_nouns(document):
            cluster = self._handle(noun) or self._bearer(noun)
            if cluster is not None:
                return cluster
        return None

    def _issuer_nouns(self, document: Token) -> Iterator[Token]:
        is_topical = document.lemma in self._words.topical
        owner = document.child("poss")
        if owner is not None:
            yield owner
        for word, noun in prepositional(document):
            if word.is_a("agent_preposition"):
                yield noun
                beside = document.child("appos")  # of the maker: "by the director, Ada Roe"
                yield from [beside] if beside is not None and beside.entity == "PERSON" else ()
            elif word.is_a("issuer_preposition"):
                is_origin = word.is_a("origin")
                if not (is_topical and (not is_origin or self._is_place(noun))):
                    yield noun
            elif word.is_a("print_preposition") and document.lemma in self._words.printed:
                yield from [noun] if self._is_outlet(noun) else ()
        yield from chain(self._makers(document), represented(document))

    def _makers(self, document: Token) -> Iterator[Token]:
        """Yield who made a document: Roe in "a letter signed by Roe", nobody if it was leaked.

        Documents in the plural may be somebody else's: "e-mails released by the court".
        """
        if document.tag != "NN" and document.lower not in self._words.document_forms:
            return
        for verb in document.children:
            if verb.dep == "acl" and verb.lemma in self._words.making:
                maker = agent(verb)
                if maker is not None:
                    yield maker
            elif verb.dep == "relcl" and verb.lemma in self._words.making and not is_passive(verb):
                maker = verb.child("nsubj")  # "a report that the agency issued"
                if maker is not None and not maker.is_a("relative_noun"):
                    yield maker

    def _issuer_as_argument(self, document: Token) -> Cluster | None:
        """Return the issuer of a document that is the object or passive subject of a verb."""
        verb = document.head
        if verb.lemma not in self._words.making or is_plural(document):
            return None
        if document.dep == "nsubjpass":
            maker = agent(verb)
        elif document.dep == "dobj":
            maker = subject(verb)
        else:
            return None
        return self._bearer(maker) if maker is not None else None

    def _made_document(self, maker: Token) -> Token | None:
        """Return the document of "its author" or "the report's author", if one was mentioned."""
        owner = maker.child("poss")
        of = next((noun for word, noun in prepositional(maker) if word.is_a("of")), None)
        named = owner if owner is not None else of
        if named is None:
            return None
        document = self._last_document
        if document is None or maker.sentence - document.sentence > _SENTENCES_TO_MAKER:
            return None
        is_it = named.is_a("neuter_pronoun") or named.lemma == document.lemma
        return document if is_it else None

    def _named_before(self, source: Sequence[Token], head: Token) -> Cluster | None:
        """Return the organization whose name precedes a document: "the Courier article"."""
        if is_plural(head):
            return None
        names = (self._names.covering(t) for t in source if t.i < head.i)
        return next((c for c in names if c is not None and c.label == "ORG"), None)

    def _only_body(self, head: Token) -> Cluster | None:
        """Return the one organization named so far, whose minutes "the minutes" must be."""
        if head.lower not in self._words.kept_by_bodies or not is_definite(head):
            return None
        before = [c for c in self._names.clusters if c.runs and c.runs[0][0] < head.i]
        bodies = [c for c in before if c.label == "ORG"]
        return bodies[0] if len(bodies) == 1 else None

    def _only_company(self, head: Token) -> Cluster | None:
        """Return the company of "company statistics", if just one has been named recently."""
        is_owned = any(c.dep in _MODIFIERS and c.lemma in self._words.common for c in head.children)
        if not is_owned:
            return None
        near = [c for _, c in self._names.before(head.i, _RECENT) if c.label == "ORG"]
        return near[0] if len(set(near)) == 1 else None

    def _is_body(self, source: Sequence[Token]) -> bool:
        """Whether a source is a body called only by a noun: "the ministry"."""
        head = head_of(source) if source else None
        if head is None or head.tag != "NN" or not is_definite(head):
            return False
        return kind_of_noun(head, self._words) in _BODIES

    def _last_body_to_speak(self, head: Token) -> Cluster | None:
        """Return the body that has just spoken, as the issuer of "a statement" without another.

        None if another organization or a person has been named since.
        """
        if head.lemma not in self._words.voices or self._last_speech is None:
            return None
        cue, speaker = self._last_speech
        is_near = self._view.paragraph(cue) == self._view.paragraph(head)
        if speaker.label != "ORG" or not is_near or cue.i > head.i:
            return None
        since = (cluster for _, cluster in self._names.before(head.i, head.i - cue.i))
        return speaker if all(c == speaker or c.label == "GPE" for c in since) else None

    def _bearer(self, noun: Token) -> Cluster | None:
        """Return the named cluster that a noun or pronoun refers to."""
        named = self._names.at(phrase(noun)) or self._names.covering(noun)
        if named is not None:
            return named
        referent = self._chains.at(noun)
        return referent.cluster if referent is not None and referent.cluster.is_named else None

    def _handle(self, noun: Token) -> Cluster | None:
        """Return who goes by a handle: "a post by @fishwife", or by "the user @fishwife"."""
        words = self._view.tokens[noun.i : noun.i + 2]
        handle = next((t for t in words if t.text.startswith(_HANDLE) and len(t.text) > 1), None)
        if handle is None:
            return None
        if handle.text not in self._handles:
            self._handles[handle.text] = self._chains.add(handle.text, "PERSON", [handle])
        return self._handles[handle.text]

    def _is_unknown_name(self, noun: Token) -> bool:
        """Whether a noun ends a name of two words or more but has no entity label."""
        words = phrase(noun)
        return noun.pos == "PROPN" and not noun.entity and sum(t.pos == "PROPN" for t in words) > 1

    def _is_place(self, noun: Token) -> bool:
        named = self._names.at(phrase(noun))
        return named is not None and named.label in {"GPE", "FAC"}

    def _is_outlet(self, noun: Token) -> bool:
        """Whether a noun names a paper and not, for example, a parliament."""
        named = self._names.at(phrase(noun))
        if named is None or named.label != "ORG":
            return False
        return plain(self._view, [noun]).casefold() not in self._words.government
