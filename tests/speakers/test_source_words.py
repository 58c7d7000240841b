"""Which words of a candidate are its source, and which word has the name."""

from __future__ import annotations

import pytest

from quotex.quotations.context import Context
from quotex.speakers.names.names import Names
from quotex.speakers.sources import (
    coordinated_heads,
    person_after_office,
    person_set_off,
    relative_antecedent,
    source_words,
)
from tests.speakers.hand import article, candidate, name_of, named, word, words
from tests.trees import ENGLISH

NAMES = {"Roe": "PERSON", "Lind": "PERSON", "Board": "ORG"}


def read(text: str) -> tuple[Context, Names]:
    context = article("It/PRP rained/VBD", text, names=NAMES)
    return context, named(context)


@pytest.mark.parametrize(
    ("text", "source", "cue", "found"),
    [
        ("Roe/NNP/nsubj/2 said/VBD so/RB", "Roe", "said", "Roe"),
        # The two were mixed up.
        ("Roe/NNP/nsubj/2 said/VBD so/RB", "said", "Roe", "Roe"),
        ("According/VBG to/IN Roe/NNP/pobj/2", "According to", "Roe", "Roe"),
        ("the/DT said/VBD so/RB", "said", "the", "the"),
        ("Said/VBD Roe/NNP so/RB", "Said", "Roe", "Said"),
        ("Saying/VBG Roe/NNP so/RB", "Saying", "Roe", "Roe"),
        ("To/IN Roe/NNP said/VBD", "To", "Roe", "Roe"),
        ("said/VBD so/RB Roe/NNP", "said", "so", "said"),
        ("said/VBD Roe/NNP went/VBD", "said", "went", "said"),
        # No source, but the cue has a subject that is a name.
        ("Roe/NNP/nsubj/2 said/VBD so/RB", "", "said", "Roe"),
        ("they/PRP/nsubj/2 said/VBD so/RB", "", "said", ""),
        ("Roe/NN/nsubj/2 said/VBD so/RB", "", "said", "Roe"),
        ("roe/NN/nsubj/2 said/VBD so/RB", "", "said", ""),
        ("Roe/NNP/nsubj/3 had/VBD/aux/3 said/VBN/ROOT/3", "", "had said", "Roe"),
        ("Roe/NNP/nsubj/2 said/VBN so/RB", "", "said", ""),
        ("Roe/NNP/nsubj/2 so/RB said/VBD", "", "so", ""),
        ("", "", "", ""),
        # A court only hears what somebody says there.
        ("Court/NNP/nsubj/2/court heard/VBD/ROOT/2/hear so/RB", "", "heard", ""),
        ("Court/NNP/nsubj/2/court ruled/VBD/ROOT/2/rule so/RB", "", "ruled", "Court"),
        ("Roe/NNP/nsubj/2 heard/VBD/ROOT/2/hear so/RB", "", "heard", "Roe"),
    ],
)
def test_the_words_of_the_source(text: str, source: str, cue: str, found: str) -> None:
    view = article("It/PRP rained/VBD", text or "so/RB slept/VBD").view
    given = candidate(
        [(0, 1)], words(view, cue) if cue else (), words(view, source) if source else ()
    )
    assert " ".join(t.text for t in source_words(given)) == found


@pytest.mark.parametrize(
    ("start", "end", "found"), [(10, 13, ""), (9, 11, ""), (13, 20, "Roe"), (0, 10, "Roe")]
)
def test_a_subject_within_the_content_is_not_the_source(start: int, end: int, found: str) -> None:
    view = article("It/PRP rained/VBD", "Roe/NNP/nsubj/2 said/VBD so/RB").view
    assert word(view, "Roe").start == 10
    given = candidate([(start, end)], words(view, "said"))
    assert " ".join(t.text for t in source_words(given)) == found


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("police/NN Chief/NNP Roe/NNP slept/VBD", "police Chief Roe", "Roe"),
        ("Police/NNP Chief/NNP Roe/NNP slept/VBD", "Police Chief Roe", None),
        ("the/DT police/NN Roe/NNP slept/VBD", "the police Roe", None),
        ("police/NN Roe/NNP chief/NN slept/VBD", "police Roe chief", None),
        ("police/NN Board/NNP slept/VBD", "police Board", None),
        ("Roe/NNP slept/VBD", "Roe", None),
    ],
)
def test_the_person_after_an_office(text: str, source: str, name: str | None) -> None:
    context, names = read(text)
    assert name_of(person_after_office(words(context.view, source), names)) == name


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("a/DT diver/NN ,/, Roe/NNP ,/, slept/VBD", "a diver , Roe ,", "Roe"),
        ("a/DT diver/NN Roe/NNP ,/, slept/VBD", "a diver Roe ,", None),
        ("a/DT diver/NN ,/, Board/NNP slept/VBD", "a diver , Board", None),
        ("a/DT diver/NN ,/, slept/VBD", "a diver ,", None),
        ("Roe/NNP slept/VBD", "Roe", None),
    ],
)
def test_the_person_set_off_by_commas(text: str, source: str, name: str | None) -> None:
    context, names = read(text)
    assert name_of(person_set_off(words(context.view, source), names)) == name


@pytest.mark.parametrize(
    ("text", "source", "head", "heads"),
    [
        ("Roe/NNP/x/4 and/CC Lind/NNP/conj/1 slept/VBD", "Roe and Lind", "Roe", ["Roe", "Lind"]),
        ("Roe/NNP/x/4 and/CC Lind/NNP/conj/1 slept/VBD", "Roe", "Roe", ["Roe"]),
        ("Roe/NNP/x/4 and/CC Lind/NNP/nmod/1 slept/VBD", "Roe and Lind", "Roe", ["Roe"]),
        (
            "mayor/NN/x/5 Roe/NNP/appos/1 and/CC Lind/NNP/conj/2 slept/VBD",
            "mayor Roe and Lind",
            "mayor",
            ["Roe", "Lind"],
        ),
        (
            "mayor/NN/x/5 Roe/NNP/appos/1 and/CC cook/NN/conj/1 slept/VBD",
            "mayor Roe and cook",
            "mayor",
            ["Roe", "cook"],
        ),
        ("mayor/NN/x/3 Board/NNP/appos/1 slept/VBD", "mayor Board", "mayor", ["mayor"]),
        ("mayor/NN/x/3 Roe/NNP/appos/1 slept/VBD", "mayor", "mayor", ["mayor"]),
        ("Roe/NNP/x/3 Lind/NNP/appos/1 slept/VBD", "Roe Lind", "Roe", ["Roe"]),
    ],
)
def test_the_heads_of_several(text: str, source: str, head: str, heads: list[str]) -> None:
    context, names = read(text)
    view = context.view
    found = coordinated_heads(words(view, source), word(view, head), names)
    assert [t.text for t in found] == heads


@pytest.mark.parametrize(
    ("text", "pronoun", "noun"),
    [
        ("a/DT diver/NN/x/5 who/WP/x/4 dives/VBZ/relcl/2 slept/VBD/x/5", "who", "diver"),
        ("a/DT diver/NN/x/5 who/WP/x/4 dives/VBZ/acl/2 slept/VBD/x/5", "who", "diver"),
        ("a/DT diver/NN/x/5 who/WP/x/4 dives/VBZ/conj/2 slept/VBD/x/5", "who", None),
        ("a/DT diver/NN/x/5 they/PRP/x/4 dives/VBZ/relcl/2 slept/VBD/x/5", "they", "they"),
        ("a/DT diver/NN/x/5 that/DT/x/4 dives/VBZ/relcl/2 slept/VBD/x/5", "that", "that"),
        ("a/DT pier/NN/x/5 which/WDT/x/4 dives/VBZ/relcl/2 slept/VBD/x/5", "which", "pier"),
        # Things do not speak; those around them may.
        (
            "moor/NN/x/6 of/IN/prep/1 piers/NN/pobj/2 who/WP/x/5 dives/VBZ/relcl/3 ran/VBD/x/6",
            "who",
            "piers",
        ),
        ("mayor/NN/x/5 pier/NN/nmod/1 who/WP/x/4 dives/VBZ/relcl/2 ran/VBD/x/5", "who", "mayor"),
        (
            "diver/NN/x/5 pier/NN/nmod/1 which/WDT/x/4 dives/VBZ/relcl/2 ran/VBD/x/5",
            "which",
            "pier",
        ),
        ("Roe/NNP/x/5 Board/NNP/nmod/1 who/WP/x/4 dives/VBZ/relcl/2 ran/VBD/x/5", "who", "Roe"),
        ("Roe/NNP/x/5 me/PRP/nmod/1 who/WP/x/4 dives/VBZ/relcl/2 ran/VBD/x/5", "who", "me"),
        # An apposition refers to the one who has the name.
        ("Roe/NNP/x/5 diver/NN/appos/1 who/WP/x/4 dives/VBZ/relcl/2 ran/VBD/x/5", "who", "Roe"),
        ("Roe/NNP/x/5 mayor/NN/nmod/1 who/WP/x/4 dives/VBZ/relcl/2 ran/VBD/x/5", "who", "mayor"),
        ("cook/NN/x/5 diver/NN/appos/1 who/WP/x/4 dives/VBZ/relcl/2 ran/VBD/x/5", "who", "diver"),
        ("Roe/NNP/x/5 Lind/NNP/appos/1 who/WP/x/4 dives/VBZ/relcl/2 ran/VBD/x/5", "who", "Lind"),
        # If the parse says nothing, the name just before.
        ("Roe/NNP who/WP/x/3 dives/VBZ", "who", "Roe"),
        ("Roe/NNP ,/, ,/, who/WP/x/5 dives/VBZ", "who", "Roe"),
        ("Roe/NNP ,/, ,/, ,/, who/WP/x/6 dives/VBZ", "who", None),
        ("it/PRP who/WP/x/3 dives/VBZ", "who", None),
    ],
)
def test_whom_a_relative_pronoun_refers_to(text: str, pronoun: str, noun: str | None) -> None:
    context, names = read(text)
    found = relative_antecedent(word(context.view, pronoun), names, ENGLISH.speakers)
    assert (found.text if found is not None else None) == noun
