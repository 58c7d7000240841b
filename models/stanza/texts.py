"""News texts without trees: words for the vectors, names for the silver labels."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path


def texts(files: list[Path]) -> Iterator[str]:
    """Yield the text of each article in files with one JSON object per line."""
    for file in files:
        with file.open(encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)["text"]
