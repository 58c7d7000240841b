"""Who a source is: by name, by title, by the pronoun's best fit, or by its own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from quotex.languages.countries import Countries
from quotex.languages.word_lists import SpeakerWords
from quotex.parse.grammar import phrase
from quotex.parse.view import Token
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context
from quotex.records import Span, Speaker, SpeakerKind
from quotex.speakers.coreference.resolver import MentionResolver, PeerClusters
from quotex.speakers.countries import country_of
from quotex.speakers.issuers import Issuers
from quotex.speakers.kinds import (
    head_of,
    kind_of_name,
    kind_of_noun,
    plain,
    role_of,
    words_of,
)
from quotex.speakers.mentions.chains import PRONOUNS, Chains
from quotex.speakers.names.names import Cluster, Names
from quotex.speakers.sources import (
    heads_of_several,
    referent,
    set_off,
    source_words,
    titled,
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A speaker, with how it was found."""

    speaker: Speaker
    rule: str
    detail: str
    by: Literal["rule", "model"] = "rule"


@dataclass(frozen=True, slots=True)
class Answer:
    """The cluster that a source stands for; its record is made when all mentions are known."""

    cluster: Cluster
    rule: str
    detail: str
    by: Literal["rule", "model"] = "rule"


def resolve_speakers(
    context: Context, candidates: Sequence[Candidate], resolver: MentionResolver | None = None
) -> list[Resolved | None]:
    """Return the speaker of each candidate, which come in text order, None where nothing tells."""
    return SpeakerResolver(context, context.language.speakers, candidates, resolver).resolve()


class SpeakerResolver:
    """Resolves the sources of one article's candidates, which it wants in text order."""

    def __init__(
        self,
        context: Context,
        words: SpeakerWords,
        candidates: Sequence[Candidate],
        resolver: MentionResolver | None = None,
    ) -> None:
        self._context = context
        self._view = context.view
        self._words = words
        self._candidates = candidates
        self._sources = [source_words(candidate) for candidate in candidates]
        place = context.language.countries.place
        self._names = Names(self._view, words, [s for s in self._sources if s], place)
        heads = {head_of(source).i for source in self._sources if source}
        content = {
            t.i: number
            for number, candidate in enumerate(candidates)
            for start, end in candidate.content
            for t in context.index.between(start, end)
        }
        self._chains = Chains(context, words, self._names, heads, content)
        self._issuers = Issuers(words, self._names, self._chains)
        self._peer = PeerClusters(self._view, resolver) if resolver is not None else None
        self._places: dict[int, tuple[Cluster, list[tuple[int, int]]]] = {}
        self._around = _first_persons(context, candidates)

    def resolve(self) -> list[Resolved | None]:
        """Return the speaker of each candidate, in their order, None where nothing tells."""
        answers: list[Answer | None] = []
        for number, candidate in enumerate(self._candidates):
            answers.append(self._answer(number, candidate, answers))
            self._issuers.note(candidate, answers[-1].cluster if answers[-1] else None)
        for source, answer in zip(self._sources, answers, strict=True):
            if answer is not None and source:
                self._place(answer.cluster, source[0].start, source[-1].end)
        self._place_mentions()
        speakers: dict[int, Speaker] = {}
        return [self._resolved(answer, speakers) if answer else None for answer in answers]

    def _answer(
        self, number: int, candidate: Candidate, earlier: list[Answer | None]
    ) -> Answer | None:
        source = self._sources[number]
        if not source:
            return self._continuation(candidate, earlier)
        head = head_of(source)
        if head.is_a("nobody") and source[0].is_a("nobody") and len(source) == 1:
            return None
        if self._peer is not None and (told := self._told(head)) is not None:
            return told
        stands_for = referent(head, self._names, self._words)
        if stands_for is None:
            return None
        if stands_for is not head:
            source, head = phrase(stands_for), stands_for
        if len(source) == 1 and (
            head.lower in PRONOUNS or head.is_a("first_person") or head.is_a("second_person")
        ):
            return self._pronoun(head, number, earlier)
        return self._noun_phrase(source, head)

    def _noun_phrase(self, source: Sequence[Token], head: Token) -> Answer:
        if head.lemma in self._words.documents and self._names.covering(head) is None:
            issuer = self._issuers.issuer(source, head)
            if issuer is not None:
                return Answer(issuer, "issuer", f"issued “{plain(self._view, words_of(source))}”")
            return self._described(source, head)
        several = self._joint(source, head)
        if several is not None:
            return Answer(several, "name", "named together in the article")
        cluster = self._named(source, head)
        if cluster is not None:
            return Answer(cluster, "name", f"named “{cluster.name}” in the article")
        reading = self._chains.at(head)
        if reading is not None and reading.rule == "title":
            return Answer(reading.cluster, "title", reading.detail)
        return self._described(source, head)

    def _named(self, source: Sequence[Token], head: Token) -> Cluster | None:
        """Return the name that heads a source or stands beside its noun as an apposition."""
        covering = self._names.covering(head)
        if covering is not None:
            return (
                covering if covering.label == "PERSON" else titled(source, self._names) or covering
            )
        if head.pos == "NOUN" and head.tag != "NNS":
            behind = self._names.at([t for t in source if t.i > head.i and t.head is head.head])
            if behind is not None and behind.label == "PERSON":
                return behind  # "spokesman the Rev. Ada Roe"
            if (
                head.lemma in self._words.person
                and (told := set_off(source, self._names)) is not None
            ):
                return told
            found = (self._names.at(phrase(c)) for c in head.children if c.dep == "appos")
            return next((c for c in found if c is not None and c.label == "PERSON"), None)
        return self._names.at(source) if head.pos != "NOUN" else None

    def _joint(self, source: Sequence[Token], head: Token) -> Cluster | None:
        """Return the speakers of "Ruiz and Okafor", their full names joined by "and"."""
        heads = heads_of_several(source, head, self._names)
        members = [self._names.covering(t) for t in heads]
        known = [m for m in members if m is not None]
        if len(heads) < 2 or len(known) < len(members) or len(set(map(id, known))) < len(known):
            return None
        cluster = self._chains.joint(known)
        if any(c.is_a("definite_article") for t in heads[1:] for c in t.children):
            parts = [
                f"the {c.name}" if any(w.is_a("definite_article") for w in t.children) else c.name
                for t, c in zip(heads[1:], known[1:], strict=True)
            ]
            cluster.name = " and ".join([", ".join([known[0].name, *parts[:-1]]), parts[-1]])
        return cluster

    def _pronoun(self, pronoun: Token, number: int, earlier: list[Answer | None]) -> Answer | None:
        if pronoun.is_a("first_person"):
            return self._first_person(pronoun, number, earlier)
        reading = self._chains.at(pronoun)
        if reading is None:
            return None
        return self._behind(reading.cluster) or Answer(reading.cluster, "pronoun", reading.detail)

    def _behind(self, cluster: Cluster) -> Answer | None:
        """Return who issued the document that a pronoun stands for."""
        if cluster.is_named or not cluster.runs:
            return None
        first, last = cluster.runs[0]
        words = self._view.tokens[max(first - 1, 0) : last]  # with the article before it
        head = head_of(self._view.tokens[first:last])
        issuer = self._issuers.issuer(words, head) if head.lemma in self._words.documents else None
        return Answer(issuer, "issuer", f"issued the {head.text}") if issuer is not None else None

    def _first_person(
        self, pronoun: Token, number: int, earlier: list[Answer | None]
    ) -> Answer | None:
        """Return the speaker of the quotation around "I"; "we" alone stands for itself."""
        for other in self._around.get(pronoun.i, []):
            answer = earlier[other] if other < number else None
            if answer is not None:
                return Answer(answer.cluster, "pronoun", f"“{pronoun.text}”: its own speaker")
        if (
            pronoun.is_a("first_person_many")
            and self._context.index.stretch_at(pronoun.start) is None
        ):
            return self._described([pronoun], pronoun)
        return None

    def _continuation(self, candidate: Candidate, earlier: list[Answer | None]) -> Answer | None:
        """Return who spoke just before, where direct speech goes on without a cue."""
        before = self._candidates[len(earlier) - 1] if earlier else None
        last = earlier[-1] if earlier else None
        if before is None or last is None or candidate.cue:
            return None
        if any(self._context.index.stretch_at(c.start) is None for c in (before, candidate)):
            return None
        words = [*before.cue, *self._sources[len(earlier) - 1]]
        between = self._view.text[max(before.end, *(t.end for t in words), 0) : candidate.start]
        if (
            between.strip(" \n\r\t\u00a0\"”“'’‘.,")
            or between.replace("\r\n", "\n").count("\n\n") > 1
        ):
            return None
        return Answer(last.cluster, "continuation", "the words before go on")

    def _told(self, head: Token) -> Answer | None:
        """Return what another tool says of a pronoun or a noun without a name."""
        if self._peer is None or self._names.covering(head) is not None:
            return None
        if head.lower not in PRONOUNS and head.pos != "NOUN":
            return None
        for token in self._peer.others(head):
            cluster = self._names.covering(token)
            if cluster is not None:
                return Answer(cluster, "coreference", f"“{head.text}” is “{cluster.name}”", "model")
        if head.lower in PRONOUNS:
            nouns = [t for t in self._peer.others(head) if t.pos == "NOUN"]
            if nouns:
                answer = self._described(phrase(nouns[0]), nouns[0])
                return Answer(answer.cluster, "coreference", answer.detail, "model")
        return None

    def _described(self, source: Sequence[Token], head: Token) -> Answer:
        known = self._chains.at(head)
        name = plain(self._view, words_of(source))
        if known is not None and known.rule == "noun":
            known.cluster.name = name
            return Answer(known.cluster, "noun", f"called “{name}”")
        is_seat = self._context.language.countries.place(name) is not None
        label = "GPE" if is_seat else "ORG" if head.pos == "PROPN" else "NOUN"
        cluster = Cluster(name, label, runs=[(source[0].i, source[-1].i + 1)])
        return Answer(cluster, "noun", f"called “{name}”")

    def _place(self, cluster: Cluster, start: int, end: int) -> None:
        self._places.setdefault(id(cluster), (cluster, []))[1].append((start, end))

    def _place_mentions(self) -> None:
        """Add the places of all names, titles and pronouns to those of the sources."""
        tokens = self._view.tokens
        for cluster, places in self._places.values():
            if cluster.is_named and cluster.runs:
                places[:] = [(tokens[a].start, tokens[b - 1].end) for a, b in cluster.runs]
        for number, reading in self._chains.readings.items():
            found = self._places.get(id(reading.cluster))
            if found is not None:
                words = phrase(tokens[number]) if reading.rule != "pronoun" else [tokens[number]]
                found[1].append((words[0].start, words[-1].end))

    def _resolved(self, answer: Answer, speakers: dict[int, Speaker]) -> Resolved:
        cluster = answer.cluster
        known = speakers.get(id(cluster))
        if known is None:
            places = sorted(set(self._places.get(id(cluster), (cluster, []))[1]))
            table = self._context.language.countries
            kind = self._kind(cluster, table)
            known = Speaker(
                name=cluster.name,
                kind=kind,
                named=cluster.is_named,
                role=role_of(cluster, self._view),
                country=country_of(cluster, kind, self._view, table),
                mentions=tuple(Span.of(self._view.text, *place) for place in places),
            )
            speakers[id(cluster)] = known
        return Resolved(known, answer.rule, answer.detail, answer.by)

    def _kind(self, cluster: Cluster, table: Countries) -> SpeakerKind:
        if cluster.label in {"ORG", "FAC"} and table.place(cluster.name) is not None:
            return "government"
        if cluster.is_named:
            return kind_of_name(cluster, self._words)
        first, last = cluster.runs[0]
        return kind_of_noun(head_of(self._view.tokens[first:last]), self._words)


def _first_persons(context: Context, candidates: Sequence[Candidate]) -> dict[int, list[int]]:
    """Return, for each "I" and the like within a content, the numbers of those candidates."""
    found: dict[int, list[int]] = {}
    for number, candidate in enumerate(candidates):
        for start, end in candidate.content:
            for token in context.index.between(start, end):
                if token.is_a("first_person"):
                    found.setdefault(token.i, []).append(number)
    return found
