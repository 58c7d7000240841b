"""What made an extraction."""

from __future__ import annotations

from pydantic import JsonValue

from quotex.records.base import Record


class Provenance(Record):
    """What read an article: the same of these and the same text give the same quotations."""

    quotex: str
    """The version of quotex."""
    engine: str
    """The engine that parsed it, with its language model and version."""
    models: dict[str, str]
    """The trained models beside it, by what they do: "attribution" finds quotations; there is none
    with ``detector="rules"``.
    """
    options: dict[str, JsonValue]
    """The options of ``quotex.load`` that change what is found; a lexicon is listed by the name of
    its file and a hash of what it holds.
    """
