"""All requirements of training are listed, and only once."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from typing import Any

import pytest

from tests.conftest import ROOT

MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def names(requirements: list[str]) -> set[str]:
    """Return the names of requirements in their import form."""
    found = (re.split(r"[^\w.-]", one, maxsplit=1)[0] for one in requirements)
    return {name.lower().replace("-", "_") for name in found}


TRAIN = names(PROJECT["dependency-groups"]["train"])
QUOTEX = names(PROJECT["project"]["dependencies"])


def imported() -> set[str]:
    """Return the recipe's imports from outside the standard library and this repository."""
    found: set[str] = set()
    folders = [ROOT / "models" / name for name in ("training", "distilling")]
    for path in (path for folder in folders for path in folder.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found.update(alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    return found - set(sys.stdlib_module_names) - {"models", "quotex"}


def test_all_imports_of_the_recipe_are_required() -> None:
    assert imported() <= TRAIN | QUOTEX


def test_nothing_else_is_required() -> None:
    assert imported() >= TRAIN


@pytest.mark.parametrize("name", sorted(TRAIN))
def test_the_makefile_only_names_the_group(name: str) -> None:
    assert "--group train" in MAKEFILE
    assert not re.search(rf"\b{name.replace('_', '[-_]')}\s*[=<>~]", MAKEFILE)
