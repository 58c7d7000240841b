"""Rewrites as one node what torch or quantization spreads over several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from onnx import ModelProto, NodeProto, TensorProto, helper

PRODUCT, FUSED_PRODUCT = "MatMulInteger", "MatMulIntegerToFloat"
ATTENTION = "MultiHeadAttention"
_MASK = "mask"  # the input of a graph that says where there are words
_DOMAIN = "com.microsoft"  # of onnxruntime's own nodes


class _Spread(NamedTuple):
    """The nodes of a product: of integers, made floats, scaled and, except at times, shifted."""

    integers: NodeProto
    floats: NodeProto
    scaled: NodeProto
    shifted: NodeProto | None


def fuse_attention(model: ModelProto, heads: int) -> None:
    """Replace the attention of each layer by one node: all from its joint product to its mixture.

    If its scores are masked, the graph has an input "mask" [windows, words], True where there are
    words.
    """
    graph = model.graph
    makers = {name: node for node in graph.node for name in node.output}
    users = {name: node for node in graph.node for name in node.input}
    kept: list[NodeProto] = []
    fused: dict[str, list[NodeProto]] = {}
    for softmax in (node for node in graph.node if node.op_type == "Softmax"):
        mixture = softmax
        while mixture.op_type != "Reshape":
            mixture = users[mixture.output[0]]
        asking = makers[softmax.input[0]]
        is_masked = asking.op_type == "Add"
        while asking.op_type != "Reshape":
            asking = makers[asking.input[0]]
        fused[mixture.name] = [*_attention(softmax.name, asking, mixture, heads, is_masked)]
    for node in graph.node:
        kept += fused.get(node.name, [node])
    _write(model, kept)


def _attention(
    name: str, asking: NodeProto, mixture: NodeProto, heads: int, is_masked: bool
) -> Iterator[NodeProto]:
    parts = [f"{name}_{part}" for part in ("queries", "keys", "values")]
    yield helper.make_node("Split", [asking.input[0]], parts, name=f"{name}_split", axis=-1)
    if is_masked:
        mask = f"{name}_mask"
        yield helper.make_node("Cast", [_MASK], [mask], name=mask, to=TensorProto.INT32)
        parts += ["", mask]
    yield helper.make_node(
        ATTENTION, parts, mixture.output, name=f"{name}_fused", domain=_DOMAIN, num_heads=heads
    )


def fuse_products(model: ModelProto) -> None:
    """Replace the nodes of each product by one that needs no matrices in between."""
    graph = model.graph
    makers = {name: node for node in graph.node for name in node.output}
    biases = {one.name for one in graph.initializer if len(one.dims) == 1}
    dropped: set[str] = set()
    fused: dict[str, NodeProto] = {}
    for spread in _products(model, biases):
        [scales] = [name for name in spread.scaled.input if name not in spread.floats.output]
        given, matrix, given_zero, matrix_zero = spread.integers.input
        given_scale, matrix_scale = makers[scales].input
        inputs = [given, matrix, given_scale, matrix_scale, given_zero, matrix_zero]
        if spread.shifted is not None:
            inputs += [name for name in spread.shifted.input if name in biases]
        last = spread.shifted or spread.scaled
        fused[last.output[0]] = helper.make_node(
            FUSED_PRODUCT, inputs, last.output, name=spread.integers.name, domain=_DOMAIN
        )
        dropped |= {node.output[0] for node in spread if node is not None} | {scales}
    kept = [
        fused.get(node.output[0], node)
        for node in graph.node
        if node.output[0] in fused or node.output[0] not in dropped
    ]
    _write(model, kept)


def _products(model: ModelProto, biases: set[str]) -> Iterator[_Spread]:
    users: dict[str, list[NodeProto]] = defaultdict(list)
    for node in model.graph.node:
        for name in node.input:
            users[name].append(node)
    for node in model.graph.node:
        if node.op_type != PRODUCT:
            continue
        [floats] = users[node.output[0]]
        [scaled] = users[floats.output[0]]
        after = users[scaled.output[0]]
        is_shifted = len(after) == 1 and after[0].op_type == "Add" and biases & {*after[0].input}
        yield _Spread(node, floats, scaled, after[0] if is_shifted else None)


def _write(model: ModelProto, nodes: list[NodeProto]) -> None:
    """Give the graph these nodes, without what nothing needs any more."""
    graph = model.graph
    needed = {output.name for output in graph.output}
    copies: list[NodeProto] = []
    for node in reversed(nodes):
        if not needed.isdisjoint(node.output):
            needed.update(node.input)
            copies.append(NodeProto.FromString(node.SerializeToString()))
    del graph.node[:]
    graph.node.extend(reversed(copies))
    weights = [weight for weight in graph.initializer if weight.name in needed]
    del graph.initializer[:]
    graph.initializer.extend(weights)
    known = {opset.domain for opset in model.opset_import}
    if _DOMAIN not in known and any(node.domain == _DOMAIN for node in copies):
        model.opset_import.append(helper.make_opsetid(_DOMAIN, 1))
