"""Every kind of text that was once misread has its own cases, half of which expect nothing."""

from __future__ import annotations

from typing import Final

import pytest

from tests.annotated import Case
from tests.quotations.test_cases import FILES, KNOWN, REPORTED, cases

EACH, HALF = 8, 4
KINDS: Final[dict[str, tuple[str, ...]]] = {  # the files of each kind, or groups in them
    "a deed": ("deeds",),
    "a fact": ("facts",),
    "a rule": ("rules",),
    "a verdict of nobody in particular": ("anybody",),
    "a mere topic": ("topics",),
    "goods that are ordered": ("goods",),
    "what is not granted": ("withheld: … and none", "told: not granted", "told: … and words"),
    "a thing that shows something": ("things",),
    "a forecast": ("forecasts",),
    "a noun": ("nouns",),
    "a noun that came from somebody": ("nouns_from",),
    "hearsay": ("hearsay",),
    "what something is touted as": ("verdicts",),
    "a headline": ("headlines",),
    "a pulled quotation": ("pulled",),
    "a label or a letter": ("labels: letters", "labels: … and none"),
    "a line that hands over": ("labels: from somebody", "labels: … and from nobody"),
    "according to": ("phrases",),
    "a source without a verb": ("verbless",),
    "two cues": ("two_cues: joined", "two_cues: … and none", "two_cues: two deeds"),
    "a reply joined to its question": ("two_cues: a question", "two_cues: … and no question"),
    "a transcript": ("turns",),
    "a post": ("posts",),
    "single marks": (
        "crooked: single marks over",
        "crooked: … and single marks",
    ),
    "an opener without a closer": ("crooked: an opener", "crooked: … and none behind"),
    "a closer for an opener": ("crooked: a closer", "crooked: … and marks around"),
    "lines cut unevenly": ("crooked: lines cut", "crooked: … and nothing said"),
    "what is withheld": ("withheld",),
    "a speaker who is none": ("set_phrases", "told"),
}
ALL: Final = [case for stem in [*FILES, *REPORTED] if stem != KNOWN for case in cases(stem)]


def of_kind(kind: str) -> list[Case]:
    """Return the cases of a kind, by the names of their files and groups."""
    return [c for c in ALL for group in KINDS[kind] if _is_in(c.name, group)]


def _is_in(name: str, group: str) -> bool:
    return name.startswith(group if ":" in group else f"{group}:")


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_its_cases(kind: str) -> None:
    found = of_kind(kind)
    firing = sum(bool(case.quotations) for case in found)
    assert len(found) >= EACH, kind
    assert firing >= HALF, kind
    assert len(found) - firing >= HALF, kind


def test_every_group_of_a_kind_has_cases() -> None:
    groups = {group for kind in KINDS.values() for group in kind}
    assert not [group for group in groups if not any(_is_in(c.name, group) for c in ALL)]
