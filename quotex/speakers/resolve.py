"""Who a source is: by name, by office, by the best fit for a pronoun, or by its own words."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.parse.grammar import phrase, prepositional
from quotex.parse.view import Token
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context
from quotex.quotations.rules.transcripts.turns import is_turn
from quotex.speakers.appositions import AppositiveNames
from quotex.speakers.attribution import Attribution, ResolvedSpeaker, SpeakerRecords
from quotex.speakers.coreference.resolver import MentionResolver, ToolClusters
from quotex.speakers.issuers import Issuers
from quotex.speakers.kinds import is_document, is_nobody
from quotex.speakers.mentions.chains import Chains, enumeration
from quotex.speakers.mentions.exchange import Exchange
from quotex.speakers.mentions.pronouns import pronoun_features
from quotex.speakers.names.builder import find_names
from quotex.speakers.names.cluster import Cluster
from quotex.speakers.names.parts import is_national, is_noun_in_capitals
from quotex.speakers.phrases import head_of, naming_words, plain
from quotex.speakers.rough import is_unparsed, roughly_parsed
from quotex.speakers.sources import (
    coordinated_heads,
    person_after_office,
    person_set_off,
    relative_antecedent,
    source_words,
)
from quotex.speakers.turn_labels import LabelSpeakers, transcript_names

_BETWEEN_SPEECH = " \n\r\t\u00a0\"”“'’‘.,"  # what may separate speech from its continuation


def resolve_speakers(
    context: Context, candidates: Sequence[Candidate], resolver: MentionResolver | None = None
) -> list[ResolvedSpeaker | None]:
    """Return the speaker of each candidate, None where unknown; candidates are in text order."""
    if is_unparsed(context.view):
        context, candidates = roughly_parsed(context, candidates)
    return _SpeakerResolver(context, candidates, resolver).resolve()


class _SpeakerResolver:
    """Resolves the sources of one article's candidates, which are in text order."""

    def __init__(
        self,
        context: Context,
        candidates: Sequence[Candidate],
        resolver: MentionResolver | None,
    ) -> None:
        self._context = context
        self._view = context.view
        self._words = context.language.speakers
        self._candidates = candidates
        self._sources = [source_words(candidate) for candidate in candidates]
        sources = [source for source in self._sources if source]
        labels = transcript_names(context, candidates)
        self._names = find_names(self._view, context.language, sources, labels)
        self._appositive_names = AppositiveNames(self._names, context.language)
        heads = {head_of(source).i for source in sources}
        content = {
            t.i: number
            for number, candidate in enumerate(candidates)
            for start, end in candidate.content
            for t in context.index.between(start, end)
        }
        exchange = Exchange(context, candidates, self._sources)
        self._chains = Chains(context, self._names, heads, content, exchange)
        self._labels = LabelSpeakers(context, self._names, self._chains, candidates)
        self._issuers = Issuers(self._view, self._words, self._names, self._chains)
        self._tool = ToolClusters(self._view, resolver) if resolver is not None else None
        self._enclosing = _first_persons(context, candidates)
        self._names_used: dict[int, str] = {}

    def resolve(self) -> list[ResolvedSpeaker | None]:
        """Return the speaker of each candidate, in order, or None where it is unknown."""
        found: list[Attribution | None] = []
        for number, candidate in enumerate(self._candidates):
            attribution = self._attribution(number, candidate, found)
            found.append(attribution)
            self._issuers.note(candidate, attribution.cluster if attribution else None)
        records = SpeakerRecords(self._context, self._chains, self._names_used)
        return records.resolved(self._sources, found)

    def _attribution(
        self, number: int, candidate: Candidate, earlier: Sequence[Attribution | None]
    ) -> Attribution | None:
        if is_turn(candidate):
            return self._labels.speaker(candidate)
        source = self._sources[number]
        if not source:
            return self._from_continuation(candidate, earlier)
        head = head_of(source)
        is_empty = not any(token.is_word for token in source)  # a caller may give a mark
        if is_empty or (is_nobody(head) and self._names.covering(head) is None):
            return None
        if self._tool is not None and (by_tool := self._from_tool(head, self._tool)) is not None:
            return by_tool
        antecedent = relative_antecedent(head, self._names, self._words)
        if antecedent is None:
            return None
        if antecedent is not head:
            source, head = phrase(antecedent), antecedent
        if len(source) == 1:
            if head.is_a("first_person"):
                return self._first_person(head, number, earlier)
            if head.is_a("second_person") or pronoun_features(head) is not None:
                return self._pronoun(head)
        return self._noun_phrase(source, head)

    def _noun_phrase(self, source: Sequence[Token], head: Token) -> Attribution:
        if is_document(head, self._words) and self._names.covering(head) is None:
            return self._document(source, head) or self._described(source, head)
        several = self._joint(source, head)
        if several is not None:
            return Attribution(several, "name", "named together in the article")
        cluster = self._named(source, head)
        if cluster is not None:
            return Attribution(cluster, "name", f"named “{cluster.name}” in the article")
        referent = self._chains.at(head)
        if referent is not None and referent.rule == "title":
            return Attribution(referent.cluster, "title", referent.detail)
        return self._described(source, head)

    def _document(self, source: Sequence[Token], head: Token) -> Attribution | None:
        """Return who issued a document, by name or by the noun of its owner."""
        detail = f"issued “{plain(self._view, naming_words(source))}”"
        issuer = self._issuers.issuer(source, head)
        if issuer is not None:
            return Attribution(issuer, "issuer", detail)
        owner = self._issuers.owner(head)
        if owner is None:
            return None
        described = self._described(phrase(owner), owner)
        return Attribution(described.cluster, "issuer", detail)

    def _named(self, source: Sequence[Token], head: Token) -> Cluster | None:
        """Return the name that heads a source or is an apposition to its noun."""
        names = self._names
        name = names.covering(head)
        if name is not None and name.label == "PERSON":
            return name
        beside = self._appositive_names.name(source, head)
        if name is not None:
            return beside or person_after_office(source, names) or name
        if beside is not None:
            return beside
        if head.pos != "NOUN" and not head.is_a("one_of_several"):
            return names.at(source)
        if head.tag == "NNS":
            return None
        after = names.at([t for t in source if t.i > head.i and t.head is head.head])
        if after is not None and after.label == "PERSON":
            return after  # "spokesman the Rev. Ada Roe"
        if head.lemma in self._words.person:
            set_off = person_set_off(source, names)
            if set_off is not None:
                return set_off
        found = (names.at(phrase(c)) for c in head.children if c.dep == "appos")
        return next((c for c in found if c is not None and c.label == "PERSON"), None)

    def _joint(self, source: Sequence[Token], head: Token) -> Cluster | None:
        """Return the speakers of "Ruiz and Okafor", if all have names and no two are the same."""
        heads = coordinated_heads(source, head, self._names)
        found = [self._names.covering(t) for t in heads]
        members = [m for m in found if m is not None]
        if len(heads) < 2 or len(members) < len(found) or len(set(members)) < len(members):
            return None
        cluster = self._chains.joint(members)
        has_article = [any(c.is_a("definite_article") for c in t.children) for t in heads]
        if any(has_article[1:]):  # "the Navy and the Coast Guard"; the first article is dropped
            others = [
                f"{self._words.article} {m.name}" if has else m.name
                for m, has in zip(members[1:], has_article[1:], strict=True)
            ]
            names = [members[0].name, *others]
            self._names_used[cluster.number] = enumeration(names, self._words.conjunction)
        return cluster

    def _pronoun(self, pronoun: Token) -> Attribution | None:
        referent = self._chains.at(pronoun)
        if referent is None:
            return None
        issued = self._issuer_of(referent.cluster)
        return issued or Attribution(referent.cluster, "pronoun", referent.detail)

    def _issuer_of(self, cluster: Cluster) -> Attribution | None:
        """Return who issued the document that a pronoun refers to."""
        if cluster.is_named or not cluster.runs:
            return None
        first, last = cluster.runs[0]
        words = self._view.tokens[max(first - 1, 0) : last]  # with the article before it
        head = head_of(self._view.tokens[first:last])
        return self._document(words, head) if is_document(head, self._words) else None

    def _first_person(
        self, pronoun: Token, number: int, earlier: Sequence[Attribution | None]
    ) -> Attribution | None:
        """Return the speaker of the quotation around "I"; elsewhere "we" is a speaker itself."""
        for other in self._enclosing.get(pronoun.i, []):
            around = earlier[other] if other < number else None
            if around is not None:
                detail = f"“{pronoun.text}”: its own speaker"
                return Attribution(around.cluster, "pronoun", detail)
        is_quoted = self._context.index.stretch_at(pronoun.start) is not None
        if pronoun.is_a("first_person_many") and not is_quoted:
            return self._own_paper(number) or self._described([pronoun], pronoun)
        return None

    def _own_paper(self, number: int) -> Attribution | None:
        """Return the paper that addresses its readers in "in last week's Courier we said"."""
        for verb in self._candidates[number].cue:
            for word, noun in prepositional(verb):
                issue = noun.child("poss")
                is_dated = issue is not None and issue.entity == "DATE"
                if word.is_a("print_preposition") and is_dated and noun.pos == "PROPN":
                    named = self._names.covering(noun)
                    if named is None or named.label != "ORG":
                        named = self._chains.add(noun.text, "ORG", [noun])
                    return Attribution(named, "name", f"“we” are “{named.name}”")
        return None

    def _from_continuation(
        self, candidate: Candidate, earlier: Sequence[Attribution | None]
    ) -> Attribution | None:
        """Return who spoke just before, if direct speech continues without a cue."""
        last = earlier[-1] if earlier else None
        if last is None or candidate.cue:
            return None
        number = len(earlier) - 1
        before = self._candidates[number]
        if any(self._context.index.stretch_at(c.start) is None for c in (before, candidate)):
            return None
        words = [*before.cue, *self._sources[number]]
        start = max(before.end, *(t.end for t in words), 0)
        between = self._view.text[start : candidate.start]
        breaks = between.replace("\r\n", "\n").count("\n\n")
        if between.strip(_BETWEEN_SPEECH) or breaks > 1:
            return None
        return Attribution(last.cluster, "continuation", "continues the words before it")

    def _from_tool(self, head: Token, tool: ToolClusters) -> Attribution | None:
        """Return what a coreference tool says about a pronoun or a noun without a name."""
        is_pronoun = pronoun_features(head) is not None
        if self._names.covering(head) is not None or not (is_pronoun or head.pos == "NOUN"):
            return None
        mentions = tool.mention_heads(head)
        for token in mentions:
            cluster = self._names.covering(token)
            if cluster is not None:
                detail = f"“{head.text}” is “{cluster.name}”"
                return Attribution(cluster, "coreference", detail, "model")
        noun = next((t for t in mentions if t.pos == "NOUN"), None)
        if not is_pronoun or noun is None:
            return None
        described = self._described(phrase(noun), noun)
        return Attribution(described.cluster, "coreference", described.detail, "model")

    def _described(self, source: Sequence[Token], head: Token) -> Attribution:
        """Return a speaker who is called by the words of the source."""
        words = naming_words(source)
        name = plain(self._view, words)
        detail = f"called “{name}”"
        referent = self._chains.at(head)
        if referent is not None and referent.rule == "noun":
            self._names_used[referent.cluster.number] = name
            return Attribution(referent.cluster, "noun", detail)
        is_seat = self._context.language.countries.place(name) is not None
        is_noun = is_noun_in_capitals(head, self._words) or is_national(words, self._words)
        is_name = head.pos == "PROPN" and not is_noun
        label = "GPE" if is_seat else "ORG" if is_name else "NOUN"
        return Attribution(self._chains.add(name, label, source), "noun", detail)


def _first_persons(context: Context, candidates: Sequence[Candidate]) -> dict[int, list[int]]:
    """Return the numbers of the candidates around each "I" or "we", by the token's number."""
    found: dict[int, list[int]] = {}
    for number, candidate in enumerate(candidates):
        for start, end in candidate.content:
            for token in context.index.between(start, end):
                if token.is_a("first_person"):
                    found.setdefault(token.i, []).append(number)
    return found
