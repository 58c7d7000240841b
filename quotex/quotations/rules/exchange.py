"""A question and its answer side by side: ‘Roe asked, “Who left?” “Nobody,” she replied’.

Two stretches with nothing between them are two utterances if the first has a cue of asking
before it and ends as a question, and the second has a cue of its own after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from quotex.document.marks import Quoted
from quotex.quotations.authority import weight_of
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context
from quotex.quotations.rules.quoted import cue_after, cue_before
from quotex.quotations.surroundings import has_words, inner_text

RULE = "exchange"


def exchange(context: Context) -> Iterator[Candidate]:
    """Propose the question and the answer, each with its own cue."""
    stretches = [q for q in context.outer if has_words(context, q)]
    for number, (first, second) in enumerate(pairwise(stretches)):
        if not _side_by_side(context, first, second):
            continue
        question = cue_before(context, stretches, number)
        answer = cue_after(context, stretches, number + 1)
        if question is None or answer is None or question.sense.stance != "asks":
            continue
        if question.source and answer.source and answer.rule == "quote-before-cue":
            for found in (question, answer):
                yield replace(found, rule=RULE, weight=weight_of(RULE))


def _side_by_side(context: Context, first: Quoted, second: Quoted) -> bool:
    between = context.view.text[first.end : second.start]
    return (
        first.closed
        and second.closed
        and not between.strip()
        and inner_text(context, first).endswith("?")
    )
