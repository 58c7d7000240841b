from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from quotex.parse.stanza.decoding import decode_faster, has_repeated_argument, is_tree

LABELS = ("root", "nsubj", "obj", "obl", "nsubj:pass")


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ([0], True),
        ([2, 0, 2], True),
        ([2, 3, 0], True),
        ([0, 1, 2, 3, 4], True),
        ([], False),
        ([0, 0], False),  # two roots
        ([2, 1], False),  # none
        ([2, 1, 0], False),  # a cycle beside the root
        ([0, 2], False),  # a word that is its own head
        ([0, 3, 4, 2, 1], False),
    ],
)
def test_a_tree_has_one_root_and_no_cycle(heads: list[int], expected: bool) -> None:
    assert is_tree(heads) is expected


@pytest.mark.parametrize(
    ("heads", "labels", "expected"),
    [
        ([2, 0, 2], ["nsubj", "root", "obj"], False),
        ([2, 0, 2], ["nsubj", "root", "nsubj"], True),
        ([2, 0, 2], ["nsubj", "root", "nsubj:pass"], True),
        ([2, 0, 2], ["nsubj", "root", "nsubj:outer"], False),
        ([2, 0, 2, 2], ["obl", "root", "obj", "obj"], True),
        ([2, 0, 2, 3], ["nsubj", "root", "obj", "obj"], False),
    ],
)
def test_a_word_has_one_subject_and_one_object(
    heads: list[int], labels: list[str], expected: bool
) -> None:
    assert has_repeated_argument(heads, labels) is expected


@dataclass
class Model:
    """A stub of Stanza's parser that records which sentences were left to it."""

    left: list[int] = field(default_factory=list)

    def decode_graph_predictions(
        self, vocab: Any, size: int, scores: Sequence[Any], lengths: Sequence[int], resolve: bool
    ) -> list[list[list[Any]]]:
        assert (size, len(lengths), len(scores[0])) == (1, 1, 1)
        self.left.append(lengths[0])
        return [[[0, "by Stanza"]] * (lengths[0] - 1)]


def pipeline(model: object) -> Any:
    return SimpleNamespace(processors={"depparse": SimpleNamespace(trainer=_Trainer(model))})


@dataclass
class _Trainer:
    model: object


def scores(best: list[list[int]], labels: list[list[str]]) -> list[Any]:
    """Return the scores of Stanza's network for sentences with these heads and labels."""
    size = 1 + max(map(len, best))
    arcs = np.full((len(best), size, size), -9.0)
    names = np.zeros((len(best), size, size), dtype=int)
    for number, heads in enumerate(best):
        for word, head in enumerate(heads, 1):
            arcs[number, word, head] = -1.0
            names[number, word, :] = LABELS.index(labels[number][word - 1])
        arcs[number, :, len(heads) + 1 :] = 0.0  # after the end of the sentence
    return [arcs, names, np.zeros((len(best), size, size, len(LABELS)))]


VOCAB = SimpleNamespace(unmap=lambda numbers: [LABELS[number] for number in numbers])


@pytest.mark.parametrize("resolve", [True, False])
def test_only_sentences_without_a_tree_are_left_to_stanza(resolve: bool) -> None:
    model = Model()
    decode_faster(pipeline(model))
    heads = [[2, 0], [2, 1], [2, 0, 2]]
    given = scores(heads, [["nsubj", "root"], ["obl", "obl"], ["obj", "root", "obj"]])
    found = model.decode_graph_predictions(VOCAB, 3, given, [3, 3, 4], resolve)
    assert found[0] == [[2, "nsubj"], [0, "root"]]
    assert found[1] == [[0, "by Stanza"]] * 2
    assert (found[2][0][1] == "by Stanza") is resolve  # two objects, which Stanza repairs if asked
    assert model.left == ([3, 4] if resolve else [3])


@pytest.mark.parametrize("model", [None, SimpleNamespace(other=1)])
def test_a_pipeline_without_such_a_parser_is_unchanged(model: object) -> None:
    decode_faster(pipeline(model))
    decode_faster(SimpleNamespace(processors={}))
    assert not hasattr(model, "decode_graph_predictions")


class Layer:
    """A stub of the CRF layer of Stanza's recogniser."""

    _transitions = "weights"

    def forward(self, inputs: Any, masks: Any, tags: Any) -> tuple[Any, Any]:
        raise AssertionError("the loss was computed")


def test_the_recogniser_computes_no_loss() -> None:
    layer, other = Layer(), SimpleNamespace(forward="of another kind")
    recogniser = SimpleNamespace(trainers=[SimpleNamespace(model=SimpleNamespace(crits=[layer]))])
    decode_faster(SimpleNamespace(processors={"ner": recogniser}))
    inputs = SimpleNamespace(new_zeros=lambda shape: 0.0)
    assert layer.forward(inputs, None, None) == (0.0, "weights")
    recogniser.trainers[0].model.crits = [other]
    decode_faster(SimpleNamespace(processors={"ner": recogniser}))
    assert other.forward == "of another kind"


def test_trees_and_names_are_the_same_as_stanzas(stanza_models: Any) -> None:
    import stanza

    from quotex.parse.stanza.models import stanza_pipeline

    texts = [
        "“We don't sell,” said Ada Roe. She gave the crew a boat, they told Lind on Monday.",
        "Roe, who left; the pier, the ferry and the lamps that nobody wanted, sold. And? No.",
        "The clerk told the paper the mayor the town wanted to see had it been open left.",
    ]
    theirs = stanza.Pipeline(
        "en", dir=str(stanza_models), package="small", download_method=None, verbose=False
    )
    read = [one.bulk_process(texts) for one in (theirs, stanza_pipeline(stanza_models))]
    trees = [[(word.head, word.deprel) for doc in d for word in doc.iter_words()] for d in read]
    names = [[(name.text, name.type) for doc in d for name in doc.ents] for d in read]
    assert trees[0] == trees[1]
    assert names[0] == names[1]
    assert names[0]
