"""The words and shapes of a language's time expressions."""

from __future__ import annotations

from functools import cache, cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from quotex.languages.data import read_data

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Grain = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "weekend",
    "month",
    "quarter",
    "year",
    "decade",
    "century",
]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Shape(_Strict):
    """Patterns that share a type and a resolver, each after the other kind of word it needs."""

    type: TimexType
    resolver: str
    needs: tuple[str, ...]
    regex: tuple[tuple[str, str], ...]


class MonthForms(_Strict):
    """Names of months: those that need nothing beside them, and those that may have a full stop."""

    alone: tuple[str, ...]
    dotted: tuple[str, ...]


class Context(_Strict):
    """What the words around an expression say, as regular expressions."""

    future: str
    past: str
    just_said: str
    until: str
    ended: str
    planned: str
    counted_from: str


class TimeTables(_Strict):
    """One language's words and shapes; comments in the file explain each table."""

    version: Literal[1]
    language: str
    told_ways: tuple[str, ...]
    months: dict[str, int]
    month_forms: MonthForms
    weekdays: dict[str, int]
    numbers: dict[str, int]
    centuries: dict[str, int]
    decades: dict[str, int]
    ordinals: dict[str, int]
    old_months: dict[str, int]
    seasons: dict[str, str]
    dayparts: dict[str, str]
    clock: dict[str, str]
    half_days: dict[str, int]
    days: dict[str, int]
    units: dict[str, Grain]
    multiples: dict[str, int]
    steps: dict[str, int]
    quarter_steps: dict[str, int]
    weekend_turns: dict[str, int]
    from_text: dict[Grain, tuple[str, ...]]
    halves: dict[Grain, tuple[Grain, int]]
    ways: dict[str, int]
    refs: dict[str, tuple[str, ...]]
    holidays: dict[str, str]
    context: Context
    macros: dict[str, str]
    triggers: dict[str, str]
    beside: dict[str, tuple[str, ...]]
    shapes: tuple[Shape, ...] = Field(alias="pattern")

    @cached_property
    def holiday_rules(self) -> dict[str, str]:
        """When each holiday is, by its name in lower case."""
        return {name.lower(): rule for name, rule in self.holidays.items()}


@cache
def time_tables(code: str) -> TimeTables:
    """Return the packaged tables of a language."""
    return TimeTables.model_validate(read_data(code, "expressions"))
