"""Page furniture and appeals to the reader, and articles that begin in the same way."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from quotex.document.furniture import furniture, sections
from quotex.languages.furniture import FurnitureRules, furniture_rules
from tests.document.builders import paragraphs

DATA: dict[str, list[Any]] = tomllib.loads(
    Path(__file__).with_name("furniture.toml").read_text("utf-8")
)
APPEAL = "We have a small favour to ask."
NEWS = "The ferry sank on Monday."
RULES = furniture_rules("en")


def numbers(*given: str) -> list[int]:
    bounds, text = [], ""
    for paragraph in given:
        bounds.append((len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    return list(furniture(paragraphs(text, bounds), RULES))


@pytest.mark.parametrize("paragraph", DATA["furniture"])
def test_furniture(paragraph: str) -> None:
    assert numbers(paragraph) == [0]


@pytest.mark.parametrize("paragraph", DATA["article"])
def test_article(paragraph: str) -> None:
    assert numbers(paragraph) == []


@pytest.mark.parametrize("page", DATA["pages"])
def test_page(page: list[str]) -> None:
    marked = [number for number, line in enumerate(page) if line.startswith("~ ")]
    assert numbers(*(line.removeprefix("~ ") for line in page)) == marked


@pytest.mark.parametrize(
    ("paragraph", "section"),
    [
        ("Skip to content", "navigation"),
        ("https://wick.example/ferry", "link"),
        ("Image: Orla Finn/Wick Gazette", "credit"),
        ("Ada Roe opens the weir on Monday. (Photo: Orla Finn)", "caption"),
        ("“The weir is safe,” said Roe. Getty Images", "body"),
        ("Ada Roe, mayor of Wick, at the weir. Orla Finn/Getty Images", "caption"),
        ("Read more: Ferry crew walks out", "related"),
        ("Sign up for our morning newsletter", "appeal"),
        (APPEAL, "appeal"),
        ("By clicking on OK you agree that we keep data.", "navigation"),
        ("View this post on Warble", "caption"),
        ("About the Lorne Trust: The Lorne Trust says that it digs.", "boilerplate"),
        (NEWS, "body"),
    ],
)
def test_sections(paragraph: str, section: str) -> None:
    text = f"{NEWS}\n\n{paragraph}\n\n{NEWS}"
    found = sections(paragraphs(text), RULES)
    at = text.index(paragraph)
    assert found.of(at) == found.of(at + len(paragraph) - 1) == section
    assert found.of(0) == found.of(len(text) - 1) == "body"
    assert found.in_body(at) == (section == "body")


def test_comments_are_a_separate_section() -> None:
    text = f"{NEWS}\n\n2 comments\n\nJoeB says: No.\n\n2 hours ago · Reply"
    found = sections(paragraphs(text), RULES)
    assert [found.of(text.index(words)) for words in (NEWS, "2 c", "JoeB", "Reply")] == [
        "body",
        *["comment"] * 3,
    ]


def test_headlines_below_a_header_are_related_until_a_sentence() -> None:
    headlines = ["Ferry crew walks out", "“Never again,” says captain", "Mill for sale"]
    assert numbers("Related stories", *headlines, NEWS, "Mill for sale") == [0, 1, 2, 3]
    assert numbers("Read more: Ferry crew walks out over pay and hours", "Mill for sale") == [0]


def test_there_is_as_much_article_as_furniture() -> None:
    assert len(DATA["article"]) >= 0.75 * len(DATA["furniture"])


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([NEWS, APPEAL, "Your gift keeps us afloat.", NEWS], [1, 2]),
        ([NEWS, APPEAL, NEWS, "Your gift keeps us afloat."], [1]),
        ([NEWS, "Your gift keeps us afloat.", "We thank you."], []),
        ([APPEAL, "“We are lost,” the captain told us.", NEWS], [0]),
        ([APPEAL, '"We are lost," the captain told us.', "We waited."], [0]),
        ([APPEAL, "The US will wait."], [0]),
        ([APPEAL, "Give to us.", "Share this", "You help.", NEWS], [0, 1, 2, 3]),
        ([NEWS, "Read more", NEWS, "Advertisement"], [1, 3]),
        ([NEWS, NEWS], []),
        ([], []),
    ],
)
def test_an_appeal_continues_while_it_addresses_the_reader(
    given: list[str], expected: list[int]
) -> None:
    assert numbers(*given) == expected


def test_a_long_paragraph_is_not_furniture() -> None:
    assert numbers("Skip to main content " + "and on " * 100) == []


def test_patterns_are_read_once() -> None:
    assert furniture_rules("en") is furniture_rules("en")


def test_the_rules_have_the_documented_form() -> None:
    rules = furniture_rules("en")
    assert isinstance(rules, FurnitureRules)
    assert rules.language == "en"
    assert all(word.islower() for word in rules.appeals.words)


@pytest.mark.parametrize("length", [299, 899, 200_000])
@pytest.mark.parametrize(
    "words",
    [
        "skip to the ",
        "us/uk/",
        "make a ",
        "support the a ",
        "become a a. ",
        "you ",
        "1. ",
        "about a ",
        "“a – , ",
        "no thanks i my ",
        "a @a 1 likes ",
        "comments all ",
        "reply · ",
        "[a](/a",
        " ",
        "a",
    ],
)
def test_no_pattern_is_slow(words: str, length: int) -> None:
    text = (words * length)[: length - 1]
    began = time.process_time()
    for tail in ("", "\n", ")", '"'):
        numbers(text + tail)
    assert time.process_time() - began < 1
