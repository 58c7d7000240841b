"""Tests of the notebook view."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.records import Article, Evidence, Notice, Quotation, Span, Speaker
from quotex.result import Extraction
from quotex.write.html import Mark, page, pieces

from .builders import TEXT, ferry, quotation

NASTY = "<script>alert('1')</script> & \"quoted\" </div></style><b title='x'> &amp; &#60;"


class Reader(HTMLParser):
    """Collects tags, ids and links, and checks that tags close in order."""

    def __init__(self, shown: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(shown)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.tags.add(tag)
        names = [name for name, _ in attrs]
        assert not [name for name in names if name.startswith("on")]
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name in ("href", "src") and value]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def text_part(shown: str) -> str:
    found = re.search(r'<div class="quotex-text" dir="auto">(.*?)</div>', shown, re.DOTALL)
    assert found is not None
    return found[1]


def text_of(shown: str) -> str:
    unnumbered = re.sub(r"<sup .*?</sup>", "", text_part(shown), flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]*>", "", unnumbered))


def classes_at(shown: str, words: str) -> list[str]:
    found = re.findall(rf'<span class="([^"]*)"[^>]*>{re.escape(words)}</span>', text_part(shown))
    return [name for names in found for name in names.split()]


def nasty() -> Extraction:
    named = Speaker(name=NASTY, kind="person", named=True, role=NASTY)
    evidence = [Evidence(field="quotation", by="rule", name=NASTY, detail=NASTY)]
    said = quotation(
        NASTY, [NASTY], [NASTY], [NASTY], speaker=named, cue_lemma=NASTY, evidence=evidence
    )
    article = Article(text=NASTY, id=NASTY, title=NASTY)
    return Extraction.of(article, [said], notices=[Notice(code="unpaired-mark", message=NASTY)])


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    text = draw(st.text(min_size=1, max_size=60))
    places = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
    spans = places.filter(lambda p: p[0] < p[1]).map(lambda p: Span.of(text, *p))
    roles = draw(
        st.lists(
            st.tuples(
                st.lists(spans, min_size=1, max_size=3),
                st.lists(spans, max_size=2),
                st.lists(spans, max_size=2),
            ),
            max_size=4,
        )
    )
    return Extraction.of(
        Article(text=text), [made(number, *role) for number, role in enumerate(roles)]
    )


def made(number: int, content: list[Span], cue: list[Span], source: list[Span]) -> Quotation:
    return Quotation(
        id=f"q-{number}", kind="mixed", mode="speech", stance="warns", confidence=1,
        content=tuple(content), cue=tuple(cue), source=tuple(source),
    )  # fmt: skip


@given(extractions())
def test_text_comes_back_exactly(extraction: Extraction) -> None:
    shown = page(extraction)
    assert text_of(shown) == extraction.text
    reader = Reader(shown)
    assert len(set(reader.ids)) == len(reader.ids) == 1 + 2 * len(extraction)
    assert {link.removeprefix("#") for link in reader.links} == set(reader.ids[1:])


@given(
    st.integers(0, 30),
    st.lists(st.tuples(st.integers(0, 29), st.integers(1, 30), st.integers(1, 3))),
)
def test_each_character_has_the_marks_that_cover_it(
    length: int, places: list[tuple[int, int, int]]
) -> None:
    marks = [Mark(a, b, number, "content") for a, b, number in places if a < b <= length]
    cut = list(pieces(length, marks))
    assert [at for start, end, _ in cut for at in range(start, end)] == list(range(length))
    for start, end, found in cut:
        for at in range(start, end):
            assert set(found) == {mark for mark in marks if mark.start <= at < mark.end}


def test_nested_quotation_has_the_roles_of_both() -> None:
    shown = page(ferry())
    assert classes_at(shown, "told") == ["quotex-cue"]
    assert classes_at(shown, "Marit Holm") == ["quotex-source"]
    assert classes_at(shown, "the mayor lied when ") == ["quotex-content"]
    assert classes_at(shown, "she") == ["quotex-content", "quotex-cue", "quotex-source"]
    assert classes_at(shown, " said") == ["quotex-content", "quotex-cue"]
    assert classes_at(shown, "the quay was safe") == ["quotex-content", "quotex-nested"]


def test_crossing_spans_are_cut() -> None:
    crossing = [quotation("abcdef", ["abcd"]), quotation("abcdef", ["cdef"])]
    shown = page(Extraction.of(Article(text="abcdef"), crossing))
    assert classes_at(shown, "ab") == classes_at(shown, "ef") == ["quotex-content"]
    assert classes_at(shown, "cd") == ["quotex-content", "quotex-nested"]
    assert text_of(shown) == "abcdef"


def test_tooltip_names_each_quotation() -> None:
    part = text_part(page(ferry()))
    assert 'title="1 (cue): Marit Holm · asserts · 2031-03-03">told</span>' in part
    assert (
        'title="3 (content): [He] · asserts · date unknown\n'
        '4 (content): [she] · asserts · date unknown">the quay was safe</span>'
    ) in part


def test_list_tells_all() -> None:
    shown = page(ferry())
    for expected in (
        "<strong>Ferry to stop</strong> · 2031-03-05 · 4 quotations",
        "speaker: person · role: harbour master · cue: told (tell) · kind: indirect speech",
        "stance: asserts · date: 2031-03-03 (explicit: on Monday)",
        "venues: event: a meeting; place: Lundby · confidence: 0.90",
        "<li>quotation: told &lt;her&gt; &amp; us (rule clause-after)</li>",
        "date: — · venues: — · confidence: 0.50",
    ):
        assert expected in shown


def test_everything_is_escaped() -> None:
    shown = page(nasty())
    assert text_of(shown) == NASTY
    assert Reader(shown).tags.isdisjoint({"script", "b"})
    assert "alert('1')" not in shown
    assert shown.count("</style>") == 1


def test_ids_differ_between_articles_and_results() -> None:
    one, two = Article(text=TEXT, id="a"), Article(text=TEXT, id="b")
    said = [quotation(TEXT, ["ferry"])]
    shown = [
        page(Extraction.of(one, said)),
        page(Extraction.of(two, said)),
        page(Extraction.of(one)),
    ]
    ids = [name for each in shown for name in Reader(each).ids]
    assert len(set(ids)) == len(ids) == 7
    assert all(re.fullmatch(r"quotex-[0-9a-f]{12}(-[qt]\d+)?", name) for name in ids)


def test_no_quotations() -> None:
    shown = page(Extraction.of(Article(text="No one\n\nspoke.")))
    assert text_of(shown) == "No one\n\nspoke."
    assert "No quotations found." in shown
    assert text_of(page(Extraction.of(Article(text="", id="e")))) == ""


def test_error_is_shown_alone() -> None:
    shown = page(Extraction.of(Article(text="x", id="bad"), error="too <short>"))
    assert "Not read: too &lt;short&gt;" in shown
    assert "quotex-text" not in re.sub("<style>.*</style>", "", shown, flags=re.DOTALL)
    assert "No quotations" not in shown


def test_without_text_shows_the_list_and_how_to_get_it_back() -> None:
    read = Extraction.model_validate_json(ferry().to_json())
    shown = page(read)
    assert "<code>extraction.with_text(text)</code>" in shown
    assert shown.count('<li id="') == 4
    assert 'class="quotex-text"' not in shown
    assert not Reader(shown).links
    assert page(read.with_text(TEXT)) == page(ferry()) == ferry()._repr_html_()


@pytest.mark.parametrize("text", ["a\ud800b", "\udc80"])
def test_lone_surrogate_can_be_stored(text: str) -> None:
    shown = page(Extraction.of(Article(text=text), [quotation(text, [text[-1]])]))
    assert shown.encode()
    assert text_of(shown) == re.sub("[\ud800-\udfff]", "\ufffd", text)


def test_style_is_scoped_and_self_contained() -> None:
    shown = page(ferry())
    style = re.sub(
        r"/\*.*?\*/", "", shown.split("<style>")[1].split("</style>")[0], flags=re.DOTALL
    )
    selectors = [one.strip() for rule in re.findall(r"([^{}]+){", style) for one in rule.split(",")]
    assert len(selectors) > 10
    assert all(re.match(r"\.quotex-page( |$)", selector) for selector in selectors)
    assert all(word not in shown for word in ("url(", "@import", "http", "<script"))


def test_long_text_takes_one_piece_a_cut() -> None:
    text = "word " * 20_000
    said = [
        made(
            n,
            [Span.of(text, n * 100, n * 100 + 9)],
            [Span.of(text, n * 100 + 20, n * 100 + 24)],
            [],
        )
        for n in range(900)
    ]
    shown = page(Extraction.of(Article(text=text), said))
    assert text_of(shown) == text
    assert text_part(shown).count("<span") == 1800
