"""What all records are made of: immutable models, spans, evidence.

All offsets are half-open character offsets (Python code points) into the text that the caller
gave: ``text[span.start:span.end] == span.text``. What is unknown is null, never a placeholder.
"""

from __future__ import annotations

import hashlib
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

_SHOWN = 40  # so many characters of a text stand in a repr

EvidenceField = Literal["quotation", "speaker", "date", "venues"]


class Record(BaseModel):
    """Base of all records: immutable; a field that this version does not know is passed over.

    So can this version read what a newer one of the same major version wrote.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="ignore",
        validate_by_name=True,
        validate_by_alias=True,
        use_attribute_docstrings=True,
    )


class Span(Record):
    """``text[start:end]`` of the article; never empty."""

    start: int = Field(ge=0)
    """Where the span begins, in characters (code points) of the text that the caller gave."""
    end: int = Field(gt=0)
    """Where it ends; the character there is no longer part of it."""
    text: str
    """The characters between: `text[start:end]`."""

    @model_validator(mode="after")
    def _check_length(self) -> Self:
        if self.end <= self.start or len(self.text) != self.end - self.start:
            raise ValueError(
                f"span [{self.start}, {self.end}) has a text of {len(self.text)} characters"
            )
        return self

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """Cut the span ``[start, end)`` out of ``text``."""
        return cls(start=start, end=end, text=text[start:end])


Spans = tuple[Span, ...]


class Evidence(Record):
    """Why a field holds what it holds: which rule or model, and a sentence for a person to read."""

    field: EvidenceField
    """The field that is explained."""
    by: Literal["rule", "model"]
    """What filled it: a rule or a trained model."""
    name: str
    """The rule, or the model and its version."""
    detail: str
    """Why, in words for a person to read."""


def shown(text: str) -> str:
    """Return the beginning of ``text`` in quotation marks, for a ``repr``."""
    return repr(text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…")


def text_hash(text: str) -> str:
    """Return the SHA-256 of ``text`` in UTF-8, as hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def joined(spans: Spans) -> str:
    """Return the spans' texts as one string, with an ellipsis where words are left out."""
    return " … ".join(span.text for span in spans)
