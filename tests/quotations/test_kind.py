"""Direct, mixed or indirect: how much of the content is in marks, and why."""

from __future__ import annotations

import pytest

from quotex.languages.lexicon import Sense
from quotex.quotations.candidate import Candidate
from quotex.quotations.kind import is_name, kind_of
from tests.quotations.model.fake import plain_context

SAY = Sense("verb", "say", "that", "speech", "asserts")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("“the wall is safe”", "direct"),
        ("“Safe.”", "direct"),
        ("the wall is “safe”", "mixed"),
        ("the wall is safe", "indirect"),
        ("that “the wall” is safe", "mixed"),
        ("the “Red Hand” gang has gone", "indirect"),
        ("the “Red Hand” gang is “a pest”", "mixed"),
        ("the firm is “Dead”", "indirect"),
        ("it’s the farmers’ land", "indirect"),
        ("the marks “” hold no word", "indirect"),
    ],
)
def test_kind(content: str, kind: str) -> None:
    text = f"Ada Roe said that {content}, and left the town for good."
    context = plain_context(text)
    start = text.index(content)
    candidate = Candidate([(start, start + len(content))], [], [], SAY, "", "", 0.5)
    assert kind_of(context, candidate) == kind


def test_all_parts_of_the_content_count() -> None:
    text = "“It rained,” she said, all day."
    context = plain_context(text)
    parts = [(0, 12), (text.index("all"), text.index("."))]
    assert kind_of(context, Candidate(parts, [], [], SAY, "", "", 0.5)) == "mixed"
    assert kind_of(context, Candidate(parts[:1], [], [], SAY, "", "", 0.5)) == "direct"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The police saw the “Red Hand” gang on the pier.", True),
        ("The police saw the “Lord of the Pier” sail home.", True),
        ("The police saw the “red hand” gang on the pier.", False),
        ("The police saw “A Long List of Many Names” there.", False),
        ("Mayor Calls Council ‘A Stain’ on the City", False),
    ],
)
def test_a_name_in_marks(text: str, named: bool) -> None:
    context = plain_context(text)
    assert is_name(context, context.outer[0]) is named


@pytest.mark.parametrize(
    ("outside", "inside", "kind"),
    [(0, 3, "direct"), (1, 19, "direct"), (1, 18, "mixed"), (9, 1, "mixed"), (3, 0, "indirect")],
)
def test_nearly_all_counts_as_all(outside: int, inside: int, kind: str) -> None:
    """Content is direct if at least 95 % of its words are in marks."""
    marked = f"“{' '.join(['rain'] * inside)}”" if inside else ""
    text = " ".join([*["snow"] * outside, marked]).strip()
    candidate = Candidate([(0, len(text))], [], [], SAY, "", "", 0.5)
    assert kind_of(plain_context(text), candidate) == kind


@pytest.mark.parametrize(
    ("marked", "named"),
    [
        ("Red Hand", True),
        ("Red", True),
        ("Lord of the Pier", True),
        ("Lord of the Old Pier", False),  # five words
        ("Red hand", False),
        ("…", False),
    ],
)
def test_a_few_words_with_capitals_are_a_name(marked: str, named: bool) -> None:
    context = plain_context(f"The police saw the “{marked}” gang on the pier.")
    assert is_name(context, context.outer[0]) is named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ada Saw “Red” now", False),  # three of four words capitalised: title case
        ("Ada saw “Red” now", True),
        ("Ada Saw of the “Red” now", False),  # small words do not count
        ("12 saw 3 “Red”", True),
    ],
)
def test_in_title_case_capitals_mean_nothing(text: str, named: bool) -> None:
    context = plain_context(text)
    assert is_name(context, context.outer[0]) is named
