"""Mode and stance: from the lexicon if it lists the cue, otherwise from the network."""

from __future__ import annotations

import numpy as np
import pytest

from quotex.quotations.context import Context
from quotex.quotations.detectors.senses import guessed_sense, lexicon_sense
from tests.quotations.model.fake import plain_context
from tests.trees import context_of

TABLE = """
Ada      ada      NNP nsubj 2
denied   deny     VBD ROOT  2
the      the      DT  det   4
claim    claim    NN  dobj  2
according accord  VBG prep  2
to       to       IN  prep  5
glad     glad     JJ  amod  8
people   person   NNS pobj  6
swam     swim     VBD conj  2
thought  think    VBD conj  2
allegedly allegedly RB advmod 10
"""


def sense_of(context: Context, cue: str, *, quoted: bool = False) -> tuple[str, str, str] | None:
    words = cue.split()
    tokens = [t for word in words for t in context.view.tokens if t.text == word]
    assert len(tokens) == len(words)
    found = lexicon_sense(context, tokens, quoted=quoted)
    return (found.part, found.lemma, found.stance) if found else None


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("denied", ("verb", "deny", "denies")),
        ("claim", ("noun", "claim", "asserts")),
        ("glad", ("adjective", "glad", "asserts")),
        ("according to", ("phrase", "according to", "asserts")),
        ("denied the claim", ("verb", "deny", "denies")),  # a verb before a noun
        ("denied swam", ("verb", "deny", "denies")),  # the listed word counts
        ("denied thought", ("verb", "think", "asserts")),  # the last one before the others
        ("allegedly", ("adverb", "allegedly", "asserts")),
        ("allegedly denied", ("verb", "deny", "denies")),
        ("swam", None),
        ("the", None),
        ("according", None),  # half a phrase
        ("people", None),
    ],
)
def test_lexicon_sense(cue: str, expected: tuple[str, str, str] | None) -> None:
    assert sense_of(context_of(TABLE), cue) == expected


@pytest.mark.parametrize(
    ("cue", "mode", "stance"),
    [("denied", "speech", "denies"), ("thought", "thought", "asserts")],
)
def test_mode_and_stance_come_from_the_lexicon(cue: str, mode: str, stance: str) -> None:
    context = context_of(TABLE)
    found = lexicon_sense(context, [t for t in context.view.tokens if t.text == cue], quoted=False)
    assert found is not None
    assert (found.mode, found.stance) == (mode, stance)


def test_quoted_prefers_the_sense_that_introduces_a_quotation() -> None:
    context = context_of(TABLE)
    lexicon = context.lexicon
    lemma = next(
        lemma
        for lemma in lexicon.lemmas("verb")
        if {"that", "quote"} <= set(lexicon.frames("verb", lemma))
    )
    verb = next(t for t in context.view.tokens if t.text == "denied")
    verb.lemma = lemma
    plain = lexicon_sense(context, [verb], quoted=False)
    quoted = lexicon_sense(context, [verb], quoted=True)
    assert plain is not None
    assert quoted is not None
    assert (plain.frame, quoted.frame) == ("that", "quote")


def test_without_a_parse_only_phrases_are_known() -> None:
    context = plain_context("Ada denied it, according to Bo")
    assert sense_of(context, "denied") is None
    assert sense_of(context, "according to") == ("phrase", "according to", "asserts")


@pytest.mark.parametrize(
    ("odds", "mode", "stance"),
    [
        ([2.0, 1.0, 0.0, 0.0, 5.0], "speech", "warns"),
        ([1.0, 2.0, 3.0, 0.0, 0.0], "thought", "asserts"),
        ([-2.0, -3.0, -2.0, -1.0, -2.0], "speech", "denies"),
        ([9.0, 0.0, -9.0, -9.0, -8.0], "speech", "warns"),  # mode odds do not affect the stance
    ],
)
def test_guessed_sense(odds: list[float], mode: str, stance: str) -> None:
    names = {"mode": ("speech", "thought"), "stance": ("asserts", "denies", "warns")}
    found = guessed_sense(np.array(odds, dtype=np.float32), names)  # type: ignore[arg-type]
    assert (found.mode, found.stance) == (mode, stance)
    assert found.lemma == ""
