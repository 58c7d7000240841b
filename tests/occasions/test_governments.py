"""Clause 7 of the law of inheritance: an organ shares the day of its government."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotex import Extractor
from quotex.document.document import Document
from quotex.occasions.finder import find_occasions
from quotex.occasions.occasion import Occasion
from quotex.records import Article
from quotex.speakers.attribution import ResolvedSpeaker
from quotex.speakers.resolve import resolve_speakers

pytestmark = pytest.mark.model

LEAD = "Norway denied on Monday that it had sold the boats."
ORGAN = "Norway's Foreign Ministry said the boats were lost."


def occasions(extractor: Extractor, text: str, *, countries: bool = True) -> list[Occasion]:
    """Return the occasions of a text's quotations, with or without their speakers' countries."""
    pipeline = extractor.pipeline
    article = Article(text=text.replace(" ¶ ", "\n\n"), language="en", published="2014-10-14")
    contexts = pipeline.parse([Document(article, pipeline.language)])
    [candidates] = pipeline.detect(contexts)
    who = resolve_speakers(contexts[0], candidates, pipeline.resolver)
    if not countries:
        who = [without_country(found) for found in who]
    return find_occasions(contexts[0], candidates, who)


def without_country(who: ResolvedSpeaker | None) -> ResolvedSpeaker | None:
    if who is None:
        return None
    return replace(who, speaker=who.speaker.model_copy(update={"country": None}))


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD} {ORGAN}",
        f"{LEAD} ¶ {ORGAN}",
        f"{LEAD} ¶ A statement from Norway's Foreign Ministry said the boats were lost.",
        f"Oslo denied on Monday that it had sold the boats. ¶ {ORGAN}",
    ],
)
def test_an_organ_shares_the_day(extractor: Extractor, text: str) -> None:
    day = occasions(extractor, text)[-1].date
    assert day is not None
    assert (day.evidence.text, day.scope) == ("Monday", "inherited")


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD} ¶ It rained. ¶ {ORGAN}",
        f"{ORGAN} ¶ {LEAD} ¶ It rained. ¶ {ORGAN}",
        f"{LEAD} ¶ Sweden's Foreign Ministry said the boats were lost.",
        f"{LEAD} ¶ The Foreign Ministry said the boats were lost.",
        f"{LEAD} ¶ Norway's Foreign Ministry has said the boats were lost.",
        f"{LEAD} ¶ {ORGAN} ¶ “They sank,” the ministry said.",
        f"Norway denied last week that it had sold the boats. ¶ {ORGAN}",
        "Norway's Navy denied on Monday that it had sold the boats. ¶ " + ORGAN,
    ],
)
def test_no_day_is_shared(extractor: Extractor, text: str) -> None:
    assert occasions(extractor, text)[-1].date is None


def test_no_venue_is_shared(extractor: Extractor) -> None:
    found = occasions(extractor, f"Norway denied it in Oslo on Monday. ¶ {ORGAN}")
    assert found[-1].venues == ()


def test_without_countries_nothing_is_shared(extractor: Extractor) -> None:
    assert occasions(extractor, f"{LEAD} ¶ {ORGAN}", countries=False)[-1].date is None
