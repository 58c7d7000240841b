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
        if tag not in ("input", "meta"):
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
    found = re.findall(rf'<a class="([^"]*)"[^>]*>{re.escape(words)}</a>', text_part(shown))
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
    cut = list(segments(length, marks))
    assert [at for start, end, _ in cut for at in range(start, end)] == list(range(length))
    for start, end, found in cut:
        for at in range(start, end):
            assert set(found) == {mark for mark in marks if mark.start <= at < mark.end}


def roles_at(shown: str, words: str) -> list[str]:
    roles = {f"quotex-{role}" for role in (*ROLES, "nested")}
    return [name.removeprefix("quotex-") for name in classes_at(shown, words) if name in roles]


def test_nested_quotation_has_the_roles_of_both() -> None:
    shown = page(ferry())
    assert roles_at(shown, "told") == ["cue"]
    assert roles_at(shown, "Marit Holm") == ["source"]
    assert roles_at(shown, "the mayor lied when ") == ["content"]
    assert roles_at(shown, "she") == ["content", "cue", "source"]
    assert roles_at(shown, " said") == ["content", "cue"]
    assert roles_at(shown, "the quay was safe") == ["content", "nested"]
    assert roles_at(shown, "on Monday") == ["day"]
    assert roles_at(shown, "Lundby") == ["venue"]


def test_crossing_spans_are_cut() -> None:
    crossing = [quotation("abcdef", ["abcd"]), quotation("abcdef", ["cdef"])]
    shown = page(Extraction.of(Article(text="abcdef"), crossing))
    assert roles_at(shown, "ab") == roles_at(shown, "ef") == ["content"]
    assert roles_at(shown, "cd") == ["content", "nested"]
    assert text_of(shown) == "abcdef"


def test_a_mark_has_the_hue_of_its_speaker_and_leads_to_the_innermost() -> None:
    shown = page(ferry())
    assert classes_at(shown, "a deckhand")[2:] == ["quotex-s2", "quotex-grey"]
    text = "Brook said rain. Moe said snow. Brook said hail."
    people = {name: Speaker(name=name, kind="person", named=True) for name in ("Brook", "Moe")}
    said = [
        quotation(text, [words], speaker=people[name])
        for words, name in (("rain", "Brook"), ("snow", "Moe"), ("hail", "Brook"))
    ]
    shown = page(Extraction.of(Article(text=text), said))
    assert classes_at(shown, "rain")[2:] == ["quotex-s1", "quotex-h1"]
    assert classes_at(shown, "snow")[2:] == ["quotex-s2", "quotex-h2"]
    assert classes_at(shown, "hail")[2:] == ["quotex-s1", "quotex-h1"]
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


def test_a_day_of_many_names_four() -> None:
    shown = page(long_article(9))
    assert classes_at(shown, "Tuesday").count("quotex-day") == 9
    text = "Brook said rain, snow, hail, fog, ice and sun on Monday."
    day = {"from": "2031-03-03", "to": "2031-03-03", "scope": "inherited"}
    said = [
        quotation(text, [words], date={**day, "evidence": span(text, "Monday")})
        for words in ("rain", "snow", "hail", "fog", "ice", "sun")
    ]
    tip = re.search(r'data-tip="([^"]*)">Monday', page(Extraction.of(Article(text=text), said)))
    assert tip is not None
    assert tip[1].splitlines()[3:] == [
        "4 (day): — · asserts · indirect speech · 2031-03-03",
        "and 2 more",
    ]


def test_list_tells_what_is_known_and_no_more() -> None:
    shown = page(ferry())
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
        assert expected in shown


def test_list_tells_what_is_not_usual() -> None:
    text = "Officials said that aides said rain."
    crowd = Speaker(name="officials", kind="group", named=False)
    house = Speaker(name="City Hall", kind="government", named=True)
    outer = quotation(text, ["that aides said rain"], speaker=crowd, section="caption")
    inner = quotation(text, ["rain"], speaker=house, within=outer.id)
    shown = page(Extraction.of(Article(text=text), [outer, inner]))
    assert "asserts · indirect speech · group, not named · in: caption<" in shown
    assert "asserts · indirect speech · government · within 1<" in shown
    assert "content in content" in shown
    assert "content in content" not in page(ferry())


def test_a_card_tells_why_a_source_is_not_named() -> None:
    text = "An aide said rain, on condition of anonymity because of the talks."
    words, reason = span(text, "on condition of anonymity"), span(text, "because of the talks")
    for why, shown in ((reason, "because of the talks"), (None, "no reason given")):
        told = Anonymity(span=words, reason=why)
        made = Extraction.of(Article(text=text), [quotation(text, ["rain"], anonymity=told)])
        assert re.search(f"“on condition of anonymity”,? {shown}<", page(made))


def test_chips_count_and_filter() -> None:
    shown = page(ferry())
    chips = re.findall(r"<label[^>]*>.*?</label>", shown)
    assert [re.sub("<[^>]*>", "", chip) for chip in chips] == [
        "everyone 4", "Marit Holm 1", "speaker unknown 3",
    ]  # fmt: skip
    assert [chip.count('checked=""') for chip in chips] == [1, 0, 0]
    for number in (1, 2):
        assert f"quotex-chips:has(.quotex-f{number}:checked)" in shown
    assert ":has(.quotex-f3:checked)" not in shown


def test_one_speaker_needs_no_filter() -> None:
    shown = page(Extraction.of(Article(text=TEXT), [quotation(TEXT, ["ferry"])]))
    assert "<fieldset" not in shown
    assert "<input" not in shown


def test_speakers_are_counted_by_name_and_coloured_in_order() -> None:
    found, said_by = speaker_styles(long_article(300).quotations)
    assert [voice.quotations for voice in found] == sorted(
        (voice.quotations for voice in found), reverse=True
    )
    assert sum(voice.quotations for voice in found) == len(said_by) == 300
    assert {voice.role for voice in found if voice.name == "Ana Ruiz"} == {"mayor"}
    assert found[7].classes == "quotex-s8 quotex-h1 quotex-striped"


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
    assert shown.count('<li class="quotex-card') == 4
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
    style = "".join(re.findall(r"<style>(.*?)</style>", shown, re.DOTALL))
    style = re.sub(r"/\*.*?\*/|@[^{]*{", "", style, flags=re.DOTALL)
    heads = [re.sub(r"\([^()]*\)", "", head) for head in re.findall(r"([^{}]+){", style)]
    selectors = [one.strip() for head in heads for one in head.split(",") if one.strip()]
    assert len(selectors) > 30
    assert all(re.search(r"\.quotex-page( |$)", selector) for selector in selectors)
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
    assert text_part(shown).count('<a class="quotex-mark') == 1800
