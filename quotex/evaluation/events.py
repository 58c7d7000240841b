"""Event scores: who said it, when and where, for attributions paired by content."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from quotex.evaluation.gold import GoldArticle, GoldAttribution, GoldDate, GoldVenue
from quotex.evaluation.overlap import (
    MIN_OVERLAP,
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
    """The share of right answers among ``n``; 0 if ``n`` is."""

    accuracy: float
    n: int

    def to_dict(self) -> dict[str, float | None]:
        """Return the figures under the reference scorer's keys; None if there are no answers."""
        return {"accuracy": self.accuracy if self.n else None, "n": self.n}


@dataclass(frozen=True, slots=True)
class EventScores:
    """How often the speaker, date and venues of paired attributions match the gold.

    ``paired``: the share of gold attributions paired with a prediction whose content overlaps;
    ``speaker``: accuracy on all pairs, on those whose gold speaker has a name (named), and on those
    whose name is not in the source (resolved); ``date_recall``: recall by gold scope; ``venue``:
    overall, by kind, and ignoring kind (any kind). A figure is None if the gold never gives the
    fact; attributions that lack the fact are not counted.
    """

    gold: int
    paired: float
    speaker: Mapping[SpeakerView, Accuracy] | None
    date: Rates | None
    date_recall: Mapping[Scope, Accuracy] | None
    venue: Mapping[VenueView, Rates] | None

    def to_dict(self) -> dict[str, Any]:
        """Return what the reference scorer prints with ``--json``; None for what has no share."""
        return {
            "gold": self.gold,
            "paired": self.paired if self.gold else None,
            "speaker": _dicts(self.speaker),
            "date": self.date.to_dict() if self.date else None,
            "date_recall": _dicts(self.date_recall),
            "venue": _dicts(self.venue),
        }


def _dicts(
    views: Mapping[Any, Accuracy | Rates] | None,
) -> dict[str, dict[str, float | None]] | None:
    return None if views is None else {view: one.to_dict() for view, one in views.items()}


def given_spans(article: GoldArticle) -> list[GivenSpans]:
    """Return the gold spans of an article, as ``extractor.attribute`` takes them.

    Who, when and where can then be scored independently of the detector. Gold attributions without
    content are left out, as in the scorers.
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
        InputError: there are predictions for articles that are not in the gold.
    """
    check_known(gold, predicted)
    counts = _Counts()
    for article in gold:
        labelled = [attribution for attribution in article.attributions if attribution.content]
        counts.gold += len(labelled)
        counts.gold_fields.update(*(attribution.model_fields_set for attribution in labelled))
        for attribution, quotation in paired(article, predicted.get(article.id, ())):
            counts.paired += 1
            counts.paired_fields |= attribution.model_fields_set
            if attribution.gives("speaker"):
                _count_speaker(counts, article.text, attribution, quotation)
            if attribution.gives("date"):
                _count_date(counts, attribution.date, quotation.date)
            if attribution.gives("venues"):
                _count_venues(counts, attribution.venues, quotation.venues)
    return counts.scores()


@dataclass(slots=True)
class _Hits:
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
    gold_fields: set[str] = field(default_factory=set)  # fields that the gold has
    paired_fields: set[str] = field(default_factory=set)
    speaker: dict[SpeakerView, _Hits] = field(
        default_factory=lambda: {view: _Hits() for view in SPEAKER_VIEWS}
    )
    date: Tally = field(default_factory=Tally)
    scopes: dict[Scope, _Hits] = field(default_factory=lambda: {s: _Hits() for s in SCOPES})
    venue: dict[VenueView, Tally] = field(
        default_factory=lambda: {view: Tally() for view in VENUE_VIEWS}
    )

    def scores(self) -> EventScores:
        speaker = {view: share.accuracy() for view, share in self.speaker.items()}
        if not self._has_gold("source"):
            del speaker["resolved"]
        scopes = {scope: share.accuracy() for scope, share in self.scopes.items()}
        venue = {view: tally.rates() for view, tally in self.venue.items()}
        return EventScores(
            gold=self.gold,
            paired=ratio(self.paired, self.gold),
            speaker=speaker if self._has_gold("speaker") else None,
            date=self.date.rates() if self._has_gold("date") else None,
            date_recall=scopes if self._has_gold("date") else None,
            venue=venue if self._has_gold("venues") else None,
        )

    def _has_gold(self, field_: str) -> bool:
        """Return whether the gold of any pair has the field.

        Without pairs, any gold attribution counts; an empty gold counts as having every field.
        """
        if self.paired:
            return field_ in self.paired_fields
        return field_ in self.gold_fields or not self.gold


def paired(
    article: GoldArticle, quotations: Sequence[Quotation]
) -> list[tuple[GoldAttribution, Quotation]]:
    """Return the pairs of a gold attribution and the prediction that matches its content."""
    words = Words(article.text)
    pairs = pair(
        [gold_cover(words, attribution) for attribution in article.attributions],
        [predicted_cover(words, quotation) for quotation in quotations],
    )
    return [
        (article.attributions[i], quotations[j])
        for i, j, overlap in pairs
        if overlap >= MIN_OVERLAP
    ]


def _count_speaker(
    counts: _Counts, text: str, attribution: GoldAttribution, quotation: Quotation
) -> None:
    name = quotation.speaker.name if quotation.speaker else None
    hit = same_speaker(attribution, name)
    counts.speaker["all"].add(hit)
    if attribution.speaker and attribution.named:
        counts.speaker["named"].add(hit)
        if _is_resolved(attribution, attribution.speaker, text):
            counts.speaker["resolved"].add(hit)


def _is_resolved(attribution: GoldAttribution, speaker: str, text: str) -> bool:
    """Return whether the source, a pronoun or a noun, shares no word with the speaker's name."""
    source = name_words(" ".join(text[start:end] for start, end in attribution.source))
    return bool(source) and not set(source) & set(name_words(speaker))


def _count_date(counts: _Counts, gold: GoldDate | None, predicted: SpeechDate | None) -> None:
    hit = same_date(gold, predicted)
    counts.date.seen(predicted=int(predicted is not None), gold=int(gold is not None))
    counts.date.hit(int(hit), int(hit))
    if gold is not None:
        counts.scopes[gold.scope].add(hit)


def _count_venues(counts: _Counts, gold: Sequence[GoldVenue], predicted: Sequence[Venue]) -> None:
    for view, tally in counts.venue.items():
        any_kind = view == "any kind"
        everything = any_kind or view == "all"
        wanted = [venue for venue in gold if everything or venue.kind == view]
        offered = [venue for venue in predicted if everything or venue.kind == view]
        hits = matching_venues(wanted, offered, any_kind=any_kind)
        tally.seen(predicted=len(offered), gold=len(wanted))
        tally.hit(hits, hits)


def matching_venues(
    gold: Iterable[GoldVenue], predicted: Iterable[Venue], *, any_kind: bool
) -> int:
    """Count gold venues that match a predicted one; each predicted one is used only once."""
    left = list(predicted)
    hits = 0
    for venue in gold:
        for k, candidate in enumerate(left):
            if (any_kind or venue.kind == candidate.kind) and same_venue(venue, candidate):
                del left[k]
                hits += 1
                break
    return hits


def same_speaker(gold: GoldAttribution, name: str | None) -> bool:
    """Return whether a name is the gold speaker's or an alias; None matches only None."""
    if gold.speaker is None or name is None:
        return gold.speaker is None and name is None
    return name_words(name) in [name_words(known) for known in (gold.speaker, *gold.aliases)]


def name_words(name: str) -> list[str]:
    """Return the words of a name, without case, possessives, full stops or a leading determiner."""
    words: list[str] = _NAME_WORD.findall(_POSSESSIVE_OR_STOP.sub("", name.casefold()))
    return words[1:] if words and words[0] in _DETERMINERS else words


def same_date(gold: GoldDate | None, predicted: SpeechDate | None) -> bool:
    """Return whether two dates agree: a single day exactly, a longer period by at least half."""
    if gold is None or predicted is None:
        return False
    if gold.from_ == gold.to:
        return gold.from_ == predicted.from_ and gold.to == predicted.to
    common = (min(gold.to, predicted.to) - max(gold.from_, predicted.from_)).days + 1
    spanned = (max(gold.to, predicted.to) - min(gold.from_, predicted.from_)).days + 1
    return common > 0 and common / spanned >= MIN_OVERLAP


def same_venue(gold: GoldVenue, predicted: Venue) -> bool:
    """Return whether one venue's words contain the other's, regardless of kind."""
    a, b = _venue_words(gold.text), _venue_words(predicted.span.text)
    return bool(a & b) and (a <= b or b <= a)


def _venue_words(text: str) -> set[str]:
    return set(WORD.findall(text.casefold())) - _DETERMINERS
