"""Turns the rows of a table into articles.

No row is lost: anything odd becomes a notice, and a failure an error.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from quotex.articles import as_article
from quotex.errors import InputError, QuotexError, one_line
from quotex.languages.data import DEFAULT_LANGUAGE
from quotex.languages.times import time_tables
from quotex.records import Article, Notice, NoticeCode
from quotex.result import Extraction
from quotex.tables.cells import Unreadable, as_string, is_empty, plain
from quotex.tables.days import as_day
from quotex.tables.texts import path_notice

if TYPE_CHECKING:
    from quotex.extractor import Extractor


@dataclass(frozen=True, slots=True)
class Row:
    """One row as an article, or the reason why it is not one.

    ``number`` counts the rows of the table from 0.
    """

    number: int
    id: str
    article: Article | None = None
    notices: tuple[Notice, ...] = ()
    error: str | None = None


@dataclass(slots=True)
class RowReader:
    """Reads the rows of one table in turn, remembering earlier ids and texts.

    ``day_first`` says how to read days like "9/5/2024". With ``note_duplicates``, an id or a text
    from an earlier row leads to a notice. ``number`` is the number of the next row, from which a
    row that has no id and cannot be read gets its name.
    """

    day_first: bool | None = None
    note_duplicates: bool = True
    number: int = 0
    _ids: dict[str, int] = field(default_factory=dict)
    _texts: dict[str, int] = field(default_factory=dict)

    def read(self, cells: Mapping[str, Any]) -> Row:
        """Return the row with these cells, which are keyed by the fields of an article."""
        number, self.number = self.number, self.number + 1
        name = f"row-{number}"
        notices: list[Notice] = []
        try:
            values = {key: plain(cell) for key, cell in cells.items()}
            given = _string(values, "id", notices)
            name = given or name
            article = self._article(values, given, notices)
            if self.note_duplicates:
                self._check_duplicates(article, number, given, notices)
            return Row(number, article.id, article, tuple(notices))
        except QuotexError as error:
            return Row(number, name, None, tuple(notices), str(error))
        except Exception as error:  # noqa: BLE001  # the other rows must still be read
            message = one_line(error)
            reason = f"the row cannot be read ({type(error).__name__}: {message})"
            return Row(number, name, None, tuple(notices), str(InputError(reason)))

    def _article(
        self, values: Mapping[str, object], given: str | None, notices: list[Notice]
    ) -> Article:
        fields: dict[str, object] = {"text": _text(values.get("text"), notices)}
        if given is not None:
            fields["id"] = given
        for name in ("title", "url", "publisher"):
            fields[name] = _string(values, name, notices)
        published = values.get("published")
        if not is_empty(published):
            try:
                fields["published"] = as_day(_require_readable(published), day_first=self.day_first)
            except (InputError, ValueError, OverflowError) as error:
                reason = error.args[0] if error.args else type(error).__name__
                notices.append(_notice("unread-day", f"no day of publication: {reason}"))
        return as_article(fields)

    def _check_duplicates(
        self, article: Article, number: int, given: str | None, notices: list[Notice]
    ) -> None:
        first = self._ids.setdefault(article.id, number)
        if first != number and given is not None:
            message = (
                f"row {first} also has the id {article.id!r}; give each article an id of its own"
            )
            notices.append(_notice("duplicate-id", message))
        first = self._texts.setdefault(article.text_sha256, number)
        if first != number:
            message = f"row {first} has the same text; its words are counted twice"
            notices.append(_notice("duplicate-text", message))


def read_rows(extractor: Extractor, rows: Iterable[Row]) -> Iterator[Extraction]:
    """Yield the extraction of each row, in order; the rows are consumed in batches."""
    waiting: deque[Row] = deque()

    def articles() -> Iterator[Article]:
        for row in rows:
            waiting.append(row)
            if row.article is not None:
                yield row.article

    for extraction in extractor.pipe(articles()):
        while waiting[0].article is None:
            yield _failed(extractor, waiting.popleft())
        yield _with_notices(extraction, waiting.popleft())
    while waiting:
        yield _failed(extractor, waiting.popleft())


def names_weekdays(text: str) -> bool:
    """Whether a text names a day of the week, which only a day of publication can resolve."""
    return _weekdays().search(text) is not None


@cache
def _weekdays() -> re.Pattern[str]:
    names = [n for n in time_tables(DEFAULT_LANGUAGE).weekdays if len(n) > 4]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})s?\b", re.IGNORECASE)


def _failed(extractor: Extractor, row: Row) -> Extraction:
    made_by = extractor.pipeline.made_by
    failed = Extraction.failed(row.id, row.error or "", made_by=made_by)
    return failed.model_copy(update={"notices": row.notices}) if row.notices else failed


def _with_notices(extraction: Extraction, row: Row) -> Extraction:
    notices = list(row.notices)
    text = row.article.text if row.article is not None else ""
    if extraction.error is None and extraction.article.published is None and names_weekdays(text):
        message = (
            "the text names weekdays, but its day of publication is unknown, so they have no date; "
            "name the column of days, for example published='date'"
        )
        notices.append(_notice("no-day", message))
    if not notices:
        return extraction
    return extraction.model_copy(update={"notices": (*extraction.notices, *notices)})


def _text(cell: object, notices: list[Notice]) -> str:
    cell = _require_readable(cell)
    if isinstance(cell, bytes):
        try:
            cell = cell.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise InputError(
                f"the text is bytes that are not UTF-8 (0x{cell[error.start]:02x} at "
                f"{error.start}); decode the column first"
            ) from None
    if is_empty(cell):
        notices.append(_notice("no-text", "there is no text in this row"))
        raise InputError("there is no text; the row has no article")
    if not isinstance(cell, str):
        raise InputError(
            f"the text is of type {type(cell).__name__}, expected a string; is this the right "
            "column? Name it with text="
        )
    path = path_notice(cell)
    if path is not None:
        notices.append(path)
        raise InputError(path.message)
    return cell


def _string(values: Mapping[str, object], name: str, notices: list[Notice]) -> str | None:
    cell = values.get(name)
    if isinstance(cell, Unreadable):
        notices.append(_notice("not-text", f"the {name} cannot be read: {cell.reason}"))
        return None
    return as_string(cell)


def _require_readable(cell: object) -> object:
    if isinstance(cell, Unreadable):
        raise InputError(cell.reason)
    return cell


def _notice(code: NoticeCode, message: str) -> Notice:
    return Notice(code=code, message=message)
