"""Which day dates a cue, on hand-built trees."""

from __future__ import annotations

from datetime import date

import pytest

from quotex.occasions.dating import DayReader
from quotex.occasions.days.days import times_and_vague
from quotex.occasions.venues.reader import VenueReader
from quotex.quotations.candidate import Bounds
from tests.trees import ENGLISH, context_of

PUBLISHED = date(2014, 10, 14)


def day_of(rows: str, verb: int, contents: tuple[Bounds, ...] = ()) -> str:
    """Return the day that dates the verb with this number, or "-"."""
    view = context_of("\n".join(_row(row) for row in rows.split("; "))).view
    times, _ = times_and_vague(view.text, PUBLISHED, ENGLISH)
    venues = VenueReader(ENGLISH.venues)
    reader = DayReader(view, times, ENGLISH.venues, venues, contents)
    found = reader.day_from_words(view.tokens, view.tokens[verb - 1])
    return "-" if found is None else "/".join(sorted({d.isoformat() for d in found.days}))


def _row(row: str) -> str:
    word, tag, dep, head = row.split()
    return f"{word} {word.lower()} {tag} {dep} {head}"


@pytest.mark.parametrize(
    ("rows", "verb", "day"),
    [
        # Beside the cue.
        ("Roe NNP nsubj 2; said VBD ROOT 2; on IN prep 2; Monday NNP pobj 3", 2, "2014-10-13"),
        ("Roe NNP nsubj 2; said VBD ROOT 2; Monday NNP npadvmod 2", 2, "2014-10-13"),
        ("Monday NNP poss 3; 's POS case 1; report NN nsubj 4; said VBD ROOT 4", 4, "2014-10-13"),
        ("the DT det 3; 2012 CD nummod 3; report NN nsubj 4; said VBD ROOT 4", 4,
         "2012-01-01/2012-12-31"),
        ("In IN prep 4; 2012 CD pobj 1; Roe NNP nsubj 4; said VBD ROOT 4", 4,
         "2012-01-01/2012-12-31"),
        (("Roe NNP nsubj 2; said VBD ROOT 2; in IN prep 2; Monday NNP poss 6; 's POS case 4;"
          " Echo NNP pobj 3"), 2, "2014-10-13"),
        # A limit, a purpose, a topic.
        ("Roe NNP nsubj 2; said VBD ROOT 2; until IN prep 2; Monday NNP pobj 3", 2, "-"),
        ("Roe NNP nsubj 2; said VBD ROOT 2; till IN prep 2; Monday NNP pobj 3", 2, "-"),
        ("Roe NNP nsubj 2; said VBD ROOT 2; by IN prep 2; Monday NNP pobj 3", 2, "-"),
        (("Roe NNP nsubj 2; said VBD ROOT 2; since IN mark 5; she PRP nsubj 5; left VBD advcl 2;"
          " on IN prep 5; Monday NNP pobj 6"), 2, "-"),
        (("Roe NNP nsubj 2; spoke VBD ROOT 2; about IN prep 2; storms NNS pobj 3; on IN prep 4;"
          " Monday NNP pobj 5"), 2, "-"),
        # Something other than a speech event, and names.
        ("Monday NNP poss 3; 's POS case 1; storm NN nsubj 4; said VBD ROOT 4", 4, "-"),
        (("the DT det 4; 1951 CD nummod 4; Refugee NNP compound 4; Convention NNP nsubj 5;"
          " says VBZ ROOT 5"), 5, "-"),
        (("Roe NNP nsubj 2; said VBD ROOT 2; compared VBN prep 2; to IN prep 3; May NNP poss 7;"
          " 's POS case 5; 9 CD pobj 4"), 2, "-"),
        (("In IN prep 7; the DT det 3; quarter NN pobj 1; of IN prep 3; 2012 CD pobj 4;"
          " Roe NNP nsubj 7; said VBD ROOT 7"), 7, "-"),
        # The future, for cues in the past and in the future.
        (("will MD aux 2; end VB ROOT 2; on IN prep 2; June NNP pobj 3; 30 CD nummod 4;"
          " blaming VBG advcl 2"), 6, "-"),
        (("would MD aux 2; end VB ROOT 2; on IN prep 2; June NNP pobj 3; 30 CD nummod 4;"
          " blaming VBG advcl 2"), 6, "-"),
        ("Roe NNP nsubj 3; will MD aux 3; say VB ROOT 3; on IN prep 3; Friday NNP pobj 4", 3,
         "2014-10-17"),
        (("Roe NNP nsubj 3; 'll MD aux 3; say VB ROOT 3; on IN prep 3; Dec. NNP pobj 4;"
          " 3 CD nummod 5"), 3, "2014-12-03"),
        ("Roe NNP nsubj 3; would MD aux 3; say VB ROOT 3; on IN prep 3; Friday NNP pobj 4", 3,
         "2014-10-10"),
        ("Roe NNP nsubj 2; said VBD ROOT 2; next JJ amod 4; Friday NNP npadvmod 2", 2, "-"),
    ],
)  # fmt: skip
def test_the_day_of_a_verb(rows: str, verb: int, day: str) -> None:
    assert day_of(rows, verb) == day


ROWS = (
    "Roe NNP nsubj 2; said VBD ROOT 2; rain NN nsubj 4; fell VBD ccomp 2; on IN prep 4;"
    " Monday NNP pobj 5; blaming VBG advcl 2"
)


@pytest.mark.parametrize(
    ("contents", "day"),
    [((), "2014-10-13"), (((9, 28),), "-"), (((9, 36),), "2014-10-13"), (((0, 8),), "2014-10-13")],
)
def test_a_day_in_another_content_does_not_date_a_cue_outside_it(
    contents: tuple[Bounds, ...], day: str
) -> None:
    assert day_of(ROWS, 7, contents) == day
