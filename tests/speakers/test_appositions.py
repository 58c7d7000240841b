"""Which name is beside the noun of a source, on trees built by hand."""

from __future__ import annotations

import pytest

from quotex.speakers.appositions import AppositiveNames
from quotex.speakers.phrases import head_of
from tests.speakers.hand import article, name_of, named
from tests.trees import ENGLISH

NAMES = {
    "Bodil Lind": "PERSON",
    "Tom Roe": "PERSON",
    "Lund & Co": "ORG",
    "Lundby Motors": "ORG",
    "Lundby Herald": "ORG",
    "Lundby Council": "ORG",
    "Port Ardal": "GPE",
}


def beside(source: str, rest: str = "slept/VBD/ROOT/{n}") -> str | None:
    """Return the name that a source gives for its noun; words have the form word/TAG/dep/head."""
    words = source.split()
    context = article(f"{source} {rest.format(n=len(words) + 1)}", names=NAMES)
    tokens = context.view.tokens[: len(words)]
    names = named(context, [tokens])
    return name_of(AppositiveNames(names, ENGLISH).name(tokens, head_of(tokens)))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "the/DT/det/2 chairman/NN/nsubj/6 ,/,/punct/2 Bodil/NNP/compound/5 Lind/NNP/appos/2",
            "Bodil Lind",
        ),
        (
            (
                "One/CD/nsubj/9 of/IN/prep/1 the/DT/det/4 passengers/NNS/pobj/2/passenger"
                " ,/,/punct/1 Madam/NNP/compound/8 Bodil/NNP/compound/8 Lind/NNP/appos/1"
            ),
            "Bodil Lind",
        ),
        (
            (
                "Another/DT/nsubj/7 of/IN/prep/1 them/PRP/pobj/2 ,/,/punct/1"
                " Bodil/NNP/compound/6 Lind/NNP/appos/1"
            ),
            "Bodil Lind",
        ),
        # Two offices of one person; with articles, they are two people's.
        (
            (
                "director/NN/nsubj/6 and/CC/cc/1 chief/JJ/amod/4 executive/NN/compound/6"
                " Bodil/NNP/compound/6 Lind/NNP/conj/1"
            ),
            "Bodil Lind",
        ),
        (
            (
                "the/DT/det/2 director/NN/nsubj/8 and/CC/cc/2 the/DT/det/5 executive/NN/compound/7"
                " Bodil/NNP/compound/7 Lind/NNP/conj/2"
            ),
            None,
        ),
        (
            (
                "directors/NNS/nsubj/6 and/CC/cc/1 executive/NN/compound/5"
                " Bodil/NNP/compound/5 Lind/NNP/conj/1"
            ),
            None,
        ),
        # A name that somebody takes, whatever the parser makes of it.
        (
            (
                "a/DT/det/2 group/NN/nsubj/7 calling/VBG/acl/2/call itself/PRP/dobj/3"
                " Lundby/NNP/compound/6 Motors/NNP/nsubj/7"
            ),
            "Lundby Motors",
        ),
        (
            (
                "a/DT/det/2 group/NN/nsubj/7 calling/VBG/acl/2/call her/PRP/dobj/3"
                " Lundby/NNP/compound/6 Motors/NNP/nsubj/7"
            ),
            None,
        ),
        (
            (
                "the/DT/det/2 aide/NN/nsubj/9 for/IN/prep/2 Lundby/NNP/compound/5 Motors/NNP/pobj/3"
                " ,/,/punct/2 Bodil/NNP/compound/8 Lind/NNP/appos/5"
            ),
            "Bodil Lind",
        ),
        (
            "the/DT/det/2 carmaker/NN/nsubj/6 ,/,/punct/2 Lundby/NNP/compound/5 Motors/NNP/appos/2",
            "Lundby Motors",
        ),
        (
            "the/DT/det/2 owner/NN/nsubj/7 ,/,/punct/2 Lund/NNP/conj/2 &/CC/cc/4 Co/NNP/conj/4",
            "Lund & Co",
        ),
        (
            "the/DT/det/2 firm/NN/nsubj/5 Lundby/NNP/compound/4 Motors/NNP/appos/2",
            "Lundby Motors",
        ),
        (
            "the/DT/det/4 Lundby/NNP/compound/4 Herald/NNP/compound/4 newspaper/NN/nsubj/5",
            "Lundby Herald",
        ),
        (
            "the/DT/det/2 city/NN/nsubj/6 of/IN/prep/2 Port/NNP/compound/5 Ardal/NNP/pobj/3",
            "Port Ardal",
        ),
        (
            (
                "CEO/NNP/nsubj/8 of/IN/prep/1 the/DT/det/5 Lundby/NNP/compound/5 Council/NNP/pobj/2"
                " Bodil/NNP/compound/7 Lind/NNP/appos/1"
            ),
            "Bodil Lind",
        ),
        (
            (
                "the/DT/det/2 mayor/NN/nsubj/9 ,/,/punct/2 Bodil/NNP/compound/5 Lind/NNP/appos/2"
                " ,/,/punct/2 who/WP/nsubj/8 dives/VBZ/relcl/2"
            ),
            "Bodil Lind",
        ),
        # The name is somebody else's.
        (
            (
                "A/DT/det/2 spokesman/NN/nsubj/9 for/IN/prep/2 the/DT/det/5 publisher/NN/pobj/3"
                " ,/,/punct/5 Lund/NNP/conj/5 &/CC/cc/7 Co/NNP/conj/7"
            ),
            None,
        ),
        (
            "the/DT/det/2 chairman/NN/nsubj/6 ,/,/punct/2 Lundby/NNP/compound/5 Motors/NNP/appos/2",
            None,
        ),
        (
            (
                "a/DT/det/2 man/NN/nsubj/9 from/IN/prep/2 the/DT/det/5 capital/NN/pobj/3"
                " ,/,/punct/5 Port/NNP/compound/8 Ardal/NNP/appos/5"
            ),
            None,
        ),
        (
            (
                "a/DT/det/2 letter/NN/nsubj/9 to/IN/prep/2 the/DT/det/5 mayor/NN/pobj/3 ,/,/punct/5"
                " Bodil/NNP/compound/8 Lind/NNP/appos/5"
            ),
            None,
        ),
        (
            (
                "a/DT/det/2 spokesman/NN/nsubj/7 for/IN/prep/2 Mayor/NNP/compound/6"
                " Bodil/NNP/compound/6 Lind/NNP/pobj/3"
            ),
            None,
        ),
        (
            "a/DT/det/2 spokesman/NN/nsubj/6 for/IN/prep/2 Bodil/NNP/compound/5 Lind/NNP/pobj/3",
            None,
        ),
        (
            "the/DT/det/2 pier/NN/nsubj/6 of/IN/prep/2 Port/NNP/compound/5 Ardal/NNP/pobj/3",
            None,
        ),
        (
            "the/DT/det/4 Lundby/NNP/compound/4 Motors/NNP/compound/4 boss/NN/nsubj/5",
            None,
        ),
        # Several are listed.
        (
            (
                "the/DT/det/2 mayor/NN/nsubj/10 ,/,/punct/2 Bodil/NNP/compound/5 Lind/NNP/appos/2"
                " ,/,/punct/2 and/CC/cc/2 a/DT/det/9 diver/NN/conj/2"
            ),
            None,
        ),
        (
            (
                "two/CD/nummod/2 divers/NNS/nsubj/6/diver ,/,/punct/2"
                " Bodil/NNP/compound/5 Lind/NNP/appos/2"
            ),
            None,
        ),
        (
            (
                "the/DT/det/2 mayor/NN/nsubj/9 ,/,/punct/2 Bodil/NNP/compound/5 Lind/NNP/appos/2"
                " ,/,/punct/2 Tom/NNP/compound/8 Roe/NNP/conj/5"
            ),
            None,
        ),
    ],
)
def test_the_name_beside_a_noun(source: str, expected: str | None) -> None:
    assert beside(source) == expected


def test_letters_after_a_name_are_not_part_of_it() -> None:
    assert beside("Bodil/NNP/compound/3 Lind/NNP/compound/3 MP/NNP/nsubj/4") == "Bodil Lind"
