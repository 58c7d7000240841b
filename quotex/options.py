"""What a caller may choose, checked once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from quotex.errors import OptionError
from quotex.limits import MAX_CHARS
from quotex.records import Mode

DEFAULT_MODES: frozenset[Mode] = frozenset({"speech", "writing"})
ALL_MODES: frozenset[Mode] = frozenset(get_args(Mode))


@dataclass(frozen=True, slots=True)
class Options:
    """Which quotations are returned, and how long an article may be."""

    modes: frozenset[Mode] = DEFAULT_MODES
    min_confidence: float = 0.0
    furniture: bool = False
    nested: bool = False
    max_chars: int = MAX_CHARS

    @classmethod
    def checked(
        cls,
        *,
        modes: str | Iterable[str] | None = None,
        min_confidence: float = 0.0,
        furniture: bool = False,
        nested: bool = False,
        max_chars: int = MAX_CHARS,
    ) -> Options:
        """Return options, or say which value does not fit.

        Raises:
            OptionError: a mode is unknown, or a number is out of its range.
        """
        if not 0 <= min_confidence <= 1:
            raise OptionError(f"min_confidence={min_confidence} lies outside of [0, 1]")
        if max_chars < 1:
            raise OptionError(f"max_chars={max_chars} is not a positive number of characters")
        return cls(_modes(modes), min_confidence, furniture, nested, max_chars)


def _modes(given: str | Iterable[str] | None) -> frozenset[Mode]:
    if given is None:
        return DEFAULT_MODES
    if given == "all":
        return ALL_MODES
    names = frozenset([given] if isinstance(given, str) else given)
    unknown = sorted(names - ALL_MODES)
    if unknown or not names:
        raise OptionError(
            f"modes={given!r}: expected 'all' or some of {', '.join(sorted(ALL_MODES))}"
        )
    return frozenset(mode for mode in ALL_MODES if mode in names)
