"""How likely two quotations are to report one utterance, given what they share.

There are two fitted logistic models, with weights in ``weights.toml``: one for pairs in which both
sides have words in quotation marks, one for pairs in which a side is indirect.
``python -m quotex.evaluation.links`` fits and measures them.
"""

from __future__ import annotations

import math
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

from quotex.linking.features import FEATURES, Shared
from quotex.linking.items import Item

_ModelName = Literal["quoted", "reworded"]


class LinkModel(BaseModel):
    """The weight of each feature, and the bias."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    bias: float
    features: dict[str, float]

    def probability(self, shared: Shared) -> float:
        """Return the probability that a pair with these features is one utterance."""
        total = self.bias + sum(
            self.features[name] * value for name, value in zip(FEATURES, shared.values, strict=True)
        )
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1]
    models: dict[_ModelName, LinkModel]


def model_name(one: Item, other: Item) -> _ModelName:
    """Return the name of the model that judges a pair."""
    return "quoted" if one.is_quoted and other.is_quoted else "reworded"


@cache
def link_models() -> dict[_ModelName, LinkModel]:
    """Return the packaged models."""
    text = files("quotex.linking").joinpath("weights.toml").read_text("utf-8")
    return _File.model_validate(tomllib.loads(text)).models
