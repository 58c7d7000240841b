"""What checking a quotation against a bank finds."""

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
    """A quotation of the bank that is near the words that are checked."""

    wording: NearWording
    """How it is near: it has the words ("verbatim") or others in their place ("altered"), reports
    them in other words ("reported"), reports that somebody denies them ("denied"), or shares some
    of them and no more ("other")."""
    changes: tuple[WordChange, ...] = ()
    """What must be changed in it to get the words; nothing where it claims none."""
    relation: Relation | Literal["different"] | None = None
    """How its speaker stands to the one who is asked about, None where nobody is."""


class Check(Record):
    """Whether words that somebody is said to have said are on record in a bank."""

    words: str
    """The words as they were given."""
    speaker: str | None = None
    """Who is said to have said them."""
    verdict: Verdict
    """What the bank tells of them."""
    reason: str
    """Why, in a sentence for a person to read."""
    changes: tuple[WordChange, ...] = ()
    """What differs from the first of the nearest quotations."""
    nearest: tuple[Near, ...] = ()
    """The quotations on which the verdict rests, and other near ones behind them."""
