"""What the text of an article shows without an engine; each layer is computed once, on demand."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from quotex.document.datelines import Dateline, datelines
from quotex.document.furniture import Sections, sections
from quotex.document.identify import language_of
from quotex.document.marks import Marks, read_marks
from quotex.document.paragraphs import Paragraph, paragraph_bounds
from quotex.document.publication import is_likely, publication_day
from quotex.document.quoted import quoted_codes
from quotex.languages import Language
from quotex.records import Article, PublishedFrom


class Document:
    """An article's text, read as a text in ``language``."""

    def __init__(self, article: Article, language: Language) -> None:
        self._article = article
        self.language = language
        self.text = article.text

    @cached_property
    def article(self) -> Article:
        """The article, with language and day of publication taken from the text if not given.

        An implausible day of publication is ignored.
        """
        article = self._article
        known: dict[str, object] = {}
        published = article.published
        if published is not None and not is_likely(published):
            published, known = None, {"published": None, "published_from": None}
        if article.language is None:
            known["language"] = language_of(article.text, self.language.code)
        if published is None and (found := self._published) is not None:
            known["published"], known["published_from"] = found
        elif published is not None and article.published_from is None:
            known["published_from"] = "caller"
        return article.model_copy(update=known)

    @property
    def is_foreign(self) -> bool:
        """Whether the text is, or is said to be, in another language than ``language``."""
        code = self.article.language
        return code is not None and code.partition("-")[0].lower() != self.language.code

    @property
    def published(self) -> date | None:
        """The day of publication, or None if neither the caller nor the text gives it."""
        return self.article.published

    @cached_property
    def _published(self) -> tuple[date, PublishedFrom] | None:
        return publication_day(self.paragraphs, self.language)

    @cached_property
    def bounds(self) -> list[tuple[int, int]]:
        """The half-open offsets of each paragraph."""
        return paragraph_bounds(self.text, self.language.patterns)

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs, in text order."""
        return [self.paragraph(start, end) for start, end in self.bounds]

    def paragraph(self, start: int, end: int) -> Paragraph:
        """Return ``text[start:end]``, such as a part of a long paragraph, as a paragraph."""
        return Paragraph(self.text, start, end, self.language.patterns)

    @cached_property
    def marks(self) -> Marks:
        """The quoted stretches, and the quotation marks without a partner."""
        return read_marks(self.paragraphs)

    @cached_property
    def quoted(self) -> bytearray:
        """Where each character is relative to the quoted stretches, as codes of ``quoted``."""
        return quoted_codes(self.text, self.marks.stretches)

    @cached_property
    def sections(self) -> Sections:
        """The part of a page at each offset."""
        return sections(self.paragraphs, self.language.furniture)

    @cached_property
    def datelines(self) -> list[Dateline]:
        """The datelines at the start of paragraphs."""
        return datelines(self.text, self.bounds, self.language.patterns.dateline)
