"""The changes between two wordings, and the class of each."""

from __future__ import annotations

import pytest

from quotex.wording import changes, wording

CASES = [
    ("We will go", "“we will go!”", ["typography"]),
    ("counter-terrorism work", "counter terrorism work", ["typography"]),
    ("We won't go", "We will not go", ["spelling"]),
    ("the centre of town", "the center of town", ["spelling"]),
    ("It was good will", "It was goodwill", ["spelling"]),
    ("No one came", "Nobody came", ["spelling"]),
    ("7 boats came", "seven boats came", ["spelling"]),
    ("We will go home now", "We will go now", ["cut"]),
    ("We will go now", "We will go home now", ["insertion"]),
    ("It cost 5 million", "It cost 6 million", ["number"]),
    ("It cost 5 million", "It cost 5 billion", ["number"]),
    ("She met Ada Brook there", "She met Lena Voss there", ["name"]),
    ("We did not sign it", "We did sign it", ["negation"]),
    ("We did sign it", "We never did sign it", ["negation"]),
    ("We will sign it", "We won't sign it", ["negation"]),
    ("I do not think that we should go", "I … think that we should go", ["negation"]),
    ("We must go", "We may go", ["modal"]),
    ("We will go", "We go", ["modal"]),
    ("We must not go", "We may go", ["negation"]),
    ("The quay is safe", "The quay is unsafe", ["negation"]),
    ("It was legal", "It was illegal", ["negation"]),
    ("We are now here", "We are nowhere", ["negation"]),
    ("It cost $5 million", "It cost €5 million", ["number"]),
    ("It was 5 degrees", "It was -5 degrees", ["number"]),
    ("It was 1.5 million", "It was 15 million", ["number"]),
    ("It was 1,5 million", "It was 15 million", ["number"]),
    ("He came first", "He came second", ["number"]),
    ("a naïve café", "a naive cafe", ["spelling", "spelling"]),
    ("Moscow signed it", "Ankara signed it", ["name"]),
    ("Boats came in", "People came in", ["wording"]),
    ("today we will go home", "we will go home today", ["order", "order"]),
    ("I do not think we should go", "I think we should not go", ["negation", "negation"]),
    ("The catalogue was coloured", "The catalog was colored", ["spelling", "spelling"]),
    ("It is late. I do not like it", "It is late", ["cut"]),
    ("I do not like it. It is late", "It is late", ["cut"]),
    ("I do not say that it is late", "it is late", ["negation"]),
]


@pytest.mark.parametrize(("one", "other", "kinds"), CASES)
def test_the_class_of_a_change(one: str, other: str, kinds: list[str]) -> None:
    found = changes(wording(one), wording(other))
    assert [change.kind for change in found] == kinds


def test_a_change_has_its_words_and_their_places() -> None:
    one, other = "they will pay 5 million", "So they will pay 6 million"
    first, second = changes(wording(one), wording(other))
    assert (first.kind, first.before, first.after) == ("insertion", "", "So")
    assert (second.before, second.after) == ("5", "6")
    assert one[slice(*second.before_at)] == "5"
    assert other[slice(*second.after_at)] == "6"


def test_no_change() -> None:
    assert changes(wording("We will go"), wording("We will go")) == []
    assert changes(wording(""), wording("")) == []
