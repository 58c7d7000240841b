"""Runs the encoder over the words of one paragraph, and the head that makes trees of its states."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import onnxruntime

from quotex.encoder.pieces import Ids, Pieces
from quotex.encoder.windows import windows

Floats = npt.NDArray[np.float32]
_CASES = {"lower": 0, "title": 1, "upper": 2, "mixed": 3, "digit": 4, "other": 5}
_PLAIN = str.maketrans("“”„‟«»＂‘’‛`", '"""""""\'\'\'\'')


class Reading(NamedTuple):
    """What the encoder says of words: a state each [words, width], and the log odds that it begins
    a cue [words]."""

    states: Floats
    cues: Floats


class Parsed(NamedTuple):
    tags: Ids
    pos: Ids
    starts: Floats
    names: Ids
    scores: Floats
    heads: Ids
    labels: Ids


class Encoder:
    def __init__(self, folder: Path, threads: int = 1, capacity: int = 250) -> None:
        self.folder = folder
        self.capacity = capacity
        self.pieces = Pieces(folder / "tokenizer.json")
        self._encoder = _session(folder / "encoder.onnx", threads)
        self._tree = _session(folder / "tree.onnx", threads)

    def read(self, words: Sequence[str], quoted: Sequence[int]) -> Reading:
        plain = [word.translate(_PLAIN) for word in words]
        split = self.pieces.split(plain)
        columns = np.array([[case_of(w), q] for w, q in zip(words, quoted, strict=True)], dtype=np.int64)
        lengths = [len(p) for p in split]
        states, odds = [], []
        for w in windows([(0, len(words))], lengths, self.capacity):
            ids, spread, first = self.pieces.lay_out(split[w.first : w.last], columns[w.first : w.last])
            s, o = self._encoder.run(None, {"pieces": ids[None], "columns": spread[None], "first": first})
            own = slice(w.own_first - w.first, w.own_last - w.first)
            states.append(s[own])
            odds.append(o[own])
        if len(states) == 1:
            return Reading(states[0], odds[0])
        return Reading(np.concatenate(states), np.concatenate(odds))

    def parse(self, reading: Reading) -> Parsed:
        return Parsed(*self._tree.run(None, {"states": reading.states}))


def case_of(text: str) -> int:
    if text.islower():
        return _CASES["lower"]
    if text.isupper():
        return _CASES["upper" if len(text) > 1 else "title"]
    if text.istitle():
        return _CASES["title"]
    if any(c.isalpha() for c in text):
        return _CASES["mixed"]
    return _CASES["digit" if any(c.isdigit() for c in text) else "other"]


def _session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
