"""Runs the encoder over the words of one paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from quotex.encoder.graph import TOKENIZER, EncoderGraph, Floats, words_folder
from quotex.encoder.pieces import Pieces, read_pieces
from quotex.encoder.sessions import SLOWER
from quotex.encoder.windows import windows
from quotex.encoder.words import case_of, plain_word


class Reading(NamedTuple):
    """The encoder's output for the words of a text.

    ``states`` [words, width], and ``odds`` [words], the log odds that a word begins a cue, are
    meaningful only to what was trained with the ``encoder``.
    """

    states: Floats
    odds: Floats
    encoder: Encoder


class Encoder:
    """The encoder of a model folder; it reads up to ``capacity`` pieces of words at once.

    ``owner`` is the sibling model whose word pieces it shares, or None if it has its own.
    """

    def __init__(
        self, folder: Path, capacity: int, threads: int = 1, owner: str | None = None
    ) -> None:
        self.folder = folder
        words = words_folder(folder, owner)
        self.pieces: Pieces = read_pieces(words / TOKENIZER)
        self._capacity = capacity
        self._graph = EncoderGraph(folder, words, threads, SLOWER)

    def read(self, words: Sequence[str], quoted: Sequence[int]) -> Reading:
        """Read the words of a paragraph; there must be at least one.

        ``quoted`` has the code of each word relative to quotation marks. A paragraph that is too
        long to be read at once is read in parts that overlap by half.
        """
        split = self.pieces.split([plain_word(word) for word in words])
        cases = map(case_of, words)
        columns = np.array([list(cases), quoted], dtype=np.int64).T
        parts = []
        for window in windows([(0, len(words))], list(map(len, split)), self._capacity):
            first, last = window.first, window.last
            ids, spread, firsts = self.pieces.lay_out(split[first:last], columns[first:last])
            states, odds = self._graph.run(ids, spread, firsts)
            own = slice(window.own_first - first, window.own_last - first)
            parts.append((states[own], odds[own]))
        if len(parts) == 1:
            return Reading(*parts[0], self)
        all_states, all_odds = zip(*parts, strict=True)
        return Reading(np.concatenate(all_states), np.concatenate(all_odds), self)


def by_paragraph(readings: Sequence[Reading], ends: Sequence[int]) -> list[Reading]:
    """Return one reading for each paragraph of a text, given those of its parts, in order.

    ``ends`` has the number of words up to the end of each paragraph. No part crosses one; only the
    parts of long paragraphs have to be joined.
    """
    found: list[Reading] = []
    parts = iter(readings)
    reached = 0
    for end in ends if readings else ():
        own: list[Reading] = []
        while reached < end:
            own.append(next(parts))
            reached += len(own[-1].odds)
        found.append(own[0] if len(own) == 1 else _joined(own))
    return found


def _joined(readings: Sequence[Reading]) -> Reading:
    states, odds, encoders = zip(*readings, strict=True)
    return Reading(np.concatenate(states), np.concatenate(odds), encoders[0])
