"""What depends on the language, behind one object; the words themselves are data."""

from quotex.languages.language import Language

__all__ = ["Language"]
