"""What docs/bank.md says about the schema is true, and its SQL works."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

import quotex
from tests.bank.test_search import ARTICLES
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "bank.md").read_text("utf-8")
ROW = re.compile(r"^\| `(\w+)` \| [^|]+ \| ([^|]+) \|$", re.MULTILINE)


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bank") / "news.bank"
    with quotex.Bank(path) as extractions:
        extractions.add(ARTICLES)
    return path


def test_the_tables_match_the_page(bank: Path) -> None:
    with sqlite3.connect(bank) as plain:
        names = {
            name
            for (name,) in plain.execute(
                "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
            )
            if not re.fullmatch(r"quotation_words_\w+", name)
        }
        columns = {
            name: {row[1] for row in plain.execute(f"PRAGMA table_info({name})")} for name in names
        }
    documented = {name: set(re.findall(r"`(\w+)`", cells)) for name, cells in ROW.findall(PAGE)}
    documented = {name: cells for name, cells in documented.items() if name in names}
    assert documented.keys() == names
    documented["quotation_words"] -= {"rowid", "number"}
    assert documented == columns


def test_the_queries_of_the_page_work(bank: Path) -> None:
    queries = [
        query.strip()
        for block in re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
        for query in block.split(";")
        if query.strip()
    ]
    assert len(queries) >= 3
    with sqlite3.connect(bank) as plain:
        for query in queries:
            plain.execute(query).fetchall()
        assert ("Amit Devane", 1, 1) in plain.execute(queries[1]).fetchall()


def test_deleting_with_sql_keeps_the_index_consistent(bank: Path, tmp_path: Path) -> None:
    path = tmp_path / "news.bank"
    path.write_bytes(bank.read_bytes())
    with sqlite3.connect(path) as plain:
        plain.execute("PRAGMA foreign_keys = ON")
        plain.execute("DELETE FROM articles WHERE id = 'a'")
    with quotex.Bank(path) as opened:
        assert {found.article.id for found in opened.search("boats")} == {"b"}
        assert opened.stats().speakers == 3
