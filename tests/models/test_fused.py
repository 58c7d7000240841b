"""A product of eight-bit matrices becomes one node, and gives exactly what its nodes gave."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("onnx", reason="the recipe writes ONNX graphs")
pytest.importorskip("onnxruntime", reason="a trained model runs on onnxruntime")

import onnxruntime
from onnx import ModelProto, NodeProto, TensorProto, checker, helper, numpy_helper

from models.training.fused import fuse_products

WIDTH, OUT = 6, 4


def product(number: int, last: list[NodeProto]) -> tuple[list[NodeProto], str]:
    """Return the nodes of a product as quantization writes them, and the name of its result."""
    name = f"p{number}"
    nodes = [
        helper.make_node("Mul", ["scale", f"{name}_scale"], [f"{name}_scales"]),
        helper.make_node(
            "MatMulInteger", ["small", f"{name}_matrix", "zero", f"{name}_zero"], [f"{name}_whole"]
        ),
        helper.make_node("Cast", [f"{name}_whole"], [f"{name}_float"], to=TensorProto.FLOAT),
        helper.make_node("Mul", [f"{name}_float", f"{name}_scales"], [f"{name}_scaled"]),
    ]
    return [*nodes, *last], last[-1].output[0] if last else f"{name}_scaled"


def model() -> ModelProto:
    """Return a graph with three products: with a bias, without one, and added to another's."""
    rng = np.random.default_rng(3)
    one, first = product(0, [helper.make_node("Add", ["p0_bias", "p0_scaled"], ["p0_out"])])
    two, second = product(1, [])
    three, third = product(2, [helper.make_node("Add", ["p2_scaled", second], ["p2_sum"])])
    known = {"scale": np.float32(0.02), "zero": np.uint8(7)}
    for number in range(3):
        known[f"p{number}_matrix"] = rng.integers(-60, 60, (WIDTH, OUT)).astype(np.int8)
        known[f"p{number}_scale"] = rng.uniform(0.01, 0.1, OUT).astype(np.float32)
        known[f"p{number}_zero"] = np.zeros(OUT, dtype=np.int8)
    known["p0_bias"] = rng.normal(size=OUT).astype(np.float32)
    scaled = helper.make_node("QuantizeLinear", ["given", "scale", "zero"], ["small"])
    graph = helper.make_graph(
        [scaled, *one, *two, *three],
        "products",
        [helper.make_tensor_value_info("given", TensorProto.FLOAT, ["rows", WIDTH])],
        [
            helper.make_tensor_value_info(name, TensorProto.FLOAT, ["rows", OUT])
            for name in (first, second, third)
        ],
        [numpy_helper.from_array(np.asarray(value), name) for name, value in known.items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)


def answers(graph: ModelProto) -> list[np.ndarray]:
    given = np.random.default_rng(1).normal(size=(5, WIDTH)).astype(np.float32)
    found: list[np.ndarray] = onnxruntime.InferenceSession(graph.SerializeToString()).run(
        None, {"given": given}
    )
    return found


def test_each_product_is_one_node_with_the_same_answer() -> None:
    before, after = model(), model()
    fuse_products(after)
    checker.check_model(after)
    assert [node.op_type for node in after.graph.node] == [
        "QuantizeLinear", "MatMulIntegerToFloat", "MatMulIntegerToFloat", "MatMulIntegerToFloat",
        "Add",
    ]  # fmt: skip
    for found, expected in zip(answers(after), answers(before), strict=True):
        np.testing.assert_array_equal(found, expected)


def test_a_bias_goes_into_the_node() -> None:
    found = model()
    fuse_products(found)
    inputs = [list(node.input) for node in found.graph.node if "Float" in node.op_type]
    assert [given[6:] for given in inputs] == [["p0_bias"], [], []]


def test_a_second_time_changes_nothing() -> None:
    once = model()
    fuse_products(once)
    twice = ModelProto.FromString(once.SerializeToString())
    fuse_products(twice)
    assert twice == once
