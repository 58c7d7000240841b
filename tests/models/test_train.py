"""Training learns, can be stopped and resumed, and gives the same network for the same seed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the recipe trains with torch")
pytest.importorskip("tokenizers", reason="the recipe splits words with tokenizers")

import torch
from torch import Tensor

from models.training.checkpoint import load_network
from models.training.data import items
from models.training.network import Network
from models.training.settings import Settings
from models.training.train import Trainer, compute_dtype
from tests.models.tiny import SHAPE, examples, network, pieces_in

SETTINGS = Settings(
    steps=6,
    batch=2,
    encoder_rate=1e-2,
    head_rate=1e-2,
    capacity=24,
    threads=1,
    save_every=2,
    report_every=1,
)


@pytest.fixture(autouse=True)
def one_thread() -> None:
    """Make the tests use one core."""
    torch.set_num_threads(1)


def trainer(folder: Path, settings: Settings = SETTINGS, *, dropout: float = 0.0) -> Trainer:
    shape = replace(SHAPE, dropout=dropout)
    windows = items(examples(), settings.capacity)
    return Trainer(network(shape=shape), windows, pieces_in(folder), settings)


def silent(line: str) -> None:
    del line


class _Stopped(Exception):  # noqa: N818
    pass


def stop_at(step: int) -> object:
    def report(line: str) -> None:
        if line.startswith(f"step {step} "):
            raise _Stopped

    return report


def state(network: Network) -> dict[str, Tensor]:
    return dict(network.state_dict())


def same(one: Network, other: Network) -> bool:
    return all(torch.equal(value, state(other)[name]) for name, value in state(one).items())


def test_a_resumed_run_gives_the_same_weights(tmp_path: Path) -> None:
    whole = trainer(tmp_path)
    expected = whole.run(tmp_path / "whole", silent)
    with pytest.raises(_Stopped):
        trainer(tmp_path).run(tmp_path / "halves", stop_at(3))  # type: ignore[arg-type]
    lines: list[str] = []
    second = trainer(tmp_path)
    found = second.run(tmp_path / "halves", lines.append)
    assert lines[0] == "resuming from step 2"
    assert [line.split(",")[0] for line in lines[1:]] == [f"step {n} of 6" for n in (3, 4, 5, 6)]
    assert (whole.step, second.step) == (6, 6)
    assert same(expected, found)


def test_a_run_with_dropout_resumes(tmp_path: Path) -> None:
    with pytest.raises(_Stopped):
        trainer(tmp_path, dropout=0.1).run(tmp_path / "run", stop_at(3))  # type: ignore[arg-type]
    second = trainer(tmp_path, dropout=0.1)
    found = second.run(tmp_path / "run", silent)
    assert second.step == 6
    assert all(value.isfinite().all() for value in state(found).values())


def test_a_finished_run_is_not_repeated(tmp_path: Path) -> None:
    expected = trainer(tmp_path).run(tmp_path / "run", silent)
    lines: list[str] = []
    found = trainer(tmp_path).run(tmp_path / "run", lines.append)
    assert lines == ["resuming from step 6"]
    assert same(expected, found)


def test_resuming_with_other_settings_is_rejected(tmp_path: Path) -> None:
    trainer(tmp_path).run(tmp_path / "run", silent)
    other = trainer(tmp_path, replace(SETTINGS, head_rate=1e-3))
    with pytest.raises(ValueError, match="was made with other settings"):
        other.run(tmp_path / "run", silent)


def test_a_checkpoint_is_complete(tmp_path: Path) -> None:
    found = trainer(tmp_path).run(tmp_path / "run", silent)
    assert [path.name for path in (tmp_path / "run").iterdir()] == ["last.pt"]
    saved = torch.load(tmp_path / "run" / "last.pt", weights_only=True)
    assert saved["step"] == 6
    assert saved["settings"] == SETTINGS.to_dict()
    loaded = load_network(tmp_path / "run" / "last.pt")
    assert loaded.shape == SHAPE
    assert not loaded.training
    assert same(loaded, found)


def test_only_the_settings_seed_matters(tmp_path: Path) -> None:
    def run(seed: int, drawn_before: int) -> Network:
        run_trainer = trainer(tmp_path, replace(SETTINGS, seed=seed), dropout=0.1)
        torch.manual_seed(drawn_before)
        return run_trainer.run(tmp_path / f"{seed}-{drawn_before}", silent)

    first = run(1, 10)
    assert same(first, run(1, 11))
    assert not same(first, run(2, 10))


def test_all_weights_but_word_embeddings_are_trained(tmp_path: Path) -> None:
    before = state(network())
    after = state(trainer(tmp_path).run(tmp_path / "run", silent))
    kept = {name for name, value in after.items() if torch.equal(value, before[name])}
    rounded = before["encoder.word.weight"].to(compute_dtype()).float()
    assert torch.equal(after["encoder.word.weight"], rounded)
    assert kept <= {"encoder.word.weight", "look.sense.weight", "look.sense.bias"}
    assert all(value.dtype == torch.float32 for value in after.values())


def test_losses_fall(tmp_path: Path) -> None:
    lines: list[str] = []
    settings = replace(SETTINGS, steps=60, batch=4, report_every=10, no_parse=0.0, no_rules=0.0)
    trainer(tmp_path, settings).run(tmp_path / "run", lines.append)
    losses = [[float(part) for part in line.split("losses ")[1].split()] for line in lines]
    assert len(losses) == 6
    assert all(len(parts) == 4 for parts in losses)
    assert sum(losses[-1]) < 0.5 * sum(losses[0])


@pytest.mark.parametrize(
    ("settings", "total"),
    [
        (replace(SETTINGS, steps=0, epochs=2.0), 8),
        (replace(SETTINGS, steps=0, epochs=0.5), 2),
        (replace(SETTINGS, steps=3), 3),
        (replace(SETTINGS, steps=0, epochs=2.0, batch=100), 2),
    ],
)
def test_the_number_of_steps(tmp_path: Path, settings: Settings, total: int) -> None:
    windows = items(examples(), settings.capacity)
    assert len(windows) == 8
    assert trainer(tmp_path, settings).total == total


def test_training_works_without_cues(tmp_path: Path) -> None:
    silent_articles = examples((("", "Dogs swam there."), ("", "It rained all night.")))
    windows = items(silent_articles, 24)
    run = Trainer(network(), windows, pieces_in(tmp_path), SETTINGS)
    found = run.run(tmp_path / "run", silent)
    assert all(value.isfinite().all() for value in state(found).values())
