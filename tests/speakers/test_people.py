"""Which runs of tokens name a person."""

from __future__ import annotations

import pytest

from quotex.parse.view import View
from quotex.speakers.names.misread import trimmed
from quotex.speakers.names.people import PersonFinder
from tests.speakers.hand import article, as_names, entity, words
from tests.trees import ENGLISH


def finder(view: View) -> PersonFinder:
    return PersonFinder(view, ENGLISH)


@pytest.mark.parametrize(
    ("name", "label", "is_pair"),
    [
        ("Roe - Lind", "PERSON", True),
        ("Roe - Lind", "ORG", True),
        ("Ada Roe - Lind", "PERSON", False),
        ("Ada Roe – Lind", "PERSON", False),
        ("Ada Roe - Lind", "ORG", True),
        ("Roe - lind", "PERSON", False),
        ("Ada Roe ; Lind", "PERSON", True),
        ("Ada Roe vs. Lind", "PERSON", True),
        ("Roe : lind", "PERSON", True),
        ("Ada Roe", "PERSON", False),
        ("Ada Roe -", "ORG", False),
        ("- Ada Roe", "ORG", False),
    ],
)
def test_two_names_that_are_taken_for_one(name: str, label: str, is_pair: bool) -> None:
    view = article(f"{as_names(name)} met/VBD").view
    assert finder(view).is_pair(entity(view, name, label)) is is_pair


@pytest.mark.parametrize(
    ("name", "label", "is_person"),
    [
        ("Skarvik", "PERSON", True),
        ("Mary", "ORG", True),
        ("Peter", "ORG", True),
        ("Mary", "GPE", False),
        ("Skarvik", "ORG", False),
        ("Actress Bodil Lind", "ORG", True),
        ("Actress Mary Lind", "ORG", True),
        ("Actress Bodil Lind", "GPE", False),
        ("Actress Lind", "ORG", False),
        ("Actress Bodil Marit Lind", "ORG", False),
        ("Actress Lundby Council", "ORG", False),
        ("Actress Lundby Bank", "ORG", False),
        ("Actress Lundby Diver", "ORG", True),
        ("Actress Lundby President", "ORG", False),
        ("Lundby Mary Lind", "ORG", False),
        ("Post 's Mary Lind", "ORG", True),
        ("Post 's Bodil Lind", "ORG", False),
        ("Mr. Bodil Lind", "ORG", False),
        ("Mr. Peter Lind", "ORG", True),
        ("Lundby Actress Bodil Lind", "ORG", True),
        ("Coroner Bodil Lind", "ORG", True),
        ("International Bodil Lind", "ORG", False),
        ("Actress Lundby Motors", "ORG", False),
    ],
)
def test_a_person_under_another_label(name: str, label: str, is_person: bool) -> None:
    view = article(f"{as_names(name)} met/VBD").view
    assert finder(view).is_person(entity(view, name, label)) is is_person


@pytest.mark.parametrize(
    ("sentence", "run", "left"),
    [
        ("the/DT Lundby/NNP Bank/NNP 's/POS slept/VBD", "the Lundby Bank 's", "Lundby Bank"),
        ("Lundby/NNP ,/, slept/VBD", "Lundby ,", "Lundby"),
        ("Lundby/NNP ./. ,/, slept/VBD", "Lundby . ,", "Lundby"),
        ("Lundby/NNP :/: slept/VBD", "Lundby :", "Lundby :"),
        ("Some/DT The/NNP Lundby/NNP slept/VBD", "Some The Lundby", "Lundby"),
        ("the/DT slept/VBD", "the", "the"),
        ("'s/POS slept/VBD", "'s", "'s"),
    ],
)
def test_the_edges_of_a_name(sentence: str, run: str, left: str) -> None:
    view = article(sentence).view
    found = words(view, run)
    first, last = trimmed(view, found[0].i, found[-1].i + 1)
    assert " ".join(t.text for t in view.tokens[first:last]) == left


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("Ada Roe", "Ada Roe"),
        ("Mayor Ada Roe", "Ada Roe"),
        ("Mayor Roe", "Roe"),
        ("Ada Mayor", "Ada Mayor"),
        ("Post 's Ada Roe", "Ada Roe"),
        ("Secretary of State Ada Roe", "Ada Roe"),
        ("Secretary of State", "of State"),
        ("Architect Ada Roe", "Ada Roe"),
        ("Diver Ada Roe", "Ada Roe"),
        ("Hunter Roe", "Hunter Roe"),
        ("Brave Kyle Roe", "Kyle Roe"),
        ("Brave Lundby Roe", "Brave Lundby Roe"),
        ("Steward Bodil Lind", "Bodil Lind"),
        ("Steward Lind", "Steward Lind"),
        ("Dean Peter Lind", "Dean Peter Lind"),
        ("Ada Roe MP", "Ada Roe"),
        ("Ada Roe Jr.", "Ada Roe Jr."),
        ("Prime Minister", None),
        ("Engineer Carpenter Ada Roe", "Ada Roe"),
        ("Engineer Carpenter", "Carpenter"),
        ("the mayor", None),
        ("mayor roe", None),
    ],
)
def test_what_is_left_of_a_person(name: str, left: str | None) -> None:
    view = article(f"{as_names(name)} met/VBD").view
    run = finder(view).trimmed_person(0, len(name.split()))
    found = " ".join(t.text for t in view.tokens[slice(*run)]) if run is not None else None
    assert found == left


@pytest.mark.parametrize(
    ("sentence", "source", "found"),
    [
        ("Mary/NNP/compound/2 Lind/NNP/nsubj/3 slept/VBD", "Mary Lind", "Mary Lind"),
        ("Peter/NNP/compound/2 Lind/NNP/nsubj/3 slept/VBD", "Peter Lind", "Peter Lind"),
        ("Bodil/NNP/compound/2 Lind/NNP/nsubj/3 slept/VBD", "Bodil Lind", None),
        ("Mr./NNP/compound/2 Lind/NNP/nsubj/3 slept/VBD", "Mr. Lind", "Lind"),
        ("it/PRP mr./NNP Lind/NNP/nsubj/4 slept/VBD", "Lind", "Lind"),
        ("Mary/NNP/nsubj/2 slept/VBD", "Mary", None),
        ("the/DT/det/2 diver/NN/nsubj/3 slept/VBD", "the diver", None),
        # The name has a modifier for people.
        (
            "Bodil/NNP/compound/2 Lind/NNP/nsubj/4 34/CD/appos/2 slept/VBD",
            "Bodil Lind",
            "Bodil Lind",
        ),
        (
            "Bodil/NNP/compound/2 Lind/NNP/nsubj/4 34/CD/nummod/2 slept/VBD",
            "Bodil Lind",
            "Bodil Lind",
        ),
        ("34/CD/nummod/3 Bodil/NNP/compound/3 Lind/NNP/nsubj/4 slept/VBD", "Bodil Lind", None),
        (
            "Bodil/NNP/compound/2 Lind/NNP/nsubj/4 mayor/NN/appos/2 slept/VBD",
            "Bodil Lind",
            "Bodil Lind",
        ),
        ("Bodil/NNP/compound/2 Lind/NNP/nsubj/4 pier/NN/appos/2 slept/VBD", "Bodil Lind", None),
        ("Bodil/NNP/compound/2 Lind/NNP/nsubj/4 mayor/NN/nmod/2 slept/VBD", "Bodil Lind", None),
        (
            "Bodil/NNP/compound/2 Lind/NNP/nsubj/5 who/WP/nsubj/4 dives/VBZ/relcl/2 slept/VBD/x/5",
            "Bodil Lind",
            "Bodil Lind",
        ),
        (
            "Bodil/NNP/compound/2 Lind/NNP/nsubj/5 which/WDT/x/4 dives/VBZ/relcl/2 slept/VBD/x/5",
            "Bodil Lind",
            None,
        ),
        ("Lind/NNP/nsubj/3 34/CD/nummod/1 slept/VBD", "Lind", None),
        # Letters before a name, and an office of several words.
        (
            "TD/NNP/compound/3 Mary/NNP/compound/3 Lind/NNP/nsubj/4 slept/VBD",
            "TD Mary Lind",
            "Mary Lind",
        ),
        (
            "TD/NNP/compound/3 Bodil/NNP/compound/3 Kreol/NNP/nsubj/4 slept/VBD",
            "TD Bodil Kreol",
            None,
        ),
        (
            "Deputy/NNP/compound/3 Harbour/NNP/compound/3 Leader/NNP/nsubj/4 slept/VBD",
            "Deputy Harbour Leader",
            None,
        ),
        ("Mary/NNP/compound/2 Leader/NNP/nsubj/3 slept/VBD", "Mary Leader", "Mary Leader"),
    ],
)
def test_a_person_whom_the_recogniser_missed(sentence: str, source: str, found: str | None) -> None:
    view = article(sentence).view
    run = finder(view).missed_person(words(view, source))
    assert found == (" ".join(t.text for t in view.tokens[slice(*run)]) if run else None)


@pytest.mark.parametrize(
    ("name", "label", "is_person"),
    [
        ("Kreol", "LANGUAGE", True),
        ("Kreol", "LAW", True),
        ("Kreol", "NORP", False),
        ("Bodil Kreol", "LAW", False),
        ("Mary Kreol", "LAW", True),
        ("Mary Kreol", "ORG", False),
        ("Mary Kreol", "PERSON", False),
    ],
)
def test_a_label_that_never_speaks_is_a_misread_name(
    name: str, label: str, is_person: bool
) -> None:
    parts = name.split()
    first = [f"{w}/NNP/compound/{len(parts)}" for w in parts[:-1]]
    sentence = " ".join([*first, f"{parts[-1]}/NNP/nsubj/{len(parts) + 1}", "slept/VBD"])
    view = article(sentence, names={name: label}).view
    assert (finder(view).missed_person(words(view, name)) is not None) is is_person


@pytest.mark.parametrize(
    ("sentence", "has_honorific", "gender"),
    [
        ("Mr./NNP Lind/NNP slept/VBD", True, "m"),
        ("Mrs./NNP Lind/NNP slept/VBD", True, "f"),
        ("Dr./NNP Lind/NNP slept/VBD", True, ""),
        ("uncle/NN Lind/NNP slept/VBD", False, "m"),
        ("aunt/NN Lind/NNP slept/VBD", False, "f"),
        ("big/JJ Lind/NNP slept/VBD", False, ""),
        ("Lind/NNP met/VBD Mr./NNP", False, ""),
    ],
)
def test_the_word_before_a_name(sentence: str, has_honorific: bool, gender: str) -> None:
    view = article(sentence).view
    first = words(view, "Lind")[0].i
    assert finder(view).has_honorific(first) is has_honorific
    assert finder(view).honorific_gender(first) == gender


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        # A word that may be a first name, if it forms a name with the surname after it.
        ("May/MD/compound/2 Roe/NNP/nsubj/3 slept/VBD", "May Roe"),
        ("Hunter/NN/compound/2 Roe/NNP/nsubj/3 slept/VBD", "Hunter Roe"),
        ("Chase/NNP/compound/2 Roe/NNP/nsubj/3 slept/VBD", "Chase Roe"),
        ("Enver/NNP/compound/2 Roe/NNP/nsubj/3 slept/VBD", "Enver Roe"),
        # It does not.
        ("in/IN May/NNP/pobj/1 Roe/NNP/nsubj/4 slept/VBD", None),
        ("May/NNP/npadvmod/3 Roe/NNP/nsubj/3 slept/VBD", None),
        ("may/MD/compound/2 Roe/NNP/nsubj/3 slept/VBD", None),
        ("Pier/NNP/compound/2 Roe/NNP/nsubj/3 slept/VBD", None),
    ],
)
def test_a_first_name_that_is_a_word(sentence: str, found: str | None) -> None:
    view = article(sentence).view
    run = finder(view).missed_person(words(view, "Roe"))
    whole = finder(view).missed_person(view.tokens[: words(view, "Roe")[0].i + 1])
    text = " ".join(t.text for t in view.tokens[slice(*whole)]) if whole else None
    assert text == found
    assert run is None or found is not None


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            (
                "the/DT/det/2 head/NN/nsubj/8 ,/,/punct/2 Jan/NNP/compound/6 de/NNP/compound/6"
                " Lind/NNP/appos/2 ,/,/punct/2 slept/VBD"
            ),
            ["Jan de Lind"],
        ),
        ("the/DT/det/2 head/NN/nsubj/6 ,/,/punct/2 Lind/NNP/appos/2 ,/,/punct/2 slept/VBD", []),
        (
            (
                "the/DT/det/2 head/NN/nsubj/7 ,/,/punct/2 Lundby/NNP/compound/5 Bank/NNP/appos/2"
                " ,/,/punct/2 slept/VBD"
            ),
            [],
        ),
        (
            (
                "the/DT/det/2 pier/NN/nsubj/7 ,/,/punct/2 Bodil/NNP/compound/5 Lind/NNP/appos/2"
                " ,/,/punct/2 slept/VBD"
            ),
            [],
        ),
    ],
)
def test_people_whom_the_recogniser_leaves_out_beside_a_noun(
    sentence: str, found: list[str]
) -> None:
    view = article(sentence).view
    runs = finder(view).missed_appositions(view.tokens[:-1])
    assert [" ".join(t.text for t in view.tokens[a:b]) for a, b in runs] == found
