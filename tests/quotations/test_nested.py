"""What is quoted inside somebody else's words, if requested."""

from __future__ import annotations

import re

import pytest
from spacy.language import Language

import quotex
from quotex import Extraction, Extractor
from quotex.quotations.candidate import Candidate
from quotex.quotations.nested import nested
from quotex.records import spans_of
from tests.quotations.model.fake import SAY, candidate_of, plain_context

model = pytest.mark.model

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
        quotex.load(nlp, modes="all", detector=request.param, nested=nested, min_confidence=0)
        for nested in (True, False)
    )


def depth(extraction: Extraction, within: str | None) -> int:
    """Return how many quotations enclose one."""
    by_id = {q.id: q for q in extraction}
    return 0 if within is None else 1 + depth(extraction, by_id[within].within)


@model
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


@model
@pytest.mark.parametrize("text", WITHOUT)
def test_nothing_inside(pair: tuple[Extractor, Extractor], text: str) -> None:
    assert [q.text for q in pair[0](text) if q.within is not None] == []


@model
@pytest.mark.parametrize("text", [*WITHOUT, *(text for text, _ in CASES), " ".join(WITHOUT)])
def test_nested_quotations_leave_the_others_unchanged(
    pair: tuple[Extractor, Extractor], text: str
) -> None:
    with_nested, plain = pair
    assert [q for q in with_nested(text) if q.within is None] == list(plain(text))


@model
@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_outer_quotation_contains_all_words(
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


@model
def test_dropped_with_its_outer_quotation(nlp: Language) -> None:
    text = "Ada Brook thinks that Lena Voss said the bridge would fall."
    everything = quotex.load(nlp, modes="all", detector="rules", nested=True, min_confidence=0)(
        text
    )
    assert [q.mode for q in everything] == ["thought", "speech"]
    spoken = quotex.load(nlp, detector="rules", nested=True, min_confidence=0)(text)
    assert list(spoken) == []


@model
def test_the_views_show_the_text_once(pair: tuple[Extractor, Extractor]) -> None:
    text = CASES[3][0]
    extraction = pair[0](text)
    assert all(text[s.start : s.end] == s.text for q in extraction for s in spans_of(q))
    shown = re.search(r'<div class="quotex-text"[^>]*>(.*?)</div>', extraction._repr_html_(), re.S)
    assert shown is not None
    assert re.sub(r"<sup.*?</sup>|<[^>]+>", "", shown[1]) == text
    assert list(extraction.to_pandas()["within"]) == [q.within for q in extraction]


CONTEXT = plain_context("Ada said Bo told Cy that Di knew Ed left. Flo wept.")


def proposal(cue: str, source: str, *content: str, weight: float = 0.9) -> Candidate:
    return candidate_of(CONTEXT, content, cue, source, rule=cue, weight=weight)


OUTER = proposal("said", "Ada", "Bo told Cy that Di knew Ed left")
TOLD = proposal("told", "Bo", "that Di knew Ed left")
KNEW = proposal("knew", "Di", "Ed left")


def pairs(outer: list[Candidate], proposed: list[Candidate]) -> list[tuple[str, str]]:
    return [(inner.rule, around.rule) for inner, around in nested(outer, proposed)]


@pytest.mark.parametrize(
    ("proposed", "expected"),
    [
        ([TOLD], [("told", "said")]),
        ([KNEW], [("knew", "said")]),
        ([KNEW, TOLD], [("told", "said"), ("knew", "told")]),
        ([OUTER], []),
        ([], []),
        ([proposal("told", "", "that Di knew Ed left")], []),
        ([proposal("", "Bo", "that Di knew Ed left")], []),
        ([proposal("told", "Ada", "that Di knew Ed left")], []),  # its source is outside
        ([proposal("wept", "Bo", "that Di knew Ed left")], []),  # its cue is outside
        ([proposal("told", "Bo", "Ed left. Flo")], []),  # its content extends beyond
        ([proposal("told", "Bo", "left")], [("told", "said")]),  # up to the last word
        ([proposal("wept", "Flo", "Ada")], []),
    ],
)
def test_candidates_inside(proposed: list[Candidate], expected: list[tuple[str, str]]) -> None:
    assert pairs([OUTER], proposed) == expected


def test_nothing_is_nested_without_outer_candidates() -> None:
    assert pairs([], [TOLD]) == []


def test_keeps_the_surer_of_two_nested_candidates() -> None:
    other = proposal("Cy", "Bo", "that Di", weight=0.5)
    assert pairs([OUTER], [other, TOLD]) == [("told", "said")]


def test_a_taken_cue_is_not_used_again() -> None:
    again = proposal("said", "Bo", "Ed left")
    around = proposal("said", "Ada", "said Bo told Cy that Di knew Ed left")
    assert pairs([around], [again]) == []


def test_at_most_three_deep() -> None:
    words = plain_context("a b c d e f g h i j k")
    tokens = words.view.tokens

    def one(n: int) -> Candidate:
        content = [(tokens[n + 2].start, tokens[-1].end)]
        cue, source = tokens[n + 1 : n + 2], tokens[n : n + 1]
        return Candidate(content, cue, source, SAY, str(n), "", 0.9)

    chain = [one(n) for n in (0, 2, 4, 6, 8)]
    found = nested(chain[:1], chain[1:])
    assert [(i.rule, o.rule) for i, o in found] == [("2", "0"), ("4", "2"), ("6", "4")]
