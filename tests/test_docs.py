"""The documentation builds without warnings and lists every field of the records."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from quotex.cli.info import json_schema
from tests.conftest import ROOT


def test_every_field_is_described() -> None:
    schema = json_schema()
    records = {"Extraction": schema, **schema["$defs"]}  # type: ignore[dict-item]
    bare = [
        f"{name}.{field}"
        for name, record in records.items()
        for field, kind in record.get("properties", {}).items()
        if not kind.get("description")
    ]
    assert bare == []


def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    pytest.importorskip("sphinx", reason="the documentation is built by Sphinx")
    command = [sys.executable, "-m", "sphinx", "-W", "-q", "-b", "html", "docs", str(tmp_path)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    fields = (tmp_path / "fields.html").read_text("utf-8")
    assert all(f'id="{name.lower()}"' in fields for name in ("Extraction", "Quotation", "Speaker"))
    pages = {page.stem for page in (ROOT / "docs").glob("*.md")}
    assert pages <= {page.stem for page in tmp_path.glob("*.html")}
