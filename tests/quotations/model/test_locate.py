"""A model is found by its folder, or by the name of a shipped one."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotex.errors import ModelError
from quotex.quotations.model import locate
from quotex.quotations.model.locate import DEFAULT, model_folder


@pytest.fixture
def rooms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Two empty folders in which models are looked for."""
    found = [tmp_path / "wheel", tmp_path / "checkout"]
    for room in found:
        room.mkdir()
    monkeypatch.setattr(locate, "MODEL_ROOTS", tuple(found))
    return found


def put(room: Path, name: str) -> Path:
    folder = room / name
    folder.mkdir()
    (folder / "config.json").write_text("{}", "utf-8")
    return folder


@pytest.mark.parametrize("room", [0, 1])
def test_a_shipped_model_is_found_in_either_room(rooms: list[Path], room: int) -> None:
    folder = put(rooms[room], DEFAULT)
    assert model_folder() == folder
    assert model_folder(DEFAULT) == folder


def test_an_installed_model_takes_precedence_over_the_checkout(rooms: list[Path]) -> None:
    folders = [put(room, DEFAULT) for room in rooms]
    assert model_folder() == folders[0]


@pytest.mark.parametrize("as_text", [True, False])
def test_a_folder_is_used_as_given(rooms: list[Path], tmp_path: Path, as_text: bool) -> None:
    own = put(tmp_path, "own")
    assert model_folder(str(own) if as_text else own) == own


def test_a_folder_without_a_configuration_is_not_a_shipped_model(rooms: list[Path]) -> None:
    (rooms[0] / DEFAULT).mkdir()
    with pytest.raises(ModelError, match="none is installed"):
        model_folder()


def test_the_error_for_an_unknown_name_lists_the_known_ones(rooms: list[Path]) -> None:
    put(rooms[0], "en_b")
    put(rooms[1], "en_a")
    put(rooms[1], "en_b")
    with pytest.raises(ModelError, match=r"'en_c'.*\(en_a, en_b\).*detector='rules'"):
        model_folder("en_c")
