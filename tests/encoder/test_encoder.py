"""The shipped encoder gives each word a state, whatever else is in the batch."""

from __future__ import annotations

import numpy as np
import pytest

from quotex.document.quoted import OUTSIDE
from quotex.encoder.config import read_tree_config
from quotex.encoder.encoder import Encoder, by_paragraph
from quotex.encoder.parser import Parser
from quotex.errors import ModelError
from quotex.quotations.model.locate import DEFAULT, ENGINE_MODEL, model_folder

pytestmark = pytest.mark.model

TEXT = "Ann Roe , the harbour master , said the wall was safe ."
WORDS = TEXT.split()


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    folder = model_folder(ENGINE_MODEL)
    known = read_tree_config(folder)
    return Encoder(folder, known.decoding.capacity, owner=known.words_of)


def outside(words: list[str]) -> list[int]:
    return [OUTSIDE] * len(words)


def test_each_word_has_a_state(encoder: Encoder) -> None:
    reading = encoder.read(WORDS, outside(WORDS))
    assert reading.states.shape == (len(WORDS), reading.states.shape[1])
    assert reading.odds.shape == (len(WORDS),)
    assert reading.encoder is encoder
    assert WORDS[int(reading.odds.argmax())] == "said"


def test_a_long_paragraph_is_read_in_parts(encoder: Encoder) -> None:
    long = WORDS * 60
    reading = encoder.read(long, outside(long))
    assert len(reading.states) == len(reading.odds) == len(long)
    assert np.isfinite(reading.states).all()


def test_readings_of_parts_are_joined_by_paragraph(encoder: Encoder) -> None:
    one, two = (encoder.read(part, outside(part)) for part in (WORDS, WORDS[:4]))
    length = len(WORDS)
    first, second = by_paragraph([one, one, two], [length, 2 * length + 4])
    assert first is one
    assert second.states.tolist() == [*one.states.tolist(), *two.states.tolist()]
    assert len(second.odds) == length + 4
    assert second.encoder is encoder
    assert by_paragraph([], [length]) == []


def test_the_parser_makes_one_tree_per_sentence(encoder: Encoder) -> None:
    two = [*WORDS, "Nobody", "disagreed", "."]
    labels = read_tree_config(encoder.folder).tree
    parse = Parser(encoder.folder, labels).parse(encoder.read(two, outside(two)).states)
    assert parse.firsts == [0, len(WORDS)]
    roots = [word for word, head in enumerate(parse.heads) if word == head]
    assert [two[root] for root in roots] == ["said", "disagreed"]
    assert [parse.deps[root] for root in roots] == ["ROOT", "ROOT"]
    assert parse.deps.count("ROOT") == 2
    assert (0, 2, "PERSON") in parse.entities


def test_a_folder_without_trees_is_rejected() -> None:
    with pytest.raises(ModelError, match="no model that makes trees"):
        read_tree_config(model_folder(DEFAULT))
