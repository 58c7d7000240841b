"""Runs a model's graphs once, with the highest ids that its configuration allows."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import numpy as np

from quotex.encoder.sessions import first_line
from quotex.errors import ModelError
from quotex.quotations.model.around import ROLES, highest_ids_around
from quotex.quotations.model.base import AttributionModel
from quotex.quotations.model.chain import Floats


class FolderModel(AttributionModel, Protocol):
    """A model in a folder."""

    folder: Path


def check_sizes(model: FolderModel) -> None:
    """Raise a ModelError if the sizes of the graphs do not match the configuration.

    Such graphs would fail in the middle of an article or, worse, silently return wrong scores.
    """
    states = _encoded(model)
    how = model.decoding
    cues = states[:1]
    highest = [*highest_ids_around(model.reach, model.labels.size("dep"))]
    highest += [model.labels.size(column) - 1 for column in model.encoder.unread_columns]
    features = np.array([[highest]], dtype=np.int64)
    place, mask = np.zeros(1, dtype=np.int64), np.ones((1, 1), dtype=bool)
    try:
        scores, _, senses = model.second_look(cues[None], cues, place, features, mask)
    except Exception as error:  # noqa: BLE001  # onnxruntime has a class for each code of its own
        raise _mismatch(model, "the second look does not fit reach and labels", error) from None
    known = sum(len(names) for names in how.senses.values())
    if scores.shape[-1] != len(ROLES) or senses.shape[-1] != known:
        raise ModelError(
            f"{model.folder}: the second look scores {scores.shape[-1]} roles and "
            f"{senses.shape[-1]} senses; expected {len(ROLES)} and the {known} of decoding.senses: "
            "use graphs and configuration from the same training run"
        )


def _encoded(model: FolderModel) -> Floats:
    try:
        return model.encoder.longest_window_states()
    except Exception as error:  # noqa: BLE001  # onnxruntime has a class for each code of its own
        raise _mismatch(
            model, "the encoder does not fit labels and decoding.capacity", error
        ) from None


def _mismatch(model: FolderModel, what: str, error: Exception) -> ModelError:
    return ModelError(
        f"{model.folder}: {what} ({first_line(error)}); use graphs and configuration from the same "
        "training run"
    )
