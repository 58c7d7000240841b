"""The Markdown table of the engines has one row for each run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotex.evaluation import engines
from quotex.evaluation.engines import Job, Row, main, measure, table

SAID = "It rained, Ada Roe said."
ARTICLE = {
    "id": "rain",
    "text": SAID,
    "attributions": [{"content": [[0, 9]], "source": [[11, 18]], "cue": [[19, 23]]}],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "dev.jsonl"
    path.write_text(json.dumps(ARTICLE) + "\n", "utf-8")
    return path


def row(job: Job, **changed: float | None) -> Row:
    figures = {"precision": 1.0, "recall": 0.5, "f1": 0.667, "who": None, "speed": 1234.5,
               "speed_one_by_one": None, "memory": 400.0}  # fmt: skip
    return Row(job, f"{job.engine}/x", **(figures | changed))  # type: ignore[arg-type]


def test_a_table_in_markdown(tmp_path: Path) -> None:
    job = Job(tmp_path / "news" / "dev.jsonl", "rules", "stanza", {})
    head, rule, line = table([row(job)]).splitlines()
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    assert cells == ["news/dev", "rules", "stanza/x", "1.000", "0.500", "0.667", "–", "1,234", "–",
                     "400"]  # fmt: skip
    assert len(head) == len(rule) == len(line)
    assert rule.count(":") == len(cells) - 3


@pytest.mark.model
def test_a_row_is_measured(gold: Path) -> None:
    found = measure(Job(gold, "rules", "spacy", {"stanza_dir": None}, one_by_one=True))
    assert (found.precision, found.recall, found.f1, found.who) == (1, 1, 1, 1)
    assert found.name.startswith("spacy/en_core_web_")
    assert found.speed > 0
    assert found.speed_one_by_one is not None
    assert found.memory > 0


@pytest.mark.model
def test_world_news_gold_is_scored_as_world_news(tmp_path: Path) -> None:
    path = tmp_path / "dev.jsonl"
    attributions = [{**ARTICLE["attributions"][0], "mode": "speech", "speaker": "Ada Roe"}]  # type: ignore[index]
    path.write_text(json.dumps(ARTICLE | {"attributions": attributions}) + "\n", "utf-8")
    found = measure(Job(path, "rules", "spacy", {}))
    assert (found.precision, found.recall, found.who) == (1, 1, 1)
    assert found.speed_one_by_one is None


@pytest.mark.model
@pytest.mark.parametrize("labels", [{}, {"mode": "speech", "speaker": "Ada Roe"}])
def test_shares_of_nothing_are_not_zero(tmp_path: Path, labels: dict[str, str]) -> None:
    """Nothing is found in this text, as spans or as world news, so there is no precision."""
    path = tmp_path / "dev.jsonl"
    attribution = {"content": [[0, 9]], "source": [[11, 18]]} | labels
    silent = {"id": "rain", "text": "It rained. Ada Roe slept.", "attributions": [attribution]}
    path.write_text(json.dumps(silent) + "\n", "utf-8")
    found = measure(Job(path, "rules", "spacy", {}))
    assert (found.precision, found.recall, found.f1, found.who) == (None, 0, 0, None)
    assert found.cells()[3:7] == ("–", "0.000", "0.000", "–")


@pytest.mark.model
def test_the_command_prints_a_row_for_each(
    gold: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs: list[Job] = []

    class Here:
        def __init__(self, count: int) -> None:
            assert count == 1

        def __enter__(self) -> Here:
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def apply(self, work: object, given: tuple[Job]) -> Row:
            jobs.append(given[0])
            return row(given[0])

    monkeypatch.setattr(engines, "_own_process", lambda: Here(1))
    assert main([str(gold), "--detector", "rules", "--stanza-dir", "models", "--threads", "2"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 5
    names = ["spacy", "stanza", "quotex"]
    assert [(job.engine, job.threads) for job in jobs] == [(name, 2) for name in names]
    assert jobs[1].models == {"stanza_dir": Path("models"), "package": None}


@pytest.mark.model
def test_a_file_that_is_not_gold_gives_a_one_line_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "none.jsonl"
    path.write_text("no json\n", "utf-8")
    assert main([str(path), "--engine", "spacy", "--detector", "rules"]) == 3
    assert capsys.readouterr().err.count("\n") == 1
