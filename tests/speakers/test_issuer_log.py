"""Who issued which kind of document, by where the article says so."""

from __future__ import annotations

import pytest

from quotex.speakers.issuer_log import IssuerLog
from quotex.speakers.names.cluster import Cluster
from tests.speakers.hand import name_of
from tests.trees import ENGLISH

ROE, LIND = Cluster(0, "Roe", "PERSON"), Cluster(1, "Lind", "PERSON")
Note = tuple[str, int, Cluster | None]


@pytest.mark.parametrize(
    ("notes", "kind", "at", "issuer"),
    [
        # The last one before counts, of the same kind.
        ([("letter", 3, ROE)], "letter", 9, "Roe"),
        ([("letter", 3, ROE), ("letter", 5, LIND)], "letter", 9, "Lind"),
        ([("letter", 5, LIND), ("letter", 3, ROE)], "letter", 9, "Lind"),
        ([("letter", 3, ROE), ("letter", 5, LIND)], "letter", 4, "Roe"),
        ([("letter", 3, None), ("letter", 3, ROE)], "letter", 9, "Roe"),
        # Not said yet, or said about another.
        ([], "letter", 9, None),
        ([("letter", 3, ROE)], "report", 9, None),
        ([("letter", 3, ROE)], "letter", 3, None),
        ([("letter", 3, ROE)], "letter", 2, None),
        # One that was introduced without an issuer has none.
        ([("letter", 3, ROE), ("letter", 5, None)], "letter", 9, None),
        # "The document" is the last of any kind, unless one was called that.
        ([("letter", 3, ROE), ("report", 5, LIND)], "document", 9, "Lind"),
        ([("letter", 3, ROE), ("report", 5, None)], "document", 9, "Roe"),
        ([("letter", 3, ROE), ("document", 5, None)], "document", 9, None),
    ],
)
def test_who_issued_the_last_of_a_kind(
    notes: list[Note], kind: str, at: int, issuer: str | None
) -> None:
    issued = IssuerLog(ENGLISH.speakers)
    for note in notes:
        issued.note(*note)
    assert name_of(issued.before(kind, at)) == issuer


def test_who_issued_the_document_that_a_word_names() -> None:
    issued = IssuerLog(ENGLISH.speakers)
    issued.note("letter", 3, ROE)
    issued.note("report", 5, None)
    assert [name_of(issued.at(i)) for i in (3, 4, 5)] == ["Roe", None, None]
