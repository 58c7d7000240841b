"""The options of ``quotex.load`` as command-line options, derived from ``quotex.options``."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from enum import StrEnum
from inspect import Parameter
from pathlib import Path
from typing import Annotated, Any, TypeVar, get_args

import typer

from quotex.options import (
    DetectorName,
    EngineName,
    ResolverName,
    defaults,
    engine_defaults,
    option_help,
)

Command = TypeVar("Command", bound=Callable[..., Any])


def _choice(title: str, names: object) -> Any:
    """Return an enum with the names of a Literal, for a command-line option."""
    return StrEnum(title, {name.upper(): name for name in get_args(names)})


_DETECTOR = _choice("Detector", DetectorName)
_ENGINE = _choice("Engine", EngineName)
_TYPES: dict[str, Any] = {
    "engine": _ENGINE | None,
    "stanza_dir": Path | None,
    "package": str | None,
    "processors": str | None,
    "modes": str | None,
    "lexicon": list[Path] | None,
    "min_confidence": float,
    "furniture": bool,
    "nested": bool,
    "max_chars": int,
    "detector": _DETECTOR,
    "attribution_model": str | None,
    "threads": int,
    "resolver": _choice("Resolver", ResolverName) | None,
}
_NO_MODES = " By default, speech and writing."
_HINTS = {
    "modes": " Separate several with commas.",
    "lexicon": " Can be repeated.",
}
ModelOption = Annotated[
    str | None, typer.Option(help="Name or folder of a spaCy model; see quotex info.")
]


def with_load_options(**changed: Any) -> Callable[[Command], Command]:
    """Give a command all the options of ``quotex.load``, passed in its ``**options``.

    ``changed`` contains defaults that differ from those of ``load``.
    """

    def decorate(command: Command) -> Command:
        signature = inspect.signature(command, eval_str=True)
        own = [p for p in signature.parameters.values() if p.kind is not Parameter.VAR_KEYWORD]
        given = engine_defaults() | defaults() | changed
        added = [_parameter(name, default) for name, default in given.items()]
        command.__signature__ = signature.replace(  # type: ignore[attr-defined]
            parameters=[*own, *added]
        )
        return command

    return decorate


def for_load(options: Mapping[str, Any]) -> dict[str, Any]:
    """Return a command's options as arguments for ``quotex.load``."""
    given = {k: v.value if isinstance(v, StrEnum) else v for k, v in options.items()}
    modes = given["modes"]
    if modes is not None and modes != "all":
        given["modes"] = [mode.strip() for mode in modes.split(",")]
    given["lexicon"] = given["lexicon"] or ()
    return given


def _parameter(name: str, default: Any) -> Parameter:
    kind = _TYPES[name]
    flags = [f"--{name.replace('_', '-')}"] if kind is bool else []
    hint = _HINTS.get(name, "") + (_NO_MODES if name == "modes" and default is None else "")
    option = typer.Option(*flags, help=option_help(name) + hint)
    if name == "detector":
        default = _DETECTOR(default)
    elif name == "lexicon":
        default = None
    return Parameter(
        name, Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[kind, option]
    )
