"""The position of characters relative to quotation marks."""

from __future__ import annotations

import pytest

from quotex.document.document import Document
from quotex.records import Article
from tests.trees import ENGLISH

SIGNS = ".o=cn"  # signs for outside, opens, inside, closes and nested


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("He left.", "........"),
        ('"Go," she said.', "o===c.........."),
        ("“He said ‘no’ to me,” she said.", "o========nnnn=======c.........."),
        ("“We go.\n\n“We stay.” He left.", "o======..o========c........."),
    ],
)
def test_codes(text: str, codes: str) -> None:
    document = Document(Article(text=text), ENGLISH)
    found = "".join(SIGNS[code] for code in document.quoted)
    assert len(found) == len(text)
    assert found == codes
