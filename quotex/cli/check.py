"""``quotex check`` and ``quotex link``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quotex.cli.bank_options import (
    AfterOption,
    BeforeOption,
    IdentitiesOption,
    JsonOption,
    RecordsArgument,
    SpeakerOption,
    as_json,
    read_identities,
)
from quotex.cli.records import Records


def check(
    words: Annotated[str, typer.Argument(help="The words attributed to somebody.")],
    bank: Annotated[Path, typer.Option(metavar="BANK", help="The file of the bank.")],
    speaker: SpeakerOption = None,
    after: AfterOption = None,
    before: BeforeOption = None,
    json_: JsonOption = False,
) -> None:
    """Check whether words are on record in a bank: verbatim, altered, or somebody else's.

    Prints the verdict with its reason, the changes, and the nearest quotations. No score decides
    whether words are verbatim: they are the same, or they are not.
    """
    from quotex.checking.check import check as check_words
    from quotex.write.bank_text import check_text

    made = check_words(words, bank=bank, speaker=speaker, after=after, before=before)
    typer.echo(as_json(made) if json_ else check_text(made))


def link(
    records: RecordsArgument, identities: IdentitiesOption = None, json_: JsonOption = False
) -> None:
    """Print which quotations, within and across articles, report the same utterance."""
    from quotex.linking.link import link as link_quotations
    from quotex.write.bank_text import utterances_text

    given = Records(records)
    found = link_quotations(given, identities=read_identities(identities))
    if given.count or not given.failures:
        typer.echo(as_json(found) if json_ else utterances_text(found))
    given.report_failures()
