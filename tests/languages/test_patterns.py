"""Every regular expression of a language compiles, is used and matches what it should."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import quotex
from quotex.languages.data import read_data
from quotex.languages.patterns import Patterns, patterns

DATA = read_data("en", "patterns")
PACKAGE = Path(quotex.__file__).parent
CODE = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
MATCHES = [
    ("apostrophe_word", "em all"),
    ("apostrophe_word", "90s music"),
    ("possessive_end", "s"),
    ("dateline", "PARIS, Oct. 14 (Wick Wire) — The"),
    ("dateline", "Port Albany (Wick Wire) - The"),
    ("dateline", "OSLO, Norway – The"),
    ("byline", "By Ada Roe | "),
    ("signature", "– Ada Roe, mayor of Wick"),
    ("signature", "-- Dr. Ada van Roe (Wick Wire)"),
    ("signed_role", "Ada Roe, mayor of Wick"),
    ("turn_label", "ROE: We"),
    ("turn_label", "“Ada Roe (on the phone): We"),
    ("turn_label", "Q. We"),
]
NON_MATCHES = [
    ("apostrophe_word", "embers"),
    ("apostrophe_word", "no"),
    ("possessive_end", "t"),
    ("dateline", "The wall – the old one – fell"),
    ("dateline", "PARIS. The"),
    ("byline", "The wall fell on "),
    ("signature", "Ada Roe, mayor of Wick"),
    ("signature", "– she said no"),
    ("signed_role", "Ada Roe"),
    ("signed_role", "the mayor of Wick, Ada Roe"),
    ("turn_label", "the mayor: We"),
    ("turn_label", "B. We"),
    ("turn_label", "ROE:We"),
]
WHOLE = frozenset({"byline", "signature", "signed_role"})


def matches(name: str, text: str) -> bool:
    pattern = getattr(patterns("en"), name)
    assert isinstance(pattern, re.Pattern)
    return (pattern.fullmatch(text) if name in WHOLE else pattern.match(text)) is not None


@pytest.mark.parametrize("name", Patterns.model_fields)
def test_a_pattern_compiles_and_is_used(name: str) -> None:
    assert isinstance(getattr(patterns("en"), name), re.Pattern)
    assert "<<" not in getattr(patterns("en"), name).pattern
    assert f".{name}" in CODE


def test_the_file_has_the_fields() -> None:
    assert set(DATA["patterns"]) == set(Patterns.model_fields)


@pytest.mark.parametrize("macro", DATA["macros"])
def test_a_macro_is_used(macro: str) -> None:
    others = [value for key, value in DATA["macros"].items() if key != macro]
    assert any(f"<<{macro}>>" in value for value in [*DATA["patterns"].values(), *others])


@pytest.mark.parametrize(("name", "text"), MATCHES)
def test_it_matches(name: str, text: str) -> None:
    assert matches(name, text)


@pytest.mark.parametrize(("name", "text"), NON_MATCHES)
def test_it_does_not_match(name: str, text: str) -> None:
    assert not matches(name, text)


def test_patterns_are_read_once() -> None:
    assert patterns("en") is patterns("en")
