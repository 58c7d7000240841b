"""All mentions of one: what the names of an article come to."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotex.speakers.names.people import Gender, Run


@dataclass(slots=True, eq=False)
class Cluster:
    """All mentions of one that may speak. ``name`` is the fullest form; runs are half-open.

    A run is ``tokens[first:last]`` of the view. ``label`` is the recogniser's, "NOUN" for one
    without a name, "JOINT" for several that are named together. ``heads`` holds, for each title or
    noun that the article gives a person, its lemma and those of the words that modify it.
    ``guessed`` is the gender of a pronoun that was taken for it, where nothing else tells one.
    ``country`` is the code of the country whose organ the article calls it.
    """

    name: str
    label: str
    runs: list[Run] = field(default_factory=list)
    gender: Gender = ""
    guessed: Gender = ""
    heads: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    members: list[Cluster] = field(default_factory=list)
    country: str | None = None

    @property
    def is_named(self) -> bool:
        """Whether the article gives it a name."""
        return self.label != "NOUN"
