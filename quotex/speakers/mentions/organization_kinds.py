"""Which organization "the airline" is, given what the article says about its organizations.

The rule: a definite singular noun refers to the only organization whose name or apposition gives
that kind ("Lundby Airways", "Wings United, a pilots' union"). Of several, it is the one named last;
a noun that suits most organizations ("the company") is the one that acted last. No other may be
named or act beside it. If that is unclear, the noun is a speaker of its own.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence, Set
from itertools import islice, takewhile

from quotex.languages import Language
from quotex.parse.grammar import NOUN_SUBJECTS, is_plural
from quotex.parse.view import Token, View
from quotex.speakers.mentions.offices import manner_of
from quotex.speakers.mentions.roles import Binding, Role, Roles, modifiers
from quotex.speakers.names.cluster import Cluster
from quotex.speakers.names.parts import name_heads

_BODIES = frozenset({"ORG", "FAC"})
_REACH = 1  # sentences back to one that acted
_FAR = 4  # the same, if nobody else has acted since
_MENTIONS_BACK = 100  # mentions back to one of several of a kind
_LEAD_PARAGRAPHS = 2  # paragraphs that may mention one that is named further down
_REACH_OF_LEAD = 8  # paragraphs


class OrganizationKinds:
    """Finds the named organizations of one article by the kind that a noun gives."""

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
        self._bodies: dict[int, Cluster] = {}
        self._by_noun: dict[str, list[tuple[int, int]]] = {}
        self._kinds: dict[int, frozenset[str]] = {}
        self._words_of: dict[int, frozenset[str]] = {}
        for cluster in clusters:
            if cluster.label in _BODIES:
                self._add(cluster)
        self._by_first = self._unique_first_words()
        self._other_at = -1
        self._actors: set[int] = set()
        self._acted: list[tuple[int, Cluster]] = []
        self._mentioned: list[tuple[int, Cluster]] = []

    def _add(self, cluster: Cluster, stated_kind: str = "") -> None:
        """Add an organization; a building counts as one only if its kind is known: a hotel."""
        number, first = cluster.number, cluster.runs[0][0]
        kinds = self._kinds_from_name(cluster) | ({stated_kind} if stated_kind else set())
        if cluster.label != "ORG" and not kinds & self._known_kinds:
            return
        self._bodies[number] = cluster
        self._kinds[number] = kinds
        self._words_of[number] = self._all_words(cluster)
        for noun in {*kinds, *(n for n in self._nouns.any if self._may_be_called(cluster, n))}:
            insort(self._by_noun.setdefault(noun, []), (first, number))

    def add_described(self, cluster: Cluster, noun: Token) -> None:
        """Add an organization whose kind is given by a noun beside its name."""
        if cluster.number not in self._bodies:
            self._add(cluster, noun.lemma)

    def mention(self, cluster: Cluster, token: Token) -> None:
        """Note a mention, in text order."""
        first = token.head if token.dep == "conj" else token
        acts = first.dep in NOUN_SUBJECTS or token.i in self._sources
        if cluster.label in _BODIES and cluster.number not in self._kinds:
            self._add(cluster)  # one that has no name of its own: "the Lundby council"
        if cluster.number in self._kinds:
            self._mentioned.append((token.sentence, cluster))
            if acts:
                self._acted.append((token.sentence, cluster))
                self._actors.add(cluster.number)
        elif acts and cluster.is_named:
            self._other_at = token.sentence

    def unknown(self, word: Token) -> None:
        """Note a capitalised word that may name another organization, in text order.

        It may be the first word of a longer name: "Tessel" for "Tessel Micro".
        """
        if word.dep in NOUN_SUBJECTS:
            cluster = self._by_first.get(word.lower)
            if cluster is not None:
                self._acted.append((word.sentence, cluster))
            else:
                self._other_at = word.sentence

    def named(self, noun: Token) -> Binding | None:
        """Return the organization that a noun refers to, or None if that is unclear."""
        if is_plural(noun) or not self._is_kind_noun(noun.lemma):
            return None
        manner = manner_of(noun, self._view)
        if manner not in {"definite", "bare"}:
            return None
        required = modifiers(noun)
        if noun.lemma in self._nouns.any:
            return self._only_described(noun) if required else self._last_actor(noun)
        if manner == "bare" and len(noun.children) == 0 and noun.lemma not in self._nouns.others:
            return None
        typed = list(islice(self._of_kind(noun.lemma, required), 2))
        if len(typed) > 1:
            return self._last_of(noun, required)
        if not typed:
            return None
        if typed[0].runs[0][0] > noun.i:
            return self._named_later(noun, typed[0])
        if self._has_rival(typed[0], noun):
            return None
        return Binding(typed[0], f"the only {noun.lemma} that the article names")

    def _of_kind(self, noun: str, required: frozenset[str]) -> Iterator[Cluster]:
        """Yield the organizations that a noun with its modifiers may refer to, each once."""
        seen: set[int] = set()
        for kind in (noun, *self._nouns.stands_for.get(noun, ())):
            for _, number in self._by_noun.get(kind, ()):
                if number not in seen and required <= self._words_of[number]:
                    seen.add(number)
                    yield self._bodies[number]

    def _is_kind_noun(self, lemma: str) -> bool:
        words = self._words
        return words.is_body(lemma) or lemma in self._nouns.any

    def _has_rival(self, cluster: Cluster, noun: Token) -> bool:
        """Whether another organization, whose kind is unknown, acted just before.

        It may be of the same kind, unless the noun is in the name of ``cluster``.
        """
        heads = name_heads(cluster.name, self._words.name_links)
        if noun.lemma in heads:
            return False
        near = takewhile(lambda act: noun.sentence - act[0] <= _REACH, reversed(self._acted))
        rivals = (c for _, c in near if c != cluster)
        return any(not self._kinds[c.number] & self._known_kinds for c in rivals)

    def _named_later(self, noun: Token, cluster: Cluster) -> Binding | None:
        first = self._view.tokens[cluster.runs[0][0]]
        at = self._view.paragraph(noun)
        if at >= _LEAD_PARAGRAPHS or self._view.paragraph(first) - at > _REACH_OF_LEAD:
            return None
        return Binding(cluster, f"the only {noun.lemma} that the article names, further on")

    def _last_of(self, noun: Token, required: frozenset[str]) -> Binding | None:
        """Return the one of several that was named last, if no other was named beside it."""
        near = reversed(self._mentioned[-_MENTIONS_BACK:])
        mentioned = [(at, c) for at, c in near if self._is_of_kind(c, noun.lemma, required)]
        if not mentioned or any(
            c != mentioned[0][1] for at, c in mentioned if at == mentioned[0][0]
        ):
            return None
        return Binding(mentioned[0][1], f"the {noun.lemma} that was named last")

    def _only_described(self, noun: Token) -> Binding | None:
        """Return the only company so far, if it just acted: "the Lundby-based maker of nets"."""
        if noun.child("poss") or noun.lemma not in self._nouns.any_business:
            return None
        only = self._only_before(noun)
        acted = [at for at, c in self._acted[-1:] if c == only]
        if only is None or not acted or not 0 < noun.sentence - acted[0] <= _REACH:
            return None
        return Binding(only, f"the only {noun.lemma} named so far")

    def _last_actor(self, noun: Token) -> Binding | None:
        """Return the only one that may be called "the company", or else the last one to act."""
        only = self._only_before(noun)
        if only is not None and (
            only.number in self._actors or self._is_described_as(only, noun.lemma)
        ):
            return Binding(only, f"the only {noun.lemma} named so far")
        near = takewhile(lambda act: noun.sentence - act[0] <= _FAR, reversed(self._acted))
        acted = [(at, c) for at, c in near if self._may_be_called(c, noun.lemma)]
        if not acted:
            return None
        at, last = acted[0]
        if any(c != last for when, c in acted if when == at):
            return None
        if self._other_at > at and noun.sentence - at > _REACH:
            return None
        return Binding(last, f"the last {noun.lemma} to act")

    def _only_before(self, noun: Token) -> Cluster | None:
        """Return the only organization before a noun that may be called by it."""
        pool = self._by_noun.get(noun.lemma, [])
        first = min((t.i for t in noun.children if t.i < noun.i), default=noun.i)
        return self._bodies[pool[0][1]] if bisect_left(pool, (first, 0)) == 1 else None

    def _is_described_as(self, cluster: Cluster, noun: str) -> bool:
        return noun in self._kinds[cluster.number]

    def _may_be_called(self, cluster: Cluster, noun: str) -> bool:
        """Whether an organization may be called "the company", or any other such noun."""
        kinds, nouns = self._kinds[cluster.number], self._nouns
        if noun not in nouns.any:
            return False
        if noun in kinds or kinds & nouns.businesses:
            return True
        if kinds & self._words.government or self._is_outlet(cluster):
            return False
        return noun in nouns.any_body or not kinds & nouns.others

    def _is_outlet(self, cluster: Cluster) -> bool:
        """Whether an organization is known to report news: "Reuters said the company …"."""
        name = cluster.name.casefold()
        return name in self._outlets or name.split()[-1] in self._outlet_words

    def _is_of_kind(self, cluster: Cluster, noun: str, required: frozenset[str]) -> bool:
        kinds = self._kinds[cluster.number]
        wanted = {noun, *self._nouns.stands_for.get(noun, ())}
        return bool(kinds & wanted) and required <= self._words_of[cluster.number]

    def _unique_first_words(self) -> dict[str, Cluster]:
        """Return the organizations by the first word of a longer name, if it is unique."""
        found: dict[str, list[Cluster]] = {}
        for cluster in self._bodies.values():
            words = cluster.name.casefold().split()
            if len(words) > 1:
                found.setdefault(words[0], []).append(cluster)
        return {word: clusters[0] for word, clusters in found.items() if len(clusters) == 1}

    def _kinds_from_name(self, cluster: Cluster) -> frozenset[str]:
        heads = name_heads(cluster.name, self._words.name_links)
        kinds = {head.strip(".") for head in heads}
        for word in list(kinds):
            kinds.update(self._nouns.by_name.get(word, ()))
        return frozenset(kinds | {role.noun for role in self._roles_of(cluster)})

    def _all_words(self, cluster: Cluster) -> frozenset[str]:
        described = (role.modifiers for role in self._roles_of(cluster))
        return frozenset(cluster.name.casefold().split()).union(*described)

    def _roles_of(self, cluster: Cluster) -> Sequence[Role]:
        return self._roles.of.get(cluster.number, ())
