"""Which body or person without a name a bare noun refers to."""

from __future__ import annotations

import pytest

from quotex.parse.view import Token
from quotex.speakers.mentions.unnamed import Unnamed, UnnamedBodies, UnnamedSpeakers
from quotex.speakers.names.cluster import Cluster
from tests.speakers.hand import article, name_of
from tests.trees import ENGLISH

TRANSPORT = "the/DT/det/3 transport/NN/compound/3 ministry/NN/nsubj/4 slept/VBD"
FINANCE = "the/DT/det/3 finance/NN/compound/3 ministry/NN/nsubj/4 slept/VBD"
AGAIN = "the/DT/det/2 ministry/NN/nsubj/3 woke/VBD"


def nouns(*sentences: str) -> list[Token]:
    view = article(*sentences).view
    return [t for t in view.tokens if t.dep == "nsubj"]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        ([TRANSPORT, AGAIN], "transport ministry"),
        ([TRANSPORT, TRANSPORT, AGAIN], "transport ministry"),
        (
            ["the/DT/det/3 city/NN/compound/3 council/NN/nsubj/4 slept/VBD",
             "the/DT/det/2 council/NN/nsubj/3 woke/VBD"],
            "city council",
        ),
        ([TRANSPORT, FINANCE, AGAIN], None),
        ([AGAIN, AGAIN], None),
        ([TRANSPORT, FINANCE], None),
        ([TRANSPORT, "a/DT/det/2 ministry/NN/nsubj/3 woke/VBD"], None),
        ([TRANSPORT, "the/DT/det/2 ministries/NNS/nsubj/3/ministry woke/VBD"], None),
        (["a/DT/det/3 city/NN/compound/3 council/NN/nsubj/4 slept/VBD",
          "the/DT/det/2 council/NN/nsubj/3 woke/VBD"], None),
        (["the/DT/det/3 car/NN/compound/3 firm/NN/nsubj/4 slept/VBD",
          "the/DT/det/2 firm/NN/nsubj/3 woke/VBD"], None),
    ],
)  # fmt: skip
def test_the_body_mentioned_before(sentences: list[str], expected: str | None) -> None:
    *earlier, last = nouns(*sentences)
    bodies = UnnamedBodies(ENGLISH.speakers)
    for number, noun in enumerate(earlier):
        name = " ".join(t.text for t in noun.subtree()[1:])
        bodies.note(noun, Cluster(number, name, "NOUN"))
    assert name_of(bodies.known(last)) == expected


A_NURSE = "a/DT/det/3 young/JJ/amod/3 nurse/NN/nsubj/4 spoke/VBD"
A_DIVER = "an/DT/det/3 old/JJ/amod/3 diver/NN/nsubj/4 spoke/VBD"
THE = "the/DT/det/2 {}/NN/nsubj/3 spoke/VBD"
IT_RAINED = "rain/NN/dobj/2 fell/VBD"


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        ([A_NURSE, THE.format("nurse")], "young nurse"),
        ([A_NURSE, A_DIVER, THE.format("nurse")], "young nurse"),
        ([A_NURSE, A_DIVER, THE.format("woman")], "old diver"),
        ([A_NURSE, *[IT_RAINED] * 11, THE.format("nurse")], "young nurse"),
        # two of a kind: the one who spoke just before
        ([A_NURSE, "another/DT/det/3 night/NN/compound/3 nurse/NN/nsubj/4 spoke/VBD",
          THE.format("nurse")], "another night nurse"),
        ([A_NURSE, A_NURSE, *[IT_RAINED] * 2, THE.format("nurse")], None),
        ([A_NURSE, *[IT_RAINED] * 12, THE.format("nurse")], None),
        ([A_NURSE, *[IT_RAINED] * 2, THE.format("woman")], None),
        ([A_NURSE, THE.format("diver")], None),
        ([A_NURSE, A_NURSE], None),
        ([THE.format("nurse"), THE.format("nurse")], None),
        ([A_NURSE, "the/DT/det/3 old/JJ/amod/3 nurse/NN/nsubj/4 spoke/VBD"], None),
        ([A_NURSE, "the/DT/det/2 nurses/NNS/nsubj/3/nurse spoke/VBD"], None),
        (["a/DT/det/2 girl/NN/nsubj/3 spoke/VBD", THE.format("man")], None),
    ],
)  # fmt: skip
def test_the_speaker_introduced_before(sentences: list[str], expected: str | None) -> None:
    *earlier, last = nouns(*sentences)
    speakers = UnnamedSpeakers(ENGLISH.speakers)
    for number, noun in enumerate(earlier):
        name = " ".join(t.text for t in noun.subtree() if not t.is_a("leading_determiner"))
        gender = ENGLISH.speakers.gender_of(noun.lemma)
        speakers.note(noun, Cluster(number, name, "NOUN", gender=gender))
    assert name_of(speakers.known(last)) == expected


def test_only_speakers_are_known_as_people() -> None:
    nurse, again = nouns(A_NURSE, THE.format("nurse"))
    unnamed = Unnamed(ENGLISH.speakers)
    unnamed.note(nurse, Cluster(0, "young nurse", "NOUN"), speaks=False)
    assert unnamed.known(again, speaks=True) is None
    unnamed.note(nurse, Cluster(0, "young nurse", "NOUN"), speaks=True)
    assert unnamed.known(again, speaks=False) is None
    found = unnamed.known(again, speaks=True)
    assert found is not None
    assert found.cluster.name == "young nurse"


def test_a_body_need_not_speak() -> None:
    ministry, again = nouns(TRANSPORT, AGAIN)
    unnamed = Unnamed(ENGLISH.speakers)
    unnamed.note(ministry, Cluster(0, "transport ministry", "ORG"), speaks=False)
    found = unnamed.known(again, speaks=False)
    assert found is not None
    assert found.cluster.name == "transport ministry"
