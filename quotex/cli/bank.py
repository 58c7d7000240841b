"""``quotex bank``: add, search, stats, export."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from quotex.cli.bank_options import (
    AfterOption,
    BankArgument,
    BeforeOption,
    IdentitiesOption,
    JsonOption,
    RecordsArgument,
    SpeakerOption,
    as_json,
    read_identities,
)
from quotex.cli.records import Records

bank = typer.Typer(
    name="bank",
    help="Keep the quotations of many articles in one file, and search them.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@bank.command()
def add(file: BankArgument, records: RecordsArgument, identities: IdentitiesOption = None) -> None:
    """Add articles to a bank, which is created if it does not exist.

    An article already in the bank is skipped; a newer version of it, with the same id, replaces
    the old one. However the command ends, the bank stays consistent; run it again to continue.
    """
    from quotex.bank.bank import Bank
    from quotex.write.plain import counted

    given, is_new = Records(records), not file.exists()
    with Bank(file) as opened:
        added = opened.add(given, identities=read_identities(identities))
    typer.echo(
        f"{counted(added.added, 'article')} added, {added.replaced:,} replaced, "
        f"{added.unchanged:,} unchanged, {added.failed:,} skipped because they could not be read",
        err=True,
    )
    if is_new and not given.count and identities is None:
        file.unlink()  # nobody asked for an empty bank
    given.report_failures()


@bank.command()
def search(
    file: BankArgument,
    words: Annotated[
        str,
        typer.Argument(help="Words, all of which must occur; put a phrase “in quotation marks”."),
    ] = "",
    speaker: SpeakerOption = None,
    after: AfterOption = None,
    before: BeforeOption = None,
    publisher: Annotated[
        str | None, typer.Option(metavar="NAME", help="The publisher, as the articles give it.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="The most quotations to print.")] = 20,
    json_: JsonOption = False,
) -> None:
    """Print the quotations of a bank that contain all the words, the best matches first."""
    from quotex.bank.bank import Bank
    from quotex.write.bank_text import bank_quotations_text

    with Bank(file, read_only=True) as opened:
        found = opened.search(
            words, speaker=speaker, after=after, before=before, publisher=publisher, limit=limit
        )
    typer.echo(as_json(found) if json_ else bank_quotations_text(found))


@bank.command()
def stats(file: BankArgument, json_: JsonOption = False) -> None:
    """Print how much a bank contains."""
    from quotex.bank.bank import Bank

    with Bank(file, read_only=True) as opened:
        found = opened.stats()
    if json_:
        typer.echo(as_json(found))
        return
    for name, value in found:
        shown = f"{value:,}" if isinstance(value, int) else str(value or "unknown")
        typer.echo(f"{name:<12}{shown}")


@bank.command()
def export(
    file: BankArgument,
    output: Annotated[
        Path,
        typer.Argument(
            metavar="OUTPUT",
            help="A .jsonl file (one article per line), a .parquet file (one row per quotation), "
            "or - for JSON Lines on standard output.",
        ),
    ],
) -> None:
    """Write all articles of a bank to another file."""
    from quotex.bank.bank import Bank
    from quotex.write.plain import counted

    with Bank(file, read_only=True) as opened:
        if str(output) == "-":
            opened.write_json_lines(sys.stdout)
            return
        count = opened.export(output)
    typer.echo(f"{counted(count, 'article')} in {output}", err=True)
