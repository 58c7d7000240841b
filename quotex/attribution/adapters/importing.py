"""Imports a tool when it is needed, and says how to install it where it is missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from quotex.errors import ModelError


def imported(package: str, command: str) -> Any:
    """Return the module ``package``.

    Raises:
        ModelError: it is not installed; the message names ``command``.
    """
    try:
        return import_module(package)
    except ImportError as error:
        raise ModelError(f"{package} cannot be imported ({error}); run: {command}") from None
