"""Rewrites each product of eight-bit matrices, which quantization spreads over nodes, as one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from onnx import ModelProto, NodeProto, helper

PRODUCT, FUSED_PRODUCT = "MatMulInteger", "MatMulIntegerToFloat"
_DOMAIN = "com.microsoft"  # of onnxruntime's own nodes


class _Spread(NamedTuple):
    """The nodes of a product: of integers, made floats, scaled and, except at times, shifted."""

    integers: NodeProto
    floats: NodeProto
    scaled: NodeProto
    shifted: NodeProto | None


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
    copies = [NodeProto.FromString(node.SerializeToString()) for node in kept]
    del graph.node[:]
    graph.node.extend(copies)
    if fused and all(known.domain != _DOMAIN for known in model.opset_import):
        model.opset_import.append(helper.make_opsetid(_DOMAIN, 1))


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
