"""The seam behind which a language engine stands."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from quotex.parse.view import View


@runtime_checkable
class Engine(Protocol):
    """Turns text into views. spaCy stands behind it today."""

    @property
    def name(self) -> str:
        """The engine and its model, for example ``spacy/en_core_web_sm-3.8.0``."""
        ...

    def view(self, text: str) -> View:
        """Return the view of one article's text, offsets into ``text``."""
        ...
