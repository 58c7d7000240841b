"""The tidy copy that the engine reads, and the mapping back to the text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.document.normalise import Normalised, normalise

EMOJI = re.compile("[\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\ufe0f]")
CHANGED = [
    ("no-break space", "the\u00a0mayor", "the mayor"),
    ("narrow no-break space", "10\u202fkm", "10 km"),
    ("thin space", "10\u2009km", "10 km"),
    ("ideographic space", "the\u3000mayor", "the mayor"),
    ("tab", "the\tmayor", "the mayor"),
    ("line break", "the\nmayor", "the mayor"),
    ("line break and indent", "the\r\n   mayor", "the mayor"),
    ("doubled space", "the  mayor", "the mayor"),
    ("mixed spaces", "the \u00a0\t mayor", "the mayor"),
    ("zero-width space", "the \u200bmayor", "the mayor"),
    ("zero-width space in a word", "may\u200bor", "mayor"),
    ("zero-width joiner", "may\u200dor", "mayor"),
    ("byte-order mark", "\ufeffthe mayor", "the mayor"),
    ("soft hyphen", "re\u00adgion\u00adal", "regional"),
    ("direction marks", "\u202athe mayor\u202c", "the mayor"),
    ("control characters", "the\x00 may\x08or\x7f", "the mayor"),
    ("spaces about an invisible one", "the \u00ad mayor", "the mayor"),
    ("only invisible ones", "\u200b\u00ad", ""),
    ("ligatures", "the oﬃce ﬁled a ﬂood plan", "the office filed a flood plan"),
    ("a ligature and a soft hyphen", "ﬁ\u00adnal", "final"),
    ("a word divided at a line's end", "the well-\nknown mayor", "the well-known mayor"),
    ("a divided word and an indent", "the well- \r\n  known mayor", "the well-known mayor"),
    ("a dash at a line's end", "the mayor -\nand I", "the mayor - and I"),
    ("a minus before a line's end", "of 5-\n6 metres", "of 5- 6 metres"),
    ("a forwarded line", "the\n> known\r\n>> mayor", "the known mayor"),
    ("an emoji", "the 🌊 mayor 👍🏽 spoke", "the mayor spoke"),
    ("a zero-width space between names", "Ana\u200bRuiz", "Ana Ruiz"),
    ("a zero-width space in a word", "may\u200bor", "mayor"),
    ("a link code", "the #link:1234567:worst flood", "the worst flood"),
]
UNCHANGED = [
    "the mayor",
    "“It’s the dogs’ bowl,” she said — twice…",
    "naïve Zoë, Łódź, Ærø",
    "e\u0301tude",
    "深い川",
    "Ω rising",
    "non-breaking\u2011hyphen",
    "a hashtag, #link, and #link: alone",
    "",
]
ODD = "ab.-ﬁ“ \u00a0\t\n\x00\u00ad\u200b\u2003\ufeff\U0001f30a"
UNDAMAGED = st.characters(
    exclude_characters="ﬀﬂﬃﬄﬅﬆ&ÂÃÄÅâïð\ufffd" + "".join(map(chr, range(0x80, 0xA0)))
)
pieces = st.tuples(
    st.text(alphabet=ODD, max_size=10),
    st.text(alphabet=ODD, max_size=40) | st.text(UNDAMAGED, max_size=40),
    st.text(alphabet=ODD, max_size=10),
)


def inside(parts: tuple[str, str, str]) -> tuple[str, int, int, Normalised]:
    text = "".join(parts)
    start, end = len(parts[0]), len(parts[0]) + len(parts[1])
    return text, start, end, normalise(text, start, end)


@pytest.mark.parametrize(
    ("text", "expected"), [c[1:] for c in CHANGED], ids=[c[0] for c in CHANGED]
)
def test_odd_characters_are_normalised(text: str, expected: str) -> None:
    assert normalise(text, 0, len(text)).text == expected


@pytest.mark.parametrize("text", UNCHANGED)
def test_letters_and_marks_stay(text: str) -> None:
    same = normalise(text, 0, len(text))
    assert same.text == text
    assert same.offsets is None


def test_a_word_maps_back_to_all_of_its_characters() -> None:
    text = "The re\u00adgion\u00adal  mayor"
    found = normalise(text, 0, len(text))
    at = found.text.index("regional")
    assert text[slice(*found.span(at, at + 8))] == "re\u00adgion\u00adal"


def test_a_word_after_odd_spaces_maps_back() -> None:
    text = "x\n\nThe\u00a0 \u200bmayor   spoke"
    found = normalise(text, 3, len(text))
    at = found.text.index("spoke")
    assert text[slice(*found.span(at, at + 5))] == "spoke"


def test_replacing_one_space_by_one_needs_no_table() -> None:
    assert normalise("the\u00a0mayor", 0, 9).offsets is None


@given(pieces)
def test_each_character_maps_back_to_itself_or_a_space(parts: tuple[str, str, str]) -> None:
    text, _, _, found = inside(parts)
    for at, character in enumerate(found.text):
        first, last = found.span(at, at + 1)
        assert last == first + 1
        is_dropped = EMOJI.match(text[first]) or not text[first].isprintable()
        plain = character == " " and is_dropped
        assert plain or character in {"ﬁ": "fi"}.get(text[first], text[first])


@given(pieces, st.data())
def test_a_span_is_within_the_piece(parts: tuple[str, str, str], data: st.DataObject) -> None:
    _, start, end, found = inside(parts)
    if found.text:
        first = data.draw(st.integers(0, len(found.text) - 1))
        last = data.draw(st.integers(first + 1, len(found.text)))
        mapped = found.span(first, last)
        assert start <= mapped[0] < mapped[1] <= end


@given(pieces)
def test_spans_keep_their_order(parts: tuple[str, str, str]) -> None:
    *_, found = inside(parts)
    starts = [found.span(at, at + 1)[0] for at in range(len(found.text))]
    assert starts == sorted(starts)


@given(pieces)
def test_every_visible_character_is_reached(parts: tuple[str, str, str]) -> None:
    text, start, end, found = inside(parts)
    reached = {found.span(at, at + 1)[0] for at in range(len(found.text))}
    visible = {at for at in range(start, end) if text[at].isalnum() or text[at] in "“-."}
    assert visible <= reached


@given(pieces)
def test_only_single_spaces_remain(parts: tuple[str, str, str]) -> None:
    *_, found = inside(parts)
    assert "  " not in found.text
    assert re.search(r"[^\S ]", found.text) is None


@given(pieces)
def test_a_normalised_text_is_unchanged(parts: tuple[str, str, str]) -> None:
    *_, found = inside(parts)
    assert normalise(found.text, 0, len(found.text)) == Normalised(found.text, 0, None)


@given(pieces)
def test_no_letter_is_lost(parts: tuple[str, str, str]) -> None:
    text, start, end, found = inside(parts)
    letters = "".join(c for c in text[start:end] if c.isalnum())
    assert [c for c in found.text if c.isalnum()] == list(letters.replace("ﬁ", "fi"))
