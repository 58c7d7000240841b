"""Checks that a function is given what it expects: several extractions, or one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotex.errors import InputError
from quotex.records.extraction import ExtractionRecord


def several(given: object) -> Iterator[ExtractionRecord]:
    """Yield each of several extractions.

    Raises:
        InputError: at once, if it is a single one or no iterable; later, at something else in it.
    """
    if isinstance(given, ExtractionRecord):
        raise InputError("expected several extractions, got one; put it in a list")
    if isinstance(given, (str, bytes)) or not isinstance(given, Iterable):
        raise _wrong(given, "extractions")
    return (single(each, "extractions") for each in given)


def single(given: object, expected: str = "an extraction") -> ExtractionRecord:
    """Return what is given.

    Raises:
        InputError: it is not an extraction.
    """
    if isinstance(given, ExtractionRecord):
        return given
    raise _wrong(given, expected)


def _wrong(given: object, expected: str) -> InputError:
    held = list(given) if isinstance(given, (list, tuple)) else []
    if held and all(isinstance(each, ExtractionRecord) for each in held):
        return InputError(f"expected {expected}, got several; call it for each of them")
    return InputError(
        f"expected {expected}, got {type(given).__name__}; read an article with quotex.load() "
        "first, or Extraction.model_validate_json(line)"
    )
