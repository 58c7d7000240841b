"""The training input of the second look."""

from __future__ import annotations

import pytest

pytest.importorskip("torch", reason="the recipe trains with torch")
pytest.importorskip("tokenizers", reason="the recipe splits words with tokenizers")

import numpy as np

from models.training.data import Batch, Item, collate, items
from models.training.looks import looks
from quotex.encoder.pieces import Pieces
from quotex.quotations.model.around import CONTENT, CUE, NONE, SOURCE
from quotex.quotations.model.features import Proposal
from quotex.quotations.model.reading import read
from tests.models.tiny import example_of, pieces_in
from tests.quotations.model.fake import Answer, FakeModel

LINE = "{1s Ada Roe} {1c said} {1q that it rained}, and {2s Bo} {2c denied} {2q it}."
REACH = 4
VISIBLE = (False, False)


@pytest.fixture(scope="module")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> Pieces:
    """The tiny tokenizer."""
    return pieces_in(tmp_path_factory.mktemp("pieces"))


def batch_of(pieces: Pieces, item: Item, hidden: tuple[bool, bool] = VISIBLE) -> Batch:
    return collate([item], pieces, [hidden])


def test_gold_cues_and_false_ones(pieces: Pieces) -> None:
    (item,) = items([example_of(LINE)], 50)
    found = looks(batch_of(pieces, item), [(0, 2), (0, 9), (0, 4)], REACH)
    assert found.row.tolist() == [0, 0, 0]
    assert found.cue.tolist() == [2, 9, 4]
    assert found.valid.tolist() == [1, 1, 0]
    assert found.mask.sum(1).tolist() == [7, 7, 9]
    assert found.place.tolist() == [2, 4, 4]
    none, content = NONE, CONTENT
    assert found.roles.tolist() == [
        [SOURCE, SOURCE, CUE, content, content, content, none, none, none],
        [none, none, none, SOURCE, CUE, content, none, none, none],
        [none] * 9,
    ]


def test_each_cue_has_the_roles_of_its_own_attribution(pieces: Pieces) -> None:
    (item,) = items([example_of(LINE)], 50)
    found = looks(batch_of(pieces, item), [(0, 2)], 50)
    assert CUE not in found.roles[0, 3:]
    assert found.roles[0].tolist().count(SOURCE) == 2


def test_inputs_match_the_detectors_second_look(pieces: Pieces) -> None:
    example = example_of(LINE)
    model = FakeModel({"said": Answer(), "denied": Answer()})
    model.reach = REACH
    assert len(read([example.encoded], model)[0]) == 2
    (item,) = items([example], 200)
    found = looks(batch_of(pieces, item), [(0, 2), (0, 9)], REACH)
    words = example.encoded.words
    for row, (looked, features) in enumerate(zip(model.looked, model.features, strict=True)):
        length = int(found.mask[row].sum())
        assert [words[i] for i in found.around[row, :length]] == looked
        np.testing.assert_array_equal(found.features[row, :length].numpy(), features)


@pytest.mark.parametrize(
    ("hidden", "branch", "proposal"),
    [(VISIBLE, True, True), ((True, False), False, False), ((False, True), True, False)],
)
def test_hidden_columns_are_zero(
    pieces: Pieces, hidden: tuple[bool, bool], branch: bool, proposal: bool
) -> None:
    example = example_of(LINE)
    example.encoded.parsed = True
    example.encoded.proposals[2] = Proposal([0, 1], [2], [3])
    (item,) = items([example], 50)
    found = looks(batch_of(pieces, item, hidden), [(0, 2)], REACH).features[0]
    assert found[:, 0].tolist() == [2, 3, 4, 5, 6, 7, 8]
    assert bool(found[:, 1].all()) is branch
    assert bool(found[:, 1].any()) is branch
    assert bool(found[:, 2].all()) is proposal
    assert bool(found[:, 2].any()) is proposal


def test_a_second_look_stays_in_its_window(pieces: Pieces) -> None:
    text = " ".join(["dogs swam"] * 10)
    example = example_of(f"{text} {{1s Bo}} {{1c denied}} {{1q it}} {text}")
    for item in items([example], 12):
        for cue in item.cues:
            window = item.window
            found = looks(batch_of(pieces, item), [(0, cue)], 30)
            around = found.around[0][found.mask[0]]
            assert around.tolist() == list(range(window.last - window.first))
            assert found.cue.tolist() == [cue - window.first]
            assert found.place.tolist() == [cue - window.first]
            assert found.roles[0, found.place[0]] == CUE
            assert found.features[0, found.place[0], 0] == 30
            break
    assert any(item.cues for item in items([example], 12))


@pytest.mark.parametrize("reach", [4, 127, 128, 300])
def test_distances_are_right_for_any_reach(pieces: Pieces, reach: int) -> None:
    (item,) = items([example_of(LINE)], 50)
    found = looks(batch_of(pieces, item), [(0, 9)], reach)
    first = max(0, 9 - reach)
    distances = found.features[0, : 12 - first, 0].tolist()
    assert distances == list(range(first - 9 + reach, 12 - 9 + reach))


def test_windows_of_one_batch_do_not_mix(pieces: Pieces) -> None:
    chosen = items([example_of("{1s Ada} {1c said} {1q no}"), example_of(LINE)], 50)
    batch = collate(chosen, pieces, [VISIBLE, VISIBLE])
    found = looks(batch, [(1, 9), (0, 1)], REACH)
    assert found.row.tolist() == [1, 0]
    assert found.mask.sum(1).tolist() == [7, 3]
    assert found.roles[1].tolist()[:3] == [SOURCE, CUE, CONTENT]
    assert not found.roles[1, 3:].any()
    assert not found.features[1, 3:].any()
