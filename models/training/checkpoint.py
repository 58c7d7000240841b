"""Reads networks from checkpoints, and averages several into one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from models.training.network import Network, Shape
from quotex.quotations.model.chain import Chain


def chain_of(network: Network) -> Chain:
    """Return the chain of a network as arrays."""
    parts = (network.chain.start, network.chain.step, network.chain.end)
    return Chain(*(part.detach().float().numpy().astype(np.float32) for part in parts))


def load_network(path: Path) -> Network:
    """Return the network of a checkpoint."""
    held: dict[str, Any] = torch.load(path, weights_only=True)
    network = Network(Shape.of(held["shape"]))
    network.load_state_dict(held["network"])
    return network.eval()


def averaged(networks: Sequence[Network]) -> Network:
    """Return the network whose weights are the mean of those given, all of one shape.

    Raises:
        ValueError: there are none, or their shapes differ.
    """
    shapes = {network.shape for network in networks}
    if len(shapes) != 1:
        raise ValueError(f"expected networks of one shape to average, got {len(shapes)} shapes")
    states = [network.state_dict() for network in networks]
    mean = Network(shapes.pop())
    mean.load_state_dict(
        {k: torch.stack([s[k].float() for s in states]).mean(0) for k in states[0]}
    )
    return mean.eval()
