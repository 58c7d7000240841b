"""Who a source refers to, and the record that is made of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from quotex.parse.grammar import phrase
from quotex.parse.view import Token
from quotex.quotations.candidate import Bounds
from quotex.quotations.context import Context
from quotex.records import Span, Speaker, SpeakerKind
from quotex.speakers.countries import country_of
from quotex.speakers.kinds import kind_of_name, kind_of_noun
from quotex.speakers.mentions.chains import Chains
from quotex.speakers.mentions.learned_roles import stated_age
from quotex.speakers.mentions.roles import stated_role
from quotex.speakers.names.cluster import Cluster
from quotex.speakers.phrases import head_of


@dataclass(frozen=True, slots=True)
class Attribution:
    """The cluster that a source refers to; its record is made when all mentions are known."""

    cluster: Cluster
    rule: str
    detail: str
    by: Literal["rule", "model"] = "rule"


@dataclass(frozen=True, slots=True)
class ResolvedSpeaker:
    """A speaker, and how it was found."""

    speaker: Speaker
    rule: str
    detail: str
    by: Literal["rule", "model"] = "rule"


class SpeakerRecords:
    """Makes one record for each cluster that speaks in an article.

    ``names`` holds the names that sources use instead of a cluster's own, by its number.
    """

    def __init__(self, context: Context, chains: Chains, names: Mapping[int, str]) -> None:
        self._context = context
        self._view = context.view
        self._chains = chains
        self._names = names
        self._mentions: dict[int, list[Bounds]] = {}
        self._speakers: dict[int, Speaker] = {}

    def resolved(
        self, sources: Sequence[Sequence[Token]], attributions: Sequence[Attribution | None]
    ) -> list[ResolvedSpeaker | None]:
        """Return the speaker of each source, None for one without an attribution."""
        for source, attribution in zip(sources, attributions, strict=True):
            if attribution is not None and source:
                self._add_source(attribution.cluster, source)
        self._add_referents()
        return [self._resolved(a) if a is not None else None for a in attributions]

    def _add_source(self, cluster: Cluster, source: Sequence[Token]) -> None:
        """Note where a cluster is mentioned: by its name, or else by a source."""
        mentions = self._mentions.setdefault(cluster.number, [])
        runs = self._chains.runs(cluster) if cluster.is_named else ()
        if not runs:
            mentions.append((source[0].start, source[-1].end))
        elif not mentions:
            tokens = self._view.tokens
            mentions += [(tokens[first].start, tokens[last - 1].end) for first, last in runs]

    def _add_referents(self) -> None:
        """Add the pronouns and nouns that refer to speakers."""
        for number, referent in self._chains.referents.items():
            mentions = self._mentions.get(referent.cluster.number)
            if mentions is not None:
                token = self._view.tokens[number]
                words = (phrase(token) if referent.rule != "pronoun" else []) or [token]
                mentions.append((words[0].start, words[-1].end))

    def _resolved(self, attribution: Attribution) -> ResolvedSpeaker:
        number = attribution.cluster.number
        if number not in self._speakers:
            self._speakers[number] = self._speaker(attribution.cluster)
        speaker = self._speakers[number]
        return ResolvedSpeaker(speaker, attribution.rule, attribution.detail, attribution.by)

    def _speaker(self, cluster: Cluster) -> Speaker:
        cluster = replace(cluster, name=self._names.get(cluster.number, cluster.name))
        view, table = self._view, self._context.language.countries
        kind = self._kind(cluster)
        mentions = sorted(set(self._mentions.get(cluster.number, ())))
        return Speaker(
            name=cluster.name,
            kind=kind,
            named=cluster.is_named,
            role=stated_role(cluster, view, self._context.language.speakers),
            country=country_of(cluster, kind, view, table, self._chains.organ_countries),
            mentions=tuple(Span.of(view.text, *bounds) for bounds in mentions),
        )

    def _kind(self, cluster: Cluster) -> SpeakerKind:
        language = self._context.language
        is_organ = cluster.label in {"ORG", "FAC"}
        if is_organ and language.countries.place(cluster.name) is not None:
            return "government"
        if cluster.is_named:
            return kind_of_name(cluster, language.speakers)
        first, last = cluster.runs[0]
        head = head_of(self._view.tokens[first:last])
        if head.pos == "ADJ" and stated_age(cluster.name, language.speakers) is not None:
            return "person"  # "the 34-year-old"
        return kind_of_noun(head, language.speakers)
