"""``quotex extract --engine stanza``, as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .test_extract import TEXT, quotex

pytestmark = pytest.mark.model


def test_extract_reads_with_stanza(stanza_models: Path) -> None:
    code, out, err = quotex(
        "extract", "-", "-f", "json", "--engine", "stanza", "--stanza-dir", stanza_models,
        "--published", "2024-05-09", stdin=TEXT.encode(),
    )  # fmt: skip
    assert (code, err) == (0, "")
    (quotation,) = json.loads(out)["quotations"]
    assert quotation["content"] == [{"start": 0, "end": 25, "text": "The ferry will sail again"}]
    assert quotation["speaker"]["name"] == "Ada Brook"
    assert quotation["date"]["from"] == "2024-05-06"


def test_a_folder_without_models_gives_a_one_line_error(tmp_path: Path) -> None:
    pytest.importorskip("stanza", reason="the extra stanza is not installed")
    code, out, err = quotex(
        "extract", "-", "--engine", "stanza", "--stanza-dir", tmp_path, stdin=TEXT.encode()
    )
    assert (code, out) == (4, "")
    assert err.count("\n") == 1
    assert "has no English Stanza models" in err


def test_stanza_models_need_the_stanza_engine() -> None:
    code, _, err = quotex("extract", "-", "--package", "gum", stdin=TEXT.encode())
    assert code == 4
    assert "package='gum' is for Stanza" in err
