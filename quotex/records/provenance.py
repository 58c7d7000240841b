"""What made an extraction."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, JsonValue

from quotex.records.base import Record


class Provenance(Record):
    """What read an article: the same of these and the same text give the same quotations.

    ``engine`` parsed it, with its language model and version. ``models`` are the trained models
    beside it, by what they do: "attribution" finds quotations; there is none with
    ``detector="rules"``. ``options`` are those of ``quotex.load`` that change what is found; a
    lexicon is listed by the name of its file and a hash of what it holds.
    """

    quotex: Annotated[str, Field(description="The version of quotex.")]
    engine: Annotated[str, Field(description="The parser, its language model and version.")]
    models: Annotated[
        dict[str, str], Field(description="Trained models, with versions, by what they do.")
    ]
    options: Annotated[
        dict[str, JsonValue], Field(description="The options that change what is found.")
    ]
