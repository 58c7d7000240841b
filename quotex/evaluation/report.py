"""The scores as a plain-text table, and predictions in the reference scorers' form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from quotex.evaluation.events import EventScores
from quotex.evaluation.overlap import Rates, offsets
from quotex.evaluation.spans import SpanScores
from quotex.records import Quotation, Spans
from quotex.result import Extraction

_LABEL = 28  # width of the first column of the span scores


def report(spans: SpanScores, events: EventScores | None) -> str:
    """Return the scores as the table that the reference scorers print, without a last newline."""
    lines = _span_lines(spans)
    if events is not None:
        lines += _event_lines(events)
    return "\n".join(lines)


def predictions(extractions: Iterable[Extraction]) -> Iterator[dict[str, Any]]:
    """Yield each extraction as one line of the reference scorers' file of predictions."""
    for extraction in extractions:
        yield {
            "id": extraction.article.id,
            "attributions": [_prediction(quotation) for quotation in extraction.quotations],
        }


def _span_lines(scores: SpanScores) -> list[str]:
    rows = {
        "exact": scores.exact,
        "overlap": scores.overlap,
        "soft": scores.soft,
        "attributed": scores.attributed,
        "token": scores.token,
        **{f"token_{role}": rates for role, rates in scores.roles.items()},
    }
    lines = [f"articles {scores.articles}  gold {scores.gold}  predicted {scores.predicted}"]
    lines += [_span_row(label, rates) for label, rates in rows.items()]
    lines.append(f"{'source accuracy | overlap':<{_LABEL}} {scores.source_accuracy:.3f}")
    for kind, of_kind in scores.kinds.items():
        lines.append(_span_row(f"{kind} ({of_kind.gold}) overlap", of_kind.overlap))
        lines.append(_span_row(f"{kind} attributed", of_kind.attributed))
    return lines


def _event_lines(scores: EventScores) -> list[str]:
    lines = [f"gold {scores.gold}  paired {scores.paired:.3f}"]
    for view, share in scores.speaker.items():
        lines.append(f"speaker {view:<12} accuracy {share.accuracy:.3f} of {share.n}")
    lines.append(f"date          {_figures(scores.date)}")
    for scope, share in scores.date_recall.items():
        lines.append(f"date {scope:<12} recall {share.accuracy:.3f} of {share.n}")
    for venue, rates in scores.venue.items():
        lines.append(f"venue {venue:<10} {_figures(rates)}")
    return lines


def _span_row(label: str, rates: Rates) -> str:
    return f"{label:<{_LABEL}} {_figures(rates)}"


def _figures(rates: Rates) -> str:
    return f"P {rates.precision:.3f}  R {rates.recall:.3f}  F1 {rates.f1:.3f}"


def _prediction(quotation: Quotation) -> dict[str, Any]:
    date = quotation.date
    return {
        "source": _spans(quotation.source),
        "cue": _spans(quotation.cue),
        "content": _spans(quotation.content),
        "speaker": quotation.speaker.name if quotation.speaker else None,
        "date": {"from": date.from_.isoformat(), "to": date.to.isoformat()} if date else None,
        "venues": [{"kind": venue.kind, "text": venue.span.text} for venue in quotation.venues],
    }


def _spans(spans: Spans) -> list[list[int]]:
    return [[start, end] for start, end in offsets(spans)]
