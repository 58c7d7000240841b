"""The regular expressions that depend on the language."""

from __future__ import annotations

import re
from functools import cache

from pydantic import BaseModel, ConfigDict

from quotex.languages.data import read_data


class Patterns(BaseModel):
    """One language's expressions; ``patterns.toml`` says what each is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    short_title: re.Pattern[str]
    unit_at_end: re.Pattern[str]
    breaks_off: re.Pattern[str]
    apostrophe_word: re.Pattern[str]
    possessive_end: re.Pattern[str]
    cue_in_passing: re.Pattern[str]
    dateline: re.Pattern[str]
    clock_label: re.Pattern[str]
    byline: re.Pattern[str]
    behind_byline: re.Pattern[str]
    signature: re.Pattern[str]
    signature_by_role: re.Pattern[str]
    lead_by_name: re.Pattern[str]
    lead_by_document: re.Pattern[str]
    signed_role: re.Pattern[str]
    post_signature: re.Pattern[str]
    post_header: re.Pattern[str]
    post_link: re.Pattern[str]
    like_a_post: re.Pattern[str]
    turn_label: re.Pattern[str]
    bare_label: re.Pattern[str]
    office_holder: re.Pattern[str]
    stage_direction: re.Pattern[str]
    between_turns: re.Pattern[str]
    proceedings: re.Pattern[str]
    examiner: re.Pattern[str]
    witness: re.Pattern[str]
    reader_questions: re.Pattern[str]
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
    counted_from_event: re.Pattern[str]
    dated_by_clause: re.Pattern[str]
    amount_before: re.Pattern[str]
    mishap: re.Pattern[str]
    verdict_given: re.Pattern[str]
    vote_taken: re.Pattern[str]
    verbal_ending: re.Pattern[str]
    in_month: re.Pattern[str]
    day_range: re.Pattern[str]
    same_day: re.Pattern[str]
    sequel: re.Pattern[str]
    seat: re.Pattern[str]
    anonymity: re.Pattern[str]
    anonymity_reason: re.Pattern[str]
    anonymity_reason_ahead: re.Pattern[str]
    anonymity_subject: re.Pattern[str]
    anonymity_unauthorised: re.Pattern[str]


@cache
def patterns(code: str) -> Patterns:
    """Return the packaged expressions of a language."""
    data = read_data(code, "patterns")
    found: dict[str, str] = data["patterns"]
    for _ in data["macros"]:  # a macro may contain others
        for name, value in data["macros"].items():
            found = {key: regex.replace(f"<<{name}>>", value) for key, regex in found.items()}
    return Patterns.model_validate(found)
