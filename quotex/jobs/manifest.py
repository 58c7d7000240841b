"""The manifest: what a job was asked to do, its state and its results."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from quotex.errors import OptionError
from quotex.jobs.files import write_json

MANIFEST_NAME = "manifest.json"
State = Literal["running", "stopped", "done"]
_VERSION = 1
_MISSING = object()
_ADDED_LATER = frozenset({"lexicons", "models"})  # older manifests do not have them


@dataclass(slots=True)
class Counts:
    """Totals over the finished parts."""

    articles: int = 0
    quotations: int = 0
    words: int = 0
    failures: int = 0
    duplicate_ids: int = 0
    parts: int = 0


@dataclass(slots=True)
class Manifest:
    """The contents of ``manifest.json``.

    ``asked`` is what the output depends on; it must be the same if a job is run again.
    ``refused`` has the inputs that could not be read to the end, with the reasons.
    """

    asked: dict[str, Any]
    state: State = "running"
    inputs: dict[str, dict[str, Any]] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    counts: Counts = field(default_factory=Counts)

    def write(self, folder: Path) -> None:
        """Write it to a folder, completely or not at all."""
        write_json(folder / MANIFEST_NAME, {"version": _VERSION, **asdict(self)})


def check_same_job(folder: Path, asked: Mapping[str, Any]) -> None:
    """Compare with the manifest already in a folder.

    Raises:
        OptionError: the folder has the output of a different job.
    """
    path = folder / MANIFEST_NAME
    if not path.exists():
        return
    try:
        before = json.loads(path.read_bytes())["asked"]
    except (ValueError, KeyError, TypeError):
        raise OptionError(
            f"{path}: not the manifest of a job; give another folder, or --overwrite to start over"
        ) from None
    now = json.loads(json.dumps(dict(asked), default=str))
    names = (before.keys() | now.keys()) - (_ADDED_LATER - before.keys())
    for name in ("quotex", *sorted(names)):
        earlier, later = _differences(before.get(name), now.get(name))
        if earlier != later:
            raise OptionError(
                f"{folder}: started with {name}={_shown(earlier)}, now {name}={_shown(later)}; "
                "settings cannot be mixed: give another folder, or --overwrite to start over"
            )


def _differences(earlier: Any, later: Any) -> tuple[Any, Any]:
    """Return the two values of a setting; of two mappings, only the items that differ."""
    if not (isinstance(earlier, dict) and isinstance(later, dict)):
        return earlier, later
    names = [
        name
        for name in {**earlier, **later}
        if earlier.get(name, _MISSING) != later.get(name, _MISSING)
    ]
    before, now = ({n: given[n] for n in names if n in given} for given in (earlier, later))
    return before, now


def _shown(value: Any) -> str:
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= 80 else shown[:77] + "…"
