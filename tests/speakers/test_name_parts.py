"""What names are made of, and which sentences are headlines."""

from __future__ import annotations

import pytest

from quotex.parse.view import Token
from quotex.speakers.names.headlines import headlines
from quotex.speakers.names.parts import (
    acronyms,
    given_name,
    is_national,
    name_heads,
    noun_last,
    person_parts,
    proper_name,
    split_name_tail_length,
    surname,
)
from tests.speakers.hand import article, words
from tests.trees import ENGLISH

SUFFIXES = ENGLISH.speakers.name_suffixes
LINKS = ENGLISH.speakers.name_links
SMALL = ENGLISH.classes.words("headline_small")


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Thomas A. Ellery Jr.", ["Thomas", "Ellery"]),
        ("Thomas Ellery III", ["Thomas", "Ellery"]),
        ("J. Roe", ["Roe"]),
        ("Al Roe", ["Al", "Roe"]),
        ("J. R.", ["J.", "R."]),
        ("Ada “ Roe ”", ["Ada", "Roe"]),
        ("“ ”", []),
    ],
)
def test_the_parts_of_a_person(name: str, parts: list[str]) -> None:
    assert person_parts(name.split(), SUFFIXES) == parts


@pytest.mark.parametrize(
    ("parts", "given", "last"),
    [(["Ada", "Mary", "Roe"], "ada", "roe"), (["Roe"], "", "roe"), ([], "", "")],
)
def test_given_name_and_surname(parts: list[str], given: str, last: str) -> None:
    assert (given_name(parts), surname(parts)) == (given, last)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Union of Lundby Divers", {"ULD", "UOLD"}),
        ("Lundby Divers", {"LD"}),
        ("Union of the", set()),
        ("Lundby", set()),
        ("Lundby 2014", set()),
        ("lundby divers", {"LD"}),
    ],
)
def test_the_acronyms_of_a_name(name: str, expected: set[str]) -> None:
    assert acronyms(name, SMALL) == expected


@pytest.mark.parametrize(
    ("name", "heads"),
    [
        ("Foreign Ministry", {"ministry"}),
        ("Ministry of Defence", {"ministry", "defence"}),
        ("Council on Piers for Lundby", {"council", "piers", "lundby"}),
        ("Friends in Need", {"need"}),
        ("Navy", set()),
    ],
)
def test_the_words_that_may_head_a_name(name: str, heads: set[str]) -> None:
    assert name_heads(name, LINKS) == heads


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ye|-|jin| |Choi", 3),
        ("Min|-|jun| |spoke", 2),
        ("Min|-|jun", 2),
        ("Ye| |-| |jin| |Choi", 0),
        ("Ye|-|Jin| |Choi", 0),
        ("ye|-|jin| |Choi", 0),
        ("Ye|–|jin| |Choi", 0),
        ("Flight|-|7|Lund", 0),
        ("Ye|-", 0),
    ],
)
def test_a_first_name_split_at_a_hyphen(text: str, count: int) -> None:
    tokens, start = [], 0
    for part in text.split("|"):
        if part != " ":
            tokens.append(Token(len(tokens), part, start, start + len(part)))
        start += len(part)
    assert split_name_tail_length(tokens) == count


@pytest.mark.parametrize(
    ("key", "reordered"),
    [
        ("ministry of transport", "transport ministry"),
        ("department for the environment", "environment department"),
        ("lundby ministry of foreign affairs", "lundby foreign affairs ministry"),
        # No link, two links, or nothing beside it.
        ("transport ministry", "transport ministry"),
        ("court of appeal for lundby", "court of appeal for lundby"),
        ("of lundby", "of lundby"),
        ("friends of", "friends of"),
    ],
)
def test_a_name_with_its_head_last(key: str, reordered: str) -> None:
    assert noun_last(key, LINKS, ENGLISH.speakers.article) == reordered


@pytest.mark.parametrize(
    ("sentence", "is_one"),
    [
        ("the/DT/det/2 Dane/NNP", True),
        ("another/DT/det/2 Welshman/NNP", True),
        ("New/NNP/compound/2 Zealander/NNP", True),
        ("a/DT/det/2 Frenchwoman/NNP", True),
        ("the/DT/det/2 dane/NN", False),
        ("the/DT/det/2 SCOT/NNP", False),
        ("the/DT/det/2 Man/NNP", False),
        ("Ada/NNP/compound/2 Dunman/NNP", False),
        ("the/DT/det/2 Diver/NNP", False),
    ],
)
def test_a_noun_for_somebody_from_a_place(sentence: str, is_one: bool) -> None:
    tokens = article(f"{sentence} slept/VBD").view.tokens[:2]
    assert is_national(tokens, ENGLISH.speakers) is is_one


@pytest.mark.parametrize(
    ("sentences", "found"),
    [
        # Four words, three quarters of them capitalised.
        (["It/PRP rained/VBD ./.", "¶", "Roe/NNP Wins/VBZ Big/NNP race/NN"], {2}),
        (["It/PRP rained/VBD ./.", "¶", "Roe/NNP Wins/VBZ big/NNP race/NN"], set()),
        (["It/PRP rained/VBD ./.", "¶", "Roe/NNP Wins/VBZ Race/NN"], set()),
        (["It/PRP rained/VBD ./.", "¶", "Roe/NNP Wins/VBZ in/IN Race/NN"], set()),
        (["It/PRP rained/VBD ./.", "¶", "Roe/NNP Wins/VBZ The/DT Race/NN Again/RB"], {2}),
        (["It/PRP rained/VBD ./.", "¶", "Roe/NNP wins/VBZ The/DT Big/JJ Race/NN Again/RB"], set()),
        # Without a verb only in the first paragraph.
        (["The/DT race/NN again/RB"], {0}),
        (["The/DT race/NN again/RB", "It/PRP rained/VBD ./."], {0}),
        (["It/PRP rained/VBD ./.", "¶", "The/DT race/NN again/RB"], set()),
        # A paragraph is one headline, however it is split.
        (["It/PRP rained/VBD ./.", "¶", "Roe/NNP Wins/VBZ", "Big/JJ Race/NN"], {2, 3}),
        (["It/PRP rained/VBD ./.", "¶", "Roe/NNP Wins/VBZ", "no/DT race/NN"], set()),
        # One sentence may be in headline style when its paragraph is not.
        (
            [
                "It/PRP rained/VBD ./.",
                "¶",
                "Roe/NNP Wins/VBZ Big/JJ Race/NN",
                "she/PRP came/VBD home/RB on/IN a/DT boat/NN",
            ],
            {2},
        ),
    ],
)
def test_headline_style(sentences: list[str], found: set[int]) -> None:
    view = article(*sentences).view
    starts = [view.tokens[view.sentences[n].first].text for n in sorted(headlines(view))]
    firsts = [s.split("/")[0] for s in sentences]
    assert starts == [firsts[n] for n in sorted(found)]


@pytest.mark.parametrize(
    ("sentence", "source", "found"),
    [
        ("Ada/NNP/compound/2 Roe/NNP/nsubj/3 slept/VBD", "Ada Roe", "Ada Roe"),
        (
            "Lars/NNP/compound/3 Ada/NNP/compound/3 Roe/NNP/nsubj/4 slept/VBD",
            "Lars Ada Roe",
            "Lars Ada Roe",
        ),
        ("the/DT/det/3 diver/NN/compound/3 Roe/NNP/nsubj/4 slept/VBD", "the diver Roe", "Roe"),
        ("the/DT diver/NN/nsubj/3 slept/VBD", "the diver", ""),
        ("Ada/NNP/compound/3 the/DT/det/3 Roe/NNP/nsubj/4 slept/VBD", "Ada the Roe", "Roe"),
        (
            "the/DT/det/2 Post/NNP/poss/4 's/POS/case/2 Roe/NNP/nsubj/5 slept/VBD",
            "the Post 's Roe",
            "Post 's Roe",
        ),
        ("Roe/NNP/nsubj/5 -/HYPH Lind/NNP of/IN slept/VBD", "Roe - Lind of", "Roe - Lind"),
        (
            "Lind/NNP/compound/3 -/HYPH/punct/3 Roe/NNP/nsubj/4 slept/VBD",
            "Lind - Roe",
            "Lind - Roe",
        ),
        ("big/JJ/amod/3 -/HYPH/punct/3 Roe/NNP/nsubj/4 slept/VBD", "big - Roe", "Roe"),
        ("Roe/NNP/nsubj/5 of/IN Lind/NNP -/HYPH slept/VBD", "Roe of Lind", "Roe"),
        ("Roe/NNP/nsubj/3 -/HYPH slept/VBD", "Roe -", "Roe"),
    ],
)
def test_the_proper_name_that_heads_a_source(sentence: str, source: str, found: str) -> None:
    run = proper_name(words(article(sentence).view, source))
    assert " ".join(t.text for t in run) == found
