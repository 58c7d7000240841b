"""From gold articles to batches."""

from __future__ import annotations

import random

import numpy as np
import pytest

pytest.importorskip("torch", reason="the recipe trains with torch")
pytest.importorskip("tokenizers", reason="the recipe splits words with tokenizers")

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from models.training.data import Item, batches, collate, items, tags_of, words_of
from quotex.encoder.pieces import Pieces
from quotex.evaluation.gold import GoldAttribution
from quotex.quotations.model.around import CONTENT, CUE, SOURCE
from quotex.quotations.model.features import COLUMNS, PARSED
from quotex.quotations.model.reading import read
from tests.models.tiny import example_of, examples, pieces_in
from tests.quotations.model.fake import FakeModel

LINE = "{1s Ada Roe} {1c said} {1q that it rained}, and {2s Bo} {2c denied} {2q it}."
STARTS, ENDS = [0, 4, 8, 12, 14], [3, 7, 11, 13, 15]
VISIBLE = (False, False)
EXAMPLES = examples()


@pytest.fixture(scope="module")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> Pieces:
    """The tiny tokenizer."""
    return pieces_in(tmp_path_factory.mktemp("pieces"))


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(0, 3)], [0]),
        ([(0, 7)], [0, 1]),
        ([(1, 2)], [0]),  # part of a word counts as the word
        ([(3, 4)], []),  # the space between two
        ([(2, 5)], [0, 1]),
        ([(7, 14)], [2, 3]),
        ([(0, 3), (12, 15)], [0, 3, 4]),
        ([], []),
        ([(14, 15)], [4]),
    ],
)
def test_the_words_under_spans(spans: list[tuple[int, int]], expected: list[int]) -> None:
    gold = GoldAttribution.model_validate({"source": spans, "content": [(4, 7)]})
    assert words_of(gold, STARTS, ENDS) == {SOURCE: expected, CUE: [], CONTENT: [1]}


def test_tags_have_begin_and_inside() -> None:
    example = example_of(LINE)
    assert example.encoded.words[:6] == ["Ada", "Roe", "said", "that", "it", "rained"]
    assert tags_of(example).tolist() == [1, 2, 3, 5, 6, 6, 0, 0, 1, 3, 5, 0]


def test_a_role_in_two_parts_has_two_begin_tags() -> None:
    example = example_of("{1q It rained}, {1s she} {1c said}, {1q all day}.")
    assert tags_of(example).tolist() == [5, 6, 0, 1, 3, 0, 5, 6, 0]


@given(st.integers(4, 60))
@settings(max_examples=30)
def test_every_cue_is_in_one_window(capacity: int) -> None:
    found = items(EXAMPLES, capacity)
    for example in EXAMPLES:
        mine = [item for item in found if item.example is example]
        cues = sorted(cue for item in mine for cue in item.cues)
        assert cues == sorted(roles[CUE][0] for roles in example.attributions)
        tags = tags_of(example)
        for item in mine:
            window = item.window
            np.testing.assert_array_equal(item.tags, tags[window.first : window.last])
            assert all(window.own_first <= cue < window.own_last for cue in item.cues)
            assert all(roles[CUE][0] == cue for cue, roles in item.cues.items())


def test_an_attribution_without_a_cue_is_tagged_but_gets_no_second_look() -> None:
    (item,) = items([example_of("{1s Ada Roe}: {1q it rained}.")], 50)
    assert item.cues == {}
    assert item.tags.tolist() == [1, 2, 0, 5, 6, 0]


def parsed_item() -> Item:
    """A window with values in every column."""
    (item,) = items([example_of(LINE)], 50)
    columns = item.example.encoded.columns
    columns[:] = np.arange(1, columns.size + 1).reshape(columns.shape) % 3 + 1
    columns[:, COLUMNS.index("place")] = 0
    columns[0, COLUMNS.index("place")], columns[3, COLUMNS.index("place")] = 1, 2
    return item


def test_a_batch_is_padded(pieces: Pieces) -> None:
    short, long = items([example_of("{1s Ada} {1c said} {1q no}"), example_of(LINE)], 50)
    batch = collate([short, long], pieces, [VISIBLE, VISIBLE])
    count = len(long.example.pieces)
    assert batch.pieces.shape == (2, count + 2)
    assert batch.mask.sum(1).tolist() == [5, count + 2]
    assert batch.words.sum(1).tolist() == [3, count]
    assert batch.pieces[0].tolist()[5:] == [0] * (count - 3)
    assert batch.anchors[0].tolist()[:3] == [0, 1, 0]
    assert batch.anchors[1].nonzero().flatten().tolist() == [2, 9]
    assert batch.tags[0].tolist() == [1, 3, 5] + [0] * (count - 3)
    assert not batch.columns[0, 5:].any()


def test_a_batch_has_the_detectors_inputs(pieces: Pieces) -> None:
    """Training and reading produce the same inputs."""
    example = example_of(LINE)
    model = FakeModel({})
    example.pieces = model.pieces.split(example.encoded.words)
    pieces.first, pieces.last = model.pieces.first, model.pieces.last
    assert read([example.encoded], model) == [[]]
    (item,) = items([example], 200)
    batch = collate([item], pieces, [VISIBLE])
    ((ids, columns, first),) = model.windows
    assert batch.pieces[0].tolist() == ids.tolist()
    assert batch.columns[0].tolist() == columns.tolist()
    assert batch.first[0].tolist() == first.tolist()


@pytest.mark.parametrize(
    ("hidden", "gone"),
    [
        (VISIBLE, set()),
        ((True, False), set(PARSED)),
        ((False, True), {"rule"}),
        ((True, True), set(PARSED)),
    ],
)
def test_hidden_columns_are_zero(pieces: Pieces, hidden: tuple[bool, bool], gone: set[str]) -> None:
    item = parsed_item()
    before = item.example.encoded.columns.copy()
    visible = collate([item], pieces, [VISIBLE]).columns[0]
    columns = collate([item], pieces, [hidden]).columns[0]
    for number, name in enumerate(COLUMNS):
        if name in gone:
            assert not columns[:, number].any()
            assert visible[1:-1, number].all()
        elif name != "place":
            assert torch.equal(columns[:, number], visible[:, number])
    place = [1, 0, 0, 0 if hidden[0] else 2]
    assert columns[1:5, COLUMNS.index("place")].tolist() == place
    np.testing.assert_array_equal(item.example.encoded.columns, before)


@pytest.mark.parametrize("size", [1, 3, 100])
def test_batches_contain_every_window_once(size: int) -> None:
    windows = items(examples(), 30)
    found = batches(windows, size, random.Random(1))
    assert sorted(id(item) for batch in found for item in batch) == sorted(map(id, windows))
    assert all(len(batch) == size for batch in found[:-1])
    again = batches(windows, size, random.Random(1))
    assert [[id(i) for i in batch] for batch in found] == [[id(i) for i in b] for b in again]


def test_another_seed_gives_another_order() -> None:
    windows = items(examples(), 12)
    orders = {
        tuple(id(i) for batch in batches(windows, 2, random.Random(seed)) for i in batch)
        for seed in range(5)
    }
    assert len(orders) > 1
