"""Noun phrases, and the kinds of speakers that they refer to."""

from __future__ import annotations

import pytest

from quotex.speakers.kinds import kind_of_name, kind_of_noun
from quotex.speakers.names.cluster import Cluster
from quotex.speakers.phrases import head_of, is_apposition, naming_words, plain
from tests.speakers.hand import article, word, words
from tests.trees import ENGLISH

WORDS = ENGLISH.speakers


@pytest.mark.parametrize(
    ("text", "phrase", "head"),
    [
        ("the/DT/det/2 mayor/NN/nsubj/3 slept/VBD", "the mayor", "mayor"),
        ("the/DT/det/2 mayor/NN/nsubj/3 slept/VBD", "the", "the"),
        ("Roe/NNP/dep/3 mayor/NN/nsubj/3 slept/VBD", "Roe mayor", "mayor"),
        ("Roe/NNP/dep/3 mayor/NN/obj/3 slept/VBD", "Roe mayor", "Roe"),
        ("mayor/NN/nsubj/2 slept/VBD", "mayor slept", "slept"),
    ],
)
def test_the_head_of_a_phrase(text: str, phrase: str, head: str) -> None:
    assert head_of(words(article(text).view, phrase)).text == head


@pytest.mark.parametrize(
    ("mark", "head"),
    [
        ("-/HYPH/nsubj/4", "author"),
        ("-/HYPH/punct/1", "author"),
        ("–/:/nsubj/4", "co"),
    ],
)
def test_the_head_of_words_that_hyphens_join(mark: str, head: str) -> None:
    view = article(f"co/NN/nsubj/4 {mark} author/NN/nsubj/4 slept/VBD").view
    assert head_of(view.tokens[:3]).text == head


@pytest.mark.parametrize(
    ("text", "phrase", "named"),
    [
        ("the/DT/det/2 mayor/NN/nsubj/3 slept/VBD", "the mayor", "mayor"),
        ("only/RB/advmod/3 the/DT/det/3 mayor/NN/x/4 slept/VBD", "only the mayor", "the mayor"),
        ("the/DT/det/3 only/RB/x/3 mayor/NN/x/4 slept/VBD", "the only mayor", "mayor"),
        ("the/DT/det/3 very/RB/x/3 mayor/NN/x/4 slept/VBD", "the very mayor", "very mayor"),
        ("only/JJ/amod/2 mayor/NN/x/3 slept/VBD", "only mayor", "only mayor"),
        ("that/IN/x/2 mayor/NN/x/3 slept/VBD", "that mayor", "that mayor"),
        ("no/DT/det/2 mayor/NN/x/3 slept/VBD", "no mayor", "no mayor"),
        ("this/DT/nsubj/2 slept/VBD", "this", "this"),
        # Descriptions are left out.
        (
            "mayor/NN/x/6 ,/,/x/1 a/DT/x/4 diver/NN/appos/1 ,/, slept/VBD",
            "mayor , a diver",
            "mayor",
        ),
        ("mayor/NN/x/4 a/DT/x/3 diver/NN/appos/1 slept/VBD", "mayor a diver", "mayor"),
        ("mayor/NN/x/4 who/WP/x/3 dives/VBZ/relcl/1 slept/VBD/x/4", "mayor who dives", "mayor"),
        # Without its clause, the pronoun would say nothing.
        (
            "those/DT/x/4 who/WP/x/3 dive/VBP/relcl/1 slept/VBD/x/4",
            "those who dive",
            "those who dive",
        ),
        (
            "mayor/NN/x/4 in/IN/prep/1 boots/NNS/pobj/2 slept/VBD",
            "mayor in boots",
            "mayor in boots",
        ),
        ("mayor/NN/x/3 —/: boots/NNS/nmod/1 slept/VBD", "mayor — boots", "mayor"),
        # A comma of an enumeration stays.
        (
            "mayor/NN/x/6 ,/,/x/1 diver/NN/conj/1 and/CC/x/3 cook/NN/conj/3 slept/VBD",
            "mayor , diver and cook",
            "mayor , diver and cook",
        ),
        (
            (
                "sales/NNS/x/8 ,/,/x/1 service/NN/conj/1 ,/,/x/3 and/CC/x/3 vice/NN/x/7 "
                "president/NN/conj/3 slept/VBD"
            ),
            "sales , service , and vice president",
            "sales , service , and vice president",
        ),
        (
            "mayor/NN/x/6 (/(/x/1 diver/NN/conj/1 and/CC/x/3 cook/NN/conj/3 slept/VBD",
            "mayor ( diver and cook",
            "mayor",
        ),
        ("mayor/NN/x/4 's/POS/case/1 !/./x/1 slept/VBD", "mayor 's !", "mayor"),
        ("'s/POS/x/2 slept/VBD", "'s", "'s"),
        # The name of a body right after its noun stays; what follows a plural or a comma does not.
        (
            (
                "aide/NN/x/6 for/IN/prep/1 charity/NN/pobj/2 Safe/NNP/compound/5 Water/NNP/appos/3 "
                "slept/VBD"
            ),
            "aide for charity Safe Water",
            "aide for charity Safe Water",
        ),
        (
            (
                "aide/NN/x/6 for/IN/prep/1 piers/NNS/pobj/2 Safe/NNP/compound/5 Water/NNP/appos/3 "
                "slept/VBD"
            ),
            "aide for piers Safe Water",
            "aide for piers",
        ),
        (
            "aide/NN/x/6 for/IN/prep/1 charity/NN/pobj/2 ,/,/x/3 Water/NNP/appos/3 slept/VBD",
            "aide for charity , Water",
            "aide for charity",
        ),
    ],
)
def test_naming_words(text: str, phrase: str, named: str) -> None:
    found = naming_words(words(article(text).view, phrase))
    assert " ".join(t.text for t in found) == named


@pytest.mark.parametrize(
    ("label", "named"), [("DATE", "mayor"), ("TIME", "mayor"), ("GPE", "mayor on Monday")]
)
def test_a_time_is_not_part_of_a_name(label: str, named: str) -> None:
    text = "mayor/NN/x/4 on/IN/prep/1 Monday/NNP/pobj/2 slept/VBD"
    view = article(text, names={"Monday": label}).view
    assert " ".join(t.text for t in naming_words(words(view, "mayor on Monday"))) == named
    view = article(text.replace("prep", "x"), names={"Monday": label}).view
    assert len(naming_words(words(view, "mayor on Monday"))) == 3


def test_plain_text() -> None:
    view = article("the/DT mayor/NN slept/VBD").view
    assert plain(view, view.tokens) == "the mayor slept"
    view.text = view.text.replace(" ", "\n")
    assert plain(view, view.tokens[:2]) == "the mayor"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Roe/NNP/x/5 ,/, mayor/NN/appos/1 ,/, slept/VBD", True),
        ("Roe/NNP/x/5 ,/, mayor/NN/appos/1 yesterday/NN slept/VBD", True),
        ("Roe/NNP/x/4 ,/, mayor/NN/appos/1 slept/VBD", False),
        ("Roe/NNP/x/4 ,/, mayor/NN/appos/1 must/MD sleep/VB", False),
        ("Roe/NNP/x/4 ,/, mayor/NN/appos/1 sleeping/VBG", True),
        ("it/PRP met/VBD Roe/NNP mayor/NN/appos/3", True),
        ("mayor/NN/appos/3 ,/, Roe/NNP/x/4 slept/VBD", False),
    ],
)
def test_what_may_be_an_apposition(text: str, is_one: bool) -> None:
    view = article(text, "slept/VBD").view
    assert is_apposition(view, word(view, "mayor")) is is_one


@pytest.mark.parametrize(
    ("name", "label", "kind"),
    [
        ("Ada Roe", "PERSON", "person"),
        ("Roe and Lind", "JOINT", "group"),
        ("Norway", "GPE", "government"),
        ("Pier", "FAC", "government"),
        ("Lundby Council", "ORG", "government"),
        ("Council Lundby", "ORG", "organization"),
        ("Ministry of Defence", "ORG", "government"),
        ("Department for Education", "ORG", "government"),
        ("House of Commons", "ORG", "government"),
        ("Foreign Office", "ORG", "government"),
        ("Council of Churches", "ORG", "organization"),
        ("Institute for Government Studies", "ORG", "organization"),
    ],
)
def test_the_kind_of_a_name(name: str, label: str, kind: str) -> None:
    assert kind_of_name(Cluster(0, name, label), WORDS) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("report/NN/x/2 slept/VBD", "document"),
        ("reports/NNS/x/2/report slept/VBD", "document"),
        ("council/NN/x/2 slept/VBD", "government"),
        ("divers/NNS/x/2/diver slept/VBD", "group"),
        ("divers/NNPS/x/2/diver slept/VBD", "group"),
        ("some/DT/x/2 slept/VBD", "group"),
        ("mayor/NN/x/2 slept/VBD", "person"),
        ("firm/NN/x/2 slept/VBD", "organization"),
        ("crowd/NN/x/2 slept/VBD", "group"),
        ("pier/NN/x/2 slept/VBD", "unknown"),
        ("pier/NN/x/4 and/CC boat/NN/conj/1 slept/VBD", "group"),
    ],
)
def test_the_kind_of_a_noun(text: str, kind: str) -> None:
    assert kind_of_noun(article(text).view.tokens[0], WORDS) == kind
