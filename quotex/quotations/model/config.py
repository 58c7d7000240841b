"""The configuration of a trained model, ``config.json`` in its folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    FiniteFloat,
    ValidationError,
    field_validator,
)

from quotex.encoder.config import CONFIG, ModelName, Names, TreeLabels, listed
from quotex.encoder.words import COLUMNS as TEXT_COLUMNS
from quotex.errors import ModelError
from quotex.quotations.model.around import ROLES
from quotex.quotations.model.calibration import PARTS
from quotex.quotations.model.features import COLUMNS
from quotex.records import Mode, Stance
from quotex.validation import first_problem

MODES: tuple[str, ...] = get_args(Mode)
STANCES: tuple[str, ...] = get_args(Stance)

DetectorMode = Literal["hybrid", "model"]
SenseKind = Literal["mode", "stance"]
Share = Annotated[float, Field(ge=0, le=1)]

_KNOWN: dict[SenseKind, tuple[str, ...]] = {"mode": MODES, "stance": STANCES}


RoleScores = Annotated[tuple[FiniteFloat, ...], Field(min_length=len(ROLES), max_length=len(ROLES))]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ChainScores(_Part):
    """The scores of the chain of roles: for the first role, for each step, and for the last."""

    start: RoleScores
    step: Annotated[tuple[RoleScores, ...], Field(min_length=len(ROLES), max_length=len(ROLES))]
    end: RoleScores


class KnownLabels(_Part):
    """The labels of the parse that the network was trained on."""

    pos: Names
    dep: Names
    entity: Names


class Calibration(_Part):
    """Weights of a logistic regression from the parts of a finding to its confidence."""

    bias: FiniteFloat
    weights: dict[str, FiniteFloat]

    @field_validator("weights")
    @classmethod
    def _check_names(cls, weights: dict[str, float]) -> dict[str, float]:
        if set(weights) != set(PARTS):
            raise ValueError(f"expected weights of {listed(PARTS)}, got {listed(weights)}")
        return weights


class Decoding(_Part):
    """How findings are decoded.

    ``capacity`` is the number of pieces per window. A word gets a second look if it begins a cue
    with a probability of at least ``floor``. A finding is kept from a confidence of ``threshold``,
    or of ``quoted_threshold`` if all of it is in quotation marks and the model has one.
    ``senses`` names the modes and the stances in the order of the network's output.
    """

    capacity: Annotated[int, Field(gt=2)]
    floor: Share
    threshold: Share
    quoted_threshold: Share | None = None
    senses: dict[SenseKind, Names]

    def threshold_for(self, *, quoted: bool) -> float:
        """Return the least confidence of findings to keep; ``quoted``: all in quotation marks."""
        if quoted and self.quoted_threshold is not None:
            return self.quoted_threshold
        return self.threshold

    @field_validator("senses")
    @classmethod
    def _check_senses(
        cls, senses: dict[SenseKind, tuple[str, ...]]
    ) -> dict[SenseKind, tuple[str, ...]]:
        if set(senses) != set(_KNOWN):
            raise ValueError(f"expected {listed(_KNOWN)}, got {listed(senses)}")
        for kind, names in senses.items():
            if unknown := [name for name in names if name not in _KNOWN[kind]]:
                raise ValueError(
                    f"{kind}: expected some of {listed(_KNOWN[kind])}, got {listed(unknown)}"
                )
        return senses


class Config(_Part):
    """The contents of ``config.json``; see the model's card for what they mean.

    In format 1 the encoder also reads what the engine and the rules say about the text. In format 2
    it reads only the text, the second look reads what they say, and with ``tree`` the model has
    heads that make trees. ``words_of`` is the model next to it that has its word pieces.
    """

    format: Literal[1, 2]
    name: Annotated[str, Field(min_length=1)]
    version: Annotated[str, Field(min_length=1)]
    columns: tuple[str, ...]
    labels: KnownLabels
    reach: Annotated[int, Field(gt=0)]
    decoding: Decoding
    chain: ChainScores
    confidence: dict[DetectorMode, Calibration]
    tree: TreeLabels | None = None
    words_of: ModelName | None = None

    @property
    def reads_text(self) -> bool:
        """Whether the encoder reads only the text."""
        return self.format > 1

    @field_validator("confidence")
    @classmethod
    def _check_detectors(
        cls, confidence: dict[DetectorMode, Calibration]
    ) -> dict[DetectorMode, Calibration]:
        expected = get_args(DetectorMode)
        if set(confidence) != set(expected):
            raise ValueError(f"expected {listed(expected)}, got {listed(confidence)}")
        return confidence


def read_config(folder: Path) -> Config:
    """Return the configuration of the model in ``folder``.

    Raises:
        ModelError: there is none, or it is not valid.
    """
    path = folder / CONFIG
    try:
        config = Config.model_validate_json(path.read_bytes())
    except OSError as error:
        raise ModelError(
            f"no model in {folder} ({error.strerror}); expected a folder with {CONFIG}"
        ) from None
    except ValidationError as error:
        raise ModelError(f"{path} is not a model's configuration: {first_problem(error)}") from None
    expected = TEXT_COLUMNS if config.reads_text else COLUMNS
    if config.columns != expected:
        raise ModelError(
            f"{path} was made for the features {', '.join(config.columns)}; "
            f"this version of quotex reads {', '.join(expected)}: train the model again"
        )
    return config
