"""The software that made an extraction."""

from __future__ import annotations

from pydantic import JsonValue

from quotex.records.base import Record


class Provenance(Record):
    """The software, models and options that read an article.

    The same ones always find the same quotations in the same text.
    """

    quotex: str
    """The version of quotex."""
    engine: str
    """The engine that parsed the text, with its language model and version."""
    models: dict[str, str]
    """The other trained models, by task: "attribution" finds quotations; empty with
    ``detector="rules"``.
    """
    options: dict[str, JsonValue]
    """The options of ``quotex.load`` that affect what is found; a lexicon is given as its file name
    and a hash of its contents.
    """
