"""Makes a folder that Stanza loads: models in half precision, and ``resources.json``."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from models.stanza.settings import NAMES, PACKAGE, STEPS, VECTORS

_LANGUAGE, _PRETRAIN = "en", "pretrain"
# Entries that training leaves in a file and nothing reads afterwards.
_LEFT_OVER = frozenset({"optimizer", "dev_score_history", "last_best_step", "optimizer_state_dict"})


_CHANGES, _CHANGES_WEIGHT = "delta", "delta_emb.weight"


def pack(work: Path, out: Path) -> None:
    """Write the models in ``work`` to the folder ``out``, in Stanza's own layout."""
    for name in NAMES:
        saved = torch.load(work / f"{name}.pt", map_location="cpu", weights_only=True)
        _save(strip(saved), _path(out, name))
    # Stanza uses the vectors as stored, so they keep full precision.
    vectors = torch.load(work / VECTORS, map_location="cpu", weights_only=True)
    _save(vectors, _path(out, _PRETRAIN))
    (out / "resources.json").write_text(json.dumps(resources(out), indent=1) + "\n", "utf-8")


def strip(saved: Mapping[str, Any]) -> dict[str, Any]:
    """Return the contents of a model file in half precision, without optimizers and paths."""
    kept = {key: value for key, value in saved.items() if key not in _LEFT_OVER}
    vocab, model = kept.get("vocab", {}), kept.get("model") or {}
    if _CHANGES in vocab and not bool(model[_CHANGES_WEIGHT].any()):
        # The recogniser's changes to the vectors of the words it saw: a row for each, but all
        # zeros, because this recipe does not fine-tune the vectors.
        kept["vocab"] = {key: value for key, value in vocab.items() if key != _CHANGES}
        kept["model"] = {key: value for key, value in model.items() if key != _CHANGES_WEIGHT}
    for key, value in kept.items():
        if key == "config":
            kept[key] = {name: _without_path(given) for name, given in value.items()}
        elif isinstance(value, Mapping):
            kept[key] = {
                name: one.half() if isinstance(one, Tensor) and one.is_floating_point() else one
                for name, one in value.items()
            }
    return kept


def resources(out: Path) -> dict[str, Any]:
    """Return the index of a model folder, which tells Stanza what belongs together."""
    found: dict[str, Any] = {"lang_name": "English"}
    for name in NAMES:
        entry: dict[str, Any] = {"md5": _md5(_path(out, name))}
        if STEPS[name].vectors:
            entry["dependencies"] = [{"model": _PRETRAIN, "package": PACKAGE}]
        found[name] = {PACKAGE: entry}
    found[_PRETRAIN] = {PACKAGE: {"md5": _md5(_path(out, _PRETRAIN))}}
    together = dict.fromkeys(NAMES, PACKAGE)
    found["packages"] = {PACKAGE: together, "default": together}
    return {_LANGUAGE: found}


def _path(out: Path, name: str) -> Path:
    return out / _LANGUAGE / name / f"{PACKAGE}.pt"


def _save(saved: Mapping[str, Any], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save(saved, path, _use_new_zipfile_serialization=False)


def _without_path(given: object) -> object:
    return Path(given).name if isinstance(given, str) and "/" in given else given


def _md5(path: Path) -> str:
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
