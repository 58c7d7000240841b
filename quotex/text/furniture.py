"""Tells page furniture (navigation, credits, appeals) from the article, a paragraph at a time."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

_WORD = re.compile(r"\w+")
# Four words or more in quotation marks, or fewer that end like an utterance: no mere term.
_QUOTED_WORDS = re.compile(
    r"[\"“„«][^\"“”«»\s]+(?:\s+[^\"“”«»\s]+){3}|[\"“„«][^\"“”«»]{1,60}[,.!?…][\"”»“]"
)
_LONGEST_LINE = 300
_LONGEST_APPEAL = 900
_READ_CHARS = 2000


class FurnitureRules(BaseModel):
    """The packaged patterns of a language."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1]
    language: str
    lines: tuple[re.Pattern[str], ...]
    appeals: tuple[re.Pattern[str], ...]
    appeal_words: frozenset[str]


@cache
def furniture_rules(language: str) -> FurnitureRules:
    """Return the patterns of ``language``."""
    data = tomllib.loads(
        files("quotex.text").joinpath(language, "furniture.toml").read_text("utf-8")
    )
    for key in ("lines", "appeals"):
        data[key] = [re.compile(pattern, re.IGNORECASE | re.DOTALL) for pattern in data[key]]
    return FurnitureRules.model_validate(data)


def furniture(text: str, paragraphs: list[tuple[int, int]], rules: FurnitureRules) -> list[int]:
    """Return the numbers of the paragraphs that are furniture."""
    found: list[int] = []
    in_appeal = False
    for number, (start, end) in enumerate(paragraphs):
        paragraph = text[start:end]
        if len(paragraph) <= _LONGEST_LINE and any(p.fullmatch(paragraph) for p in rules.lines):
            found.append(number)
            continue
        in_appeal = _QUOTED_WORDS.search(paragraph) is None and (
            _opens_appeal(paragraph, rules) or (in_appeal and _addresses_reader(paragraph, rules))
        )
        if in_appeal:
            found.append(number)
    return found


def _opens_appeal(paragraph: str, rules: FurnitureRules) -> bool:
    return len(paragraph) <= _LONGEST_APPEAL and any(
        pattern.fullmatch(paragraph) for pattern in rules.appeals
    )


def _addresses_reader(paragraph: str, rules: FurnitureRules) -> bool:
    words = _WORD.findall(paragraph[:_READ_CHARS])
    return any(word.lower() in rules.appeal_words and not word.isupper() for word in words)
