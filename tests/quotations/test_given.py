"""Spans given by the caller: how they are read, checked and understood."""

from __future__ import annotations

from typing import Any

import pytest

from quotex.errors import InputError
from quotex.quotations.given import GivenReader, GivenSpans, read_given
from tests.trees import context_of

TEXT = "Holt denied it rained . Roe was sure ."
DENIED = """
Holt    Holt    NNP nsubj 2
denied  deny    VBD ROOT  2
it      it      PRP nsubj 4
rained  rain    VBD ccomp 2
.       .       .   punct 2
"""


@pytest.mark.parametrize(
    "spans",
    [
        {"content": [[0, 4]]},
        {"content": [[34, 38]], "cue": [], "source": [[0, 1]]},
        {"content": [[0, 38]]},
        {"content": [[5, 11], [0, 4]], "id": "q"},
    ],
)
def test_accepts_spans_within_the_text(spans: dict[str, Any]) -> None:
    (read,) = read_given(TEXT, [spans])
    assert [list(bounds) for bounds in read.content] == spans["content"]


@pytest.mark.parametrize(
    ("spans", "says"),
    [
        ({"content": [[4, 4]]}, r"content \[4, 4\) does not lie in the text of 38"),
        ({"content": [[5, 4]]}, r"content \[5, 4\) does not lie"),
        ({"content": [[-1, 4]]}, r"content \[-1, 4\) does not lie"),
        ({"content": [[0, 39]]}, r"content \[0, 39\) does not lie"),
        ({"content": [[0, 4]], "cue": [[7, 7]]}, r"cue \[7, 7\) does not lie"),
        ({"content": [[0, 4]], "source": [[30, 40]]}, r"source \[30, 40\) does not lie"),
        ({"content": [[4, 5]]}, "nothing but white space"),
        ({"content": []}, "spans 0: content"),
        ({"source": [[0, 4]]}, "spans 0: content"),
        ({"content": [[0, 4]], "speaker": "Roe"}, "spans 0: speaker"),
    ],
)
def test_rejects_invalid_spans(spans: dict[str, Any], says: str) -> None:
    with pytest.raises(InputError, match=says):
        read_given(TEXT, [spans])


@pytest.mark.parametrize("given", [{"content": [[0, 4]]}, "text"])
def test_rejects_a_single_item(given: Any) -> None:
    with pytest.raises(InputError, match="put it in a list"):
        read_given(TEXT, given)


def test_rejects_a_repeated_id() -> None:
    spans = [{"content": [[0, 4]], "id": "a"}, {"content": [[5, 11]], "id": "a"}]
    with pytest.raises(InputError, match="have the id 'a'"):
        read_given(TEXT, spans)
    assert len(read_given(TEXT, [{"content": [[0, 4]]}, {"content": [[0, 4]]}])) == 2


def test_spans_are_returned_in_text_order() -> None:
    spans = [{"content": [[24, 27]]}, {"content": [[0, 4]]}, {"content": [[0, 3], [5, 11]]}]
    assert [s.content[0] for s in read_given(TEXT, spans)] == [(0, 3), (0, 4), (24, 27)]


def test_a_cue_has_the_sense_that_a_rule_gives_it() -> None:
    context = context_of(DENIED)
    reader = GivenReader(context)
    made = reader.candidate(GivenSpans(content=((12, 21),), cue=((5, 11),), source=((0, 4),)))
    assert (made.sense.stance, made.negated) == ("denies", False)
    assert [t.text for t in made.cue] == ["denied"]
    assert [t.text for t in made.source] == ["Holt"]
    unknown = reader.candidate(GivenSpans(content=((12, 21),), source=((0, 4),)))
    assert (unknown.sense.stance, unknown.detail) == (
        "asserts",
        "spans given; no cue, so plain speech is assumed",
    )


@pytest.mark.parametrize(
    ("bounds", "words"),
    [((0, 4), ["Holt"]), ((3, 6), ["Holt", "denied"]), ((4, 5), []), ((5, 6), ["denied"])],
)
def test_tokens_are_those_that_overlap_the_span(bounds: tuple[int, int], words: list[str]) -> None:
    reader = GivenReader(context_of(DENIED))
    made = reader.candidate(GivenSpans(content=((12, 21),), source=(bounds,)))
    assert [t.text for t in made.source] == words
