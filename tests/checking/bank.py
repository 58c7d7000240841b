"""The articles of the sayings, and the variants to check against them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from quotex.result import Extraction
from tests.linking.handmade import Said, article

TABLE: dict[str, Any] = tomllib.loads((Path(__file__).parent / "sayings.toml").read_text("utf-8"))


class Variant(NamedTuple):
    """Words to check, the claimed speaker, and what must be found."""

    words: str
    speaker: str
    expected: str


def articles() -> list[Extraction]:
    """Return an article for each saying."""
    return [
        article(f"a{n}", "2031-03-06", Said(f"“{s['words']}”", name=s["speaker"]), publisher="Post")
        for n, s in enumerate(TABLE["saying"])
    ]


def altered() -> Iterator[Variant]:
    """Yield altered sayings, each with the class of one of its changes."""
    for saying in TABLE["saying"]:
        for kind, words in saying["altered"]:
            yield Variant(words, saying["speaker"], kind)
    for saying in TABLE["spliced"]:
        yield Variant(saying["words"], "", "splice")


def harmless() -> Iterator[Variant]:
    """Yield sayings in which only marks or the spelling differ."""
    for saying in TABLE["saying"]:
        for name in ("same", "respelled"):
            for words in saying[name]:
                yield Variant(words, saying["speaker"], name)
