"""Checks that hold for every text, however odd, for the property tests and the fuzzer."""

from __future__ import annotations

from itertools import pairwise

import quotex
from quotex.document.document import Document
from quotex.errors import InputError
from quotex.languages import Language
from quotex.records import Article, spans_of
from quotex.result import Extraction
from quotex.views.article import page

_ENGLISH = Language()


def check_text(text: str) -> None:
    """Check what is read from a text before any engine: paragraphs, marks, tidy copy and times."""
    document = Document(Article.model_construct(text=text, language="en"), _ENGLISH)
    bounds = document.bounds
    assert all(0 <= start < end <= len(text) for start, end in bounds)
    assert all(before[1] <= after[0] for before, after in pairwise(bounds))
    for stretch in document.marks.stretches:
        assert 0 <= stretch.start <= stretch.inner_start <= stretch.inner_end <= stretch.end
        assert any(start <= stretch.start and stretch.end <= end for start, end in bounds)
    for paragraph in document.paragraphs:
        tidy = paragraph.tidy
        assert len(paragraph.plain) == len(tidy.text)
        for at in range(len(tidy.text)):
            first, last = tidy.span(at, at + 1)
            assert paragraph.start <= first <= last <= paragraph.end
    found = quotex.time_expressions(text, "2024-05-09")
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


def check_extraction(extractor: quotex.Extractor, text: str) -> Extraction | None:
    """Check the extraction of a text and return it, or None if the text is rejected."""
    try:
        found = extractor(text, published="2024-05-09")
    except InputError:
        return None
    for quotation in found:
        for span in spans_of(quotation):
            assert text[span.start : span.end] == span.text
        assert 0 <= quotation.confidence <= 1
    starts = [quotation.content[0].start for quotation in found]
    assert starts == sorted(starts)
    assert len({quotation.id for quotation in found}) == len(found)
    assert Extraction.model_validate_json(found.to_json()) == found
    assert page(found).count('<div class="quotex-text"') == 1
    return found


def check(extractor: quotex.Extractor, text: str) -> None:
    """Run all checks on a text."""
    check_text(text)
    check_extraction(extractor, text)
