"""Networks read back from checkpoints."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the recipe trains with torch")

import torch

from models.training.checkpoint import average, chain_of, load_network, save_network
from models.training.network import Network, Shape
from tests.models.tiny import TINY

SHAPE = Shape(columns=(2, 3), branches=5, senses=4, **TINY)


def test_a_network_survives_its_checkpoint(tmp_path: Path) -> None:
    network, path = Network(SHAPE), tmp_path / "last.pt"
    save_network(network, path)
    found = load_network(path)
    assert found.shape == SHAPE
    assert not found.training
    for name, weight in network.state_dict().items():
        assert torch.equal(found.state_dict()[name], weight), name


def test_a_chain_matches_its_network() -> None:
    network = Network(SHAPE)
    assert chain_of(network).step.tolist() == network.chain.step.tolist()


@pytest.mark.parametrize("share", [0.0, 0.25, 1.0])
def test_an_average_lies_between_two_networks(share: float) -> None:
    one, other = Network(SHAPE), Network(SHAPE)
    averaged = average(one, other, share).state_dict()
    for name, weight in one.state_dict().items():
        expected = (1 - share) * weight + share * other.state_dict()[name]
        torch.testing.assert_close(averaged[name], expected)
