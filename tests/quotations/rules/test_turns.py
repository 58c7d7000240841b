"""Turns in transcripts and interviews, and labels that are none."""

from __future__ import annotations

import pytest

from quotex import Extractor
from quotex.quotations.rules.turns import turns
from tests.quotations.model.fake import plain_context

TRANSCRIPT = """ROE: We mend the sluice. Ellery says that we cannot.

ELLERY: With what money?

ROE: With yours."""

BROADCAST = """ADA ROE, ECHO ANCHOR: Is it safe?

BO LUND, CORRESPONDENT (on camera): It is.

ROE: Always?

LUND  (voice-over): No.

ROE: Thanks."""

SPOKEN = [
    (TRANSCRIPT, ["ROE", "ELLERY", "ROE"]),
    ("Q: Is it safe?\n\nA: It is.\n\nQ: Always?\n\nA: No.", ["Q", "A", "Q", "A"]),
    (
        "Mr Loring (Harl East): Order, order.\n\nThe Speaker: I call for it.\n\nMr Loring: Thanks.",
        ["Mr Loring", "The Speaker", "Mr Loring"],
    ),
    (
        BROADCAST,
        ["ADA ROE", "BO LUND", "ROE", "LUND", "ROE"],
    ),
    ("Q. Is it safe?\n\nA. It is.\n\nQ. Always?\n\nA. No.", ["Q.", "A.", "Q.", "A."]),
    (f"The hearing began at nine.\n\n{TRANSCRIPT}\n\nIt ended at noon.", ["ROE", "ELLERY", "ROE"]),
]
SILENT = [
    "WHAT: A meeting on the wall\n\nWHEN: Thursday\n\nWHERE: The great hall\n\nWHO: Residents",
    "ROE: We mend the sluice.\n\nELLERY: With what money?",
    "ROE: We mend it.\n\nROE: We mend it all.\n\nROE: By May.",
    "ROE: We mend.\n\nELLERY: No.\n\nFINN: Yes.",
    "Photo: A weir\n\nNote: It is old\n\nPhoto: A sluice\n\nNote: It leaks",
    "19:00: Welcome\n\n19:10: The designs\n\n19:00: Soup",
    "ROE: Yes.\n\nIt rained.\n\nIt snowed.\n\nIt blew.\n\nELLERY: No.\n\nIt froze.\n\nROE: Yes.",
    "A. Roe wrote it.\n\nA. Lund sold it.\n\nA. Voss read it.",
    "The mayor: she said so.",
    "",
]


@pytest.mark.parametrize(("text", "labels"), SPOKEN)
def test_turns(text: str, labels: list[str]) -> None:
    found = list(turns(plain_context(text)))
    assert [" ".join(t.text for t in turn.source) for turn in found] == labels
    assert all("\n" not in text[turn.start : turn.end] for turn in found)


@pytest.mark.parametrize(("opens", "closes"), [("“", "”"), ('"', '"')])
def test_a_transcript_that_is_quoted_whole(opens: str, closes: str) -> None:
    """A mark before each label, and one behind the last words."""
    text = opens + TRANSCRIPT.replace("\n\n", f"\n\n{opens}") + closes
    found = list(turns(plain_context(text)))
    assert [turn.source[0].text for turn in found] == ["ROE", "ELLERY", "ROE"]
    spoken = [line.partition(": ")[2] for line in TRANSCRIPT.split("\n\n")]
    assert [text[turn.start : turn.end] for turn in found] == spoken


@pytest.mark.parametrize("text", SILENT)
def test_no_turns(text: str) -> None:
    assert list(turns(plain_context(text))) == []


@pytest.mark.model
def test_what_a_turn_reports_is_part_of_it(extractor: Extractor) -> None:
    found = [q.text for q in extractor(TRANSCRIPT)]
    assert found == [line.partition(": ")[2] for line in TRANSCRIPT.split("\n\n")]


@pytest.mark.model
def test_the_same_in_a_transcript_with_windows_line_ends(extractor: Extractor) -> None:
    found = [q.text for q in extractor(TRANSCRIPT.replace("\n", "\r\n"))]
    assert found == [q.text for q in extractor(TRANSCRIPT)]


@pytest.mark.parametrize(
    ("turn", "words"),
    [
        ("ROE: I told him “we mend it.”", "I told him “we mend it.”"),
        ("“ROE: We mend it all.”", "We mend it all."),
    ],
)
def test_a_turn_keeps_the_mark_that_is_its_own(turn: str, words: str) -> None:
    text = f"{turn}\n\nELLERY: No.\n\nROE: Yes."
    found = next(iter(turns(plain_context(text))))
    assert text[found.start : found.end] == words
