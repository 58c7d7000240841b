"""The building blocks of all records: immutable models, spans, evidence.

All offsets are half-open character offsets (Python code points) into the text that the caller
gave: ``text[span.start:span.end] == span.text``. Unknown values are null, never placeholders.
"""

from __future__ import annotations

import hashlib
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

_MAX_SHOWN = 40  # characters of a text shown in a repr

EvidenceField = Literal["quotation", "speaker", "date", "venues"]


class Record(BaseModel):
    """Base of all records. Records are immutable and ignore fields that this version does not know.

    That lets this version read what a newer one with the same major version wrote.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="ignore",
        validate_by_name=True,
        validate_by_alias=True,
        use_attribute_docstrings=True,
    )


class Span(Record):
    """A stretch of the article, ``text[start:end]``; never empty."""

    start: int = Field(ge=0)
    """Where the span begins, in characters (code points) of the text that the caller gave."""
    end: int = Field(gt=0)
    """Where the span ends, exclusive."""
    text: str
    """The span's own text: `text[start:end]` of the article."""

    @model_validator(mode="after")
    def _check_length(self) -> Self:
        if self.end <= self.start or len(self.text) != self.end - self.start:
            raise ValueError(
                f"span [{self.start}, {self.end}) has a text of {len(self.text)} characters"
            )
        return self

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """Return the span ``[start, end)`` of ``text``."""
        return cls(start=start, end=end, text=text[start:end])


Spans = tuple[Span, ...]


class Evidence(Record):
    """Why a field has its value: the rule or model that set it, and an explanation for people."""

    field: EvidenceField
    """The field that is explained."""
    by: Literal["rule", "model"]
    """What set the field: a rule or a trained model."""
    name: str
    """The name of the rule, or of the model with its version."""
    detail: str
    """The explanation in plain English."""


def shown(text: str) -> str:
    """Return the beginning of ``text`` in quotation marks, for a ``repr``."""
    return repr(text if len(text) <= _MAX_SHOWN else text[: _MAX_SHOWN - 1].rstrip() + "…")


def text_hash(text: str) -> str:
    """Return the SHA-256 of ``text`` in UTF-8, as hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def joined(spans: Spans) -> str:
    """Return the texts of the spans as one string, with an ellipsis between them."""
    return " … ".join(span.text for span in spans)
