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
    """A quotation of the bank that is near the words.

    ``wording`` tells how: it has the words ("verbatim"), others in their place ("altered"), it
    reports them in other words ("reported") or reports that somebody denies them ("denied");
    "other" shares words and no more. ``changes`` are what must be changed in it to get the words
    that are checked; there are none where it claims no words. ``relation`` tells how its speaker
    stands to the one who is asked about, None where nobody is.
    """

    wording: NearWording
    changes: tuple[WordChange, ...] = ()
    relation: Relation | Literal["different"] | None = None


class Check(Record):
    """Whether words that somebody is said to have said are on record in a bank.

    ``reason`` is a sentence for a person to read. ``changes`` are those against the first of
    ``nearest``, the quotations on which the verdict rests, and other near ones behind them.
    """

    words: str
    speaker: str | None = None
    verdict: Verdict
    reason: str
    changes: tuple[WordChange, ...] = ()
    nearest: tuple[Near, ...] = ()
