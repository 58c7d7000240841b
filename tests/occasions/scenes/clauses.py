"""The clauses of a line, with the days that it states."""

from __future__ import annotations

from datetime import date

from quotex.occasions.clauses import ArticleClues, ClauseReader, StatedOccasion
from quotex.occasions.days.days import times_and_vague
from quotex.parse.view import View
from tests.occasions.venues.clause import shown, tokens
from tests.trees import ENGLISH

PUBLISHED = date(2014, 10, 16)


def read_line(line: str) -> tuple[View, ClauseReader]:
    """Return the view of a line in the notation of ``tokens``, and a reader of its clauses."""
    view = tokens(line)[0].view
    assert view is not None
    times, vague = times_and_vague(view.text, PUBLISHED, ENGLISH)
    clues = ArticleClues([], [], vague, [], frozenset())
    return view, ClauseReader(view, ENGLISH.venues, times, clues)


def shown_occasion(stated: StatedOccasion) -> str:
    """Return what a clause states in the notation "2014-10-13; event meeting", "-" for nothing."""
    day = str(stated.time.days[0]) if stated.time is not None else "-"
    return f"{day}; {shown(stated.venues)}"
