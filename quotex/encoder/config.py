"""The part of a model's ``config.json`` that the engine needs: the labels of its trees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from quotex.errors import ModelError
from quotex.validation import first_problem

CONFIG = "config.json"


def _unique(names: tuple[str, ...]) -> tuple[str, ...]:
    """Reject a repeated name, which would shift the numbers of those after it."""
    if repeated := [name for name, count in Counter(names).items() if count > 1]:
        raise ValueError(f"expected each name once, got {listed(repeated)} more than once")
    return names


Names = Annotated[
    tuple[Annotated[str, Field(min_length=1)], ...], Field(min_length=1), AfterValidator(_unique)
]

# A plain name, not a path: the word pieces belong to a model in a sibling folder.
ModelName = Annotated[str, Field(pattern=r"^\w[\w.-]*$")]


class TreeLabels(BaseModel):
    """The labels that an encoder's heads predict, ordered by number."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    tags: Names
    deps: Names
    entities: Names


class _Decoding(BaseModel):
    capacity: Annotated[int, Field(gt=2)]


class TreeConfig(BaseModel):
    """The configuration of a model that makes trees; the detector reads the rest of it.

    ``decoding.capacity`` is the number of pieces that the encoder reads at once, ``words_of`` the
    sibling model with its word pieces, if it has none of its own.
    """

    model_config = ConfigDict(frozen=True)

    name: Annotated[str, Field(min_length=1)]
    version: Annotated[str, Field(min_length=1)]
    decoding: _Decoding
    tree: TreeLabels
    words_of: ModelName | None = None


def read_tree_config(folder: Path) -> TreeConfig:
    """Return the tree configuration of the model in ``folder``.

    Raises:
        ModelError: there is none, or the model does not make trees.
    """
    try:
        return TreeConfig.model_validate_json((folder / CONFIG).read_bytes())
    except (OSError, ValidationError) as error:
        reason = error.strerror if isinstance(error, OSError) else first_problem(error)
        raise ModelError(
            f"{folder} has no model that makes trees ({reason}); engine='quotex' needs a model "
            "of format 2 with heads for trees"
        ) from None


def listed(names: Iterable[str]) -> str:
    """Return names as a list for a message."""
    return ", ".join(names) or "none"
