"""Who the pronouns and nouns of an article refer to, and to which country an organ belongs."""

from __future__ import annotations

import pytest

from quotex.speakers.countries import country_of, stated_country
from quotex.speakers.issuers import Issuers
from quotex.speakers.mentions.chains import enumeration
from quotex.speakers.names.cluster import Cluster
from tests.speakers.hand import (
    article,
    candidate,
    chains,
    name_of,
    named,
    referent,
    sentence_with_name,
    word,
    words,
)
from tests.trees import ENGLISH

ROE_HID = sentence_with_name("Ada Roe")
TABLE = ENGLISH.countries


@pytest.mark.parametrize(
    ("sentences", "asked", "found"),
    [
        # Pronouns.
        ([ROE_HID, "she/PRP/nsubj/2 slept/VBD"], "she", ("Ada Roe", "pronoun")),
        ([ROE_HID, "she/NN/nsubj/2 slept/VBD"], "she", None),
        ([ROE_HID, "her/DT/poss/2 pier/NN/nsubj/3 burnt/VBD"], "her", ("Ada Roe", "pronoun")),
        ([ROE_HID, "it/PRP/nsubj/2 slept/VBD"], "it", None),
        (
            ["Lundby/NNP/compound/2 Board/NNP/nsubj/3 hid/VBD", "it/PRP/nsubj/2 slept/VBD"],
            "it",
            ("Lundby Board", "pronoun"),
        ),
        # "While he slept, Bo Lind hid": the subject of the main clause.
        (
            [
                "Tom/NNP/compound/2 Ellery/NNP/nsubj/3 hid/VBD",
                "he/PRP/nsubj/2 slept/VBD/advcl/5 Bo/NNP/compound/4 Lind/NNP/nsubj/5 hid/VBD/x/5",
            ],
            "he",
            ("Bo Lind", "pronoun"),
        ),
        (
            [
                "Tom/NNP/compound/2 Ellery/NNP/nsubj/3 hid/VBD",
                "he/PRP/nsubj/2 slept/VBD/advcl/5 Bo/NNP/compound/4 Lind/NNP/dobj/5 hid/VBD/x/5",
            ],
            "he",
            ("Tom Ellery", "pronoun"),
        ),
        (
            [
                "Tom/NNP/compound/2 Ellery/NNP/nsubj/3 hid/VBD",
                "he/PRP/nsubj/2 slept/VBD/conj/5 Bo/NNP/compound/4 Lind/NNP/nsubj/5 hid/VBD/x/5",
            ],
            "he",
            ("Tom Ellery", "pronoun"),
        ),
        (
            [
                "Tom/NNP/compound/2 Ellery/NNP/nsubj/3 hid/VBD",
                "he/PRP/nsubj/2 ran/VBD/advcl/5 Lundby/NNP/x/4 Board/NNP/nsubj/5 hid/VBD/x/5",
            ],
            "he",
            ("Tom Ellery", "pronoun"),
        ),
        (
            ["Tom/NNP/x/3 Ellery/NNP/nsubj/3 hid/VBD/x/3 as/IN/x/6 he/PRP/nsubj/6 ran/VBD/advcl/3"],
            "he",
            ("Tom Ellery", "pronoun"),
        ),
        # Several that are named together.
        (
            [
                "Ada/NNP/x/2 Roe/NNP/nsubj/6 and/CC/cc/2 Bo/NNP/x/5 Lind/NNP/conj/2 hid/VBD",
                "they/PRP/nsubj/2 slept/VBD",
            ],
            "they",
            ("Ada Roe and Bo Lind", "pronoun"),
        ),
        (
            [
                "Ada/NNP/compound/2 Roe/NNP/nsubj/5 and/CC/cc/2 boats/NNS/conj/2 hid/VBD",
                "they/PRP/nsubj/2 slept/VBD",
            ],
            "they",
            None,
        ),
        # Offices, appositions and nouns that say something new.
        (
            [
                "Ada/NNP/compound/2 Roe/NNP/nsubj/3 is/VBZ/ROOT/3/be a/DT/det/5 mayor/NN/attr/3",
                "the/DT/det/2 mayor/NN/nsubj/3 slept/VBD",
            ],
            "mayor",
            ("Ada Roe", "title"),
        ),
        (
            ["the/DT/det/2 mayor/NN/nsubj/5 Ada/NNP/compound/4 Roe/NNP/appos/2 slept/VBD"],
            "mayor",
            ("Ada Roe", "title"),
        ),
        (
            ["a/DT/det/2 pier/NN/nsubj/5 Ada/NNP/compound/4 Roe/NNP/appos/2 slept/VBD"],
            "pier",
            None,
        ),
        (
            [
                (
                    "two/CD/x/2 mayors/NNS/nsubj/8/mayor ,/, Ada/NNP/compound/5 Roe/NNP/appos/2 "
                    "Bo/NNP/compound/7 Lind/NNP/conj/5 slept/VBD"
                )
            ],
            "mayors",
            ("Ada Roe and Bo Lind", "title"),
        ),
        (
            ["two/CD/x/2 mayors/NNS/nsubj/5/mayor Ada/NNP/compound/4 Roe/NNP/appos/2 slept/VBD"],
            "mayors",
            ("two mayors", "noun"),
        ),
        (
            [
                (
                    "a/DT/x/2 mayor/NN/nsubj/7 Ada/NNP/compound/4 Roe/NNP/appos/2 "
                    "Bo/NNP/compound/6 Lind/NNP/conj/4 slept/VBD"
                )
            ],
            "mayor",
            ("mayor", "noun"),
        ),
        (
            [
                "Bodil/NNP/compound/2 Vik/NNP/nsubj/3 hid/VBD",
                "the/DT/det/3 former/JJ/amod/3 mayor/NN/nsubj/4 slept/VBD",
            ],
            "mayor",
            ("Bodil Vik", "title"),
        ),
        # Predicates are not mentions.
        (
            ["Ada/NNP/compound/2 Roe/NNP/nsubj/3 is/VBZ/ROOT/3/be a/DT mayor/NN/attr/3"],
            "mayor",
            None,
        ),
        # Others are speakers of their own.
        (["a/DT/det/2 mayor/NN/nsubj/3 slept/VBD"], "mayor", ("mayor", "noun")),
        (["a/DT/det/2 pier/NN/nsubj/3 slept/VBD"], "pier", None),
        (["two/CD/x/2 mayors/NNS/nsubj/3/mayor slept/VBD"], "mayors", ("two mayors", "noun")),
        (["two/CD/x/2 mayors/NNS/dobj/3/mayor slept/VBD"], "mayors", None),
        # Organizations by the head of their name.
        (
            [
                "Lundby/NNP/compound/2 Board/NNP/nsubj/3 hid/VBD",
                "the/DT/det/2 board/NN/nsubj/3 slept/VBD",
            ],
            "board",
            ("Lundby Board", "title"),
        ),
        (
            [
                "Foreign/NNP/compound/2 Ministry/NNP/nsubj/3 hid/VBD",
                "the/DT/det/2 ministry/NN/nsubj/3 slept/VBD",
            ],
            "ministry",
            ("Foreign Ministry", "title"),
        ),
        (
            [
                "Foreign/NNP/compound/2 Ministry/NNP/nsubj/3 hid/VBD",
                "a/DT/det/2 ministry/NN/nsubj/3 slept/VBD",
            ],
            "ministry",
            ("ministry", "noun"),
        ),
        (
            [
                "Foreign/NNP/compound/2 Ministry/NNP/nsubj/3 hid/VBD",
                "the/DT/det/3 old/JJ/amod/3 ministry/NN/nsubj/4 slept/VBD",
            ],
            "ministry",
            ("old ministry", "noun"),
        ),
        # The adjective of a country, if exactly one organ fits.
        (
            [
                "Foreign/NNP/compound/2 Ministry/NNP/nsubj/3 hid/VBD",
                "the/DT/det/3 Norwegian/JJ/amod/3 ministry/NN/nsubj/4 slept/VBD",
            ],
            "ministry",
            ("Foreign Ministry", "title"),
        ),
        (
            [
                "Foreign/NNP/compound/2 Ministry/NNP/nsubj/3 hid/VBD",
                "the/DT/x/3 Norwegian/JJ/amod/3 ministry/NN/x/6 of/IN/prep/3 it/PRP/x/4 ran/VBD",
            ],
            "ministry",
            ("Norwegian ministry of it", "noun"),
        ),
        (
            [
                "Foreign/NNP/compound/2 Ministry/NNP/nsubj/3 hid/VBD",
                "a/DT/det/3 Norwegian/JJ/amod/3 ministry/NN/nsubj/4 slept/VBD",
            ],
            "ministry",
            ("Norwegian ministry", "noun"),
        ),
        (
            [
                "Foreign/NNP/compound/2 Ministry/NNP/nsubj/3 hid/VBD",
                "Transport/NNP/compound/2 Ministry/NNP/nsubj/3 hid/VBD",
                "the/DT/det/3 Norwegian/JJ/amod/3 ministry/NN/nsubj/4 slept/VBD",
            ],
            "ministry",
            ("Norwegian ministry", "noun"),
        ),
        # The only bank is "the bank"; of two, the one named last, unless both are named together.
        (
            [
                "Lundby/NNP/compound/2 Bank/NNP/nsubj/3 hid/VBD",
                "Skarvik/NNP/compound/2 Board/NNP/nsubj/3 hid/VBD",
                "the/DT/det/2 bank/NN/nsubj/3 slept/VBD",
            ],
            "bank",
            ("Lundby Bank", "title"),
        ),
        (
            [
                "Skarvik/NNP/compound/2 Firm/NNP/nsubj/3 hid/VBD",
                "Lundby/NNP/compound/2 Board/NNP/nsubj/3 hid/VBD",
                "the/DT/det/2 company/NN/nsubj/3 slept/VBD",
            ],
            "company",
            ("Skarvik Firm", "title"),
        ),
        (
            [
                "Lundby/NNP/x/5 Bank/NNP/nsubj/5 Skarvik/NNP/x/4 Firm/NNP/nsubj/5 hid/VBD",
                "the/DT/det/2 company/NN/nsubj/3 slept/VBD",
            ],
            "company",
            ("company", "noun"),
        ),
    ],
)
def test_whom_a_mention_refers_to(
    sentences: list[str], asked: str, found: tuple[str, str] | None
) -> None:
    context, read = chains(*sentences)
    assert referent(context, read, asked) == found


@pytest.mark.parametrize(
    ("text", "asked", "found"),
    [
        ("Roe/NN/x/2 is/VBZ/ROOT/2/be a/DT mayor/NN/attr/2", "mayor", ("mayor", "noun")),
        ("two/CD/x/2 mayors/NNS/dobj/3/mayor slept/VBD", "mayors", ("two mayors", "noun")),
    ],
)
def test_a_source_is_a_mention_in_any_position(
    text: str, asked: str, found: tuple[str, str]
) -> None:
    context, read = chains(text, sources={asked})
    assert referent(context, read, asked)[0].endswith(found[0])  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "asked", "label"),
    [
        ("the/DT Ada/NNP Roe/NNP/compound/4 campaign/NN/nsubj/5 slept/VBD", "campaign", "ORG"),
        ("Norway/NNP/poss/2 council/NN/nsubj/3 slept/VBD", "council", "ORG"),
        ("Norway/NNP/x/2 council/NN/nsubj/3 slept/VBD", "council", "NOUN"),
        ("Lofoten/NNP/poss/2 council/NN/nsubj/3 slept/VBD", "council", "NOUN"),
        ("Norway/NNP/poss/2 mayor/NN/nsubj/3 slept/VBD", "mayor", "NOUN"),
    ],
)
def test_an_organ_whose_owner_has_a_name_is_named(text: str, asked: str, label: str) -> None:
    context, read = chains(text)
    found = read.at(word(context.view, asked))
    assert found is not None
    assert (found.cluster.label, found.cluster.is_named) == (label, label == "ORG")


def test_a_thing_that_is_not_a_source_is_no_antecedent() -> None:
    sentences = [
        "Lundby/NNP/compound/2 Bank/NNP/nsubj/3 hid/VBD",
        *["it/PRP/nsubj/2 slept/VBD"] * 4,
    ]
    context, read = chains(*sentences)
    found = [read.at(t) is not None for t in context.view.tokens if t.text == "it"]
    assert found == [True, True, True, False]


def test_several_together_share_one_cluster_with_its_own_runs() -> None:
    text = (
        "Ada/NNP/compound/2 Roe/NNP/nsubj/6 and/CC/cc/2 Bo/NNP/compound/5 Lind/NNP/conj/2 hid/VBD"
    )
    context, read = chains(text, text)
    roe, lind = named(context).clusters
    both = read.joint([lind, roe])
    assert both is read.joint([roe, lind])
    assert (both.name, both.members) == ("Ada Roe and Bo Lind", (roe, lind))
    assert both.number not in {roe.number, lind.number}
    assert read.runs(both) == [(2, 7), (8, 13)]
    assert read.runs(roe) == roe.runs
    alone = read.add("mayor", "NOUN", context.view.tokens[:2])
    assert alone.runs == ((0, 2),)
    assert alone.number not in {roe.number, lind.number, both.number}


def test_an_enumeration() -> None:
    assert enumeration(["Roe", "Lind"], "and") == "Roe and Lind"
    assert enumeration(["Roe", "Lind", "Ellery"], "and") == "Roe, Lind and Ellery"


def test_a_noun_shows_the_country_of_an_organ() -> None:
    context, read = chains(
        "Foreign/NNP/compound/2 Ministry/NNP/nsubj/3 hid/VBD",
        "the/DT/det/3 Norwegian/JJ/amod/3 ministry/NN/nsubj/4 slept/VBD",
        "the/DT/det/3 Swedish/JJ/amod/3 ministry/NN/nsubj/4 woke/VBD",
    )
    (organ,) = named(context).clusters
    assert read.organ_countries == {organ.number: "NO"}
    view = context.view
    found = [read.at(t) for t in view.tokens if t.text == "ministry"]
    assert [f.cluster == organ for f in found if f is not None] == [True, False]
    assert country_of(organ, "government", view, TABLE, read.organ_countries) == "NO"
    assert country_of(organ, "organization", view, TABLE, read.organ_countries) is None
    assert country_of(organ, "government", view, TABLE, {}) is None


@pytest.mark.parametrize(
    ("name", "label", "kind", "code"),
    [
        ("Norway", "GPE", "government", "NO"),
        ("Norwegian Navy", "ORG", "government", "NO"),
        ("Norwegian Navy", "GPE", "government", "NO"),
        ("Norway", "PERSON", "government", None),
        ("Norway", "GPE", "person", None),
        ("Lundby", "GPE", "government", None),
        ("Navy", "ORG", "government", "SE"),
    ],
)
def test_the_country_of_a_name(name: str, label: str, kind: str, code: str | None) -> None:
    view = article("it/PRP slept/VBD").view
    cluster = Cluster(0, name, label)
    assert country_of(cluster, kind, view, TABLE, {0: "SE"}) == code  # type: ignore[arg-type]


def test_the_country_of_several() -> None:
    view = article("it/PRP slept/VBD").view
    norway, navy = Cluster(0, "Norway", "GPE"), Cluster(1, "Norwegian Navy", "ORG")
    sweden, board = Cluster(2, "Sweden", "GPE"), Cluster(3, "Board", "ORG")
    for members, code in (
        ((norway, navy), "NO"),
        ((norway, sweden), None),
        ((norway, board), None),
    ):
        joint = Cluster(9, "", "JOINT", members=members)
        assert country_of(joint, "group", view, TABLE, {}) == code


@pytest.mark.parametrize(
    ("text", "first", "code"),
    [
        ("Norwegian/JJ Navy/NNP slept/VBD", 1, "NO"),
        ("Norway/NNP 's/POS Navy/NNP slept/VBD", 2, "NO"),
        ("South/JJ Korean/JJ Navy/NNP slept/VBD", 2, "KR"),
        ("Norwegian/JJ x/NNP x/NNP x/NNP Navy/NNP slept/VBD", 4, "NO"),
        ("Norwegian/JJ x/NNP x/NNP x/NNP x/NNP Navy/NNP slept/VBD", 5, None),
        ("Norwegian/JJ the/DT Navy/NNP slept/VBD", 2, None),
        ("Navy/NNP of/IN/prep/1 Norway/NNP/pobj/2 slept/VBD", 0, "NO"),
        ("Navy/NNP of/IN/x/1 Norway/NNP/pobj/2 slept/VBD", 0, None),
        ("Navy/NNP on/IN/prep/1 Norway/NNP/pobj/2 slept/VBD", 0, None),
        ("Navy/NNP of/IN/prep/1 South/NNP/compound/4 Korea/NNP/pobj/2 slept/VBD", 0, "KR"),
        ("Navy/NNP of/IN/prep/1 Norway/NNP/x/4 Korea/NNP/pobj/2 slept/VBD", 0, None),
    ],
)
def test_the_country_beside_a_mention(text: str, first: int, code: str | None) -> None:
    view = article(text).view
    cluster = Cluster(0, "Navy", "ORG", ((first, first + 1),))
    assert stated_country(cluster, view, TABLE) == code
    assert stated_country(Cluster(0, "Navy", "GPE", ((first, first + 1),)), view, TABLE) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada/NNP/compound/2 Roe/NNP/poss/3 letter/NN/x/4 slept/VBD", "Ada Roe"),
        ("letter/NN/x/5 from/IN/prep/1 Ada/NNP/compound/4 Roe/NNP/pobj/2 slept/VBD", "Ada Roe"),
        ("letter/NN/x/5 to/IN/prep/1 Ada/NNP/compound/4 Roe/NNP/pobj/2 slept/VBD", None),
        ("poll/NN/x/5 by/IN/prep/1 Ada/NNP/compound/4 Roe/NNP/pobj/2 slept/VBD", None),
        (
            "poll/NN/x/5 by/IN/prep/1 Lundby/NNP/compound/4 Board/NNP/pobj/2 slept/VBD",
            "Lundby Board",
        ),
        (
            "poll/NN/x/5 from/IN/prep/1 Lundby/NNP/compound/4 Board/NNP/pobj/2 slept/VBD",
            "Lundby Board",
        ),
        (
            (
                "poll/NN/x/6 conducted/VBN/acl/1/conduct by/IN/agent/2 Lundby/NNP/compound/5 "
                "Board/NNP/pobj/3 slept/VBD/x/6"
            ),
            "Lundby Board",
        ),
        ("poll/NN/x/5 for/IN/prep/1 Lundby/NNP/compound/4 Board/NNP/pobj/2 slept/VBD", None),
        (
            (
                "letter/NN/x/6 signed/VBN/acl/1/sign by/IN/agent/2 Ada/NNP/x/5 Roe/NNP/pobj/3 "
                "slept/VBD/x/6"
            ),
            "Ada Roe",
        ),
        (
            (
                "letters/NNS/x/6/letter signed/VBN/acl/1/sign by/IN/agent/2 Ada/NNP/compound/5 "
                "Roe/NNP/pobj/3 slept/VBD/x/6"
            ),
            None,
        ),
        (
            (
                "letter/NN/x/6 leaked/VBN/acl/1/leak by/IN/agent/2 Ada/NNP/x/5 Roe/NNP/pobj/3 "
                "slept/VBD/x/6"
            ),
            None,
        ),
        ("Lundby/NNP/compound/2 Board/NNP/compound/3 letter/NN/x/4 slept/VBD", "Lundby Board"),
        ("Lundby/NNP/x/2 Board/NNP/x/3 letters/NNS/x/4/letter slept/VBD", None),
        ("Ada/NNP/compound/2 Roe/NNP/compound/3 letter/NN/x/4 slept/VBD", None),
        ("letter/NN/x/4 Lundby/NNP/compound/3 Board/NNP/nmod/1 slept/VBD", None),
    ],
)
def test_who_issued_a_document(text: str, name: str | None) -> None:
    context, read = chains(text)
    issuers = Issuers(context.view, ENGLISH.speakers, named(context), read)
    head = next(t for t in context.view.tokens if t.lemma in {"letter", "poll"})
    source = [t for t in context.view.tokens[2:] if t.text != "slept"]
    assert name_of(issuers.issuer(source, head)) == name


@pytest.mark.parametrize(
    ("cue", "source", "remembered"),
    [
        ("said in a letter", "", True),
        ("said", "letter", True),
        ("letter", "", True),
        ("said", "", True),
        ("she", "", False),
    ],
)
def test_whoever_spoke_in_a_document_issued_it(cue: str, source: str, remembered: bool) -> None:
    context, read = chains(
        ROE_HID,
        "she/PRP said/VBD in/IN/prep/2 a/DT/det/5 letter/NN/pobj/3",
        "the/DT/det/2 letter/NN/x/3 slept/VBD",
        "a/DT/det/2 letter/NN/x/3 slept/VBD",
    )
    view = context.view
    names = named(context)
    issuers = Issuers(view, ENGLISH.speakers, names, read)
    given = candidate([(0, 1)], words(view, cue), words(view, source) if source else ())
    issuers.note(given, None)
    issuers.note(given, Cluster(99, "mayor", "NOUN"))
    the, a = words(view, "the letter"), words(view, "a letter slept")[:2]
    assert issuers.issuer(the, the[-1]) is None
    issuers.note(given, names.clusters[0])
    assert name_of(issuers.issuer(the, the[-1])) == ("Ada Roe" if remembered else None)
    assert issuers.issuer(a, a[-1]) is None
