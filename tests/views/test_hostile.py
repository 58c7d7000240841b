"""The notebook view shows any text, name or message, however hostile, and stays a fragment."""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from quotex.records import (
    Anonymity,
    Article,
    Evidence,
    Notice,
    Quotation,
    Span,
    Speaker,
    SpeechDate,
    Venue,
)
from quotex.result import Extraction
from quotex.views.article import page
from quotex.write.plain import one_line
from tests.fuzz.strategies import hostile_text

ATTRIBUTES = {
    "class", "id", "href", "dir", "data-tip", "tabindex", "type", "name", "checked",
}  # fmt: skip


class Strict(HTMLParser):
    """Reads a page's tags, and its words by the tag that contains them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.shape: list[tuple[str, str | None]] = []
        self.words = ""
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        assert known.keys() <= ATTRIBUTES
        assert (known.get("href") or "#quotex-").startswith("#quotex-")
        if tag != "input":
            self.open.append(tag)
        self.shape.append((tag, known.get("class")))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data!r}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"a declaration: {decl!r}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data!r}")


def everywhere(text: str) -> Extraction:
    """Return an extraction with ``text`` in every field that takes a string."""
    article = Article(text=text, id=text, title=text, url=text, publisher=text, language=text)
    whole = Span.of(text, 0, len(text))
    said = Quotation(
        id=text, kind="mixed", mode="speech", stance="warns", confidence=0.5,
        content=(whole,), cue=(whole,), cue_lemma=text, source=(whole,),
        speaker=Speaker(name=text, kind="person", named=True, role=text, mentions=(whole,)),
        date=SpeechDate(
            from_=date(2024, 5, 9), to=date(2024, 5, 9), evidence=whole, scope="explicit"
        ),
        venues=(Venue(kind="event", span=whole, scope="inherited"),),
        anonymity=Anonymity(span=whole, reason=whole),
        evidence=(Evidence(field="speaker", by="model", name=text, detail=text),),
    )  # fmt: skip
    return Extraction.of(article, [said], notices=[Notice(code="unpaired-mark", message=text)])


SHAPE = Strict(page(everywhere("x"))).shape


@settings(deadline=None, derandomize=True, database=None)
@given(hostile_text().filter(bool))
def test_no_text_changes_the_shape_of_the_page(text: str) -> None:
    read = Strict(page(everywhere(text)))
    assert read.shape == SHAPE
    assert one_line(text) in read.words


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "</div></li></ol><img src=x onerror=alert(1)>",
        '" onmouseover="alert(1)" x="',
        "' autofocus onfocus='alert(1)",
        "<!-- --> <![CDATA[ ]]> <?php ?> <!DOCTYPE html>",
        "</style><style>*{display:none}</style>",
        "&lt;b&gt; &#60;i&#62; &amp;amp; &quot",
        "javascript:alert(1)",
        "\u202e<b>\u2066",
        "\x00<b\x00>\x1b[31m",
        "${alert(1)} {{ x }} %s {0}",
    ],
)
def test_known_attacks_change_nothing(text: str) -> None:
    assert Strict(page(everywhere(text))).shape == SHAPE


@settings(deadline=None, derandomize=True, database=None)
@given(hostile_text())
def test_no_error_or_id_changes_the_shape_of_a_page_without_quotations(text: str) -> None:
    shape = Strict(page(Extraction.failed("x", "x"))).shape
    assert Strict(page(Extraction.failed(text, text or "x"))).shape == shape
