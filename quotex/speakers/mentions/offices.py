"""Who "the mayor" refers to, if the article says who the mayor is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from quotex.languages import Language
from quotex.parse.grammar import is_definite, is_plural, prepositional
from quotex.parse.view import Token, View
from quotex.speakers.mentions.roles import (
    Binding,
    Role,
    Roles,
    belongs_elsewhere,
    modifiers,
    role_lemma,
)
from quotex.speakers.names.cluster import Cluster, agree

_NEAR = 3  # paragraphs
_NEAR_BEFORE = 1  # paragraphs from a noun to the name that comes later
_LEAD_PARAGRAPHS = 2  # paragraphs that may mention somebody who is named further down
_FAR_BEFORE = 8  # as _NEAR_BEFORE, but from a lead, or if modifiers agree
_NO_FIT = -1
_OWNERS = frozenset({"poss", "compound", "nmod"})
_COUNTING = frozenset({"det", "nummod"})
_OWNED = "'s"
_YOUNG = frozenset({"young"})


def _nobody(_: Token) -> None:
    return None


def manner_of(noun: Token, view: View) -> Literal["definite", "owned", "bare", "new"] | None:
    """Return how a noun phrase mentions its referent, None for any other way.

    "bare" is found in headlines ("widow tells inquest"); "new" is for one not mentioned before.
    """
    if noun.children and is_definite(noun):
        return "definite"
    before = [c for c in noun.children if c.i < noun.i]
    if any(c.dep == "poss" for c in before):
        return "owned"
    if any(c.is_a("indefinite_article") and c.dep == "det" for c in before):
        return "new"
    if view.paragraph(noun) or any(c.dep in _COUNTING for c in before):
        return None
    return "bare"


class Offices:
    """Who holds the offices in an article, and who its other nouns for people refer to.

    ``named`` returns who a noun or pronoun read earlier refers to.
    """

    def __init__(
        self,
        view: View,
        language: Language,
        clusters: Sequence[Cluster],
        roles: Roles,
        named: Callable[[Token], Cluster | None] = _nobody,
    ) -> None:
        self._view = view
        self._words = language.speakers
        self._former = language.classes.words("former")
        self._roles = roles
        self._named = named
        self._called = {number: [*own] for number, own in roles.of.items()}
        self._by_noun: dict[str, list[Cluster]] = {}
        for cluster in clusters:
            for noun in dict.fromkeys(self._nouns(cluster)):
                self._by_noun.setdefault(noun, []).append(cluster)
        self._set_off: dict[int, list[int]] = {}
        for i, cluster in roles.appositive_names.items():
            self._set_off.setdefault(cluster.number, []).append(i)
        self._fitting: dict[Role, list[OfficeHolders]] = {}

    def note(self, noun: Token, cluster: Cluster) -> None:
        """Note that a noun read just now says what somebody is, besides what the names say."""
        office = Role(role_lemma(noun, self._words), self._wanted_modifiers(noun))
        self._called.setdefault(cluster.number, []).append(office)
        holders = self._by_noun.setdefault(office.noun, [])
        if cluster not in holders:
            holders.append(cluster)
        self._fitting.clear()

    def holder(self, noun: Token, *, speaks: bool = False) -> Binding | None:
        """Return who a noun phrase refers to, or None if that is unclear.

        A definite phrase refers to somebody named before. At the start of an article or shortly
        before the name, it may refer to somebody named later, if nobody else fits.
        """
        if is_plural(noun) or noun.i in self._roles.appositive_names:
            return None
        lemma = role_lemma(noun, self._words)
        manner = manner_of(noun, self._view) if lemma in self._by_noun else None
        if manner is None:
            return None
        office = Role(lemma, self._wanted_modifiers(noun))
        fits = self._best_fits(office, is_owned=manner == "owned")
        owner = noun.child("poss")
        owning = self._named(owner) if owner is not None else None
        if manner != "new":
            for holders in fits:
                known = holders.named_before(noun.i)
                if owning is not None and owning in known:
                    return None  # nobody is his own rival
                if known:
                    one = known[0] if len(known) == 1 else self._nearest(holders, noun, office)
                    if one is None or self._is_of_another_body(noun, one, office):
                        return None
                    return self._binding(one, office, "")
        if manner == "new" and not speaks:
            return None
        return self._named_later(noun, office, fits, is_new=manner == "new")

    def _is_of_another_body(self, noun: Token, cluster: Cluster, office: Role) -> bool:
        """Whether "the chief of the union" is not the one called a chief executive before."""
        own = self._called[cluster.number]
        is_shared = any(self._places(r.modifiers) & self._places(office.modifiers) for r in own)
        is_called = any(role.noun == office.noun for role in own)
        return belongs_elsewhere(noun) and not is_called and not is_shared

    def may_refer_to(self, noun: Token, cluster: Cluster) -> bool:
        """Whether a noun may refer to somebody, given whom else the article calls that.

        "Rovers manager Ada Roe" is not "the Vale boss".
        """
        lemma = role_lemma(noun, self._words)
        if lemma not in self._by_noun:
            return True
        office = Role(lemma, self._wanted_modifiers(noun))
        fits = self._best_fits(office, is_owned=False)
        if cluster in self._by_noun[lemma] and self._fit(cluster, office) == _NO_FIT:
            return False
        return not fits or any(cluster in holders.clusters for holders in fits)

    def _named_later(
        self, noun: Token, office: Role, fits: Sequence[OfficeHolders], *, is_new: bool
    ) -> Binding | None:
        """Return the only one who fits, if the name follows soon after."""
        clusters = fits[0].clusters if len(fits) == 1 else []
        if len(clusters) != 1 or clusters[0].runs[0][0] < noun.i or clusters[0].label != "PERSON":
            return None
        if is_new and not self._is_introduced(noun, clusters[0], office):
            return None
        start, end = clusters[0].runs[0]
        first = self._view.tokens[start]
        if self._view.tokens[end - 1].head is noun.head:
            return None  # two arguments of one verb are two people
        at = self._view.paragraph(noun)
        away = self._view.paragraph(first) - at
        is_sure = at < _LEAD_PARAGRAPHS or self._fit(clusters[0], office) > 1
        reach = _FAR_BEFORE if is_sure else _NEAR_BEFORE
        return self._binding(clusters[0], office, ", named afterwards") if away <= reach else None

    def _is_introduced(self, noun: Token, cluster: Cluster, office: Role) -> bool:
        """Whether "a lawyer" is the one who is "the lawyer, Ada Roe," further down.

        Not if there may be a second lawyer, or if the first did not want to be named.
        """
        tokens = self._view.tokens
        called = (t for t in tokens if t.lemma == noun.lemma and t.pos == "NOUN")
        is_only = sum(manner_of(t, self._view) == "new" for t in called) == 1
        hides = any(t.lower in self._words.roles.anonymous for t in self._view.sentence(noun))
        if hides or not is_only:
            return False
        set_off = (tokens[i] for i in self._set_off.get(cluster.number, ()))
        if any(t.lemma == noun.lemma and is_definite(t) for t in set_off):
            return True
        return self._fit(cluster, office) > 1

    def _binding(self, cluster: Cluster, office: Role, where: str) -> Binding:
        called = next(
            own.noun
            for own in self._called[cluster.number]
            if any(True for _ in self._remaining_modifiers(own, office.noun))
        )
        return Binding(cluster, f"whom the article calls “{called}”{where}")

    def _nouns(self, cluster: Cluster) -> Iterator[str]:
        """Yield the nouns that may refer to somebody, given what the article calls them."""
        for role in self._called.get(cluster.number, ()):
            yield role.noun
            yield from self._words.roles.alternatives.get(role.noun, ())

    def _wanted_modifiers(self, noun: Token) -> frozenset[str]:
        """Return the modifiers of a noun, replaced with names where they refer to one."""
        found = set(modifiers(noun))
        owners = [c for c in noun.children if c.dep in _OWNERS and c.i < noun.i]
        owners += [below for _, below in prepositional(noun)]
        for owner in owners:
            cluster = self._named(owner)
            if cluster is not None:
                found.discard(owner.lemma.lower())
                found.update(cluster.name.lower().split())
        return frozenset(found)

    def _best_fits(self, office: Role, *, is_owned: bool) -> list[OfficeHolders]:
        """Return who may hold an office, the best fits first."""
        key = Role(office.noun + _OWNED * is_owned, office.modifiers)
        known = self._fitting.get(key)
        if known is None:
            by_fit: dict[int, list[Cluster]] = {}
            for cluster in self._by_noun.get(office.noun, []):
                fit = self._fit(cluster, office, is_owned=is_owned)
                by_fit.setdefault(fit, []).append(cluster)
            fits = sorted((fit for fit in by_fit if fit > _NO_FIT), reverse=True)
            known = [OfficeHolders(by_fit[fit]) for fit in fits]
            self._fitting[key] = known
        return known

    def _fit(self, cluster: Cluster, office: Role, *, is_owned: bool = False) -> int:
        """Return how well an office fits somebody, -1 if its modifiers make it another office.

        Modifiers that agree count most; then the same noun counts more than one that may replace
        it, which must be of the same gender.
        """
        found = []
        for own in self._called[cluster.number]:
            is_same = own.noun == office.noun
            if not (is_same or self._fits_gender(cluster, office.noun)):
                continue
            for remaining in self._remaining_modifiers(own, office.noun):
                shared = len(self._places(remaining) & self._places(office.modifiers))
                is_related = remaining or office.noun in self._words.roles.relational
                is_own = shared or not (is_owned and is_related)
                if is_own and self._modifiers_agree(remaining, office.modifiers):
                    found.append((shared, is_same))
        if office.noun in self._words.parties.values() and office.modifiers:
            found = [fit for fit in found if fit[0]]  # other states have Republicans as well
        return max((2 * shared + is_same for shared, is_same in found), default=_NO_FIT)

    def _remaining_modifiers(self, own: Role, noun: str) -> Iterator[frozenset[str]]:
        """Yield the remaining modifiers of a role, if a noun may be used for it."""
        if own.noun == noun:
            yield own.modifiers
        for words in self._words.roles.stands_for.get(noun, ()):
            *before, last = words.split()
            if last == own.noun and own.modifiers.issuperset(before):
                yield own.modifiers.difference(before)

    def _fits_gender(self, cluster: Cluster, noun: str) -> bool:
        known = cluster.gender or self._roles.genders.get(cluster.number, "")
        return agree(self._words.gender_of(noun), known)

    def _modifiers_agree(self, own: frozenset[str], wanted: frozenset[str]) -> bool:
        """Whether the modifiers of somebody's role and of an office are compatible."""
        ranks = self._words.ranks - self._former
        if own & ranks != wanted & ranks:
            return False
        if wanted & self._former and not own & self._former:
            return False
        places, wanted_places = self._places(own), self._places(wanted)
        return not places or not wanted_places or bool(places & wanted_places)

    def _places(self, found: frozenset[str]) -> frozenset[str]:
        """Return the words that say where a role belongs: no ranks, and no vague "company"."""
        roles = self._words.roles
        places = found - self._words.ranks - roles.organizations.any
        return places - roles.young | _YOUNG if places & roles.young else places

    def _nearest(self, holders: OfficeHolders, noun: Token, office: Role) -> Cluster | None:
        """Return the one named last, if that is near and the article calls them by this noun."""
        first, nearest = holders.last_named_before(noun.i)
        away = self._view.paragraph(noun) - self._view.paragraph(self._view.tokens[first])
        is_own = any(own.noun == office.noun for own in self._called[nearest.number])
        return nearest if away <= _NEAR and is_own else None


class OfficeHolders:
    """Clusters that fit an office equally well, looked up by where the text names them."""

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        self.clusters = sorted(clusters, key=_first_named)
        self._firsts = [_first_named(cluster) for cluster in self.clusters]
        self._runs = sorted((first, n) for n, c in enumerate(self.clusters) for first, _ in c.runs)

    def named_before(self, i: int) -> list[Cluster]:
        """Return the first two of those that are named before token ``i``."""
        return self.clusters[: min(bisect_left(self._firsts, i), 2)]

    def last_named_before(self, i: int) -> tuple[int, Cluster]:
        """Return the last name before token ``i``: its first token, and whose it is."""
        first, number = self._runs[bisect_left(self._runs, (i, 0)) - 1]
        return first, self.clusters[number]


def _first_named(cluster: Cluster) -> int:
    return cluster.runs[0][0]
