"""Turns in transcripts and interviews, and labels that do not name speakers."""

from __future__ import annotations

import pytest

from quotex import Extractor
from quotex.quotations.rules.transcripts.turns import turns
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
    # a page of questions that readers ask
    (
        "Q: How do I renew my card?\n\nA: You can do it at the desk.\n\n"
        "Q: Can I borrow two?\n\nA: Yes, if you have paid."
    ),
    (
        "Library cards: your questions answered\n\nQ: What does it cost?\n\nA: Two crowns.\n\n"
        "Q: Who may have one?\n\nA: Everybody."
    ),
    # a recipe, twice
    "Serves: Four.\n\nPrep: Ten minutes.\n\nFry the fish.\n\nServes: Six.\n\nPrep: An hour.",
    # results, line-ups, tables
    "Lundby: 3\n\nWick: 1\n\nLundby: 2\n\nHarl: 2\n\nWick: 0\n\nHarl: 4",
    (
        "Lundby: Roe, Voss, Holt\n\nWick: Finn, Lund, Berg\n\nReferee: J. Marsh\n\n"
        "Lundby: Roe 12, Holt 40\n\nWick: Finn 88"
    ),
    "Roe: 1,769.\n\nVoss: 1,501.\n\nRoe: 547.\n\nVoss: 46.\n\nRoe: 2,316.\n\nVoss: 1,547.",
    # what a page says about itself
    "Source: The council.\n\nPhoto: A weir.\n\nSource: The port.\n\nUpdate: It is open again.",
    "Address: 3 Quay Street.\n\nTickets: At the door.\n\nAddress: 9 Mill Lane.\n\nTickets: None.",
    (
        "Monday: It will rain.\n\nTuesday: It will snow.\n\n"
        "Monday: It will blow.\n\nTuesday: It may clear."
    ),
    "Pros: It is light.\n\nCons: It is dear.\n\nPros: It is cheap.\n\nCons: It is heavy.",
    (
        "Clause 4: The port may charge a fee.\n\nClause 5: The fee is due in May.\n\n"
        "Clause 4: Repealed."
    ),
    # headings alone on their lines
    "The wall\n\nIt is old.\n\nThe weir\n\nIt is new.\n\nThe mill\n\nIt is for sale.",
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


WHOLE = [
    # the paragraphs after a label, up to the next one
    (
        "ROE: The coach has left.\n\nSo has the board.\n\nVOSS: Who leads us?\n\nROE: Nobody.",
        [["The coach has left.", "So has the board."], ["Who leads us?"], ["Nobody."]],
    ),
    # times, stage directions, page numbers and headings are not part of a turn
    (
        (
            "ROE: We mend it. (Laughter.) All of it.\n\n[APPLAUSE]\n\n3.15 pm\n\nBy May, too."
            "\n\nThe sluice\n\nVOSS: With what?\n\nPage 3 of 9\n\nROE: (Coughs) With yours."
        ),
        [["We mend it.", "All of it.", "By May, too."], ["With what?"], ["With yours."]],
    ),
    # words in brackets may be spoken
    (
        "ROE: It leaks (as it always has). Mend it.\n\nVOSS: No.\n\nROE: I told [the mayor] so.",
        [["It leaks (as it always has). Mend it."], ["No."], ["I told [the mayor] so."]],
    ),
    # oaths, votes and recesses end a turn, and so does a label of the page
    (
        (
            "ROE: We mend it.\n\nQuestion put and agreed to.\n\nVOSS: No!\n\nNote: It was late."
            "\n\nROE: Yes.\n\nThe hearing was adjourned at noon."
        ),
        [["We mend it."], ["No!"], ["Yes."]],
    ),
    # after the last label, paragraphs that say "I" or "you" continue the turn
    (
        "ROE: We mend it.\n\nVOSS: No.\n\nROE: Yes.\n\nI promise you that.\n\nThe weir is old.",
        [["We mend it."], ["No."], ["Yes.", "I promise you that."]],
    ),
    (
        "ROE: We mend it.\n\nVOSS: No.\n\nROE: Yes.\n\nRoe did not answer our letters.",
        [["We mend it."], ["No."], ["Yes."]],
    ),
    # a label on a line of its own, with a colon and without
    (
        "ADA ROE (00:01):\nWe mend it.\n\nAll.\n\nBO VOSS (00:09):\nNo.\n\nADA ROE (00:12):\nYes.",
        [["We mend it.", "All."], ["No."], ["Yes."]],
    ),
    (
        "ADA ROE\n\nWe mend it.\n\nBO VOSS\n\nNo.\n\nADA ROE\n\nYes.\n\nBO VOSS\n\nNever.",
        [["We mend it."], ["No."], ["Yes."], ["Never."]],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_a_turn_is_complete(text: str, expected: list[list[str]]) -> None:
    found = turns(plain_context(text))
    assert [[text[start:end] for start, end in turn.content] for turn in found] == expected


LABELS = [
    ("The Minister for Health (Ada Roe)", "The Minister for Health Ada Roe"),
    ("MR. O'DONNELL", "MR. O'DONNELL"),
    ("JUDGE VOSS", "JUDGE VOSS"),
    ("THE COURT", "THE COURT"),
    ("TOM VOSS, CHAIR OF THE COUNCIL", "TOM VOSS"),
    ("Ida McBride (Harl East) (Lab)", "Ida McBride"),
    ("Senator McALLEN (Wick—Minister for Water) (14:02)", "Senator McALLEN"),
    ("[00:14:09] J. R. Roe", "J. R. Roe"),
    ("Q12 Chair", "Chair"),
    ("An hon. Member", "An hon. Member"),
    ("Speaker 2", "Speaker 2"),
    ("**Ada Roe**", "Ada Roe"),
    ("Mr. ROE", "Mr. ROE"),
]


def test_labels_with_a_full_stop() -> None:
    """As in the Congressional Record; a name that is not in capitals opens a sentence."""
    text = "Mr. ROE. We mend it.\n\nThe CHAIRMAN. With what?\n\nMr. ROE. With yours."
    found = [" ".join(t.text for t in turn.source) for turn in turns(plain_context(text))]
    assert found == ["Mr. ROE", "The CHAIRMAN", "Mr. ROE"]
    assert (
        list(turns(plain_context(text.replace("ROE", "Roe").replace("CHAIRMAN", "Chairman")))) == []
    )


@pytest.mark.parametrize(("label", "name"), LABELS)
def test_labels(label: str, name: str) -> None:
    text = f"{label}: We mend it.\n\nFINN: No.\n\n{label}: Yes."
    first, *_ = turns(plain_context(text))
    assert " ".join(token.text for token in first.source).replace(" .", ".") == name
    assert text[first.start : first.end] == "We mend it."


def test_a_question_asks() -> None:
    found = turns(plain_context("ROE: Is it safe?\n\nVOSS: It is.\n\nROE: Since when? Tell me."))
    assert [turn.sense.stance for turn in found] == ["asks", "asserts", "asserts"]


@pytest.mark.parametrize(
    ("answer", "rule"),
    [("We do not know.", "labelled-turn:conversation"), ("It is safe.", "labelled-turn")],
)
def test_a_conversation_has_its_own_rule(answer: str, rule: str) -> None:
    text = f"ROE: It leaks.\n\nVOSS: {answer}\n\nROE: It is old."
    assert {turn.rule for turn in turns(plain_context(text))} == {rule}


@pytest.mark.parametrize(("opens", "closes"), [("“", "”"), ('"', '"')])
def test_a_transcript_in_quotation_marks(opens: str, closes: str) -> None:
    """There is a mark before each label, and one after the last words."""
    text = opens + TRANSCRIPT.replace("\n\n", f"\n\n{opens}") + closes
    found = list(turns(plain_context(text)))
    assert [turn.source[0].text for turn in found] == ["ROE", "ELLERY", "ROE"]
    spoken = [line.partition(": ")[2] for line in TRANSCRIPT.split("\n\n")]
    assert [text[turn.start : turn.end] for turn in found] == spoken


def test_a_line_in_capitals_is_not_a_label_if_labels_have_colons() -> None:
    text = "THIS IS A COPY. IT MAY CHANGE.\n\nROE: It leaks.\n\nVOSS: We know.\n\nROE: Mend it."
    assert [turn.source[0].text for turn in turns(plain_context(text))] == ["ROE", "VOSS", "ROE"]


def test_a_full_stop_may_replace_the_colon() -> None:
    text = "Mr. ROE. It leaks.\n\nMs. VOSS. We know.\n\nMr. ROE. Mend it.\n\nMs. VOSS. We will."
    assert len(list(turns(plain_context(text)))) == 4


def test_a_table_of_values_is_not_a_transcript() -> None:
    text = "GOLD: Norway.\n\nSILVER: Latvia.\n\nGOLD: Wales.\n\nSILVER: Malta."
    assert list(turns(plain_context(text))) == []
    assert len(list(turns(plain_context(text.replace("Malta.", "Malta, again."))))) == 4
    assert len(list(turns(plain_context(text.replace("Malta.", "Malta?"))))) == 4


@pytest.mark.parametrize("text", SILENT)
def test_no_turns(text: str) -> None:
    assert list(turns(plain_context(text))) == []


@pytest.mark.model
def test_quotations_within_a_turn_are_part_of_it(extractor: Extractor) -> None:
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
def test_a_turn_keeps_its_own_quotation_mark(turn: str, words: str) -> None:
    text = f"{turn}\n\nELLERY: No.\n\nROE: Yes."
    found = next(iter(turns(plain_context(text))))
    assert text[found.start : found.end] == words
