"""What the README shows is what happens."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stdout

import pytest

from tests.cli.test_extract import quotex
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")
EXAMPLE = re.compile(r"```python\n(.*?)```\n+```text\n(.*?)```", re.DOTALL)
COMMAND = re.compile(r"```console\n\$ quotex (.*?)\n(.*?)```", re.DOTALL)
BLOCKS = re.compile(r"```(?:python|console)\n")


@pytest.mark.model
@pytest.mark.parametrize(("code", "shown"), EXAMPLE.findall(README))
def test_python_examples_print_what_is_shown(code: str, shown: str) -> None:
    printed = io.StringIO()
    with redirect_stdout(printed):
        exec(compile(code, "README.md", "exec"), {})
    assert printed.getvalue().rstrip() == shown.rstrip()


@pytest.mark.model
@pytest.mark.parametrize(("command", "shown"), COMMAND.findall(README))
def test_commands_print_what_is_shown(command: str, shown: str) -> None:
    code, out, _ = quotex(*command.split())
    assert code == 0
    assert [line.rstrip() for line in out.splitlines()] == [
        line.rstrip() for line in shown.splitlines()
    ]


def test_no_block_escapes_the_tests() -> None:
    tested = len(EXAMPLE.findall(README)) + len(COMMAND.findall(README))
    assert len(BLOCKS.findall(README)) == tested
    assert len(EXAMPLE.findall(README)) >= 2
    assert len(COMMAND.findall(README)) >= 1
