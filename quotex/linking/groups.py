"""Groups quotations that report one utterance, from the surest pair to the least sure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from quotex.linking.features import Shared
from quotex.linking.items import Item
from quotex.linking.likelihood import model_name

_LONG_RUN = 10  # words in a row that both have in quotation marks
_RUNS = ((6, 0.5), (4, 0.8))  # fewer are enough if they are this much of the shorter one
_MIN_REWORDED_PROBABILITY = 0.9  # for a reworded pair within one article


@dataclass(frozen=True, slots=True)
class Link:
    """A pair that is more likely one utterance than not."""

    one: Item
    other: Item
    shared: Shared
    probability: float

    @property
    def shares_wording(self) -> bool:
        """Whether both have the same words in quotation marks."""
        if model_name(self.one, self.other) != "quoted":
            return False
        run, part = self.shared.run_words, self.shared["run_part"]
        return run >= _LONG_RUN or any(
            run >= words and part >= min_share for words, min_share in _RUNS
        )

    @property
    def holds_within_article(self) -> bool:
        """Whether the link holds even if both quotations are in one article.

        There, the speaker and the day usually agree anyway, and different words in quotation marks
        are a different statement, not another report of the same one.
        """
        if self.one.article.id != self.other.article.id or self.shares_wording:
            return True
        return (
            model_name(self.one, self.other) == "reworded"
            and self.probability >= _MIN_REWORDED_PROBABILITY
        )

    @property
    def numbers(self) -> tuple[int, int]:
        """The numbers of the items, which identify the link."""
        return self.one.number, self.other.number


@dataclass(frozen=True, slots=True)
class Group:
    """Quotations of one utterance in the order of their numbers, and the links between them."""

    items: tuple[Item, ...]
    links: tuple[Link, ...]


def groups(links: Iterable[Link]) -> list[Group]:
    """Return the groups, in the order of their first quotations.

    Two quotations in one article seldom say the same thing, so a link that would bring two together
    needs either the same words in quotation marks or a direct link between the two. This way a
    report is matched to its own counterpart among several quotations on the same subject.
    """
    ordered = sorted(
        (link for link in links if link.holds_within_article),
        key=lambda link: (-link.probability, link.numbers),
    )
    grouper = _Grouper({link.numbers for link in ordered})
    for link in ordered:
        grouper.add(link)
    return grouper.groups()


class _Grouper:
    def __init__(self, linked: set[tuple[int, int]]) -> None:
        self._linked = linked
        self._root: dict[int, int] = {}
        self._items: dict[int, list[Item]] = {}
        self._links: dict[int, list[Link]] = {}

    def add(self, link: Link) -> None:
        """Put the two quotations of a link into one group, unless something speaks against it."""
        one, other = self._group(link.one), self._group(link.other)
        if one == other:
            return
        if not link.shares_wording and self._would_clash(self._items[one], self._items[other]):
            return
        if len(self._items[one]) < len(self._items[other]):
            one, other = other, one
        for item in self._items[other]:
            self._root[item.number] = one
        self._items[one] += self._items.pop(other)
        self._links[one] += [*self._links.pop(other), link]

    def groups(self) -> list[Group]:
        """Return the groups that have several quotations."""
        found = [
            Group(tuple(sorted(self._items[n], key=_number)), tuple(self._links[n]))
            for n in self._items
            if len(self._items[n]) > 1
        ]
        return sorted(found, key=lambda group: group.items[0].number)

    def _group(self, item: Item) -> int:
        if item.number not in self._root:
            self._root[item.number] = item.number
            self._items[item.number] = [item]
            self._links[item.number] = []
        return self._root[item.number]

    def _would_clash(self, one: Sequence[Item], other: Sequence[Item]) -> bool:
        """Whether two quotations of one article that are not linked would come together."""
        small, large = sorted((one, other), key=len)
        articles = {item.article.id for item in small}
        there = [item for item in large if item.article.id in articles]
        return any(
            a.article.id == b.article.id
            and (min(a.number, b.number), max(a.number, b.number)) not in self._linked
            for a, b in product(small, there)
        )


def _number(item: Item) -> int:
    return item.number
