"""Everything that depends on the language, in one object; the words themselves are data."""

from quotex.languages.language import Language

__all__ = ["Language"]
