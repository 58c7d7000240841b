"""``quotex``: extract, batch, serve, link, bank, check, evaluate, schema, info.

Exit codes: 0 done; 1 some input could not be read, the rest is done; 2 wrong usage; 3 nothing could
be read; 4 the language model or a lexicon is missing or unusable.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from quotex import __version__
from quotex.cli.bank import bank
from quotex.cli.batch import batch
from quotex.cli.check import check, link
from quotex.cli.evaluate import evaluate
from quotex.cli.extract import extract
from quotex.cli.info import info, schema
from quotex.cli.serve import serve
from quotex.errors import InputError, QuotexError

app = typer.Typer(
    name="quotex",
    help="Who said what, when and where: read news, print every quotation.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(extract)
app.command()(batch)
app.command()(serve)
app.command()(link)
app.add_typer(bank)
app.command()(check)
app.command()(evaluate)
app.command()(schema)
app.command()(info)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"quotex {__version__}")
        raise typer.Exit


@app.callback()
def quotex(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Who said what, when and where: read news, print every quotation.

    Exit codes: 0 done; 1 some of the input could not be read; 2 wrong usage; 3 nothing could be
    read; 4 the language model or a lexicon is missing or unusable.
    """


def main() -> None:
    """Run the command line; an error is reported in one line on standard error."""
    _use_utf8()
    try:
        app()
    except QuotexError as error:
        typer.echo(f"quotex: {error}", err=True)
        raise SystemExit(3 if isinstance(error, InputError) else 4) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None


def _use_utf8() -> None:
    """Write UTF-8 whatever the locale, since the output is data."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
