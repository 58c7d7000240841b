"""Splits words into the pieces that the encoder knows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tokenizers import Tokenizer

_PIECES_PER_WORD = 12  # of a longer one, an address say, the rest is not read


class Pieces:
    """A tokenizer over words; every word has at least one piece."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._unknown = self._id("[UNK]")
        self.first = self._id("[CLS]")
        self.last = self._id("[SEP]")

    def _id(self, piece: str) -> int:
        number = self._tokenizer.token_to_id(piece)
        if number is None:
            raise ValueError(f"the tokenizer has no piece {piece!r}")
        return int(number)

    def split(self, words: Sequence[str]) -> list[list[int]]:
        """Return the ids of the pieces of each word."""
        found: list[list[int]] = [[] for _ in words]
        if words:
            encoding = self._tokenizer.encode(
                list(words), is_pretokenized=True, add_special_tokens=False
            )
            for piece, word in zip(encoding.ids, encoding.word_ids, strict=True):
                if word is not None and len(found[word]) < _PIECES_PER_WORD:
                    found[word].append(piece)
        return [pieces or [self._unknown] for pieces in found]
