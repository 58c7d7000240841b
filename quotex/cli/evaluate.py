"""``quotex evaluate``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from quotex.cli.options import ModelOption, for_load, with_load_options

if TYPE_CHECKING:
    from quotex.records import Mode


@with_load_options(modes="all")
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Articles with gold attributions, JSON Lines.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    given: Annotated[
        bool,
        typer.Option("--given-spans", help="Use the gold spans; score only who, when and where."),
    ] = False,
    errors: Annotated[
        bool,
        typer.Option(
            "--errors",
            help="List false, partial and missed quotations, and wrong speakers, days and venues.",
        ),
    ] = False,
    predictions: Annotated[
        Path | None, typer.Option(help="Write the predictions to this file as JSON Lines.")
    ] = None,
    model: ModelOption = None,
    **options: Any,
) -> None:
    """Run the extractor on gold articles and print its scores.

    Each line of GOLD has "id", "text" and "attributions"; each of those has "content", a list of
    [start, end) offsets, and any of "source" and "cue" (such lists), "speaker", "aliases", "named",
    "date", "venues", "mode", "optional", "nested" and, where annotators disagree, "content_alt",
    "venues_allowed" and "skip". Scores for fields that no attribution has are left out. With
    "mode", "optional" or "nested", the world-news scores are printed as well: precision, and
    recall of required attributions (neither optional nor nested) in the modes given by --modes.
    """
    import quotex
    from quotex.errors import InputError
    from quotex.evaluation.events import given_spans, score_events
    from quotex.evaluation.gold import has_events, has_news, read_gold
    from quotex.evaluation.mistakes import event_mistakes, mistakes, span_mistakes
    from quotex.evaluation.news import score_news
    from quotex.evaluation.report import predictions as as_predictions
    from quotex.evaluation.report import report
    from quotex.evaluation.spans import score_spans

    articles = read_gold(gold)
    if given and not has_events(articles):
        raise InputError(
            f'{gold}: no attribution has "speaker", "date" or "venues", which is all that '
            "--given-spans scores; leave the option out to score the spans"
        )
    extractor = quotex.load(model, **for_load(options))
    if given:
        found = [extractor.attribute(a.article(), given_spans(a)) for a in articles]
    else:
        found = list(extractor.pipe(article.article() for article in articles))
    quotations = {extraction.article.id: extraction.quotations for extraction in found}
    spans = score_spans(articles, quotations)
    events = score_events(articles, quotations) if has_events(articles) else None
    modes = _modes_to_score(extractor.options.modes)
    news = score_news(articles, quotations, modes=modes)
    shown = news.scores if has_news(articles) else None
    wrong = span_mistakes(news) | (event_mistakes(articles, quotations) if events else {})
    if predictions is not None:
        lines = (json.dumps(line, ensure_ascii=False) + "\n" for line in as_predictions(found))
        predictions.write_text("".join(lines), encoding="utf-8")
    if as_json:
        figures = {"spans": spans.to_dict(), "events": events.to_dict() if events else None}
        if shown:
            figures["news"] = shown.to_dict()
        if errors:
            figures["errors"] = wrong
        typer.echo(json.dumps(figures, indent=2))
    else:
        typer.echo(report(spans, events, shown, modes))
        if errors:
            typer.echo(mistakes(wrong))


def _modes_to_score(modes: Any) -> frozenset[Mode] | None:
    """Return the modes to score, or None if all were chosen."""
    from quotex.records import Mode

    return None if modes == frozenset(get_args(Mode)) else modes
