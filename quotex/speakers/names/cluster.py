"""Who or what an article mentions: a person, an organization, a place, or several together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Gender = Literal["", "m", "f"]
Run = tuple[int, int]


def agree(first: Gender, second: Gender) -> bool:
    """Whether two genders may be one person's: they are the same, or one is unknown."""
    return not first or not second or first == second


@dataclass(frozen=True, slots=True)
class Cluster:
    """All mentions of one person or thing; its ``number`` is unique within the article.

    ``name`` is the fullest form. A run is ``tokens[first:last]`` of the view, and ``runs`` are in
    text order. ``label`` is the recogniser's, "NOUN" for one without a name, "JOINT" for several
    ``members`` that are named together. ``gender`` is known from honorific and first name.

    Two clusters are equal if they have the same number; later stages keep what they learn about a
    cluster under that number.
    """

    number: int
    name: str = field(compare=False)
    label: str = field(compare=False)
    runs: tuple[Run, ...] = field(default=(), compare=False)
    gender: Gender = field(default="", compare=False)
    members: tuple[Cluster, ...] = field(default=(), compare=False)

    @property
    def is_named(self) -> bool:
        """Whether the article names it."""
        return self.label != "NOUN"


@dataclass(slots=True, eq=False)
class Draft:
    """A named cluster, while its names are still being found.

    ``first`` is the earliest of its runs so far. ``titles`` are those before its runs, and ``bare``
    are the runs of one word without a title, which is how many newspapers refer to the person whom
    an article is about.
    """

    name: str
    label: str
    first: Run
    runs: list[Run] = field(default_factory=list)
    gender: Gender = ""
    titles: set[str] = field(default_factory=set)
    bare: list[Run] = field(default_factory=list)
