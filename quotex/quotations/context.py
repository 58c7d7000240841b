"""Everything that a rule, or code that resolves a quotation, may read from one article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from quotex.document.document import Document
from quotex.document.marks import Quoted
from quotex.languages import Language
from quotex.languages.lexicon import Lexicon
from quotex.parse.view import View
from quotex.quotations.index import SpanIndex

_T = TypeVar("_T")


@dataclass(frozen=True)
class Context:
    """A document and its view. ``furniture``: whether quotations may be in page furniture."""

    document: Document
    view: View
    furniture: bool = False
    _read: dict[Callable[[Context], Any], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def language(self) -> Language:
        """The language of the article."""
        return self.document.language

    @property
    def lexicon(self) -> Lexicon:
        """The words that attribute."""
        return self.document.language.lexicon

    @property
    def stretches(self) -> list[Quoted]:
        """The quoted stretches, in text order, outer before inner."""
        return self.document.marks.stretches

    @cached_property
    def outer(self) -> list[Quoted]:
        """The quoted stretches that no other encloses."""
        return [q for q in self.stretches if q.depth == 0]

    @cached_property
    def index(self) -> SpanIndex:
        """An index of tokens and outer stretches by their offsets."""
        return SpanIndex(self.view.tokens, self.outer)

    @cached_property
    def set_phrases(self) -> frozenset[int]:
        """The numbers of the tokens in phrases that do not report anybody's words: "that said"."""
        found = self.language.patterns.set_phrase.finditer(self.view.text)
        return frozenset(t.i for match in found for t in self.index.between(*match.span()))

    def cached(self, reader: Callable[[Context], _T]) -> _T:
        """Return what ``reader`` reads from the article, calling it only the first time."""
        if reader not in self._read:
            self._read[reader] = reader(self)
        found: _T = self._read[reader]
        return found

    def allows_content_at(self, offset: int) -> bool:
        """Whether content may begin at an offset."""
        return self.furniture or self.document.sections.in_body(offset)
