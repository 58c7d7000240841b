"""A pipeline multiplies with onnxruntime, and results do not depend on the batch."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from thinc.api import NumpyOps

import quotex
from quotex.parse.models import installed_model
from quotex.parse.spacy.engine import SpacyEngine
from quotex.parse.spacy.matmul import OnnxOps

TEXTS = [
    "Ada Roe said on Monday that the quay would hold.",
    "No",
    "",
    "“We mended it,” she added, “and nobody was hurt, whatever the mayor of Halden may say.” " * 9,
    "Gulls flew over the pier.",
]


def ops_of(nlp: spacy.Language) -> set[type]:
    return {
        type(node.ops)
        for _, part in nlp.pipeline
        if getattr(part, "model", None) is not None
        for node in part.model.walk()
    }


def test_only_quotexs_own_pipelines_are_changed() -> None:
    mine = spacy.load(installed_model())
    before = ops_of(mine)
    quotex.load(mine, detector="rules")
    assert ops_of(mine) == before
    assert OnnxOps not in before
    own = quotex.load(engine="spacy", detector="rules").pipeline.engine
    assert isinstance(own, SpacyEngine)
    assert ops_of(own._nlp) == {OnnxOps}


@pytest.mark.parametrize("inner", [64, 96, 288, 384])
def test_a_row_of_a_product_does_not_depend_on_other_rows(inner: int) -> None:
    rng = np.random.default_rng(inner)
    rows = rng.normal(size=(333, inner)).astype(np.float32)
    weights = rng.normal(size=(96, inner)).astype(np.float32)
    ops = OnnxOps()
    every = ops.gemm(rows, weights, trans2=True)
    expected = NumpyOps().gemm(rows, weights, trans2=True)
    np.testing.assert_allclose(every, expected, rtol=1e-3, atol=1e-4)
    for start in (0, 1, 7, 100):
        for count in (1, 2, 3, 8, 31, 200):
            some = ops.gemm(rows[start : start + count], weights, trans2=True)
            np.testing.assert_array_equal(some, every[start : start + count])


def test_other_products_are_unchanged() -> None:
    rng = np.random.default_rng(1)
    one, other = rng.normal(size=(2, 6, 6)).astype(np.float32)
    ops, plain = OnnxOps(), NumpyOps()
    for given in ({}, {"trans1": True}, {"trans1": True, "trans2": True}):
        np.testing.assert_array_equal(
            ops.gemm(one, other, **given), plain.gemm(one, other, **given)
        )
    out = np.zeros((6, 6), dtype=np.float32)
    np.testing.assert_array_equal(
        ops.gemm(one, other, out=out, trans2=True), plain.gemm(one, other, trans2=True)
    )
    assert ops.gemm(one[:0], other, trans2=True).shape == (0, 6)


def test_a_text_reads_the_same_in_any_batch() -> None:
    """The network's output for a text is identical, to the last bit, whatever the batch."""
    engine = SpacyEngine(spacy.load(installed_model()), own=True)
    nlp = engine._nlp
    together = list(nlp.pipe(TEXTS, batch_size=len(TEXTS), disable=["ner"]))
    for text, doc in zip(TEXTS, together, strict=True):
        (alone,) = nlp.pipe([text], disable=["ner"])
        np.testing.assert_array_equal(alone.tensor, doc.tensor)
    trees = list(engine.read(TEXTS, "tree"))
    assert trees == [tree for text in TEXTS for tree in engine.read([text], "tree")]
