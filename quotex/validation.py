"""Turns pydantic's validation errors into one readable line."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pydantic import ValidationError
from pydantic_core import ErrorDetails

_SHOWN = 60  # characters shown of an invalid value


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: where, what, the value given, and how many more problems there are."""

    place: str
    kind: str
    message: str
    given: str
    more: int = 0

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        given = f", got {self.given}" if self.given else ""
        more = f" (and {self.more} more)" if self.more else ""
        return f"{where}{self.message}{given}{more}"


def first_problem(error: ValidationError) -> Problem:
    """Return the first problem of an error."""
    return replace(problems(error)[0], more=error.error_count() - 1)


def problems(error: ValidationError) -> list[Problem]:
    """Return all problems of an error."""
    return [_problem(found) for found in error.errors(include_url=False)]


def _problem(found: ErrorDetails) -> Problem:
    kind = found["type"]
    says_all = kind in {"value_error", "missing"}
    shown = repr(found["input"])
    return Problem(
        place=".".join(str(part) for part in found["loc"] if part != "[key]"),
        kind=kind,
        message=found["msg"].removeprefix("Value error, "),
        given="" if says_all else shown if len(shown) <= _SHOWN else shown[: _SHOWN - 3] + "...",
    )
