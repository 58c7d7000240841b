"""Without torch, the command still shows its help and says what is missing."""

from __future__ import annotations

import sys

import pytest
from typer.testing import CliRunner

from models.distilling.__main__ import app


@pytest.fixture(autouse=True)
def without_torch(monkeypatch: pytest.MonkeyPatch) -> None:
    """The recipe without torch."""
    monkeypatch.setitem(sys.modules, "torch", None)
    for name in [name for name in sys.modules if name.startswith("models.distilling.")]:
        if not name.endswith(("__main__", "settings")):
            monkeypatch.delitem(sys.modules, name)


@pytest.mark.parametrize("command", [[], ["prepare"], ["train"], ["build"], ["eight-bits"]])
def test_help_needs_no_torch(command: list[str]) -> None:
    assert CliRunner().invoke(app, [*command, "--help"]).exit_code == 0


@pytest.mark.parametrize("arguments", [["prepare", "gold.jsonl"], ["train"], ["build"]])
def test_without_torch_the_error_says_how_to_install_it(arguments: list[str]) -> None:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 1
    assert "run: pip install --group train" in result.output


def test_eight_bits_says_how_to_install_onnx(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnx", None)
    result = CliRunner().invoke(app, ["eight-bits", "gold.jsonl"])
    assert result.exit_code == 1
    assert "run: pip install --group train" in result.output
