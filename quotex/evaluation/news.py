"""Scores for world news: required quotations found, false ones, and how confident each was.

A required quotation is neither optional nor nested. A prediction that matches an optional or nested
one still counts as right; recall counts only the required ones.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from quotex.evaluation.events import same_date, same_speaker, same_venue
from quotex.evaluation.gold import GoldArticle, GoldAttribution, GoldVenue
from quotex.evaluation.news_scores import DetailRates, Missed, NewsResult, NewsScores, Unmatched
from quotex.evaluation.overlap import (
    MIN_OVERLAP,
    Cover,
    Predicted,
    Tally,
    Tokens,
    Words,
    check_known,
    gold_cover,
    pair,
    predicted_cover,
    ratio,
    without_whole,
)
from quotex.records import Mode, Quotation, Venue

Detail = Literal["source", "speaker", "date", "venues"]

DETAILS: tuple[Detail, ...] = get_args(Detail)
_BINS = 10


def score_news(
    gold: Sequence[GoldArticle],
    predicted: Predicted,
    *,
    modes: Collection[Mode] | None = None,
    min_confidence: float = 0.0,
) -> NewsResult:
    """Score predicted quotations, by article id, against gold that marks the required ones.

    Predictions below ``min_confidence`` or outside ``modes`` are left out, and so are
    required quotations outside ``modes`` or of unknown mode. An article without predictions counts
    as having none.

    Raises:
        InputError: there are predictions for articles that are not in the gold.
    """
    check_known(gold, predicted)
    counts = _Counts()
    for article in gold:
        kept = [
            quotation
            for quotation in predicted.get(article.id, ())
            if quotation.confidence >= min_confidence and (modes is None or quotation.mode in modes)
        ]
        _count_article(counts, article, kept, modes)
    return counts.result(len(gold))


@dataclass(slots=True)
class _Counts:
    gold: int = 0
    unknown: int = 0  # required ones left out because the gold does not give their mode
    found: int = 0
    exact: int = 0
    right: dict[Detail, int] = field(default_factory=lambda: dict.fromkeys(DETAILS, 0))
    scored: dict[Detail, int] = field(default_factory=lambda: dict.fromkeys(DETAILS, 0))
    labelled: dict[Detail, int] = field(default_factory=lambda: dict.fromkeys(DETAILS, 0))
    labelled_of_found: dict[Detail, int] = field(default_factory=lambda: dict.fromkeys(DETAILS, 0))
    date: Tally = field(default_factory=Tally)
    venue: Tally = field(default_factory=Tally)
    judged: list[tuple[float, bool]] = field(default_factory=list)
    false: list[Unmatched] = field(default_factory=list)
    partial: list[Unmatched] = field(default_factory=list)
    missed: list[Missed] = field(default_factory=list)

    def result(self, articles: int) -> NewsResult:
        precision = ratio(sum(fits for _, fits in self.judged), len(self.judged))
        recall = ratio(self.found, self.gold) if self.gold or not self.unknown else None
        f1 = None
        if recall is not None:
            f1 = ratio(2 * precision * recall, precision + recall)
        scores = NewsScores(
            articles=articles,
            gold=None if recall is None else self.gold,
            predicted=len(self.judged),
            precision=precision,
            recall=recall,
            f1=f1,
            false=len(self.false),
            partial=len(self.partial),
            exact=None if recall is None else ratio(self.exact, self.found),
            source=self._share("source"),
            speaker=self._share("speaker"),
            date=DetailRates(self.date.rates(), self.date.gold) if self._has_gold("date") else None,
            venue=DetailRates(self.venue.rates(), self.venue.gold)
            if self._has_gold("venues")
            else None,
            calibration_error=calibration_error(self.judged),
            unmeasured=without_whole(
                {
                    "precision": len(self.judged),
                    "recall": self.gold,
                    "f": self.gold,
                    "exact": self.found,
                    "source": self.scored["source"],
                    "speaker": self.scored["speaker"],
                    "score": min(self.gold, self.scored["source"]),
                }
            ),
        )
        return NewsResult(scores, tuple(self.false), tuple(self.partial), tuple(self.missed))

    def _has_gold(self, detail: Detail) -> bool:
        """Return whether the gold of any found quotation has the detail.

        If none was found, any required one counts; an empty gold counts as having every detail.
        """
        if self.found:
            return bool(self.labelled_of_found[detail])
        return bool(self.labelled[detail]) or not (self.gold or self.unknown)

    def _share(self, detail: Detail) -> float | None:
        return ratio(self.right[detail], self.scored[detail]) if self._has_gold(detail) else None


def calibration_error(judged: Iterable[tuple[float, bool]]) -> float | None:
    """Return the expected calibration error of pairs of a confidence and whether it was right.

    There are ten bins of equal width, weighted by their shares of the pairs; None without pairs.
    """
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(_BINS)]
    for confidence, right in judged:
        bins[min(int(confidence * _BINS), _BINS - 1)].append((confidence, right))
    total = sum(len(inside) for inside in bins)
    if not total:
        return None
    # A bin of n pairs: |mean confidence - share right| * n / total; n cancels.
    return sum(abs(sum(c for c, _ in b) - sum(r for _, r in b)) for b in bins) / total


def _count_article(
    counts: _Counts,
    article: GoldArticle,
    quotations: Sequence[Quotation],
    modes: Collection[Mode] | None,
) -> None:
    words = Words(article.text)
    gold = [gold_cover(words, attribution) for attribution in article.attributions]
    covered = [(quotation, predicted_cover(words, quotation)) for quotation in quotations]
    covered = [(quotation, cover) for quotation, cover in covered if cover.content]
    predicted = [cover for _, cover in covered]

    def required(i: int, _: int) -> bool:
        return article.attributions[i].required

    found = {
        p.gold: p.predicted for p in pair(gold, predicted, required) if p.overlap >= MIN_OVERLAP
    }
    matching = set(found.values())
    for j, (quotation, cover) in enumerate(covered):
        counts.judged.append((quotation.confidence, j in matching))
        if j not in matching:
            unmatched = counts.partial if _is_partial(cover.content, gold) else counts.false
            unmatched.append(Unmatched(article, quotation))
    for i, attribution in enumerate(article.attributions):
        if not attribution.required:
            continue
        if modes is not None and attribution.mode not in modes:
            counts.unknown += attribution.mode is None
            continue
        counts.gold += 1
        _count_labelled(counts.labelled, attribution)
        if i not in found:
            counts.missed.append(Missed(article, attribution))
            continue
        quotation, cover = covered[found[i]]
        _count_labelled(counts.labelled_of_found, attribution)
        _count_found(counts, attribution, quotation, words, (gold[i], cover))


def _is_partial(content: Tokens, gold: Iterable[Cover]) -> bool:
    return max((len(content & g.content) for g in gold), default=0) / len(content) >= MIN_OVERLAP


def _count_labelled(labelled: dict[Detail, int], attribution: GoldAttribution) -> None:
    for detail in DETAILS:
        labelled[detail] += attribution.gives(detail)


def _count_found(
    counts: _Counts,
    attribution: GoldAttribution,
    quotation: Quotation,
    words: Words,
    covers: tuple[Cover, Cover],
) -> None:
    gold, predicted = covers
    other = attribution.content_alt
    counts.found += 1
    counts.exact += predicted.content == gold.content or (
        other is not None and predicted.content == words.under(other)
    )
    if attribution.gives("source"):
        touch = bool(gold.source & predicted.source)
        _count_share(counts, "source", touch or not (gold.source or predicted.source))
    if attribution.gives("speaker") and "speaker" not in attribution.skip:
        name = quotation.speaker.name if quotation.speaker else None
        _count_share(counts, "speaker", same_speaker(attribution, name))
    if attribution.gives("date") and "date" not in attribution.skip:
        on_gold, on_predicted = attribution.date is not None, quotation.date is not None
        counts.date.seen(predicted=int(on_predicted), gold=int(on_gold))
        hit = int(same_date(attribution.date, quotation.date))
        counts.date.hit(hit, hit)
    if attribution.gives("venues"):
        _count_venues(counts.venue, attribution, quotation.venues)


def _count_share(counts: _Counts, detail: Detail, right: bool) -> None:
    counts.scored[detail] += 1
    counts.right[detail] += right


def _count_venues(tally: Tally, attribution: GoldAttribution, predicted: Sequence[Venue]) -> None:
    """Count venues; a predicted one that only one of two labellers saw is not counted."""
    wanted = attribution.venues
    allowed = wanted if attribution.venues_allowed is None else attribution.venues_allowed
    counted = [v for v in predicted if _matches_any(v, wanted) or not _matches_any(v, allowed)]
    tally.seen(predicted=len(counted), gold=len(wanted))
    # As in the reference scorer, two gold venues may match the same predicted one.
    hits = sum(any(_matches(venue, v) for v in predicted) for venue in wanted)
    tally.hit(hits, hits)


def _matches_any(venue: Venue, gold: Iterable[GoldVenue]) -> bool:
    return any(_matches(one, venue) for one in gold)


def _matches(gold: GoldVenue, predicted: Venue) -> bool:
    return gold.kind == predicted.kind and same_venue(gold, predicted)
