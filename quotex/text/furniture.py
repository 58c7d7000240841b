"""Tells page furniture (navigation, credits, appeals) from the article, a paragraph at a time."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

_WORD = re.compile(r"\w+")
_LONGEST_LINE = 300


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
        opens = end - start <= _LONGEST_LINE * 3 and any(
            p.fullmatch(paragraph) for p in rules.appeals
        )
        in_appeal = opens or (in_appeal and _addresses_reader(paragraph, rules))
        if in_appeal:
            found.append(number)
    return found


def _addresses_reader(paragraph: str, rules: FurnitureRules) -> bool:
    return any(word.lower() in rules.appeal_words for word in _WORD.findall(paragraph[:2000]))
