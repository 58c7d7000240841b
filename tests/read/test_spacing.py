"""White space is as on the page, whatever the text extractor did to it."""

from __future__ import annotations

import pytest

from quotex.read.html.spacing import LINE, PARAGRAPH, respaced

PAGE = PARAGRAPH.join(("Menu", "“It will stand,” she\u00a0said.", f"One{LINE}two.", "One two."))


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("“It will stand ,” she said .", "“It will stand,” she\u00a0said."),
        ("“Itwillstand,” she said.", "“It will stand,” she\u00a0said."),
        ("One two.", f"One{LINE}two."),
        (f"One two.{PARAGRAPH}One two.", f"One{LINE}two.{PARAGRAPH}One two."),
        (f"One two.{PARAGRAPH}Menu", f"One{LINE}two.{PARAGRAPH}Menu"),
        ("Words of no page .", "Words of no page ."),
        ("", ""),
    ],
)
def test_spacing_matches_the_page(given: str, made: str) -> None:
    assert respaced(given, PAGE) == made


def test_missing_text_is_handled_quickly() -> None:
    text = PARAGRAPH.join(f"word {n}" for n in range(50_000))
    assert respaced(text, "x" * 5_000_000) == text
