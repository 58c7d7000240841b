"""An extractor that kills its process on one text; kept light because each process imports it."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import quotex
from quotex.loading import make_pipeline
from quotex.options import Options
from quotex.parse.engine import Depth, Tree
from tests.parse.builders import WhitespaceEngine

DEADLY = "This one kills its process."


@dataclass
class Deadly(WhitespaceEngine):
    """An engine that kills its process on one text."""

    def read(self, texts: Sequence[str], depth: Depth) -> Iterator[Tree]:
        """Yield a tree for each text, or kill the process."""
        if any(DEADLY in text for text in texts):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().read(texts, depth)


def deadly() -> quotex.Extractor:
    """Return an extractor that reads with that engine."""
    return quotex.Extractor(make_pipeline(Options(detector="rules"), Deadly()), deadly)
