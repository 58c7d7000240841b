"""The words and shapes of a language's time expressions."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from quotex.languages.data import read_data

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Shape(_Strict):
    """Patterns that share a type and a resolver."""

    type: TimexType
    resolver: str
    needs: tuple[str, ...]
    regex: tuple[str, ...]


class TimeTables(_Strict):
    """One language's words and shapes."""

    version: Literal[1]
    language: str
    months: dict[str, int]
    weekdays: dict[str, int]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    seasons: dict[str, str]
    dayparts: dict[str, str]
    days: dict[str, int]
    refs: dict[str, tuple[str, ...]]
    holidays: dict[str, str]
    macros: dict[str, str]
    triggers: dict[str, str]
    shapes: tuple[Shape, ...] = Field(alias="pattern")


@cache
def time_tables(code: str) -> TimeTables:
    """Return the packaged tables of a language."""
    return TimeTables.model_validate(read_data(code, "expressions"))
