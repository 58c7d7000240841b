"""Pages written for the tests: what is read from them, and how spans lead back into them."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import quotex
from quotex.read.html import selector
from quotex.read.html.decode import decode
from quotex.records import Span
from tests.read.corpus import FIELDS, FOLDER, Page, page_text, read_pages

pytest.importorskip("trafilatura", reason="reading pages needs the extra quotex[html]")

PAGES = read_pages()
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


@each_page
def test_article_fields_match_the_page(page: Page) -> None:
    article = quotex.from_html(page.html)
    expected = page.expected
    assert {f: getattr(article, f) for f in FIELDS} == {f: expected.get(f) for f in FIELDS}
    assert str(article.published) == str(expected.get("published"))
    assert article.published_from == ("page" if "published" in expected else None)
    assert article.authors == tuple(expected["authors"])
    assert (article.extracted_by or "").startswith("trafilatura 2.")
    for words in expected["absent"]:
        assert words not in article.text
    for words in expected.get("present", ()):
        assert words in article.text


@each_page
def test_every_line_of_the_text_is_in_the_page(page: Page) -> None:
    page_words = page_text(decode(page.html))
    for line in quotex.from_html(page.html).text.splitlines():
        assert line in page_words or not line


@each_page
def test_every_span_has_a_selector_found_in_the_page(page: Page) -> None:
    text, page_words = quotex.from_html(page.html).text, page_text(decode(page.html))
    for start in range(0, len(text) - 40, 7):
        piece = text[start : start + 40]
        if piece.strip() and "\n\n" not in piece:
            found = selector(text, Span.of(text, start, start + 40))
            assert found.prefix + found.exact + found.suffix in page_words


@pytest.mark.model
@each_page
def test_quotations_are_found_and_have_working_selectors(
    page: Page, extractor: quotex.Extractor
) -> None:
    article = quotex.from_html(page.html)
    extraction = extractor(article)
    got = [(q.speaker and q.speaker.name, q.text.replace("\n", " ")) for q in extraction]
    for speaker, content in page.expected["quotations"]:
        assert (speaker, content) in got
    if not page.expected["quotations"]:
        assert got == []
    page_words = page_text(decode(page.html))
    for quotation in extraction:
        for span in quotation.content:
            found = selector(article.text, span)
            assert page_words.count(found.prefix + found.exact + found.suffix) == 1


@pytest.mark.model
def test_an_extraction_names_its_page_and_survives_json(extractor: quotex.Extractor) -> None:
    article = quotex.from_html((FOLDER / "json_ld.html").read_bytes(), "https://gazette.example/1")
    extraction = extractor(article)
    assert extraction.article.authors == ("Mara Lindqvist", "Tom Okafor")
    assert extraction.article.extracted_by == article.extracted_by
    assert (extraction.article.url, extraction.article.published_from) == (
        "https://gazette.example/1",
        "page",
    )
    back = quotex.Extraction.model_validate_json(extraction.to_json())
    assert back.with_text(article.text) == extraction
    assert extractor(article, published="2024-05-11").article.published_from == "caller"


def test_text_and_bytes_give_the_same_article() -> None:
    data = (FOLDER / "graph.html").read_bytes()
    assert quotex.from_html(data) == quotex.from_html(data.decode("utf-8"))
    assert quotex.from_html(b"\xef\xbb\xbf" + data) == quotex.from_html(data)
    assert quotex.from_html(data.decode("utf-8").encode("utf-16")) == quotex.from_html(data)


def test_a_given_url_overrides_the_pages() -> None:
    data = (FOLDER / "graph.html").read_bytes()
    assert quotex.from_html(data).title == "Ferry crews ‘ready’ to strike"
    other = quotex.from_html(data, "https://coast.example/other")
    assert (other.url, other.title) == ("https://coast.example/other", "Another story")


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a page asked for the network")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    head = '<!DOCTYPE html SYSTEM "http://dtd.example/x.dtd"><html><head><base href="http://b.example">'
    links = (
        '<link rel="stylesheet" href="http://c.example/x.css"><img src="http://d.example/x.png">'
    )
    quotex.from_html(f"{head}{links}</head><p>The ferry sails, Ada Brook said.</p></html>")
    quotex.from_html("http://e.example/page.html is where Ada Brook said it stands.")
    for page in PAGES:
        quotex.from_html(page.html, "https://f.example/page")


def test_reading_a_page_prints_nothing() -> None:
    code = (
        "import quotex\nfrom quotex import InputError\n"
        "quotex.from_html('<p>The ferry sails, Ada Brook said.</p>')\n"
        "try: quotex.from_html('<nav></nav>')\n"
        "except InputError: pass"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")


def _run(*arguments: object) -> tuple[int, str, str]:
    command = [sys.executable, "-m", "quotex", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=300)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


@pytest.mark.model
def test_the_command_reads_pages(tmp_path: Path) -> None:
    empty = tmp_path / "empty.htm"
    empty.write_bytes(b"<html><body></body></html>")
    code, out, err = _run("extract", FOLDER / "json_ld.html", empty, "-f", "jsonl")
    data = json.loads(out)
    assert code == 1
    assert (data["article"]["id"], data["article"]["published"]) == ("json_ld", "2024-05-09")
    assert data["article"]["published_from"] == "page"
    assert "“The bridge is tired,”" in {q["content"][0]["text"] for q in data["quotations"]}
    assert err.count("\n") == 1
    assert "empty.htm" in err
    assert "no article text was found" in err


def test_a_day_in_a_sentence_stays_in_the_text() -> None:
    day = '<time datetime="2024-05-06">Monday</time>'
    article = quotex.from_html(f"<p>The ferry sailed on {day}, Ada Brook said.</p>")
    assert article.text == "The ferry sailed on Monday, Ada Brook said."


def test_damaged_utf8_declared_as_latin1_is_read_as_utf8() -> None:
    page = "<meta charset=latin1><p>“Nobody reads them,” Zoë Voss said. ".encode() + b"\xff</p>"
    assert quotex.from_html(page).text.startswith("“Nobody reads them,” Zoë Voss said.")
