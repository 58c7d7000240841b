"""Nouns and adjectives as cues: whose they are, and what depends on them."""

from __future__ import annotations

import pytest

from quotex.quotations.rules.nominal import adjective_cue, noun_cue
from tests.quotations.rules.rows import tree
from tests.trees import Found, texts

THAT = "that that IN mark {verb} / it it PRP nsubj {verb} / rained rain VBD {dep} {head}"
NOUN: dict[str, tuple[str, list[Found]]] = {
    "the subject of the verb whose object it is": (
        "Holt holt NNP nsubj 2 / made make VBD ROOT 2 / claims claim NNS dobj 2 / "
        + THAT.format(verb=6, dep="acl", head=3),
        [(["that it rained"], "claims", "Holt")],
    ),
    "no subject, no source": (
        "Made make VBD ROOT 1 / claims claim NNS dobj 1 / "
        + THAT.format(verb=5, dep="acl", head=2),
        [(["that it rained"], "claims", "")],
    ),
    "the object of a noun": (
        "Roe roe NNP ROOT 1 / claims claim NNS dobj 1 / " + THAT.format(verb=5, dep="acl", head=2),
        [(["that it rained"], "claims", "")],
    ),
    "under a preposition of means": (
        "Holt holt NNP nsubj 2 / spoke speak VBD ROOT 2 / with with IN prep 2 / "
        "claims claim NNS pobj 3 / " + THAT.format(verb=7, dep="acl", head=4),
        [(["that it rained"], "claims", "Holt")],
    ),
    "under a preposition of company on an object": (
        "Holt holt NNP nsubj 2 / drew draw VBD ROOT 2 / fire fire NN dobj 2 / "
        "with with IN prep 3 / claims claim NNS pobj 4 / " + THAT.format(verb=8, dep="acl", head=5),
        [(["that it rained"], "claims", "Holt")],
    ),
    "under another preposition on an object": (
        "Holt holt NNP nsubj 2 / drew draw VBD ROOT 2 / fire fire NN dobj 2 / "
        "of of IN prep 3 / claims claim NNS pobj 4 / " + THAT.format(verb=8, dep="acl", head=5),
        [(["that it rained"], "claims", "")],
    ),
    "under another preposition": (
        "Holt holt NNP nsubj 2 / spoke speak VBD ROOT 2 / at at IN prep 2 / "
        "claims claim NNS pobj 3 / " + THAT.format(verb=7, dep="acl", head=4),
        [(["that it rained"], "claims", "")],
    ),
    "under a preposition on a noun": (
        "Men man NNS ROOT 1 / with with IN prep 1 / claims claim NNS pobj 2 / "
        + THAT.format(verb=6, dep="acl", head=3),
        [(["that it rained"], "claims", "")],
    ),
    "in the passive, its agent": (
        "Claims claim NNS nsubjpass 3 / were be VBD auxpass 3 / made make VBN ROOT 3 / "
        "by by IN agent 3 / Holt holt NNP pobj 4 / " + THAT.format(verb=8, dep="ccomp", head=3),
        [(["that it rained"], "Claims", "Holt")],
    ),
    "from whom it came": (
        "Claims claim NNS nsubj 5 / " + THAT.format(verb=4, dep="acl", head=1) + " / "
        "came come VBD ROOT 5 / from from IN prep 5 / Holt holt NNP pobj 6",
        [(["that it rained"], "Claims", "Holt")],
    ),
    "from whom it came, told behind": (
        "Claims claim NNS nsubj 2 / came come VBD ROOT 2 / from from IN prep 2 / "
        "Holt holt NNP pobj 3 / " + THAT.format(verb=7, dep="ccomp", head=2),
        [(["that it rained"], "Claims", "Holt")],
    ),
    "from whom it came, read as a relative clause": (
        (
            "Claims claim NNS nsubj 6 / that that WDT dobj 5 / it it PRP nsubj 5 / "
            "could could MD aux 5 / fall fall VB relcl 1 / "
            "came come VBD ROOT 6 / from from IN prep 6 / Holt holt NNP pobj 7"
        ),
        [(["that it could fall"], "Claims", "Holt")],
    ),
    "from somebody, with a relative clause": (
        (
            "Claims claim NNS nsubj 6 / that that WDT dobj 5 / it it PRP nsubj 5 / "
            "had have VBD aux 5 / lost lose VBN relcl 1 / "
            "came come VBD ROOT 6 / from from IN prep 6 / Holt holt NNP pobj 7"
        ),
        [],
    ),
    "which came to nobody's knowledge": (
        (
            "Claims claim NNS nsubj 6 / that that WDT dobj 5 / it it PRP nsubj 5 / "
            "could could MD aux 5 / fall fall VB relcl 1 / "
            "came come VBD ROOT 6 / to to IN prep 6 / light light NN pobj 7"
        ),
        [],
    ),
    "behind the preposition of the verb": (
        (
            "Holt holt NNP nsubj 2 / renewed renew VBD ROOT 2 / calls call NNS dobj 2 / "
            "for for IN prep 2 / rain rain NN pobj 4"
        ),
        [(["rain"], "calls", "Holt")],
    ),
    "of hearsay, under a verb that does not claim": (
        (
            "Holt holt NNP nsubj 2 / fuelled fuel VBD ROOT 2 / rumours rumour NNS dobj 2 / "
            "of of IN prep 3 / rain rain NN pobj 4"
        ),
        [(["rain"], "rumours", "")],
    ),
    "of hearsay, with a mere topic": (
        (
            "Holt holt NNP nsubj 2 / heard hear VBD ROOT 2 / complaints complaint NNS dobj 2 / "
            "about about IN prep 3 / rain rain NN pobj 4"
        ),
        [],
    ),
    "of no hearsay, with nobody": (
        (
            "Rain rain NN nsubj 2 / met meet VBD ROOT 2 / criticism criticism NN dobj 2 / "
            "of of IN prep 3 / plans plan NNS pobj 4"
        ),
        [(["plans"], "criticism", "Rain")],
    ),
    "with an infinitive that has a subject": (
        (
            "Holt holt NNP poss 3 / 's 's POS case 1 / call call NN ROOT 3 / for for IN mark 7 / "
            "Roe roe NNP nsubj 7 / to to TO aux 7 / go go VB acl 3"
        ),
        [(["for Roe to go"], "call", "Holt")],
    ),
    "a clause without its complementizer on a noun": (
        (
            "Holt holt NNP poss 3 / 's 's POS case 1 / claim claim NN ROOT 3 / it it PRP nsubj 5 / "
            "rained rain VBD relcl 3"
        ),
        [],
    ),
    "a complement clause without a complementizer": (
        (
            "Holt holt NNP poss 3 / 's 's POS case 1 / claim claim NN ROOT 3 / it it PRP nsubj 5 / "
            "rained rain VBD ccomp 3"
        ),
        [(["it rained"], "claim", "Holt")],
    ),
    "an infinitive": (
        (
            "Holt holt NNP poss 3 / 's 's POS case 1 / refusal refusal NN ROOT 3 / "
            "to to TO aux 5 / "
            "pay pay VB acl 3"
        ),
        [(["to pay"], "refusal", "Holt")],
    ),
    "an infinitive of a noun of clauses": (
        (
            "Holt holt NNP poss 3 / 's 's POS case 1 / fear fear NN ROOT 3 / to to TO aux 5 / "
            "pay pay VB acl 3"
        ),
        [],
    ),
    "a verb under a noun of infinitives": (
        "Holt holt NNP poss 3 / 's 's POS case 1 / refusal refusal NN ROOT 3 / pay pay VB acl 3",
        [],
    ),
    "a preposition that it takes": (
        (
            "Holt holt NNP poss 3 / 's 's POS case 1 / fear fear NN ROOT 3 / of of IN prep 3 / "
            "rain rain NN pobj 4"
        ),
        [(["rain"], "fear", "Holt")],
    ),
    "a preposition that it does not take": (
        (
            "Holt holt NNP poss 3 / 's 's POS case 1 / fear fear NN ROOT 3 / at at IN prep 3 / "
            "sea sea NN pobj 4"
        ),
        [],
    ),
    "content that is a bare pronoun": (
        (
            "Holt holt NNP poss 3 / 's 's POS case 1 / fear fear NN ROOT 3 / of of IN prep 3 / "
            "it it PRP pobj 4"
        ),
        [],
    ),
}
ADJECTIVE: dict[str, tuple[str, list[Found]]] = {
    "after a form of be": (
        (
            "Holt holt NNP nsubj 2 / is be VBZ ROOT 2 / glad glad JJ acomp 2 / it it PRP nsubj 5 / "
            "rained rain VBD ccomp 3"
        ),
        [(["it rained"], "is glad", "Holt")],
    ),
    "without a subject": (
        "Is be VBZ ROOT 1 / glad glad JJ acomp 1 / it it PRP nsubj 4 / rained rain VBD ccomp 2",
        [],
    ),
    "before a noun": (
        (
            "Holt holt NNP nsubj 2 / is be VBZ ROOT 2 / glad glad JJ amod 2 / it it PRP nsubj 5 / "
            "rained rain VBD ccomp 3"
        ),
        [],
    ),
    "as a verdict": (
        (
            "Holt holt NNP nsubj 2 / seems seem VBZ ROOT 2 / glad glad JJ oprd 2 / "
            "it it PRP nsubj 5 / "
            "rained rain VBD ccomp 3"
        ),
        [(["it rained"], "seems glad", "Holt")],
    ),
    "with a preposition": (
        (
            "Holt holt NNP nsubj 2 / is be VBZ ROOT 2 / critical critical JJ acomp 2 / "
            "of of IN prep 3 / "
            "plans plan NNS pobj 4"
        ),
        [(["plans"], "is critical", "Holt")],
    ),
    "that is not listed": (
        (
            "Holt holt NNP nsubj 2 / is be VBZ ROOT 2 / blue blue JJ acomp 2 / it it PRP nsubj 5 / "
            "rained rain VBD ccomp 3"
        ),
        [],
    ),
}


@pytest.mark.parametrize(("table", "expected"), NOUN.values(), ids=NOUN)
def test_noun(table: str, expected: list[Found]) -> None:
    context = tree(table)
    assert texts(context, noun_cue(context)) == expected


@pytest.mark.parametrize(("table", "expected"), ADJECTIVE.values(), ids=ADJECTIVE)
def test_adjective(table: str, expected: list[Found]) -> None:
    context = tree(table)
    assert texts(context, adjective_cue(context)) == expected
