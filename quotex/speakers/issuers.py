"""Who issued a document: a statement speaks for whoever made or issued it."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.languages.word_lists import SpeakerWords
from quotex.parse.grammar import agent, phrase, prepositional
from quotex.parse.view import Token
from quotex.quotations.candidate import Candidate
from quotex.speakers.mentions.chains import Chains
from quotex.speakers.names.cluster import Cluster
from quotex.speakers.names.names import Names
from quotex.speakers.phrases import head_of


class Issuers:
    """Remembers who issued the documents of an article, in text order."""

    def __init__(self, words: SpeakerWords, names: Names, chains: Chains) -> None:
        self._words = words
        self._names = names
        self._chains = chains
        self._issued: dict[str, Cluster] = {}

    def note(self, candidate: Candidate, speaker: Cluster | None) -> None:
        """Remember who issued a document: in "X said in a statement", X did."""
        if speaker is None or not speaker.is_named:
            return
        carriers = [noun for token in candidate.cue for _, noun in prepositional(token)]
        for noun in [*carriers, *candidate.cue]:
            if noun.lemma in self._words.documents and noun.pos == "NOUN":
                self._issued[noun.lemma] = speaker
        head = head_of(candidate.source) if candidate.source else None
        if head is not None and head.lemma in self._words.documents:
            self._issued[head.lemma] = speaker

    def issuer(self, source: Sequence[Token], head: Token) -> Cluster | None:
        """Return who issued the document that heads a source, None where the text names nobody."""
        if head.lemma in self._words.polls:
            return None
        owner = head.child("poss")
        nouns = [owner] if owner is not None else []
        nouns += [noun for word, noun in prepositional(head) if word.is_a("issuer_preposition")]
        nouns += self._makers(head)
        for noun in nouns:
            cluster = self._bearer(noun)
            if cluster is not None:
                return cluster
        for token in source:
            name = self._names.covering(token)
            is_one = head.tag not in {"NNS", "NNPS"}
            if token.i < head.i and is_one and name is not None and name.label == "ORG":
                return name
        if any(t.is_a("definite") for t in source):
            return self._issued.get(head.lemma)
        return None

    def _makers(self, head: Token) -> list[Token]:
        """Return who made a document: Roe in "a letter signed by Roe", nobody if it was leaked."""
        if head.tag != "NN":
            return []
        made = [c for c in head.children if c.dep == "acl" and c.lemma in self._words.making]
        return [maker for verb in made if (maker := agent(verb)) is not None]

    def _bearer(self, noun: Token) -> Cluster | None:
        """Return the one with a name that a noun or pronoun stands for."""
        named = self._names.at(phrase(noun))
        if named is not None:
            return named
        referent = self._chains.at(noun)
        return referent.cluster if referent is not None and referent.cluster.is_named else None
