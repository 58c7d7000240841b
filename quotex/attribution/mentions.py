"""Names in an article, and which of them are one: "John Kerry", "Mr. Kerry" and "Kerry"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Literal

from quotex.attribution.words import SpeakerWords
from quotex.engine.view import Entity, Token, View

Gender = Literal["", "m", "f"]
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC"})


@dataclass(slots=True)
class Cluster:
    """All mentions of one name. ``name`` is the fullest form; runs are ``tokens[first:last]``."""

    name: str
    label: str
    runs: list[tuple[int, int]] = field(default_factory=list)
    gender: Gender = ""


class Names:
    """The clusters of an article, found by surname for people and by wording for the rest."""

    def __init__(self, view: View, words: SpeakerWords, sources: list[list[Token]]) -> None:
        self._view = view
        self._words = words
        self.clusters: list[Cluster] = []
        self._by_run: dict[int, Cluster] = {}
        self._ends: dict[int, int] = {}
        self._by_name: dict[tuple[str, str], Cluster] = {}
        self._by_surname: dict[str, Cluster] = {}
        named = [e for e in view.entities if e.label in NAMED]
        people = [
            self.trimmed(e.first, e.last, e.label)
            for e in named
            if e.label == "PERSON" and not self._is_pair(e)
        ]
        people += [run for source in sources if (run := self._titled_name(source)) is not None]
        for first, last in sorted(people, key=_longest_first):
            self._add(first, last, "PERSON")
        for source in sources:
            self._add_surname(source)
        for entity in named:
            if not self._is_pair(entity):
                self._add(*self.trimmed(entity.first, entity.last, entity.label), entity.label)
        for cluster in self.clusters:
            cluster.runs.sort()
        self._starts = sorted(self._by_run)

    def at(self, tokens: list[Token]) -> Cluster | None:
        """Return the first name among ``tokens`` that is no modifier of another word."""
        inside = {t.i for t in tokens}
        starts = (t.i for t in tokens if t.i in self._by_run)
        found = next((first for first in starts if self._is_head(first, inside)), None)
        return self._by_run[found] if found is not None else None

    def before(self, i: int, reach: int) -> list[tuple[int, Cluster]]:
        """Return the names that start in the ``reach`` tokens before token ``i``, nearest first."""
        last = bisect_left(self._starts, i)
        first = bisect_left(self._starts, i - reach)
        return [(start, self._by_run[start]) for start in reversed(self._starts[first:last])]

    def trimmed(self, first: int, last: int, label: str) -> tuple[int, int]:
        """Leave articles, possessive endings and a person's titles off a run of tokens."""
        dropped = self._words.titles if label == "PERSON" else frozenset()
        tokens = self._view.tokens
        while last - first > 1 and tokens[last - 1].lower in {"'s", "’s", "'", "’"}:
            last -= 1
        while last - first > 1 and (tokens[first].lower in dropped or tokens[first].pos == "DET"):
            first += 1
        return first, last

    def _is_pair(self, entity: Entity) -> bool:
        """Whether an entity is two names in one ("the Ruiz-Okafor debate")."""
        words = self._view.tokens[entity.first : entity.last]
        return any(t.text in {"-", "–", "/", "vs."} for t in words)

    def _add(self, first: int, last: int, label: str) -> None:
        if first in self._by_run:
            return
        tokens = self._view.tokens[first:last]
        name = self.text(first, last)
        cluster = self._known(name, label, tokens)
        if cluster is None:
            cluster = Cluster(name, label)
            self.clusters.append(cluster)
            self._by_name[_key(name), label] = cluster
            if label == "PERSON":
                self._by_surname.setdefault(_key(tokens[-1].text), cluster)
        cluster.runs.append((first, last))
        self._by_run[first] = cluster
        self._ends[first] = last
        self._learn(cluster, first)

    def _titled_name(self, source: list[Token]) -> tuple[int, int] | None:
        """Return the name that heads a source, if the recogniser missed it and a title tells."""
        run = _proper_name(source)
        if not run or any(t.entity in NAMED for t in run):
            return None
        first, last = self.trimmed(run[0].i, run[-1].i + 1, "PERSON")
        before = self._view.tokens[first - 1].lower if first else ""
        return (first, last) if before in self._words.titles else None

    def _add_surname(self, source: list[Token]) -> None:
        """Take a surname that speaks for the person's, whatever the recogniser makes of it."""
        run = _proper_name(source)
        if run and _key(run[-1].text) in self._by_surname:
            first, last = self.trimmed(run[0].i, run[-1].i + 1, "PERSON")
            if last - first == 1:
                self._add(first, last, "PERSON")

    def _known(self, name: str, label: str, tokens: list[Token]) -> Cluster | None:
        exact = self._by_name.get((_key(name), label))
        if exact is not None or len(tokens) > 1 or label == "GPE":
            return exact
        return self._by_surname.get(_key(name))

    def _learn(self, cluster: Cluster, first: int) -> None:
        """Take the gender from a title, else from the first name."""
        words = self._words
        before = self._view.tokens[first - 1].lower if first else ""
        given = cluster.name.split()[0].lower() if cluster.label == "PERSON" else ""
        if before in words.masculine:
            cluster.gender = "m"
        elif before in words.feminine:
            cluster.gender = "f"
        elif not cluster.gender and given in words.masculine_names:
            cluster.gender = "m"
        elif not cluster.gender and given in words.feminine_names:
            cluster.gender = "f"

    def head_of(self, first: int) -> Token:
        """Return the last word of the name that starts at token ``first``."""
        return self._view.tokens[self._ends[first] - 1]

    def _is_head(self, first: int, inside: set[int]) -> bool:
        last = self.head_of(first)
        modifies = last.dep in {"poss", "compound", "amod", "nmod", "pobj"}
        return not modifies or last.head.i not in inside

    def text(self, first: int, last: int) -> str:
        """Return a run's text with plain spaces."""
        tokens = self._view.tokens
        return " ".join(self._view.text[tokens[first].start : tokens[last - 1].end].split())


def _longest_first(run: tuple[int, int]) -> tuple[int, int]:
    return run[0] - run[1], run[0]


def _proper_name(source: list[Token]) -> list[Token]:
    """Return the last run of proper nouns in a source, if the source is headed by it."""
    inside = {t.i for t in source}
    head = next((t for t in source if t.head.i not in inside or t.is_root), source[-1])
    if head.pos != "PROPN":
        return []
    run = [t for t in source if t.pos == "PROPN" and t.i <= head.i]
    while run and run[0].i + len(run) - 1 != head.i:
        run = run[1:]
    return run


def _key(name: str) -> str:
    return name.casefold().replace(".", "")
