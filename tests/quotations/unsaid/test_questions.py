"""Sentences of the writer that only ask whether something was said."""

from __future__ import annotations

import pytest

from quotex.quotations.unsaid.questions import is_asked
from tests.quotations.rules.rows import tree

CASES = [
    ("Has have VBZ aux 3 / Roe Roe NNP nsubj 3 / said say VBN ROOT 3 / ? ? . punct 3", True),
    ("Has have VBZ aux 3 / Roe Roe NNP nsubj 3 / said say VBN ROOT 3 / . . . punct 3", False),
    ("Roe Roe NNP nsubj 3 / has have VBZ aux 3 / said say VBN ROOT 3 / ? ? . punct 3", False),
    (
        "Why why WRB advmod 4 / has have VBZ aux 4 / she she PRP nsubj 4 / said say VBN ROOT 4",
        False,
    ),
]


@pytest.mark.parametrize(("rows", "asked"), CASES)
def test_a_verb_in_a_question(rows: str, asked: bool) -> None:
    context = tree(rows)
    [word] = [t for t in context.view.tokens if t.lemma == "say"]
    assert is_asked(context, word) is asked


def test_a_noun_is_not_asked() -> None:
    context = tree(CASES[0][0])
    assert not is_asked(context, context.view.tokens[1])
