"""Which organization "the airline" is, by what the article tells of the kinds of its organizations.

The rule: a definite noun in the singular stands for the one organization whose name or apposition
tells that kind ("Lundby Airways", "Wings United, a pilots' union"). Of several, and where any body
may be called so ("the company"), it is the one that acted last, if no other did beside it. Where
that is not plain, the noun stands for itself.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from quotex.languages import Language
from quotex.parse.view import Token, View
from quotex.speakers.mentions.offices import manner_of
from quotex.speakers.mentions.roles import Binding, Role, Roles, modifiers
from quotex.speakers.names.cluster import Cluster
from quotex.speakers.names.parts import name_heads

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BODIES = frozenset({"ORG", "FAC"})
_PLURAL = frozenset({"NNS", "NNPS"})
_REACH = 1  # sentences back to one that acted
_FAR = 4  # the same, where nobody else acted since
_LEAD = 2  # paragraphs that may speak of one that is named further down
_REACH_OF_LEAD = 8  # paragraphs


class Types:
    """Finds the named organizations of one article by the kind that a noun tells."""

    def __init__(
        self,
        view: View,
        language: Language,
        clusters: Sequence[Cluster],
        roles: Roles,
        sources: Set[int],
    ) -> None:
        self._view = view
        self._words = language.speakers
        self._nouns = language.speakers.roles.organizations
        self._outlets = language.venues.outlets
        self._outlet_words = language.venues.outlet_words
        self._roles = roles
        self._sources = sources
        words = self._words
        self._known_kinds = words.roles.organization | words.organization | words.government
        self._bodies: list[Cluster] = []
        self._kinds: dict[int, frozenset[str]] = {}
        self._words_of: dict[int, frozenset[str]] = {}
        for cluster in clusters:
            if cluster.label in _BODIES:
                self._add(cluster)
        self._by_first = self._read_firsts()
        self._other_at = -1
        self._acted: list[tuple[int, Cluster]] = []
        self._said: list[tuple[int, Cluster]] = []

    def _add(self, cluster: Cluster) -> None:
        """Take in an organization; a building is one only where its kind is told: a hotel."""
        kinds = self._kinds_of(cluster)
        if cluster.label != "ORG" and not kinds & self._known_kinds:
            return
        self._bodies.append(cluster)
        self._kinds[cluster.number] = kinds
        self._words_of[cluster.number] = self._all_words(cluster)

    def tell(self, cluster: Cluster, noun: Token) -> None:
        """Take in an organization whose kind a noun tells."""
        self._add(cluster)
        self._kinds[cluster.number] |= {noun.lemma}

    def mention(self, cluster: Cluster, token: Token) -> None:
        """Note a mention, in text order."""
        first = token.head if token.dep == "conj" else token
        acts = first.dep in _SUBJECTS or token.i in self._sources
        if cluster.label in _BODIES and cluster.number not in self._kinds:
            self._add(cluster)  # one that has no name of its own: "the Lundby council"
        if cluster.number in self._kinds:
            self._said.append((token.sentence, cluster))
            if acts:
                self._acted.append((token.sentence, cluster))
        elif acts and cluster.is_named:
            self._other_at = token.sentence

    def unknown(self, word: Token) -> None:
        """Note a word with a capital that may name one more, in text order.

        It may be the first of a longer name: "Tessel" for "Tessel Micro".
        """
        if word.dep in _SUBJECTS:
            cluster = self._by_first.get(word.lower)
            if cluster is not None:
                self._acted.append((word.sentence, cluster))
            else:
                self._other_at = word.sentence

    def named(self, noun: Token) -> Binding | None:
        """Return the organization that a noun stands for, None where that is not plain."""
        if noun.tag in _PLURAL or not self._may_be_asked(noun.lemma):
            return None
        manner = manner_of(noun, self._view)
        if manner not in {"definite", "bare"}:
            return None
        asked = modifiers(noun)
        typed = [c for c in self._bodies if self._is_one(c, noun.lemma, asked)]
        is_any = noun.lemma in self._nouns.any
        if is_any:
            return None if asked else self._last_actor(noun, typed)
        before = [c for c in typed if c.runs[0][0] < noun.i]
        if manner == "bare" and len(noun.children) == 0 and noun.lemma not in self._nouns.others:
            return None
        if len(typed) == 1:
            if before and self._has_rival(typed[0], noun):
                return None
            if before:
                return Binding(typed[0], f"the only {noun.lemma} that the article names")
            return self._later(noun, typed[0])
        return self._last_of(noun, before)

    def _may_be_asked(self, lemma: str) -> bool:
        words = self._words
        return words.is_organization(lemma) or lemma in words.government or lemma in self._nouns.any

    def _has_rival(self, cluster: Cluster, noun: Token) -> bool:
        """Whether another, of which no kind is known, acted just before.

        It may be of that kind as well, unless the name of the one says so.
        """
        heads = name_heads(cluster.name, self._words.name_links)
        if noun.lemma in heads:
            return False
        near = (c for at, c in self._acted if noun.sentence - at <= _REACH and c != cluster)
        return any(not self._kinds[c.number] & self._known_kinds for c in near)

    def _later(self, noun: Token, cluster: Cluster) -> Binding | None:
        first = self._view.tokens[cluster.runs[0][0]]
        at = self._view.paragraph(noun)
        if at >= _LEAD or self._view.paragraph(first) - at > _REACH_OF_LEAD:
            return None
        return Binding(cluster, f"the only {noun.lemma} that the article names, afterwards")

    def _last_of(self, noun: Token, typed: Sequence[Cluster]) -> Binding | None:
        """Return the one of several that was named last, if no other was named beside it."""
        numbers = {c.number for c in typed}
        said = [(at, c) for at, c in self._said if c.number in numbers]
        if not said:
            return None
        last = said[-1][1]
        if any(c != last for at, c in said if at == said[-1][0]):
            return None
        return Binding(last, f"the {noun.lemma} that was named last")

    def _last_actor(self, noun: Token, typed: Sequence[Cluster]) -> Binding | None:
        """Return the one that may be called "the company", or acted last of those that may be."""
        before = {
            c for c in self._bodies if c.runs[0][0] < noun.i and self._may_be(c, noun.lemma)
        }
        acted = [(at, c) for at, c in self._acted if c in before]
        if len(before) == 1 and (acted or typed):
            return Binding(next(iter(before)), f"the only {noun.lemma} named so far")
        if not acted:
            return None
        at, last = acted[-1]
        if len({c for when, c in acted if when == at}) != 1:
            return None
        away = noun.sentence - at
        if away > (_REACH if self._other_at > at else _FAR):
            return None
        return Binding(last, f"the last {noun.lemma} to act")

    def _may_be(self, cluster: Cluster, noun: str) -> bool:
        """Whether an organization may be called "the company", or any other such noun."""
        kinds, nouns = self._kinds[cluster.number], self._nouns
        if noun in kinds or kinds & nouns.businesses:
            return noun in nouns.any
        if kinds & self._words.government or self._is_outlet(cluster):
            return False
        return noun in nouns.any_body or not kinds & nouns.others

    def _is_outlet(self, cluster: Cluster) -> bool:
        """Whether an organization is known to report news: "Reuters said the company …"."""
        name = cluster.name.casefold()
        return name in self._outlets or name.split()[-1] in self._outlet_words

    def _is_one(self, cluster: Cluster, noun: str, asked: frozenset[str]) -> bool:
        kinds = self._kinds[cluster.number]
        wanted = {noun, *self._nouns.stands_for.get(noun, ())}
        return bool(kinds & wanted) and asked <= self._words_of[cluster.number]

    def _read_firsts(self) -> dict[str, Cluster]:
        """Return the organizations by the first word of a longer name, if no other has the same."""
        found: dict[str, list[Cluster]] = {}
        for cluster in self._bodies:
            words = cluster.name.casefold().split()
            if len(words) > 1:
                found.setdefault(words[0], []).append(cluster)
        return {word: clusters[0] for word, clusters in found.items() if len(clusters) == 1}

    def _kinds_of(self, cluster: Cluster) -> frozenset[str]:
        heads = name_heads(cluster.name, self._words.name_links)
        kinds = {head.strip(".") for head in heads}
        for word in list(kinds):
            kinds.update(self._nouns.by_name.get(word, ()))
        return frozenset(kinds | {role.noun for role in self._told(cluster)})

    def _all_words(self, cluster: Cluster) -> frozenset[str]:
        told = (role.modifiers for role in self._told(cluster))
        return frozenset(cluster.name.casefold().split()).union(*told)

    def _told(self, cluster: Cluster) -> Sequence[Role]:
        return self._roles.of.get(cluster.number, ())
