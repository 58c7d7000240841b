"""Which form of a name is the name: the fullest, and "Lord" if it has no first name."""

from __future__ import annotations

import pytest

from tests.speakers.hand import article, clusters


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (["Lord/NNP Ardal/NNP slept/VBD ./."], "Lord Ardal"),
        (["Lady/NNP Ardal/NNP slept/VBD ./."], "Lady Ardal"),
        (["Baroness/NNP Ardal/NNP slept/VBD ./.", "Ardal/NNP woke/VBD ./."], "Baroness Ardal"),
        (["Lord/NNP Ardal/NNP slept/VBD ./.", "Peter/NNP Ardal/NNP woke/VBD ./."], "Peter Ardal"),
        (["Lord/NNP Peter/NNP Ardal/NNP slept/VBD ./."], "Peter Ardal"),
        (["Sir/NNP Ardal/NNP slept/VBD ./."], "Ardal"),
        (["Mr./NNP Ardal/NNP slept/VBD ./."], "Ardal"),
        (["Mr./NNP ARDAL/NNP slept/VBD ./."], "Ardal"),
        (["lord/NN Ardal/NNP slept/VBD ./."], "Ardal"),
    ],
)
def test_the_name_of_a_peer(sentences: list[str], expected: str) -> None:
    names = {"Ardal": "PERSON", "Peter Ardal": "PERSON"}
    assert list(clusters(article(*sentences, names=names))) == [expected]


def test_lord_and_lady_of_one_name_are_two() -> None:
    sentences = ["Lord/NNP Ardal/NNP slept/VBD ./.", "Lady/NNP Ardal/NNP woke/VBD ./."]
    assert set(clusters(article(*sentences))) == {"Lord Ardal", "Lady Ardal"}
