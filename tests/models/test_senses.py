"""The sense head is trained on cues that the lexicon lists; nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the recipe trains with torch")
pytest.importorskip("tokenizers", reason="the recipe splits words with tokenizers")

import torch

from models.training.data import Item, collate, items
from models.training.network import Network
from models.training.senses import fit_senses
from quotex.encoder.pieces import Pieces
from quotex.quotations.model.config import MODES, STANCES
from tests.models.tiny import examples, network, pieces_in


def odds_of(found: Network, item: Item, pieces: Pieces) -> dict[int, torch.Tensor]:
    batch = collate([item], pieces, [(False, False)])
    states = found.encoder(batch.pieces, batch.columns, batch.mask, batch.first)[0]
    base = item.window.first
    return {cue: found.look.sense(states[cue - base]) for cue in item.cues}


def test_only_the_sense_head_is_trained(tmp_path: Path) -> None:
    pieces, trained = pieces_in(tmp_path), network()
    before = {name: value.clone() for name, value in trained.state_dict().items()}
    windows = items(examples() + examples(), 24)
    shares = fit_senses(trained, windows, pieces)
    assert shares["cues"] == 3  # every tenth of 22
    assert shares["mode"] == shares["stance"] == 1
    after = trained.state_dict()
    changed = {name for name, value in after.items() if not torch.equal(value, before[name])}
    assert changed == {"look.sense.weight", "look.sense.bias"}
    for item in windows:
        for cue, odds in odds_of(trained, item, pieces).items():
            mode = MODES[int(odds[: len(MODES)].argmax())]
            stance = STANCES[int(odds[len(MODES) :].argmax())]
            assert (mode, stance) == item.example.senses[cue]
    stances = {sense[1] for item in windows for sense in item.example.senses.values()}
    assert stances == {"asserts", "denies"}


def test_cues_not_in_the_lexicon_do_not_count(tmp_path: Path) -> None:
    given = examples() + examples()
    for example in given[:4]:
        example.senses.clear()
    shares = fit_senses(network(), items(given, 24), pieces_in(tmp_path))
    assert shares["cues"] == 2  # every tenth of 11


@pytest.mark.parametrize("listed", [1, 2, 9])
def test_with_few_cues_none_is_held_out(tmp_path: Path, listed: int) -> None:
    pieces, trained = pieces_in(tmp_path), network()
    given = examples()
    left = listed
    for example in given:
        cues = sorted(example.senses)
        for cue in cues[left:]:
            del example.senses[cue]
        left = max(0, left - len(cues))
    windows = items(given, 24)
    assert fit_senses(trained, windows, pieces) == {"cues": 0.0}
    for item in windows:
        for cue, odds in odds_of(trained, item, pieces).items():
            assert odds.isfinite().all()
            if cue in item.example.senses:
                assert STANCES[int(odds[len(MODES) :].argmax())] == item.example.senses[cue][1]


def test_without_listed_cues_all_are_plain_speech(tmp_path: Path) -> None:
    pieces, trained = pieces_in(tmp_path), network()
    given = examples()
    for example in given:
        example.senses.clear()
    windows = items(given, 24)
    assert fit_senses(trained, windows, pieces) == {"cues": 0.0}
    odds_seen = [odds for item in windows for odds in odds_of(trained, item, pieces).values()]
    assert len(odds_seen) == 11
    assert {MODES[int(odds[: len(MODES)].argmax())] for odds in odds_seen} == {"speech"}
    assert {STANCES[int(odds[len(MODES) :].argmax())] for odds in odds_seen} == {"asserts"}
