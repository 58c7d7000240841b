"""How often each rule is right, as measured; see ``confidence.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Share = Annotated[float, Field(ge=0, le=1)]


class ConfidenceTable(BaseModel):
    """The measured shares: one for each rule, and the overall share for rules not listed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1]
    overall: Share
    rules: dict[str, Share]


@cache
def confidence_table() -> ConfidenceTable:
    """Return the packaged table."""
    text = files("quotex.quotations").joinpath("confidence.toml").read_text("utf-8")
    return ConfidenceTable.model_validate(tomllib.loads(text))


def confidence_of(rule: str) -> float:
    """Return the share of a rule's quotations whose content and source annotators agree with."""
    table = confidence_table()
    return table.rules.get(rule, table.overall)
