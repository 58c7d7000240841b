"""Clause 9 of the law: what a document says is of the day on which it was published."""

from __future__ import annotations

from typing import Any

import pytest

from quotex.occasions.inheritance.mention import EventMention
from tests.occasions.inheritance.story import inherited, last, mention

Story = list[str | EventMention]

STUDY, LETTER = 0, 4


def out(notation: str, kind: int = STUDY, **fields: Any) -> EventMention:
    """Return a scene that mentions the publication of a document."""
    return mention(notation, is_scene=True, documents=frozenset({kind}), **fields)


def says(notation: str, kind: int = STUDY, **fields: Any) -> EventMention:
    """Return what a document says, in the present unless ``fields`` says otherwise."""
    kinds = frozenset({kind})
    return mention(
        notation, **{"tense": "present", "documents": kinds, "speaks_document": kind, **fields}
    )


def it(notation: str, **fields: Any) -> EventMention:
    return mention(notation, **{"tense": "present", "is_pronoun": True, **fields})


OUT = out("1 ?: 13; medium Lancet")


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        # in any tense, at any distance
        ([OUT, says("2 report")], "13; medium Lancet"),
        ([OUT, says("9 report")], "13; medium Lancet"),
        ([OUT, says("2 report", tense="past")], "13; medium Lancet"),
        ([OUT, says("2 report", tense="perfect")], "13; medium Lancet"),
        ([OUT, says("2 Board")], "13; medium Lancet"),
        # a quotation may also mention the publication
        ([says("0 study: 13"), says("5 report")], "13"),
        # not somebody else's words or another kind of document
        ([OUT, mention("2 Roe", tense="present")], "-"),
        ([OUT, mention("2 Roe")], "-"),
        ([OUT, says("2 letter", LETTER)], "-"),
        # a quotation that states a day keeps it
        ([OUT, says("2 report: 12")], "12"),
        # a month is not a day of publication
        ([out("1 ?: 1/30"), says("2 report")], "-"),
        ([out("1 ?: 6/13"), says("2 report")], "6/13"),
        # two of the same kind do not count; one that is mentioned twice does
        ([OUT, out("1 ?: 11"), says("2 report")], "-"),
        ([OUT, out("3 ?: 13"), says("4 report")], "13; medium Lancet"),
        ([out("0 ?: 13"), OUT, says("4 report")], "13; medium Lancet"),
        ([OUT, out("1 ?: 11", LETTER), says("2 report")], "13; medium Lancet"),
        # nothing that is vague
        ([OUT, says("2 report", is_vague=True)], "-"),
        # only the media, but not the document itself
        ([out("1 ?: 13; place Oslo, medium Lancet"), says("2 report")], "13; medium Lancet"),
        ([out("1 ?: 13; event hearing"), says("2 report")], "13"),
        ([out("1 ?: 13; medium report (document)"), says("2 report")], "13"),
        ([out("1 ?: 13"), says("2 report"), mention("3 Roe: -; medium CNN")], "-; medium CNN"),
        # pronouns
        ([OUT, says("2 authors"), it("2 authors", is_unnamed=True)], "13; medium Lancet"),
        ([OUT, says("2 authors"), it("9 authors", is_unnamed=True)], "13; medium Lancet"),
        ([OUT, says("2 Board"), it("2 Board")], "13; medium Lancet"),
        ([OUT, says("2 Board"), it("3 Board")], "-"),
        ([OUT, says("2 Board"), it("2 Board", tense="perfect")], "-"),
        ([OUT, says("2 Board"), it("2 Roe")], "-"),
        ([OUT, says("2 Roe"), it("3 Roe", is_written=True)], "13; medium Lancet"),
        ([OUT, it("2 authors", is_unnamed=True)], "-"),
    ],
)
def test_clause_9_documents(story: Story, expected: str) -> None:
    assert last(*story) == expected


def test_a_document_may_be_quoted_before_its_publication_is_mentioned() -> None:
    assert inherited(says("0 study"), OUT)[0] == "13; medium Lancet"
    assert inherited(mention("0 Roe", tense="present"), OUT)[0] == "-"
