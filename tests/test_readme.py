"""The examples in the README and docs/ show real output, and their links lead somewhere."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from quotex import OptionError
from tests.cli.test_extract import quotex
from tests.conftest import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
EXAMPLE = re.compile(r"```python\n(.*?)```\n+```text\n(.*?)```", re.DOTALL)
COMMAND = re.compile(r"```console\n\$ quotex (.*?)\n(.*?)```", re.DOTALL)
BLOCKS = re.compile(r"```(?:python|console)\n")
LINK = re.compile(r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)")
TEXTS = {page: page.read_text("utf-8") for page in PAGES}


def found(pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    return [pair for text in TEXTS.values() for pair in pattern.findall(text)]


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings."""
    titles = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.model
@pytest.mark.parametrize(("code", "expected"), found(EXAMPLE))
def test_python_examples_print_the_shown_output(code: str, expected: str) -> None:
    printed = io.StringIO()
    try:
        with redirect_stdout(printed):
            exec(compile(code, "example", "exec"), {"__name__": "__main__"})
    except OptionError as error:
        if 'pip install "quotex[' not in str(error):
            raise
        pytest.skip(f"an extra is not installed: {error}")
    assert printed.getvalue().rstrip() == expected.rstrip()


@pytest.mark.model
@pytest.mark.parametrize(("command", "expected"), found(COMMAND))
def test_commands_print_the_shown_output(command: str, expected: str) -> None:
    code, out, _ = quotex(*command.split())
    assert code == 0
    assert [line.rstrip() for line in out.splitlines()] == [
        line.rstrip() for line in expected.splitlines()
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_block_is_tested(page: Path) -> None:
    text = TEXTS[page]
    assert len(BLOCKS.findall(text)) == len(EXAMPLE.findall(text)) + len(COMMAND.findall(text))


def test_there_are_examples_and_commands() -> None:
    assert len(found(EXAMPLE)) >= 3
    assert len(found(COMMAND)) >= 1


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CONTRIBUTING.md"], ids=lambda page: page.name)
def test_links_point_to_existing_files_and_headings(page: Path) -> None:
    links = LINK.findall(page.read_text("utf-8"))
    for path, anchor in links:
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), path
        assert not anchor or anchor in anchors(target), f"{path}#{anchor}"
