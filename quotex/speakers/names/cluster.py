"""One that an article speaks of: a person, an organization, a place, or several together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Gender = Literal["", "m", "f"]
Run = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cluster:
    """All mentions of one, which its ``number`` tells from the others of the same article.

    ``name`` is the fullest form. A run is ``tokens[first:last]`` of the view, and ``runs`` come in
    text order. ``label`` is the recogniser's, "NOUN" for one without a name, "JOINT" for several
    ``members`` that are named together. ``gender`` is what honorific and first name tell.

    Two clusters are equal if they bear the same number: what a later stage learns of one it keeps
    by that number.
    """

    number: int
    name: str = field(compare=False)
    label: str = field(compare=False)
    runs: tuple[Run, ...] = field(default=(), compare=False)
    gender: Gender = field(default="", compare=False)
    members: tuple[Cluster, ...] = field(default=(), compare=False)

    @property
    def is_named(self) -> bool:
        """Whether the article gives it a name."""
        return self.label != "NOUN"
