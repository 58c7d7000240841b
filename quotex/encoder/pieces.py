"""Splits words into the pieces that the encoder knows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from quotex.encoder.sessions import first_line
from quotex.errors import ModelError

Ids = npt.NDArray[np.int64]

_PIECES_PER_WORD = 12  # the rest of a longer word, such as an address, is not read
_MAX_KNOWN = 20_000  # words whose pieces are remembered, because texts repeat the same words


class Pieces:
    """A tokenizer over words; every word has at least one piece."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._unknown = self._id("[UNK]")
        self._known: dict[str, list[int]] = {}
        self.first = self._id("[CLS]")
        self.last = self._id("[SEP]")

    def _id(self, piece: str) -> int:
        number = self._tokenizer.token_to_id(piece)
        if number is None:
            raise ValueError(f"the tokenizer has no piece {piece!r}")
        return int(number)

    def split(self, words: Sequence[str]) -> list[list[int]]:
        """Return the ids of the pieces of each word; the lists are shared, so leave them as is."""
        if len(self._known) > _MAX_KNOWN:
            self._known = {}
        known = self._known  # another thread may begin a new one
        unknown = [word for word in dict.fromkeys(words) if word not in known]
        if unknown:
            known.update(zip(unknown, self._encode(unknown), strict=True))
        return [known[word] for word in words]

    def _encode(self, words: list[str]) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in words]
        encoding = self._tokenizer.encode(words, is_pretokenized=True, add_special_tokens=False)
        for piece, word in zip(encoding.ids, encoding.word_ids, strict=True):
            if word is not None and len(found[word]) < _PIECES_PER_WORD:
                found[word].append(piece)
        return [pieces or [self._unknown] for pieces in found]

    def lay_out(self, split: Sequence[list[int]], columns: Ids) -> tuple[Ids, Ids, Ids]:
        """Return one window: the ids of its pieces, their columns, and each word's first piece.

        ``split`` has the pieces of each word, ``columns`` [words, features] its features.
        """
        counts = np.array([len(word) for word in split], dtype=np.int64)
        first = np.cumsum(counts) - counts + 1
        ids = [self.first, *(piece for word in split for piece in word), self.last]
        spread = np.zeros((len(ids), columns.shape[1]), dtype=np.int64)
        spread[1:-1] = np.repeat(columns, counts, axis=0)
        return np.array(ids, dtype=np.int64), spread, first


def read_pieces(path: Path) -> Pieces:
    """Return the tokenizer in a file.

    Raises:
        ModelError: it does not contain one.
    """
    try:
        return Pieces(path)
    except Exception as error:  # noqa: BLE001  # the library raises bare exceptions
        raise ModelError(f"{path} is not a tokenizer: {first_line(error)}") from None
