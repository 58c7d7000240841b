"""Word embeddings are separated from their graph and coarsened."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="the recipe trains with torch")
pytest.importorskip("onnx", reason="the recipe writes ONNX graphs")

import onnx
from onnx import TensorProto, helper, numpy_helper

from models.training.coarse import coarsen, shorten_floats
from models.training.export import export
from models.training.words import share_words
from quotex.encoder.graph import ENCODER, TOKENIZER, WORDS, WORDS_INPUT, EncoderGraph
from tests.models.tiny import SHAPE, VOCABULARY, network, write_tokenizer


def exported(folder: Path) -> Path:
    folder.mkdir()
    write_tokenizer(folder / TOKENIZER)
    export(network(), folder)
    return folder


def test_the_graph_does_not_contain_the_embeddings(tmp_path: Path) -> None:
    folder = exported(tmp_path / "one")
    graph = onnx.load(str(folder / ENCODER)).graph
    assert WORDS_INPUT in {given.name for given in graph.input}
    assert np.load(folder / WORDS).shape == (len(VOCABULARY), SHAPE.width)
    assert not any(one.name.endswith("word.weight_quantized") for one in graph.initializer)


def test_a_graph_with_its_embeddings_can_be_read(tmp_path: Path) -> None:
    """Models of quotex 0.3 and earlier are like this."""
    folder = exported(tmp_path / "one")
    given = np.array([1, 2, 3]), np.zeros((3, len(SHAPE.columns)), dtype=np.int64), np.array([1])
    expected = EncoderGraph(folder, folder).run(*given)
    model = onnx.load(str(folder / ENCODER))
    words = numpy_helper.from_array(np.load(folder / WORDS), WORDS_INPUT)
    model.graph.initializer.append(words)
    kept = [one for one in model.graph.input if one.name != WORDS_INPUT]
    del model.graph.input[:]
    model.graph.input.extend(kept)
    onnx.save(model, str(folder / ENCODER))
    (folder / WORDS).unlink()
    for found, before in zip(EncoderGraph(folder, folder).run(*given), expected, strict=True):
        np.testing.assert_array_equal(found, before)


def test_models_with_the_same_base_share_embeddings(tmp_path: Path) -> None:
    one, two = exported(tmp_path / "one"), exported(tmp_path / "two")
    assert share_words(two, one) == "one"
    assert not (two / WORDS).exists()
    assert not (two / TOKENIZER).exists()
    assert (one / WORDS).exists()


@pytest.mark.parametrize("changed", [WORDS, TOKENIZER])
def test_models_with_different_bases_share_nothing(tmp_path: Path, changed: str) -> None:
    one, two = exported(tmp_path / "one"), exported(tmp_path / "two")
    (two / changed).write_bytes((two / changed).read_bytes() + b" ")
    assert share_words(two, one) is None
    assert (two / WORDS).exists()


def test_models_in_different_folders_share_nothing(tmp_path: Path) -> None:
    one = exported(tmp_path / "one")
    (tmp_path / "elsewhere").mkdir()
    two = exported(tmp_path / "elsewhere" / "two")
    assert share_words(two, one) is None


def test_a_model_with_embeddings_in_its_graph_shares_none(tmp_path: Path) -> None:
    one, two = exported(tmp_path / "one"), exported(tmp_path / "two")
    (one / WORDS).unlink()
    assert share_words(two, one) is None


def test_embeddings_of_unseen_pieces_are_coarsened() -> None:
    words = np.arange(256, dtype=np.uint8).reshape(-1, 4)
    coarse = coarsen(words, 83, {5})
    np.testing.assert_array_equal(coarse[5], words[5])
    other = np.delete(coarse, 5, axis=0).astype(int)
    inside = (other > 0) & (other < 255)
    assert not ((other - 83)[inside] % 10).any()
    assert np.abs(coarse.astype(int) - words).max() == 5


def test_coarsening_is_idempotent() -> None:
    words = np.random.default_rng(0).integers(256, size=(50, 8)).astype(np.uint8)
    once = coarsen(words, 83, ())
    np.testing.assert_array_equal(coarsen(once, 83, ()), once)


def test_large_matrices_are_rounded_to_few_bits(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    large, small = (rng.normal(size=n).astype(np.float32) for n in (20_000, 20))
    kept = [numpy_helper.from_array(array, name) for array, name in ((large, "a"), (small, "b"))]
    graph = helper.make_graph(
        [helper.make_node("Identity", ["a"], ["y"])],
        "kept",
        [],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [20_000])],
        kept,
    )
    path = tmp_path / "kept.onnx"
    onnx.save(helper.make_model(graph), str(path))
    shorten_floats(path)
    a, b = (numpy_helper.to_array(one) for one in onnx.load(str(path)).graph.initializer)
    np.testing.assert_array_equal(b, small)
    np.testing.assert_allclose(a, large, rtol=2**-6)
    assert not (a.view(np.uint32) & 0x3FFFF).any()
