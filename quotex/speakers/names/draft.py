"""One that is named, while its names are still being found."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotex.speakers.names.cluster import Gender, Run


@dataclass(slots=True, eq=False)
class Draft:
    """A cluster in the making; ``first`` is the earliest of its runs so far.

    ``titles`` are those that stand before its runs, and ``bare`` are the runs of one word that
    have none, which is how many newspapers speak of the one whom an article is about.
    """

    name: str
    label: str
    first: Run
    runs: list[Run] = field(default_factory=list)
    gender: Gender = ""
    titles: set[str] = field(default_factory=set)
    bare: list[Run] = field(default_factory=list)
