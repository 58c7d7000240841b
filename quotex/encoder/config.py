"""What the engine needs of a model's ``config.json``: the labels of its trees."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from quotex.encoder.parser import TreeLabels
from quotex.errors import ModelError

CONFIG = "config.json"


@dataclass(frozen=True, slots=True)
class TreeConfig:
    """A model's name and version, how many pieces its encoder reads at once, and its labels."""

    name: str
    capacity: int
    labels: TreeLabels


def read_tree_config(folder: Path) -> TreeConfig:
    """Return what the configuration in ``folder`` says of trees.

    Raises:
        ModelError: there is none, or the model makes no trees.
    """
    path = folder / CONFIG
    try:
        given = json.loads(path.read_text("utf-8"))
        tree = given["tree"]
        return TreeConfig(
            name=f"{given['name']}-{given['version']}",
            capacity=given["decoding"]["capacity"],
            labels=TreeLabels(*(tuple(tree[key]) for key in ("tags", "deps", "entities"))),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(
            f"{folder} has no model that makes trees ({type(error).__name__}: {error}); "
            "engine='quotex' needs one of format 2 with heads for trees"
        ) from None
