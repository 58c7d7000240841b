"""The heads and labels of words while they are repaired."""

from __future__ import annotations

from quotex.parse.quotex.arcs import Arcs
from tests.parse.quotex.lines import parse_of


def test_no_word_is_attached_below_itself() -> None:
    given, _ = parse_of("said/VBD/ROOT/1 by/IN/prep/1 phone/NN/pobj/2", [0])
    arcs = Arcs(given, given.heads, given.deps)
    arcs.attach(1, 2, "pobj")
    assert (arcs.heads, arcs.deps) == (given.heads, given.deps)
    arcs.attach(2, 0, "dobj")
    assert (arcs.heads, arcs.deps) == ([0, 0, 0], ["ROOT", "prep", "dobj"])
