"""Cells: a missing value is recognised however a library represents it."""

from __future__ import annotations

from datetime import datetime

import numpy as np
import pandas as pd
import pytest

from quotex.tables.cells import as_string, is_empty, plain


@pytest.mark.parametrize(
    "cell",
    [
        None, float("nan"), np.nan, np.float32("nan"), pd.NA, pd.NaT, np.datetime64("NaT"),
        "", "  ", "nan", "NaN", "None", "NaT", "<NA>", "null",
    ],
    ids=repr,
)  # fmt: skip
def test_empty_cells_are_none(cell: object) -> None:
    assert is_empty(plain(cell))
    assert as_string(plain(cell)) is None


@pytest.mark.parametrize(
    ("cell", "word"),
    [
        (17, "17"),
        (17.0, "17"),
        (17.5, "17.5"),
        (0, "0"),
        (np.int64(17), "17"),
        (np.float64(17), "17"),
        (True, "True"),
        (" a-17 ", "a-17"),
        ("0017", "0017"),
        ("17.0", "17.0"),
        (np.str_("a"), "a"),
        (b"caf\xc3\xa9", "café"),
        (b"caf\xe9", "caf\ufffd"),
    ],
    ids=repr,
)
def test_words(cell: object, word: str) -> None:
    assert not is_empty(plain(cell))
    assert as_string(plain(cell)) == word


def test_numpy_datetimes_are_converted() -> None:
    assert plain(np.datetime64("2024-05-09T12:00:00.123456789")) == datetime(
        2024, 5, 9, 12, 0, 0, 123456
    )
