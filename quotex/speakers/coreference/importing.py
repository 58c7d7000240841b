"""Imports a tool when it is needed and sets it up; says what to do if either fails."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from quotex.errors import ModelError


def imported(package: str, extra: str = "") -> Any:
    """Return the module ``package``; ``extra`` is the extra that installs it, if named otherwise.

    Raises:
        ModelError: it cannot be imported; the message names the extra.
    """
    try:
        return import_module(package)
    except ImportError as error:
        extra = extra or package
        raise ModelError(
            f"{package} cannot be imported ({_first_line(error)}); it comes with the extra "
            f'{extra!r} of quotex: run pip install ".[{extra}]" in the folder of quotex'
        ) from None


def set_up(package: str, build: Callable[[], Any], fix: str) -> Any:
    """Return the tool that ``build`` makes.

    Raises:
        ModelError: it fails, perhaps because weights are missing; the message ends with ``fix``.
    """
    try:
        return build()
    except Exception as error:  # noqa: BLE001  # tools, and the hubs they ask, raise what they like
        raise ModelError(f"{package} cannot be set up ({_first_line(error)}); {fix}") from None


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0] or type(error).__name__
