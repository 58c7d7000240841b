"""Figures by publisher, for a model trained without some publishers and for the full one."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

pytest.importorskip("torch", reason="the recipe trains with torch")

from models.training import __main__ as command
from models.training.measuring import domains as comparing
from models.training.measuring.domains import (
    Domain,
    by_publisher,
    domains,
    table,
    with_calibration_of,
)
from quotex.encoder.config import CONFIG
from quotex.errors import InputError
from quotex.evaluation.gold import GoldArticle
from quotex.quotations.model.config import read_config
from quotex.quotations.model.locate import model_folder
from tests.models.test_measure import LUND, RIGHT, ROE, found, gold


def article(id_: str, publisher: str | None) -> GoldArticle:
    base = gold(("Ada Roe", ROE), ("Bo Lund", LUND), id_=id_)
    return base.model_copy(update={"publisher": publisher})


BOTH = (RIGHT, found("Bo Lund", LUND, 0.8))
ARTICLES = [article("a", "North"), article("b", "East"), article("c", "North")]
WHOLE = {"a": BOTH, "b": BOTH, "c": BOTH}
WITHOUT = {"a": BOTH, "b": (RIGHT,), "c": ()}
EXPECTED = [Domain("East", 1, True, 2 / 3, 1.0), Domain("North", 2, False, 2 / 3, 1.0)]


def test_publishers_are_separate_with_those_left_out_first() -> None:
    assert by_publisher(ARTICLES, WITHOUT, WHOLE, ["East"]) == EXPECTED
    names = [one.publisher for one in by_publisher(ARTICLES, WITHOUT, WHOLE, ["North"])]
    assert names == ["North", "East"]


def test_articles_without_a_publisher_are_one_group() -> None:
    (one,) = by_publisher([article("a", None), article("b", "")], WITHOUT, WHOLE, [])
    assert (one.publisher, one.articles, one.left_out) == ("", 2, False)
    assert "| none named | 2 |" in table([one])


def test_a_missing_publisher_is_an_error() -> None:
    with pytest.raises(InputError, match=r"no article of South, West .* those of East, North$"):
        by_publisher(ARTICLES, WITHOUT, WHOLE, ["West", "East", "South"])


def test_the_table() -> None:
    assert table(EXPECTED).splitlines() == [
        "| publisher | articles | without | whole |",
        "|---|---|---|---|",
        "| East (left out) | 1 | 0.667 | 1.000 |",
        "| North | 2 | 0.667 | 1.000 |",
        "",
        "1 left out: 0.333 lost on average",
        "",
        "1 that stayed in: 0.333 lost on average",
    ]


@pytest.fixture
def fold(tmp_path: Path) -> Path:
    """The folder of a fold's model: the shipped configuration with different numbers."""
    folder = tmp_path / "without-East-1-of-1" / "model"
    folder.mkdir(parents=True)
    config = json.loads((model_folder() / CONFIG).read_text("utf-8"))
    config["name"], config["decoding"]["threshold"] = "model", 0.2
    config["decoding"]["quoted_threshold"] = None
    config["decoding"]["capacity"] = 120
    config["confidence"]["hybrid"]["bias"] = 0.0
    (folder / CONFIG).write_text(json.dumps(config), "utf-8")
    (folder / "look.onnx").write_bytes(b"look")
    return folder


def test_a_fold_gets_the_full_models_calibration(fold: Path, tmp_path: Path) -> None:
    calibrated = with_calibration_of(model_folder(), fold, tmp_path / "made")
    config, whole, own = (read_config(folder) for folder in (calibrated, model_folder(), fold))
    assert config.confidence == whole.confidence != own.confidence
    assert config.decoding.threshold == whole.decoding.threshold != own.decoding.threshold
    assert config.decoding.quoted_threshold == whole.decoding.quoted_threshold is not None
    assert (config.name, config.decoding.capacity) == ("model", 120)
    assert (calibrated / "look.onnx").read_bytes() == b"look"


def test_both_models_read_all_articles(fold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def read(name: str, articles: list[GoldArticle]) -> object:
        calls.append(name)
        assert articles == ARTICLES
        return WITHOUT if name == "model" else WHOLE

    monkeypatch.setattr(
        comparing, "unfiltered_extractor", lambda folder, _: read_config(folder).name
    )
    monkeypatch.setattr(comparing, "read", read)
    assert domains(fold, model_folder(), ARTICLES, ["East"]) == EXPECTED
    assert calls == ["model", model_folder().name]


def test_the_command(fold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[object, ...]] = []

    def compare(*given: object) -> list[Domain]:
        calls.append(given)
        return EXPECTED

    monkeypatch.setattr(command, "compare_domains", compare)
    monkeypatch.setattr(command, "read_gold", lambda path: ARTICLES)
    work, out = str(fold.parents[1]), str(model_folder())
    given = ["domains", "dev.jsonl", "--without", "East", "--work", work, "--out", out]
    result = CliRunner().invoke(command.app, given)
    assert result.exit_code == 0, result.output
    assert re.search(r"East \(left out\) \| 1 \| 0\.667", result.output)
    assert calls == [(fold, model_folder(), ARTICLES, ("East",))]
