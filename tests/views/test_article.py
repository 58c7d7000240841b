"""Tests of the notebook view."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.records import Anonymity, Article, Evidence, Notice, Quotation, Span, Speaker
from quotex.result import Extraction
from quotex.views.article import page
from quotex.views.marks import ROLES, Mark, segments
from quotex.views.speaker_styles import speaker_styles
from tests.views.builders import long_article
from tests.write.builders import TEXT, ferry, quotation, span

NASTY = "<script>alert('1')</script> & \"quoted\" </div></style><b title='x'> &amp; &#60;"


class Reader(HTMLParser):
    """Collects tags, ids and links, and checks that tags close in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("input", "meta"):
            self.open.append(tag)
        self.tags.add(tag)
        names = [name for name, _ in attrs]
        assert not [name for name in names if name.startswith("on")]
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name in ("href", "src") and value]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def text_part(html: str) -> str:
    found = re.search(r'<div class="quotex-text" dir="auto">(.*?)</div>', html, re.DOTALL)
    assert found is not None
    return found[1]


def text_of(html: str) -> str:
    unnumbered = re.sub(r"<sup .*?</sup>", "", text_part(html), flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]*>", "", unnumbered))


def classes_at(html: str, words: str) -> list[str]:
    found = re.findall(rf'<a class="([^"]*)"[^>]*>{re.escape(words)}</a>', text_part(html))
    return [name for names in found for name in names.split()]


def nasty() -> Extraction:
    named = Speaker(name=NASTY, kind="person", named=True, role=NASTY)
    evidence = [Evidence(field="quotation", by="rule", name=NASTY, detail=NASTY)]
    nasty = quotation(
        NASTY, [NASTY], [NASTY], [NASTY], speaker=named, cue_lemma=NASTY, evidence=evidence
    )
    article = Article(text=NASTY, id=NASTY, title=NASTY)
    return Extraction.of(article, [nasty], notices=[Notice(code="unpaired-mark", message=NASTY)])


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
        Article(text=text), [quotation_of(number, *role) for number, role in enumerate(roles)]
    )


def quotation_of(
    number: int, content: list[Span], cue: list[Span], source: list[Span]
) -> Quotation:
    return Quotation(
        id=f"q-{number}", kind="mixed", mode="speech", stance="warns", confidence=1,
        content=tuple(content), cue=tuple(cue), source=tuple(source),
    )  # fmt: skip


@given(extractions())
def test_text_is_preserved_exactly(extraction: Extraction) -> None:
    html = page(extraction)
    assert text_of(html) == extraction.text
    reader = Reader(html)
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
    cut = list(segments(length, marks))
    assert [at for start, end, _ in cut for at in range(start, end)] == list(range(length))
    for start, end, found in cut:
        for at in range(start, end):
            assert set(found) == {mark for mark in marks if mark.start <= at < mark.end}


def roles_at(html: str, words: str) -> list[str]:
    roles = {f"quotex-{role}" for role in (*ROLES, "nested")}
    return [name.removeprefix("quotex-") for name in classes_at(html, words) if name in roles]


def test_nested_quotation_has_the_roles_of_both() -> None:
    html = page(ferry())
    assert roles_at(html, "told") == ["cue"]
    assert roles_at(html, "Marit Holm") == ["source"]
    assert roles_at(html, "the mayor lied when ") == ["content"]
    assert roles_at(html, "she") == ["content", "cue", "source"]
    assert roles_at(html, " said") == ["content", "cue"]
    assert roles_at(html, "the quay was safe") == ["content", "nested"]
    assert roles_at(html, "on Monday") == ["day"]
    assert roles_at(html, "Lundby") == ["venue"]


def test_crossing_spans_are_cut() -> None:
    crossing = [quotation("abcdef", ["abcd"]), quotation("abcdef", ["cdef"])]
    html = page(Extraction.of(Article(text="abcdef"), crossing))
    assert roles_at(html, "ab") == roles_at(html, "ef") == ["content"]
    assert roles_at(html, "cd") == ["content", "nested"]
    assert text_of(html) == "abcdef"


def test_a_mark_has_its_speakers_hue_and_links_to_the_innermost() -> None:
    html = page(ferry())
    assert classes_at(html, "a deckhand")[2:] == ["quotex-s2", "quotex-grey"]
    text = "Brook said rain. Moe said snow. Brook said hail."
    people = {name: Speaker(name=name, kind="person", named=True) for name in ("Brook", "Moe")}
    quotations = [
        quotation(text, [words], speaker=people[name])
        for words, name in (("rain", "Brook"), ("snow", "Moe"), ("hail", "Brook"))
    ]
    html = page(Extraction.of(Article(text=text), quotations))
    assert classes_at(html, "rain")[2:] == ["quotex-s1", "quotex-h1"]
    assert classes_at(html, "snow")[2:] == ["quotex-s2", "quotex-h2"]
    assert classes_at(html, "hail")[2:] == ["quotex-s1", "quotex-h1"]
    nested = re.search(r'href="#[^"]*-q(\d)"[^>]*>the quay was safe<', page(ferry()))
    assert nested is not None
    assert nested[1] == "4"


def test_tooltip_names_each_quotation() -> None:
    part = text_part(page(ferry()))
    assert (
        'data-tip="1 (cue): Marit Holm · asserts · indirect speech · 2031-03-03">told</a>' in part
    )
    assert (
        'data-tip="3 (content): [He] · asserts · indirect thought\n'
        '4 (content): [she] · asserts · indirect speech">the quay was safe</a>'
    ) in part


def test_a_shared_day_names_four_quotations() -> None:
    html = page(long_article(9))
    assert classes_at(html, "Tuesday").count("quotex-day") == 9
    text = "Brook said rain, snow, hail, fog, ice and sun on Monday."
    day = {"from": "2031-03-03", "to": "2031-03-03", "scope": "inherited"}
    quotations = [
        quotation(text, [words], date={**day, "evidence": span(text, "Monday")})
        for words in ("rain", "snow", "hail", "fog", "ice", "sun")
    ]
    tip = re.search(
        r'data-tip="([^"]*)">Monday', page(Extraction.of(Article(text=text), quotations))
    )
    assert tip is not None
    assert tip[1].splitlines()[3:] == [
        "4 (day): — · asserts · indirect speech · 2031-03-03",
        "and 2 more",
    ]


def test_list_shows_only_known_fields() -> None:
    html = page(ferry())
    for expected in (
        "<strong>Ferry to stop</strong> · 2031-03-05 · 4 quotations",
        '<strong>Marit Holm</strong> <span class="quotex-role">harbour master</span>',
        "asserts (“told”) · indirect speech · 2031-03-03 (“on Monday”) · event: a meeting",
        " · event: a meeting · place: Lundby<",
        "<summary>evidence · confidence 0.90</summary>",
        "<li>quotation: told &lt;her&gt; &amp; us (rule clause-after)</li>",
        '<p class="quotex-facts">criticises (“said”) · direct speech</p><p',
        '<p class="quotex-evidence">confidence 0.50</p>',
    ):
        assert expected in html


def test_list_shows_unusual_values() -> None:
    text = "Officials said that aides said rain."
    crowd = Speaker(name="officials", kind="group", named=False)
    house = Speaker(name="City Hall", kind="government", named=True)
    outer = quotation(text, ["that aides said rain"], speaker=crowd, section="caption")
    inner = quotation(text, ["rain"], speaker=house, within=outer.id)
    html = page(Extraction.of(Article(text=text), [outer, inner]))
    assert "asserts · indirect speech · group, not named · in: caption<" in html
    assert "asserts · indirect speech · government · within 1<" in html
    assert "content in content" in html
    assert "content in content" not in page(ferry())


def test_a_card_says_why_a_source_is_not_named() -> None:
    text = "An aide said rain, on condition of anonymity because of the talks."
    words, reason = span(text, "on condition of anonymity"), span(text, "because of the talks")
    for why, expected in ((reason, "because of the talks"), (None, "no reason given")):
        anonymity = Anonymity(span=words, reason=why)
        extraction = Extraction.of(
            Article(text=text), [quotation(text, ["rain"], anonymity=anonymity)]
        )
        assert re.search(f"“on condition of anonymity”,? {expected}<", page(extraction))


def test_chips_count_and_filter() -> None:
    html = page(ferry())
    chips = re.findall(r"<label[^>]*>.*?</label>", html)
    assert [re.sub("<[^>]*>", "", chip) for chip in chips] == [
        "everyone 4", "Marit Holm 1", "speaker unknown 3",
    ]  # fmt: skip
    assert [chip.count('checked=""') for chip in chips] == [1, 0, 0]
    for number in (1, 2):
        assert f"quotex-chips:has(.quotex-f{number}:checked)" in html
    assert ":has(.quotex-f3:checked)" not in html


def test_one_speaker_needs_no_filter() -> None:
    html = page(Extraction.of(Article(text=TEXT), [quotation(TEXT, ["ferry"])]))
    assert "<fieldset" not in html
    assert "<input" not in html


def test_speakers_are_counted_by_name_and_coloured_in_order() -> None:
    found, said_by = speaker_styles(long_article(300).quotations)
    assert [voice.quotations for voice in found] == sorted(
        (voice.quotations for voice in found), reverse=True
    )
    assert sum(voice.quotations for voice in found) == len(said_by) == 300
    assert {voice.role for voice in found if voice.name == "Ana Ruiz"} == {"mayor"}
    assert found[7].classes == "quotex-s8 quotex-h1 quotex-striped"


def test_everything_is_escaped() -> None:
    html = page(nasty())
    assert text_of(html) == NASTY
    assert Reader(html).tags.isdisjoint({"script", "b"})
    assert "alert('1')" not in html
    assert html.count("</style>") == 1


def test_ids_differ_between_articles_and_results() -> None:
    one, two = Article(text=TEXT, id="a"), Article(text=TEXT, id="b")
    quotations = [quotation(TEXT, ["ferry"])]
    pages = [
        page(Extraction.of(one, quotations)),
        page(Extraction.of(two, quotations)),
        page(Extraction.of(one)),
    ]
    ids = [name for each in pages for name in Reader(each).ids]
    assert len(set(ids)) == len(ids) == 7
    assert all(re.fullmatch(r"quotex-[0-9a-f]{12}(-[qt]\d+)?", name) for name in ids)


def test_no_quotations() -> None:
    html = page(Extraction.of(Article(text="No one\n\nspoke.")))
    assert text_of(html) == "No one\n\nspoke."
    assert "No quotations found." in html
    assert text_of(page(Extraction.of(Article(text="", id="e")))) == ""


def test_only_the_error_is_shown() -> None:
    html = page(Extraction.of(Article(text="x", id="bad"), error="too <short>"))
    assert "Not read: too &lt;short&gt;" in html
    assert "quotex-text" not in re.sub("<style>.*</style>", "", html, flags=re.DOTALL)
    assert "No quotations" not in html


def test_without_text_shows_the_list_and_how_to_restore_the_text() -> None:
    read = Extraction.model_validate_json(ferry().to_json())
    html = page(read)
    assert "<code>extraction.with_text(text)</code>" in html
    assert html.count('<li class="quotex-card') == 4
    assert 'class="quotex-text"' not in html
    assert not Reader(html).links
    assert page(read.with_text(TEXT)) == page(ferry()) == ferry()._repr_html_()


@pytest.mark.parametrize("text", ["a\ud800b", "\udc80"])
def test_lone_surrogate_can_be_stored(text: str) -> None:
    html = page(Extraction.of(Article(text=text), [quotation(text, [text[-1]])]))
    assert html.encode()
    assert text_of(html) == re.sub("[\ud800-\udfff]", "\ufffd", text)


def test_style_is_scoped_and_self_contained() -> None:
    html = page(ferry())
    style = "".join(re.findall(r"<style>(.*?)</style>", html, re.DOTALL))
    style = re.sub(r"/\*.*?\*/|@[^{]*{", "", style, flags=re.DOTALL)
    heads = [re.sub(r"\([^()]*\)", "", head) for head in re.findall(r"([^{}]+){", style)]
    selectors = [one.strip() for head in heads for one in head.split(",") if one.strip()]
    assert len(selectors) > 30
    assert all(re.search(r"\.quotex-page( |$)", selector) for selector in selectors)
    assert all(word not in html for word in ("url(", "@import", "http", "<script"))


def test_long_text_has_one_element_per_cut() -> None:
    text = "word " * 20_000
    quotations = [
        quotation_of(
            n,
            [Span.of(text, n * 100, n * 100 + 9)],
            [Span.of(text, n * 100 + 20, n * 100 + 24)],
            [],
        )
        for n in range(900)
    ]
    html = page(Extraction.of(Article(text=text), quotations))
    assert text_of(html) == text
    assert text_part(html).count('<a class="quotex-mark') == 1800
