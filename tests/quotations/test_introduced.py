"""Paragraphs that the one before introduces with a colon, in quotation marks and without."""

from __future__ import annotations

import pytest
from spacy.language import Language

import quotex
from quotex import Extractor
from quotex.quotations.detectors.merge import is_led_over
from quotex.quotations.rules.introduced import RULE
from tests.quotations.model.fake import candidate_of, plain_context

WORDS = "The wall is older than the town. It knows nothing of us, and it will stand."
LEADS = [
    ("Ada Roe added:", "added", "Ada Roe"),
    ("The mayor wrote:", "wrote", "The mayor"),
    ("In a speech on Monday, Bo Lund said:", "said", "Bo Lund"),
    ("The Harbour Gazette reports:", "reports", "The Harbour Gazette"),
]
NOTHING_LEADS = [
    "Ada Roe went home.",
    "Read the latest updates below:",
    "Three things stand in the plan:",
    "Ada Roe added a list of the boats that were lost:",
    "THE WALL:",
    "Ada Roe, who said it, sailed to the island:",
]
NO_BLOCKS = [
    "The wall is old",  # a heading, or an item of a list
    "• The wall is older than the town.",
    "<tweet>The wall is older than the town.",
    "So it is.",
]


@pytest.fixture(scope="module")
def hybrid(nlp: Language) -> Extractor:
    """The default extractor."""
    return quotex.load(nlp)


def page(lead: str, block: str) -> str:
    return f"The ferry was late again.\n\n{lead}\n\n{block}\n\nNobody answered the letter."


def around(text: str, extractor: Extractor, block: str) -> list[tuple[str, str, str]]:
    """Return text, cue and source of what has the block for its content."""
    return [
        (q.text, q.cue[0].text if q.cue else "", q.source[0].text if q.source else "")
        for q in extractor(text)
        if block in q.text
    ]


@pytest.mark.model
@pytest.mark.parametrize("reader", ["extractor", "hybrid"])
@pytest.mark.parametrize("marks", ["{}", "“{}”", '"{}"'])
@pytest.mark.parametrize(("lead", "cue", "source"), LEADS)
def test_a_paragraph_belongs_to_the_one_that_leads_over_to_it(
    request: pytest.FixtureRequest, reader: str, marks: str, lead: str, cue: str, source: str
) -> None:
    text = page(lead, marks.format(WORDS))
    found = around(text, request.getfixturevalue(reader), WORDS)
    assert found == [(marks.format(WORDS), cue, source)]


@pytest.mark.model
@pytest.mark.parametrize("reader", ["extractor", "hybrid"])
def test_a_statement_is_whose_it_is(request: pytest.FixtureRequest, reader: str) -> None:
    text = page("The port released the following statement:", f"“{WORDS}”")
    ((_, _, source),) = around(text, request.getfixturevalue(reader), WORDS)
    assert source == "The port"


@pytest.mark.model
@pytest.mark.parametrize("lead", NOTHING_LEADS)
def test_what_does_not_lead_over(extractor: Extractor, lead: str) -> None:
    found = extractor(page(lead, WORDS))
    assert RULE not in {e.name for q in found for e in q.evidence}


@pytest.mark.model
@pytest.mark.parametrize("block", NO_BLOCKS)
def test_what_is_no_block(extractor: Extractor, block: str) -> None:
    found = extractor(page("Ada Roe added:", block))
    assert RULE not in {e.name for q in found for e in q.evidence}


@pytest.mark.parametrize(
    ("cue", "source", "content", "expected"),
    [
        ("added", "Ada", "It rained.", True),
        ("", "Ada", "It rained.", True),
        ("added", "", "It rained.", True),
        ("", "", "It rained.", False),
        ("added", "Ada", "the wall held", False),
        ("sang", "", "It rained.", False),
    ],
)
def test_led_over(cue: str, source: str, content: str, expected: bool) -> None:
    context = plain_context("Ada said the wall held, and added:\n\nIt rained. The crew sang.")
    assert is_led_over(context, candidate_of(context, [content], cue, source)) is expected
