"""The scores as a plain-text table, and predictions in the reference scorers' form."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from quotex.evaluation.events import Accuracy, EventScores
from quotex.evaluation.news_scores import DetailRates, NewsScores
from quotex.evaluation.overlap import ROLES, Rates, figure_text, offsets
from quotex.evaluation.spans import SpanScores
from quotex.records import Quotation, Spans
from quotex.result import Extraction

_LABEL_WIDTH = 28  # width of the first column of the span scores
_ABSENT = "absent from the gold"


def report(
    spans: SpanScores,
    events: EventScores | None,
    news: NewsScores | None = None,
    modes: Collection[str] | None = None,
) -> str:
    """Return the scores as the tables that the reference scorers print, without a final newline.

    ``modes``, if given, are those on which world news was scored.
    """
    lines = _span_lines(spans)
    if events is not None:
        lines += _event_lines(events)
    if news is not None:
        of_modes = "" if modes is None else f", modes {', '.join(sorted(modes))}"
        lines += [f"required quotations{of_modes}", *_news_lines(news)]
    return "\n".join(lines)


def predictions(extractions: Iterable[Extraction]) -> Iterator[dict[str, Any]]:
    """Yield each extraction as one line of a predictions file for the reference scorers."""
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
        **{f"token_{role}": scores.roles.get(role) for role in ROLES},
    }
    lines = [f"articles {scores.articles}  gold {scores.gold}  predicted {scores.predicted}"]
    lines += [_span_row(label, rates) for label, rates in rows.items()]
    accuracy = _ABSENT if scores.attributed is None else figure_text(scores.source_accuracy)
    lines.append(f"{'source accuracy | overlap':<{_LABEL_WIDTH}} {accuracy}")
    for kind, of_kind in scores.kinds.items():
        lines.append(_span_row(f"{kind} ({of_kind.gold}) overlap", of_kind.overlap))
        lines.append(_span_row(f"{kind} attributed", of_kind.attributed))
    return lines


def _event_lines(scores: EventScores) -> list[str]:
    lines = [f"gold {scores.gold}  paired {figure_text(scores.paired if scores.gold else None)}"]
    if scores.speaker is None:
        lines.append(f"speaker       {_ABSENT}")
    for view, share in (scores.speaker or {}).items():
        lines.append(f"speaker {view:<12} accuracy {_accuracy(share)}")
    lines.append(f"date          {_figures(scores.date)}")
    for scope, share in (scores.date_recall or {}).items():
        lines.append(f"date {scope:<12} recall {_accuracy(share)}")
    if scores.venue is None:
        lines.append(f"venue         {_ABSENT}")
    for venue, rates in (scores.venue or {}).items():
        lines.append(f"venue {venue:<10} {_figures(rates)}")
    return lines


def _news_lines(scores: NewsScores) -> list[str]:
    rows: dict[str, str] = {
        "articles": str(scores.articles),
        "gold": _ABSENT if scores.gold is None else str(scores.gold),
        "pred": str(scores.predicted),
        "precision": _share(scores.precision),
        "recall": _share(scores.recall),
        "f": _share(scores.f1),
        "false": str(scores.false),
        "partial": str(scores.partial),
        "exact": _share(scores.exact),
        "source": _share(scores.source),
        "speaker": _share(scores.speaker),
        "date": _detail_figures(scores.date),
        "venue": _detail_figures(scores.venue),
        "score": _share(scores.score),
    }
    for name in scores.unmeasured:
        if rows[name] != _ABSENT:
            rows[name] = figure_text(None)
    lines = [f"{name:10} {figure}" for name, figure in rows.items()]
    if scores.calibration_error is not None:
        lines.append(f"calibration error {scores.calibration_error:.3f} in ten bins")
    return lines


def _detail_figures(detail: DetailRates | None) -> str:
    if detail is None:
        return _ABSENT
    p, r, f1 = map(figure_text, detail.rates.to_dict().values())
    return f"P {p} R {r} F1 {f1} of {detail.gold}"


def _accuracy(share: Accuracy) -> str:
    return f"{figure_text(share.accuracy if share.n else None)} of {share.n}"


def _share(figure: float | None) -> str:
    return _ABSENT if figure is None else f"{figure:.3f}"


def _span_row(label: str, rates: Rates | None) -> str:
    return f"{label:<{_LABEL_WIDTH}} {_figures(rates)}"


def _figures(rates: Rates | None) -> str:
    if rates is None:
        return _ABSENT
    p, r, f1 = map(figure_text, rates.to_dict().values())
    return f"P {p}  R {r}  F1 {f1}"


def _prediction(quotation: Quotation) -> dict[str, Any]:
    date = quotation.date
    return {
        "source": _spans(quotation.source),
        "cue": _spans(quotation.cue),
        "content": _spans(quotation.content),
        "speaker": quotation.speaker.name if quotation.speaker else None,
        "date": {"from": date.from_.isoformat(), "to": date.to.isoformat()} if date else None,
        "venues": [{"kind": venue.kind, "text": venue.span.text} for venue in quotation.venues],
        "confidence": quotation.confidence,
        "mode": quotation.mode,
    }


def _spans(spans: Spans) -> list[list[int]]:
    return [[start, end] for start, end in offsets(spans)]
