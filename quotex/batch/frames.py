"""A table of articles in, a table of quotations of the same kind out."""

from __future__ import annotations

import sys
import warnings
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from quotex.batch.settings import Settings
from quotex.batch.workers import read_in_processes
from quotex.errors import OptionError
from quotex.result import Extraction
from quotex.tables.columns import Columns
from quotex.tables.frame import Frame
from quotex.tables.frames import frame_of
from quotex.tables.rows import Row, RowReader, read_rows
from quotex.write.plain import counted
from quotex.write.rows import rows

if TYPE_CHECKING:
    from quotex.extractor import Extractor

_TEXT_NOTICES = frozenset({"unpaired-mark", "not-english"})  # notices about texts, not the table


def extract(
    table: Any,
    *,
    text: Hashable | None = None,
    id: Hashable | None = None,
    published: Hashable | None = None,
    title: Hashable | None = None,
    url: Hashable | None = None,
    publisher: Hashable | None = None,
    day_first: bool | None = None,
    extractor: Extractor | None = None,
    processes: int = 1,
    progress: bool = True,
    **options: Any,
) -> Any:
    """Return the quotations of a table of articles as a table of the same type, one row for each.

    Its columns are those of ``to_pandas``, followed by the table's other columns. One warning sums
    up the articles that could not be read and anything odd; ``quotex.extractions`` gives the
    details for each article.

    Args:
        table: a pandas or polars data frame, an Arrow table or record batch, a dict of columns,
            or a list of dicts, texts or articles (which gives a list of dicts).
        text: the column with the articles' texts, by default "text". The same goes for ``id``,
            ``published``, ``title``, ``url`` and ``publisher``, which may be missing.
        id: the column with names for the articles; whole numbers are fine.
        published: the column with days of publication: dates, timestamps, or text such as
            "2024-05-09", "9 May 2024", "Thu, 09 May 2024 07:00:00 GMT".
        title: the column with headlines.
        url: the column with addresses.
        publisher: the column with publishers.
        day_first: whether "9/5/2024" is in May; if not given, such a day is not read.
        extractor: an extractor made by ``quotex.load``; by default one is made from ``options``.
        processes: the number of processes, each with its own models.
        progress: whether to show a progress bar.
        options: the arguments of ``quotex.load``, including ``model``.

    Raises:
        InputError: it is not a table of articles, or a column does not exist.
        OptionError: an option has an invalid value, or both an extractor and options are given.
    """
    columns = Columns(
        text=text, id=id, published=published, title=title, url=url, publisher=publisher
    )
    frame = frame_of(table)
    reader = RowReader(day_first)
    found = _read(frame, columns, reader, extractor, options, processes, progress)
    _warn(found)
    numbers = [n for n, extraction in enumerate(found) for _ in extraction.quotations]
    return frame.output_like(list(rows(found)), numbers, frame.other_columns(columns))


def extractions(
    table: Any,
    *,
    text: Hashable | None = None,
    id: Hashable | None = None,
    published: Hashable | None = None,
    title: Hashable | None = None,
    url: Hashable | None = None,
    publisher: Hashable | None = None,
    day_first: bool | None = None,
    extractor: Extractor | None = None,
    processes: int = 1,
    progress: bool = True,
    **options: Any,
) -> list[Extraction]:
    """Return an extraction for each row of a table of articles, in order; see ``extract``.

    The ``notices`` of each say what is odd in its row, and its ``error`` why it cannot be read.
    """
    columns = Columns(
        text=text, id=id, published=published, title=title, url=url, publisher=publisher
    )
    reader = RowReader(day_first)
    return _read(frame_of(table), columns, reader, extractor, options, processes, progress)


def _read(
    frame: Frame,
    columns: Columns,
    reader: RowReader,
    extractor: Extractor | None,
    options: Mapping[str, Any],
    processes: int,
    progress: bool,
) -> list[Extraction]:
    """Return an extraction for each row; ``options`` are those for making an extractor."""
    if not isinstance(processes, int) or processes < 1:
        raise OptionError(f"processes={processes!r}: expected a number of processes, 1 or more")
    if extractor is not None and options:
        raise OptionError(
            f"{next(iter(options))}= is an option for making an extractor, but extractor= already "
            "has its own; give only one of the two"
        )
    read = [reader.read(cells) for cells in frame.cells(columns)]
    model = options.get("model")
    rest = {name: value for name, value in options.items() if name != "model"}
    source = extractor or Settings(model=model, options=rest)
    if processes == 1 or len(read) < 2:
        chosen = source.extractor() if isinstance(source, Settings) else source
        made: Iterator[Extraction] = read_rows(chosen, read)
    else:
        made = read_in_processes(source, read, processes)
    return list(_with_progress(made, read) if progress else made)


def _warn(found: list[Extraction]) -> None:
    """Give one warning for the articles that could not be read and for anything odd."""
    failed = [e for e in found if e.error is not None]
    odd = Counter(n.code for e in found for n in e.notices if n.code not in _TEXT_NOTICES)
    parts = []
    if failed:
        of = counted(len(found), "article")
        first = f"the first is {failed[0].article.id}: {failed[0].error}"
        parts.append(f"{len(failed):,} of {of} could not be read; {first}")
    if odd:
        parts.append("notices: " + ", ".join(f"{n} {code}" for code, n in sorted(odd.items())))
    if parts:
        line = "; ".join(parts)
        warnings.warn(f"{line} (quotex.extractions lists them for each article)", stacklevel=3)


def _with_progress(made: Iterable[Extraction], read: list[Row]) -> Iterator[Extraction]:
    """Yield the extractions, and show the progress."""
    quotations = failed = 0
    with _bar(len(read)) as bar:
        for extraction in made:
            quotations += len(extraction.quotations)
            failed += extraction.error is not None
            bar.set_postfix(quotations=quotations, failed=failed, refresh=False)
            bar.update()
            yield extraction


def _bar(total: int) -> Any:
    """Return a progress bar for a notebook that can show one, else for a terminal."""
    from importlib.util import find_spec

    from tqdm.std import tqdm

    if "ipykernel" in sys.modules and find_spec("ipywidgets") is not None:
        from tqdm.notebook import tqdm
    return tqdm(total=total, unit=" articles", desc="quotex")
