"""Which mention a pronoun refers to: what counts for one, what against, and how much."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from quotex.quotations.context import Context
from quotex.speakers.mentions.antecedents import Antecedents, Genders
from quotex.speakers.mentions.pronouns import Features, Number, pronoun_features
from quotex.speakers.names.cluster import Cluster, Gender
from tests.speakers.hand import article, name_of, word

HE, SHE = Features("one", "m"), Features("one", "f")
THEY, IT = Features("many", ""), Features("thing", "")


@dataclass
class Mentioned:
    """A mention: by which word, of which cluster, in which number."""

    at: str
    label: str = "PERSON"
    gender: Gender = ""
    number: Number = "one"
    times: int = 1
    guessed: Gender = ""


@dataclass
class Case:
    """Sentences, the mentions in them, and the word that refers to one of these."""

    sentences: list[str]
    mentions: list[Mentioned]
    found: str | None
    word: str = "he"
    features: Features = HE
    sources: set[str] = field(default_factory=set)
    content: dict[str, int] = field(default_factory=dict)

    def read(self) -> tuple[Context, Antecedents]:
        context = article(*self.sentences)
        genders = Genders({})
        view = context.view
        read = Antecedents(
            context,
            genders,
            {word(view, text).i for text in self.sources},
            {word(view, text).i: n for text, n in self.content.items()},
        )
        for number, m in enumerate(self.mentions):
            cluster = Cluster(number, m.at, m.label, gender=m.gender)
            if m.guessed:
                genders.guess(cluster, m.guessed)
            for _ in range(m.times):
                read.add(cluster, word(view, m.at), m.number)
        return context, read


HE_SLEPT = "he/PRP/nsubj/2 slept/VBD"
ROE_HID = "Roe/NNP/nsubj/2 hid/VBD"
HID_ROE = "it/PRP/x/2 hid/VBD Roe/NNP/dobj/2"
LIND_HID = "Lind/NNP/nsubj/2 hid/VBD"
HID_LIND = "it/PRP/x/2 hid/VBD Lind/NNP/dobj/2"
RAIN = "it/PRP/x/2 rained/VBD"
ROE, LIND = Mentioned("Roe"), Mentioned("Lind")


@pytest.mark.parametrize(
    "case",
    [
        # Number and gender.
        Case([ROE_HID, HE_SLEPT], [Mentioned("Roe", gender="m")], "Roe"),
        Case([ROE_HID, HE_SLEPT], [Mentioned("Roe", gender="f")], None),
        Case([ROE_HID, HE_SLEPT], [ROE], "Roe"),
        Case([ROE_HID, HE_SLEPT], [Mentioned("Roe", number="many")], None),
        Case([ROE_HID, HE_SLEPT], [Mentioned("Roe", "ORG", number="thing")], None),
        # A name of one word that acts, and about which nothing else is known, may be a company's.
        Case([ROE_HID, HE_SLEPT], [ROE], "Roe", features=IT),
        Case([HID_ROE, HE_SLEPT], [ROE], None, features=IT),
        Case([ROE_HID, HE_SLEPT], [Mentioned("Roe", gender="m")], None, features=IT),
        Case([ROE_HID, HE_SLEPT], [Mentioned("Roe", guessed="f")], None, features=IT),
        Case(
            [ROE_HID, LIND_HID, HE_SLEPT],
            [Mentioned("Roe", "ORG", number="thing"), LIND],
            "Lind",
            features=IT,
        ),
        Case(
            [ROE_HID, HID_LIND, HE_SLEPT],
            [Mentioned("Roe", "ORG", number="thing"), LIND],
            "Roe",
            features=IT,
        ),
        Case([ROE_HID, HE_SLEPT], [Mentioned("Roe", "ORG", number="thing")], "Roe", features=THEY),
        Case([ROE_HID, HE_SLEPT], [Mentioned("Roe", "GPE", number="thing")], None, features=THEY),
        Case([ROE_HID, HE_SLEPT], [Mentioned("Roe", "ORG", number="one")], None, features=THEY),
        Case([ROE_HID, HE_SLEPT], [Mentioned("Roe", "NOUN", number="many")], "Roe", features=THEY),
        Case([ROE_HID, HE_SLEPT], [Mentioned("Roe", "GPE", number="thing")], "Roe", features=IT),
        # Nearness: of several that are equally likely, the nearest; a subject takes precedence over
        # an object even two sentences away, but not three.
        Case([ROE_HID, LIND_HID, HE_SLEPT], [ROE, LIND], "Lind"),
        Case(["Roe/NNP/nsubj/3 Lind/NNP/nsubj/3 hid/VBD", HE_SLEPT], [ROE, LIND], "Lind"),
        Case([ROE_HID, HID_LIND, HE_SLEPT], [ROE, LIND], "Roe"),
        Case([ROE_HID, RAIN, HID_LIND, HE_SLEPT], [ROE, LIND], "Lind"),
        Case([ROE_HID, RAIN, HID_LIND, HE_SLEPT], [Mentioned("Roe", times=2), LIND], "Roe"),
        # Whose plans a sentence is about counts like its subject, but not whose lawyer acts.
        Case([LIND_HID, "Roe/NNP/poss/2 plan/NNS/nsubj/3 hid/VBD", HE_SLEPT], [LIND, ROE], "Roe"),
        Case([LIND_HID, "Roe/NNP/poss/2 mayor/NN/nsubj/3 hid/VBD", HE_SLEPT], [LIND, ROE], "Lind"),
        Case([LIND_HID, "Roe/PRP$/poss/2 plan/NN/nsubj/3 hid/VBD", HE_SLEPT], [LIND, ROE], "Lind"),
        # Paragraphs count in addition to sentences.
        Case([ROE_HID, RAIN, RAIN, "¶", HE_SLEPT], [ROE], "Roe"),
        Case([ROE_HID, RAIN, "¶", RAIN, "¶", HE_SLEPT], [ROE], None),
        # Sources.
        Case([HID_ROE, HID_LIND, HE_SLEPT], [ROE, LIND], "Lind"),
        Case([HID_ROE, HID_LIND, HE_SLEPT], [ROE, LIND], "Lind", sources={"Roe"}),
        Case(
            [HID_ROE, HID_LIND, HE_SLEPT],
            [Mentioned("Roe", times=2), LIND],
            "Lind",
            sources={"Roe"},
        ),
        Case(
            [HID_ROE, HID_LIND, HE_SLEPT], [Mentioned("Roe", times=4), LIND], "Roe", sources={"Roe"}
        ),
        # A speaker is a subject, whatever the parse says, unless it is an object.
        Case(["Roe/NNP/x/2 hid/VBD", HID_LIND, HE_SLEPT], [ROE, LIND], "Lind"),
        Case(["Roe/NNP/x/2 hid/VBD", HID_LIND, HE_SLEPT], [ROE, LIND], "Roe", sources={"Roe"}),
        Case(
            ["Roe/NNP/ROOT/1 Lind/NNP/dobj/3 hid/VBD/x/1", HE_SLEPT],
            [ROE, LIND],
            "Roe",
            sources={"Roe"},
        ),
        # No more than eight mentions count.
        Case([HID_ROE, HID_LIND, HE_SLEPT], [Mentioned("Roe", times=30), LIND], "Lind"),
        Case(
            [HID_ROE, HID_LIND, HE_SLEPT], [Mentioned("Roe", times=8), LIND], "Lind", sources=set()
        ),
        Case(
            [HID_ROE, HID_LIND, HE_SLEPT],
            [Mentioned("Roe", times=9), Mentioned("Lind", times=6)],
            "Lind",
            sources={"Roe"},
        ),
        Case(
            [HID_ROE, HID_LIND, HE_SLEPT],
            [Mentioned("Roe", times=8), Mentioned("Lind", times=5)],
            "Roe",
            sources={"Roe"},
        ),
        # An owner counts a little less.
        Case(
            ["Roe/NNP/dobj/4 Lind/NNP/poss/3 pier/NN/dobj/4 hid/VBD", HE_SLEPT],
            [ROE, LIND],
            "Roe",
        ),
        Case(
            ["Roe/NNP/dobj/4 Lind/NNP/poss/3 pier/NN/dobj/4 hid/VBD", HE_SLEPT],
            [ROE, Mentioned("Lind", times=5)],
            "Lind",
        ),
        # So does one without a name, and a place that is not a subject.
        Case(
            ["Roe/NNP/dobj/3 Lind/NN/dobj/3 hid/VBD", HE_SLEPT],
            [ROE, Mentioned("Lind", "NOUN")],
            "Roe",
        ),
        Case(
            ["Roe/NNP/dobj/3 Lind/NNP/dobj/3 hid/VBD", HE_SLEPT],
            [Mentioned("Roe", "NOUN", number="many"), Mentioned("Lind", "NOUN", number="many")],
            "Lind",
            features=THEY,
        ),
        # A plural that no list has as people counts for less, unless it speaks.
        Case(
            ["Roe/NNP/dobj/3 cliffs/NNS/dobj/3 hid/VBD", HE_SLEPT],
            [Mentioned("Roe", "NOUN", number="many"), Mentioned("cliffs", "NOUN", number="many")],
            "Roe",
            features=THEY,
        ),
        Case(
            ["Roe/NNP/dobj/3 cliffs/NNS/dobj/3 hid/VBD", HE_SLEPT],
            [Mentioned("Roe", "NOUN", number="many"), Mentioned("cliffs", "NOUN", number="many")],
            "cliffs",
            features=THEY,
            sources={"cliffs"},
        ),
        Case(
            [LIND_HID, "Roe/NN/nsubj/2 hid/VBD", HE_SLEPT], [LIND, Mentioned("Roe", "NOUN")], "Roe"
        ),
        Case(
            [LIND_HID, "Roe/NN/nsubj/2 hid/VBD", HE_SLEPT],
            [Mentioned("Lind", times=2), Mentioned("Roe", "NOUN")],
            "Lind",
        ),
        Case(
            ["Roe/NNP/dobj/3 Lind/NNP/dobj/3 hid/VBD", HE_SLEPT],
            [Mentioned("Roe", "ORG", number="thing"), Mentioned("Lind", "GPE", number="thing")],
            "Roe",
            features=IT,
        ),
        Case(
            ["Roe/NNP/nsubj/3 Lind/NNP/nsubj/3 hid/VBD", HE_SLEPT],
            [Mentioned("Roe", "ORG", number="thing"), Mentioned("Lind", "GPE", number="thing")],
            "Lind",
            features=IT,
        ),
        # Words inside a candidate's content, and the pronoun outside it.
        Case([ROE_HID, LIND_HID, HE_SLEPT], [ROE, LIND], "Lind", content={"Lind": 1, "he": 1}),
        Case(
            [ROE_HID, LIND_HID, HE_SLEPT],
            [ROE, Mentioned("Lind", times=2)],
            "Lind",
            content={"Lind": 0},
        ),
        Case(
            [ROE_HID, LIND_HID, HE_SLEPT],
            [Mentioned("Roe", times=2), LIND],
            "Roe",
            content={"Lind": 0},
        ),
        Case(
            [ROE_HID, LIND_HID, HE_SLEPT],
            [Mentioned("Roe", times=2), LIND],
            "Roe",
            content={"Lind": 0, "he": 1},
        ),
        Case(
            [ROE_HID, LIND_HID, HE_SLEPT],
            [Mentioned("Roe", times=2), LIND],
            "Lind",
            content={"he": 1},
        ),
        # A known or guessed gender takes precedence over an unknown one.
        Case(
            ["Roe/NNP/dobj/3 Lind/NNP/dobj/3 hid/VBD", HE_SLEPT],
            [Mentioned("Roe", gender="m"), LIND],
            "Roe",
        ),
        Case(
            ["Roe/NNP/dobj/3 Lind/NNP/dobj/3 hid/VBD", HE_SLEPT],
            [Mentioned("Roe", guessed="m"), LIND],
            "Roe",
        ),
        Case(
            ["Roe/NNP/dobj/3 Lind/NNP/dobj/3 hid/VBD", HE_SLEPT],
            [Mentioned("Roe", gender="m"), Mentioned("Lind", times=8)],
            "Roe",
        ),
        Case(
            ["Roe/NNP/dobj/3 Lind/NNP/dobj/3 hid/VBD", HE_SLEPT],
            [Mentioned("Roe", guessed="m"), Mentioned("Lind", times=6)],
            "Lind",
        ),
        Case(
            ["Roe/NNP/dobj/3 Lind/NNP/dobj/3 hid/VBD", HE_SLEPT],
            [ROE, Mentioned("Lind", guessed="f")],
            "Roe",
        ),
        Case(
            ["Roe/NNP/dobj/3 Lind/NNP/nsubj/3 hid/VBD", HE_SLEPT],
            [ROE, Mentioned("Lind", guessed="f")],
            "Lind",
        ),
        Case(
            ["Roe/NNP/dobj/3 Lind/NNP/nsubj/3 hid/VBD", HE_SLEPT],
            [Mentioned("Roe", times=7), Mentioned("Lind", guessed="f")],
            "Roe",
        ),
        # Arguments of one verb are two different people.
        Case(["Roe/NNP/nsubj/2 saw/VBD he/PRP/dobj/2"], [ROE], None),
        Case(["Roe/NNP/conj/2 saw/VBD he/PRP/dobj/2"], [ROE], "Roe"),
        Case(["Roe/NNP/nsubj/2 saw/VBD he/PRP/poss/4 pier/NN/dobj/2"], [ROE], "Roe"),
        Case(["Roe/NNP/poss/4 saw/VBD he/PRP/poss/4 pier/NN/dobj/2"], [ROE], None),
        Case(["Roe/NNP/amod/4 saw/VBD he/PRP/poss/4 pier/NN/dobj/2"], [ROE], "Roe"),
        Case(["Roe/NNP/poss/2 saw/VBD he/PRP/dobj/2"], [ROE], "Roe"),
        # A mention inside a quotation counts only within it.
        Case(["“/`` Roe/NNP/nsubj/3 hid/VBD ”/''", HE_SLEPT], [ROE], None),
        Case(
            ["“/`` Roe/NNP/nsubj/3 hid/VBD and/CC he/PRP/nsubj/6 slept/VBD/conj/3 ”/''"],
            [ROE],
            "Roe",
        ),
        Case([ROE_HID, "“/`` he/PRP/nsubj/3 slept/VBD ”/''"], [ROE], "Roe"),
        Case(
            ["“/`` Roe/NNP/nsubj/3 hid/VBD ”/''", "“/`` he/PRP/nsubj/3 slept/VBD ”/''"], [ROE], None
        ),
        # How far away it may be.
        Case([HID_ROE, HE_SLEPT], [ROE], "Roe"),
        Case([HID_ROE, RAIN, HE_SLEPT], [ROE], None),
        Case([HID_ROE, RAIN, HE_SLEPT], [Mentioned("Roe", times=6)], "Roe"),
        Case([HID_ROE, RAIN, HE_SLEPT], [Mentioned("Roe", times=5)], None),
        Case([HID_ROE, "¶", HE_SLEPT], [ROE], "Roe"),
        Case([HID_ROE, "¶", "¶", HE_SLEPT], [ROE], "Roe"),
        Case([ROE_HID, RAIN, RAIN, HE_SLEPT], [ROE], "Roe"),
        Case([ROE_HID, RAIN, RAIN, RAIN, HE_SLEPT], [ROE], None),
        Case([ROE_HID, *[RAIN] * 3, HE_SLEPT], [Mentioned("Roe", times=6)], "Roe"),
        Case(
            [ROE_HID, *[RAIN] * 4, HE_SLEPT],
            [Mentioned("Roe", times=8)],
            None,
            sources=set(),
        ),
        Case([ROE_HID, *[RAIN] * 4, HE_SLEPT], [Mentioned("Roe", times=8)], "Roe", sources={"Roe"}),
        Case(
            [ROE_HID, *[RAIN] * 5, HE_SLEPT],
            [Mentioned("Roe", times=8)],
            None,
            sources={"Roe"},
        ),
        # The only person of a gender that the text keeps mentioning, at any distance.
        Case([ROE_HID, *[RAIN] * 9, HE_SLEPT], [Mentioned("Roe", gender="m", times=3)], "Roe"),
        Case([ROE_HID, *[RAIN] * 9, HE_SLEPT], [Mentioned("Roe", guessed="m", times=3)], "Roe"),
        Case(
            [ROE_HID, LIND_HID, *[RAIN] * 9, HE_SLEPT],
            [Mentioned("Roe", gender="m", times=3), Mentioned("Lind", gender="f", times=3)],
            "Roe",
        ),
        Case([ROE_HID, *[RAIN] * 9, HE_SLEPT], [Mentioned("Roe", gender="m", times=2)], None),
        Case([ROE_HID, *[RAIN] * 9, HE_SLEPT], [Mentioned("Roe", times=3)], None),
        Case([ROE_HID, *[RAIN] * 9, HE_SLEPT], [Mentioned("Roe", gender="f", times=3)], None),
        Case(
            [ROE_HID, LIND_HID, *[RAIN] * 9, HE_SLEPT],
            [Mentioned("Roe", gender="m", times=3), LIND],
            None,
        ),
        Case(
            [ROE_HID, *[RAIN] * 9, HE_SLEPT],
            [Mentioned("Roe", "NOUN", gender="m", times=3)],
            None,
        ),
        # Whoever does something does it to somebody else, unless to himself; an apposition counts
        # as the noun beside it.
        Case(
            ["Roe/NNP/appos/2 who/WP/nsubj/3 flew/VBD/relcl/1 for/IN/prep/3 he/PRP/pobj/4"],
            [ROE],
            None,
        ),
        Case(
            ["Roe/NNP/nsubj/2 flew/VBD/ROOT/2 for/IN/prep/2 he/PRP/pobj/3"],
            [ROE],
            None,
        ),
        Case(
            ["Roe/NNP/nsubj/2 flew/VBD/ROOT/2 for/IN/prep/2 himself/PRP/pobj/3"],
            [ROE],
            "Roe",
            word="himself",
        ),
        Case(
            ["heir/NN/nsubj/4 Roe/NNP/appos/1 Lind/NNP/dobj/4 hid/VBD", HE_SLEPT],
            [ROE, LIND],
            "Roe",
        ),
        Case(
            ["heir/NN/dobj/4 Roe/NNP/appos/1 Lind/NNP/dobj/4 hid/VBD", HE_SLEPT],
            [ROE, LIND],
            "Lind",
        ),
        # An apposition to an apposition, or, wrongly, to the verb after it.
        Case(
            ["co/NN/nsubj/5 heir/NN/appos/1 Roe/NNP/appos/2 Lind/NNP/dobj/5 hid/VBD", HE_SLEPT],
            [ROE, LIND],
            "Roe",
        ),
        Case(
            ["Roe/NNP/appos/3 Lind/NNP/dobj/3 hid/VBD", HE_SLEPT],
            [ROE, LIND],
            "Roe",
        ),
        Case(
            ["hid/VBD Roe/NNP/appos/1 Lind/NNP/dobj/1", HE_SLEPT],
            [ROE, LIND],
            "Lind",
        ),
    ],
)
def test_whom_a_pronoun_refers_to(case: Case) -> None:
    context, read = case.read()
    assert name_of(read.best(word(context.view, case.word), case.features)) == case.found


def test_only_the_last_forty_mentions_count() -> None:
    context = article(ROE_HID, "Lind/NNP/nsubj/2 hid/VBD", HE_SLEPT)
    for others, found in ((39, "Roe"), (40, None)):
        read = Antecedents(context, Genders({}), set(), {})
        read.add(Cluster(0, "Roe", "PERSON"), word(context.view, "Roe"), "one")
        for _ in range(others):
            read.add(Cluster(1, "Lind", "ORG"), word(context.view, "Lind"), "thing")
        assert name_of(read.best(word(context.view, "he"), HE)) == found


@pytest.mark.parametrize(("between", "found"), [(3, "Roe"), (4, "Roe"), (5, None)])
def test_at_most_six_sentences_back(between: int, found: str | None) -> None:
    context = article(ROE_HID, *[RAIN] * between, HE_SLEPT)
    genders = Genders({})
    read = Antecedents(context, genders, {word(context.view, "Roe").i}, {})
    for _ in range(8):
        read.add(Cluster(0, "Roe", "PERSON"), word(context.view, "Roe"), "one")
    assert name_of(read.best(word(context.view, "he"), HE)) == found


@pytest.mark.parametrize(
    ("case", "found"),
    [
        (Case([ROE_HID, "the/DT mayor/NN/nsubj/3 slept/VBD"], [ROE], None), "Roe"),
        (Case([ROE_HID, RAIN, "the/DT mayor/NN/nsubj/3 slept/VBD"], [ROE], None), None),
        (Case([ROE_HID, "mayor/NN/nsubj/2 slept/VBD"], [Mentioned("Roe", gender="f")], None), None),
        (Case([ROE_HID, "mayor/NN/nsubj/2 slept/VBD"], [Mentioned("Roe", "NOUN")], None), None),
        (
            Case([ROE_HID, "mayor/NN/nsubj/2 slept/VBD"], [Mentioned("Roe", number="many")], None),
            None,
        ),
        (Case(["Roe/NNP/nsubj/2 saw/VBD mayor/NN/dobj/2"], [ROE], None), None),
        (
            Case(["“/`` Roe/NNP/nsubj/3 hid/VBD ”/''", "mayor/NN/nsubj/2 slept/VBD"], [ROE], None),
            None,
        ),
        (
            Case(["“/`` Roe/NNP/nsubj/3 hid/VBD mayor/NN/x/5 slept/VBD/conj/3 ”/''"], [ROE], None),
            None,
        ),
        (
            Case(
                ["Roe/NNP/nsubj/3 Lind/NNP/dobj/3 hid/VBD", "mayor/NN/nsubj/2 slept/VBD"],
                [ROE, LIND],
                None,
            ),
            "Roe",
        ),
    ],
)
def test_whom_an_epithet_describes(case: Case, found: str | None) -> None:
    context, read = case.read()
    assert name_of(read.best_for_epithet(word(context.view, "mayor"), "m")) == found


def test_known_and_guessed_genders() -> None:
    genders = Genders({1: "f"})
    known, learned, unknown = (
        Cluster(n, "Roe", "PERSON", gender="m" if n == 0 else "") for n in range(3)
    )
    assert [genders.known(c) for c in (known, learned, unknown)] == ["m", "f", ""]
    for cluster in (known, learned, unknown, Cluster(3, "Board", "ORG")):
        genders.guess(cluster, "m")
    assert [genders.guessed(Cluster(n, "", "PERSON")) for n in range(4)] == ["", "", "m", ""]
    assert [genders.may_have_gender(c, "m") for c in (known, learned, unknown)] == [
        True,
        False,
        True,
    ]
    genders.guess(unknown, "f")
    assert genders.guessed(unknown) == "f"


@pytest.mark.parametrize(
    ("text", "features"),
    [
        ("he", HE),
        ("Him", HE),
        ("his", HE),
        ("himself", HE),
        ("she", SHE),
        ("hers", SHE),
        ("they", THEY),
        ("theirs", THEY),
        ("it", IT),
        ("its", IT),
        ("I", None),
        ("we", None),
        ("you", None),
        ("who", None),
        ("pier", None),
    ],
)
def test_features_of_a_pronoun(text: str, features: Features | None) -> None:
    assert pronoun_features(article(f"{text}/PRP slept/VBD").view.tokens[0]) == features
