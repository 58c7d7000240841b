"""A resolver that kills processes on some texts; kept light because each process imports it."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from quotex.parse.view import View

DEADLY = "“It is deadly,” Roe said."
TRIGGER = "“It is the last straw,” Roe said."


@dataclass
class Killer:
    """Kills its process on one text every time, and on another text, once, its parent process.

    The file ``marker`` records that the parent was killed; without one, it never is.
    """

    marker: Path | None = None

    def clusters(self, view: View) -> Sequence[Sequence[tuple[int, int]]]:
        """Return no clusters."""
        if DEADLY in view.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if TRIGGER in view.text and self.marker is not None and not self.marker.exists():
            self.marker.touch()
            os.kill(os.getppid(), signal.SIGKILL)
        return []
