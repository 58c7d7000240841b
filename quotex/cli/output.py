"""What ``quotex extract`` prints or writes, by ``--format``."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from quotex.errors import InputError

if TYPE_CHECKING:
    from quotex.result import Extraction


class OutputFormat(StrEnum):
    """The values of ``--format``."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    html = "html"
    tsv = "tsv"
    web_annotation = "web-annotation"
    schema_org = "schema-org"
    brat = "brat"


def check_folder(output: OutputFormat, folder: Path | None) -> None:
    """Reject a folder that would stay empty, and the brat format without a folder."""
    if output is OutputFormat.brat and folder is None:
        raise typer.BadParameter("--format brat writes files; give a folder with --output FOLDER")
    if output is not OutputFormat.brat and folder is not None:
        raise typer.BadParameter(f"--output is for --format brat; {output.value} is printed")


def show(found: list[Extraction], output: OutputFormat, folder: Path | None) -> None:
    """Print the extractions, or write them to the folder.

    Raises:
        InputError: the folder has other files with the same names.
    """
    if folder is not None:
        _write_brat(found, folder)
    else:
        _PRINTERS[output](found)


def report_notices(found: list[Extraction], output: OutputFormat) -> None:
    """Print the notices of each article to standard error, unless the output contains them."""
    from quotex.write.plain import one_line

    if output in _WITH_NOTICES:
        return
    for extraction in found:
        for notice in extraction.notices:
            name = one_line(extraction.article.id)
            typer.echo(f"quotex: {name}: {one_line(notice.message)} ({notice.code})", err=True)


def _table(found: list[Extraction]) -> None:
    from quotex.write.plain import TABLE_WIDTH, table

    width = shutil.get_terminal_size((TABLE_WIDTH, 0)).columns
    typer.echo(table(found, width=width))


def _json(found: list[Extraction]) -> None:
    _one_or_list([extraction.to_dict() for extraction in found])


def _json_lines(found: list[Extraction]) -> None:
    for extraction in found:
        typer.echo(extraction.to_json())


def _csv(found: list[Extraction]) -> None:
    from quotex.write.rows import to_csv

    to_csv(found, sys.stdout)


def _html(found: list[Extraction]) -> None:
    from quotex.views.show import show

    typer.echo(show(found).html(), nl=False)


def _tsv(found: list[Extraction]) -> None:
    from quotex.exports.tsv import to_tsv

    typer.echo(to_tsv(found), nl=False)


def _web_annotation(found: list[Extraction]) -> None:
    from quotex.exports.web_annotation import to_web_annotation

    _one_or_list([to_web_annotation(extraction) for extraction in found])


def _schema_org(found: list[Extraction]) -> None:
    from quotex.exports.schema_org import to_schema_org

    _one_or_list([to_schema_org(extraction) for extraction in found])


def _one_or_list(data: list[dict[str, Any]]) -> None:
    typer.echo(json.dumps(data[0] if len(data) == 1 else data, ensure_ascii=False, indent=2))


_WITH_NOTICES = {OutputFormat.json, OutputFormat.jsonl, OutputFormat.html}
_PRINTERS: dict[OutputFormat, Callable[[list[Extraction]], None]] = {
    OutputFormat.table: _table,
    OutputFormat.json: _json,
    OutputFormat.jsonl: _json_lines,
    OutputFormat.csv: _csv,
    OutputFormat.html: _html,
    OutputFormat.tsv: _tsv,
    OutputFormat.web_annotation: _web_annotation,
    OutputFormat.schema_org: _schema_org,
}


def _write_brat(found: list[Extraction], folder: Path) -> None:
    """Write each article's two files and brat's configuration, without changing existing files."""
    from quotex.exports.brat import brat_configuration, to_brat

    files = {"annotation.conf": brat_configuration()}
    for extraction in found:
        name = _free_name(extraction.article.id, files)
        files[f"{name}.txt"], files[f"{name}.ann"] = to_brat(extraction)
    for name, data in files.items():
        path = folder / name
        if path.exists() and path.read_bytes() != data.encode("utf-8"):
            raise InputError(f"{path}: already exists with other content; give an empty folder")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (folder / name).write_bytes(data.encode("utf-8"))
    except OSError as error:
        raise InputError(f"{folder}: cannot be written ({error.strerror})") from None
    documents = "1 document" if len(found) == 1 else f"{len(found):,} documents"
    typer.echo(f"{documents} in {folder}", err=True)


def _free_name(identity: str, taken: dict[str, str]) -> str:
    """Return a name for the article's files that no earlier article has."""
    base = "".join(c if c.isalnum() or c in "._-" else "_" for c in identity)
    name, number = base, 1
    while f"{name}.txt" in taken:
        number += 1
        name = f"{base}-{number}"
    return name
