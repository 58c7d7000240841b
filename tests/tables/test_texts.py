"""What is given in place of an article's text is recognised."""

from __future__ import annotations

import re

import pytest

from quotex.tables.texts import path_notice, text_notice

from .builders import SIGNED


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        (" \n", "no-text", "there is no text"),
        ("news/8.txt", "not-text", "'news/8.txt' is a path or an address, .* read the file"),
        ("https://gazette.example/quay", "not-text", "a path or an address"),
        (f"<p>{SIGNED}</p>", "not-text", "HTML .* quotex.from_html"),
    ],
)
def test_other_things_than_texts(text: str, code: str, message: str) -> None:
    notice = text_notice(text)
    assert notice is not None
    assert notice.code == code
    assert re.search(message, notice.message)


@pytest.mark.parametrize("text", [SIGNED, "He said a < b.", "See a.txt. It holds.", "x" * 1000])
def test_texts(text: str) -> None:
    assert text_notice(text) is None
    assert path_notice(text) is None
