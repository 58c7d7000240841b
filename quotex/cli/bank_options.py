"""Arguments and options shared by the commands that use a quote bank."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from quotex.errors import InputError


def _day(given: str | None) -> str | None:
    """Reject an invalid day before anything is opened."""
    from quotex.bank.searching import as_day

    if given is not None:
        try:
            as_day("day", given)
        except InputError:
            raise typer.BadParameter(f"{given!r} is not a day; write it as YYYY-MM-DD") from None
    return given


BankArgument = Annotated[Path, typer.Argument(metavar="BANK", help="The file of the bank.")]
RecordsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="RECORDS…",
        help="Extractions: JSON or JSON Lines (also .gz and .zst), Parquet with one row per "
        "article, the output folder of quotex batch, or - for standard input.",
    ),
]
SpeakerOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="The speaker; short forms of the name match.")
]
AfterOption = Annotated[
    str | None,
    typer.Option(metavar="DATE", callback=_day, help="The first day of speech, YYYY-MM-DD."),
]
BeforeOption = Annotated[
    str | None,
    typer.Option(metavar="DATE", callback=_day, help="The last day of speech, YYYY-MM-DD."),
]
IdentitiesOption = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help='Who is who: a JSON list of {"id": "Q42", "name": "…", "aliases": ["…"]}.',
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def read_identities(path: Path | None) -> list[Any]:
    """Return the rows of a file of identities.

    Raises:
        InputError: it cannot be read, or is not a JSON list.
    """
    if path is None:
        return []
    try:
        rows = json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from None
    except ValueError as error:
        raise InputError(f"{path}: not JSON ({error})") from None
    if not isinstance(rows, list):
        raise InputError(f"{path}: expected a JSON list of identities")
    return rows


def as_json(records: Any) -> str:
    """Return a record, or a list of records, as JSON to print."""
    if isinstance(records, list):
        data: Any = [record.model_dump(mode="json", by_alias=True) for record in records]
    else:
        data = records.model_dump(mode="json", by_alias=True)
    return json.dumps(data, ensure_ascii=False, indent=2)
