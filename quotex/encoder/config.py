"""What the engine needs of a model's ``config.json``: the labels of its trees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from quotex.errors import ModelError
from quotex.validation import first_problem

CONFIG = "config.json"


def _once(names: tuple[str, ...]) -> tuple[str, ...]:
    """A name that stands twice would shift the numbers of those behind it."""
    if twice := [name for name, count in Counter(names).items() if count > 1]:
        raise ValueError(f"expected each name once, got {listed(twice)} more often")
    return names


Names = Annotated[
    tuple[Annotated[str, Field(min_length=1)], ...], Field(min_length=1), AfterValidator(_once)
]

# A plain name, no path: the word pieces are those of a model beside.
Owner = Annotated[str, Field(pattern=r"^\w[\w.-]*$")]


class TreeLabels(BaseModel):
    """The labels that the heads on an encoder give, in the order of their numbers."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    tags: Names
    deps: Names
    entities: Names


class _Decoding(BaseModel):
    capacity: Annotated[int, Field(gt=2)]


class TreeConfig(BaseModel):
    """A model that makes trees; what else its configuration holds is the detector's to read.

    ``decoding.capacity`` says how many pieces its encoder reads at once, ``words_of`` which model
    beside it has its word pieces, where it has none of its own.
    """

    model_config = ConfigDict(frozen=True)

    name: Annotated[str, Field(min_length=1)]
    version: Annotated[str, Field(min_length=1)]
    decoding: _Decoding
    tree: TreeLabels
    words_of: Owner | None = None


def read_tree_config(folder: Path) -> TreeConfig:
    """Return what the configuration in ``folder`` says of trees.

    Raises:
        ModelError: there is none, or the model makes no trees.
    """
    try:
        return TreeConfig.model_validate_json((folder / CONFIG).read_bytes())
    except (OSError, ValidationError) as error:
        reason = error.strerror if isinstance(error, OSError) else first_problem(error)
        raise ModelError(
            f"{folder} has no model that makes trees ({reason}); engine='quotex' needs one of "
            "format 2 with heads for trees"
        ) from None


def listed(names: Iterable[str]) -> str:
    """Return names as a message gives them."""
    return ", ".join(names) or "none"
