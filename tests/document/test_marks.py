"""Quotation marks in annotated, hostile and very long sentences."""

from __future__ import annotations

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotex.document.marks import Marks, Quoted, read_marks
from quotex.document.paragraphs import paragraph_bounds
from quotex.languages.patterns import patterns
from tests.document.builders import paragraphs

CASES = [
    line
    for line in Path(__file__).with_name("marks.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
BRACKETS = "⟦⟧⟨⟩"
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
ALPHABET = "\"\"''“”‘’‟‛„«»‹›＂``ab sS9.,!—-([)] \n\n\t\u00a0…"
LONG, LONGER = 20_000, 200_000
PATTERNS = [
    '"', "'", "“", "”", "’", "«", "`", "''", '"\'', "“‘", "‘“", "a' ", "'a", '"a', "9' ", '9" ',
    "'as' ", "“Go on. ", "‘Go on.\n\n", "‘a“b’c”", "“a\n\n", "'\n", "«“„‹", '" \' ', "s' 'a ",
]  # fmt: skip

texts = st.text(alphabet=ALPHABET, max_size=80)


def read(text: str) -> Marks:
    return read_marks(paragraphs(text))


def annotated(text: str) -> str:
    """Return the text with the quotations read, in the notation of the cases."""
    found = read(text)
    added: list[tuple[int, int, int, str]] = []
    for q in found.stretches:
        before, after = ("⟦", "⟧") if q.depth == 0 else ("⟨", "⟩")
        added.append((q.start, 1, -q.end, before))
        added.append((q.end, 0, -q.start, after))
    added += [(start, 2, 0, "‡") for start, _ in found.unpaired]
    for at, _, _, sign in sorted(added, reverse=True):
        text = text[:at] + sign + text[at:]
    return text


def _character(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


@pytest.mark.parametrize("case", CASES)
def test_stretches_and_unpaired_marks(case: str) -> None:
    expected = _ESCAPE.sub(_character, case.replace("¶", "\n\n"))
    assert annotated(re.sub(f"[{BRACKETS}‡]", "", expected)) == expected


def test_there_are_as_many_cases_without_a_quotation() -> None:
    """A good part of the cases are apostrophes, inches and odd marks."""
    quiet = [case for case in CASES if not set(BRACKETS) & set(case)]
    assert len(quiet) >= 20


def test_inner_bounds_exclude_the_marks() -> None:
    (quoted,) = read("``Held,'' she said.").stretches
    assert (quoted.start, quoted.end, quoted.inner_start, quoted.inner_end) == (0, 9, 2, 7)


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ('"a"', "double"),
        ("“a”", "double"),
        ("„a“", "double"),
        ("``a''", "double"),
        ("«a»", "guillemet"),
        ("‹a›", "single guillemet"),
        ("‘a’", "single"),
        ("'a'", "single"),
    ],
)
def test_family(text: str, family: str) -> None:
    assert [q.family for q in read(text).stretches] == [family]


def test_depth_counts_enclosing_stretches() -> None:
    depths = [q.depth for q in read("“a ‘b “c” d’ e” ‘f’").stretches]
    assert depths == [0, 1, 2, 0]


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("“One.\n\n“Two.\n\n“Three.”", ["open", "open continues", "closed continues"]),
        ("“One.”\n\n“Two.”", ["closed", "closed"]),
        ("“One.\n\n“Two,” she said. “Three.”", ["open", "closed continues", "closed"]),
        ("“One,” she said. “Two.\n\n“Three.”", ["closed", "open", "closed continues"]),
        ("“One ‘two’.\n\n“Three.”", ["open", "closed", "closed continues"]),
        ("“One.\n\n“Two ‘three’.”", ["open", "closed continues", "closed"]),
        ("“One.\n\nShe left.\n\n“Two.”", ["closed"]),
        ("“One.\n\n“Two.\n\nShe left.", ["open"]),
    ],
)
def test_closed_and_continues(text: str, flags: list[str]) -> None:
    found = [
        ("closed" if q.closed else "open") + (" continues" if q.continues else "")
        for q in read(text).stretches
    ]
    assert found == flags


def test_an_unclosed_stretch_ends_with_its_paragraph() -> None:
    first, second = read("“One.\n\n“Two.”").stretches
    assert (first.end, first.inner_end) == (5, 5)
    assert (second.end, second.inner_end) == (13, 12)


def test_no_text_has_no_marks() -> None:
    assert read("") == Marks([], [])


@given(texts)
def test_a_stretch_is_within_one_paragraph_and_contains_its_inner_bounds(text: str) -> None:
    bounds = paragraph_bounds(text, patterns("en"))
    for q in read(text).stretches:
        assert q.start < q.inner_start <= q.inner_end <= q.end
        assert any(start <= q.start and q.end <= end for start, end in bounds)


@given(texts)
def test_outer_stretches_never_overlap(text: str) -> None:
    outer = [q for q in read(text).stretches if q.depth == 0]
    assert all(left.end <= right.start for left, right in pairwise(outer))


@given(texts)
def test_stretches_are_sorted_and_nest(text: str) -> None:
    stretches = read(text).stretches
    assert stretches == sorted(stretches, key=lambda q: (q.start, -q.end))
    around: list[Quoted] = []
    for q in stretches:
        while around and around[-1].end <= q.start:
            around.pop()
        assert q.depth == len(around)
        assert not around or q.end <= around[-1].inner_end
        around.append(q)


@given(texts)
def test_unpaired_marks_are_sorted_and_delimit_no_stretch(text: str) -> None:
    found = read(text)
    assert found.unpaired == sorted(set(found.unpaired))
    used = {(q.start, q.inner_start) for q in found.stretches}
    used |= {(q.inner_end, q.end) for q in found.stretches if q.closed}
    assert used.isdisjoint(found.unpaired)


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    assert read(text) == read(text)


@given(texts, texts)
def test_a_paragraph_without_open_marks_does_not_change_the_next(first: str, second: str) -> None:
    alone = read(f"{second}\n\nx")
    before = f"{first.replace(chr(10), ' ')}\n\nShe left.\n\n"
    after = [q for q in read(f"{before}{second}\n\nx").stretches if q.start >= len(before)]
    assert [(q.start - len(before), q.depth) for q in after] == [
        (q.start, q.depth) for q in alone.stretches
    ]


@settings(max_examples=30)
@given(st.lists(st.sampled_from(PATTERNS), min_size=1, max_size=4))
def test_mixed_patterns_nest_too(parts: list[str]) -> None:
    text = "".join(parts) * 40
    outer = [q for q in read(text).stretches if q.depth == 0]
    assert all(left.end <= right.start for left, right in pairwise(outer))


@pytest.mark.parametrize(
    ("pattern", "length"),
    [(pattern, LONG) for pattern in PATTERNS]
    + [(pattern, LONGER) for pattern in ('"', "'a", "“‘", "«“„‹", "“a\n\n", "s' 'a ")],
)
def test_time_is_linear_in_length(pattern: str, length: int) -> None:
    text = (pattern * length)[:length]
    began = time.process_time()
    read(text)
    assert time.process_time() - began < 10
