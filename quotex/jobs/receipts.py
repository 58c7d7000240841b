"""Receipts of finished parts; a part with a receipt is not read again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from quotex.errors import OptionError
from quotex.jobs.files import write_json
from quotex.jobs.parts import PART_NUMBER

RECEIPTS = "receipts"
"""The folder of the receipts."""

RECEIPT_NAME = rf"{PART_NUMBER}\.json"
"""A regular expression for the names of receipts."""

FAILURES = "failures.jsonl"
"""The file that lists the failures of all parts."""


@dataclass(frozen=True, slots=True)
class Failed:
    """An article that is missing from the output, or has an error there.

    ``row`` counts the rows of its input from 0.
    """

    article_id: str
    input: str
    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """One finished part: its rows and input, and what was found in them.

    ``first`` counts the rows of all inputs; ``digest`` shows whether the rows have changed since
    they were read.
    """

    part: int
    file: str
    input: str
    first: int
    rows: int
    digest: str
    quotations: int
    words: int
    duplicate_ids: int
    failures: tuple[Failed, ...]


class Receipts:
    """The receipts in a job's folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / RECEIPTS
        self._folder.mkdir(exist_ok=True)

    def add(self, receipt: Receipt) -> None:
        """Write a receipt, which marks the part as done."""
        write_json(self._path(receipt.part), asdict(receipt))

    def of(self, part: int) -> Receipt | None:
        """Return the receipt of a part, or None if it is not done yet.

        Raises:
            OptionError: the file is not a receipt.
        """
        path = self._path(part)
        if not path.exists():
            return None
        try:
            values = json.loads(path.read_bytes())
            failures = tuple(Failed(**failed) for failed in values.pop("failures"))
            return Receipt(**values, failures=failures)
        except (ValueError, TypeError, KeyError):
            raise OptionError(
                f"{path}: not the receipt of a finished part; remove it to read the part again"
            ) from None

    def all(self) -> Iterator[Receipt]:
        """Yield the receipts of the finished parts, in order."""
        for path in sorted(self._folder.glob("*.json")):
            is_own = re.fullmatch(RECEIPT_NAME, path.name) is not None
            if is_own and (found := self.of(int(path.stem))) is not None:
                yield found

    def _path(self, part: int) -> Path:
        return self._folder / f"{part:06d}.json"
