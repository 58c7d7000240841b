"""What the article calls somebody, and who an office then refers to."""

from __future__ import annotations

import pytest

from quotex.parse.view import View
from quotex.quotations.context import Context
from quotex.speakers.mentions.epithets import is_epithet
from quotex.speakers.mentions.learned_roles import learn_roles
from quotex.speakers.mentions.offices import OfficeHolders, Offices
from quotex.speakers.mentions.roles import modifiers, stated_role
from quotex.speakers.names.cluster import Cluster
from tests.speakers.hand import article, named, word
from tests.trees import ENGLISH

WORDS = ENGLISH.speakers

PEOPLE = {
    "Ada Roe": "PERSON",
    "Tom Ellery": "PERSON",
    "Bo Lind": "PERSON",
    "Lundby Board": "ORG",
    "Norway": "GPE",
}
ROE_IS = "Ada/NNP/compound/2 Roe/NNP/nsubj/3 is/VBZ/ROOT/3/be"
ELLERY_IS = "Tom/NNP/compound/2 Ellery/NNP/nsubj/3 is/VBZ/ROOT/3/be"
THE_MAYOR = "the/DT/det/2 mayor/NN/nsubj/3 woke/VBD"


def roles(*sentences: str) -> list[tuple[str, set[str]]]:
    """Return what the article calls the first person whom it names."""
    context = article("It/PRP rained/VBD ./.", *sentences, names=PEOPLE)
    names = named(context)
    learned = learn_roles(context.view, ENGLISH, names.clusters)
    return [(role.noun, set(role.modifiers)) for role in learned.of[0]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Before a name.
        ("Mayor/NNP/compound/3/mayor Ada/NNP/compound/3 Roe/NNP slept/VBD", [("mayor", set())]),
        ("Sen./NNP/compound/3 Ada/NNP/compound/3 Roe/NNP slept/VBD", [("senator", set())]),
        (
            "Lundby/NNP Mayor/NNP/compound/4/mayor Ada/NNP/compound/4 Roe/NNP slept/VBD",
            [("mayor", {"lundby"})],
        ),
        (
            "Secretary/NNP/x/5/secretary of/IN State/NNP Ada/NNP/x/5 Roe/NNP slept/VBD",
            [("secretary", {"of", "state"})],
        ),
        ("of/IN State/NNP Ada/NNP/compound/4 Roe/NNP slept/VBD", []),
        ("the/DT mayor/NN Ada/NNP/compound/4 Roe/NNP slept/VBD", [("mayor", set())]),
        ("mayor/NN met/VBD Ada/NNP/compound/4 Roe/NNP", []),
        ("pier/NN Ada/NNP/compound/3 Roe/NNP slept/VBD", []),
        (
            "mayor/NN b/NN c/NN d/NN e/NN f/NN Ada/NNP/compound/8 Roe/NNP slept/VBD",
            [("mayor", {"b", "c", "d", "e", "f"})],
        ),
        ("mayor/NN b/NN c/NN d/NN e/NN f/NN g/NN Ada/NNP/compound/9 Roe/NNP slept/VBD", []),
        (
            "captain/NN mayor/NN Ada/NNP/compound/4 Roe/NNP slept/VBD",
            [("mayor", {"captain"})],
        ),
        # Beside a name.
        (
            "Ada/NNP/compound/2 Roe/NNP/nsubj/7 ,/, the/DT/det/5 mayor/NN/appos/2 ,/, slept/VBD",
            [("mayor", set())],
        ),
        (
            "Ada/NNP/compound/2 Roe/NNP/nsubj/6 ,/, the/DT/det/5 mayor/NN/appos/2 slept/VBD",
            [],
        ),
        (
            "It/PRP met/VBD Ada/NNP/compound/4 Roe/NNP/dobj/2 ,/, the/DT/det/7 mayor/NN/appos/4",
            [("mayor", set())],
        ),
        (
            "the/DT/det/2 mayor/NN/nsubj/6 ,/, Ada/NNP/compound/5 Roe/NNP/appos/2 ,/, slept/VBD",
            [("mayor", set())],
        ),
        (
            "the/DT/det/2 mayor/VBN/nsubj/6 ,/, Ada/NNP/compound/5 Roe/NNP/appos/2 ,/, slept/VBD",
            [],
        ),
        (
            (
                "It/PRP met/VBD Ada/NNP/compound/4 Roe/NNP/dobj/2 ,/, the/DT mayor/NN/appos/4 "
                "and/CC captain/NN/conj/7 ./."
            ),
            [("mayor", set()), ("captain", set())],
        ),
        (
            "It/PRP met/VBD Ada/NNP/compound/4 Roe/NNP/dobj/2 ,/, a/DT pier/NN/appos/4 ./.",
            [],
        ),
        # By a predicate.
        (
            f"{ROE_IS} the/DT/det/5 mayor/NN/attr/3",
            [("mayor", set())],
        ),
        (
            "the/DT/det/2 mayor/NN/nsubj/3 is/VBZ/ROOT/3/be Ada/NNP/compound/5 Roe/NNP/attr/3",
            [("mayor", set())],
        ),
        ("Ada/NNP/compound/2 Roe/NNP/nsubj/3 met/VBD the/DT/det/5 mayor/NN/attr/3", []),
        ("Ada/NNP/compound/2 Roe/NNP/dobj/3 is/VBZ/ROOT/3/be the/DT/det/5 mayor/NN/attr/3", []),
        # By a seat.
        ("Ada/NNP/compound/2 Roe/NNP (/( R-Ohio/NNP )/) slept/VBD", [("republican", {"ohio"})]),
        (
            "Sen./NNP/compound/3 Ada/NNP/compound/3 Roe/NNP (/( D-Mass./NNP )/) slept/VBD",
            [("senator", set()), ("democrat", {"massachusetts"}), ("senator", {"massachusetts"})],
        ),
        ("Ada/NNP/compound/2 Roe/NNP (/( R-Lundby/NNP )/) slept/VBD", []),
        ("Ada/NNP/compound/2 Roe/NNP (/( X-Ohio/NNP )/) slept/VBD", []),
        ("Ada/NNP/compound/2 Roe/NNP (/( Ohio/NNP )/) slept/VBD", []),
        # Each once.
        (
            (
                "mayor/NN/compound/3 Ada/NNP/compound/3 Roe/NNP/nsubj/4 is/VBZ/ROOT/4/be "
                "the/DT/det/6 mayor/NN/attr/4"
            ),
            [("mayor", set())],
        ),
        # Nouns for people do not apply to an organization.
        (
            "Lundby/NNP/compound/2 Board/NNP/nsubj/3 is/VBZ/ROOT/3/be the/DT/det/5 firm/NN/attr/3",
            [("firm", set())],
        ),
        (
            "Lundby/NNP/compound/2 Board/NNP/nsubj/3 is/VBZ/ROOT/3/be the/DT/det/5 court/NN/attr/3",
            [("court", set())],
        ),
        ("mayor/NN Lundby/NNP/compound/3 Board/NNP/nsubj/4 slept/VBD", []),
        (
            "Lundby/NNP/compound/2 Board/NNP/nsubj/3 is/VBZ/ROOT/3/be the/DT/det/5 mayor/NN/attr/3",
            [],
        ),
        (f"{ROE_IS} the/DT/det/5 firm/NN/attr/3", []),
        ("Norway/NNP/nsubj/2 is/VBZ/ROOT/2/be the/DT/det/4 firm/NN/attr/2", []),
    ],
)
def test_what_the_article_calls_somebody(text: str, found: list[tuple[str, set[str]]]) -> None:
    assert roles(text) == found


def test_an_office_at_the_beginning_of_an_article() -> None:
    view = article("mayor/NN Ada/NNP/compound/3 Roe/NNP slept/VBD").view
    cluster = Cluster(0, "Ada Roe", "PERSON", ((1, 3),))
    assert [r.noun for r in learn_roles(view, ENGLISH, [cluster]).of[0]] == ["mayor"]
    view = article("of/IN mayor/NN Ada/NNP/compound/4 Roe/NNP slept/VBD").view
    cluster = Cluster(0, "Ada Roe", "PERSON", ((2, 4),))
    (role,) = learn_roles(view, ENGLISH, [cluster]).of[0]
    assert role.modifiers == frozenset()


@pytest.mark.parametrize(
    ("noun", "gender"),
    [("actress", "f"), ("spokesman", "m"), ("mayor", None)],
)
def test_a_role_may_show_a_gender(noun: str, gender: str | None) -> None:
    text = f"{noun}/NN Bo/NNP/compound/3 Roe/NNP slept/VBD"
    view = article("It/PRP rained/VBD", text).view
    cluster = Cluster(7, "Bo Roe", "PERSON", ((3, 5),))
    assert learn_roles(view, ENGLISH, [cluster]).genders == ({7: gender} if gender else {})
    known = Cluster(7, "Bo Roe", "PERSON", ((3, 5),), "m")
    assert learn_roles(view, ENGLISH, [known]).genders == {}


def test_the_first_role_that_shows_a_gender_counts() -> None:
    text = (
        "actress/NN Bo/NNP/compound/3 Roe/NNP/nsubj/4 is/VBZ/ROOT/4/be the/DT/det/6 king/NN/attr/4"
    )
    view = article(text).view
    cluster = Cluster(0, "Bo Roe", "PERSON", ((1, 3),))
    assert learn_roles(view, ENGLISH, [cluster]).genders == {0: "m"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the/DT/det/3 big/JJ/amod/3 mayor/NN/nsubj/4 slept/VBD", {"big"}),
        ("the/DT/det/2 mayor/NN/nsubj/3 big/JJ/amod/2 slept/VBD", set()),
        (
            "the/DT/det/2 mayor/NN/x/7 of/IN/prep/2 old/JJ/amod/5 Lundby/NNP/pobj/3 ,/, slept/VBD",
            {"old", "lundby"},
        ),
        ("Lundby/NNP/poss/3 's/POS/case/1 mayor/NN/nsubj/4 slept/VBD", {"lundby"}),
        ("very/RB/advmod/2 old/JJ/amod/3 mayor/NN/nsubj/4 slept/VBD", {"old"}),
    ],
)
def test_what_modifies_a_noun(text: str, found: set[str]) -> None:
    assert modifiers(word(article(text).view, "mayor")) == found


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Lundby/NNP/compound/4 mayor/NN/compound/4 Ada/NNP Roe/NNP slept/VBD", "Lundby mayor"),
        ("the/DT/det/4 mayor/NN/appos/4 Ada/NNP/compound/4 Roe/NNP slept/VBD", None),
        ("mayor/NN/compound/3 Ada/NNP Roe/NNP slept/VBD", "mayor"),
        (
            "Ada/NNP/compound/2 Roe/NNP/nsubj/7 ,/, the/DT/det/5 mayor/NN/appos/2 ,/, slept/VBD",
            "the mayor",
        ),
        (
            "Ada/NNP/compound/2 Roe/NNP/nsubj/7 ,/, the/DT/det/5 mayor/JJ/appos/2 ,/, slept/VBD",
            None,
        ),
        ("Ada/NNP/compound/2 Roe/NNP/nsubj/5 ,/, mayor/NN/appos/2 slept/VBD", None),
        (
            "Ada/NNP/compound/2 Roe/NNP/nsubj/5 mayor/NN/nmod/2 ,/, slept/VBD",
            None,
        ),
        # An owner, with an office and without one.
        (
            "Lundby/NNP/poss/3 's/POS/case/1 mayor/NN/compound/5 Ada/NNP Roe/NNP slept/VBD",
            "Lundby's mayor",
        ),
        ("Lundby/NNP/poss/4 's/POS/case/1 Ada/NNP/compound/4 Roe/NNP slept/VBD", None),
        # A noun that a name is an apposition to.
        (
            "the/DT/det/2 mayor/NN/nsubj/7 ,/, Ada/NNP/compound/5 Roe/NNP/appos/2 ,/, slept/VBD",
            "the mayor",
        ),
        ("the/DT/det/2 boat/NN/nsubj/7 ,/, Ada/NNP/compound/5 Roe/NNP/appos/2 ,/, slept/VBD", None),
    ],
)
def test_the_role_in_the_words_of_the_text(text: str, role: str | None) -> None:
    view = article("It/PRP rained/VBD", text).view
    last = word(view, "Roe").i + 1
    runs = ((last - 2, last),)
    assert stated_role(Cluster(0, "Ada Roe", "PERSON", runs), view, WORDS) == role
    assert stated_role(Cluster(0, "Ada Roe", "ORG", runs), view, WORDS) is None


def test_neither_a_day_nor_a_name_is_a_role() -> None:
    text = "Monday/NNP/compound/3 Ada/NNP/compound/3 Roe/NNP slept/VBD"
    view = article(text, names={"Monday": "DATE"}).view
    assert stated_role(Cluster(0, "Ada Roe", "PERSON", ((1, 3),)), view, WORDS) is None
    text = "Ada/NNP/compound/2 Roe/NNP/nsubj/5 ,/, Ellery/NNP/appos/2 ,/, slept/VBD"
    cluster = Cluster(0, "Ada Roe", "PERSON", ((0, 2),))
    assert stated_role(cluster, article(text).view, WORDS) == "Ellery"
    assert stated_role(cluster, article(text, names={"Ellery": "PERSON"}).view, WORDS) is None


def offices(context: Context) -> Offices:
    clusters = named(context).clusters
    return Offices(context.view, ENGLISH, clusters, learn_roles(context.view, ENGLISH, clusters))


def holder(view_of: Context, text: str) -> str | None:
    noun = [t for t in view_of.view.tokens if t.text == text][-1]
    bound = offices(view_of).holder(noun)
    return bound.cluster.name if bound is not None else None


@pytest.mark.parametrize(
    ("sentences", "asked", "found"),
    [
        ([f"{ROE_IS} a/DT mayor/NN/attr/3"], THE_MAYOR, "Ada Roe"),
        ([f"{ROE_IS} a/DT mayor/NN/attr/3"], "a/DT/det/2 mayor/NN/nsubj/3 woke/VBD", None),
        ([f"{ROE_IS} a/DT mayor/NN/attr/3"], "the/DT/det/2 mayor/NNS/nsubj/3 woke/VBD", None),
        ([f"{ROE_IS} a/DT captain/NN/attr/3"], THE_MAYOR, None),
        # Ranks make it another office; "former" does so only if the noun phrase has it.
        ([f"{ROE_IS} vice/NN/compound/5 mayor/NN/attr/3"], THE_MAYOR, None),
        ([f"{ROE_IS} former/JJ/amod/5 mayor/NN/attr/3"], THE_MAYOR, "Ada Roe"),
        (
            [f"{ROE_IS} former/JJ/amod/5 mayor/NN/attr/3"],
            "the/DT/det/3 former/JJ/amod/3 mayor/NN/nsubj/4 woke/VBD",
            "Ada Roe",
        ),
        (
            [f"{ROE_IS} a/DT mayor/NN/attr/3"],
            "the/DT/det/3 former/JJ/amod/3 mayor/NN/nsubj/4 woke/VBD",
            None,
        ),
        # Places agree, or one is not given.
        ([f"{ROE_IS} Lundby/NNP/compound/5 mayor/NN/attr/3"], THE_MAYOR, "Ada Roe"),
        (
            [f"{ROE_IS} Lundby/NNP/compound/5 mayor/NN/attr/3"],
            "the/DT/det/3 Skarvik/NNP/compound/3 mayor/NN/nsubj/4 woke/VBD",
            None,
        ),
        (
            [f"{ROE_IS} Lundby/NNP/compound/5 mayor/NN/attr/3"],
            "the/DT/det/4 old/JJ/amod/4 Lundby/NNP/compound/4 mayor/NN/nsubj/5 woke/VBD",
            "Ada Roe",
        ),
        (
            [f"{ROE_IS} a/DT mayor/NN/attr/3"],
            "the/DT/det/3 Skarvik/NNP/compound/3 mayor/NN/nsubj/4 woke/VBD",
            "Ada Roe",
        ),
        # The best fit comes first, then the one last named.
        (
            [
                f"{ROE_IS} Lundby/NNP/compound/5 mayor/NN/attr/3",
                f"{ELLERY_IS} a/DT mayor/NN/attr/3",
            ],
            "the/DT/det/3 Lundby/NNP/compound/3 mayor/NN/nsubj/4 woke/VBD",
            "Ada Roe",
        ),
        (
            [f"{ROE_IS} a/DT mayor/NN/attr/3", f"{ELLERY_IS} a/DT mayor/NN/attr/3"],
            THE_MAYOR,
            "Tom Ellery",
        ),
        # A member of a party belongs to a place, if the noun names one.
        (
            [f"{ROE_IS} a/DT republican/NN/attr/3"],
            "the/DT/det/2 republican/NN/nsubj/3 woke/VBD",
            "Ada Roe",
        ),
        (
            [f"{ROE_IS} a/DT republican/NN/attr/3"],
            "the/DT/det/3 Ohio/NNP/compound/3 republican/NN/nsubj/4 woke/VBD",
            None,
        ),
        (
            [f"{ROE_IS} Ohio/NNP/compound/5 republican/NN/attr/3"],
            "the/DT/det/3 Ohio/NNP/compound/3 republican/NN/nsubj/4 woke/VBD",
            "Ada Roe",
        ),
        # Nobody before being named.
        ([], "the/DT/det/2 mayor/NN/nsubj/3 met/VBD mayor/NN Ada/NNP/compound/6 Roe/NNP", None),
    ],
)
def test_who_holds_an_office(sentences: list[str], asked: str, found: str | None) -> None:
    context = article("It/PRP rained/VBD", *sentences, asked, names=PEOPLE)
    noun = next(t for t in context.view.tokens if t.dep == "nsubj" and t.pos == "NOUN")
    bound = offices(context).holder(noun)
    assert (bound.cluster.name if bound is not None else None) == found


@pytest.mark.parametrize(("paragraphs", "found"), [(3, "Tom Ellery"), (4, None)])
def test_of_two_only_one_named_nearby(paragraphs: int, found: str | None) -> None:
    sentences = [
        f"{ROE_IS} a/DT mayor/NN/attr/3",
        f"{ELLERY_IS} a/DT mayor/NN/attr/3",
    ]
    gap = ["¶", "It/PRP rained/VBD"] * (paragraphs - 1)
    context = article(*sentences, *gap, "¶", THE_MAYOR, names=PEOPLE)
    assert holder(context, "mayor") == found
    # The only holder of the office, however far away.
    context = article(sentences[0], *gap, "¶", "¶", THE_MAYOR, names=PEOPLE)
    assert holder(context, "mayor") == "Ada Roe"


def test_the_holders_of_an_office_by_place() -> None:
    one = Cluster(0, "Ada Roe", "PERSON", ((5, 7), (20, 21)))
    two = Cluster(1, "Tom Ellery", "PERSON", ((2, 4), (10, 11)))
    holders = OfficeHolders([one, two])
    assert [len(holders.named_before(i)) for i in (2, 3, 5, 6, 30)] == [0, 1, 1, 2, 2]
    assert holders.last_named_before(5) == (2, two)
    assert holders.last_named_before(6) == (5, one)
    assert holders.last_named_before(20) == (10, two)
    assert holders.last_named_before(21) == (20, one)


@pytest.mark.parametrize(
    ("text", "noun", "is_one"),
    [
        ("the/DT/det/3 former/JJ/amod/3 mayor/NN slept/VBD", "mayor", True),
        ("a/DT/det/3 former/JJ/amod/3 mayor/NN slept/VBD", "mayor", False),
        ("the/DT/det/3 former/JJ/amod/3 mayor/NNS slept/VBD", "mayor", False),
        ("the/DT/det/3 former/JJ/amod/3 pier/NN slept/VBD", "pier", False),
        ("the/DT/det/3 34-year-old/JJ/amod/3 mayor/NN slept/VBD", "mayor", True),
        ("the/DT/det/3 34-year/NN/nmod/3 mayor/NN slept/VBD", "mayor", True),
        ("the/DT/det/3 big/JJ/amod/3 mayor/NN slept/VBD", "mayor", False),
        ("the/DT/det/2 mayor/NN former/JJ/amod/2 slept/VBD", "mayor", False),
        ("the/DT/det/3 34-year/NN/npadvmod/3 old/NN slept/VBD", "old", True),
        ("a/DT/det/3 34-year/NN/npadvmod/3 old/NN slept/VBD", "old", False),
        ("the/DT/det/3 34-year/NN/amod/3 old/NN slept/VBD", "old", False),
        ("the/DT/det/3 34-year/NN/npadvmod/3 pier/NN slept/VBD", "pier", False),
    ],
)
def test_epithets(text: str, noun: str, is_one: bool) -> None:
    view: View = article(text).view
    assert is_epithet(word(view, noun), ENGLISH.speakers) is is_one
