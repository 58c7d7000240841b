"""Documents that are dated in one place and speak in another."""

from __future__ import annotations

import pytest

from quotex import Extractor
from tests.occasions.test_inheritance_cases import shown

pytestmark = pytest.mark.model

STUDY = "A study of the wall was published on Monday. ¶ "
DAY = "Monday; -"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (STUDY + "The study says that the wall is old.", "-"),  # a clause, not yet a coming out
        ("A study published on Monday irks Oslo. ¶ The study says that the wall is old.", DAY),
        ("A study published on Monday irks Oslo. ¶ The paper found that the wall is old.", DAY),
        ("A study published on Monday irks Oslo. ¶ The authors say that the wall is old.", DAY),
        (
            "A study published on Monday irks Oslo. ¶ It rained. ¶ The study’s authors say that "
            "the wall is old. They say that it may fall.",
            DAY,
        ),
        ("A report tabled on Monday irks Oslo. ¶ The report states that the wall is old.", DAY),
        (
            "A letter dated Monday irks Oslo. ¶ The letter says that the wall is old.",
            "Monday; medium letter",
        ),
        # another's words, another document, another kind
        ("A study published on Monday irks Oslo. ¶ Ada Roe says that the wall is old.", "-"),
        ("A study published on Monday irks Oslo. ¶ An earlier study says that it is old.", "-"),
        (
            "A study published on Monday irks Oslo. ¶ The letter says that the wall is old.",
            "-; medium letter",
        ),
        ("A study published on Monday irks Oslo. ¶ It rained. ¶ A study says that it is old.", "-"),
        (
            "A study published on Monday irks Oslo. ¶ The lead author, Ada Roe, said that the wall "
            "was old.",
            "-",
        ),
        # what is still to come out, or came out in some year
        ("A study to be published on Friday irks Oslo. ¶ The study says that it is old.", "-"),
        ("A study published in 2009 irks Oslo. ¶ The study says that the wall is old.", "-"),
        # two of the kind
        (
            "A study published on Monday irks Oslo, and a report issued on Sunday irks Bergen. ¶ "
            "The study says that the wall is old.",
            "-",
        ),
    ],
)
def test_the_last_quotation(extractor: Extractor, text: str, expected: str) -> None:
    found = list(extractor(text.replace(" ¶ ", "\n\n"), published="2014-10-14").quotations)
    assert shown(found[-1]) == expected
