"""Without torch, the command still shows its help and says what is missing."""

from __future__ import annotations

import sys

import pytest
from typer.testing import CliRunner

from models.training.__main__ import app


@pytest.fixture(autouse=True)
def without_torch(monkeypatch: pytest.MonkeyPatch) -> None:
    """The recipe without torch."""
    monkeypatch.setitem(sys.modules, "torch", None)
    monkeypatch.delitem(sys.modules, "models.training.run", raising=False)


@pytest.mark.parametrize("arguments", [["--help"], ["train", "--help"], ["card", "--help"]])
def test_help_needs_no_torch(arguments: list[str]) -> None:
    assert CliRunner().invoke(app, arguments).exit_code == 0


def test_training_says_how_to_install_torch() -> None:
    result = CliRunner().invoke(app, ["train", "gold.jsonl"])
    assert result.exit_code == 1
    assert "run: pip install --group train" in result.output
