"""Options are listed once; ``load``, the component and the commands derive from the list."""

from __future__ import annotations

import inspect
from dataclasses import fields
from typing import get_args

import pytest
import typer

import quotex
from quotex.cli.app import app
from quotex.cli.options import for_load
from quotex.options import (
    DetectorName,
    EngineName,
    EngineOptions,
    Options,
    defaults,
    engine_defaults,
    option_help,
)

COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]


def test_load_has_each_option_with_its_default() -> None:
    parameters = dict(inspect.signature(quotex.load).parameters)
    parameters.pop("model")
    assert {name: p.default for name, p in parameters.items()} == (engine_defaults() | defaults())


def test_load_explains_each_option() -> None:
    doc = inspect.getdoc(quotex.load) or ""
    assert all(
        f"\n    {option.name}: " in doc for option in (*fields(EngineOptions), *fields(Options))
    )


@pytest.mark.parametrize("command", ["extract", "evaluate"])
def test_commands_have_each_option(command: str) -> None:
    taken = {parameter.name: parameter for parameter in COMMANDS[command].params}
    for name, default in (engine_defaults() | defaults()).items():
        assert taken[name].help.startswith(option_help(name))
        if not (command == "evaluate" and name == "modes"):
            assert taken[name].default in {default, None} or taken[name].default == default


def test_the_help_says_once_which_modes_are_the_default() -> None:
    helps = {
        name: next(option.help for option in COMMANDS[name].params if option.name == "modes")
        for name in ("extract", "evaluate")
    }
    assert helps["extract"].endswith("By default, speech and writing.")
    assert "default" not in helps["evaluate"]


def test_command_options_reach_load() -> None:
    given = defaults() | {"modes": "speech, thought", "lexicon": None}
    options = Options(**for_load(given))
    assert options.modes == {"speech", "thought"}
    assert options.lexicon == ()


@pytest.mark.parametrize("modes", ["all", ["all"], ("speech", "writing", "thought")])
def test_all_modes(modes: str | list[str]) -> None:
    assert Options(modes=modes).modes == {"speech", "writing", "thought"}


def test_by_default_thoughts_are_left_out() -> None:
    assert Options().modes == {"speech", "writing"}


@pytest.mark.parametrize("detector", get_args(DetectorName))
def test_each_detector_is_known(detector: DetectorName) -> None:
    assert Options(detector=detector).detector == detector


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"modes": "gossip"}, "modes='gossip': expected 'all' or some of speech, thought, writing"),
        ({"modes": []}, r"modes=\[\]: expected"),
        ({"modes": "speech,writing"}, "writing; give several in a list"),
        ({"modes": ["all", "speech"]}, "expected 'all' or some of"),
        ({"min_confidence": -0.1}, "min_confidence=-0.1 is outside"),
        ({"min_confidence": 1.1}, "min_confidence=1.1 is outside"),
        ({"max_chars": 0}, "max_chars=0 is not a positive number"),
        ({"threads": 0}, "threads=0 is not a positive number"),
        ({"detector": "magic"}, "detector='magic': expected one of hybrid, model, rules"),
        ({"resolver": "magic"}, "resolver='magic': expected one of fastcoref, coreferee, stanza"),
    ],
)
def test_invalid_values_are_rejected(given: dict[str, object], says: str) -> None:
    with pytest.raises(quotex.OptionError, match=says):
        Options(**given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"min_confidence": "0.8"}, r"min_confidence='0.8' \(str\): expected a number in \[0, 1\]"),
        ({"min_confidence": None}, r"min_confidence=None \(NoneType\): expected a number"),
        ({"min_confidence": True}, r"min_confidence=True \(bool\): expected a number"),
        ({"max_chars": "8_000"}, r"max_chars='8_000' \(str\): expected a whole number"),
        ({"max_chars": 1e6}, r"max_chars=1000000.0 \(float\): expected a whole number"),
        ({"threads": 1.5}, r"threads=1.5 \(float\): expected a whole number"),
        ({"furniture": "yes"}, r"furniture='yes' \(str\): expected True or False"),
        ({"nested": 1}, r"nested=1 \(int\): expected True or False"),
        ({"modes": 3}, r"modes=3 \(int\): expected 'all' or a list of modes"),
        ({"modes": [3]}, r"modes=\[3\] \(list\): expected 'all' or a list of modes"),
        ({"modes": {"speech": True}}, r"\(dict\): expected 'all' or a list of modes"),
        ({"lexicon": 3}, r"lexicon=3 \(int\): expected the path of a TOML file, or a list of"),
        ({"lexicon": None}, r"lexicon=None \(NoneType\): expected the path of a TOML file"),
        ({"lexicon": {"verbs": {}}}, r"\(dict\): expected the path of a TOML file"),
        ({"lexicon": [b"x.toml"]}, r"\(list\): expected the path of a TOML file"),
        ({"detector": None}, "detector=None: expected one of hybrid, model, rules"),
        ({"attribution_model": 3}, r"attribution_model=3 \(int\): expected the name of a shipped"),
        ({"resolver": 3}, r"resolver=3 \(int\): expected one of fastcoref, coreferee, stanza, or"),
        ({"modes": ["x" * 500, 3]}, r"modes=\['x{40,}… \(list\): expected"),
    ],
)
def test_values_of_another_type_are_rejected(given: dict[str, object], says: str) -> None:
    with pytest.raises(quotex.OptionError, match=says) as error:
        Options(**given)  # type: ignore[arg-type]
    assert "\n" not in str(error.value)


def test_values_can_come_from_an_iterator() -> None:
    options = Options(modes=iter(["speech"]), lexicon=(path for path in ["a.toml"]))
    assert (options.modes, options.lexicon) == ({"speech"}, ("a.toml",))
    assert Options(**options.arguments()) == options


def test_the_arguments_are_those_of_load_and_the_same_in_every_process() -> None:
    arguments = Options().arguments() | EngineOptions().arguments()
    assert set(arguments) == set(inspect.signature(quotex.load).parameters) - {"model"}
    assert arguments == engine_defaults() | defaults() | {"modes": ["speech", "writing"]}


@pytest.mark.parametrize("engine", get_args(EngineName))
def test_each_engine_is_known(engine: EngineName) -> None:
    assert EngineOptions(engine=engine).engine == engine


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"engine": "magic"}, "engine='magic': expected one of spacy, stanza, quotex"),
        ({"package": "gum"}, "package='gum' is for Stanza; give engine='stanza' with it"),
        ({"package": "gum", "engine": "spacy"}, "package='gum' is for Stanza"),
        ({"stanza_dir": "x"}, "stanza_dir='x' is for Stanza"),
        ({"processors": {"ner": "y"}}, "processors={'ner': 'y'} is for Stanza"),
    ],
)
def test_unknown_and_mismatched_engines_are_rejected(given: dict[str, object], says: str) -> None:
    with pytest.raises(quotex.OptionError, match=says):
        EngineOptions(**given)  # type: ignore[arg-type]


@pytest.mark.parametrize("given", [{"min_confidence": 0}, {"min_confidence": 1}, {"max_chars": 1}])
def test_boundary_values_are_accepted(given: dict[str, int]) -> None:
    Options(**given)  # type: ignore[arg-type]
