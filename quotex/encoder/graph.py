"""The graph of an encoder, and its word-piece embeddings, shared by models with the same base."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from quotex.encoder.pieces import Ids
from quotex.encoder.sessions import first_line, session
from quotex.errors import ModelError

Floats = npt.NDArray[np.float32]
ENCODER, TOKENIZER, WORDS = "encoder.onnx", "tokenizer.json", "words.npy"
WORDS_INPUT = "words"


class EncoderGraph:
    """Runs ``encoder.onnx`` from a model's folder; ``words`` is the folder with its embeddings.

    ``without`` are optimisations that are left out.

    The embeddings are memory-mapped, so that all processes on a machine share them. A graph that
    contains its own, as those of quotex 0.3 and before do, needs no file.
    """

    def __init__(
        self, folder: Path, words: Path, threads: int = 1, without: Sequence[str] = ()
    ) -> None:
        self._graph = session(folder / ENCODER, threads, without)
        inputs = {given.name for given in self._graph.get_inputs()}
        self._words = {WORDS_INPUT: read_words(words)} if WORDS_INPUT in inputs else {}

    def run(self, pieces: Ids, columns: Ids, first: Ids) -> tuple[Floats, Floats]:
        """Return the states of a window's words and the log odds that each begins a cue.

        ``pieces`` [length] are ids, ``columns`` [length, features] their features, and ``first``
        [words] the position where each word begins.
        """
        feed = {"pieces": pieces[None], "columns": columns[None], "first": first}
        states, odds = self._graph.run(None, feed | self._words)
        return states, odds


def words_folder(folder: Path, owner: str | None) -> Path:
    """Return the folder of a model's word pieces: its own, or that of the sibling ``owner``."""
    return folder if owner is None else folder.parent / owner


def read_words(folder: Path) -> npt.NDArray[Any]:
    """Return the word-piece embeddings in ``folder``, [pieces, width].

    Raises:
        ModelError: there are none.
    """
    path = folder / WORDS
    try:
        found: npt.NDArray[Any] = np.load(path, mmap_mode="r")
    except OSError as error:
        raise ModelError(
            f"{path} is missing ({error.strerror}); copy all files of the model, and the model "
            "next to it whose words it shares"
        ) from None
    except (EOFError, ValueError) as error:
        raise ModelError(f"{path} is not a file of embeddings: {first_line(error)}") from None
    return found
