"""What each field holds, for the JSON Schema of the records."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

_SAME: Final = {"ExtractionRecord": "Extraction"}


def describe(schemas: Mapping[str, dict[str, Any]]) -> None:
    """Add to the schemas of records, by their names, what each field holds."""
    for name, schema in schemas.items():
        known = _descriptions().get(_SAME.get(name, name), {})
        for field, about in schema.get("properties", {}).items():
            if field in known:
                about.setdefault("description", known[field])


@cache
def _descriptions() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("quotex.records").joinpath("descriptions.toml").read_text("utf-8"))
