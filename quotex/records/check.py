"""The result of checking words against a bank."""

from __future__ import annotations

from typing import Literal

from quotex.records.bank import BankQuotation
from quotex.records.base import Record
from quotex.records.utterance import Relation, WordChange

Verdict = Literal[
    "verbatim",
    "altered",
    "misattributed",
    "disputed",
    "paraphrase",
    "not found",
    "cannot tell",
]
NearWording = Literal["verbatim", "altered", "reported", "denied", "other"]


class Near(BankQuotation):
    """A quotation in the bank that is close to the checked words."""

    wording: NearWording
    """How it relates to the words: it contains them ("verbatim"), contains them with changes
    ("altered"), reports them in other words ("reported"), reports that somebody denies them
    ("denied"), or only shares some of them ("other")."""
    changes: tuple[WordChange, ...] = ()
    """The changes that turn its wording into the checked words; empty if it claims no exact words.
    """
    relation: Relation | Literal["different"] | None = None
    """How its speaker relates to the speaker asked about; null if no speaker was given."""


class Check(Record):
    """Whether words attributed to somebody are on record in a bank."""

    words: str
    """The words as they were given."""
    speaker: str | None = None
    """The speaker to whom the words are attributed; null if none was given."""
    verdict: Verdict
    """What the bank says about the words."""
    reason: str
    """The reason for the verdict in plain English."""
    changes: tuple[WordChange, ...] = ()
    """How the words differ from the first of the nearest quotations."""
    nearest: tuple[Near, ...] = ()
    """The quotations on which the verdict rests, followed by other close ones."""
