"""The page on the first ten minutes with quotex is right, command by command."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGE = ROOT / "docs" / "ten_minutes.md"
STEP = re.compile(r"```sh\n(.*?)```(?:[^`]*?```text\n(.*?)```)?", re.DOTALL)
STEPS = [step for step in STEP.findall(PAGE.read_text("utf-8")) if "pip install" not in step[0]]


def run(commands: str, folder: Path) -> str:
    """Return the output of commands run in a folder, as in a new user's shell."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "COLUMNS": "110", "PYTHONUTF8": "1"}
    shell = ["bash", "-euo", "pipefail", "-c", commands]
    done = subprocess.run(
        shell, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip("\n").splitlines()]


@pytest.mark.model
def test_each_step_prints_the_shown_output(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="the steps need the extra 'tables'")
    assert len(STEPS) >= 6
    for commands, expected in STEPS:
        printed = run(commands, tmp_path)
        if expected:
            assert lines(printed) == lines(expected)
    assert "<!DOCTYPE html>" in (tmp_path / "post.html").read_text("utf-8")
