"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

ModesOption = Annotated[
    str | None,
    typer.Option(help='"all", or some of speech,writing,thought; by default the first two.'),
]
ModelOption = Annotated[
    str | None, typer.Option(help="Name or folder of a spaCy model; see quotex info.")
]
LexiconOption = Annotated[
    list[Path] | None, typer.Option(help="A TOML file of your own cues; may be given again.")
]


class Detecting(StrEnum):
    """The detectors, as ``quotex.load`` names them."""

    HYBRID = "hybrid"
    MODEL = "model"
    RULES = "rules"


DetectorOption = Annotated[
    Detecting, typer.Option(help="What finds quotations: the rules, a trained model, or both.")
]


def chosen_modes(given: str | None) -> str | list[str] | None:
    """Split "speech,writing" into its parts; "all" stays."""
    if given is None or given == "all":
        return given
    return [mode.strip() for mode in given.split(",")]
