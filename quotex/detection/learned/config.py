"""The configuration of a trained model, ``config.json`` of its folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from quotex.detection.learned.calibration import PARTS
from quotex.detection.learned.features import COLUMNS
from quotex.errors import ModelError

CONFIG = "config.json"

Detecting = Literal["hybrid", "model"]
Share = Annotated[float, Field(ge=0, le=1)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ChainScores(_Part):
    """The scores of the chain of roles: to begin with, to go to, to end with."""

    start: tuple[float, ...]
    step: tuple[tuple[float, ...], ...]
    end: tuple[float, ...]


class KnownLabels(_Part):
    """The labels of the parse that the network was trained on."""

    pos: tuple[str, ...]
    dep: tuple[str, ...]
    entity: tuple[str, ...]


class Calibration(_Part):
    """Weights of a logistic regression from the parts of a finding to its confidence."""

    bias: float
    weights: dict[str, float]

    @field_validator("weights")
    @classmethod
    def _check_names(cls, weights: dict[str, float]) -> dict[str, float]:
        if set(weights) != set(PARTS):
            raise ValueError(f"expected weights of {', '.join(PARTS)}, got {', '.join(weights)}")
        return weights


class Decoding(_Part):
    """How findings are read off.

    ``capacity`` is in pieces a window; a word is looked at again if it begins a cue with a
    probability of ``floor`` or more; what is found then stands from a confidence of ``threshold``.
    ``senses`` names the modes and the stances in the order of the network's answers.
    """

    capacity: Annotated[int, Field(gt=2)]
    floor: Share
    threshold: Share
    senses: dict[Literal["mode", "stance"], tuple[str, ...]]


class Config(_Part):
    """What ``config.json`` holds; see the model's card for what it means."""

    format: Literal[1]
    name: str
    version: str
    columns: tuple[str, ...]
    labels: KnownLabels
    reach: Annotated[int, Field(gt=0)]
    decoding: Decoding
    chain: ChainScores
    confidence: dict[Detecting, Calibration]


def read_config(folder: Path) -> Config:
    """Return the configuration of the model in ``folder``.

    Raises:
        ModelError: there is none, or it is not of this form.
    """
    path = folder / CONFIG
    try:
        config = Config.model_validate_json(path.read_text("utf-8"))
    except OSError as error:
        raise ModelError(
            f"no model in {folder} ({error.strerror}); expected a folder with {CONFIG}"
        ) from None
    except ValidationError as error:
        raise ModelError(f"{path} is not a model's configuration: {error}") from None
    if config.columns != COLUMNS:
        raise ModelError(
            f"{path} was made for the features {', '.join(config.columns)}; "
            f"this version of quotex reads {', '.join(COLUMNS)}: train the model again"
        )
    return config
