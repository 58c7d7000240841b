"""Every notebook runs from top to bottom and prints the output stored in it.

usage: python -m tests.test_notebooks   (runs them all and stores their output)
"""

from __future__ import annotations

import json
import os
import re
from importlib.util import find_spec
from pathlib import Path
from time import monotonic
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from tests.conftest import ROOT

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
ALONE = re.compile(r"[/\\](?:home|root|tmp|work|Users)[/\\]|0x[0-9a-f]{6,}")
HOSTS = re.compile(r"https?://(?!www\.w3\.org/)")


def run(path: Path) -> Any:
    """Return the notebook after a run from top to bottom."""
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook, timeout=300, kernel_name="python3", record_timing=False,
        resources={"metadata": {"path": str(ROOT)}},
    )  # fmt: skip
    client.execute(env=os.environ | {"PYTHONPATH": str(ROOT)})
    notebook.metadata["language_info"] = {"name": "python"}  # without the machine's version
    return notebook


def code_cells(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def visible_output(notebook: Any) -> list[str]:
    """Return the text output of each cell, without figures, whose bytes differ."""
    outputs = []
    for cell in code_cells(notebook):
        words = [
            output["text"] if output["output_type"] == "stream" else _plain(output["data"])
            for output in cell.outputs
        ]
        outputs.append("".join(words))
    return outputs


def _plain(data: dict[str, str]) -> str:
    return "[figure]" if "image/png" in data else data.get("text/plain", "")


@pytest.mark.model
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::RuntimeWarning")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
def test_a_notebook_shows_its_stored_output(path: Path) -> None:
    stored = nbformat.read(path, as_version=4)
    if "matplotlib" in json.dumps(stored) and find_spec("matplotlib") is None:
        pytest.skip("the extra figures is not installed")
    assert visible_output(run(path)) == visible_output(stored)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
def test_stored_output_is_complete(path: Path) -> None:
    cells = code_cells(nbformat.read(path, as_version=4))
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    outputs = [output for cell in cells for output in cell.outputs]
    assert not [o for o in outputs if o["output_type"] == "error" or o.get("name") == "stderr"]
    assert len(outputs) >= 3


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
def test_a_notebook_has_no_trace_of_the_machine_that_ran_it(path: Path) -> None:
    text = re.sub(r'"image/png": "[^"]*"', "", path.read_text("utf-8"))
    assert not ALONE.findall(text)
    assert not HOSTS.findall(text)
    assert len(path.read_bytes()) < 300_000


def test_there_are_notebooks() -> None:
    assert {path.stem for path in NOTEBOOKS} >= {"one_article", "two_papers", "corpus", "own_words"}


if __name__ == "__main__":
    for each in NOTEBOOKS:
        started = monotonic()
        nbformat.write(run(each), each)
        print(f"{each.name}: {monotonic() - started:.0f} s")
