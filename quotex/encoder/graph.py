"""The graph of an encoder, and the embeddings of word pieces, which models of one base share."""

from __future__ import annotations

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
    """Runs ``encoder.onnx`` of a model's folder; ``words`` is the folder of its embeddings.

    They are mapped into memory, where all processes of a machine share them. A graph that holds
    its own, as those of quotex 0.3 and before do, needs no file.
    """

    def __init__(self, folder: Path, words: Path, threads: int = 1) -> None:
        self._graph = session(folder / ENCODER, threads)
        inputs = {given.name for given in self._graph.get_inputs()}
        self._words = {WORDS_INPUT: read_words(words)} if WORDS_INPUT in inputs else {}

    def run(self, pieces: Ids, columns: Ids, first: Ids) -> tuple[Floats, Floats]:
        """Return the states of a window's words and the log odds that each begins a cue.

        ``pieces`` [length] are ids, ``columns`` [length, features] what is known of each, and
        ``first`` [words] where each word begins.
        """
        feed = {"pieces": pieces[None], "columns": columns[None], "first": first}
        states, odds = self._graph.run(None, feed | self._words)
        return states, odds


def words_folder(folder: Path, owner: str | None) -> Path:
    """Return where a model's word pieces lie: with it, or beside it with the model ``owner``."""
    return folder if owner is None else folder.parent / owner


def read_words(folder: Path) -> npt.NDArray[Any]:
    """Return the embeddings of word pieces that lie in ``folder``, [pieces, width].

    Raises:
        ModelError: there are none.
    """
    path = folder / WORDS
    try:
        found: npt.NDArray[Any] = np.load(path, mmap_mode="r")
    except OSError as error:
        raise ModelError(
            f"{path} is missing ({error.strerror}); take all files of a model, and the model "
            "beside it whose words it shares"
        ) from None
    except (EOFError, ValueError) as error:
        raise ModelError(f"{path} is no file of embeddings: {first_line(error)}") from None
    return found
