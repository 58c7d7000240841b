"""An article is read window by window; each finding is the same wherever it is."""

from __future__ import annotations

from dataclasses import astuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotex.quotations.model.chain import Chain
from quotex.quotations.model.features import COLUMNS, encode
from quotex.quotations.model.finding import Finding
from quotex.quotations.model.reading import read

from .fake import LABELS, Answer, FakeModel, plain_context

WALL = "Ada Roe said the wall is safe."
SAID = {"said": Answer(source=("Ada Roe",), content=("the wall is safe",))}
PAIR = "Ada Roe said the wall is safe, but Bo Lund doubts that anyone has looked behind it."
BOTH = SAID | {
    "doubts": Answer(source=("Bo Lund",), content=("that anyone has looked behind it",), valid=1.0)
}


def findings(text: str, model: FakeModel) -> list[Finding]:
    return read([encode(plain_context(text), [], LABELS)], model)[0]


def words(text: str, numbers: list[int]) -> str:
    tokens = plain_context(text).view.tokens
    return " ".join(tokens[i].text for i in numbers)


def logistic(odds: float) -> float:
    return float(1 / (1 + np.exp(-odds)))


def test_a_finding() -> None:
    (found,) = findings(WALL, FakeModel(SAID))
    assert words(WALL, found.cue) == "said"
    assert words(WALL, found.source) == "Ada Roe"
    assert words(WALL, found.content) == "the wall is safe"
    assert found.anchor == pytest.approx(logistic(4.0))
    assert found.valid == pytest.approx(logistic(4.0))
    assert found.certainty > 0.99
    assert found.source_certainty > 0.99
    assert found.senses.tolist() == [1.0, 0.0, 1.0, 0.0]


@pytest.mark.parametrize("text", ["", "\n\n", "Dogs swam.", "“”", "— … — .", "said"])
def test_texts_without_content(text: str) -> None:
    assert [f.content for f in findings(text, FakeModel(SAID)) if f.content] == []


def test_a_word_below_the_floor_gets_no_second_look() -> None:
    seems = {"said": Answer(anchor=-2.0), "wall": Answer(anchor=-2.5)}
    model = FakeModel(seems, floor=logistic(-2.2))
    assert [words(WALL, f.cue) for f in findings(WALL, model)] == ["said"]
    assert len(model.looked) == 1


def test_no_second_look_without_likely_cues() -> None:
    model = FakeModel({})
    assert findings(WALL, model) == []
    assert model.looked == []
    assert len(model.windows) == 1


def test_pieces_and_columns_of_a_window() -> None:
    model = FakeModel({})
    context = plain_context("“Harbourside,” Ada said.")
    encoded = encode(context, [], LABELS)
    assert read([encoded], model) == [[]]
    ((ids, columns, first),) = model.windows
    split = model.pieces.split(encoded.words)
    assert ids.tolist() == [1, *(piece for word in split for piece in word), 2]
    assert len({len(word) for word in split}) > 1, "a word of several pieces is part of the test"
    assert ids[first].tolist() == [word[0] for word in split]
    assert not columns[[0, -1]].any()
    owners = [number for number, word in enumerate(split) for _ in word]
    assert columns[1:-1].tolist() == encoded.columns[owners].tolist()
    assert columns.shape == (len(ids), len(COLUMNS))


def test_distance_is_measured_from_the_cue() -> None:
    model = FakeModel(SAID)
    findings(WALL, model)
    assert model.features[0][:, 0].tolist() == list(range(28, 36))
    assert not model.features[0][:, 1:].any()


def test_cues_in_one_window_are_independent() -> None:
    """Although the first has fewer words around it, and the chain favours equal neighbours."""
    flat, step = np.zeros(4, dtype=np.float32), np.eye(4, dtype=np.float32) * 2
    chain = Chain(flat, step, np.array([0, 0, 0, 3], dtype=np.float32))

    def found(answers: dict[str, Answer]) -> list[Finding]:
        model = FakeModel(answers, chain=chain)
        model.reach = 8
        return findings(PAIR, model)

    together = found(BOTH)
    alone = [finding for cue, answer in BOTH.items() for finding in found({cue: answer})]
    assert len(together) == 2
    for one, other in zip(together, alone, strict=True):
        for a, b in zip(astuple(one), astuple(other), strict=True):
            np.testing.assert_array_equal(a, b)


@given(st.integers(24, 120), st.integers(0, 12), st.integers(0, 12))
@settings(max_examples=30)
def test_findings_do_not_depend_on_windows(capacity: int, before: int, after: int) -> None:
    filler = "Dogs swam. "
    text = filler * before + PAIR + (" " + filler * after).rstrip()
    wide, narrow = FakeModel(BOTH, capacity=500), FakeModel(BOTH, capacity=capacity)
    expected, found = findings(text, wide), findings(text, narrow)
    assert [f.cue for f in found] == [f.cue for f in expected]
    assert len(wide.windows) == 1


def test_articles_are_independent() -> None:
    """Although the cues of all of them are looked at together."""
    texts = [WALL, PAIR, "Dogs swam.", "", " ".join([PAIR] * 90), "“Oh,” she said."]
    encoded = [encode(plain_context(text), [], LABELS) for text in texts]
    together = read(encoded, FakeModel(BOTH))
    assert [len(found) for found in together] == [1, 2, 0, 0, 180, 1]
    for one, found in zip(encoded, together, strict=True):
        (alone,) = read([one], FakeModel(BOTH))
        for other, finding in zip(alone, found, strict=True):
            for a, b in zip(astuple(other), astuple(finding), strict=True):
                np.testing.assert_array_equal(a, b)


def test_a_long_paragraph_is_read_in_several_windows() -> None:
    text = "Dogs swam. " * 30 + WALL + " Dogs swam." * 30
    model = FakeModel(SAID, capacity=60)
    (found,) = findings(text, model)
    assert words(text, found.content) == "the wall is safe"
    assert words(text, found.source) == "Ada Roe"
    assert len(model.windows) > 5


def test_each_sentence_of_a_long_paragraph_is_found_once() -> None:
    text = " ".join([WALL] * 40)
    found = findings(text, FakeModel(SAID, capacity=50))
    assert len(found) == 40
    assert all(words(text, f.content) == "the wall is safe" for f in found)
    contents = [word for f in found for word in f.content]
    assert contents == sorted(set(contents))


def test_paragraphs_do_not_mix() -> None:
    model = FakeModel({"said": Answer(source=("Bo Lund",), content=("the wall is safe",))})
    (found,) = findings(f"Bo Lund left.\n\n{WALL}\n\nBo Lund came.", model)
    assert found.source == []
    assert "Lund" not in model.looked[0]


def test_no_source() -> None:
    (found,) = findings(WALL, FakeModel({"said": Answer(content=("the wall is safe",))}))
    assert found.source == []
    assert 0.9 < found.source_certainty < 1


def test_no_content() -> None:
    (found,) = findings(WALL, FakeModel({"said": Answer(source=("Ada Roe",))}))
    assert (found.content, found.certainty) == ([], 0.0)


def test_a_cue_of_several_words() -> None:
    text = "Ada Roe has said so : the wall is safe."
    (found,) = findings(text, FakeModel({"has": Answer(cue=("said so",))}))
    assert words(text, found.cue) == "has said so"


def test_a_source_is_one_run_of_words() -> None:
    text = "Ada , Mayor Roe and others said that Roe lost."
    answer = Answer(source=("Ada", "Mayor Roe"), content=("that",))
    (found,) = findings(text, FakeModel({"said": answer}))
    assert words(text, found.source) == "Mayor Roe"


def test_a_discontinuous_content_is_one_finding() -> None:
    text = "The wall, Ada Roe said, is safe."
    answer = Answer(source=("Ada Roe",), content=("The wall", "is safe"))
    (found,) = findings(text, FakeModel({"said": answer}))
    assert words(text, found.content) == "The wall is safe"


def test_the_cue_stays_the_cue_even_if_the_chain_forbids_it() -> None:
    flat = np.zeros(4, dtype=np.float32)
    step = np.zeros((4, 4), dtype=np.float32)
    step[:, 2] = -30
    (found,) = findings(WALL, FakeModel(SAID, chain=Chain(flat, step, flat)))
    assert words(WALL, found.cue) == "said"
