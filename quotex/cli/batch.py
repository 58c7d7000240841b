"""``quotex batch``."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quotex.cli.options import ModelOption, for_load, with_load_options

if TYPE_CHECKING:
    from quotex.jobs import Result


class FileFormat(StrEnum):
    """What ``--format`` takes."""

    parquet = "parquet"
    jsonl = "jsonl"


class TableForm(StrEnum):
    """What ``--form`` takes."""

    articles = "articles"
    quotations = "quotations"


def _column(of: str) -> Any:
    return typer.Option(metavar="COLUMN", help=f"The column of the articles' {of}.")


@with_load_options()
def batch(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT…",
            help="JSON Lines, CSV or Parquet files (.gz and .zst too), folders of .txt and .html "
            "files, or - for JSON Lines from standard input.",
        ),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where the output goes.")
    ],
    text_column: Annotated[str | None, _column("texts")] = None,
    id_column: Annotated[str | None, _column("ids")] = None,
    published_column: Annotated[str | None, _column("days of publication")] = None,
    title_column: Annotated[str | None, _column("titles")] = None,
    url_column: Annotated[str | None, _column("addresses")] = None,
    publisher_column: Annotated[str | None, _column("publishers")] = None,
    day_first: Annotated[
        bool | None,
        typer.Option("--day-first/--month-first", help="How a day like 9/5/2024 is meant."),
    ] = None,
    output_format: Annotated[
        FileFormat, typer.Option("--format", "-f", help="The format of the parts.")
    ] = FileFormat.parquet,
    form: Annotated[
        TableForm, typer.Option(help="A row for each article, or for each quotation.")
    ] = TableForm.articles,
    workers: Annotated[
        int | None, typer.Option(help="Processes that read; by default one for each core.")
    ] = None,
    part_rows: Annotated[int, typer.Option(help="Rows of the input in one part.")] = 512,
    time_limit: Annotated[float, typer.Option(help="Seconds that one article may take.")] = 120.0,
    memory_limit: Annotated[
        int | None, typer.Option(help="Megabytes that a worker may hold (Linux).")
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Begin anew in a folder that has other output.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Do not tell progress.")] = False,
    model: ModelOption = None,
    **options: Any,
) -> None:
    """Read very many articles into a folder; run it again to go on where it stopped.

    The folder gets part-*.parquet (or .jsonl), manifest.json and failures.jsonl, which says of
    each article that could not be read why. Exit code 1: a part of the input could not be read;
    130: stopped by Ctrl-C. For example: quotex batch news.jsonl -o out --text-column body
    """
    from quotex.batch import Settings
    from quotex.jobs import Job, run_job
    from quotex.tables.columns import Columns

    columns = Columns(
        text=text_column,
        id=id_column,
        published=published_column,
        title=title_column,
        url=url_column,
        publisher=publisher_column,
    )
    settings = Settings(
        model=model,
        options=_set_apart(for_load(options)),
        columns=columns,
        day_first=day_first,
        form=form.value,
    )
    job = Job(
        inputs=inputs,
        output=output,
        settings=settings,
        file_format=output_format.value,
        workers=workers,
        part_rows=part_rows,
        time_limit=time_limit,
        memory_limit=memory_limit,
        overwrite=overwrite,
    )
    try:
        result = run_job(job, None if quiet else sys.stderr)
    except KeyboardInterrupt:
        typer.echo("quotex: stopped; run the same command again to go on from here", err=True)
        raise typer.Exit(130) from None
    _tell(result, output)


def _set_apart(options: dict[str, Any]) -> dict[str, Any]:
    """Return the options that differ from the defaults: only these belong to the job."""
    from quotex.options import defaults, engine_defaults

    usual = defaults() | engine_defaults()
    return {
        name: [str(path) for path in value] if name == "lexicon" else value
        for name, value in options.items()
        if value != usual[name]
    }


def _tell(result: Result, output: Path) -> None:
    counts = result.counts
    typer.echo(
        f"{counts.articles:,} articles, {counts.quotations:,} quotations, {counts.failures:,} "
        f"failures in {output}",
        err=True,
    )
    for reason in result.refused.values():
        typer.echo(f"quotex: {reason}", err=True)
    if counts.failures or result.refused:
        raise typer.Exit(1 if counts.articles > counts.failures else 3)
