"""The words of a text for comparison."""

from __future__ import annotations

import pytest

from quotex.wording import wording
from quotex.wording.stems import stem, stems

SAME = [
    ("“We won’t go,” he said", "we won't go he said"),
    ("counter-terrorism", "Counter terrorism"),
    ("the  harbour\u00a0bridge", "THE HARBOUR BRIDGE"),
    ("U.S. ships", "US ships"),
    ("1,000 boats", "1000 boats"),
    ("cables … and ropes", "cables and ropes"),
    ("soft\u00adware", "software"),
    ("[The] bridge", "the bridge"),
]
OTHER = [
    ("I will", "I will not"),
    ("centre", "center"),
    ("won't", "will not"),
    ("7 boats", "seven boats"),
    ("5.5", "55"),
]
ONE_FORM = [
    ("won't", "will not"),
    ("I can’t", "I cannot"),
    ("they're", "they are"),
    ("organisations", "organizations"),
    ("no one", "nobody"),
    ("travelled", "traveled"),
    ("favourite", "favorite"),
    ("per cent", "percent"),
]
OWN_FORM = ["realism", "analysis", "terrorism", "optimist", "color", "advertise", "exercise"]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_words(one: str, other: str) -> None:
    assert wording(one).keys == wording(other).keys


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other_words(one: str, other: str) -> None:
    assert wording(one).keys != wording(other).keys


@pytest.mark.parametrize(("one", "other"), ONE_FORM)
def test_one_spelling(one: str, other: str) -> None:
    assert wording(one).forms == wording(other).forms


@pytest.mark.parametrize("word", OWN_FORM)
def test_words_not_to_be_normalised_are_unchanged(word: str) -> None:
    assert wording(word).forms == (word,)


def test_word_places_point_into_the_text() -> None:
    text = "“No one … won’t [ever] go to the U.S.”"
    found = wording(text)
    found_words = [text[word.start : word.end] for word in found.words]
    assert found_words == ["No", "one", "won’t", "ever", "go", "to", "the", "U.S."]
    assert found.gaps == {2}
    assert found.brackets == {3}


def test_no_words() -> None:
    assert len(wording("")) == 0
    assert wording("“…” — !").keys == ()


ONE_STEM = [
    ("intensify", "intensified"),
    ("stopped", "stop"),
    ("agreements", "agreement"),
    ("organizations", "organization"),
    ("cables", "cable"),
    ("policies", "policy"),
]


@pytest.mark.parametrize(("one", "other"), ONE_STEM)
def test_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_small_words_have_no_stem() -> None:
    assert list(stems(wording("It is the bridge of the town that was closed"))) == [
        "bridg",
        "town",
        "clos",
    ]
