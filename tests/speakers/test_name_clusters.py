"""Which names in an article are the same, on articles written word by word."""

from __future__ import annotations

import pytest

from quotex.speakers.names.cluster import Cluster
from tests.speakers.hand import article, as_names, clusters, name_of, named, word, words

HEADLINE = "Ada/NNP Roe/NNP Wins/VBZ Big/JJ Race/NN"


def sentences(text: str) -> list[str]:
    return [*text.split(" | ")]


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        # A surname finds its person, before and after.
        (
            "Roe/NNP slept/VBD ./. | Ada/NNP Roe/NNP slept/VBD ./.",
            {"Roe": "PERSON", "Ada Roe": "PERSON"},
            {"Ada Roe": ["PERSON", "Roe", "Ada Roe"]},
        ),
        (
            "Tom/NNP Roe/NNP met/VBD Ada/NNP Roe/NNP ./.",
            {"Ada Roe": "PERSON", "Tom Roe": "PERSON"},
            {"Ada Roe": ["PERSON", "Ada Roe"], "Tom Roe": ["PERSON", "Tom Roe"]},
        ),
        # Of two bearers, the one whom an honorific fits; neither if it is unclear.
        (
            "Peter/NNP Roe/NNP met/VBD Mary/NNP Roe/NNP ./. | Mrs./NNP Roe/NNP slept/VBD ./.",
            {"Mary Roe": "PERSON", "Peter Roe": "PERSON", "Roe": "PERSON"},
            {"Mary Roe": ["PERSON", "Mary Roe", "Roe"], "Peter Roe": ["PERSON", "Peter Roe"]},
        ),
        (
            "Peter/NNP Roe/NNP met/VBD Mary/NNP Roe/NNP ./. | Roe/NNP slept/VBD ./.",
            {"Mary Roe": "PERSON", "Peter Roe": "PERSON", "Roe": "PERSON"},
            {
                "Peter Roe": ["PERSON", "Peter Roe"],
                "Mary Roe": ["PERSON", "Mary Roe"],
                "Roe": ["PERSON", "Roe"],
            },
        ),
        (
            "Mr./NNP Roe/NNP met/VBD Mrs./NNP Roe/NNP ./.",
            {"Roe": "PERSON"},
            {"Roe": ["PERSON", "Roe"]},
        ),
        # A given name on its own finds its person if only one has it.
        (
            "Ada/NNP Roe/NNP slept/VBD ./. | Ada/NNP woke/VBD ./.",
            {"Ada Roe": "PERSON", "Ada": "PERSON"},
            {"Ada Roe": ["PERSON", "Ada Roe", "Ada"]},
        ),
        (
            "Ada/NNP Roe/NNP met/VBD Ada/NNP Lind/NNP ./. | Ada/NNP woke/VBD ./.",
            {"Ada Roe": "PERSON", "Ada Lind": "PERSON", "Ada": "PERSON"},
            {
                "Ada Roe": ["PERSON", "Ada Roe"],
                "Ada Lind": ["PERSON", "Ada Lind"],
                "Ada": ["PERSON", "Ada"],
            },
        ),
        # A place that is taken for a person.
        (
            "Oslo/NNP slept/VBD ./.",
            {"Oslo": "PERSON"},
            {"Oslo": ["GPE", "Oslo"]},
        ),
        (
            "Mr./NNP Oslo/NNP slept/VBD ./.",
            {"Oslo": "PERSON"},
            {"Oslo": ["PERSON", "Oslo"]},
        ),
        (
            "Ada/NNP Oslo/NNP slept/VBD ./. | Oslo/NNP woke/VBD ./.",
            {"Ada Oslo": "PERSON", "Oslo": "PERSON"},
            {"Ada Oslo": ["PERSON", "Ada Oslo", "Oslo"]},
        ),
        (
            "Oslo/NNP Roe/NNP slept/VBD ./. | Oslo/NNP woke/VBD ./.",
            {"Oslo Roe": "PERSON", "Oslo": "PERSON"},
            {"Oslo Roe": ["PERSON", "Oslo Roe", "Oslo"]},
        ),
        # Acronyms, and the last words of an organization's name.
        (
            "Union/NNP of/IN Divers/NNPS slept/VBD ./. | The/DT UD/NNP and/CC UOD/NNP woke/VBD ./.",
            {"Union of Divers": "ORG", "UD": "ORG", "UOD": "ORG"},
            {"Union of Divers": ["ORG", "Union of Divers", "UD", "UOD"]},
        ),
        (
            "Union/NNP of/IN Divers/NNPS slept/VBD ./. | The/DT Ud/NNP woke/VBD ./.",
            {"Union of Divers": "ORG", "Ud": "ORG"},
            {"Union of Divers": ["ORG", "Union of Divers"], "Ud": ["ORG", "Ud"]},
        ),
        (
            "Union/NNP of/IN Divers/NNPS slept/VBD ./. | The/DT UD/NNP woke/VBD ./.",
            {"Union of Divers": "ORG", "UD": "GPE"},
            {"Union of Divers": ["ORG", "Union of Divers"], "UD": ["GPE", "UD"]},
        ),
        (
            "Lundby/NNP Pier/NNP Board/NNP slept/VBD ./. | Pier/NNP Board/NNP woke/VBD ./.",
            {"Lundby Pier Board": "ORG", "Pier Board": "ORG"},
            {"Lundby Pier Board": ["ORG", "Lundby Pier Board", "Pier Board"]},
        ),
        (
            (
                "Lundby/NNP Pier/NNP Board/NNP met/VBD Skarvik/NNP Pier/NNP Board/NNP ./. | "
                "Pier/NNP Board/NNP woke/VBD ./."
            ),
            {"Lundby Pier Board": "ORG", "Skarvik Pier Board": "ORG", "Pier Board": "ORG"},
            {
                "Lundby Pier Board": ["ORG", "Lundby Pier Board"],
                "Skarvik Pier Board": ["ORG", "Skarvik Pier Board"],
                "Pier Board": ["ORG", "Pier Board"],
            },
        ),
        (
            "Lundby/NNP Divers/NNPS slept/VBD ./. | Divers/NNPS woke/VBD ./.",
            {"Lundby Divers": "ORG", "Divers": "ORG"},
            {"Lundby Divers": ["ORG", "Lundby Divers"], "Divers": ["ORG", "Divers"]},
        ),
        # A surname under another label.
        (
            "Ada/NNP Roe/NNP slept/VBD ./. | Roe/NNP woke/VBD ./.",
            {"Ada Roe": "PERSON", "Roe": "ORG"},
            {"Ada Roe": ["PERSON", "Ada Roe", "Roe"]},
        ),
        # A single letter says nothing about the next.
        (
            "Q/NNP slept/VBD ./. | Q/NNP woke/VBD ./.",
            {"Q": "ORG"},
            {"Q": ["ORG", "Q"]},
        ),
    ],
)
def test_which_names_are_one(text: str, names: dict[str, str], found: dict[str, list[str]]) -> None:
    got = clusters(article("It/PRP rained/VBD ./.", *sentences(text), names=names))
    if text.startswith(("Mr./NNP Roe", "Q/")):  # two with one name
        count = len(named(article("It/PRP rained/VBD ./.", *sentences(text), names=names)).clusters)
        assert count == 2
    assert got == found


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Roe/NNP woke/VBD ./.", ["Roe"]),
        ("Roe/NN woke/VBD ./.", ["Roe"]),
        ("roe/NN woke/VBD ./.", []),
        ("Roe/JJ woke/VBD ./.", []),
        ("Ada/NNP Roe/NNP woke/VBD ./.", ["Ada Roe"]),
        ("Ada/NNP roe/NNP woke/VBD ./.", ["Ada roe"]),
        ("The/DT Ada/NNP Roe/NNP woke/VBD ./.", ["Ada Roe"]),
        ("Roe/NNP Street/NNP shut/VBD ./.", []),
        ("Roe/NNP Mr./NNP shut/VBD ./.", ["Roe"]),
        ("Street/NNP Roe/NNP shut/VBD ./.", []),
        ("Mayor/NNP Roe/NNP shut/VBD ./.", ["Roe"]),
        ("Ada/NNP Roe/NNP Street/NNP shut/VBD ./.", []),
        ("a/DT/det/2 Roe/NN woke/VBD ./.", []),
        ("big/JJ/amod/2 Roe/NN woke/VBD ./.", []),
        ("her/PRP$/poss/2 Roe/NN woke/VBD ./.", []),
        ("It/PRP met/VBD Roe/NNP", ["Roe"]),
        ("Roe/NNP", ["Roe"]),
    ],
)
def test_words_that_repeat_a_name(text: str, others: list[str]) -> None:
    context = article(
        "It/PRP rained/VBD ./.", "Ada/NNP Roe/NNP slept/VBD ./.", text, names={"Ada Roe": "X"}
    )
    first = words(context.view, "Ada Roe")
    context.view.entities[:] = [e for e in context.view.entities if e.first == first[0].i]
    context.view.entities[0] = type(context.view.entities[0])(first[0].i, first[1].i + 1, "PERSON")
    assert clusters(context) == {"Ada Roe": ["PERSON", "Ada Roe", *others]}


def test_a_name_of_five_words_is_repeated_and_one_of_six_is_not() -> None:
    five = as_names("Lundby Harbour Pier Safety Board")
    for name, count in ((five, 2), (five + " Two/NNP", 1)):
        text = " ".join(w.split("/")[0] for w in name.split())
        context = article(
            "It/PRP rained/VBD ./.",
            f"{name} slept/VBD ./.",
            f"it/PRP met/VBD {name}",
            names={text: "ORG"},
        )
        del context.view.entities[1]
        (cluster,) = named(context).clusters
        assert len(cluster.runs) == count


@pytest.mark.parametrize(
    ("texts", "names", "name"),
    [
        # The most parts, though a headline says more; then the form used most; then the longest.
        (
            ["Roe/NNP slept/VBD ./.", "Ada/NNP Roe/NNP slept/VBD ./.", "Roe/NNP woke/VBD ./."],
            {"Roe": "PERSON", "Ada Roe": "PERSON"},
            "Ada Roe",
        ),
        (
            [
                "Ada/NNP Mary/NNP Roe/NNP slept/VBD ./.",
                "Ada/NNP Roe/NNP slept/VBD ./.",
                "Ada/NNP Roe/NNP woke/VBD ./.",
            ],
            {"Ada Mary Roe": "PERSON", "Ada Roe": "PERSON"},
            "Ada Roe",
        ),
        (
            ["Ada/NNP Roe/NNP slept/VBD ./.", "Ada/NNP Mary/NNP Roe/NNP slept/VBD ./."],
            {"Ada Mary Roe": "PERSON", "Ada Roe": "PERSON"},
            "Ada Mary Roe",
        ),
        (
            ["Ada/NNP Mary/NNP Roe/NNP (/( @/SYM ada/NN )/) slept/VBD", "Roe/NNP slept/VBD ./."],
            {"Ada Mary Roe": "PERSON", "Roe": "PERSON"},
            "Roe",
        ),
        (
            ["Ada/NNP Roe/NNP met/VBD ./. (/( @/SYM ada/NN )/)", "Roe/NNP slept/VBD ./."],
            {"Ada Roe": "PERSON", "Roe": "PERSON"},
            "Ada Roe",
        ),
        (
            ["Roe/NNP slept/VBD ./.", "¶", HEADLINE],
            {"Ada Roe": "PERSON", "Roe": "PERSON"},
            "Roe",
        ),
        (
            [
                "UD/NNP slept/VBD ./.",
                "UD/NNP woke/VBD ./.",
                "Union/NNP of/IN Divers/NNPS met/VBD ./.",
            ],
            {"UD": "ORG", "Union of Divers": "ORG"},
            "Union of Divers",
        ),
    ],
)
def test_the_fullest_form(texts: list[str], names: dict[str, str], name: str) -> None:
    context = article("It/PRP rained/VBD ./.", *texts, names=names)
    assert [c.name for c in named(context).clusters] == [name]


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Mary/NNP Roe/NNP slept/VBD ./.", "f"),
        ("Peter/NNP Roe/NNP slept/VBD ./.", "m"),
        ("Bodil/NNP Roe/NNP slept/VBD ./.", ""),
        ("Mr./NNP Bodil/NNP Roe/NNP slept/VBD ./.", "m"),
        ("Mrs./NNP Peter/NNP Roe/NNP slept/VBD ./.", "f"),
        ("Bodil/NNP Roe/NNP slept/VBD ./. | Mrs./NNP Roe/NNP woke/VBD ./.", "f"),
        ("Mrs./NNP Bodil/NNP Roe/NNP slept/VBD ./. | Roe/NNP woke/VBD ./.", "f"),
        ("Mary/NNP slept/VBD ./.", ""),
    ],
)
def test_the_gender_that_a_name_shows(text: str, gender: str) -> None:
    names = dict.fromkeys(("Mary Roe", "Peter Roe", "Bodil Roe", "Roe", "Mary"), "PERSON")
    (cluster,) = named(article("It/PRP rained/VBD ./.", *sentences(text), names=names)).clusters
    assert cluster.gender == gender


def test_an_organization_has_no_gender() -> None:
    names = {"Mary Roe": "ORG"}
    (cluster,) = named(
        article("It/PRP rained/VBD ./.", "Mary/NNP Roe/NNP slept/VBD ./.", names=names)
    ).clusters
    assert (cluster.label, cluster.gender) == ("ORG", "")


def test_the_names_of_headlines_come_last() -> None:
    names = {"Ada Roe": "PERSON", "Lundby Board": "ORG", "Lind": "ORG"}
    context = article(HEADLINE, "¶", "Lind/NNP slept/VBD ./.", names=names)
    assert list(clusters(context)) == ["Lind", "Ada Roe"]


def test_words_of_a_headline_repeat_a_name_of_the_text() -> None:
    names = {"Ada Roe": "PERSON", "Roe": "ORG"}
    context = article(HEADLINE, "¶", "Roe/NNP slept/VBD ./.", names=names)
    assert clusters(context) == {"Roe": ["ORG", "Roe", "Roe"]}


def test_a_source_shows_a_missed_person() -> None:
    text = "Mary/NNP/compound/2 Roe/NNP/compound/3 Lind/NNP/nsubj/4 slept/VBD ./."
    context = article("It/PRP rained/VBD ./.", text)
    assert clusters(context) == {}
    source = words(context.view, "Mary Roe Lind")
    assert clusters(context, [source]) == {"Mary Roe Lind": ["PERSON", "Mary Roe Lind"]}


def test_clusters_are_numbered_and_equal_by_number() -> None:
    names = {"Ada Roe": "PERSON", "Tom Ellery": "PERSON"}
    context = article(
        "It/PRP rained/VBD ./.", "Ada/NNP Roe/NNP met/VBD Tom/NNP Ellery/NNP ./.", names=names
    )
    found = named(context).clusters
    assert [c.number for c in found] == [0, 1]
    assert found[0] == Cluster(0, "anything", "ORG")
    assert found[0] != found[1]


class TestLookUps:
    """Names by the tokens that they cover."""

    TEXT = (
        "Ada/NNP/compound/2 Roe/NNP/nsubj/3 met/VBD the/DT/det/5 mayor/NN/dobj/3 ,/,/punct/5 "
        "Tom/NNP/compound/8 Ellery/NNP/appos/5 ./."
    )

    def test_the_name_that_heads_words(self) -> None:
        context = article(self.TEXT, names={"Ada Roe": "PERSON", "Tom Ellery": "PERSON"})
        names, view = named(context), context.view
        assert name_of(names.at(words(view, "Ada Roe"))) == "Ada Roe"
        assert name_of(names.at(words(view, "Ada Roe met"))) == "Ada Roe"
        assert names.at(words(view, "the mayor , Tom Ellery")) is None
        assert name_of(names.at(words(view, "Tom Ellery"))) == "Tom Ellery"
        assert names.at(words(view, "the mayor")) is None
        assert names.at([]) is None

    def test_the_name_that_covers_a_token(self) -> None:
        context = article(self.TEXT, names={"Ada Roe": "PERSON", "Tom Ellery": "PERSON"})
        names, view = named(context), context.view
        assert name_of(names.covering(word(view, "Ada"))) == "Ada Roe"
        assert name_of(names.covering(word(view, "Roe"))) == "Ada Roe"
        assert names.covering(word(view, "met")) is None
        assert names.start_of(word(view, "Ellery")) == 6
        assert names.last_word(6).text == "Ellery"
        assert names.starting(1) is None
        started = names.starting(0)
        assert started is not None
        assert (started[0].name, started[1].text) == ("Ada Roe", "Roe")

    @pytest.mark.parametrize(
        ("i", "reach", "found"),
        [
            (7, 7, ["Tom Ellery", "Ada Roe"]),
            (7, 6, ["Tom Ellery"]),
            (7, 1, ["Tom Ellery"]),
            (7, 0, []),
            (6, 6, ["Ada Roe"]),
            (6, 5, []),
        ],
    )
    def test_the_names_before_a_token(self, i: int, reach: int, found: list[str]) -> None:
        context = article(self.TEXT, names={"Ada Roe": "PERSON", "Tom Ellery": "PERSON"})
        assert [c.name for _, c in named(context).before(i, reach)] == found
