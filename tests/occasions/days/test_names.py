"""Months and days of the week that are names of speakers, and those that are not."""

from __future__ import annotations

from datetime import date

import pytest

from quotex.occasions.days.days import times_and_vague
from quotex.occasions.days.names import without_speaker_names
from tests.trees import ENGLISH


def kept(text: str, *speakers: str | None) -> list[str]:
    times, _ = times_and_vague(text, date(2014, 10, 14), ENGLISH)
    found = without_speaker_names(text, times, speakers, ENGLISH.patterns.in_month)
    return [text[time.start : time.end] for time in found]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("March said it was safe.", "Kelvin March"),
        ("“Safe,” said May.", "Theresa May"),
        ("It was safe, April told them.", "April Dunn"),
        ("Sunday added that it was safe.", "Sunday Adeyemi"),
        ("A levy, March added, would hurt.", "Gideon March"),
        ("June, a baker, said it was safe.", "June Roe"),
        ("August and his brother left.", "Emil August"),
        ("They asked Friday whether it was safe.", "Joe Friday"),
    ],
)
def test_names_are_not_days(text: str, speaker: str) -> None:
    assert kept(text, None, speaker) == []


@pytest.mark.parametrize(
    ("text", "speaker", "times"),
    [
        ("March said in March it was safe.", "Kelvin March", ["March"]),
        ("She left last May.", "Theresa May", ["last May"]),
        ("She left in early June.", "June Roe", ["early June"]),
        ("She left on Sunday.", "Sunday Adeyemi", ["Sunday"]),
        ("She left in May 2012.", "Theresa May", ["May 2012"]),
        ("She left on May 3.", "Theresa May", ["May 3"]),
        ("The rain of March was cold.", "Kelvin March", ["March"]),
        ("She left Friday.", "Kelvin March", ["Friday"]),
        ("A 2012 report said so.", "2012 report", ["2012"]),
    ],
)
def test_real_days_are_kept_although_somebody_has_the_name(
    text: str, speaker: str, times: list[str]
) -> None:
    assert kept(text, speaker) == times
