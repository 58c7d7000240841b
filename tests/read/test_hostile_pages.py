"""Hostile pages quickly give an article, or one line that says why not, and never a crash."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quotex
from quotex.errors import InputError, OptionError
from quotex.limits import MAX_HTML_CHARS, MAX_HTML_ELEMENTS
from quotex.read.html import article as pages_html

pytest.importorskip("trafilatura", reason="reading pages needs the extra quotex[html]")

WORDS = "The ferry will sail again, Ada Brook said on Monday."
SECONDS = 60
JSON = "<script type=application/ld+json>"

READ = {
    "depth 99,000": "<div>" * 99_000 + WORDS,
    "depth, closed": "<div>" * 20_000 + WORDS + "</div>" * 20_000,
    "inline depth": "<p>" + "<font>" * 5_000 + WORDS,
    "a million attributes": "<p " + " ".join(f"a{n}=1" for n in range(1_000_000)) + f">{WORDS}</p>",
    "one attribute a million times": "<p " + "a=1 " * 1_000_000 + f">{WORDS}</p>",
    "a long attribute": f"<p title='{'x' * 5_000_000}'>{WORDS}</p>",
    "attributes with > in them": "<p " + 'a=">" ' * 300_000 + f">{WORDS}</p>",
    "odd names": f'<p "x" <b a:b=1 é=2 =3><o:p>{WORDS}</o:p><a<b>',
    "NULs": f"<p>\0{WORDS[:9]}\0{WORDS[9:]}</p>\0",
    "controls": f"<p>\x01\x02{WORDS}\x1b</p>",
    "references to no character": f"<p>&#0;{WORDS}&#xD800;&#x110000;&#xFFFF;&#1;</p>",
    "surrogates": f"<p>\ud800{WORDS}\udfff</p><p title='\udc00'>x</p>",
    "bytes of nothing": b"<p>\xff\xfe\x80 " + WORDS.encode() + b"\xc3</p>",
    "unknown encoding": b"<meta charset=no-such-code><p>\xe9 " + WORDS.encode(),
    "encoding that hangs": b"<meta charset=punycode><p>\xe9 " + WORDS.encode(),
    "nested JSON": JSON + "[" * 400_000 + f"</script><p>{WORDS}</p>",
    "JSON of no form": JSON + f'{{"@type":[1,null],"@id":[]</script><p>{WORDS}</p>',
    "JSON of odd types": JSON
    + '{"@type":"NewsArticle","author":[1,[{"name":{}}]],"publisher":7,"datePublished":["x",2024],'
    + f'"url":{{}}}}</script><p>{WORDS}</p>',
    "days that are none": "<meta name=date content='2024-13-45'>"
    f"<meta name=pubdate content='9999999999'><p>{WORDS}</p>",
    "no body": f"<html><head><title>x</title></head>{WORDS}",
    "frames": f"<frameset><frame src=x></frameset><p>{WORDS}</p>",
    "no markup": WORDS,
    "XHTML": f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><p>{WORDS}</p></html>',
    "entities": "<!DOCTYPE x [<!ENTITY a 'b'><!ENTITY c '&a;&a;&a;&a;'>]><p>" + WORDS + "&c;</p>",
    "what follows the end": f"</body></html></html><p>{WORDS}</p></html>",
    "many paragraphs": "<p>x</p>" * 20_000 + f"<p>{WORDS}</p>",
    "many breaks": "<br>" * 20_000 + WORDS,
    "open brackets": f"<p>{WORDS}</p>" + "<" * 1_000_000,
    "ampersands": f"<p>{WORDS}</p><p>" + "&" * 1_000_000,
    "white space": "<p>" + " \n" * 1_000_000 + WORDS,
}

REFUSED = {
    "nothing": ("", "page is empty"),
    "no bytes": (b"", "page is empty"),
    "white space": (" \n\t", "page is empty"),
    "NULs alone": ("\0" * 100, "page is empty"),
    "no text": ("<html><head></head><body></body></html>", "no article text was found"),
    "script alone": ("<script>alert('He said so.')</script>", "text"),
    "comment alone": ("<!--" + WORDS, "text"),
    "open comments": ("<!--" * 1_000_000, "text"),
    "open tag": ("<p " + "a " * 100_000, "text"),
    "buttons": ("<nav><a href=/>Home</a></nav><div id=app></div>", "no article text was found"),
    "application": ("<div></div><noscript>Enable JavaScript to run it.</noscript>", "text"),
    "PDF": (b"%PDF-1.7 x", "a binary file"),
    "gzip": (b"\x1f\x8b\x08\0\0", "a binary file"),
    "elements": ("<b>x</b>" * (MAX_HTML_ELEMENTS + 1), "more than 100,000 elements"),
    "depth": ("<div>" * (MAX_HTML_ELEMENTS + 1) + WORDS, "more than 100,000 elements"),
    "length": ("x" * (MAX_HTML_CHARS + 1), "more than max_chars=10,000,000"),
    "bytes": (b"x" * (4 * MAX_HTML_CHARS + 1), "more than max_chars=10,000,000"),
    "address": (" https://corle.example/eels\n", "fetch the page yourself"),
    "bare address": ("www.corle.example/eels?id=7", "fetch the page yourself"),
    "number": (7, "expected a page's HTML as str or bytes, got int"),
}


@pytest.mark.parametrize("page", READ.values(), ids=READ.keys())
def test_an_article_is_read(page: str | bytes) -> None:
    began = time.monotonic()
    article = quotex.from_html(page)
    assert WORDS in article.text
    article.text.encode("utf-8")
    assert time.monotonic() - began < SECONDS


@pytest.mark.parametrize(("page", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_a_rejected_page_gives_a_one_line_error(page: str | bytes, message: str) -> None:
    began = time.monotonic()
    with pytest.raises(InputError) as caught:
        quotex.from_html(page)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300
    assert time.monotonic() - began < SECONDS


def test_max_chars_is_a_setting() -> None:
    with pytest.raises(InputError, match=r"page has 60 characters, more than max_chars=50"):
        quotex.from_html(f"<p>{WORDS}</p> "[:60].ljust(60), max_chars=50)
    assert quotex.from_html(f"<p>{WORDS}</p>", max_chars=60).text == WORDS


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages_html, "_REQUIRED_MODULES", ("lxml", "no_such_module"))
    with pytest.raises(OptionError, match=r'no_such_module: pip install "quotex\[html\]"'):
        quotex.from_html(f"<p>{WORDS}</p>")


def test_an_unforeseen_failure_is_a_reading_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(tree: object) -> str:
        raise RecursionError("too deep")

    monkeypatch.setattr(pages_html, "article_text", fail)
    with pytest.raises(quotex.ReadingError, match=r"RecursionError: too deep\); extract its text"):
        quotex.from_html(f"<p>{WORDS}</p>")


def test_the_documentation_names_every_error_of_from_html() -> None:
    raised = set(re.findall(r"^ +(\w+Error): ", quotex.from_html.__doc__ or "", re.MULTILINE))
    assert raised == {"InputError", "OptionError", "ReadingError"}
    assert raised <= set(quotex.__all__)


PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<div>", "</div>", "<q>", "</q>", "<br>", "<table><tr><td>"),
        *("</table>", "<li>", "<script>", "</script>", "<svg>", "</svg>", "<title>"),
        *("</title>", "<head>", "<body>", "</html>", "<!--", "-->", "<![CDATA[", "&amp;"),
        *("&#0;", "'", ">", "<", "<textarea>", "<plaintext>", "<frameset>"),
        *('<a href="', "\0", "\ud800", "\xa0", "\f", "<meta name=date content=2024-05-09>"),
        *(WORDS, "x", " "),
    ]
)


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_page_gives_an_article_or_a_one_line_error(page: str) -> None:
    try:
        article = quotex.from_html(page)
    except InputError:
        return
    assert article.text.strip() == article.text != ""
    article.text.encode("utf-8")


@settings(max_examples=100)
@given(st.binary(max_size=300))
def test_any_bytes_give_an_article_or_a_one_line_error(page: bytes) -> None:
    try:
        quotex.from_html(page)
    except InputError:
        return
