"""The rule detector, and where quotations may begin."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from quotex.document.furniture import furniture
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context
from quotex.quotations.detectors.rules import RuleDetector, proposed
from tests.quotations.model.fake import plain_context
from tests.trees import DENIED, ENGLISH, context_of, texts

SAID = """
She     she   PRP nsubj 2
said    say   VBD ROOT  2
it      it    PRP nsubj 4
rained  rain  VBD ccomp 2
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
OUTER = """
She     she   PRP nsubj 2
said    say   VBD ROOT  2
it      it    PRP nsubj 4
rained  rain  VBD ccomp 6
Bo      bo    NNP nsubj 6
thinks  think VBZ ccomp 2
"""
AROUND = """
The     the   DT  det   2
boat    boat  NN  nsubj 7
,       ,     ,   punct 7
she     she   PRP nsubj 5
said    say   VBD parataxis 7
,       ,     ,   punct 7
sank    sink  VBD ROOT  7
"""
ARTICLE = (
    "The ferry sank.\n\nhttps://news.example/ferry\n\nAda said it leaked.\n\n"
    "Photo: A ferry, by Bo Lund\n\nShare this article\n\nThe crew is safe."
)


def detect(context: Context) -> list[Candidate]:
    return RuleDetector().detect([context])[0]


def limit(monkeypatch: pytest.MonkeyPatch, first: int, last: int) -> None:
    """Allow only content that begins in ``[first, last)``."""
    monkeypatch.setattr(Context, "allows_content_at", lambda _, offset: first <= offset < last)


def test_the_rules_have_a_name() -> None:
    assert RuleDetector().name == "rules"


def test_candidates_are_in_text_order() -> None:
    context = context_of(SAID, SWAM, DENIED)
    assert texts(context, detect(context)) == [
        (["it rained"], "said", "She"),
        (["that it snowed"], "denied", "Bo"),
    ]


@pytest.mark.parametrize("tables", [(SWAM,), (SWAM, SWAM)])
def test_texts_without_candidates(tables: tuple[str, ...]) -> None:
    assert detect(context_of(*tables)) == []


def test_quotations_do_not_overlap() -> None:
    context = context_of(SAID, QUOTED, DENIED, SAID)
    found = detect(context)
    assert len(found) == 4
    for one, other in combinations(found, 2):
        assert not any(a < d and c < b for a, b in one.content for c, d in other.content)
    assert all(a.start < b.start for a, b in pairwise(found))


def test_quoted_sentences_continue_a_quotation() -> None:
    context = context_of(QUOTED)
    assert texts(context, detect(context)) == [
        (["“The roof fell,”", "“Nobody slept there.”"], "said", "Ada")
    ]


def test_articles_are_independent() -> None:
    contexts = [context_of(SAID), context_of(SWAM), context_of(DENIED)]
    found = RuleDetector().detect(contexts)
    assert [len(each) for each in found] == [1, 0, 1]
    assert RuleDetector().detect([]) == []


def test_drops_content_that_begins_where_none_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    context = context_of(SAID, DENIED)
    limit(monkeypatch, context.view.text.index("Bo"), 1_000)
    assert texts(context, detect(context)) == [(["that it snowed"], "denied", "Bo")]
    limit(monkeypatch, 0, 0)
    assert detect(context) == []


def test_a_candidate_that_is_not_allowed_does_not_displace_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A candidate that is not allowed is dropped before it can displace another."""
    context = context_of(OUTER)
    assert texts(context, detect(context)) == [(["it rained Bo thinks"], "said", "She")]
    limit(monkeypatch, context.view.text.index("rained"), 1_000)
    assert all(c.start > 0 for c in proposed(context))


def test_quoted_sentences_do_not_continue_where_content_is_not_allowed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    context = context_of(QUOTED)
    limit(monkeypatch, 0, context.view.text.index("“Nobody"))
    assert texts(context, detect(context)) == [(["“The roof fell,”"], "said", "Ada")]


def test_each_part_of_the_content_must_be_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    context = context_of(AROUND)
    assert texts(context, detect(context)) == [(["The boat", "sank"], "said", "she")]
    limit(monkeypatch, 0, context.view.text.index("sank"))
    assert detect(context) == []


def test_without_a_parse_only_rules_that_need_none_run() -> None:
    context = plain_context("“The roof fell on us.” – Ada Roe\n\n“It rained,” Bo said.")
    assert [c.rule for c in proposed(context, parsed=False)] == ["signed-quote"]


def test_furniture_is_left_out() -> None:
    context = plain_context(ARTICLE, furniture=False)
    shown = {
        text[:5]: {context.allows_content_at(offset) for offset in range(start, end)}
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


def test_furniture_has_the_bounds_of_its_paragraphs() -> None:
    context = plain_context(ARTICLE, furniture=False)
    numbers = set(furniture(context.document.paragraphs, ENGLISH.furniture))
    for number, (start, end) in enumerate(context.view.paragraphs):
        assert context.allows_content_at(start) is (number not in numbers)
        assert context.allows_content_at(end - 1) is (number not in numbers)
        assert context.allows_content_at(end)


@pytest.mark.parametrize("text", ["", "The ferry sank.", "The ferry sank.\n\nThe crew is safe."])
def test_without_furniture_all_is_allowed(text: str) -> None:
    context = plain_context(text, furniture=False)
    assert all(context.allows_content_at(offset) for offset in range(len(text) + 1))


@pytest.mark.parametrize("offset", [0, 1, ARTICLE.index("Photo"), 10**9])
def test_all_content_is_allowed_if_furniture_is_wanted(offset: int) -> None:
    assert plain_context(ARTICLE, furniture=True).allows_content_at(offset)
