"""``quotex evaluate``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from quotex.cli.options import ModelOption, for_load, with_load_options


@with_load_options(modes="all")
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Articles with gold attributions, JSON Lines.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    given: Annotated[
        bool,
        typer.Option(
            "--given-spans", help="Take the gold spans as found; score who, when and where alone."
        ),
    ] = False,
    predictions: Annotated[
        Path | None, typer.Option(help="Write what was found to this file, JSON Lines.")
    ] = None,
    model: ModelOption = None,
    **options: Any,
) -> None:
    """Run the extractor on gold articles and print how well it does.

    Each line of GOLD has "id", "text" and "attributions"; each of those has "source", "cue" and
    "content" as lists of [start, end) offsets and may have "speaker", "date" and "venues".
    """
    import quotex
    from quotex.errors import InputError
    from quotex.evaluation.events import given_spans, score_events
    from quotex.evaluation.gold import has_events, read_gold
    from quotex.evaluation.report import predictions as as_predictions
    from quotex.evaluation.report import report
    from quotex.evaluation.spans import score_spans

    articles = read_gold(gold)
    if given and not has_events(articles):
        raise InputError(
            f'{gold}: no attribution has "speaker", "date" and "venues", all that --given-spans '
            "scores; leave the option out to score the spans"
        )
    extractor = quotex.load(model, **for_load(options))
    if given:
        found = [extractor.attribute(a.article(), given_spans(a)) for a in articles]
    else:
        found = list(extractor.pipe(article.article() for article in articles))
    quotations = {extraction.article.id: extraction.quotations for extraction in found}
    spans = score_spans(articles, quotations)
    events = score_events(articles, quotations) if has_events(articles) else None
    if predictions is not None:
        lines = (json.dumps(line, ensure_ascii=False) + "\n" for line in as_predictions(found))
        predictions.write_text("".join(lines), encoding="utf-8")
    if as_json:
        figures = {"spans": spans.to_dict(), "events": events.to_dict() if events else None}
        typer.echo(json.dumps(figures, indent=2))
    else:
        typer.echo(report(spans, events))
