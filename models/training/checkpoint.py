"""Reads networks from checkpoints."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch

from models.training.network import Chain as TorchChain
from models.training.network import Network, Shape
from quotex.quotations.model.chain import Chain


def chain_of(network: Network) -> Chain:
    """Return the chain of a network as arrays."""
    return as_arrays(network.chain)


def as_arrays(chain: TorchChain) -> Chain:
    """Return a chain as arrays."""
    parts = (chain.start, chain.step, chain.end)
    return Chain(*(part.detach().float().numpy().astype(np.float32) for part in parts))


def load_network(path: Path) -> Network:
    """Return the network of a checkpoint."""
    saved: dict[str, Any] = torch.load(path, weights_only=True)
    network = Network(Shape.from_dict(saved["shape"]))
    network.load_state_dict(saved["network"])
    return network.eval()


def average(network: Network, other: Network, share: float) -> Network:
    """Return a weighted average of two networks of one shape; ``share`` is the second's weight.

    A network that is trained further forgets something; halfway back, it knows most of both.
    """
    first, second = network.state_dict(), other.state_dict()
    averaged = Network(network.shape)
    averaged.load_state_dict(
        {k: torch.lerp(w.float(), second[k].float(), share) for k, w in first.items()}
    )
    return averaged.eval()


def save_network(network: Network, path: Path) -> None:
    """Write a network for ``load_network`` to read."""
    torch.save({"network": network.state_dict(), "shape": network.shape.to_dict()}, path)
