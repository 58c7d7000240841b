"""The graph of an encoder, and word embeddings that it shares with another encoder."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pydantic import TypeAdapter, ValidationError

from quotex.encoder.config import ModelName
from quotex.encoder.graph import WORDS, EncoderGraph, read_words, words_folder
from quotex.errors import ModelError
from quotex.quotations.model.config import read_config
from quotex.quotations.model.locate import DEFAULT, ENGINE_MODEL, model_folder


def test_words_are_in_a_models_folder_or_in_one_beside_it() -> None:
    folder = Path("models/mine")
    assert words_folder(folder, None) == folder
    assert words_folder(folder, "base") == Path("models/base")


@pytest.mark.parametrize("name", ["", ".", "..", "../base", "a/b", "a\\b"])
def test_an_owner_must_be_a_name_not_a_path(name: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(ModelName).validate_python(name)


@pytest.mark.model
def test_the_shipped_models_share_one_copy_of_the_words() -> None:
    default, other = model_folder(DEFAULT), model_folder(ENGINE_MODEL)
    assert read_config(default).words_of is None
    assert read_config(other).words_of == DEFAULT
    assert not (other / WORDS).exists()
    assert read_words(default).dtype == np.uint8


@pytest.mark.model
def test_words_are_memory_mapped() -> None:
    """They are memory-mapped, so processes on one machine share them."""
    assert isinstance(read_words(model_folder(DEFAULT)), np.memmap)


@pytest.mark.model
def test_a_model_copied_without_its_neighbour_gives_an_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"words\.npy is missing.*whose words it shares"):
        EncoderGraph(model_folder(ENGINE_MODEL), tmp_path)


@pytest.mark.parametrize("content", [b"", b"broken", b"\x93NUMPY\x01\x00"])
def test_a_file_that_is_not_an_array_gives_an_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / WORDS).write_bytes(content)
    with pytest.raises(ModelError, match=r"words\.npy is not a file of embeddings") as caught:
        read_words(tmp_path)
    assert "\n" not in str(caught.value)


def test_pickled_objects_are_not_read(tmp_path: Path) -> None:
    np.save(tmp_path / WORDS, np.array([{}], dtype=object), allow_pickle=True)
    with pytest.raises(ModelError, match="is not a file of embeddings"):
        read_words(tmp_path)
