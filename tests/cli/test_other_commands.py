"""``quotex evaluate``, ``schema``, ``info``, and the commands as a whole."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer.main

from quotex.cli.app import app
from quotex.cli.info import json_schema
from quotex.quotations.model.locate import DEFAULT, model_folder
from tests.cli.test_extract import quotex
from tests.conftest import ROOT
from tests.evaluation.builders import with_zeros

SNAPSHOTS = ROOT / "tests" / "snapshots"

GOLD: dict[str, Any] = {
    "id": "ferry",
    "text": "The ferry will sail again, Ada Brook said. Lena Voss denied it.",
    "attributions": [
        {"id": "1", "content": [[0, 25]], "cue": [[37, 41]], "source": [[27, 36]]},
    ],
}


def _check_snapshot(name: str, current: object) -> None:
    """Check that ``current`` equals the committed file; to accept a change, rewrite the file."""
    path = SNAPSHOTS / name
    assert json.loads(path.read_text("utf-8")) == current, (
        f"{path} differs: is the change intended?"
    )


def test_the_schema_matches_the_committed_one() -> None:
    _check_snapshot("schema.json", json_schema())


def _commands() -> dict[str, Any]:
    """Return all commands by name; names in a group are like "bank add"."""
    group: Any = typer.main.get_command(app)
    found: dict[str, Any] = {}
    for name, command in group.commands.items():
        below = getattr(command, "commands", None) or {}
        found |= {f"{name} {inner}": own for inner, own in below.items()} or {name: command}
    return found


def test_the_help_matches_the_committed_one() -> None:
    commands = {
        name: sorted(option for p in command.params for option in (*p.opts, *p.secondary_opts))
        for name, command in _commands().items()
    }
    _check_snapshot("commands.json", commands)


def test_every_command_and_option_has_help() -> None:
    for name, command in _commands().items():
        assert command.help, name
        for parameter in command.params:
            assert getattr(parameter, "help", None), f"{name} {parameter.name}"


def test_schema_prints_json() -> None:
    code, out, err = quotex("schema")
    assert (code, err) == (0, "")
    assert json.loads(out) == json_schema()


@pytest.mark.model
def test_info_prints_versions_and_models() -> None:
    code, out, err = quotex("info")
    assert (code, err) == (0, "")
    rows = [line.split(maxsplit=1) for line in out.splitlines()]
    assert {name for name, _ in rows} >= {"quotex", "spacy", "onnxruntime", "schema", "model"}
    default, *others = (told for name, told in rows if name == "attribution")
    assert default.startswith(f"{DEFAULT} ")
    assert str(model_folder()) in default
    assert any("engine='quotex'" in other for other in others)


def test_a_shell_completes_commands_and_options() -> None:
    run = "import sys; sys.argv = ['quotex']; from quotex.cli.app import main; main()"
    for words, expected in (
        ("quotex ", {"extract", "info"}),
        ("quotex extract --fo", {"--format"}),
    ):
        environment = {"_QUOTEX_COMPLETE": "complete_bash", "COMP_WORDS": words}
        environment["COMP_CWORD"] = str(words.count(" "))
        done = subprocess.run(
            [sys.executable, "-c", run],
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | environment,
        )
        assert expected <= set(done.stdout.split())


@pytest.mark.model
def test_evaluate_prints_the_figures(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(GOLD) + "\n", encoding="utf-8")
    code, out, err = quotex("evaluate", gold, "--json")
    figures = json.loads(out)
    assert (code, err) == (0, "")
    assert figures["spans"]["attributed"]["r"] == 1.0
    assert figures["events"] is None
    assert list(figures) == ["spans", "events"]
    assert "overlap" in quotex("evaluate", gold)[1]


@pytest.mark.model
@pytest.mark.corpora
def test_evaluate_agrees_with_the_reference_scorers(
    tmp_path: Path, corpora: Path, scorers: Path
) -> None:
    gold = corpora / "seeds" / "articles.jsonl"
    found = tmp_path / "found.jsonl"
    code, out, _ = quotex("evaluate", gold, "--json", "--predictions", found)
    assert code == 0
    figures = json.loads(out)
    for name, script in (("spans", "score.py"), ("events", "score_events.py")):
        done = subprocess.run(
            [sys.executable, str(scorers / script), str(gold), str(found), "--json"],
            capture_output=True,
            text=True,
            check=True,
        )
        assert with_zeros(figures[name]) == json.loads(done.stdout)


@pytest.mark.model
@pytest.mark.corpora
@pytest.mark.parametrize("modes", ["all", "speech,writing"])
def test_evaluate_agrees_with_the_reference_on_world_news(
    tmp_path: Path, corpora: Path, scorers: Path, modes: str
) -> None:
    gold = corpora / "opennews" / "dev.jsonl"
    script = scorers / "score_news.py"
    if not (gold.is_file() and script.is_file()):
        pytest.skip("the world news and their scorer are not on this machine")
    found = tmp_path / "found.jsonl"
    options = ("--detector", "rules", "--modes", modes, "--json", "--predictions", found)
    code, out, _ = quotex("evaluate", gold, *options)
    assert code == 0
    figures = json.loads(out)["news"]
    assert 0 <= figures.pop("calibration_error") <= 1
    mode_options = [] if modes == "all" else ["--modes", modes]
    done = subprocess.run(
        [sys.executable, str(script), str(gold), str(found), "--json", *mode_options],
        capture_output=True,
        text=True,
        check=True,
    )
    assert figures == json.loads(done.stdout)


NEWS: dict[str, Any] = {
    **GOLD,
    "attributions": [
        {"content": [[0, 25]], "optional": False, "mode": "speech"},
        {"content": [[10, 25]], "mode": "writing"},
    ],
}


@pytest.mark.model
def test_evaluate_accepts_any_subset_of_the_fields(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(NEWS) + "\n", encoding="utf-8")
    rules = ("evaluate", gold, "--detector", "rules")
    code, out, err = quotex(*rules, "--modes", "speech", "--errors")
    assert (code, err) == (0, "")
    assert "token_source                 absent from the gold\n" in out
    assert "\nrequired quotations, modes speech\narticles   1\ngold       1\n" in out
    assert "\nrecall     1.000\n" in out
    assert "\nsource     absent from the gold\n" in out
    assert out.endswith("FALSE\nPARTIAL\nMISSED\n")
    figures = json.loads(quotex(*rules, "--json", "--errors")[1])
    assert figures["events"] is None
    assert figures["news"]["gold"] == 2
    assert figures["news"]["speaker"] is None
    assert [row["content"] for row in figures["errors"]["missed"]] == ["will sail again"]


@pytest.mark.model
def test_given_spans_score_only_speaker_day_and_venue(tmp_path: Path) -> None:
    told = {"speaker": "Ada Brook", "aliases": ["Brook"], "date": None, "venues": []}
    # Words that no detector would take to be a quotation.
    odd: dict[str, Any] = {"id": "2", "content": [[53, 59]], "cue": [], "source": []}
    unknown = {"speaker": None, "date": None, "venues": []}
    attributions = [{**GOLD["attributions"][0], **told}, {**odd, **unknown}]
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({**GOLD, "attributions": attributions}) + "\n", encoding="utf-8")
    code, out, err = quotex("evaluate", gold, "--given-spans", "--json")
    events = json.loads(out)["events"]
    assert (code, err) == (0, "")
    assert (events["gold"], events["paired"]) == (2, 1.0)
    assert events["speaker"]["all"]["accuracy"] == 1.0
    assert json.loads(quotex("evaluate", gold, "--json")[1])["events"]["paired"] == 0.5


@pytest.mark.model
def test_given_spans_need_gold_with_speakers(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(GOLD) + "\n", encoding="utf-8")
    code, out, err = quotex("evaluate", gold, "--given-spans")
    assert (code, out) == (3, "")
    assert "leave the option out" in err


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param("{", "line 1", id="not JSON"),
        pytest.param('{"id": "a"}', "text", id="no text"),
        pytest.param("", "contains no articles", id="empty"),
        pytest.param(
            '{"id": "a", "text": "b", "attributions": [{"content": [[0, 1]], "optional": "no"}]}',
            "line 1: attributions.0.optional: Input should be a valid boolean, got 'no'; write",
            id="a field",
        ),
    ],
)
def test_bad_gold_gives_a_one_line_error(tmp_path: Path, line: str, message: str) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(line, encoding="utf-8")
    code, out, err = quotex("evaluate", gold)
    assert (code, out) == (3, "")
    assert message in err
    assert err.count("\n") == 1
