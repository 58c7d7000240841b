"""A sample article, written for the demo, the documentation and a first try."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

from quotex.records import Article


def harbour_bridge() -> Article:
    """Return a short invented news report, published on 9 May 2024."""
    text = files("quotex.samples").joinpath("harbour_bridge.txt").read_text("utf-8")
    return Article(
        text=text,
        id="harbour-bridge",
        published=date(2024, 5, 9),
        title="Port Albany denies hiding cracks in Harbour Bridge",
        publisher="The Harbour Gazette",
    )
