"""What the article calls a person besides the name: titles, appositions, "she is the mayor"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from quotex.languages.word_lists import SpeakerWords, Words
from quotex.parse.grammar import prepositional
from quotex.parse.view import Token, View
from quotex.speakers.names.names import Cluster, Names

_BEFORE = frozenset({"PROPN", "NOUN", "ADJ"})
_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nummod"})
_NEAR_PARAGRAPHS = 3
_SEAT = re.compile(
    r"(?:,\s|\s\()(?P<party>[A-Z])\.?[-–,]\s?(?P<state>[A-Z][\w.]*(?:\s[A-Z][\w.]*)?)[,).]"
)
_SEAT_CHARS = 30
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})

_HOLDERS = frozenset({"PERSON", "ORG"})

Role = tuple[str, frozenset[str]]


def learn_roles(view: View, words: SpeakerWords, names: Names) -> None:
    """Note what the article calls each person and organization, and the gender that this tells."""
    for cluster in names.clusters:
        if cluster.label not in _HOLDERS:
            continue
        nouns = words.person if cluster.label == "PERSON" else words.organization | words.government
        known = set(cluster.heads)
        for first, last in cluster.runs:
            found = [
                *_apposed(view, view.tokens[last - 1], words, nouns),
                *_predicated(view.tokens[last - 1], words, nouns),
            ]
            if cluster.label == "PERSON":
                found += _before(view, words, first)
                found += _seat(view, words, first, last)
            for role in found:
                if role not in known:
                    known.add(role)
                    cluster.heads.append(role)
        for head, _ in cluster.heads:
            if not cluster.gender and head in words.masculine | words.feminine:
                cluster.gender = "m" if head in words.masculine else "f"


def _before(view: View, words: SpeakerWords, first: int) -> Iterator[Role]:
    """Yield the title that stands right before a name: "Secretary of State", "Iowa Sen."."""
    run: list[Token] = []
    i = first - 1
    while i >= 0 and len(run) < 6:
        token = view.tokens[i]
        is_of = token.is_a("of") and bool(run) and i > 0
        if token.sentence != view.tokens[first].sentence or not (token.pos in _BEFORE or is_of):
            break
        run.insert(0, token)
        i -= 1
    split = next((n for n, t in enumerate(run) if t.is_a("of")), len(run))
    heads = [t for t in run[:split] if _lemma(t, words) in words.person]
    if heads:
        head = heads[-1]
        yield _lemma(head, words), frozenset(t.lemma for t in run if t is not head)


def _apposed(view: View, name: Token, words: SpeakerWords, known: Words) -> Iterator[Role]:
    nouns = [c for c in name.children if c.dep == "appos" and is_closed(view, c)]
    if name.dep == "appos" and name.head.pos in {"NOUN", "PROPN"}:
        nouns.append(name.head)
    for noun in nouns:
        for part in [noun, *(c for c in noun.children if c.dep == "conj")]:
            if _lemma(part, words) in known:
                yield _lemma(part, words), modifiers(part)


def _seat(view: View, words: SpeakerWords, first: int, last: int) -> Iterator[Role]:
    """Yield what "(R-Ohio)" behind a name tells: a Republican, and a senator of which state."""
    end = view.tokens[last - 1].end
    match = _SEAT.match(view.text, end, end + _SEAT_CHARS)
    if match is None:
        return
    state = words.states.get(re.sub(r"[\s.]", "", match["state"]).lower())
    party = words.parties.get(match["party"])
    if state is None or party is None:
        return
    where = frozenset(state.split())
    yield party, where
    for head, _ in list(_before(view, words, first)):
        yield head, where


def is_closed(view: View, noun: Token) -> bool:
    """Whether a noun may be an apposition: no verb follows at once.

    In "with Ada Roe, the mayor said", the mayor is somebody else.
    """
    after = noun.subtree()[-1].i + 1
    end = view.sentences[noun.sentence].last
    return noun.i > noun.head.i and (after >= end or view.tokens[after].tag not in _FINITE)


def _predicated(name: Token, words: SpeakerWords, known: Words) -> Iterator[Role]:
    verb = name.head
    noun = verb.child("attr") if name.dep == "nsubj" and verb.is_a("copula") else None
    if name.dep == "attr" and verb.is_a("copula"):  # "the winner is Ada Roe"
        noun = verb.child("nsubj")
    if noun is not None and _lemma(noun, words) in known:
        yield _lemma(noun, words), modifiers(noun)


def _lemma(token: Token, words: SpeakerWords) -> str:
    return words.abbreviations.get(token.lower, token.lemma)


def modifiers(noun: Token) -> frozenset[str]:
    """Return the lemmas of the words before a noun that modify it, and of its "of" phrase."""
    found = [t for c in noun.children if c.dep in _MODIFIERS and c.i < noun.i for t in c.subtree()]
    found += [t for _, below in prepositional(noun) for t in [below, *below.children]]
    return frozenset(t.lemma for t in found if t.pos in _BEFORE)


class Titles:
    """Tells whom "the mayor" stands for, where the article has said who is the mayor."""

    def __init__(self, view: View, words: SpeakerWords, names: Names) -> None:
        self._view = view
        self._words = words
        self._names = names
        self._holders: dict[str, list[Cluster]] = {}
        for cluster in names.clusters:
            for lemma in dict.fromkeys(head for head, _ in cluster.heads):
                self._holders.setdefault(lemma, []).append(cluster)
        self._fitting: dict[Role, list[Named]] = {}

    def holder(self, noun: Token) -> Cluster | None:
        """Return who a definite noun phrase stands for, None where it is not plain."""
        if noun.tag in {"NNS", "NNPS"} or not is_definite(noun):
            return None
        for named in self._fits(_lemma(noun, self._words), modifiers(noun)):
            known = named.before(noun.i)
            if known:
                return known[0] if len(known) == 1 else self._nearest(named, noun)
        return None

    def _fits(self, lemma: str, mods: frozenset[str]) -> list[Named]:
        """Return who may be meant by a title with modifiers, those that fit best first."""
        known = self._fitting.get((lemma, mods))
        if known is None:
            by_fit: dict[int, list[Cluster]] = {}
            for cluster in self._holders.get(lemma, []):
                by_fit.setdefault(self._fit(cluster, lemma, mods), []).append(cluster)
            known = [Named(by_fit[fit]) for fit in sorted(by_fit, reverse=True) if fit >= 0]
            self._fitting[lemma, mods] = known
        return known

    def _fit(self, cluster: Cluster, lemma: str, mods: frozenset[str]) -> int:
        """Return how many words of a title agree, -1 where they name another office."""
        found = [
            len(own & mods)
            for head, own in cluster.heads
            if head == lemma and self._agree(own, mods)
        ]
        if lemma in self._words.parties.values() and mods:
            found = [fit for fit in found if fit]  # any other state has its Republicans as well
        return max(found, default=-1)

    def _agree(self, own: frozenset[str], mods: frozenset[str]) -> bool:
        ranks = self._words.ranks
        if (own & ranks) - {"former"} != (mods & ranks) - {"former"}:
            return False
        if "former" in mods and "former" not in own:
            return False
        places = (own - ranks, mods - ranks)
        return not all(places) or bool(places[0] & places[1]) or not places[1]

    def _nearest(self, named: Named, noun: Token) -> Cluster | None:
        """Return the one last named, if that is not far away."""
        first, nearest = named.last_before(noun.i)
        far = self._view.paragraph(noun) - self._view.paragraph(self._view.tokens[first])
        return nearest if far <= _NEAR_PARAGRAPHS else None


class Named:
    """Clusters that fit a title equally well, by where the text names them."""

    def __init__(self, clusters: list[Cluster]) -> None:
        self._clusters = sorted(clusters, key=_first_named)
        self._firsts = [_first_named(cluster) for cluster in self._clusters]
        runs = sorted((first, n) for n, c in enumerate(self._clusters) for first, _ in c.runs)
        self._runs = runs

    def before(self, i: int) -> list[Cluster]:
        """Return the first two of those that are named before token ``i``."""
        return self._clusters[: min(bisect_left(self._firsts, i), 2)]

    def last_before(self, i: int) -> tuple[int, Cluster]:
        """Return the last name before token ``i``: its first token, and whose it is."""
        first, number = self._runs[bisect_left(self._runs, (i, 0)) - 1]
        return first, self._clusters[number]


def _first_named(cluster: Cluster) -> int:
    return cluster.runs[0][0]


def is_definite(noun: Token) -> bool:
    """Whether a noun phrase has "the" or "this" before it."""
    return any(
        c.is_a("definite") and c.i < noun.i and c.pos in {"DET", "PRON"} for c in noun.children
    )


def is_epithet(noun: Token, words: SpeakerWords) -> bool:
    """Whether a definite noun phrase tells of one person what has not been told before.

    "the 34-year-old" and "the former minister" do so; "the judge" may well be somebody new.
    """
    if (
        noun.tag in {"NNS", "NNPS"}
        or not is_definite(noun)
        or _lemma(noun, words) not in words.person
    ):
        return noun.is_a("old") and is_definite(noun) and noun.child("npadvmod") is not None
    before = [t for c in noun.children if c.i < noun.i for t in c.subtree()]
    return any(t.is_a("former") or t.lower.endswith(("-year-old", "year")) for t in before)
