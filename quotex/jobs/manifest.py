"""The manifest: what a job was asked to do, how far it is, what came of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from quotex.errors import OptionError
from quotex.jobs.files import write_json

NAME = "manifest.json"
State = Literal["running", "stopped", "done"]
_VERSION = 1


@dataclass(slots=True)
class Counts:
    """Sums over the parts that are done."""

    articles: int = 0
    quotations: int = 0
    words: int = 0
    failures: int = 0
    duplicate_ids: int = 0
    parts: int = 0


@dataclass(slots=True)
class Manifest:
    """What ``manifest.json`` says.

    ``asked`` is all that the output depends on; a job that is run again must ask for the same.
    ``refused`` are the inputs that could not be read to their end, with the reason.
    """

    asked: dict[str, Any]
    state: State = "running"
    inputs: dict[str, dict[str, Any]] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    counts: Counts = field(default_factory=Counts)

    def write(self, folder: Path) -> None:
        """Write it to a folder, whole."""
        write_json(folder / NAME, {"version": _VERSION, **asdict(self)})


def check_same(folder: Path, asked: Mapping[str, Any]) -> None:
    """Compare with the manifest that a folder has already.

    Raises:
        OptionError: the folder holds the output of a job that was asked for something else.
    """
    path = folder / NAME
    if not path.exists():
        return
    try:
        before = json.loads(path.read_bytes())["asked"]
    except (ValueError, KeyError, TypeError):
        raise OptionError(
            f"{path}: no manifest of a job; give another folder, or --overwrite to begin anew"
        ) from None
    now = json.loads(json.dumps(dict(asked), default=str))
    for name in sorted(before.keys() | now.keys()):
        if before.get(name) != now.get(name):
            raise OptionError(
                f"{folder}: begun with {name}={_shown(before.get(name))}, now "
                f"{name}={_shown(now.get(name))}; two settings do not mix: give another folder, "
                "or --overwrite to begin anew"
            )


def _shown(value: Any) -> str:
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= 80 else shown[:77] + "…"
