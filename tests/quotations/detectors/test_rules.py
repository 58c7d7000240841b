"""The seam of detection: the rules behind it, and where quotations may begin."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
import spacy

from quotex.assembly import read_context
from quotex.document.furniture import Sections, furniture, furniture_rules, sections
from quotex.languages.cue_files import load_lexicon
from quotex.parse.spacy import SpacyEngine
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context
from quotex.quotations.detectors.rules import RuleDetector, anywhere
from tests.trees import context_of, texts

SAID = """
She     she   PRP nsubj 2
said    say   VBD ROOT  2
it      it    PRP nsubj 4
rained  rain  VBD ccomp 2
.       .     .   punct 2
"""
DENIED = """
Bo      bo    NNP nsubj 2
denied  deny  VBD ROOT  2
that    that  IN  mark  5
it      it    PRP nsubj 5
snowed  snow  VBD ccomp 2
.       .     .   punct 2
"""
SWAM = """
Dogs    dog   NNS nsubj 2
swam    swim  VBD ROOT  2
.       .     .   punct 2
"""
QUOTED = """
“        “        ``  punct 4
The      the      DT  det   3
roof     roof     NN  nsubj 4
fell     fall     VBD ccomp 8
,        ,        ,   punct 8
”        ”        ''  punct 8
Ada      ada      NNP nsubj 8
said     say      VBD ROOT  8
.        .        .   punct 8
“        “        ``  punct 12
Nobody   nobody   NN  nsubj 12
slept    sleep    VBD ROOT  12
there    there    RB  advmod 12
.        .        .   punct 12
”        ”        ''  punct 12
"""
ARTICLE = (
    "The ferry sank.\n\nhttps://news.example/ferry\n\nAda said it leaked.\n\n"
    "Photo: A ferry, by Bo Lund\n\nShare this article\n\nThe crew is safe."
)


def unparsed(text: str) -> Context:
    view = SpacyEngine(spacy.blank("en"), names_only=True).view(text)
    return read_context(view, load_lexicon("en"))[0]


def test_the_rules_have_a_name() -> None:
    assert RuleDetector().name == "rules"


def test_rules_find_in_text_order() -> None:
    context = context_of(SAID, SWAM, DENIED)
    assert texts(context, RuleDetector().detect(context, anywhere)) == [
        (["it rained"], "said", "She"),
        (["that it snowed"], "denied", "Bo"),
    ]


@pytest.mark.parametrize("tables", [(SWAM,), (SWAM, SWAM)])
def test_rules_that_find_nothing(tables: tuple[str, ...]) -> None:
    assert RuleDetector().detect(context_of(*tables), anywhere) == []


def test_no_two_share_words() -> None:
    context = context_of(SAID, QUOTED, DENIED, SAID)
    found = RuleDetector().detect(context, anywhere)
    assert len(found) == 4
    for one, other in combinations(found, 2):
        assert not any(a < d and c < b for a, b in one.content for c, d in other.content)
    assert all(a.start < b.start for a, b in pairwise(found))


def test_quoted_sentences_go_on() -> None:
    context = context_of(QUOTED)
    assert texts(context, RuleDetector().detect(context, anywhere)) == [
        (["“The roof fell,”", "“Nobody slept there.”"], "said", "Ada")
    ]


def test_what_begins_where_it_may_not_is_left_out() -> None:
    context = context_of(SAID, DENIED)
    second = context.view.text.index("Bo")
    found = RuleDetector().detect(context, lambda offset: offset >= second)
    assert texts(context, found) == [(["that it snowed"], "denied", "Bo")]
    assert RuleDetector().detect(context, lambda offset: False) == []


def test_what_may_not_stand_gives_way_to_what_may() -> None:
    """A candidate is left out before it can push out another."""
    context = context_of(SAID, DENIED)
    text = context.view.text
    asked: list[int] = []

    def allowed(offset: int) -> bool:
        asked.append(offset)
        return True

    kept: list[Candidate] = RuleDetector().detect(context, allowed)
    assert {c.start for c in kept} <= set(asked)
    assert {text.index("it rained"), text.index("that it snowed")} <= set(asked)


def test_quoted_sentences_do_not_go_on_where_they_may_not() -> None:
    context = context_of(QUOTED)
    second = context.view.text.index("“Nobody")
    found = RuleDetector().detect(context, lambda offset: offset < second)
    assert texts(context, found) == [(["“The roof fell,”"], "said", "Ada")]


def sections_of(context: Context) -> Sections:
    return sections(context.view.text, context.view.paragraphs, "en")


def test_furniture_is_left_out() -> None:
    context = unparsed(ARTICLE)
    allowed = sections_of(context).in_body
    shown = {
        text[:5]: {allowed(offset) for offset in range(start, end)}
        for start, end in context.view.paragraphs
        if (text := ARTICLE[start:end])
    }
    assert shown == {
        "The f": {True},
        "https": {False},
        "Ada s": {True},
        "Photo": {False},
        "Share": {False},
        "The c": {True},
    }


def test_furniture_s_bounds_are_those_of_its_paragraphs() -> None:
    context = unparsed(ARTICLE)
    numbers = set(furniture(ARTICLE, context.view.paragraphs, furniture_rules("en")))
    allowed = sections_of(context).in_body
    for number, (start, end) in enumerate(context.view.paragraphs):
        assert allowed(start) is (number not in numbers)
        assert allowed(end - 1) is (number not in numbers)
        assert allowed(end)


@pytest.mark.parametrize("text", ["", "The ferry sank.", "The ferry sank.\n\nThe crew is safe."])
def test_without_furniture_all_is_allowed(text: str) -> None:
    allowed = sections_of(unparsed(text)).in_body
    assert all(allowed(offset) for offset in range(len(text) + 1))


@pytest.mark.parametrize("offset", [0, 1, 10**9])
def test_anywhere(offset: int) -> None:
    assert anywhere(offset)
