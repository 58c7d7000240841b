"""What the student learns from gold articles, from its teacher, or from both."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the recipe trains with torch")

import torch

from models.distilling.arrays import arrays_of
from models.distilling.batches import Data
from models.distilling.losses import WEIGHTS, Lesson
from models.distilling.measure import measure
from models.distilling.network import TreeShape, student_from
from models.distilling.prepare import Kind, Parsed, Source
from models.distilling.settings import Settings
from tests.models.distilling.invented import CAPACITY, REACH, article_without_speech, parsed_of
from tests.models.tiny import network, pieces_in

SETTINGS = Settings(layers=1, inner=64, look_layers=1, arc=8, label=8)
CUE_LOSSES = {"role", "taught role", "valid", "sense"}


def lesson(folder: Path, article: Parsed, kind: Kind) -> Lesson:
    arrays = arrays_of([Source("one", kind, [article])], pieces_in(folder), CAPACITY, REACH)
    names = arrays.names
    counts = (len(part) for part in (names.tags, names.pos, names.deps, names.entities))
    teacher = network().eval()
    torch.manual_seed(2)
    student = student_from(teacher, TreeShape(*counts, arc=8, label=8), SETTINGS)
    return Lesson(student.eval(), teacher, Data(arrays, torch.device("cpu")), SETTINGS)


def test_every_loss_is_weighted(tmp_path: Path) -> None:
    found = lesson(tmp_path, parsed_of(0), "gold").answers([0, 1])
    assert set(found.losses) == {*WEIGHTS, "states"}
    total = sum(WEIGHTS.get(name, SETTINGS.states) * loss for name, loss in found.losses.items())
    torch.testing.assert_close(found.total(SETTINGS), total)


def test_windows_without_speech_have_no_cue_losses(tmp_path: Path) -> None:
    found = lesson(tmp_path, article_without_speech(), "text").answers([0, 1])
    assert set(found.losses) == {*WEIGHTS, "states"} - CUE_LOSSES
    assert torch.isfinite(found.total(SETTINGS))


@pytest.mark.parametrize(("kind", "counts"), [("gold", 0.4), ("world", 0.7), ("text", 0.0)])
def test_gold_has_the_documented_weight(tmp_path: Path, kind: Kind, counts: float) -> None:
    """An anchor's loss is linear in its target, and therefore in gold."""
    one = lesson(tmp_path, parsed_of(0), kind)
    anchors, losses = one.data.windows["anchors"], []
    for share in (0, 100):
        anchors[:] = share
        found = one.answers([0, 1])
        losses.append(found.losses["anchor"])
    odds = found.anchors[found.batch.words]
    share_change = -2 * torch.nn.functional.logsigmoid(odds) + torch.nn.functional.logsigmoid(-odds)
    torch.testing.assert_close(losses[1] - losses[0], counts * share_change.mean())


def test_a_student_is_measured_alongside_its_teacher(tmp_path: Path) -> None:
    one = lesson(tmp_path, parsed_of(0), "gold")
    figures = measure(one, [[0], [1]])
    assert set(figures) == {
        *("tag", "head", "labelled head", "sentence", "name"),
        *("cue", "cue, taught", "role", "role, taught"),
    }
    assert all(0 <= value <= 1 for value in figures.values())


def test_a_perfect_student_gets_full_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = lesson(tmp_path, parsed_of(0), "gold")
    windows, answers = one.data.windows, one.answers

    def perfect(chosen: list[int]) -> object:
        found = answers(chosen)
        at, heads = found.batch.at, found.heads.clamp(min=0)
        sizes = (found.trees.tags.shape[-1], found.trees.names.shape[-1], heads.shape[1])
        tags, names, arcs = (
            torch.nn.functional.one_hot(given.long(), size).float()
            for given, size in zip(
                (windows["tags"][at], windows["names"][at], heads), sizes, strict=True
            )
        )
        starts = windows["starts"][at].float() - 0.5
        found.trees = found.trees._replace(tags=tags, names=names, arcs=arcs, starts=starts)
        found.anchors = windows["anchors"][at].float() - 0.9 - 9 * (windows["anchors"][at] == 0)
        return found

    monkeypatch.setattr(one, "answers", perfect)
    figures = measure(one, [[0, 1]])
    for name in ("tag", "head", "sentence", "name", "cue"):
        assert figures[name] == 1, name
