"""Names in an article, and which of them are one: "John Kerry", "Mr. Kerry" and "Kerry"."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from quotex.languages.names import name_key
from quotex.languages.word_lists import SpeakerWords
from quotex.parse.view import Entity, Token, View
from quotex.speakers.names.cluster import Cluster
from quotex.speakers.names.parts import (
    given_name,
    headlines,
    initials,
    person_parts,
    surname,
)
from quotex.speakers.names.people import NAMED, Gender, PersonFinder, Run

__all__ = ["Cluster", "Names"]


class Names:
    """The named clusters of an article, in three passes.

    First what the recogniser finds in running text, the longest first, so that a surname finds
    its person; then words that repeat a name and were missed; last the headlines, whose capitals
    mislead the recogniser.
    """

    def __init__(
        self,
        view: View,
        words: SpeakerWords,
        sources: Iterable[Sequence[Token]],
        place: Callable[[str], str | None] | None = None,
    ) -> None:
        self._view = view
        self._place = place
        self._words = words
        self._people = PersonFinder(view, words)
        self.clusters: list[Cluster] = []
        self._by_run: dict[int, Cluster] = {}
        self._ends: dict[int, int] = {}
        self._covering: dict[int, int] = {}
        self._surnames: dict[str, list[Cluster]] = {}
        self._by_key: dict[str, Cluster] = {}
        self._given: dict[str, list[Cluster]] = {}
        self._organizations: dict[str, list[Cluster]] = {}
        self._acronyms: dict[str, Cluster] = {}
        self._first_runs: dict[int, Run] = {}
        sources = list(sources)
        self._headlines = headlines(view)
        entities = [e for e in view.entities if e.label in NAMED and not self._people.is_pair(e)]
        body = [e for e in entities if not self._is_headline(e.first)]
        self._add_people(body, sources)
        self._add_others(body)
        self._sweep()
        self._add_people([e for e in entities if self._is_headline(e.first)], [])
        self._add_others([e for e in entities if self._is_headline(e.first)])
        for cluster in self.clusters:
            cluster.runs.sort()
            cluster.name = self._fullest(cluster)
        self._starts = sorted(self._by_run)

    def at(self, tokens: Sequence[Token]) -> Cluster | None:
        """Return the name that heads ``tokens``: no modifier and no part of an apposition."""
        inside = {t.i for t in tokens}
        starts = sorted({self._covering[t.i] for t in tokens if t.i in self._covering})
        found = next((first for first in starts if self._is_head(first, inside)), None)
        return self._by_run[found] if found is not None else None

    def covering(self, token: Token) -> Cluster | None:
        """Return the name that a token is a part of."""
        first = self._covering.get(token.i)
        return self._by_run[first] if first is not None else None

    def start_of(self, token: Token) -> int:
        """Return the number of the first token of the name that covers ``token``."""
        return self._covering[token.i]

    def starting(self, i: int) -> tuple[Cluster, Token] | None:
        """Return the name that starts at token ``i``, and its last word."""
        return (self._by_run[i], self.head_of(i)) if i in self._by_run else None

    def before(self, i: int, reach: int) -> Iterator[tuple[int, Cluster]]:
        """Yield the names that start in the ``reach`` tokens before token ``i``, nearest first."""
        last = bisect_left(self._starts, i)
        first = bisect_left(self._starts, i - reach)
        for start in reversed(self._starts[first:last]):
            yield start, self._by_run[start]

    def head_of(self, first: int) -> Token:
        """Return the last word of the name that starts at token ``first``."""
        return self._view.tokens[self._ends[first] - 1]

    def text(self, first: int, last: int) -> str:
        """Return a run's text with plain spaces."""
        tokens = self._view.tokens
        return " ".join(self._view.text[tokens[first].start : tokens[last - 1].end].split())

    def _is_headline(self, i: int) -> bool:
        return self._view.tokens[i].sentence in self._headlines

    def _add_people(self, entities: list[Entity], sources: Sequence[Sequence[Token]]) -> None:
        runs = [
            self._people.trimmed_person(e.first, e.last)
            for e in entities
            if self._people.is_person(e)
        ]
        runs += [
            run for source in sources if (run := self._people.untold_person(source)) is not None
        ]
        full = sorted({run for run in runs if run is not None}, key=_longest_first)
        for first, last in full:
            if len(self._parts(first, last)) > 1:
                self._add(first, last, "PERSON")
        short = [run for run in full if len(self._parts(*run)) <= 1]
        for first, last in sorted(
            short, key=lambda run: (not self._people.title_gender(run[0]), run)
        ):
            self._add(first, last, "GPE" if self._is_place(first, last) else "PERSON")

    def _is_place(self, first: int, last: int) -> bool:
        """Whether "Berlin", taken for a person, is a country or its capital, and nobody's name."""
        if self._place is None or last - first > 1 or self._people.is_titled(first):
            return False
        key = name_key(self.text(first, last))
        borne = key in self._surnames or key in self._given
        return not borne and self._place(key) is not None

    def _add_others(self, entities: list[Entity]) -> None:
        runs = [
            (*self._people.trimmed(e.first, e.last), e.label)
            for e in entities
            if not self._people.is_person(e)
        ]
        for first, last, label in sorted(runs, key=lambda run: (run[0] - run[1], run[0])):
            self._add(first, last, label)

    def _sweep(self) -> None:
        """Take the words of running text and headlines that repeat a name found elsewhere."""
        tokens = self._view.tokens
        i = 0
        while i < len(tokens):
            last = self._known_until(i) if i not in self._covering else None
            if last is not None:
                self._add(i, last, "")
            i = last or i + 1

    def _known_until(self, i: int) -> int | None:
        tokens = self._view.tokens
        if not tokens[i].text[:1].isupper() or tokens[i].is_a("definite_article"):
            return None
        if i and self._is_bound(i - 1):
            return None
        for last in range(min(i + 5, len(tokens)), i, -1):
            if any(j in self._covering for j in range(i, last)):
                continue
            if name_key(self.text(i, last)) in self._by_key and not self._is_bound(last):
                return last
        token = tokens[i]
        is_common = any(c.dep in {"det", "amod", "poss"} for c in token.children)
        is_free = token.pos in {"PROPN", "NOUN"} and not (self._is_bound(i + 1) or is_common)
        return i + 1 if is_free and name_key(token.text) in self._surnames else None

    def _is_bound(self, i: int) -> bool:
        """Whether token ``i`` is a capital word that makes a longer name with its neighbour."""
        if i >= len(self._view.tokens) or self._is_headline(i) or i in self._covering:
            return False
        token = self._view.tokens[i]
        return token.pos == "PROPN" and token.lower not in self._words.titles

    def _parts(self, first: int, last: int) -> list[str]:
        return person_parts(t.text for t in self._view.tokens[first:last])

    def _add(self, first: int, last: int, label: str) -> None:
        if any(i in self._covering for i in range(first, last)):
            return
        cluster = self._known(first, last, label)
        if cluster is None:
            cluster = Cluster(self.text(first, last), label)
            self.clusters.append(cluster)
            self._note(cluster, first, last)
        if len(self._view.tokens[first].text) > 1 or last - first > 1:
            self._by_key.setdefault(name_key(self.text(first, last)), cluster)
        cluster.runs.append((first, last))
        key = id(cluster)
        self._first_runs[key] = min(self._first_runs.get(key, (first, last)), (first, last))
        self._by_run[first] = cluster
        self._ends[first] = last
        self._covering.update(dict.fromkeys(range(first, last), first))
        cluster.gender = self._gender(cluster, first) or cluster.gender

    def _note(self, cluster: Cluster, first: int, last: int) -> None:
        """Make a new cluster known by the parts of its name."""
        if cluster.label == "PERSON":
            self._surnames.setdefault(surname(self._parts(first, last)), []).append(cluster)
            self._given.setdefault(given_name(cluster.name), []).append(cluster)
        elif cluster.label == "ORG":
            for acronym in initials(cluster.name):
                self._acronyms.setdefault(acronym, cluster)
            words = name_key(cluster.name).split(" ")
            for start in range(1, len(words)):
                self._organizations.setdefault(" ".join(words[start:]), []).append(cluster)

    def _known(self, first: int, last: int, label: str) -> Cluster | None:
        key = name_key(self.text(first, last))
        if label == "PERSON":
            return self._known_person(first, last)
        exact = self._by_key.get(key)
        if exact is not None:
            return exact
        if last - first == 1 and key in self._surnames:
            return self._known_person(first, last)
        return self._long_form(key, first, last) if label in {"ORG", ""} else None

    def _long_form(self, key: str, first: int, last: int) -> Cluster | None:
        """Return the organization that an acronym, or the last words of its name, stand for."""
        if self._view.tokens[last - 1].tag == "NNPS":  # "Republicans" are many, not one club
            return None
        text = self.text(first, last)
        if last - first == 1 and text.isupper():
            return self._acronyms.get(text)
        longer = self._organizations.get(key, [])
        return longer[0] if len(longer) == 1 else None

    def _known_person(self, first: int, last: int) -> Cluster | None:
        parts = self._parts(first, last)
        bearers = self._surnames.get(surname(parts), [])
        if len(parts) > 1:
            same = (c for c in bearers if given_name(c.name) in {"", given_name(parts)})
            return next(same, None)
        gender = self._people.title_gender(first)
        fitting = [c for c in bearers if not gender or c.gender in {"", gender}]
        if fitting:
            return min(fitting, key=lambda c: self._first_runs[id(c)])
        if bearers:
            return None
        found = self._given.get(name_key(parts[0]), []) if parts else []
        return found[0] if len(found) == 1 else None

    def _gender(self, cluster: Cluster, first: int) -> Gender:
        """Tell from a title, else from the first name."""
        given = given_name(cluster.name) if cluster.label == "PERSON" else ""
        if told := self._people.title_gender(first):
            return told
        if cluster.gender or not given:
            return cluster.gender
        if given in self._words.masculine_names:
            return "m"
        return "f" if given in self._words.feminine_names else ""

    def _fullest(self, cluster: Cluster) -> str:
        """Return the form with most parts, of those the one used most, then the longest.

        Headlines and a signature before a handle count last.
        """
        tokens = self._view.tokens
        often = Counter(self.text(*run) for run in cluster.runs)

        def rank(run: Run) -> tuple[bool, int, int, int, int]:
            after = "".join(t.text for t in tokens[run[1] : run[1] + 3])
            aside = self._is_headline(run[0]) or after.startswith(("(@", "@"))
            parts = min(len(self._parts(*run)), 2) if cluster.label == "PERSON" else 1
            length = run[0] - run[1]
            return aside, -parts, -often[self.text(*run)] if parts > 1 else 0, length, run[0]

        return self.text(*min(cluster.runs, key=rank))

    def _is_head(self, first: int, inside: set[int]) -> bool:
        last = self.head_of(first)
        token = last
        while token.head is not token and token.head.i in inside:
            if token.dep in {"poss", "compound", "amod", "nmod", "pobj", "appos", "relcl", "acl"}:
                return False
            token = token.head
        return True


def _longest_first(run: Run) -> tuple[int, int]:
    return run[0] - run[1], run[0]
