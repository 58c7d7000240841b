"""Reads the transcripts in this folder, in which the turns are marked.

``[[ROE = Ada Roe]]: {We mend the sluice.}`` is a turn of Ada Roe's after the label "ROE"; a ``-``
is a speaker whom the text does not name. Each ``{…}`` is a span of the last label's turn; a
question has the stance "asks".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

Bounds = tuple[int, int]
FOLDER = Path(__file__).parent
_MARK = re.compile(r"\[\[(?P<label>[^\]=]+) = (?P<speaker>[^\]]+)\]\]|(?P<open>\{)|(?P<close>\})")


@dataclass(slots=True)
class Turn:
    """The speaker, named by the label at ``[start, end)``, and where the words are."""

    label: str
    speaker: str | None
    start: int
    end: int
    content: list[Bounds] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Transcript:
    """A text and its turns."""

    name: str
    text: str
    turns: list[Turn]


def read_transcript(path: Path) -> Transcript:
    """Read one marked text."""
    marked = path.read_text("utf-8").rstrip("\n")
    text, at, begins = "", 0, 0
    turns: list[Turn] = []
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match["open"]:
            begins = len(text)
        elif match["close"]:
            turns[-1].content.append((begins, len(text)))
        else:
            label, speaker = match["label"], match["speaker"]
            end = len(text) + len(label)
            turns.append(Turn(label, speaker if speaker != "-" else None, len(text), end))
            text += label
    return Transcript(path.stem, text + marked[at:], turns)


def transcripts() -> list[Transcript]:
    """Return the transcripts in the folder, by name."""
    return [read_transcript(path) for path in sorted(FOLDER.glob("*.txt"))]
