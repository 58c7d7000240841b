"""Limits how many words spaCy keeps in memory.

A pipeline keeps every word that it has seen, at half a kilobyte each; over a million articles that
adds up to gigabytes. Once it knows enough words for most texts, the new words of a text are
forgotten after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

MAX_WORDS = 60_000


class Vocabulary:
    """The vocabulary of a pipeline that only quotex uses, by one thread at a time."""

    def __init__(self, nlp: Pipeline) -> None:
        self._nlp = nlp
        self._reading = RLock()

    @contextmanager
    def bounded(self) -> Iterator[None]:
        """Read within this block; do not keep any of spaCy's Docs or words after it."""
        with self._reading:
            if len(self._nlp.vocab) < MAX_WORDS:
                yield
                return
            with self._nlp.memory_zone():
                yield
