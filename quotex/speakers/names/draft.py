"""A named cluster, while its names are still being found."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotex.speakers.names.cluster import Gender, Run


@dataclass(slots=True, eq=False)
class Draft:
    """A cluster in the making; ``first`` is the earliest of its runs so far.

    ``titles`` are those before its runs, and ``bare`` are the runs of one word without a title,
    which is how many newspapers refer to the person whom an article is about.
    """

    name: str
    label: str
    first: Run
    runs: list[Run] = field(default_factory=list)
    gender: Gender = ""
    titles: set[str] = field(default_factory=set)
    bare: list[Run] = field(default_factory=list)
