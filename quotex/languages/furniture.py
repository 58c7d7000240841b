"""What page furniture looks like in a language: patterns of lines, blocks and appeals."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from quotex.languages.data import read_data
from quotex.records import Section

Pattern = re.Pattern[str]  # the packaged alternatives in one, which is found faster
NEVER = re.compile(r"(?!)")  # matches nothing


class Block(BaseModel):
    """How a block of one section begins and continues.

    ``open`` matches its first paragraph; ``open_two`` matches the first two, joined by a line
    break. ``goes_on`` matches the paragraphs that continue it: there are at least ``fewest`` of
    them, with at most ``reach`` others in between, which belong to the block as well. With
    ``to_the_end`` the block includes everything that follows.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    section: Section
    open: Pattern = NEVER
    open_two: Pattern = NEVER
    goes_on: Pattern = NEVER
    fewest: int = Field(default=0, ge=0)
    reach: int = Field(default=0, ge=0)
    to_the_end: bool = False


class Appeals(BaseModel):
    """What appeals to the reader look like.

    ``open`` matches the beginning of one, and each paragraph that continues it has one of
    ``words``. ``quotes`` matches the beginning of a paragraph that appeals and then quotes.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    open: Pattern
    quotes: Pattern
    words: frozenset[str]


class FurnitureRules(BaseModel):
    """The packaged patterns of a language."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1]
    language: str
    lines: dict[Section, Pattern]
    blocks: tuple[Block, ...]
    appeals: Appeals


@cache
def furniture_rules(code: str) -> FurnitureRules:
    """Return the packaged patterns of a language."""
    data = read_data(code, "furniture")
    data["lines"] = {section: _compiled(given) for section, given in data["lines"].items()}
    for given in (*data["blocks"], data["appeals"]):
        for key in {"open", "open_two", "goes_on", "quotes"} & given.keys():
            given[key] = _compiled(given[key])
    return FurnitureRules.model_validate(data)


def _compiled(patterns: list[str]) -> Pattern:
    alternatives = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(alternatives, re.IGNORECASE | re.DOTALL)
