"""When and where words were said: stated beside the cue, or inherited by the same speaker."""

from __future__ import annotations

import pytest

from quotex import Extractor
from quotex.records import Quotation

pytestmark = pytest.mark.model

PUBLISHED = "2014-10-14"


def read(extractor: Extractor, text: str, published: str | None = PUBLISHED) -> list[Quotation]:
    return list(extractor(text.replace(" ¶ ", "\n\n"), published=published).quotations)


def venues(quotation: Quotation) -> list[tuple[str, str]]:
    return [(v.kind, v.span.text) for v in quotation.venues]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Roe said in Oslo that the wall was safe.", [("place", "Oslo")]),
        ("“The wall is safe,” Ada Roe said in Oslo.", [("place", "Oslo")]),
        ("Speaking in Oslo, Ada Roe said the wall was safe.", [("place", "Oslo")]),
        ("Ada Roe said at a rally that the wall was safe.", [("event", "rally")]),
        (
            "Ada Roe said during a debate in Lundby that the wall was safe.",
            [("event", "debate"), ("place", "Lundby")],
        ),
        (
            "Ada Roe said at a press conference in Oslo on Monday that the wall was safe.",
            [("event", "press conference"), ("place", "Oslo")],
        ),
        ("Ada Roe wrote on Twitter that the wall was safe.", [("medium", "Twitter")]),
        ("Ada Roe said in a tweet on Sunday that the wall was safe.", [("medium", "tweet")]),
        ("In a statement, Ada Roe said the wall was safe.", [("medium", "statement")]),
        (
            "Ada Roe told The Lundby Herald on Monday that the wall was safe.",
            [("medium", "Lundby Herald")],
        ),
        (
            "A statement from the Foreign Ministry said the wall was safe.",
            [("medium", "statement")],
        ),
        ("Ada Roe said the wall was safe.", []),
        ("Ada Roe said the wall in Oslo was safe.", []),
        ("Ada Roe said the rally in Oslo would begin.", []),
        ("“We fought in Oslo,” Ada Roe said.", []),
        ("Ada Roe said that a statement was safe.", []),
    ],
)
def test_venues(extractor: Extractor, text: str, expected: list[tuple[str, str]]) -> None:
    (quotation,) = read(extractor, text)
    assert venues(quotation) == expected
    assert {v.scope for v in quotation.venues} <= {"explicit"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“The wall is safe,” Ada Roe said on Monday.", "Monday"),
        ("On Monday, Ada Roe said the wall was safe.", "Monday"),
        ("Ada Roe said in a tweet on Monday that the wall was safe.", "Monday"),
        ("In a statement on Monday, Ada Roe said the wall was safe.", "Monday"),
        ("Yesterday Ada Roe said the wall was safe.", "Yesterday"),
        ("“The wall is safe,” Ada Roe said Monday. “It is old, too.”", "Monday"),
        ("Ada Roe said during Monday's debate that the wall was safe.", "Monday"),
    ],
)
def test_a_day_next_to_the_cue(extractor: Extractor, text: str, words: str) -> None:
    (quotation,) = read(extractor, text)
    assert quotation.date is not None
    assert (quotation.date.from_.isoformat(), quotation.date.to.isoformat()) == (
        "2014-10-13",
        "2014-10-13",
    )
    assert (quotation.date.evidence.text, quotation.date.scope) == (words, "explicit")


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Ada Roe said the wall was safe.", PUBLISHED),  # never the day of publication itself
        ("Ada Roe said the wall fell on Monday.", PUBLISHED),
        ("Ada Roe said the show would begin on Monday.", PUBLISHED),
        ("Ada Roe said in Monday's paper that the wall was safe.", PUBLISHED),
        ("Ada Roe, who came on Monday, said the wall was safe.", PUBLISHED),
        ("The 2012 winner said the wall was safe.", PUBLISHED),
        ("Ada Roe said on “Good Monday” that the wall was safe.", PUBLISHED),
        ("“It fell on Monday,” Ada Roe said.", PUBLISHED),
        ("“The wall is safe,” Ada Roe said on Monday.", None),
        ("Ada Roe came home on Monday. Tom Ellery said the wall was safe.", PUBLISHED),
    ],
)
def test_no_day(extractor: Extractor, text: str, published: str | None) -> None:
    (quotation,) = read(extractor, text, published)
    assert quotation.date is None


@pytest.mark.parametrize(
    "text",
    [
        "“The wall is safe,” Ada Roe said in Oslo on Monday. “It is old,” she said.",
        "“The wall is safe,” Ada Roe said in Oslo on Monday. ¶ “It is old,” she added.",
    ],
)
def test_a_speaker_who_continues_keeps_the_day_and_the_venue(
    extractor: Extractor, text: str
) -> None:
    first, second = read(extractor, text)
    assert first.date is not None
    assert second.date is not None
    assert (second.date.from_, second.date.scope) == (first.date.from_, "inherited")
    assert [(v.span.text, v.scope) for v in second.venues] == [("Oslo", "inherited")]


@pytest.mark.parametrize(
    "text",
    [
        "“The wall is safe,” Ada Roe said in Oslo on Monday. Tom Ellery said it was rotten.",
        "“The wall is safe,” Ada Roe said in Oslo on Monday. ¶ “It is rotten,” Tom Ellery said.",
        "“The wall is safe,” Ada Roe said in Oslo on Monday. ¶ It rained. ¶ She says it rots.",
    ],
)
def test_other_speakers_and_new_occasions_do_not_inherit(extractor: Extractor, text: str) -> None:
    _, second = read(extractor, text)
    assert (second.date, second.venues) == (None, ())


def test_a_stated_occasion_takes_precedence_over_an_inherited_one(extractor: Extractor) -> None:
    text = (
        "“The wall is safe,” Ada Roe said in Oslo on Monday. “It is old,” she said in Lundby today."
    )
    _, second = read(extractor, text)
    assert second.date is not None
    assert (second.date.evidence.text, second.date.scope) == ("today", "explicit")
    assert venues(second) == [("place", "Lundby")]


def test_the_evidence_gives_the_reason(extractor: Extractor) -> None:
    (quotation,) = read(extractor, "“The wall is safe,” Ada Roe said in Oslo on Monday.")
    fields = [e.field for e in quotation.evidence]
    assert fields.count("date") == 1
    assert fields.count("venues") == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Roe told reporters in Oslo that the wall was safe.", [("place", "Oslo")]),
        ("Ada Roe told Reuters that the wall was safe.", [("medium", "Reuters")]),
        ("Ada Roe said on CNN that the wall was safe.", [("medium", "CNN")]),
        ("Ada Roe, who came in Oslo, said the wall was safe.", []),
        ("The mayor of Oslo said the wall was safe.", []),
        ("Ada Roe said at Lundby College that the wall was safe.", [("place", "Lundby College")]),
    ],
)
def test_venues_of_the_whole_clause(
    extractor: Extractor, text: str, expected: list[tuple[str, str]]
) -> None:
    (quotation,) = read(extractor, text)
    assert venues(quotation) == expected
