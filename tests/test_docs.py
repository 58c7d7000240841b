"""The documentation builds without warnings and lists every field of the records."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

import quotex
from docs.fields import field_tables
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


def test_every_public_name_is_on_the_page_of_the_api() -> None:
    page, tables = (ROOT / "docs" / "api.md").read_text("utf-8"), field_tables()
    missing = [
        name
        for name in quotex.__all__
        if f"quotex.{name}" not in page and f"## {name}\n" not in tables
    ]
    assert missing == ["__version__"]


def test_the_other_public_modules_have_the_names_listed() -> None:
    page = (ROOT / "docs" / "api.md").read_text("utf-8")
    rows = re.findall(r"^\| (`quotex\..*?) \| (`.*?) \|", page, re.MULTILINE)
    assert len(rows) > 5
    for modules, names in rows:
        first, *others = re.findall(r"`([\w.]+)`", modules)
        parent = first.rpartition(".")[0]
        paths = [first, *(f"{parent}{one}" if one[0] == "." else one for one in others)]
        homes = [importlib.import_module(path) for path in paths]
        for name in re.findall(r"`(\w+)`", names):
            assert any(hasattr(home, name) for home in homes), name


def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    pytest.importorskip("sphinx", reason="the documentation is built by Sphinx")
    command = [sys.executable, "-m", "sphinx", "-W", "-q", "-b", "html", "docs", str(tmp_path)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    fields = (tmp_path / "fields.html").read_text("utf-8")
    assert all(f'id="{name.lower()}"' in fields for name in ("Extraction", "Quotation", "Speaker"))
    pages = {page.stem for page in (ROOT / "docs").glob("*.md")}
    assert pages <= {page.stem for page in tmp_path.glob("*.html")}
