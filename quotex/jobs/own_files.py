"""The files in a job's folder that are its own; all others are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from quotex.errors import OptionError
from quotex.jobs.manifest import MANIFEST_NAME
from quotex.jobs.parts import PART_NAME
from quotex.jobs.receipts import FAILURES, RECEIPT_NAME, RECEIPTS
from quotex.jobs.seen import IDS
from quotex.write.files import UNFINISHED

_LIKE_PARTS = ("part-*.parquet", "part-*.jsonl")  # what is read as the output of a job
_NAMES = (
    rf"{PART_NAME}|{re.escape(IDS)}(?:-wal|-shm|-journal)?|{re.escape(FAILURES)}|"
    rf"{re.escape(MANIFEST_NAME)}"
)
_BEING_WRITTEN = rf"\.[0-9]+{re.escape(UNFINISHED)}"


def check_other_files(folder: Path) -> None:
    """Reject a folder in which other files would be mistaken for the job's own.

    Raises:
        OptionError: there is such a file.
    """
    own = set(_own_files(folder))
    for path in sorted(path for pattern in _LIKE_PARTS for path in folder.glob(pattern)):
        if path not in own:
            raise OptionError(
                f"{path}: not written by quotex, but named like a part, so it would be read as "
                "output; rename or move it, or give another folder"
            )
    receipts = folder / RECEIPTS
    if receipts.exists() and not receipts.is_dir():
        raise OptionError(
            f"{receipts}: a file, expected a folder of receipts; rename or move it, or give "
            "another folder"
        )


def remove_output(folder: Path) -> None:
    """Remove what an earlier job wrote, the manifest last, so that this can be interrupted."""
    for path in _own_files(folder):
        if path.name != MANIFEST_NAME:
            path.unlink()
    with suppress(OSError):  # there are other files in it, or it does not exist
        (folder / RECEIPTS).rmdir()
    (folder / MANIFEST_NAME).unlink(missing_ok=True)


def remove_unfinished(folder: Path) -> None:
    """Remove the files that a killed job had not finished writing."""
    for path in _own_files(folder, _BEING_WRITTEN):
        path.unlink(missing_ok=True)


def _own_files(folder: Path, ending: str = "") -> Iterator[Path]:
    """Yield the job's own files; ``ending``, a regular expression, is what their names end in."""
    for where, names in ((folder, _NAMES), (folder / RECEIPTS, RECEIPT_NAME)):
        own = re.compile(f"(?:{names}){ending}")
        yield from [p for p in where.glob("*") if own.fullmatch(p.name) and p.is_file()]
