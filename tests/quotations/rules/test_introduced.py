"""Paragraphs that the previous one introduces with a colon, with and without quotation marks."""

from __future__ import annotations

import pytest
from spacy.language import Language

import quotex
from quotex import Extractor
from quotex.quotations.detectors.merge import is_introduced_by_previous_paragraph
from quotex.quotations.rules.introduced import RULE, introduced, introduced_by_line
from tests.quotations.model.fake import candidate_of, plain_context
from tests.quotations.rules.rows import tree
from tests.trees import source_of

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
    "The wall is old",  # a heading or a list item
    "• The wall is older than the town.",
    "<tweet>The wall is older than the town.",
    "So it is.",
]


@pytest.fixture(scope="module")
def hybrid(nlp: Language) -> Extractor:
    """The default detector, with everything reported."""
    return quotex.load(nlp, min_confidence=0)


def page(lead: str, block: str) -> str:
    return f"The ferry was late again.\n\n{lead}\n\n{block}\n\nNobody answered the letter."


def around(text: str, extractor: Extractor, block: str) -> list[tuple[str, str, str]]:
    """Return text, cue and source of the quotation whose content is the block."""
    return [
        (q.text, q.cue[0].text if q.cue else "", q.source[0].text if q.source else "")
        for q in extractor(text)
        if block in q.text
    ]


@pytest.mark.model
@pytest.mark.parametrize("reader", ["extractor", "hybrid"])
@pytest.mark.parametrize("marks", ["{}", "“{}”", '"{}"'])
@pytest.mark.parametrize(("lead", "cue", "source"), LEADS)
def test_a_block_belongs_to_the_paragraph_that_introduces_it(
    request: pytest.FixtureRequest, reader: str, marks: str, lead: str, cue: str, source: str
) -> None:
    text = page(lead, marks.format(WORDS))
    found = around(text, request.getfixturevalue(reader), WORDS)
    assert found == [(marks.format(WORDS), cue, source)]


@pytest.mark.model
@pytest.mark.parametrize("reader", ["extractor", "hybrid"])
def test_the_source_of_a_statement(request: pytest.FixtureRequest, reader: str) -> None:
    text = page("The port released the following statement:", f"“{WORDS}”")
    ((_, _, source),) = around(text, request.getfixturevalue(reader), WORDS)
    assert source == "The port"


@pytest.mark.model
@pytest.mark.parametrize("lead", NOTHING_LEADS)
def test_what_does_not_introduce_a_block(extractor: Extractor, lead: str) -> None:
    found = extractor(page(lead, WORDS))
    assert RULE not in {e.name for q in found for e in q.evidence}


@pytest.mark.model
@pytest.mark.parametrize("block", NO_BLOCKS)
def test_what_is_not_a_block(extractor: Extractor, block: str) -> None:
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
def test_is_introduced_by_previous_paragraph(
    cue: str, source: str, content: str, expected: bool
) -> None:
    context = plain_context("Ada said the wall held, and added:\n\nIt rained. The crew sang.")
    assert (
        is_introduced_by_previous_paragraph(context, candidate_of(context, [content], cue, source))
        is expected
    )


def found_in(lead: str, words: int, end: str = ".") -> list[str]:
    """Return the content found in a paragraph of ``words`` words that ``lead`` introduces."""
    count = lead.count(" / ")
    verb = count + 3
    rows = [f"¶ ¶ _SP dep {count}", f"It it PRP nsubj {verb}", f"rained rain VBD ROOT {verb}"]
    rows += [f"hard hard RB advmod {verb}"] * (words - 2) + [f"{end} {end} . punct {verb}"]
    context = tree(lead + " / ".join(rows))
    return [context.view.text[c.start : c.end] for c in introduced(context)]


ADDED = "Holt holt NNP nsubj 2 / added add VBD ROOT 2 / : : : punct 2 / "


@pytest.mark.parametrize(("words", "found"), [(4, False), (5, True), (6, True)])
def test_a_block_has_five_words_or_more(words: int, found: bool) -> None:
    assert bool(found_in(ADDED, words)) is found


@pytest.mark.parametrize(
    ("end", "found"),
    [(".", True), ("!", True), ("?", True), ("…", True), (";", False), (":", False)],
)
def test_a_block_ends_like_speech(end: str, found: bool) -> None:
    assert bool(found_in(ADDED, 6, end)) is found


@pytest.mark.parametrize(("between", "found"), [(6, True), (7, False)])
def test_the_cue_is_near_the_colon(between: int, found: bool) -> None:
    adverbs = "once once RB advmod 2 / " * between
    lead = f"Holt holt NNP nsubj 2 / added add VBD ROOT 2 / {adverbs}: : : punct 2 / "
    assert bool(found_in(lead, 6)) is found


@pytest.mark.parametrize(
    ("lead", "found"),
    [
        ("Holt holt NNP nsubj 2 / swam swim VBD ROOT 2 / : : : punct 2 / ", False),
        ("Added add VBD ROOT 1 / : : : punct 1 / ", False),
        ("Holt holt NNP nsubj 2 / added add VBD ROOT 2 / . . . punct 2 / ", False),
    ],
)
def test_what_introduces(lead: str, found: bool) -> None:
    assert bool(found_in(lead, 6)) is found


INTRODUCED_BY_LINE = [
    ("And from Chairwoman Ada Roe:", "Chairwoman Ada Roe", "speech"),
    ("Now, this from Bo Lund:", "Bo Lund", "speech"),
    ("From the desk of Ada Roe:", "Ada Roe", "writing"),
    ("A letter from Mayor Tom O’Dea:", "Mayor Tom O’Dea", "speech"),
    ("The statement in full:", "The statement", "writing"),
    ("Here is the full statement from the port:", "the full statement from the port", "writing"),
    ("Her letter reads as follows:", "Her letter", "writing"),
    ("The e-mail reads:", "The e-mail", "writing"),
    ("The sign read:", "The sign", "writing"),
]
NOT_HANDED_OVER = [
    "From Monday to Friday:",
    "From Wick:",
    "From the desk of Ada Roe.",
    "Three things stand in the letter from Roe that he will not discuss:",
    "The plan:",
    "Related:",
    "What the letter does not say:",
    "From “Winter Boats”:",
    "Tickets from the office:",
    "The letter was found by a boy who was fishing:",
]


@pytest.mark.parametrize(("lead", "name", "mode"), INTRODUCED_BY_LINE)
def test_a_line_without_a_verb_introduces_a_block(lead: str, name: str, mode: str) -> None:
    text = page(lead, WORDS)
    (found,) = introduced_by_line(plain_context(text))
    assert [text[start:end] for start, end in found.content] == [WORDS]
    assert source_of(text, found) == name
    assert found.sense.mode == mode


@pytest.mark.parametrize("lead", NOT_HANDED_OVER)
def test_a_line_that_does_not_introduce_a_block(lead: str) -> None:
    assert list(introduced_by_line(plain_context(page(lead, WORDS)))) == []


@pytest.mark.parametrize("block", [*NO_BLOCKS, f"“{WORDS}”"])
def test_what_a_line_with_a_name_does_not_introduce(block: str) -> None:
    assert list(introduced_by_line(plain_context(page("From the desk of Ada Roe:", block)))) == []


def test_a_letter_continues_while_it_says_i_or_you() -> None:
    text = page("From the desk of Ada Roe:", f"{WORDS}\n\nI will write to you in May.")
    (found,) = introduced_by_line(plain_context(text))
    assert [text[a:b] for a, b in found.content] == [WORDS, "I will write to you in May."]


def test_a_sign_needs_no_full_stop() -> None:
    (found,) = introduced_by_line(plain_context(page("The sign read:", "NO DOGS AFTER DARK")))
    assert found.sense.mode == "writing"
    assert (
        list(introduced_by_line(plain_context(page("The sign in full:", "NO DOGS AFTER DARK"))))
        == []
    )
