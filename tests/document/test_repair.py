"""Text damaged by wrong decoding is repaired, and offsets lead back to the original."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.document.normalise import normalise
from quotex.document.repair import repaired

REPAIRED = [
    ("curly marks", "â€œGo,â€\u009d", "“Go,”"),
    ("a closing mark cut short", "â€œGo,â€ she said", "“Go,” she said"),
    ("apostrophe and dash", "Roeâ€™s bridge â€“ it", "Roe’s bridge – it"),
    ("letters", "AndrÃ© BjÃ¸rn Å\u0081Ã³dÅº", "André Bjørn Łódź"),
    ("pounds and no-break space", "Â£3 at 6Â\u00a0a.m.", "£3 at 6 a.m."),
    ("a space behind what was one", "6Â a.m.", "6 a.m."),
    ("damaged twice", "Ã¢â‚¬Å“Go", "“Go"),
    ("byte order mark", "ï»¿Go", "Go"),
    ("emoji", "Go ðŸ˜€", "Go "),
    ("control characters for marks", "\x93Go,\x94 she\x92d say \x96 so", "“Go,” she’d say – so"),
    ("control characters for letters", "\x8akoda", "Škoda"),
    ("entities", "&ldquo;Go,&rdquo; she&#8217;d say&nbsp;&#x2014; so", "“Go,” she’d say — so"),
    ("entities escaped twice", "&amp;quot;Go&amp;quot; R&amp;amp;D", '"Go" R&D'),
    ("lost marks", "\ufffdGo,\ufffd she said", '"Go," she said'),
    ("a lost apostrophe", "it\ufffds Roe\ufffds", "it's Roe's"),
]
UNCHANGED = [
    *("café «Straße» Ångström", "the château, naïve", "R&D; &nosuch; AT&T & so", "Â"),
    *("a letter lost: caf\ufffd", "a dash \ufffd lost", "&" * 50, "£3 – €4"),
]
MARKS = "ab c.,“”‘’—–…é£"


@pytest.mark.parametrize(
    ("text", "expected"), [c[1:] for c in REPAIRED], ids=[c[0] for c in REPAIRED]
)
def test_damaged_text_is_repaired(text: str, expected: str) -> None:
    assert normalise(text, 0, len(text)).text == expected


@pytest.mark.parametrize("text", UNCHANGED)
def test_undamaged_text_is_unchanged(text: str) -> None:
    assert repaired(text) is None


def _misread(text: str) -> list[str]:
    """Return each character's UTF-8 bytes decoded as windows-1252."""
    return [
        "".join(bytes([byte]).decode("windows-1252", "ignore") or chr(byte) for byte in c.encode())
        for c in text
    ]


@given(st.text(alphabet=MARKS, max_size=30))
def test_a_misdecoded_text_is_restored(text: str) -> None:
    parts = _misread(text)
    damaged = "".join(parts)
    found = normalise(damaged, 0, len(damaged))
    assert found.text == normalise(text, 0, len(text)).text
    visible = [part for part, c in zip(parts, text, strict=True) if c != " "]
    back = [damaged[slice(*found.span(at, at + 1))] for at in range(len(found.text))]
    assert [part for part, c in zip(back, found.text, strict=True) if c != " "] == visible


@given(st.text(alphabet="a &;#39ampÂâ€œ\x9d\x93\ufffd“ ", max_size=60) | st.text(max_size=60))
def test_spans_stay_in_order_and_within(text: str) -> None:
    found = normalise(text, 0, len(text))
    bounds = [found.span(at, at + 1) for at in range(len(found.text))]
    assert bounds == sorted(bounds)
    assert all(0 <= start < end <= len(text) for start, end in bounds)
