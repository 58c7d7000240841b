"""Counts what two readings of a text have in common."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field

from models.stanza.measuring.reading import Reading, Word, measured_entities

# Relations, by their UD names, that UD and CLEAR attach to the same head unless that head is a noun
# or adjective with a copula. For others, such as prepositions, the heads differ by definition.
COMPARABLE = frozenset(
    {"det", "amod", "nummod", "nmod:poss", "compound", "compound:prt"}
    | {"obj", "nsubj", "nsubj:pass", "aux", "aux:pass"}
)
_COPULA = "cop"


@dataclass
class Count:
    """How many items were found, how many are gold, and how many are both."""

    right: int = 0
    given: int = 0
    gold: int = 0

    def add(self, gold: Iterable[Hashable], given: Iterable[Hashable]) -> None:
        """Add the members of two sets to the counts."""
        first, second = set(gold), set(given)
        self.right += len(first & second)
        self.given += len(second)
        self.gold += len(first)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.given + self.gold
        return 2 * self.right / total if total else 0.0

    @property
    def precision(self) -> float:
        """The share of found items that are right."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """The share of gold items that were found."""
        return self.right / self.gold if self.gold else 0.0


@dataclass
class Scores:
    """The counts of one engine over documents, by what is counted."""

    counts: dict[str, Count] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Count:
        return self.counts.setdefault(name, Count())

    def add(self, gold: Reading, given: Reading) -> None:
        """Add a document's counts; names count only where the corpus marks some."""
        self["sentences"].add(gold.sentences, given.sentences)
        self["tokens"].add(gold.tokens, given.tokens)
        facts: dict[str, Callable[[Word], Hashable]] = {
            "words": lambda word: word.place,
            "UPOS": lambda word: (word.place, word.upos),
            "XPOS": lambda word: (word.place, word.xpos),
            "lemmas": lambda word: (word.place, word.lemma.lower()),
            "UAS": lambda word: (word.place, word.head),
            "LAS": lambda word: (word.place, word.head, _type(word.relation)),
        }
        for name, fact in facts.items():
            self[name].add(map(fact, gold.words), map(fact, given.words))
        self._add_comparable(gold, given)
        if gold.entities:
            wanted, found = measured_entities(gold.entities), measured_entities(given.entities)
            self["names"].add(wanted, found)
            for kind in sorted({kind for _, kind in wanted}):
                self[f"names: {kind}"].add(
                    [one for one in wanted if one[1] == kind],
                    [one for one in found if one[1] == kind],
                )

    def _add_comparable(self, gold: Reading, given: Reading) -> None:
        """Count heads of the words that both share, in relations that both attach alike."""
        heads = {word.place: word.head for word in given.words}
        with_copula = {word.head for word in gold.words if word.relation == _COPULA}
        kept = [
            word
            for word in gold.words
            if word.relation in COMPARABLE
            and word.head not in with_copula
            and word.place in heads
            and word.head in heads
        ]
        self["comparable heads"].add(
            [(word.place, word.head) for word in kept],
            [(word.place, heads[word.place]) for word in kept],
        )


def _type(relation: str) -> str:
    return relation.partition(":")[0]
