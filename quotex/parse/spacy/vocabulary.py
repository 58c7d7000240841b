"""Keeps what spaCy remembers of the words of all texts within bounds.

A pipeline keeps every word that it has seen, half a kilobyte each: over a million articles that is
gigabytes. Once it knows as many as most texts use, those that a text brings are forgotten with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

MOST_WORDS = 60_000


class Vocabulary:
    """The words of a pipeline that is quotex's alone; one thread at a time may read with it."""

    def __init__(self, nlp: Pipeline) -> None:
        self._nlp = nlp
        self._reading = RLock()

    @contextmanager
    def bounded(self) -> Iterator[None]:
        """Read in this block, and keep no Doc or word of spaCy's beyond it."""
        with self._reading:
            if len(self._nlp.vocab) < MOST_WORDS:
                yield
                return
            with self._nlp.memory_zone():
                yield
