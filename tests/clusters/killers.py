"""Resolvers that end processes on one text; light, for each process imports them."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from quotex.parse.view import View

DEADLY = "“It is deadly,” Roe said."
LAST_STRAW = "“It is the last straw,” Roe said."


@dataclass
class Killer:
    """Ends its process on one text always; on another, once, the engine's that owns it.

    ``marker`` is a file that says the latter has been done; without one it is not done at all.
    """

    marker: Path | None = None

    def clusters(self, view: View) -> Sequence[Sequence[tuple[int, int]]]:
        """Return no clusters."""
        if DEADLY in view.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if LAST_STRAW in view.text and self.marker is not None and not self.marker.exists():
            self.marker.touch()
            os.kill(os.getppid(), signal.SIGKILL)
        return []
