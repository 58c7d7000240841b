"""Networks read from checkpoints, and the mean of several."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytest.importorskip("torch", reason="the recipe trains with torch")

import torch

from models.training.checkpoint import averaged
from models.training.network import Network, Shape
from tests.models.tiny import TINY

SHAPE = Shape(columns=(2, 3), branches=5, senses=4, **TINY)


def test_weights_are_the_mean_of_those_given() -> None:
    one, other = Network(SHAPE), Network(SHAPE)
    mean = averaged([one, other]).state_dict()
    for name, weight in one.state_dict().items():
        torch.testing.assert_close(mean[name], (weight + other.state_dict()[name]) / 2)


def test_the_mean_of_one_network_is_that_network() -> None:
    network = Network(SHAPE)
    mean = averaged([network]).state_dict()
    for name, weight in network.state_dict().items():
        assert torch.equal(mean[name], weight), name


@pytest.mark.parametrize("shapes", [[], [SHAPE, replace(SHAPE, senses=5)]])
def test_what_has_no_mean_is_refused(shapes: list[Shape]) -> None:
    with pytest.raises(ValueError, match=f"got {len(shapes)} shapes"):
        averaged([Network(shape) for shape in shapes])
