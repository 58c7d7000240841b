"""Runs Stanza's own training code for one model."""

from __future__ import annotations

import importlib
import json
import logging
import time
from contextlib import nullcontext
from pathlib import Path

import torch

from models.stanza.lstm import padded_lstms
from models.stanza.settings import STEPS, Name

CPU = "cpu"
_TIMES = "minutes.json"
_READ_STATES = frozenset({"mwt", "lemma"})  # these use the cell states at the end of an LSTM


def train_step(folder: Path, name: Name, device: str = CPU, *, quick: bool = False) -> Path:
    """Train one model on the files in ``folder`` and return the file that Stanza wrote."""
    torch.set_num_threads(1)
    step = STEPS[name]
    began = time.monotonic()
    logging.getLogger("stanza").info("training %s", name)
    as_is = device != CPU or name in _READ_STATES
    with nullcontext() if as_is else padded_lstms():
        arguments = step.arguments(str(folder), name, device, quick=quick)
        importlib.import_module(step.module).main(arguments)
    _record_time(folder, name, (time.monotonic() - began) / 60)
    return folder / f"{name}.pt"


def minutes(folder: Path) -> dict[str, float]:
    """Return the training time of each model that was trained in ``folder``, in minutes."""
    path = folder / _TIMES
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def _record_time(folder: Path, name: str, minutes_taken: float) -> None:
    (folder / _TIMES).write_text(
        json.dumps({**minutes(folder), name: round(minutes_taken, 1)}), "utf-8"
    )
