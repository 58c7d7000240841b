"""Decodes trees and names faster than Stanza does, with the same results.

Stanza always finds the best tree of a sentence by contracting cycles, in Python. In most sentences
the best heads of the individual words already form a tree with one root, which then is the best
tree. Only the other sentences are left to Stanza. Its recogniser also computes the training loss
when nothing is trained.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

_SUBJECTS = frozenset({"nsubj", "csubj", "nsubj:pass", "csubj:pass"})
_OUTER = frozenset({"nsubj:outer", "csubj:outer"})
# Stanza repairs heads that have two of a kind.
_UNIQUE_KINDS = (_SUBJECTS, _OUTER, frozenset({"obj"}))
_Decode = Callable[..., list[list[list[Any]]]]


def decode_faster(pipeline: Any) -> None:
    """Speed up the parser and the recogniser of this pipeline only, if they are of a known form."""
    _decode_trees_faster(pipeline.processors.get("depparse"))
    for trainer in getattr(pipeline.processors.get("ner"), "trainers", ()):
        for layer in getattr(getattr(trainer, "model", None), "crits", ()):
            if hasattr(layer, "_transitions"):
                layer.forward = _without_loss(layer)


def _without_loss(layer: Any) -> Callable[..., tuple[Any, Any]]:
    """Return a replacement for a CRF's ``forward`` that finds names without computing a loss."""

    def forward(inputs: Any, masks: Any, tags: Any) -> tuple[Any, Any]:
        return inputs.new_zeros(()), layer._transitions

    return forward


def _decode_trees_faster(parser: Any) -> None:
    model = getattr(getattr(parser, "trainer", None), "model", None)
    decode = getattr(model, "decode_graph_predictions", None)
    if model is not None and decode is not None:
        model.decode_graph_predictions = _fast_decoder(decode)


def _fast_decoder(decode: _Decode) -> _Decode:
    def decode_fast(
        vocab: Any,
        batch_size: int,
        scores: Sequence[Any],
        lengths: Sequence[int],
        resolve_head_constraints: bool = False,
    ) -> list[list[list[Any]]]:
        found = []
        for number, length in enumerate(lengths):
            heads = scores[0][number][1:length, :length].argmax(axis=1).tolist()
            words = None
            if is_tree(heads):
                row = scores[1][number]
                labels = vocab.unmap([row[word, head] for word, head in enumerate(heads, 1)])
                if not (resolve_head_constraints and has_repeated_argument(heads, labels)):
                    words = [[head, label] for head, label in zip(heads, labels, strict=True)]
            if words is None:
                single = [part[number : number + 1] for part in scores]
                [words] = decode(vocab, 1, single, [length], resolve_head_constraints)
            found.append(words)
        return found

    return decode_fast


def is_tree(heads: Sequence[int]) -> bool:
    """Whether these heads of the words 1, 2, … form a tree with one root, whose head is 0."""
    if heads.count(0) != 1:
        return False
    top = [True] + [False] * len(heads)  # whether a word is known to descend from the root
    for word in range(1, len(heads) + 1):
        path: list[int] = []
        at = word
        while not top[at]:
            if len(path) > len(heads):
                return False
            path.append(at)
            at = heads[at - 1]
        for passed in path:
            top[passed] = True
    return True


def has_repeated_argument(heads: Sequence[int], labels: Sequence[str]) -> bool:
    """Whether any word has two subjects or two objects."""
    for kind in _UNIQUE_KINDS:
        of_kind = [head for head, label in zip(heads, labels, strict=True) if label in kind]
        if len(of_kind) > len(set(of_kind)):
            return True
    return False
