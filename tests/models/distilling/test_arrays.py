"""An article is recovered from the arrays: heads, names, cues, and a look's input."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="the recipe trains with torch")

import torch

from models.distilling.arrays import GOLD, LISTED, PROPOSED, Arrays, Cues, Windows, arrays_of
from models.distilling.batches import Data, batches, split
from models.distilling.prepare import Parsed, Source
from models.distilling.settings import Settings
from quotex.encoder.names import Name, names_of
from quotex.encoder.pieces import Pieces
from quotex.quotations.model.around import CUE, SOURCE, features_around, mask_parse_around
from quotex.quotations.model.features import mask_parse, mask_rules
from tests.models.distilling.invented import CAPACITY, REACH, article_without_speech, parsed_of
from tests.models.tiny import pieces_in

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> Pieces:
    return pieces_in(tmp_path_factory.mktemp("pieces"))


@pytest.fixture(scope="module")
def articles() -> list[Parsed]:
    return [parsed_of(number) for number in range(3)]


@pytest.fixture(scope="module")
def arrays(articles: list[Parsed], pieces: Pieces) -> Arrays:
    sources = [Source("gold", "gold", articles[:1]), Source("world", "world", articles[1:])]
    return arrays_of(sources, pieces, CAPACITY, REACH)


def words_of(arrays: Arrays, window: int, column: str) -> np.ndarray:
    first, last = arrays.windows.word_bounds[window : window + 2]
    return getattr(arrays.windows, column)[first:last]


def test_a_window_is_a_paragraph(arrays: Arrays, articles: list[Parsed]) -> None:
    paragraphs = [p for one in articles for p in one.prepared.encoded.paragraphs]
    lengths = [last - first for first, last in paragraphs]
    assert np.diff(arrays.windows.word_bounds).tolist() == lengths
    assert arrays.windows.source.tolist() == [0, 0, 1, 1, 1, 1]
    assert arrays.windows.article.tolist() == [0, 0, 1, 1, 2, 2]
    assert arrays.windows.own.all()


def test_heads_are_recovered(arrays: Arrays, articles: list[Parsed]) -> None:
    window = 0
    for one in articles:
        for first, last in one.prepared.encoded.paragraphs:
            heads = words_of(arrays, window, "heads") + first
            assert heads.tolist() == one.prepared.encoded.heads[first:last].tolist()
            window += 1


def test_labels_and_starts_are_recovered(arrays: Arrays, articles: list[Parsed]) -> None:
    def labels_of(column: str) -> list[str]:
        return [getattr(arrays.names, column)[n] for n in getattr(arrays.windows, column)]

    for column in ("tags", "pos", "deps"):
        assert labels_of(column) == [label for one in articles for label in getattr(one, column)]
    starts, before = [], 0
    for one in articles:
        starts += [before + first for first in one.firsts]
        before += len(one.tags)
    assert np.flatnonzero(arrays.windows.starts).tolist() == starts


def test_names_are_recovered(arrays: Arrays, articles: list[Parsed]) -> None:
    known = arrays.names.entities
    assert known == ("ORG", "PERSON")
    marks = arrays.windows.names
    found = names_of(np.eye(5, dtype=np.float32)[marks], [(0, len(marks))])
    expected, before = [], 0
    for one in articles:
        expected += [Name(f + before, to + before, known.index(n)) for f, to, n in one.entities]
        before += len(one.tags)
    assert found == expected
    assert len(found) > 2


def test_cues_are_gold_proposed_or_listed(arrays: Arrays, articles: list[Parsed]) -> None:
    words = articles[0].prepared.encoded.words
    found = [
        (words[arrays.windows.word_bounds[window] + word], kind)
        for window, word, kind in zip(
            arrays.cues.window, arrays.cues.word, arrays.cues.kind, strict=True
        )
        if window < 2
    ]
    assert found == [("said", GOLD | PROPOSED), ("said", GOLD), ("denied", GOLD | LISTED)]


def test_roles_are_stored_around_a_cue(arrays: Arrays, articles: list[Parsed]) -> None:
    first, last = int(arrays.cues.first[0]), int(arrays.cues.last[0])
    roles = arrays.cues.roles[: last - first]
    words = articles[0].prepared.encoded.words[first:last]
    assert [w for w, role in zip(words, roles, strict=True) if role == SOURCE] == ["Ada", "Roe"]
    assert [w for w, role in zip(words, roles, strict=True) if role == CUE] == ["said"]


def test_disagreeing_annotators_share_a_cues_weight(pieces: Pieces) -> None:
    one = parsed_of(0)
    gold = one.prepared.article
    one.prepared.others = [gold.model_copy(update={"attributions": gold.attributions[:1]})]
    arrays = arrays_of([Source("gold", "gold", [one])], pieces, CAPACITY, REACH)
    assert sorted(arrays.windows.anchors.tolist())[-4:] == [0, 50, 50, 100]


def test_arrays_survive_saving_and_loading(arrays: Arrays, tmp_path: Path) -> None:
    arrays.save(tmp_path / "arrays.npz")
    loaded = Arrays.load(tmp_path / "arrays.npz")
    assert loaded.names == arrays.names
    for kind, name in ((Windows, "windows"), (Cues, "cues")):
        for field in fields(kind):
            one, other = (getattr(getattr(a, name), field.name) for a in (arrays, loaded))
            np.testing.assert_array_equal(one, other)
            assert one.dtype == other.dtype


def test_a_batch_has_the_layout_of_windows(
    arrays: Arrays, articles: list[Parsed], pieces: Pieces
) -> None:
    batch = Data(arrays, CPU).batch([1, 0])
    encoded = articles[0].prepared.encoded
    for row, (first, last) in zip((1, 0), encoded.paragraphs, strict=True):
        split_words = pieces.split(encoded.words[first:last])
        ids, spread, firsts = pieces.lay_out(split_words, encoded.columns[first:last])
        assert batch.pieces[row, : len(ids)].tolist() == ids.tolist()
        assert batch.mask[row].sum() == len(ids)
        assert batch.spread[row, : len(ids)].tolist() == spread.tolist()
        assert not batch.spread[row, len(ids) :].any()
        assert batch.firsts[row, : last - first].tolist() == firsts.tolist()


@pytest.mark.parametrize(("parse", "rules"), [(True, True), (True, False), (False, True)])
def test_hidden_parse_and_rules_do_not_reach_the_second_look(
    arrays: Arrays, articles: list[Parsed], *, parse: bool, rules: bool
) -> None:
    data = Data(arrays, CPU)
    batch = data.batch([0])
    cues = data.cues_of(batch, 10)
    given = (torch.full((len(cues.numbers),), visible) for visible in (parse, rules))
    found = data.features(batch, cues, REACH, *given)
    encoded = articles[0].prepared.encoded
    for row, (cue, mask) in enumerate(zip(cues.word.tolist(), cues.mask, strict=True)):
        first = int(arrays.cues.first[row])
        last = first + int(mask.sum())
        features = features_around(encoded, cue, first, last, REACH)
        columns = encoded.columns[first:last]
        if not parse:
            features, columns = mask_parse_around(features), mask_parse(columns)
        elif not rules:
            features[:, 2], columns = 0, mask_rules(columns)
        expected = np.concatenate([features, columns[:, 2:]], axis=1)
        np.testing.assert_array_equal(found[row, mask].numpy(), expected)


def test_gold_cues_are_chosen_first_if_there_are_too_many(arrays: Arrays) -> None:
    data = Data(arrays, CPU)
    data.cues["kind"][:3] = torch.tensor([LISTED, GOLD, GOLD])
    cues = data.cues_of(data.batch([0, 1]), 2)
    assert sorted(cues.numbers.tolist()) == [1, 2]
    assert cues.gold.all()


def test_windows_without_cues_have_no_cue_batch(pieces: Pieces) -> None:
    data = Data(
        arrays_of([Source("news", "text", [article_without_speech()])], pieces, CAPACITY, REACH),
        CPU,
    )
    assert not len(data.cues_of(data.batch([0, 1]), 10).numbers)


def test_world_news_is_repeated_and_some_articles_are_held_out(arrays: Arrays) -> None:
    train, held_out = split(arrays, Settings(copies=3, held=3))
    assert sorted(train) == [0, 1, 2, 2, 2, 3, 3, 3]
    assert held_out == [4, 5]


def test_batches_contain_every_window_within_the_size() -> None:
    lengths = np.array([30, 5, 7, 100, 40, 6])
    found = batches(range(6), lengths, 80, None)
    assert sorted(window for batch in found for window in batch) == list(range(6))
    assert [3] in found, "a window longer than a batch is read alone"
    for batch in found:
        assert len(batch) * max(lengths[batch]) <= 80 or len(batch) == 1
