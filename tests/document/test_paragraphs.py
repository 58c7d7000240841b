"""The bounds of paragraphs."""

from __future__ import annotations

import textwrap
import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quotex.document.paragraphs import paragraph_bounds
from quotex.languages.patterns import patterns

ENGLISH = patterns("en")

WRAPPED = "The council of Lower Wick said on Monday that it would"
NBSP = "\u00a0"

SPLIT = [
    ("blank line", "One.\n\nTwo.", ["One.", "Two."]),
    ("several blank lines", "One.\n\n\n\nTwo.", ["One.", "Two."]),
    ("blank line of spaces", "One.\n \t \nTwo.", ["One.", "Two."]),
    ("blank line of no-break spaces", f"One.\n{NBSP}\nTwo.", ["One.", "Two."]),
    ("CRLF blank line", "One.\r\n\r\nTwo.", ["One.", "Two."]),
    ("CR blank line", "One.\r\rTwo.", ["One.", "Two."]),
    ("single break", "One.\nTwo.", ["One.", "Two."]),
    ("CRLF single break", "One.\r\nTwo.", ["One.", "Two."]),
    ("spaces around", "  One.  \n\n\tTwo. ", ["One.", "Two."]),
    ("no-break spaces around", f"{NBSP}One.{NBSP}\n\n{NBSP}Two.", ["One.", "Two."]),
    ("blank lines around", "\n\n\nOne.\n\n", ["One."]),
    ("line separator", "One.\u2028Two.", ["One.", "Two."]),
    ("paragraph separator", "One.\u2029Two.", ["One.", "Two."]),
    ("form feed", "One.\fTwo.", ["One.", "Two."]),
    ("next line", "One.\x85Two.", ["One.", "Two."]),
    ("list with bullets", "• bread\n• milk\n• salt", ["• bread", "• milk", "• salt"]),
    ("list with dashes", "- bread\n- milk", ["- bread", "- milk"]),
    ("numbered list", "1. bread\n2. milk", ["1. bread", "2. milk"]),
    ("headline", "Ferry stops\nthe last boat left", ["Ferry stops", "the last boat left"]),
    ("long line that ends", f"{WRAPPED}.\nit is over", [f"{WRAPPED}.", "it is over"]),
    ("long line, then a capital", f"{WRAPPED}\nThe rain fell", [WRAPPED, "The rain fell"]),
    ("headline, then an agency", f"{WRAPPED}\n(Wick Wire) - So", [WRAPPED, "(Wick Wire) - So"]),
    ("long line, then a blank one", f"{WRAPPED}\n\nmend it", [WRAPPED, "mend it"]),
    ("long line, then CR CR", f"{WRAPPED}\r\rmend it", [WRAPPED, "mend it"]),
    ("long line, then a separator", f"{WRAPPED}\u2029mend it", [WRAPPED, "mend it"]),
    ("long line, then two separators", f"{WRAPPED}\u2028\u2028mend it", [WRAPPED, "mend it"]),
]  # fmt: skip

JOINED = [
    ("wrapped", f"{WRAPPED}\nmend the sluice."),
    ("wrapped with CRLF", f"{WRAPPED}\r\nmend the sluice."),
    ("wrapped with CR", f"{WRAPPED}\rmend the sluice."),
    ("wrapped with a line separator", f"{WRAPPED}\u2028mend the sluice."),
    ("wrapped twice", f"{WRAPPED}\nmend the sluice, the weir and all of the old gates\nby May."),
    ("wrapped after a comma", f"{WRAPPED},\nin time, mend it."),
    ("wrapped after a mark", f"“{WRAPPED},”\nsaid the clerk."),
    ("wrapped with spaces", f"{WRAPPED}  \n  mend the sluice."),
    ("wrapped before a bracket", f"{WRAPPED}\n(in time) mend it."),
]

COLUMN = """The council of Lower Wick said on
Monday that it would mend the sluice.
“Nobody was told,” said Tom Ellery of
Ada Roe’s plan, which
costs a lot."""
COMPOUND = """The council of Lower Wick said on the
long-awaited Monday that it would mend
the sluice."""
FORWARDED = """> The council of Lower Wick said on
> Monday that it would mend the sluice
> by May."""
TRANSCRIPT = """ROE: We mend the sluice, and then the weir.
ELLERY: With what? Nobody has told us of it.
ROE: I told you on Monday, and on Tuesday."""
LIST = """Ferry crew walks out over pay
Mill for sale
Council mends sluice at last, then the weir"""


def test_lines_wrapped_at_a_width_are_one_paragraph() -> None:
    assert cut(COLUMN) == COLUMN.rsplit("\n", 1)


def test_two_paragraphs_are_told_apart_by_line_width() -> None:
    assert cut(f"{COLUMN}\n\nThe weir will be mended, too, says\nRoe.")[2:] == [
        "The weir will be mended, too, says\nRoe."
    ]


def test_a_wrapped_line_can_begin_with_a_dash_or_a_number() -> None:
    column = f"{COLUMN.rsplit(chr(10), 2)[0]}\n– she said so – or in the years of\n2019. and 2020."
    assert cut(column) == [column]


def test_a_line_can_end_before_a_hyphenated_word() -> None:
    assert cut(COMPOUND) == [COMPOUND]


def test_forwarded_mail_lines_are_one_paragraph() -> None:
    assert cut(FORWARDED) == [FORWARDED[2:]]
    assert cut("> One.\n>\n> Two.") == ["One.", "Two."]


@pytest.mark.parametrize("text", [TRANSCRIPT, LIST])
def test_lines_of_equal_length_are_not_always_wrapped(text: str) -> None:
    assert cut(text) == text.splitlines()


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
def test_wrapping_a_text_does_not_change_its_paragraphs(width: int) -> None:
    once = " ".join(COLUMN.split())
    parts = [f"{once} {once}", f"{once} So it goes, says Ellery. {once}"]
    wrapped = "\n\n".join("\n".join(textwrap.wrap(part, width)) for part in parts)
    assert [" ".join(part.split()) for part in cut(wrapped)] == parts


ODD_SPACE = "ab A.,“”- \t\n\r\f\v\x1c\x1d\x85\u00a0\u2003\u2028\u2029\u200b\ufeff"
texts = st.text(alphabet=ODD_SPACE, max_size=120) | st.text(max_size=40)


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraph_bounds(text, ENGLISH)]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in SPLIT], ids=[c[0] for c in SPLIT])
def test_paragraph_boundaries(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize("text", [c[1] for c in JOINED], ids=[c[0] for c in JOINED])
def test_wrapped_lines_are_one_paragraph(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\r\n \t\u00a0\u2029\x1c"])
def test_text_without_words_has_no_paragraphs(text: str) -> None:
    assert cut(text) == []


def test_a_short_line_is_not_wrapped_though_the_paragraph_is_long() -> None:
    text = f"{WRAPPED}\nmend the sluice\nand go"
    assert cut(text) == [f"{WRAPPED}\nmend the sluice", "and go"]


@given(texts)
@example("a\x1c\n\n\x1fb")
def test_paragraphs_are_in_order_and_disjoint(text: str) -> None:
    assert all(left[1] < right[0] for left, right in pairwise(paragraph_bounds(text, ENGLISH)))


@given(texts)
def test_paragraphs_are_stripped_and_not_empty(text: str) -> None:
    assert all(part and part == part.strip() for part in cut(text))


@given(texts)
def test_every_visible_character_is_in_a_paragraph(text: str) -> None:
    found = "".join("".join(cut(text)).split())
    assert found.replace(">", "") == "".join(text.split()).replace(">", "")


@given(texts)
def test_a_paragraph_is_its_own_paragraph(text: str) -> None:
    assert all(cut(part) == [part] for part in cut(text))


@pytest.mark.parametrize(
    "pattern", ["a\n", "\n", "\n ", "a b,\r", "\u2028", "a ", " ", f"{WRAPPED}\n"]
)
def test_time_is_linear_in_length(pattern: str) -> None:
    text = (pattern * 200_000)[:200_000]
    began = time.process_time()
    paragraph_bounds(text, ENGLISH)
    assert time.process_time() - began < 5


RAGGED = """The wall along the quay was
built in the year of the great
storm. Ada Roe, who lives
beside it, says that it will not
last, and that nobody has
looked at it since May."""
UNEVEN = [
    RAGGED,
    RAGGED.replace("says that", "says, on her own behalf, that"),
]
EVEN = [
    "Ferry late again\nMill for sale, cheap\nCouncil mends the sluice at last\nRoe goes home",
    "ROE: We mend it all,\nVOSS: no you do not.\nROE: We do, and you know it.\nVOSS: never.",
    "- the wall\n- the weir\n- the mill, which is old\n- the quay",
    "Roses are red,\nViolets are blue,\nSugar is sweet,\nAnd so are you.",
]


@pytest.mark.parametrize("text", UNEVEN)
def test_lines_broken_unevenly_are_one_paragraph(text: str) -> None:
    assert len(cut(text)) == 1


@pytest.mark.parametrize("text", EVEN)
def test_lines_of_a_list_a_poem_or_a_transcript_are_not_joined(text: str) -> None:
    assert len(cut(text)) == 4


def test_a_short_line_ends_a_paragraph_of_uneven_ones() -> None:
    text = RAGGED.replace("storm. Ada", "storm, it is said.\nIt leans.\nAda")
    assert [part.splitlines()[0] for part in cut(text)] == [
        "The wall along the quay was",
        "It leans.",
        "Ada Roe, who lives",
    ]


def test_a_label_opens_a_paragraph_of_a_column() -> None:
    assert len(cut(f"{RAGGED}\nMr. O’Dea: We mend it.")) == 2
    assert len(cut(f"{RAGGED}\nMr. O’Dea goes to see it.")) == 1
