"""The student's own parts, and how it is cut from its teacher."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytest.importorskip("torch", reason="the recipe trains with torch")

import torch

from models.distilling.network import Student, TreeHead, TreeShape, TreeSumChain, student_from
from models.distilling.settings import Settings
from models.training.network import Chain
from tests.models.tiny import SHAPE, network

TREES = TreeShape(tags=5, pos=4, deps=6, entities=3, arc=8, label=7)
SETTINGS = Settings(layers=2, inner=16, look_layers=1)


def student() -> Student:
    return student_from(network(shape=replace(SHAPE, layers=6)), TREES, SETTINGS)


@pytest.mark.parametrize("length", [1, 2, 3, 8, 9, 33])
def test_tree_summation_gives_the_same_total(length: int) -> None:
    torch.manual_seed(length)
    slow, quick = Chain(), TreeSumChain()
    for part in ("start", "end", "step"):
        torch.nn.init.normal_(getattr(slow, part))
    quick.load_state_dict(slow.state_dict())
    scores, roles = torch.randn(5, length, 4), torch.randint(4, (5, length))
    mask = torch.arange(length) < torch.randint(1, length + 1, (5, 1))
    slow_loss, quick_loss = (chain.loss(scores, roles, mask) for chain in (slow, quick))
    torch.testing.assert_close(quick_loss, slow_loss)
    slow_loss.sum().backward()
    quick_loss.sum().backward()
    torch.testing.assert_close(quick.step.grad, slow.step.grad)


@pytest.mark.parametrize(
    ("layers", "of", "expected"),
    [(4, 6, [1, 2, 3, 5]), (3, 6, [1, 3, 5]), (6, 6, [0, 1, 2, 3, 4, 5]), (1, 2, [1])],
)
def test_layers_are_chosen_evenly(layers: int, of: int, expected: list[int]) -> None:
    assert Settings(layers=layers).chosen(of) == expected


def test_a_student_starts_with_its_teachers_weights() -> None:
    teacher = network(shape=replace(SHAPE, layers=6))
    new_student = student_from(teacher, TREES, SETTINGS)
    for layer, number in zip(new_student.encoder.layers, (2, 5), strict=True):
        other = teacher.encoder.layers[number]
        assert torch.equal(layer.joint.weight, other.joint.weight)
        strength = other.up.weight.norm(dim=1) * other.down.weight.norm(dim=0)
        kept = [n for n in range(64) if strength[n] >= strength.sort().values[-16]]
        assert torch.equal(layer.up.weight, other.up.weight[kept])
        assert torch.equal(layer.down.weight, other.down.weight[:, kept])
    assert torch.equal(new_student.look.branch.weight, teacher.look.branch.weight)
    assert torch.equal(new_student.chain.step, teacher.chain.step)
    assert not new_student.encoder.word.weight.requires_grad
    assert len(new_student.encoder.columns) == 2
    assert len(new_student.look.columns) == 6


def test_without_features_the_input_to_the_layers_equals_the_teachers() -> None:
    teacher = network(shape=replace(SHAPE, layers=0)).eval()
    new_student = student_from(teacher, TREES, replace(SETTINGS, layers=0)).eval()
    pieces, first = torch.tensor([[2, 7, 9, 3]]), torch.tensor([[1, 2]])
    columns = torch.zeros(1, 4, 8, dtype=torch.long)
    columns[..., :2] = torch.tensor([1, 2])
    torch.testing.assert_close(
        new_student.encoder(pieces, columns[..., :2], None, first),
        teacher.encoder(pieces, columns, None, first),
    )


def test_the_second_look_reads_every_column() -> None:
    look = student().look.eval()
    words, cue, place = torch.randn(1, 3, 32), torch.randn(1, 32), torch.tensor([1])
    features, mask = torch.zeros(1, 3, 9, dtype=torch.long), torch.ones(1, 3, dtype=torch.bool)
    before, _, _ = look(words, cue, place, features, mask)
    for column in range(9):
        other = features.clone()
        other[..., column] = 1
        assert not torch.equal(look(words, cue, place, other, mask)[0], before), column


def test_word_and_arc_scores_have_the_right_shapes() -> None:
    tree = TreeHead(32, TREES).eval()
    found = tree(torch.randn(2, 5, 32))
    assert found.tags.shape == (2, 5, 5)
    assert found.names.shape == (2, 5, 7)
    assert found.arcs.shape == (2, 5, 5)
    assert tree.labels(found.mixed, torch.zeros(2, 5, dtype=torch.long)).shape == (2, 5, 6)


def test_the_label_of_an_arc_depends_on_its_head() -> None:
    tree = TreeHead(32, TREES).eval()
    mixed = torch.randn(1, 3, 32)
    first, second = (tree.labels(mixed, torch.tensor([[at, 1, 1]])) for at in (0, 2))
    assert not torch.equal(first[:, 0], second[:, 0])
    assert torch.equal(first[:, 1:], second[:, 1:])
