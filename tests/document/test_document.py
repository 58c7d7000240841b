"""The layers of a document, each of which is read only once."""

from __future__ import annotations

from datetime import date

import pytest

from quotex.document import document, paragraphs
from quotex.document.document import Document
from quotex.document.marks import Marks
from quotex.languages import Language
from quotex.records import Article

BYLINE = "By Ada Roe\nPublished October 14, 2014"
NEWS = "“The wall is safe,” the mayor of Wick told the council on Monday. “It stays.”"
GERMAN = "Die Mauer ist alt, sagte die Bürgermeisterin am Montag vor dem Rathaus in Wick."
LAYERS = [
    ("language_of", "article"),
    ("publication_day", "article"),
    ("paragraph_bounds", "bounds"),
    ("read_marks", "marks"),
    ("sections", "sections"),
    ("datelines", "datelines"),
]


def read(text: str, **fields: object) -> Document:
    return Document(Article.model_validate({"text": text, **fields}), Language())


class Calls:
    """Wraps a function and counts its calls."""

    def __init__(self, function: object) -> None:
        self._function = function
        self.count = 0

    def __call__(self, *args: object) -> object:
        self.count += 1
        assert callable(self._function)
        return self._function(*args)


@pytest.mark.parametrize(("function", "layer"), LAYERS)
def test_a_layer_is_computed_once_on_first_use(
    function: str, layer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = Calls(getattr(document, function))
    monkeypatch.setattr(document, function, calls)
    found = read(f"{BYLINE}\n\n{NEWS}")
    assert calls.count == 0
    assert getattr(found, layer) is getattr(found, layer)
    assert calls.count == 1


@pytest.mark.parametrize("function", ["normalise", "paired"])
def test_each_paragraph_is_read_once_for_all_layers(
    function: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = Calls(getattr(paragraphs, function))
    monkeypatch.setattr(paragraphs, function, calls)
    found = read(f"{BYLINE}\n\n{NEWS}\n\n{NEWS}")
    assert [found.article, found.marks, found.sections, found.datelines]
    assert [p.plain for p in found.paragraphs]
    assert calls.count == len(found.paragraphs) == 4


def test_the_day_and_language_are_detected() -> None:
    article = read(f"{BYLINE}\n\n{NEWS}").article
    assert (article.language, article.published, article.published_from) == (
        "en",
        date(2014, 10, 14),
        "byline",
    )


def test_values_given_by_the_caller_stay() -> None:
    article = read(f"{BYLINE}\n\n{NEWS}", published="2014-10-20", language="en-GB").article
    assert (article.language, article.published) == ("en-GB", date(2014, 10, 20))
    assert article.published_from == "caller"


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_an_impossible_publication_day_is_none(day: str) -> None:
    article = read(NEWS, published=day).article
    assert (article.published, article.published_from) == (None, None)
    assert read(f"{BYLINE}\n\n{NEWS}", published=day).published == date(2014, 10, 14)


def test_a_dateline_may_begin_with_its_day() -> None:
    found = read(f"October 14, 2014 (WICK) - {NEWS}")
    (line,) = found.datelines
    assert found.text[line.place : line.place_end] == "WICK"
    assert found.text[line.end :] == NEWS
    assert found.published == date(2014, 10, 14)


def test_nothing_is_detected_without_evidence() -> None:
    found = read("“No,” she said.")
    assert (found.article.language, found.published) == (None, None)
    assert found.article.published_from is None


@pytest.mark.parametrize("code", ["de", "de-AT", "fr"])
def test_another_language_is_foreign(code: str) -> None:
    assert read(GERMAN).is_foreign
    assert read(NEWS, language=code).is_foreign


@pytest.mark.parametrize("code", ["en", "en-GB", "EN-us"])
def test_its_own_language_is_not_foreign(code: str) -> None:
    assert not read(GERMAN, language=code).is_foreign
    assert not read(NEWS).is_foreign
    assert not read("Nej!").is_foreign


def test_the_marks_match_the_text() -> None:
    found = read(f"{BYLINE}\n\n{NEWS}")
    assert [found.text[q.inner_start : q.inner_end] for q in found.marks.stretches] == [
        "The wall is safe,",
        "It stays.",
    ]
    assert read("").marks == Marks([], [])


def test_the_sections_and_datelines_match_the_text() -> None:
    found = read(f"Skip to content\n\nWICK, Oct. 14 (Wick Wire) — {NEWS}")
    assert not found.sections.in_body(0)
    assert found.sections.in_body(found.text.index("The wall"))
    (line,) = found.datelines
    assert found.text[line.start : line.place_end] == "WICK"
    assert found.text[line.end :] == NEWS


def test_a_paragraph_knows_its_texts() -> None:
    text = "x\n\n‘No,’  the\u00a0mayors’ man said."
    (_, given) = read(text).paragraphs
    assert given.text == text[3:]
    assert given.tidy.text == "‘No,’ the mayors’ man said."
    assert given.plain == '"No," the mayors\' man said.'
    assert text[slice(*given.tidy.span(0, 5))] == "‘No,’"


def test_a_part_of_a_paragraph_is_read_as_a_paragraph() -> None:
    assert read(NEWS).paragraph(1, 17).text == "The wall is safe"
