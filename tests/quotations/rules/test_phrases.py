"""Cue phrases: their source, and on which side of them the content is."""

from __future__ import annotations

import pytest

from quotex.quotations.rules.phrases import phrase_cue
from tests.quotations.rules.rows import tree
from tests.trees import Found, texts

BEFORE = "It it PRP nsubj 2 / rained rain VBD ROOT 2 / "
CASES: dict[str, tuple[str, list[Found]]] = {
    "before it and behind it": (
        BEFORE + "according accord VBG prep 2 / to to IN prep 3 / Holt holt NNP pobj 4 / "
        ", , , punct 2 / once once RB advmod 2",
        [(["It rained"], "according to", "Holt")],
    ),
    "a noun phrase": (
        BEFORE + "according accord VBG prep 2 / to to IN prep 3 / the the DT det 7 / "
        "city city NN compound 7 / mayor mayor NN pobj 4",
        [(["It rained"], "according to", "the city mayor")],
    ),
    "an apposition is neither source nor content": (
        ("According accord VBG prep 9 / to to IN prep 1 / Holt holt NNP pobj 2 / , , , punct 3 / "
        "the the DT det 6 / mayor mayor NN appos 3 / , , , punct 9 / it it PRP nsubj 9 / "
        "rained rain VBD ROOT 9"),
        [(["it rained"], "According to", "Holt")],
    ),
    "an owner is not the source": (
        BEFORE + "according accord VBG prep 2 / to to IN prep 3 / Holt holt NNP poss 7 / "
        "'s 's POS case 5 / aide aide NN pobj 4",
        [(["It rained"], "according to", "Holt's aide")],
    ),
    "amid the clause": (
        ("Men man NNS nsubj 7 / , , , punct 7 / according accord VBG prep 7 / to to IN prep 3 / "
        "Holt holt NNP pobj 4 / , , , punct 7 / left leave VBD ROOT 7"),
        [(["Men", "left"], "according to", "Holt")],
    ),
    "before the second of two clauses": (
        BEFORE + ", , , punct 2 / and and CC cc 2 / according accord VBG prep 9 / "
        "to to IN prep 5 / Holt holt NNP pobj 6 / it it PRP nsubj 9 / snowed snow VBD conj 2",
        [(["it snowed"], "according to", "Holt")],
    ),
    "what things go by is no source": (
        BEFORE + "according accord VBG prep 2 / to to IN prep 3 / plan plan NN pobj 4",
        [],
    ),
    "around its source": (
        BEFORE + ", , , punct 2 / in in IN prep 2 / Holt holt NNP poss 7 / 's 's POS case 5 / "
        "words word NNS pobj 4",
        [(["It rained"], "in words", "Holt")],
    ),
    "around its source, as a clause": (
        ("As as IN mark 3 / Holt holt NNP nsubj 3 / put put VBD advcl 7 / it it PRP dobj 3 / "
        ", , , punct 7 / it it PRP nsubj 7 / rained rain VBD ROOT 7"),
        [(["it rained"], "As put it", "Holt")],
    ),
    "around its source, not set off": (
        ("Holt holt NNP nsubj 2 / spoke speak VBD ROOT 2 / in in IN prep 2 / her her PRP$ poss 6 / "
        "own own JJ amod 6 / words word NNS pobj 3"),
        [],
    ),
    "no noun behind it": (
        BEFORE + "according accord VBG prep 2 / to to IN prep 3 / once once RB advmod 2",
        [],
    ),
    "half of it": (BEFORE + "according accord VBG prep 2 / Holt holt NNP pobj 3", []),
    "nothing beside it": (
        "According accord VBG ROOT 1 / to to IN prep 1 / Holt holt NNP pobj 2",
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), CASES.values(), ids=CASES)
def test_phrase(rows: str, expected: list[Found]) -> None:
    context = tree(rows)
    found = [
        (content, cue, source.replace(" 's", "'s"))
        for content, cue, source in texts(context, phrase_cue(context))
    ]
    assert found == expected


@pytest.mark.parametrize(("far", "found"), [(1, True), (12, True), (13, False)])
def test_its_source_is_one_of_the_next_twelve_words(far: int, found: bool) -> None:
    adjectives = "".join([f"old old JJ amod {far + 4} / "] * (far - 1))
    context = tree(
        BEFORE + f"according accord VBG prep 2 / to to IN prep 3 / {adjectives}men man NNS pobj 4"
    )
    assert bool(texts(context, phrase_cue(context))) is found
