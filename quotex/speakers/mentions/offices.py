"""Whom "the mayor" stands for, where the article has told who the mayor is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from quotex.languages import Language
from quotex.languages.word_lists import SpeakerWords
from quotex.parse.view import Token, View
from quotex.speakers.mentions.roles import Role, Roles, modifiers, role_lemma
from quotex.speakers.names.cluster import Cluster
from quotex.speakers.phrases import is_definite

_NEAR = 3  # paragraphs
_NO_FIT = -1


class Offices:
    """Who holds the offices of an article, and is what else it calls somebody."""

    def __init__(
        self, view: View, language: Language, clusters: Sequence[Cluster], roles: Roles
    ) -> None:
        self._view = view
        self._words = language.speakers
        self._former = language.classes.words("former")
        self._roles = roles.of
        self._by_noun: dict[str, list[Cluster]] = {}
        for cluster in clusters:
            for noun in dict.fromkeys(role.noun for role in roles.of.get(cluster.number, ())):
                self._by_noun.setdefault(noun, []).append(cluster)
        self._fitting: dict[Role, list[OfficeHolders]] = {}

    def holder(self, noun: Token) -> Cluster | None:
        """Return who a definite noun phrase stands for, None where that is not plain."""
        if noun.tag in {"NNS", "NNPS"} or not is_definite(noun):
            return None
        for holders in self._best_fits(Role(role_lemma(noun, self._words), modifiers(noun))):
            known = holders.named_before(noun.i)
            if known:
                return known[0] if len(known) == 1 else self._nearest(holders, noun)
        return None

    def _best_fits(self, office: Role) -> list[OfficeHolders]:
        """Return who may hold an office, those whom it fits best first."""
        known = self._fitting.get(office)
        if known is None:
            by_fit: dict[int, list[Cluster]] = {}
            for cluster in self._by_noun.get(office.noun, []):
                by_fit.setdefault(self._fit(cluster, office), []).append(cluster)
            fits = sorted((fit for fit in by_fit if fit > _NO_FIT), reverse=True)
            known = [OfficeHolders(by_fit[fit]) for fit in fits]
            self._fitting[office] = known
        return known

    def _fit(self, cluster: Cluster, office: Role) -> int:
        """Return how many modifiers agree, -1 where they make it another office."""
        found = [
            len(own.modifiers & office.modifiers)
            for own in self._roles[cluster.number]
            if own.noun == office.noun and self._agree(own.modifiers, office.modifiers)
        ]
        if office.noun in self._words.parties.values() and office.modifiers:
            found = [fit for fit in found if fit]  # any other state has its Republicans as well
        return max(found, default=_NO_FIT)

    def _agree(self, own: frozenset[str], asked: frozenset[str]) -> bool:
        """Whether what modifies somebody's role and an office can be said of one and the same."""
        ranks = self._words.ranks - self._former
        if own & ranks != asked & ranks:
            return False
        if asked & self._former and not own & self._former:
            return False
        places, asked_places = own - self._words.ranks, asked - self._words.ranks
        return not places or not asked_places or bool(places & asked_places)

    def _nearest(self, holders: OfficeHolders, noun: Token) -> Cluster | None:
        """Return the one last named, if that is not far away."""
        first, nearest = holders.last_named_before(noun.i)
        away = self._view.paragraph(noun) - self._view.paragraph(self._view.tokens[first])
        return nearest if away <= _NEAR else None


class OfficeHolders:
    """Clusters that fit an office equally well, looked up by where the text names them."""

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        self._clusters = sorted(clusters, key=_first_named)
        self._firsts = [_first_named(cluster) for cluster in self._clusters]
        self._runs = sorted((first, n) for n, c in enumerate(self._clusters) for first, _ in c.runs)

    def named_before(self, i: int) -> list[Cluster]:
        """Return the first two of those that are named before token ``i``."""
        return self._clusters[: min(bisect_left(self._firsts, i), 2)]

    def last_named_before(self, i: int) -> tuple[int, Cluster]:
        """Return the last name before token ``i``: its first token, and whose it is."""
        first, number = self._runs[bisect_left(self._runs, (i, 0)) - 1]
        return first, self._clusters[number]


def is_epithet(noun: Token, words: SpeakerWords) -> bool:
    """Whether a definite noun phrase tells of one person what has not been told before.

    "the 34-year-old" and "the former minister" do so; "the judge" may well be somebody new.
    """
    if not is_definite(noun):
        return False
    if noun.tag in {"NNS", "NNPS"} or role_lemma(noun, words) not in words.person:
        return noun.is_a("old") and noun.child("npadvmod") is not None
    before = [t for c in noun.children if c.i < noun.i for t in c.subtree()]
    age = tuple(words.age_endings)
    return any(t.is_a("former") or t.lower.endswith(age) for t in before)


def _first_named(cluster: Cluster) -> int:
    return cluster.runs[0][0]
