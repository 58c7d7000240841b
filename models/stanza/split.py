"""Splits documents into those to train on, those for early stopping, and those held out."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from models.stanza.conllu import Document

_HELD_OUT = frozenset(
    tomllib.loads(Path(__file__).with_name("held.toml").read_text("utf-8"))["held"]
)
_HOLD_OUT_EVERY, _DEV_EVERY = 10, 15


@dataclass(frozen=True)
class Split:
    """The three parts of the corpora, in whole documents."""

    train: list[Document]
    dev: list[Document]
    held_out: list[Document]

    def __add__(self, other: Split) -> Split:
        return Split(self.train + other.train, self.dev + other.dev, self.held_out + other.held_out)


def split(documents: list[Document]) -> Split:
    """Hold out every tenth document by id and those named in ``held.toml``.

    Of the others, every fifteenth is for early stopping.
    """
    ordered = sorted(documents, key=lambda document: document.id)
    held_out = [
        one
        for i, one in enumerate(ordered)
        if i % _HOLD_OUT_EVERY == _HOLD_OUT_EVERY - 1 or one.id in _HELD_OUT
    ]
    names = {one.id for one in held_out}
    rest = [one for one in ordered if one.id not in names]
    dev = rest[_DEV_EVERY // 2 :: _DEV_EVERY]
    names = {one.id for one in dev}
    return Split([one for one in rest if one.id not in names], dev, held_out)
