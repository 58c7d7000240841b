"""A job from its inputs to its folder: order, failures, resuming, workers that die."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="needs quotex[tables]")

import pyarrow.parquet as pq

from quotex.batch import Settings
from quotex.errors import OptionError
from quotex.jobs import Job, Result, run_job

pytestmark = pytest.mark.model

TEXT = 'The mayor, Ana Ruiz, said on Tuesday that quay {} was safe. "It will open," she said.'
ODD = ["html", "old"]
RULES = Settings(options={"detector": "rules"})


def _input(folder: Path, rows: int = 40) -> Path:
    path = folder / "in.jsonl"
    with path.open("wb") as stream:
        for n in range(rows):
            row: dict[str, Any] = {"id": n, "text": TEXT.format(n), "published": "2024-05-09"}
            stream.write(json.dumps(row | {"topic": "quays"}).encode() + b"\n")
        stream.write(b'{"id": "broken"\n{"id": "empty", "text": null}\n{"id": 3, "text": "Roe."}\n')
        stream.write(json.dumps({"id": "long", "text": "Roe said. " * 3_000_000}).encode() + b"\n")
        stream.write(b'{"id": "keys", "body": "Roe."}\n{"id": "bytes", "text": "R\xf6e."}\n')
        for name, text, day in (
            ("html", f"<p>\n\n{TEXT.format('H')}\n\n</p>", "2024-05-09"),
            ("old", TEXT.format("O"), "0001-01-01"),
            ("last", TEXT.format("Z"), None),
        ):
            row = {"id": name, "text": text, "published": day}
            stream.write(json.dumps(row).encode() + b"\n")
    return path


def _job(source: Path, output: Path, **changes: Any) -> Job:
    values: dict[str, Any] = {
        "inputs": [str(source)], "output": output, "settings": RULES, "workers": 2, "part_rows": 16,
    }  # fmt: skip
    return Job(**(values | changes))


def _rows(folder: Path) -> list[dict[str, Any]]:
    return [
        row for path in sorted(folder.glob("part-*")) for row in pq.read_table(path).to_pylist()
    ]


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Result]:
    folder = tmp_path_factory.mktemp("job")
    source = _input(folder)
    return source, folder / "out", run_job(_job(source, folder / "out"))


def test_all_good_articles_are_written_in_order(done: tuple[Path, Path, Result]) -> None:
    rows = [row for row in _rows(done[1]) if row["error"] is None]
    assert [row["article_id"] for row in rows] == [*map(str, range(40)), "3", *ODD, "last"]
    assert all(len(row["quotations"]) == 2 for row in rows if row["article_id"] != "3")
    assert json.loads(rows[0]["others"]) == {"topic": "quays"}


def test_each_failure_is_recorded_with_row_and_reason(done: tuple[Path, Path, Result]) -> None:
    lines = (done[1] / "failures.jsonl").read_text("utf-8").splitlines()
    failures = {failed["row"]: failed for failed in map(json.loads, lines)}
    assert sorted(failures) == [40, 41, 43, 44, 45]
    assert "not JSON" in failures[40]["reason"]
    assert "there is no text" in failures[41]["reason"]
    assert failures[43]["article_id"] == "long"
    assert "more than max_chars" in failures[43]["reason"]
    assert "the line has no 'text'" in failures[44]["reason"]
    assert "not UTF-8" in failures[45]["reason"]
    ids = [failed["article_id"] for _, failed in sorted(failures.items())]
    assert ids == ["row-40", "empty", "long", "keys", "row-45"]


def test_oddities_are_notices(done: tuple[Path, Path, Result]) -> None:
    codes = {
        row["article_id"]: [notice["code"] for notice in row["notices"]]
        for row in _rows(done[1])
        if row["article_id"] in {*ODD, "last"}
    }
    assert codes == {"html": ["not-text"], "old": ["unread-day", "no-day"], "last": ["no-day"]}


def test_the_manifest_summarises_the_job(done: tuple[Path, Path, Result]) -> None:
    manifest = json.loads((done[1] / "manifest.json").read_bytes())
    assert manifest["state"] == "done"
    assert manifest["counts"]["articles"] == 49
    assert manifest["counts"]["failures"] == 5
    assert manifest["counts"]["duplicate_ids"] == 1
    assert len(manifest["inputs"][str(done[0])]["sha256"]) == 64
    assert done[2].counts.quotations == 86


def test_an_id_repeated_from_an_earlier_part_is_noticed(done: tuple[Path, Path, Result]) -> None:
    [row] = [row for row in _rows(done[1]) if row["article_id"] == "3" and row["notices"]]
    assert "row 3 also has the id '3'" in row["notices"][0]["message"]


def test_a_finished_job_reads_nothing_again(done: tuple[Path, Path, Result]) -> None:
    before = {path: path.stat().st_mtime_ns for path in done[1].glob("part-*")}
    assert run_job(_job(*done[:2])) == done[2]
    assert {path: path.stat().st_mtime_ns for path in done[1].glob("part-*")} == before


def test_resuming_with_other_settings_or_rows_is_rejected(done: tuple[Path, Path, Result]) -> None:
    source, output, _ = done
    with pytest.raises(OptionError, match="settings cannot be mixed"):
        run_job(_job(source, output, part_rows=17))
    kept = source.read_bytes()
    try:
        source.write_bytes(kept.replace(b"quay 20 ", b"quay XX "))
        with pytest.raises(OptionError, match="have changed since they were read"):
            run_job(_job(source, output))
    finally:
        source.write_bytes(kept)
    assert run_job(_job(source, output)).counts.articles == 49


def test_an_invalid_limit_is_named(tmp_path: Path) -> None:
    settings = Settings(options={"max_chars": "many"})
    with pytest.raises(OptionError, match=r"max_chars='many'.*expected a whole number"):
        run_job(_job(_input(tmp_path, 1), tmp_path / "out", settings=settings))


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that fails to read")
def test_an_input_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    broken, good = tmp_path / "broken.jsonl", tmp_path / "good.jsonl"
    broken.symlink_to("/proc/self/mem")
    good.write_text(json.dumps({"text": TEXT}), "utf-8")
    job = _job(good, tmp_path / "out", inputs=[str(broken), str(good)], workers=1)
    result = run_job(job)
    assert result.counts.articles == 1
    assert list(result.refused) == [str(broken)]


def test_starting_over_keeps_the_files_of_others(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out"
    lines = [json.dumps({"id": n, "text": TEXT.format(n)}) for n in range(2)]
    source.write_text("\n".join(lines), "utf-8")
    (output / "receipts").mkdir(parents=True)
    others = [output / "receipts/mine.json", output / "mine.parquet", output / "mine.tmp"]
    for path in others:
        path.write_text("mine", "utf-8")
    run_job(_job(source, output, part_rows=1, workers=1))
    run_job(_job(source, output, workers=1, overwrite=True))
    assert [path.read_text("utf-8") for path in others] == ["mine"] * 3
    assert [path.name for path in output.glob("part-*")] == ["part-000000.parquet"]
    (output / "part-mine.parquet").touch()
    with pytest.raises(OptionError, match=r"part-mine\.parquet: not written by quotex"):
        run_job(_job(source, output, workers=1, overwrite=True))
    assert (output / "part-000000.parquet").exists()


@pytest.mark.skipif(not Path("/proc").exists(), reason="finds workers by /proc")
def test_a_killed_job_loses_and_duplicates_nothing(
    done: tuple[Path, Path, Result], tmp_path: Path
) -> None:
    source, whole, _ = done
    command = [sys.executable, "-m", "quotex", "batch", str(source), "-o", str(tmp_path / "out")]
    command += ["--detector", "rules", "--workers", "1", "--part-rows", "16", "--quiet"]
    moments, ends = random.Random(17), []
    for whom in ("runner", "runner", "worker"):
        runner = subprocess.Popen(command)
        _wait_for(lambda parent=runner.pid: _children(parent), runner)
        time.sleep(moments.uniform(0.1, 2))
        for killed in [runner.pid] if whom == "runner" else _children(runner.pid):
            with suppress(ProcessLookupError):
                os.kill(killed, signal.SIGKILL)
        ends.append(runner.wait(300))
    # A job that was quicker than its killer has ended normally; some articles fail here.
    assert set(ends) <= {-signal.SIGKILL, 1}
    assert -signal.SIGKILL in ends
    assert _rows(tmp_path / "out") == _rows(whole)


def _wait_for(holds: Any, runner: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 120
    while not holds() and runner.poll() is None and time.monotonic() < until:
        time.sleep(0.05)


def _children(parent: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        fields = stat.read_text("utf-8", "replace").rpartition(")")[2].split()
        if int(fields[1]) == parent and b"spawn_main" in (stat.parent / "cmdline").read_bytes():
            found.append(int(stat.parent.name))
    return found


@pytest.mark.parametrize("name", ["workers", "part_rows", "time_limit", "memory_limit"])
def test_numbers_must_be_positive(tmp_path: Path, name: str) -> None:
    with pytest.raises(OptionError, match=f"{name}=0: expected a number above 0"):
        _job(tmp_path / "in.jsonl", tmp_path / "out", **{name: 0})
