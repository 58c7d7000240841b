"""The rules, in the order in which they are tried. Each proposes; a detector decides."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context
from quotex.quotations.rules.argument import argument
from quotex.quotations.rules.clause import clause_after, clause_around, made_clear
from quotex.quotations.rules.cueless.gestures import gestures
from quotex.quotations.rules.exchange import exchange
from quotex.quotations.rules.headlines import headlines
from quotex.quotations.rules.hearsay import hearsay, raised
from quotex.quotations.rules.inscribed import inscribed
from quotex.quotations.rules.introduced import introduced, introduced_by_line
from quotex.quotations.rules.nominal import adjective_cue, noun_cue, noun_is, noun_label
from quotex.quotations.rules.passive import passive, told_to
from quotex.quotations.rules.phrases import phrase_cue
from quotex.quotations.rules.posts import posts
from quotex.quotations.rules.quoted import quoted
from quotex.quotations.rules.remarks import remarks
from quotex.quotations.rules.signed import signed
from quotex.quotations.rules.transcripts.turns import turns


@dataclass(frozen=True, slots=True)
class Rule:
    """A function that proposes candidates; ``needs_parse``: it reads more than words and names."""

    find: Callable[[Context], Iterator[Candidate]]
    needs_parse: bool = True


RULES: tuple[Rule, ...] = (
    Rule(turns, needs_parse=False),
    Rule(signed, needs_parse=False),
    Rule(posts, needs_parse=False),
    Rule(exchange),
    Rule(inscribed),
    Rule(remarks),
    Rule(quoted),
    Rule(gestures),
    Rule(introduced),
    Rule(introduced_by_line, needs_parse=False),
    Rule(headlines),
    Rule(clause_after),
    Rule(clause_around),
    Rule(made_clear),
    Rule(phrase_cue),
    Rule(argument),
    Rule(passive),
    Rule(told_to),
    Rule(raised),
    Rule(hearsay),
    Rule(noun_cue),
    Rule(noun_is),
    Rule(noun_label),
    Rule(adjective_cue),
)
