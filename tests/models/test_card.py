"""A card has the measured figures and a note's texts about the data, and nothing else on either."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path
from string import Template

import pytest
from typer.testing import CliRunner

pytest.importorskip("torch", reason="the recipe trains with torch")

from models.training import __main__ as command
from models.training.measuring import card as writing
from models.training.measuring.card import CARD, card, write_card
from models.training.measuring.genres import Genre
from models.training.measuring.measure import LEVELS, Measured, figures_of
from models.training.measuring.note import DataNote, read_note
from quotex.encoder.config import CONFIG
from quotex.errors import InputError
from quotex.evaluation.news import score_news
from quotex.quotations.model.config import read_config
from quotex.quotations.model.locate import model_folder
from tests.conftest import ROOT
from tests.models.test_measure import BOTH, PART, RIGHT, WRONG_SOURCE

TRAINING = ROOT / "models" / "training" / "measuring"
SHIPPED = TRAINING / "shipped.toml"
NOTE = DataNote(
    training="Nine letters to the harbour master,\nwritten for this test.",
    measured_on="Two letters",
    figures="read twice.",
    limits="It learned from harbours.",
    failures="* Ships.",
    world="Three letters from abroad.",
)
SHIPPED_DATA_WORDS = ("PolNeAR 1.0", "840", "19,868", "election", "annotator", "0.88 token")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A model folder: the shipped configuration and two small files."""
    path = tmp_path / "en_small"
    path.mkdir()
    shutil.copyfile(model_folder() / CONFIG, path / CONFIG)
    (path / "look.onnx").write_bytes(b"look" * 300)
    (path / CARD).write_text("the card before", "utf-8")
    return path


def measured(*detectors: str) -> list[Measured]:
    found = {"a": (RIGHT, WRONG_SOURCE, PART)}
    return [figures_of([BOTH], found, name, 1234.5) for name in detectors]  # type: ignore[arg-type]


def test_the_card_has_the_measured_figures(folder: Path) -> None:
    text = card(folder, measured("hybrid", "model", "rules"), NOTE)
    attributed = "0.400 (0.333 / 0.500)"
    assert "| F1 (precision / recall) | `hybrid` | `model` | `rules` |" in text
    assert f"| attributed | {attributed} | {attributed} | {attributed} |" in text
    assert f"| indirect attributed (2) | {' | '.join([attributed] * 3)} |" in text
    assert "| words a second, one thread, this run | 1,234 | 1,234 | 1,234 |" in text
    assert "Two letters: 1 articles, 2 attributions with content" in text


def test_a_card_links_to_the_definition_of_a_quotation(folder: Path) -> None:
    link = re.search(r"\[The definition\]\((.*)\)", card(folder, measured("hybrid"), NOTE))
    assert link is not None
    assert (ROOT / "models" / folder.name / link[1]).resolve() == ROOT / "docs" / "definition.md"
    assert (ROOT / "docs" / "definition.md").is_file()


def test_each_detector_with_model_confidence_has_a_curve(folder: Path) -> None:
    text = card(folder, measured("hybrid", "model", "rules"), NOTE)
    assert re.findall(r"`(\w+)`: confidence at least", text) == ["hybrid", "model"]
    assert text.count("| 0.90 | 1.000 | 0.500 |") == 2
    assert len(re.findall(r"^\| 0\.\d\d \|", text, re.MULTILINE)) == 2 * len(LEVELS)


def test_name_version_and_files_match_the_folder(folder: Path) -> None:
    write_card(folder, measured("hybrid"), NOTE)
    text = (folder / CARD).read_text("utf-8")
    config = read_config(folder)
    assert text.startswith(f"# {config.name} {config.version}\n")
    digest = hashlib.sha256(b"look" * 300).hexdigest()
    assert f"| `look.onnx` | 1,200 | `{digest}` |" in text
    assert f"`{CARD}`" not in text
    assert "$" not in text


def test_the_note_is_in_the_card(folder: Path) -> None:
    text = card(folder, measured("hybrid"), NOTE)
    assert "* Nine letters to the harbour master,\n  written for this test.\n* The pre" in text
    assert '`modes="all"`; read twice.\n' in text
    assert "said\nsomething. It learned from harbours.\n" in text
    assert "## Known failures\n\n* Ships.\n* Cues" in text


def test_world_news_has_its_own_figures(folder: Path) -> None:
    scores = score_news([BOTH], {"a": (RIGHT,)}).scores
    text = card(folder, measured("hybrid"), NOTE, [Genre("letters", scores)])
    assert "## World news\n\nThree letters from abroad.\n\n| genre |" in text
    assert "| letters | 1 | 2 | 1.000 | 0.500 | " in text


def test_unmeasured_world_news_is_declared(folder: Path) -> None:
    assert "## World news\n\nNot measured.\n\n##" in card(folder, measured("hybrid"), NOTE)


def test_no_card_describes_other_data(folder: Path) -> None:
    for note in (NOTE, read_note(None)):
        text = card(folder, measured("hybrid"), note)
        assert [words for words in SHIPPED_DATA_WORDS if words in text] == []


def test_without_a_note_the_data_are_not_described(folder: Path) -> None:
    text = card(folder, measured("hybrid"), read_note(None))
    assert text.count("not described") == 4
    assert "* The articles that it was trained on are **not described**" in text


def test_fields_missing_from_a_note_are_not_described(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "note.toml"
    path.write_text('training = "Nine letters."\n', "utf-8")
    text = card(folder, measured("hybrid"), read_note(path))
    assert "* Nine letters.\n" in text
    assert text.count("not described") == 3


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (None, "no data note in"),
        (b"training = ", "is not a TOML file"),
        (b'training = "\xe9"', "is not a TOML file in UTF-8"),
        (b'articles = "Nine."', "articles: Extra inputs are not permitted"),
        (b"training = 9", "training: Input should be a valid string"),
        (b'limits = " "', "limits: String should have at least 1 character"),
    ],
)
def test_an_invalid_note_gives_a_one_line_error(
    tmp_path: Path, given: bytes | None, message: str
) -> None:
    path = tmp_path / "note.toml"
    if given is not None:
        path.write_bytes(given)
    with pytest.raises(InputError) as caught:
        read_note(path)
    assert message in str(caught.value)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_shipped_card_is_the_template_with_its_note() -> None:
    """Apart from the figures, all words are those of the template and the note."""
    folder, note = model_folder(), read_note(SHIPPED)
    config = read_config(folder)
    known = {
        "name": config.name,
        "version": config.version,
        "capacity": str(config.decoding.capacity),
        "training": note.training.replace("\n", "\n  "),
        "measured_on": note.measured_on,
        "about_figures": note.figures,
        "limits": note.limits,
        "failures": note.failures,
        "files": writing._files(folder),
    }
    template = Template((TRAINING / "card.md").read_text("utf-8"))
    free = {name: "\0" for name in template.get_identifiers() if name not in known}
    parts = template.substitute(**known, **free).split("\0")
    pattern = "(.+?)".join(re.escape(part) for part in parts)
    text = (folder / CARD).read_text("utf-8")
    assert re.fullmatch(pattern, text, re.DOTALL), "write the card again, with --data"


def test_the_command_takes_the_note(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[Path, str]] = []

    def measure(out: Path, articles: object, detector: str) -> Measured:
        calls.append((out, detector))
        return measured(detector)[0]

    monkeypatch.setattr(command, "measure", measure)
    monkeypatch.setattr(command, "read_gold", lambda path: [BOTH])
    given = ["card", "dev.jsonl", "--out", str(folder)]
    result = CliRunner().invoke(command.app, [*given, "--data", str(SHIPPED)])
    assert result.exit_code == 0, result.output
    assert "hybrid: attributed F1 0.400" in result.output
    assert calls == [(folder, name) for name in ("hybrid", "model", "rules")]
    assert "PolNeAR 1.0" in (folder / CARD).read_text("utf-8")
    assert CliRunner().invoke(command.app, given).exit_code == 0
    assert "PolNeAR 1.0" not in (folder / CARD).read_text("utf-8")
