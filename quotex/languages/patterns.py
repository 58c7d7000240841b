"""The regular expressions that depend on the language."""

from __future__ import annotations

import re
from functools import cache

from pydantic import BaseModel, ConfigDict

from quotex.languages.data import read_data


class Patterns(BaseModel):
    """One language's expressions; what each is for stands beside it in ``patterns.toml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    apostrophe_word: re.Pattern[str]
    possessive_end: re.Pattern[str]
    dateline: re.Pattern[str]
    byline: re.Pattern[str]
    behind_byline: re.Pattern[str]
    signature: re.Pattern[str]
    signed_role: re.Pattern[str]
    turn_label: re.Pattern[str]
    set_phrase: re.Pattern[str]
    joined_speakers: re.Pattern[str]
    month_part: re.Pattern[str]
    until_now: re.Pattern[str]
    still_to_come: re.Pattern[str]
    week_ago: re.Pattern[str]
    last_days: re.Pattern[str]
    end_of: re.Pattern[str]
    counted_from: re.Pattern[str]
    counts_inside: re.Pattern[str]
    eve_of: re.Pattern[str]
    day_range: re.Pattern[str]
    same_day: re.Pattern[str]
    seat: re.Pattern[str]


@cache
def patterns(code: str) -> Patterns:
    """Return the packaged expressions of a language."""
    data = read_data(code, "patterns")
    found: dict[str, str] = data["patterns"]
    for _ in data["macros"]:  # a macro may hold others
        for name, value in data["macros"].items():
            found = {key: regex.replace(f"<<{name}>>", value) for key, regex in found.items()}
    return Patterns.model_validate(found)
