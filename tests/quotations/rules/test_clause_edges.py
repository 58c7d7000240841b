"""Where a clause begins and ends, on trees that a parser might well produce."""

from __future__ import annotations

import pytest

from quotex.quotations.context import Context
from quotex.quotations.rules.clause import clause_after, clause_around
from tests.quotations.rules.rows import tree
from tests.trees import Found, context_of, texts

AFTER: dict[str, tuple[str, list[Found]]] = {
    "an infinitive is no clause": (
        """
        She      she    PRP nsubj 2
        said     say    VBD ROOT  2
        to       to     TO  aux   4
        pay      pay    VB  ccomp 2
        """,
        [],
    ),
    "an infinitive that took the verb of the clause": (
        """
        She      she    PRP nsubj 2
        said     say    VBD ROOT  2
        pleas    plea   NNS nsubj 5
        to       to     TO  aux   5
        stay     stay   VB  ccomp 2
        were     be     VBD ccomp 5
        jokes    joke   NNS attr  6
        """,
        [(["pleas to stay were jokes"], "said", "She")],
    ),
    "an infinitive over a clause with a subject": (
        """
        She      she    PRP nsubj 2
        said     say    VBD ROOT  2
        to       to     TO  aux   4
        say      say    VB  ccomp 2
        it       it     PRP nsubj 6
        rained   rain   VBD ccomp 4
        """,
        [(["it rained"], "to say", "She")],
    ),
    "an infinitive over a clause with a complementizer": (
        """
        She      she    PRP nsubj 2
        said     say    VBD ROOT  2
        to       to     TO  aux   4
        swim     swim   VB  ccomp 2
        that     that   IN  mark  6
        rained   rain   VBD ccomp 4
        """,
        [],
    ),
    "an infinitive over a bare participle": (
        """
        She      she    PRP nsubj 2
        said     say    VBD ROOT  2
        to       to     TO  aux   4
        swim     swim   VB  ccomp 2
        raining  rain   VBG ccomp 4
        """,
        [],
    ),
    "a clause that the parser hung on the venue": (
        """
        She      she    PRP nsubj 2
        said     say    VBD ROOT  2
        in       in     IN  prep  2
        a        a      DT  det   5
        letter   letter NN  pobj  3
        that     that   IN  mark  8
        it       it     PRP nsubj 8
        rained   rain   VBD acl   5
        """,
        [(["that it rained"], "said", "She")],
    ),
    "a relative clause on the venue": (
        """
        She      she    PRP nsubj 2
        said     say    VBD ROOT  2
        in       in     IN  prep  2
        a        a      DT  det   5
        letter   letter NN  pobj  3
        it       it     PRP nsubj 7
        reached  reach  VBD relcl 5
        """,
        [],
    ),
    "a clause under another mark on the venue": (
        """
        She      she    PRP nsubj 2
        said     say    VBD ROOT  2
        in       in     IN  prep  2
        letters  letter NNS pobj  3
        because  because IN mark  7
        it       it     PRP nsubj 7
        rained   rain   VBD acl   4
        """,
        [],
    ),
    "a clause on what is no venue": (
        """
        She      she    PRP nsubj 2
        said     say    VBD ROOT  2
        of       of     IN  prep  2
        letters  letter NNS pobj  3
        that     that   IN  mark  7
        it       it     PRP nsubj 7
        rained   rain   VBD acl   4
        """,
        [],
    ),
    "a clause on a venue before the cue": (
        """
        In       in     IN  prep  7
        letters  letter NNS pobj  1
        that     that   IN  mark  5
        it       it     PRP nsubj 5
        reached  reach  VBD acl   2
        she      she    PRP nsubj 7
        said     say    VBD ROOT  7
        """,
        [],
    ),
    "a complement of a venue that is no clause on it": (
        """
        She      she    PRP nsubj 2
        said     say    VBD ROOT  2
        in       in     IN  prep  2
        letters  letter NNS pobj  3
        that     that   IN  mark  7
        it       it     PRP nsubj 7
        rained   rain   VBD advcl 4
        """,
        [],
    ),
    "a noun that the parser hung on the cue": (
        """
        She      she    PRP nsubj 2
        said     say    VBD ROOT  2
        ferries  ferry  NNS dobj  2
        sank     sink   VBD ccomp 2
        """,
        [(["ferries sank"], "said", "She")],
    ),
    "a hearer is not the start of the clause": (
        """
        She      she    PRP nsubj 2
        told     tell   VBD ROOT  2
        crews    crew   NNS dobj  2
        ferries  ferry  NNS nsubj 5
        sank     sink   VBD ccomp 2
        """,
        [(["ferries sank"], "told", "She")],
    ),
    "an adverb before the clause is not the start of it": (
        """
        She      she    PRP nsubj 2
        said     say    VBD ROOT  2
        again    again  RB  advmod 2
        it       it     PRP nsubj 5
        rained   rain   VBD ccomp 2
        """,
        [(["it rained"], "said again", "She")],
    ),
    "what follows the clause may belong to it": (
        """
        She      she    PRP nsubj 2
        said     say    VBD ROOT  2
        it       it     PRP nsubj 4
        rained   rain   VBD ccomp 2
        in       in     IN  prep  2
        Wick     wick   NNP pobj  5
        """,
        [(["it rained in Wick"], "said", "She")],
    ),
    "a mark does not end the clause": (
        """
        She      she    PRP nsubj 2
        said     say    VBD ROOT  2
        it       it     PRP nsubj 4
        rained   rain   VBD ccomp 2
        ,        ,      ,   punct 2
        in       in     IN  prep  2
        Wick     wick   NNP pobj  6
        """,
        [(["it rained, in Wick"], "said", "She")],
    ),
    "a conjunction ends the clause": (
        """
        She      she    PRP nsubj 2
        said     say    VBD ROOT  2
        it       it     PRP nsubj 4
        rained   rain   VBD ccomp 2
        and      and    CC  cc    2
        left     leave  VBD conj  2
        in       in     IN  prep  2
        Wick     wick   NNP pobj  7
        """,
        [(["it rained"], "said", "She")],
    ),
    "another act ends the clause": (
        """
        She      she    PRP nsubj 2
        said     say    VBD ROOT  2
        it       it     PRP nsubj 4
        rained   rain   VBD ccomp 2
        adding   add    VBG advcl 2
        words    word   NNS dobj  5
        """,
        [(["it rained"], "said", "She")],
    ),
    "an adverbial clause without a cue belongs to it": (
        """
        She      she    PRP nsubj 2
        said     say    VBD ROOT  2
        it       it     PRP nsubj 4
        rained   rain   VBD ccomp 2
        swimming swim   VBG advcl 2
        fast     fast   RB  advmod 5
        """,
        [(["it rained swimming fast"], "said", "She")],
    ),
    "a clause before its cue is not after it": (
        """
        It       it     PRP nsubj 2
        rained   rain   VBD ccomp 4
        she      she    PRP nsubj 4
        said     say    VBD ROOT  4
        """,
        [],
    ),
    "a cue without a source has its clause": (
        """
        Said     say    VBD ROOT  1
        it       it     PRP nsubj 3
        rained   rain   VBD ccomp 1
        """,
        [(["it rained"], "Said", "")],
    ),
}
AROUND: dict[str, tuple[str, list[Found]]] = {
    "after its clause": (
        """
        It       it     PRP nsubj 2
        rained   rain   VBD ccomp 4
        she      she    PRP nsubj 4
        said     say    VBD ROOT  4
        """,
        [(["It rained"], "said", "she")],
    ),
    "a cue with a complement of its own": (
        """
        Boats    boat   NNS nsubj 2
        sank     sink   VBD ROOT  2
        she      she    PRP nsubj 4
        said     say    VBD parataxis 2
        it       it     PRP dobj  4
        """,
        [],
    ),
    "a cue under another relation": (
        """
        Boats    boat   NNS nsubj 2
        sank     sink   VBD ROOT  2
        she      she    PRP nsubj 4
        said     say    VBD advcl 2
        """,
        [],
    ),
    "a cue as a clause of what it says": (
        """
        Boats    boat   NNS nsubj 2
        sank     sink   VBD ROOT  2
        she      she    PRP nsubj 4
        said     say    VBD ccomp 2
        """,
        [(["Boats sank"], "said", "she")],
    ),
    "a cue under a noun": (
        """
        Boats    boat   NNS ROOT  1
        she      she    PRP nsubj 3
        said     say    VBD parataxis 1
        """,
        [],
    ),
    "a verb that is no cue": (
        """
        It       it     PRP nsubj 2
        rained   rain   VBD ccomp 4
        she      she    PRP nsubj 4
        swam     swim   VBD ROOT  4
        """,
        [],
    ),
    "nobody said it": (
        """
        It       it     PRP nsubj 2
        rained   rain   VBD ccomp 3
        said     say    VBD ROOT  3
        """,
        [],
    ),
}


def short_clause(words: int) -> str:
    """Return a clause around a cue whose own clause has ``words`` words."""
    adverbs = "\n".join(f"then then RB advmod {words + 2}" for _ in range(words - 2))
    return f"""
    Boats    boat   NNS nsubj {words + 3}
    ,        ,      ,   punct {words + 3}
    she      she    PRP nsubj {words + 2}
    {adverbs}
    said     say    VBD parataxis {words + 3}
    sank     sink   VBD ROOT  {words + 3}
    """


@pytest.mark.parametrize(("table", "expected"), AFTER.values(), ids=AFTER)
def test_clause_after(table: str, expected: list[Found]) -> None:
    context = context_of(table)
    assert texts(context, clause_after(context)) == expected


@pytest.mark.parametrize(("table", "expected"), AROUND.values(), ids=AROUND)
def test_clause_around(table: str, expected: list[Found]) -> None:
    context = context_of(table)
    assert texts(context, clause_around(context)) == expected


@pytest.mark.parametrize(("words", "found"), [(2, True), (8, True), (9, False), (12, False)])
def test_only_a_short_clause_interrupts_another(words: int, found: bool) -> None:
    context = tree(short_clause(words))
    assert bool(list(clause_around(context))) is found


def dated(on: str, *, entity: str = "DATE", follows: str = "ferries") -> Context:
    """Return "She said on Monday ferries sank", with Monday as part of the clause."""
    context = tree(
        f"""
        She      she    PRP nsubj 2
        said     say    VBD ROOT  2
        {on}
        Monday   monday NNP nsubj {6 if on else 5}
        {follows}
        sank     sink   VBD ccomp 2
        """
    )
    for token in context.view.tokens:
        if token.text in {"Monday", "late"}:
            token.entity = entity
    return context


@pytest.mark.parametrize(
    ("on", "entity", "follows", "content"),
    [
        ("on on IN prep 6", "DATE", "ferries ferry NNS nsubj 6", "ferries sank"),
        ("on on IN prep 6", "TIME", "ferries ferry NNS nsubj 6", "ferries sank"),
        ("on on IN prep 6", "ORG", "ferries ferry NNS nsubj 6", "on Monday ferries sank"),
        ("", "DATE", "ferries ferry NNS nsubj 5", "ferries sank"),
        ("on on IN prep 6", "DATE", "had have VBD aux 6", "on Monday had sank"),
        ("on on IN prep 6", "DATE", ", , , punct 6", "on Monday, sank"),
        (
            "boats boat NNS nsubj 6",
            "DATE",
            "ferries ferry NNS nsubj 6",
            "boats Monday ferries sank",
        ),
    ],
)
def test_a_day_right_after_the_cue_dates_the_utterance(
    on: str, entity: str, follows: str, content: str
) -> None:
    context = dated(on, entity=entity, follows=follows)
    assert texts(context, clause_after(context)) == [([content], "said", "She")]


@pytest.mark.parametrize(("far", "content"), [(1, "boats sank"), (2, "Monday boats sank")])
def test_a_day_farther_away_is_part_of_the_clause(far: int, content: str) -> None:
    adverbs = "\n".join(["again again RB advmod 2"] * far)
    context = context_of(f"""
        She      she    PRP nsubj 2
        said     say    VBD ROOT  2
        {adverbs}
        Monday   monday NNP npadvmod {5 + far}
        boats    boat   NNS nsubj {5 + far}
        sank     sink   VBD ccomp 2
        """)
    next(t for t in context.view.tokens if t.text == "Monday").entity = "DATE"
    ((found, _, _),) = texts(context, clause_after(context))
    assert found == [content]
