"""``config.json`` of a model: what is read, and what is rejected."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quotex.encoder.config import CONFIG
from quotex.errors import ModelError
from quotex.quotations.model.calibration import PARTS
from quotex.quotations.model.config import read_config
from quotex.quotations.model.features import COLUMNS


def values() -> dict[str, Any]:
    """Return a valid configuration."""
    fitted = {"bias": -0.5, "weights": dict.fromkeys(PARTS, 0.25)}
    return {
        "format": 1,
        "name": "en_test",
        "version": "1.2.3",
        "columns": list(COLUMNS),
        "labels": {"pos": ["NOUN"], "dep": ["ROOT", "nsubj"], "entity": ["PERSON"]},
        "reach": 40,
        "decoding": {
            "capacity": 100,
            "floor": 0.05,
            "threshold": 0.4,
            "quoted_threshold": None,
            "senses": {"mode": ["speech"], "stance": ["asserts", "denies"]},
        },
        "chain": {"start": [0.0] * 4, "step": [[0.0] * 4] * 4, "end": [0.0] * 4},
        "confidence": {"hybrid": fitted, "model": fitted},
    }


def changed(path: str, value: object) -> dict[str, Any]:
    """Return the valid configuration with one value changed, or removed if it is None."""
    found = json.loads(json.dumps(values()))
    *way, last = path.split(".")
    inner = found
    for name in way:
        inner = inner[name]
    if value is None:
        del inner[last]
    else:
        inner[last] = value
    return dict(found)


def write(folder: Path, text: str) -> Path:
    (folder / CONFIG).write_text(text, "utf-8")
    return folder


def test_reads_a_configuration(tmp_path: Path) -> None:
    config = read_config(write(tmp_path, json.dumps(values())))
    assert (config.name, config.version, config.reach) == ("en_test", "1.2.3", 40)
    assert config.decoding.senses["stance"] == ("asserts", "denies")
    assert config.confidence["model"].weights["valid"] == 0.25
    assert config.model_dump(mode="json") == values() | {"tree": None, "words_of": None}


@pytest.mark.parametrize(("given", "least"), [(None, 0.4), (0.2, 0.2), (0, 0.0), (1.0, 1.0)])
def test_quoted_content_uses_the_general_threshold_by_default(
    tmp_path: Path, given: float | None, least: float
) -> None:
    found = values()
    found["decoding"]["quoted_threshold"] = given
    config = read_config(write(tmp_path, json.dumps(found)))
    assert config.decoding.threshold_for(quoted=True) == least
    assert config.decoding.threshold_for(quoted=False) == 0.4


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("format", 3, "format"),
        ("name", None, "name"),
        ("reach", 0, "reach"),
        ("reach", "far", "reach"),
        ("further", 1, "further"),
        ("labels.tag", ["NN"], "tag"),
        ("decoding.capacity", 2, "capacity"),
        ("decoding.threshold", 1.5, "threshold"),
        ("decoding.quoted_threshold", -0.1, "quoted_threshold"),
        ("decoding.floor", -0.1, "floor"),
        ("decoding.senses", {"tone": ["flat"]}, "tone"),
        ("chain.end", ["much"], "chain.end"),
        ("confidence.rules", {"bias": 0, "weights": {}}, "rules"),
        ("confidence.hybrid.weights", {"valid": 1.0}, "expected weights of valid, anchor"),
        ("confidence.hybrid.weights.colour", 1.0, "colour"),
        ("confidence.model.bias", None, "confidence.model.bias: Field required"),
        ("confidence.model.bias", float("inf"), "confidence.model.bias: Input should be a finite"),
        ("confidence.model", None, "confidence: expected hybrid, model, got hybrid"),
        ("confidence", {}, "confidence: expected hybrid, model, got none"),
        ("version", "", "version"),
        (
            "labels.dep",
            ["nsubj", "ROOT", "nsubj"],
            "labels.dep: expected each name once, got nsubj",
        ),
        ("labels.pos", [], "labels.pos"),
        ("labels.entity", [""], "labels.entity.0"),
        ("decoding.senses", {"mode": ["speech"]}, "expected mode, stance, got mode"),
        ("decoding.senses.mode", ["speech", "song"], "got song"),
        ("decoding.senses.stance", ["speech"], "stance: expected some of accuses, agrees"),
        ("decoding.senses.mode", [], "decoding.senses.mode"),
        ("chain.start", [0.0] * 3, "chain.start"),
        ("chain.end", [0.0] * 5, "chain.end"),
        ("chain.start", [0.0, 0.0, 0.0, float("nan")], "chain.start.3"),
        ("chain.step", [[0.0] * 4] * 3, "chain.step"),
        ("chain.step", [[0.0] * 4] * 5, "chain.step"),
        ("chain.step", [[0.0] * 4, [0.0] * 3, [0.0] * 4, [0.0] * 4], "chain.step.1"),
        ("chain.step", [0.0] * 4, "chain.step.0"),
        ("chain.step", [["x" * 200] * 4] * 4, "xxx... (and"),
    ],
)
def test_rejects_an_invalid_configuration(
    tmp_path: Path, path: str, value: object, told: str
) -> None:
    folder = write(tmp_path, json.dumps(changed(path, value)))
    with pytest.raises(ModelError, match="is not a model's configuration") as caught:
        read_config(folder)
    assert told in str(caught.value)
    assert str(folder / CONFIG) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 500 + len(str(folder))


def test_reports_the_number_of_faults(tmp_path: Path) -> None:
    found = values()
    found["reach"], found["format"] = 0, 3
    with pytest.raises(ModelError, match=r"format: .*\(and 1 more\)$"):
        read_config(write(tmp_path, json.dumps(found)))


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"name": "\udce9"}'])
def test_rejects_a_file_that_is_not_a_configuration(tmp_path: Path, text: str) -> None:
    (tmp_path / CONFIG).write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(ModelError, match="is not a model's configuration") as caught:
        read_config(tmp_path)
    assert "\n" not in str(caught.value)


def test_rejects_a_folder_without_a_configuration(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"no model in .*No such file.*expected a folder with"):
        read_config(tmp_path)


@pytest.mark.parametrize("columns", [COLUMNS[:-1], COLUMNS[::-1], ()])
def test_rejects_a_model_trained_for_other_features(
    tmp_path: Path, columns: tuple[str, ...]
) -> None:
    folder = write(tmp_path, json.dumps(changed("columns", list(columns))))
    with pytest.raises(ModelError, match="train the model again"):
        read_config(folder)


def test_format_2_reads_only_text_and_may_describe_trees(tmp_path: Path) -> None:
    tree = {"tags": ["NN"], "deps": ["ROOT", "det"], "entities": ["ORG"]}
    given = values() | {"format": 2, "columns": ["case", "quoted"], "tree": tree}
    config = read_config(write(tmp_path, json.dumps(given)))
    assert config.reads_text
    assert config.tree is not None
    assert config.tree.deps == ("ROOT", "det")


def test_columns_match_the_format(tmp_path: Path) -> None:
    given = values() | {"format": 2}
    with pytest.raises(ModelError, match="reads case, quoted: train the model again"):
        read_config(write(tmp_path, json.dumps(given)))
