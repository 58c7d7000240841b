"""Which body without a name a bare noun refers to."""

from __future__ import annotations

import pytest

from quotex.parse.view import Token
from quotex.speakers.mentions.unnamed import UnnamedBodies
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
