"""The package from outside: light to import, complete, typed, and free of machine paths."""

from __future__ import annotations

import importlib
import json
import pkgutil
import subprocess
import sys
import tomllib
from importlib.metadata import entry_points, version
from pathlib import Path

import pytest

import quotex
from quotex.quotations.model.locate import DEFAULT, ENGINE_MODEL, model_folder
from tests.conftest import ROOT

HEAVY = {
    "spacy",
    "torch",
    "onnxruntime",
    "tokenizers",
    "pandas",
    "polars",
    "pyarrow",
    "tqdm",
    "numpy",
    "matplotlib",
    "pydantic",
    "typer",
    "logging.config",
    "IPython",
}


def _in_a_new_process(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout


def test_importing_quotex_imports_nothing_heavy() -> None:
    code = "import quotex, sys, json; print(json.dumps(list(sys.modules)))"
    loaded = json.loads(_in_a_new_process(code))
    assert not HEAVY & set(loaded)


def test_importing_quotex_does_not_configure_logging() -> None:
    code = "import logging, quotex; quotex.load; print(logging.getLogger().handlers)"
    assert _in_a_new_process(code).strip() == "[]"


def test_the_entry_point_imports_little_of_quotex() -> None:
    code = (
        "import quotex.component.factory, sys, json;"
        "print(json.dumps([m for m in sys.modules if m.startswith('quotex')]))"
    )
    loaded = set(json.loads(_in_a_new_process(code)))
    light = {"errors", "limits", "options", "component", "component.factory"}
    assert loaded == {"quotex", *(f"quotex.{name}" for name in light)}


def test_every_module_can_be_imported() -> None:
    names = [m.name for m in pkgutil.walk_packages(quotex.__path__, "quotex.")]
    assert len(names) > 40
    for name in names:
        if name.endswith("__main__"):
            continue
        try:
            importlib.import_module(name)
        except ModuleNotFoundError as error:
            # All other modules import their extra when it is used.
            if not name.startswith("quotex.server.") or error.name not in {"fastapi", "starlette"}:
                raise


@pytest.mark.parametrize("name", quotex.__all__)
def test_every_public_name_exists(name: str) -> None:
    assert getattr(quotex, name) is not None
    assert name in dir(quotex)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'quote'"):
        quotex.quote  # noqa: B018


def test_there_is_one_version() -> None:
    assert version("quotex") == quotex.__version__
    assert f"## {quotex.__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert f"version: {quotex.__version__}\n" in (ROOT / "CITATION.cff").read_text("utf-8")


def test_factories_are_declared() -> None:
    factories = entry_points(group="spacy_factories")
    ours = {e.name: e.value for e in factories if e.value.startswith("quotex")}
    assert ours == {"quotex": "quotex.component.factory:create_quotex"}


def test_data_files_are_in_the_package() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        build = tomllib.load(file)["tool"]["hatch"]["build"]
    wheel = build["targets"]["wheel"]
    shipped = [f"models/{name}" for name in (DEFAULT, ENGINE_MODEL)]
    assert wheel["only-include"] == ["quotex", *shipped]
    assert wheel["sources"] == {folder: f"quotex/{folder}" for folder in shipped}
    assert model_folder().name == DEFAULT
    assert (Path(quotex.__file__).parent / "py.typed").is_file()


def test_a_folder_has_few_modules() -> None:
    folders = [path for path in (ROOT / "quotex").rglob("*") if path.is_dir()]
    full = {str(f): n for f in folders if (n := len(list(f.glob("*.py")))) > 15}
    assert full == {}


def test_modules_are_small() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in (ROOT / "quotex").rglob("*.py")
        if (lines := len(path.read_text("utf-8").splitlines())) > 300
    }
    assert long == {}


def test_constraints_name_no_registry_and_hash_all() -> None:
    text = (ROOT / "constraints.txt").read_text("utf-8")
    assert "://" not in text
    pinned = [line for line in text.splitlines() if "==" in line and not line.startswith(" ")]
    assert len(pinned) > 50
    assert text.count("--hash=sha256:") >= len(pinned)


def test_no_package_contains_models_under_another_licence() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        targets = tomllib.load(file)["tool"]["hatch"]["build"]["targets"]
    assert targets["sdist"]["exclude"] == ["models/en_stanza_sm"]
