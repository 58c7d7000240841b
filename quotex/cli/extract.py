"""``quotex extract``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quotex.cli.options import ModelOption, for_load, with_load_options
from quotex.cli.output import OutputFormat, check_folder, report_notices, show
from quotex.errors import InputError, QuotexError, ReadingError

if TYPE_CHECKING:
    from quotex.extractor import Extractor
    from quotex.result import Extraction


def _day(given: str | None) -> str | None:
    """Reject an invalid day before anything is loaded or read."""
    from quotex.tables.days import given_day

    if given is not None:
        try:
            given_day(given)
        except InputError:
            raise typer.BadParameter(f"{given!r} is not a day; write it as YYYY-MM-DD") from None
    return given


@with_load_options()
def extract(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE…",
            help="Text files in UTF-8, or pages (.html, .htm); - reads text from standard input.",
        ),
    ],
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", callback=_day, help="Day of publication, YYYY-MM-DD."),
    ] = None,
    title: Annotated[str | None, typer.Option(help="The headline, if the text lacks it.")] = None,
    output: Annotated[
        OutputFormat, typer.Option("--format", "-f", help="What to print.")
    ] = OutputFormat.table,
    folder: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FOLDER", help="The folder for brat's files."),
    ] = None,
    model: ModelOption = None,
    **options: Any,
) -> None:
    """Print the quotations of news articles.

    Each file is one article. Its id is the file's name without the ending, or the path as given if
    that is not unique. If some files cannot be read, the others are still printed, and the exit
    code is 1.
    """
    import quotex
    from quotex.read.files import table_form

    check_folder(output, folder)
    for name in files:
        form = table_form(name)
        if form is not None:
            shown = "standard input" if name == "-" else name
            again = f"quotex batch {name} -o FOLDER"
            typer.echo(
                f"quotex: {shown}: {form}, expected the text of one article; use: {again}", err=True
            )
            raise typer.Exit(2)
    extractor = quotex.load(model, **for_load(options))
    failures: list[QuotexError] = []
    found = list(_extractions(extractor, files, published, title, failures))
    if found or not failures:
        show(found, output, folder)
        report_notices(found, output)
    for error in failures:
        typer.echo(f"quotex: {error}", err=True)
    if failures:
        raise typer.Exit(1 if found else 3)


def _extractions(
    extractor: Extractor,
    files: Sequence[str],
    published: str | None,
    title: str | None,
    failures: list[QuotexError],
) -> Iterator[Extraction]:
    from quotex.extractor import known_error
    from quotex.read.files import read_article

    ids = _ids(files)
    for name in files:
        try:
            article = read_article(name, extractor.options.max_chars)
            yield extractor(article, published=published, title=title, id=ids.get(name))
        except Exception as error:  # noqa: BLE001  # must not affect the other files
            failures.append(_named(name, known_error(error)))


def _ids(files: Sequence[str]) -> dict[str, str]:
    """Return an id for each file: its name without the ending, or its path if that is not unique.

    Standard input has none.
    """
    from quotex.read.files import encodable

    stems = {name: Path(name).stem for name in files if name != "-"}
    uses = Counter([*stems.values(), *stems])
    ids = {name: stem if uses[stem] == 1 else name for name, stem in stems.items()}
    return {name: encodable(id_) for name, id_ in ids.items()}


def _named(name: str, error: QuotexError) -> QuotexError:
    """Return an error with the file's name in it; raise one that does not concern a single file."""
    if not isinstance(error, (InputError, ReadingError)):
        raise error
    return error if name in str(error) else type(error)(f"{name}: {error.args[0]}")
