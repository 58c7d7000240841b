"""What can go wrong, each with a code that does not change. A message gives the fix."""

from __future__ import annotations


class QuotexError(Exception):
    """Base of all errors that quotex raises on purpose; ``code`` is stable."""

    code = "Q000"

    def __str__(self) -> str:
        return f"[{self.code}] {super().__str__()}"


class InputError(QuotexError):
    """The text or record given cannot be read: empty, of the wrong type, too long."""

    code = "Q100"


class LexiconError(QuotexError):
    """A lexicon file is not of the documented form."""

    code = "Q200"


class ModelError(QuotexError):
    """The language model asked for is missing or lacks a part that the rules read."""

    code = "Q300"


class ReadingError(QuotexError):
    """An article on which the reading itself failed: a fault of quotex, or memory that ran out."""

    code = "Q500"


class OptionError(QuotexError):
    """An option has a value that it does not take."""

    code = "Q400"
