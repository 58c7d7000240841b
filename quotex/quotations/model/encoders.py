"""Runs the encoder of a model over an article, stretch by stretch, in one of two ways."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol

import numpy as np

from quotex.document.quoted import NESTED
from quotex.encoder.encoder import Encoder
from quotex.encoder.pieces import Pieces
from quotex.encoder.windows import Window, windows
from quotex.quotations.model.chain import Floats
from quotex.quotations.model.features import (
    COLUMNS,
    QUOTED,
    SECOND_LOOK_COLUMNS,
    Encoded,
    Ids,
    Labels,
)

Encode = Callable[[Ids, Ids, Ids], tuple[Floats, Floats]]


class EncodedWindow(NamedTuple):
    """What the encoder says about the words of a window.

    ``states`` [words, width], and ``odds`` [words], the log odds that a word begins a cue.
    """

    window: Window
    states: Floats
    odds: Floats


class WindowEncoder(Protocol):
    """An encoder, and what it reads of an article."""

    @property
    def unread_columns(self) -> tuple[str, ...]:
        """The last of ``COLUMNS``, which the second look reads and the encoder does not."""
        ...

    def encode_windows(self, encoded: Encoded) -> Iterator[EncodedWindow]:
        """Yield what the encoder says about an article."""
        ...

    def longest_window_states(self) -> Floats:
        """Return the states of the longest window's words, with the highest possible ids."""
        ...


class ColumnEncoder:
    """The encoder of format 1, which also reads the columns of an article, in windows.

    ``encode`` takes the ids of a window's pieces [length], the columns of each [length, features]
    and the index where each word begins [words].
    """

    unread_columns: tuple[str, ...] = ()

    def __init__(self, encode: Encode, pieces: Pieces, labels: Labels, capacity: int) -> None:
        self.encode = encode
        self.pieces = pieces
        self._labels = labels
        self._capacity = capacity

    def encode_windows(self, encoded: Encoded) -> Iterator[EncodedWindow]:
        """Yield what the encoder says about an article."""
        split = self.pieces.split(encoded.words)
        for window in windows(encoded.paragraphs, list(map(len, split)), self._capacity):
            first, last = window.first, window.last
            inputs = self.pieces.lay_out(split[first:last], encoded.columns[first:last])
            yield EncodedWindow(window, *self.encode(*inputs))

    def longest_window_states(self) -> Floats:
        """Return the states of the longest window's words, with the highest possible ids."""
        highest = [self._labels.size(column) - 1 for column in COLUMNS]
        columns = np.tile(np.array(highest, dtype=np.int64), (self._capacity, 1))
        split = [[self.pieces.last]] * self._capacity
        states, _ = self.encode(*self.pieces.lay_out(split, columns))
        return states


class TextEncoder:
    """The encoder of format 2, which reads only text, by paragraph, or reuses an engine reading."""

    unread_columns = SECOND_LOOK_COLUMNS

    def __init__(self, encoder: Encoder, capacity: int) -> None:
        self._encoder = encoder
        self._capacity = capacity

    def encode_windows(self, encoded: Encoded) -> Iterator[EncodedWindow]:
        """Yield what the encoder says about an article."""
        is_read = any(reading.encoder is self._encoder for reading in encoded.readings)
        for number, (first, last) in enumerate(encoded.paragraphs):
            if is_read:
                states, odds, _ = encoded.readings[number]
            else:
                quoted = encoded.columns[first:last, QUOTED].tolist()
                states, odds, _ = self._encoder.read(encoded.words[first:last], quoted)
            yield EncodedWindow(Window(first, last, first, last), states, odds)

    def longest_window_states(self) -> Floats:
        """Return the states of the longest window's words, with the highest possible ids."""
        return self._encoder.read(["x"] * self._capacity, [NESTED] * self._capacity).states
