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
    """The values of ``--format``."""

    parquet = "parquet"
    jsonl = "jsonl"


class TableForm(StrEnum):
    """The values of ``--form``."""

    articles = "articles"
    quotations = "quotations"


def _column(of: str) -> Any:
    return typer.Option(metavar="COLUMN", help=f"The column with the articles' {of}.")


@with_load_options()
def batch(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT…",
            help="JSON Lines, CSV or Parquet files (also .gz and .zst), folders of .txt and .html "
            "files, or - for JSON Lines from standard input.",
        ),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="The folder for the output.")
    ],
    text_column: Annotated[str | None, _column("texts")] = None,
    id_column: Annotated[str | None, _column("ids")] = None,
    published_column: Annotated[str | None, _column("days of publication")] = None,
    title_column: Annotated[str | None, _column("titles")] = None,
    url_column: Annotated[str | None, _column("addresses")] = None,
    publisher_column: Annotated[str | None, _column("publishers")] = None,
    day_first: Annotated[
        bool | None,
        typer.Option("--day-first/--month-first", help="How to read a day like 9/5/2024."),
    ] = None,
    output_format: Annotated[
        FileFormat, typer.Option("--format", "-f", help="The file format of the parts.")
    ] = FileFormat.parquet,
    form: Annotated[
        TableForm, typer.Option(help="One row per article, or one per quotation.")
    ] = TableForm.articles,
    workers: Annotated[
        int | None, typer.Option(help="The number of worker processes; by default one per core.")
    ] = None,
    part_rows: Annotated[int, typer.Option(help="Input rows per part.")] = 512,
    time_limit: Annotated[float, typer.Option(help="Seconds that one article may take.")] = 120.0,
    memory_limit: Annotated[
        int | None, typer.Option(help="Megabytes that a worker may use (Linux).")
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Start over in a folder that has other output.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Do not show progress.")] = False,
    model: ModelOption = None,
    **options: Any,
) -> None:
    """Read very many articles into a folder; run it again to continue where it stopped.

    The folder gets part-*.parquet (or .jsonl), manifest.json and failures.jsonl, which lists the
    articles that could not be read and why. Exit code 1: some of the input could not be read;
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
        options=_non_default(for_load(options)),
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
        typer.echo("quotex: stopped; run the same command again to continue from here", err=True)
        raise typer.Exit(130) from None
    _report(result, output)


def _non_default(options: dict[str, Any]) -> dict[str, Any]:
    """Return the options that differ from the defaults, the only ones recorded in the job."""
    from quotex.options import defaults, engine_defaults

    usual = defaults() | engine_defaults()
    return {
        name: [str(path) for path in value] if name == "lexicon" else value
        for name, value in options.items()
        if value != usual[name]
    }


def _report(result: Result, output: Path) -> None:
    from quotex.write.plain import counted

    counts = result.counts
    articles = counted(counts.articles, "article")
    quotations = counted(counts.quotations, "quotation")
    failures = counted(counts.failures, "failure")
    typer.echo(f"{articles}, {quotations}, {failures} in {output}", err=True)
    for reason in result.refused.values():
        typer.echo(f"quotex: {reason}", err=True)
    if counts.failures or result.refused:
        raise typer.Exit(1 if counts.articles > counts.failures else 3)
