"""``quotex extract`` in the formats of other tools."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer

from quotex import InputError, from_brat
from quotex.cli.output import OutputFormat, check_folder, show
from tests.exports.builders import TEXT as CHOIR
from tests.exports.builders import choir, expanded

from .test_extract import TEXT, quotex

FORMATS = OutputFormat


def test_json_ld_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    show([choir()], FORMATS.web_annotation, None)
    (collection,) = expanded(json.loads(capsys.readouterr().out))
    assert collection["@type"] == ["http://www.w3.org/ns/activitystreams#OrderedCollection"]
    show([choir(), choir()], FORMATS.schema_org, None)
    assert [len(made["@graph"]) for made in json.loads(capsys.readouterr().out)] == [4, 4]


def test_tsv_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    show([choir()], FORMATS.tsv, None)
    assert capsys.readouterr().out.count("\n") == 15


@pytest.mark.model
def test_brat_is_written_to_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "made" / "brat"
    code, out, err = quotex("extract", "-", "-f", "brat", "-o", folder, stdin=TEXT.encode())
    assert (code, out, err) == (0, "", f"1 document in {folder}\n")
    (lines,) = folder.glob("*.ann")
    text = lines.with_suffix(".txt").read_bytes().decode("utf-8")
    assert text == TEXT
    assert from_brat(text, lines.read_text("utf-8"))[0].content == ((0, 25),)


def test_articles_with_the_same_name_get_separate_files(tmp_path: Path) -> None:
    show([choir(), choir()], FORMATS.brat, tmp_path)
    names = ["annotation.conf", "choir_1-2.ann", "choir_1-2.txt", "choir_1.ann", "choir_1.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    assert (tmp_path / "choir_1.txt").read_bytes().decode("utf-8") == CHOIR


def test_edited_annotations_are_not_overwritten(tmp_path: Path) -> None:
    show([choir()], FORMATS.brat, tmp_path)
    show([choir()], FORMATS.brat, tmp_path)
    (tmp_path / "choir_1.ann").write_text("T1\tContent 2 5\tThe\n", "utf-8")
    with pytest.raises(InputError, match="already exists with other content"):
        show([choir()], FORMATS.brat, tmp_path)
    assert (tmp_path / "choir_1.ann").read_text("utf-8") == "T1\tContent 2 5\tThe\n"


def test_a_file_in_place_of_the_folder_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="cannot be written"):
        show([choir()], FORMATS.brat, tmp_path / "file")


@pytest.mark.parametrize(
    ("output", "folder", "message"),
    [
        (FORMATS.brat, None, "give a folder with --output FOLDER"),
        (FORMATS.json, Path("x"), "--output is for --format brat; json is printed"),
    ],
)
def test_only_brat_takes_a_folder(output: OutputFormat, folder: Path | None, message: str) -> None:
    with pytest.raises(typer.BadParameter, match=message):
        check_folder(output, folder)
