"""The selector: context within the line, white space collapsed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.errors import InputError
from quotex.read.html import TextQuoteSelector, selector
from quotex.records import Span

TEXT = (
    "It rained.\n\n“We will\nwait,” said  Ada Brook of the harbour office in Port Albany.\n\nEnd."
)


def of(words: str, text: str = TEXT) -> TextQuoteSelector:
    start = text.index(words)
    return selector(text, Span.of(text, start, start + len(words)))


def test_the_json_form_follows_the_standard() -> None:
    assert of("Ada Brook").model_dump() == {
        "type": "TextQuoteSelector",
        "exact": "Ada Brook",
        "prefix": "wait,” said ",
        "suffix": " of the harbour office in Port A",
    }


def test_context_ends_with_the_block() -> None:
    assert (of("“We").prefix, of("“We").suffix) == ("", " will")
    assert (of("End.").prefix, of("End.").suffix) == ("", "")


def test_inner_whitespace_is_collapsed() -> None:
    assert of("will\nwait").exact == "will wait"
    assert of("will\nwait,” said  ").exact == "will wait,” said"
    assert of("  Ada").prefix == "wait,” said "


def test_context_has_32_characters() -> None:
    found = of("office")
    assert (len(found.prefix), found.suffix) == (32, " in Port Albany.")


def test_a_span_of_another_text_is_rejected() -> None:
    with pytest.raises(InputError, match="is not from this text"):
        selector("another text", Span(start=0, end=2, text="It"))


def test_only_whitespace_is_rejected() -> None:
    with pytest.raises(InputError, match="is only white space"):
        selector("a  b", Span(start=1, end=3, text="  "))


@given(st.text(alphabet="ab \n\u00a0“.", min_size=1, max_size=200), st.data())
def test_a_selector_is_found_in_its_collapsed_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span.of(text, start, end)
    if span.text.strip():
        found = selector(text, span)
        collapsed = " ".join(part for part in text.replace("\n", " ").split(" ") if part)
        assert found.prefix + found.exact + found.suffix in collapsed
