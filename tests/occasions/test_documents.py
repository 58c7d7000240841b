"""Documents that are dated in one place and speak in another."""

from __future__ import annotations

import pytest

from quotex import Extractor
from tests.occasions.test_inheritance_cases import shown

pytestmark = pytest.mark.model

OUT = "A study published on Monday irks Oslo. ¶ "
DAY = "Monday; -"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (OUT + "The study says that the wall is old.", DAY),
        (OUT + "The paper found that the wall is old.", DAY),
        (OUT + "The authors say that the wall is old.", DAY),
        (
            OUT + "It rained. ¶ The study’s authors say that it is old. They say that it may fall.",
            DAY,
        ),
        ("A report tabled on Monday irks Oslo. ¶ The report states that the wall is old.", DAY),
        (
            "A letter dated Monday irks Oslo. ¶ The letter says that the wall is old.",
            "Monday; medium letter",
        ),
        # somebody else's words, another document, another kind
        (OUT + "Ada Roe says that the wall is old.", "-"),
        (OUT + "An earlier study says that it is old.", "-"),
        (OUT + "The letter says that the wall is old.", "-; medium letter"),
        (OUT + "It rained. ¶ A study says that it is old.", "-"),
        (OUT + "The lead author, Ada Roe, said that the wall was old.", "-"),
        # still to be published, or published in some year
        ("A study to be published on Friday irks Oslo. ¶ The study says that it is old.", "-"),
        ("A study published in 2009 irks Oslo. ¶ The study says that the wall is old.", "-"),
        # two of the same kind
        (
            f"A report issued on Sunday irks Bergen. {OUT}The study says that the wall is old.",
            "-",
        ),
    ],
)
def test_the_last_quotation(extractor: Extractor, text: str, expected: str) -> None:
    found = list(extractor(text.replace(" ¶ ", "\n\n"), published="2014-10-14").quotations)
    assert shown(found[-1]) == expected
