"""What an article says about a meeting, a trial or something similar where it quotes nothing."""

from __future__ import annotations

from collections.abc import Set

import pytest

from quotex.occasions.scenes.sittings import SittingReader
from tests.occasions.scenes.clauses import read_line, shown_occasion
from tests.trees import ENGLISH

VOTED = "Councillors/councillor NNS nsubj 2; voted/vote VBD ROOT 2"


def shown_sittings(line: str, said: Set[int] = frozenset()) -> list[str]:
    """Return each sitting in the notation "held; Monday; event meeting"."""
    view, clauses = read_line(line)
    found = SittingReader(view, ENGLISH.venues, clauses).read(said)
    return [f"{sitting.kind}; {shown_occasion(sitting.stated)}" for sitting in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # a body acts on a day at a place
        (
            ("Members/member NNS nsubj 2; voted/vote VBD ROOT 2; at IN prep 2; the DT det 5; "
             "Guildhall NNP pobj 3 FAC; on IN prep 2; Monday NNP pobj 6"),
            ["held; 2014-10-13; place Guildhall"],
        ),
        # a court acts, which is also a place
        (
            ("A DT det 3; Lund NNP compound 3; court/court NN nsubj 4; jailed/jail VBD ROOT 4; "
             "him PRP dobj 4; on IN prep 4; Monday NNP pobj 6"),
            ["held; 2014-10-13; place Lund court"],
        ),
        # something is done by a body
        (
            ("It/it PRP nsubjpass 3; was VBD auxpass 3; approved/approve VBN ROOT 3;"
             " by IN agent 3; the DT det 6; council/council NN pobj 4; on IN prep 3;"
             " Monday NNP pobj 7"),
            ["held; 2014-10-13; -"],
        ),
        (
            ("It/it PRP nsubjpass 3; was VBD auxpass 3; approved/approve VBN ROOT 3;"
             " by IN agent 3; the DT det 6; captain/captain NN pobj 4; on IN prep 3;"
             " Monday NNP pobj 7"),
            [],
        ),
        # the place is attached to another word of the clause
        (
            ("Members/member NNS nsubj 2; voted/vote VBD ROOT 2; against IN prep 2; it PRP "
             "pobj 3; at IN prep 4; the DT det 7; Guildhall NNP pobj 5 FAC; on IN prep 2; "
             "Monday NNP pobj 8"),
            ["held; 2014-10-13; place Guildhall"],
        ),
        # a sitting is the subject
        (
            ("The DT det 2; inquest NN nsubj 3; opened/open VBD ROOT 3; on IN prep 3; "
             "Monday NNP pobj 4"),
            ["held; 2014-10-13; event inquest"],
        ),
        ("The DT det 2; inquest NN nsubj 3; opened/open VBD ROOT 3", ["named; -; event inquest"]),
        # a sitting is named beside another verb
        (
            ("It PRP nsubj 2; rained/rain VBD ROOT 2; after IN prep 2; the DT det 5; "
             "meeting NN pobj 3"),
            ["named; -; event meeting"],
        ),
        # everybody spoke there
        (
            "Both/both DT nsubj 2; spoke/speak VBD ROOT 2; on IN prep 2; Monday NNP pobj 3",
            ["held; 2014-10-13; -"],
        ),
    ],
)  # fmt: skip
def test_what_a_clause_states_about_a_sitting(line: str, expected: list[str]) -> None:
    assert shown_sittings(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        # a sitting other than the article's
        "The DT det 3; next JJ amod 3; meeting NN nsubj 4; opened/open VBD ROOT 4",
        ("It PRP nsubj 2; rained/rain VBD ROOT 2; after IN prep 2; earlier JJR amod 5; "
         "meetings/meeting NNS pobj 3"),
        # a sitting still to come
        ("It PRP nsubj 3; will MD aux 3; rain VB ROOT 3; after IN prep 3; the DT det 6; "
         "meeting NN pobj 4"),
        # not an act of a sitting, or not by its members
        "Members/member NNS nsubj 2; slept/sleep VBD ROOT 2; on IN prep 2; Monday NNP pobj 3",
        "Farmers/farmer NNS nsubj 2; voted/vote VBD ROOT 2; on IN prep 2; Monday NNP pobj 3",
        # no day and no place
        "Members/member NNS nsubj 2; voted/vote VBD ROOT 2",
        ("Members/member NNS nsubj 3; had/have VBD aux 3; voted/vote VBN ROOT 3; on IN prep 3; "
         "Monday NNP pobj 4"),
    ],
)  # fmt: skip
def test_clauses_that_state_nothing_about_a_sitting(line: str) -> None:
    assert shown_sittings(line) == []


def test_people_who_sit_there_are_named() -> None:
    assert shown_sittings(VOTED) == ["seated; -; -"]


@pytest.mark.parametrize(
    ("noun", "said", "expected"),
    [
        ("Evidence", {0}, ["held; 2014-10-13; -"]),
        ("Evidence", {0, 1, 2}, []),
        ("Thunder", {0}, []),
    ],
)
def test_evidence_that_was_heard_is_no_quotation(
    noun: str, said: set[int], expected: list[str]
) -> None:
    line = (
        f"{noun}/{noun.lower()} NN nsubjpass 3; was/be VBD auxpass 3; heard/hear VBN ROOT 3; "
        "on IN prep 3; Monday NNP pobj 4"
    )
    assert shown_sittings(line, said) == expected


def test_quoted_words_are_not_read() -> None:
    line = "The DT det 2; inquest NN nsubj 3; opened/open VBD ROOT 3"
    assert shown_sittings(line, frozenset({0, 1, 2})) == []
