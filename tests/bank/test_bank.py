"""A quote bank returns what was added, once, replaces what must be replaced, and can be read."""

from __future__ import annotations

import json
import multiprocessing
import sqlite3
from pathlib import Path

import pytest

import quotex
from quotex.bank import connection
from quotex.bank.connection import VERSION, migration, size
from quotex.records import Article, Quotation, Span, Speaker
from quotex.result import Extraction
from tests.bank.cost import add, check_index, kill, newer
from tests.linking.generated import generated
from tests.linking.handmade import Said, article

SAID = Said("“The quay is safe for seven boats,”", name="Amit Devane", days="2031-03-04")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.bank"


def test_added_extractions_are_read_back(path: Path) -> None:
    extractions = generated(100)
    with quotex.Bank(path) as bank:
        assert bank.add(extractions).added == 10
    with quotex.Bank(path, read_only=True) as bank:
        assert {e.article.id: e for e in bank} == {e.article.id: e for e in extractions}
        assert bank.article(extractions[3].article.id) == extractions[3]
        assert bank.article("none") is None
        assert bank.stats().quotations == 100


def test_adding_again_changes_nothing(path: Path) -> None:
    extractions = generated(200)
    with quotex.Bank(path) as bank:
        bank.add(extractions)
    before = path.read_bytes()
    with quotex.Bank(path) as bank:
        read_back = (Extraction.model_validate_json(e.to_json()) for e in extractions)
        added = bank.add(read_back)
        assert (added.added, added.replaced, added.unchanged) == (0, 0, 20)
    assert path.read_bytes() == before


def test_a_newer_version_replaces_the_older_one(path: Path) -> None:
    extractions = generated(200)
    with quotex.Bank(path) as bank:
        bank.add(extractions)
        assert bank.add(newer(extractions)).replaced == 20
        assert {e.article.id: e for e in bank} == {e.article.id: e for e in newer(extractions)}
        check_index(bank, 180)


def test_a_speaker_no_longer_quoted_is_removed(path: Path) -> None:
    with quotex.Bank(path) as bank:
        bank.add([article("a", "2031-03-05", SAID)])
        bank.add([article("a", "2031-03-05", Said("“It is not,”", name="Mary Smith"))])
        assert bank.stats().speakers == 1
        assert bank.search("quay") == []
        assert bank.search(speaker="Devane") == []


def test_the_size_includes_the_log(path: Path) -> None:
    def on_disk() -> int:
        return sum(path.with_name(path.name + end).stat().st_size for end in ("", "-wal"))

    with quotex.Bank(path) as bank:
        bank.add(generated(100))
        assert bank.stats().bytes == on_disk() > path.stat().st_size
        link = path.with_name("link.bank")
        link.symlink_to(path)
        with quotex.Bank(link, read_only=True) as linked:
            assert linked.stats().bytes == on_disk()
    with quotex.Bank(path, read_only=True) as bank:
        assert bank.stats().bytes == on_disk()
    assert size(path) == path.stat().st_size


def test_a_name_of_two_kinds_is_two_speakers(path: Path) -> None:
    state = SAID._replace(name="Oslo", kind_of_speaker="government")
    team = state._replace(kind_of_speaker="organization")
    with quotex.Bank(path) as bank:
        bank.add([article("a", "2031-03-05", state, team)])
        assert bank.stats().speakers == 2


def test_failed_articles_are_not_stored(path: Path) -> None:
    with quotex.Bank(path) as bank:
        bank.add([article("a", "2031-03-05", SAID)])
        added = bank.add([Extraction.failed("a", "too long"), Extraction.failed("b", "too long")])
        assert added.failed == 2
        assert len(list(bank)) == 1


def test_mentions_in_other_records_are_restored(path: Path) -> None:
    text = "“Yes.” “No.” " + "He " * 150
    mentions = tuple(Span.of(text, n, n + 2) for n in range(13, 463, 3))
    speaker = Speaker(name="Ada Brook", kind="person", named=True, mentions=mentions)
    quotations = [
        Quotation(
            id=name,
            kind="direct",
            mode="speech",
            stance="asserts",
            content=(Span.of(text, *place),),
            speaker=speaker,
            confidence=1,
        )
        for name, place in (("yes", (0, 6)), ("no", (7, 12)))
    ]
    extraction = Extraction.of(Article(text=text, id="a"), quotations)
    with quotex.Bank(path) as bank:
        bank.add([extraction])
        for word in ("yes", "no"):
            [found] = bank.search(f"“{word}”")
            assert found.quotation.speaker == speaker
        assert bank.article("a") == extraction


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (article("a", "2031-03-05", SAID), "put it in a list"),
        (["words"], "expected extractions, got str"),
    ],
)
def test_values_that_are_not_lists_of_extractions_are_rejected(
    path: Path, given: object, message: str
) -> None:
    with quotex.Bank(path) as bank, pytest.raises(quotex.InputError, match=message):
        bank.add(given)  # type: ignore[arg-type]


def test_a_lone_surrogate_is_rejected_and_the_rest_is_stored(path: Path) -> None:
    torn = article("b", "2031-03-05", Said("“The quay \ud800 is safe,”"))
    with quotex.Bank(path) as bank:
        bank.add([article("a", "2031-03-05", SAID)])
        with pytest.raises(quotex.InputError, match="'b' contains a lone surrogate"):
            bank.add([torn])
        check_index(bank, 1)


def test_two_identities_cannot_claim_one_name(path: Path) -> None:
    table = [{"id": "Q1", "name": "Amit Devane"}, {"id": "Q2", "name": "Amit Devane"}]
    with quotex.Bank(path) as bank, pytest.raises(quotex.InputError, match="given to both"):
        bank.add([], identities=table)


def test_reading_does_not_create_a_missing_bank(path: Path) -> None:
    with pytest.raises(quotex.InputError, match="no such bank"):
        quotex.Bank(path, read_only=True)
    assert not path.exists()


def test_a_read_only_bank_rejects_additions(path: Path) -> None:
    quotex.Bank(path).close()
    with quotex.Bank(path, read_only=True) as bank, pytest.raises(quotex.InputError):
        bank.add([])


def test_other_files_are_rejected(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("The quay is safe. " * 100)
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE boats (name)")
    for name, message in (("text", "not a quote bank"), ("other.db", "not a quote bank")):
        with pytest.raises(quotex.InputError, match=message):
            quotex.Bank(tmp_path / name)
    with pytest.raises(quotex.InputError, match="a folder"):
        quotex.Bank(tmp_path)


def test_an_older_bank_is_migrated(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with quotex.Bank(path) as bank:
        bank.add([article("a", "2031-03-05", SAID)])
    steps = {VERSION + 1: "CREATE TABLE notes (quotation INTEGER, note TEXT);"}
    monkeypatch.setattr(connection, "VERSION", VERSION + 1)
    monkeypatch.setattr(connection, "migration", lambda n: steps.get(n) or migration(n))
    with pytest.raises(quotex.InputError, match="open it for writing once"):
        quotex.Bank(path, read_only=True)
    with quotex.Bank(path) as bank:
        assert bank.index.connection.execute("SELECT * FROM notes").fetchall() == []
        assert len(bank.search("quay")) == 1
    monkeypatch.undo()
    with pytest.raises(quotex.InputError, match="made by a newer quotex"):
        quotex.Bank(path)


def test_a_failed_migration_leaves_the_bank_unchanged(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quotex.Bank(path).close()
    monkeypatch.setattr(connection, "VERSION", VERSION + 1)
    monkeypatch.setattr(connection, "migration", lambda _: "CREATE TABLE a (b);\nCREATE nonsense;")
    with pytest.raises(quotex.InputError, match="cannot be used"):
        quotex.Bank(path)
    monkeypatch.undo()
    with quotex.Bank(path) as bank:
        tables = bank.index.connection.execute("SELECT name FROM sqlite_master").fetchall()
        assert ("a",) not in tables


def test_readers_can_read_during_a_write(path: Path) -> None:
    with quotex.Bank(path) as bank:
        bank.add([article("a", "2031-03-05", SAID)])
        bank.index.connection.execute("BEGIN IMMEDIATE")
        bank.index.connection.execute("DELETE FROM articles")
        with quotex.Bank(path, read_only=True) as reader:
            assert len(reader.search("quay")) == 1
            bank.index.connection.execute("COMMIT")
            assert reader.search("quay") == []


def test_two_processes_can_add_at_once(path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    running = [context.Process(target=add, args=(str(path), 300)) for _ in range(2)]
    for process in running:
        process.start()
    for process in running:
        process.join(120)
        assert process.exitcode == 0
    with quotex.Bank(path) as bank:
        check_index(bank, 270)


def test_a_failing_source_leaves_the_bank_unchanged(path: Path) -> None:
    def source():  # type: ignore[no-untyped-def]  # noqa: ANN202
        yield from generated(500)
        raise KeyboardInterrupt

    with quotex.Bank(path) as bank:
        with pytest.raises(KeyboardInterrupt):
            bank.add(source())
        check_index(bank, bank.stats().quotations)
        bank.add(generated(500))
        assert bank.stats().articles == 50


def test_kills_lose_and_duplicate_nothing(path: Path) -> None:
    """``python -m tests.bank.cost 2000 --kills 50`` does this more often."""
    kill(path, 300, kills=5)
    with quotex.Bank(path) as bank:
        assert {e.article.id: e for e in bank} == {e.article.id: e for e in newer(generated(300))}
        check_index(bank, 270)


def test_json_lines_can_be_added_again(path: Path, tmp_path: Path) -> None:
    extractions = generated(100)
    with quotex.Bank(path) as bank:
        bank.add(extractions)
        assert bank.export(tmp_path / "out.jsonl") == 10
    lines = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    assert {json.loads(line)["article"]["id"]: line for line in lines} == {
        e.article.id: e.to_json() for e in extractions
    }
    with quotex.Bank(tmp_path / "other.bank") as other:
        other.add(map(Extraction.model_validate_json, lines))
        assert {e.article.id: e for e in other} == {e.article.id: e for e in extractions}


def test_parquet_has_one_row_per_quotation(path: Path, tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    table = [{"id": "Q1", "name": "Amit Devane"}]
    with quotex.Bank(path) as bank:
        bank.add([article("a", "2031-03-05", SAID, Said("it was late"))], identities=table)
        assert bank.export(tmp_path / "out.parquet") == 1
    rows = pq.read_table(tmp_path / "out.parquet").to_pylist()
    assert [(row["speaker"], row["speaker_id"]) for row in rows] == [
        ("Amit Devane", "Q1"),
        ("Ada Brook", None),
    ]


def test_other_file_suffixes_are_rejected(path: Path, tmp_path: Path) -> None:
    with quotex.Bank(path) as bank, pytest.raises(quotex.InputError, match=r"\.jsonl or \.parquet"):
        bank.export(tmp_path / "out.csv")
    assert list(tmp_path.glob("out*")) == []
