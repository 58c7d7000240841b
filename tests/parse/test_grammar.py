"""Verbs whose action did not happen ("stopped short of"), and definite nouns ("the mayor")."""

from __future__ import annotations

import pytest

from quotex.parse.grammar import (
    is_definite,
    is_familiar,
    is_fronted_participle,
    is_negated,
    is_plural,
    subject,
    withholding_words,
)
from quotex.parse.view import Token
from tests.quotations.rules.rows import tree

SHORT = "Holt holt NNP nsubj 2 / stopped stop VBD ROOT 2 / short short RB advmod 2 / "
UNDER: dict[str, tuple[str, str, list[str]]] = {
    "stopped short of": (
        SHORT + "of of IN prep 3 / denying deny VBG pcomp 4",
        "denying",
        ["stopped", "short", "of"],
    ),
    "stopped short of, hung on the verb": (
        SHORT + "of of IN prep 2 / denying deny VBG pcomp 4",
        "denying",
        ["stopped", "short", "of"],
    ),
    "refrained from": (
        (
            "Holt holt NNP nsubj 2 / refrained refrain VBD ROOT 2 / from from IN prep 2 / "
            "saying say VBG pcomp 3"
        ),
        "saying",
        ["refrained", "from"],
    ),
    "failed to": (
        (
            "Holt holt NNP nsubj 2 / failed fail VBD ROOT 2 / to to TO aux 4 / "
            "mention mention VB xcomp 2"
        ),
        "mention",
        ["failed"],
    ),
    "spoke of": (
        (
            "Holt holt NNP nsubj 2 / spoke speak VBD ROOT 2 / of of IN prep 2 / "
            "leaving leave VBG pcomp 3"
        ),
        "leaving",
        [],
    ),
    "hoped to": (
        "Holt holt NNP nsubj 2 / hoped hope VBD ROOT 2 / to to TO aux 4 / say say VB xcomp 2",
        "say",
        [],
    ),
    "stopped short": (SHORT + ", , , punct 2 / saying say VBG advcl 2", "saying", []),
    "the verb itself": ("Holt holt NNP nsubj 2 / failed fail VBD ROOT 2", "failed", []),
}
NEITHER = (
    "Holt holt NNP nsubj 3 / {lead} / confirmed confirm VBD ROOT 3 / {join} / "
    "denied deny VBD conj 3 / it it PRP dobj 5"
)


def word(rows: str, text: str) -> Token:
    return next(t for t in tree(rows).view.tokens if t.text == text)


@pytest.mark.parametrize(("rows", "text", "expected"), UNDER.values(), ids=UNDER)
def test_words_that_say_a_verb_is_not_done(rows: str, text: str, expected: list[str]) -> None:
    verb = word(rows, text)
    assert [t.text for t in withholding_words(verb)] == expected
    assert is_negated(verb) is bool(expected)


@pytest.mark.parametrize("text", ["confirmed", "denied"])
@pytest.mark.parametrize(
    ("lead", "join", "negated"),
    [
        ("neither neither CC preconj 3", "nor nor CC cc 3", True),
        ("first first RB advmod 3", "and and CC cc 3", False),
        ("both both CC preconj 3", "and and CC cc 3", False),
    ],
)
def test_one_of_a_negated_pair(text: str, lead: str, join: str, negated: bool) -> None:
    assert is_negated(word(NEITHER.format(lead=lead, join=join), text)) is negated


def test_subjects_of_refraining_verbs() -> None:
    rows, text, _ = UNDER["stopped short of"]
    found = subject(word(rows, text))
    assert found is not None
    assert found.text == "Holt"


@pytest.mark.parametrize(("noun", "speaks"), [("Holt holt NNP dobj 2", "Holt"), ("", "Roe")])
def test_who_is_quoted_as_saying(noun: str, speaks: str) -> None:
    rows = f"Roe roe NNP nsubj 2 / quoted quote VBD ROOT 2 / {noun or 'once once RB advmod 2'} / "
    found = subject(word(rows + "as as IN prep 2 / saying say VBG pcomp 4", "saying"))
    assert found is not None
    assert found.text == speaks


@pytest.mark.parametrize(
    ("rows", "fronted"),
    [
        ("Asked ask VBN advcl 3 / Holt holt NNP nsubj 3 / left leave VBD ROOT 3", True),
        ("Once once IN mark 2 / asked ask VBN advcl 3 / left leave VBD ROOT 3", False),
        ("Having have VBG aux 2 / asked ask VBN advcl 3 / left leave VBD ROOT 3", False),
        ("Left leave VBD ROOT 1 / asked ask VBN advcl 1", False),
        ("Asking ask VBG advcl 3 / Holt holt NNP nsubj 3 / left leave VBD ROOT 3", False),
    ],
)
def test_a_bare_participle_before_its_clause(rows: str, fronted: bool) -> None:
    verb = next(t for t in tree(rows).view.tokens if t.lemma == "ask")
    assert is_fronted_participle(verb) is fronted


@pytest.mark.parametrize(
    ("rows", "definite", "familiar"),
    [
        ("the the DT det 2 / mayor mayor NN ROOT 2", True, True),
        ("that that PRP det 2 / mayor mayor NN ROOT 2", True, True),
        ("her her PRP$ poss 2 / mayor mayor NN ROOT 2", False, True),
        ("a a DT det 2 / mayor mayor NN ROOT 2", False, False),
        ("my my PRP$ poss 2 / mayor mayor NN ROOT 2", False, False),
        ("mayor mayor NN ROOT 1 / the the DT det 1", False, False),
    ],
)
def test_definite_and_familiar_nouns(rows: str, definite: bool, familiar: bool) -> None:
    mayor = word(rows, "mayor")
    assert (is_definite(mayor), is_familiar(mayor)) == (definite, familiar)


def test_a_complementizer_does_not_make_a_noun_definite() -> None:
    assert not is_definite(word("that that IN mark 2 / mayor mayor NN ROOT 2", "mayor"))


@pytest.mark.parametrize(("tag", "plural"), [("NNS", True), ("NNPS", True), ("NN", False)])
def test_a_plural(tag: str, plural: bool) -> None:
    assert is_plural(word(f"boats boat {tag} ROOT 1", "boats")) is plural
