"""Verbs in conditions, whose content may never have been said."""

from __future__ import annotations

import pytest

from quotex.quotations.unsaid.conditions import is_in_condition
from tests.quotations.rules.rows import tree

SAYS = "{led} / he he PRP nsubj 3 / {says} / we we PRP nsubj 5 / go go VBP ROOT 5"
IF = {"led": "If if IN mark 3", "says": "says say VBZ advcl 5"}


@pytest.mark.parametrize(
    ("change", "supposed"),
    [
        ({}, True),
        ({"led": "Unless unless IN mark 3"}, True),
        ({"led": "Should should MD aux 3"}, True),
        ({"led": "Because because IN mark 3"}, False),
        ({"led": "Should should MD aux 3", "says": "say say VB ccomp 5"}, True),
        ({"led": "Had have VBD aux 3", "says": "said say VBN ROOT 3"}, True),
        ({"led": "Did do VBD aux 3", "says": "say say VB ccomp 5"}, False),
        ({"led": "Only only RB advmod 3", "says": "say say VB ccomp 5"}, False),
        ({"says": "says say VBZ ccomp 5"}, False),
        ({"says": "sure sure JJ advcl 5"}, False),
    ],
)
def test_a_verb_in_a_condition(change: dict[str, str], supposed: bool) -> None:
    context = tree(SAYS.format(**{**IF, **change}))
    assert is_in_condition(context.view.tokens[2]) is supposed


@pytest.mark.parametrize("dep", ["conj", "xcomp"])
def test_a_verb_that_continues_a_condition(dep: str) -> None:
    context = tree(
        "If if IN mark 3 / he he PRP nsubj 3 / tries try VBZ advcl 6 / "
        f"say say VB {dep} 3 / we we PRP nsubj 6 / go go VBP ROOT 6"
    )
    assert is_in_condition(context.view.tokens[3])


def test_a_condition_that_somebody_states() -> None:
    context = tree(
        "If if IN mark 4 / , , , punct 4 / he he PRP nsubj 4 / says say VBZ advcl 5 / "
        "go go VB ROOT 5"
    )
    assert not is_in_condition(context.view.tokens[3])


def test_words_before_the_auxiliary_make_it_no_condition() -> None:
    context = tree(
        "Only only RB advmod 5 / once once RB advmod 5 / had have VBD aux 5 / he he PRP nsubj 5 / "
        "said say VBN ROOT 5 / we we PRP nsubj 7 / go go VBP ccomp 5"
    )
    assert not is_in_condition(context.view.tokens[4])


def test_a_condition_after_its_main_clause() -> None:
    context = tree(
        "We we PRP nsubj 2 / go go VBP ROOT 2 / had have VBD advcl 2 / he he PRP nsubj 5 / "
        "said say VBN ccomp 3 / so so RB advmod 5"
    )
    assert is_in_condition(context.view.tokens[4])
