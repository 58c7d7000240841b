"""Clause 7 of the rule of inheritance: an organ shares the day of its government."""

from __future__ import annotations

import pytest

from quotex import Extractor
from quotex.assembly import read_context
from quotex.extractor import as_article
from quotex.languages.word_lists import attribution_words
from quotex.occasions.finder import Occasion, OccasionFinder
from quotex.quotations.detectors.rules import RuleDetector, anywhere
from quotex.speakers.resolve import SpeakerResolver

pytestmark = pytest.mark.model

LEAD = "Norway denied on Monday that it had sold the boats."
ORGAN = "Norway's Foreign Ministry said the boats were lost."


def occasions(extractor: Extractor, text: str, *, countries: bool = True) -> list[Occasion]:
    """Return the occasions of a text's quotations, with or without their countries."""
    article = as_article(text.replace(" ¶ ", "\n\n"), {"published": "2014-10-14"})
    view = extractor.engine.view(article.text)
    context, _ = read_context(view, extractor.tools.lexicon)
    candidates = RuleDetector().detect(context, anywhere)
    words = attribution_words(context.lexicon.language)
    who = SpeakerResolver(context, words.speaker, candidates).resolve()
    names = [w.speaker.name if w is not None else None for w in who]
    codes = [w.speaker.country if w is not None else None for w in who] if countries else []
    return OccasionFinder(article, context, words.venue).find(candidates, names, codes)


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
def test_none_is_shared(extractor: Extractor, text: str) -> None:
    assert occasions(extractor, text)[-1].date is None


def test_no_venue_is_shared(extractor: Extractor) -> None:
    found = occasions(extractor, f"Norway denied it in Oslo on Monday. ¶ {ORGAN}")
    assert found[-1].venues == ()


def test_without_countries_nothing_is_shared(extractor: Extractor) -> None:
    assert occasions(extractor, f"{LEAD} ¶ {ORGAN}", countries=False)[-1].date is None
