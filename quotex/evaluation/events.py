"""Scores of the events: who said it, when and where, on attributions paired by content."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from quotex.errors import InputError
from quotex.evaluation.gold import GoldArticle, GoldAttribution, GoldDate, GoldVenue
from quotex.evaluation.overlap import (
    OVERLAPS,
    WORD,
    Predicted,
    Rates,
    Tally,
    Words,
    check_known,
    gold_cover,
    pair,
    predicted_cover,
    ratio,
)
from quotex.quotations.given import GivenSpans
from quotex.records import Quotation, Scope, SpeechDate, Venue

SpeakerView = Literal["all", "named", "resolved"]
VenueView = Literal["all", "any kind", "place", "event", "medium"]

SPEAKER_VIEWS: tuple[SpeakerView, ...] = get_args(SpeakerView)
SCOPES: tuple[Scope, ...] = get_args(Scope)
VENUE_VIEWS: tuple[VenueView, ...] = get_args(VenueView)

_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "this", "that"})
_POSSESSIVE_OR_STOP = re.compile(r"[\u2019']s\b|[\u2019']\B|\.")
_NAME_WORD = re.compile(r"[\w&@#+-]+")


@dataclass(frozen=True, slots=True)
class Accuracy:
    """A share of right answers among ``n``."""

    accuracy: float
    n: int

    def to_dict(self) -> dict[str, float]:
        """Return the figures under the reference scorer's keys."""
        return {"accuracy": self.accuracy, "n": self.n}


@dataclass(frozen=True, slots=True)
class EventScores:
    """How often the speaker, date and venues of paired attributions are the gold ones.

    ``paired``: the share of gold attributions with a predicted partner whose content overlaps;
    ``speaker``: accuracy on the paired ones, on those whose gold speaker has a name, and on those
    whose name stands elsewhere than in the source (resolved); ``date_recall``: by gold scope;
    ``venue``: all and by kind, and with kinds not compared (any kind).
    """

    gold: int
    paired: float
    speaker: Mapping[SpeakerView, Accuracy]
    date: Rates
    date_recall: Mapping[Scope, Accuracy]
    venue: Mapping[VenueView, Rates]

    def to_dict(self) -> dict[str, Any]:
        """Return what the reference scorer prints with ``--json``."""
        return {
            "gold": self.gold,
            "paired": self.paired,
            "speaker": {view: accuracy.to_dict() for view, accuracy in self.speaker.items()},
            "date": self.date.to_dict(),
            "date_recall": {scope: a.to_dict() for scope, a in self.date_recall.items()},
            "venue": {view: rates.to_dict() for view, rates in self.venue.items()},
        }


def given_spans(article: GoldArticle) -> list[GivenSpans]:
    """Return the gold spans of an article, as ``extractor.attribute`` takes them.

    Who, when and where are then scored by themselves, whatever the detector finds. A gold
    attribution without content has no quotation; the scorers leave it out as well.
    """
    return [
        GivenSpans(
            content=attribution.content,
            cue=attribution.cue,
            source=attribution.source,
            id=attribution.id or None,
        )
        for attribution in article.attributions
        if attribution.content
    ]


def score_events(gold: Sequence[GoldArticle], predicted: Predicted) -> EventScores:
    """Score predicted speakers, dates and venues, by article id, against the gold.

    Raises:
        InputError: there are predictions for articles that the gold lacks, or a gold attribution
            does not say who spoke, when and where (null and an empty list are answers).
    """
    check_known(gold, predicted)
    _check_annotated(gold)
    counts = _Counts()
    for article in gold:
        counts.gold += sum(bool(attribution.content) for attribution in article.attributions)
        for attribution, quotation in _partners(article, predicted.get(article.id, ())):
            counts.paired += 1
            _count_speaker(counts, article.text, attribution, quotation)
            _count_date(counts, attribution.date, quotation.date)
            _count_venues(counts, attribution.venues, quotation.venues)
    return counts.scores()


@dataclass(slots=True)
class _Share:
    hits: int = 0
    n: int = 0

    def add(self, hit: bool) -> None:
        self.hits += hit
        self.n += 1

    def accuracy(self) -> Accuracy:
        return Accuracy(ratio(self.hits, self.n), self.n)


@dataclass(slots=True)
class _Counts:
    gold: int = 0
    paired: int = 0
    speaker: dict[SpeakerView, _Share] = field(
        default_factory=lambda: {view: _Share() for view in SPEAKER_VIEWS}
    )
    date: Tally = field(default_factory=Tally)
    scopes: dict[Scope, _Share] = field(default_factory=lambda: {s: _Share() for s in SCOPES})
    venue: dict[VenueView, Tally] = field(
        default_factory=lambda: {view: Tally() for view in VENUE_VIEWS}
    )

    def scores(self) -> EventScores:
        return EventScores(
            gold=self.gold,
            paired=ratio(self.paired, self.gold),
            speaker={view: share.accuracy() for view, share in self.speaker.items()},
            date=self.date.rates(),
            date_recall={scope: share.accuracy() for scope, share in self.scopes.items()},
            venue={view: tally.rates() for view, tally in self.venue.items()},
        )


def _check_annotated(gold: Iterable[GoldArticle]) -> None:
    for article in gold:
        for attribution in article.attributions:
            lacking = {"speaker", "date", "venues"} - attribution.model_fields_set
            if attribution.content and lacking:
                raise InputError(
                    f"attribution {attribution.id!r} of gold article {article.id!r} lacks "
                    f"{', '.join(sorted(lacking))}; give null, or [] for venues, where the article "
                    "does not tell, or score the spans alone"
                )


def _partners(
    article: GoldArticle, quotations: Sequence[Quotation]
) -> list[tuple[GoldAttribution, Quotation]]:
    words = Words(article.text)
    pairs = pair(
        [gold_cover(words, attribution) for attribution in article.attributions],
        [predicted_cover(words, quotation) for quotation in quotations],
    )
    return [
        (article.attributions[i], quotations[j]) for i, j, overlap in pairs if overlap >= OVERLAPS
    ]


def _count_speaker(
    counts: _Counts, text: str, attribution: GoldAttribution, quotation: Quotation
) -> None:
    name = quotation.speaker.name if quotation.speaker else None
    hit = _same_speaker(attribution, name)
    counts.speaker["all"].add(hit)
    if attribution.speaker and attribution.named:
        counts.speaker["named"].add(hit)
        if _stands_elsewhere(attribution, attribution.speaker, text):
            counts.speaker["resolved"].add(hit)


def _same_speaker(gold: GoldAttribution, name: str | None) -> bool:
    if gold.speaker is None or name is None:
        return gold.speaker is None and name is None
    return _name_words(name) in [_name_words(known) for known in (gold.speaker, *gold.aliases)]


def _stands_elsewhere(attribution: GoldAttribution, speaker: str, text: str) -> bool:
    """Return whether the source, a pronoun or a noun, shares no word with the speaker's name."""
    source = _name_words(" ".join(text[start:end] for start, end in attribution.source))
    return bool(source) and not set(source) & set(_name_words(speaker))


def _name_words(name: str) -> list[str]:
    """Return the words of a name that count: no case, possessive, full stop, leading article."""
    words: list[str] = _NAME_WORD.findall(_POSSESSIVE_OR_STOP.sub("", name.casefold()))
    return words[1:] if words and words[0] in _DETERMINERS else words


def _count_date(counts: _Counts, gold: GoldDate | None, predicted: SpeechDate | None) -> None:
    hit = gold is not None and predicted is not None and _same_date(gold, predicted)
    counts.date.seen(predicted=int(predicted is not None), gold=int(gold is not None))
    counts.date.hit(int(hit), int(hit))
    if gold is not None:
        counts.scopes[gold.scope].add(hit)


def _same_date(gold: GoldDate, predicted: SpeechDate) -> bool:
    """Return whether two dates agree: a single day exactly, a longer time by half its days."""
    if gold.from_ == gold.to:
        return gold.from_ == predicted.from_ and gold.to == predicted.to
    common = (min(gold.to, predicted.to) - max(gold.from_, predicted.from_)).days + 1
    spanned = (max(gold.to, predicted.to) - min(gold.from_, predicted.from_)).days + 1
    return common > 0 and common / spanned >= OVERLAPS


def _count_venues(counts: _Counts, gold: Sequence[GoldVenue], predicted: Sequence[Venue]) -> None:
    for view, tally in counts.venue.items():
        any_kind = view == "any kind"
        everything = any_kind or view == "all"
        wanted = [venue for venue in gold if everything or venue.kind == view]
        offered = [venue for venue in predicted if everything or venue.kind == view]
        hits = _matches(wanted, offered, any_kind=any_kind)
        tally.seen(predicted=len(offered), gold=len(wanted))
        tally.hit(hits, hits)


def _matches(gold: Iterable[GoldVenue], predicted: Iterable[Venue], *, any_kind: bool) -> int:
    """Count gold venues that find a predicted one, each predicted one used once, in text order."""
    left = list(predicted)
    hits = 0
    for venue in gold:
        for k, candidate in enumerate(left):
            if (any_kind or venue.kind == candidate.kind) and _same_venue(venue, candidate):
                del left[k]
                hits += 1
                break
    return hits


def _same_venue(gold: GoldVenue, predicted: Venue) -> bool:
    a, b = _venue_words(gold.text), _venue_words(predicted.span.text)
    return bool(a & b) and (a <= b or b <= a)


def _venue_words(text: str) -> set[str]:
    return set(WORD.findall(text.casefold())) - _DETERMINERS
