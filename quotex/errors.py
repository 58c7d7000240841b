"""The errors that quotex raises. Each has a stable code, and the message says what to do."""

from __future__ import annotations

_LONGEST = 200  # characters of another library's message


def one_line(error: BaseException) -> str:
    """Return the message of another library's error in one line of limited length."""
    return " ".join(str(error).split())[:_LONGEST]


class QuotexError(Exception):
    """Base of all errors that quotex raises on purpose; ``code`` is stable."""

    code = "Q000"

    def __str__(self) -> str:
        return f"[{self.code}] {super().__str__()}"


class InputError(QuotexError):
    """The text or record given cannot be read: empty, of the wrong type, too long."""

    code = "Q100"


class LexiconError(QuotexError):
    """A lexicon file does not have the documented format."""

    code = "Q200"


class ModelError(QuotexError):
    """The requested language model is missing or lacks a component that the rules need."""

    code = "Q300"


class ReadingError(QuotexError):
    """Reading an article or a page failed unexpectedly: a bug in quotex, or not enough memory."""

    code = "Q500"


class OptionError(QuotexError):
    """An option has an invalid value."""

    code = "Q400"
