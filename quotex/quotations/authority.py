"""What each rule may decide; see ``rules/authority.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Weight = Annotated[float, Field(ge=0, le=1)]
Role = Literal["overrides", "fills", "advises"]


class Authority(BaseModel):
    """One rule's weight among the rules, and its role beside the model."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    weight: Weight
    strong: Weight | None = None
    weak: Weight | None = None
    authority: Role


class AuthorityTable(BaseModel):
    """The authority of each rule, by name."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1]
    rules: dict[str, Authority]


@cache
def authority_table() -> AuthorityTable:
    """Return the packaged table."""
    text = files("quotex.quotations.rules").joinpath("authority.toml").read_text("utf-8")
    return AuthorityTable.model_validate(tomllib.loads(text))


def authority_of(rule: str) -> Authority:
    """Return the authority of a rule, by its name or the part of its name before the colon.

    Raises:
        LookupError: the rule is not declared.
    """
    rules = authority_table().rules
    found = rules.get(rule) or rules.get(rule.partition(":")[0])
    if found is None:
        raise LookupError(
            f"no authority for rule {rule!r}; declare its weight and authority in "
            "quotex/quotations/rules/authority.toml"
        )
    return found


def weight_of(rule: str, case: Literal["", "strong", "weak"] = "") -> float:
    """Return the weight of a rule's candidate; ``case`` is one that the rule distinguishes.

    Raises:
        LookupError: the rule is not declared.
    """
    found = authority_of(rule)
    special = {"strong": found.strong, "weak": found.weak}.get(case)
    return found.weight if special is None else special
