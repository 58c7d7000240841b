"""What a network expects of articles that it never saw."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the recipe trains with torch")
pytest.importorskip("tokenizers", reason="the recipe splits words with tokenizers")

import numpy as np
import torch

from models.training.beliefs import beliefs, read_beliefs, write_beliefs
from models.training.data import items
from tests.models.tiny import example_of, network, pieces_in

LINE = "{1s Ada Roe} {1c said} {1q that it rained}, and {2s Bo} {2c denied} {2q it}."


def test_every_word_has_the_probability_of_the_window_that_owns_it(tmp_path: Path) -> None:
    pieces, tiny = pieces_in(tmp_path), network()
    short, long = example_of("{1s Ada} {1c said} {1q no}"), example_of(LINE)
    short.id, long.id = "short", "long"
    found = beliefs(tiny, items([short, long], 9), pieces)
    assert {name: len(words) for name, words in found.items()} == {
        "short": len(short.pieces),
        "long": len(long.pieces),
    }
    assert all(((words > 0) & (words < 1)).all() for words in found.values())


def test_the_cost_of_a_missed_cue_is_taken_out(tmp_path: Path) -> None:
    """Odds of two to one say one to one, where a missed cue costs twice a false one."""
    tiny = network()
    with torch.no_grad():
        tiny.encoder.anchor.weight.zero_()
        tiny.encoder.anchor.bias.fill_(float(np.log(2)))
    found = beliefs(tiny, items([example_of(LINE)], 50), pieces_in(tmp_path))
    (words,) = found.values()
    assert words == pytest.approx(0.5)


def test_they_are_kept(tmp_path: Path) -> None:
    given = {"a/1": np.array([0.25, 0.5], dtype=np.float32), "b": np.zeros(0, dtype=np.float32)}
    write_beliefs(tmp_path / "beliefs.npz", given)
    found = read_beliefs(tmp_path / "beliefs.npz")
    assert set(found) == set(given)
    assert all((found[name] == given[name]).all() for name in given)
