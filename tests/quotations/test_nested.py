"""What is quoted inside another's words, where it is asked for."""

from __future__ import annotations

import re

import pytest
from spacy.language import Language

import quotex
from quotex import Extraction, Extractor
from quotex.records import spans_of

pytestmark = pytest.mark.model

# A text, and for each nested quotation: speaker, cue's lemma, content, depth.
Expected = list[tuple[str, str, str, int]]
CASES: list[tuple[str, Expected]] = [
    (
        "Ada Brook said that Lena Voss had denied that the bridge was unsafe.",
        [("Lena Voss", "deny", "that the bridge was unsafe", 1)],
    ),
    (
        "“Lena told me that the bridge would fall,” Ada Brook said.",
        [("Lena", "tell", "that the bridge would fall,", 1)],
    ),
    (
        "“I said I would not cross it,” Ada Brook told reporters.",
        [("Ada Brook", "say", "I would not cross it,", 1)],
    ),
    (
        "Tom Okafor said the ministry had claimed that engineers warned it was too late.",
        [
            ("ministry", "claim", "that engineers warned it was too late", 1),
            ("engineers", "warn", "it was too late", 2),
        ],
    ),
]
WITHOUT = [
    "Ada Brook said the bridge was old and that it would be closed.",
    "“The bridge is old,” Ada Brook said. “Nobody should cross it.”",
    "Ada Brook denied that the bridge was unsafe. Lena Voss said it would fall.",
    "Ada Brook told reporters that the report ran to ninety pages.",
    "Lena Voss walked over the bridge every morning.",
]


@pytest.fixture(scope="module", params=["hybrid", "rules"])
def pair(request: pytest.FixtureRequest, nlp: Language) -> tuple[Extractor, Extractor]:
    """An extractor that reports nested quotations, and one that does not."""
    return tuple(  # type: ignore[return-value]
        quotex.load(nlp, modes="all", detector=request.param, nested=nested)
        for nested in (True, False)
    )


def depth(extraction: Extraction, within: str | None) -> int:
    """Return how many quotations stand around one."""
    by_id = {q.id: q for q in extraction}
    return 0 if within is None else 1 + depth(extraction, by_id[within].within)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_found_inside(pair: tuple[Extractor, Extractor], text: str, expected: Expected) -> None:
    extraction = pair[0](text)
    found = [
        (
            q.speaker.name if q.speaker else "",
            q.cue_lemma or "",
            q.text,
            depth(extraction, q.within),
        )
        for q in extraction
        if q.within is not None
    ]
    assert found == expected


@pytest.mark.parametrize("text", WITHOUT)
def test_nothing_inside(pair: tuple[Extractor, Extractor], text: str) -> None:
    assert [q.text for q in pair[0](text) if q.within is not None] == []


@pytest.mark.parametrize("text", [*WITHOUT, *(text for text, _ in CASES), " ".join(WITHOUT)])
def test_the_others_are_what_they_are_without(pair: tuple[Extractor, Extractor], text: str) -> None:
    with_nested, plain = pair
    assert [q for q in with_nested(text) if q.within is None] == list(plain(text))


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_one_around_holds_all_words(
    pair: tuple[Extractor, Extractor], text: str, expected: Expected
) -> None:
    extraction = pair[0](text)
    by_id = {q.id: q for q in extraction}
    inside = [q for q in extraction if q.within is not None]
    assert len(inside) == len(expected)
    for quotation in inside:
        around = by_id[quotation.within or ""].content
        own = (*quotation.content, *quotation.cue, *quotation.source)
        assert any(all(a.start <= s.start and s.end <= a.end for s in own) for a in around)


def test_left_out_with_the_one_around_it(nlp: Language) -> None:
    text = "Ada Brook thinks that Lena Voss said the bridge would fall."
    everything = quotex.load(nlp, modes="all", detector="rules", nested=True)(text)
    assert [q.mode for q in everything] == ["thought", "speech"]
    spoken = quotex.load(nlp, detector="rules", nested=True)(text)
    assert list(spoken) == []


def test_the_views_show_the_text_once(pair: tuple[Extractor, Extractor]) -> None:
    text = CASES[3][0]
    extraction = pair[0](text)
    assert all(text[s.start : s.end] == s.text for q in extraction for s in spans_of(q))
    shown = re.search(r'<div class="quotex-text"[^>]*>(.*?)</div>', extraction._repr_html_(), re.S)
    assert shown is not None
    assert re.sub(r"<sup.*?</sup>|<[^>]+>", "", shown[1]) == text
    assert list(extraction.to_pandas()["within"]) == [q.within for q in extraction]
