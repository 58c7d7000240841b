"""Lists mistakes: quotations found wrongly or missed, and wrong speakers, days and venues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from quotex.evaluation.events import matching_venues, paired, same_date, same_speaker
from quotex.evaluation.gold import GoldArticle, GoldAttribution, GoldDate, GoldVenue
from quotex.evaluation.news_scores import NewsResult
from quotex.evaluation.overlap import ROLES, Predicted, check_known, offsets
from quotex.records import Quotation, SpeechDate, Venue

_SOURCE_WIDTH, _CONTENT_WIDTH = 50, 120  # how many characters of a mistake are shown
_NOTHING = "–"

MistakeRows = dict[str, list[dict[str, Any]]]


def mistakes(rows: MistakeRows) -> str:
    """Return mistakes as text, one line each, under a title for each kind."""
    lines: list[str] = []
    for title, of_kind in rows.items():
        lines += [title.upper(), *(f"  {_line(row)}" for row in of_kind)]
    return "\n".join(lines)


def span_mistakes(news: NewsResult) -> MistakeRows:
    """Return the quotations that are false, partial or missed, as strings from their articles."""

    def found(article: GoldArticle, quotation: Quotation) -> dict[str, Any]:
        return {**_words_found(article, quotation), "confidence": quotation.confidence}

    return {
        "false": [found(one.article, one.quotation) for one in news.false],
        "partial": [found(one.article, one.quotation) for one in news.partial],
        "missed": [_words_of(one.article, one.attribution) for one in news.missed],
    }


def event_mistakes(gold: Sequence[GoldArticle], predicted: Predicted) -> MistakeRows:
    """Return the wrong speakers, days and venues of the quotations that match a gold one.

    Each row has the words of the gold quotation, and what is "expected" and "found": a name; the
    first and last day, in ISO form; venues as kind and text. Both are None, or empty, where there
    is none. A detail that the gold does not give is not compared.

    Raises:
        InputError: there are predictions for articles that are not in the gold.
    """
    check_known(gold, predicted)
    rows: MistakeRows = {"speaker": [], "date": [], "venues": []}
    for article in gold:
        for attribution, quotation in paired(article, predicted.get(article.id, ())):
            words = _words_of(article, attribution)
            for detail, expected, found in _differences(attribution, quotation):
                rows[detail].append({**words, "expected": expected, "found": found})
    return rows


def _differences(
    attribution: GoldAttribution, quotation: Quotation
) -> Iterator[tuple[str, Any, Any]]:
    """Yield each detail that differs, with what the gold has and what was found."""
    name = quotation.speaker.name if quotation.speaker else None
    if attribution.gives("speaker") and not same_speaker(attribution, name):
        yield "speaker", attribution.speaker, name
    wanted, day = attribution.date, quotation.date
    if attribution.gives("date") and (wanted or day) and not same_date(wanted, day):
        yield "date", _days(wanted), _days(day)
    if attribution.gives("venues"):
        expected, found = attribution.venues, quotation.venues
        hits = matching_venues(expected, found, any_kind=False)
        if hits < max(len(expected), len(found)):
            yield "venues", _gold_venues(expected), _venues(found)


def _days(date: GoldDate | SpeechDate | None) -> list[str] | None:
    return [date.from_.isoformat(), date.to.isoformat()] if date is not None else None


def _gold_venues(venues: Iterable[GoldVenue]) -> list[dict[str, str]]:
    return [{"kind": venue.kind, "text": venue.text} for venue in venues]


def _venues(venues: Iterable[Venue]) -> list[dict[str, str]]:
    return [{"kind": venue.kind, "text": venue.span.text} for venue in venues]


def _words_found(article: GoldArticle, quotation: Quotation) -> dict[str, Any]:
    roles = (offsets(quotation.source), offsets(quotation.cue), offsets(quotation.content))
    return _words(article, *roles)


def _words_of(article: GoldArticle, gold: GoldAttribution) -> dict[str, Any]:
    return _words(article, gold.source, gold.cue, gold.content)


def _words(article: GoldArticle, *roles: Iterable[tuple[int, int]]) -> dict[str, Any]:
    texts = (" … ".join(article.text[start:end] for start, end in spans) for spans in roles)
    return {"id": article.id, **dict(zip(ROLES, texts, strict=True))}


def _line(mistake: Mapping[str, Any]) -> str:
    """Return a mistake on one line, even if its words span several."""
    source, cue, content = (" ".join(mistake[role].split()) for role in ROLES)
    line = f"{mistake['id']} [{source[:_SOURCE_WIDTH]}] <{cue}> {content[:_CONTENT_WIDTH]}"
    if "confidence" in mistake:
        line += f" {mistake['confidence']:.2f}"
    if "found" in mistake:
        line += f" | expected {_shown(mistake['expected'])}, found {_shown(mistake['found'])}"
    return line


def _shown(detail: Any) -> str:
    """Return a name, the days from first to last, or venues with their kinds."""
    if not detail:
        return _NOTHING
    if isinstance(detail, str):
        return " ".join(detail.split())
    parts = [p if isinstance(p, str) else f"{p['kind']} {_shown(p['text'])}" for p in detail]
    return "; ".join(dict.fromkeys(parts))
