"""Who is told something, who asks, who passes it on."""

from __future__ import annotations

import pytest

from quotex.languages.lexicon import Sense
from quotex.occasions.venues.events import Events
from quotex.occasions.venues.hearers import Hearers, hearers_at
from quotex.occasions.venues.outlets import Outlets
from quotex.occasions.venues.places import Places
from quotex.quotations.candidate import Candidate
from tests.occasions.venues.clause import said, shown, tokens
from tests.trees import ENGLISH

WORDS = ENGLISH.venues
OUTLETS = Outlets(WORDS)
HEARERS = Hearers(WORDS, OUTLETS, Events(WORDS), Places(WORDS, OUTLETS))
THE = "the DT det 4; {} dobj 2"


@pytest.mark.parametrize(
    ("hearer", "expected"),
    [
        (THE.format("Sentinel NNP"), "medium Sentinel"),
        (THE.format("Beacon NNP"), "medium Beacon"),
        (THE.format("Wanderer NNP"), "medium Wanderer"),
        (THE.format("paper NN"), "medium paper"),
        (THE.format("court NN"), "place court"),
        (THE.format("Assembly NNP"), "place Assembly"),
        (THE.format("inquiry NN"), "event inquiry"),
        (THE.format("committee NN"), "event committee"),
        ("parliament NN dobj 2", "place parliament"),
        ("AFP NNP dobj 2 ORG", "medium AFP"),
        ("Channel NNP dobj 2 ORG; Six CD nummod 3", "medium Channel Six"),
        ("Lundby.com NNP dobj 2", "medium Lundby.com"),
        (THE.format("Queen NNP"), "-"),
        (THE.format("Treasury NNP"), "-"),
        (THE.format("FBI NNP") + " ORG", "-"),
        (THE.format("Dutch NNP") + " NORP", "-"),
        (THE.format("jury NN"), "-"),
        (THE.format("papers/paper NNS"), "-"),
        ("Roe NNP dobj 2 PERSON", "-"),
        ("Oslo NNP dobj 2 GPE", "-"),
        ("NASA NNP dobj 2 ORG", "-"),
        ("Lundby NNP dobj 2", "-"),
        ("reporters/reporter NNS dobj 2", "-"),
        # the parser makes the noun and the name two objects, or loses the object
        (
            "the DT det 4; newspaper NN dobj 2; Harbour NNP compound 6; Kurier NNP dobj 2 PERSON",
            "medium Harbour Kurier",
        ),
        (
            "the DT det 4; broadcaster NN dobj 2; Kanal NNP dobj 2 PERSON; 4 CD nummod 5",
            "medium Kanal 4",
        ),
        (
            "the DT det 6; podcast NN compound 6; Open NNP compound 6; Mic NNP appos 2 ORG",
            "medium Open Mic",
        ),
        (
            "the DT det 4; newspaper NN dobj 2; Lund NNP nsubj 6 PERSON; lied/lie VBD ccomp 2",
            "medium newspaper",
        ),
        ("Lund NNP appos 2 PERSON", "-"),
        ("Lund NNP dobj 2 ORG; to TO aux 5; stop VB xcomp 2", "-"),
    ],
)
def test_who_is_addressed(hearer: str, expected: str) -> None:
    clause = tokens(f"Roe NNP nsubj 2; told/tell VBD ROOT 2; {hearer}")
    assert shown(HEARERS.addressed(clause[1], clause[:1])) == expected


@pytest.mark.parametrize(
    ("clause", "verb", "expected"),
    [
        ("the DT det 2; court NN nsubj 3; heard/hear VBD ROOT 3", 2, "place court"),
        ("the DT det 2; inquest NN nsubj 3; heard/hear VBD ROOT 3", 2, "event inquest"),
        (
            "the DT det 2; hearing NN nsubjpass 4; was/be VBD auxpass 4; told/tell VBN ROOT 4",
            3,
            "event hearing",
        ),
        ("the DT det 2; crowd NN nsubj 3; heard/hear VBD ROOT 3", 2, "-"),
        ("the DT det 2; court NN nsubj 3; said/say VBD ROOT 3", 2, "-"),
    ],
)
def test_who_hears(clause: str, verb: int, expected: str) -> None:
    assert shown(HEARERS.addressed(tokens(clause)[verb], [])) == expected


@pytest.mark.parametrize(
    ("maker", "verb", "expected"),
    [
        ("Reuters NNP nsubj 2 ORG", "quoted/quote", "medium Reuters"),
        ("Lundby.com NNP nsubj 2", "quotes/quote", "medium Lundby.com"),
        ("opinion NN nsubj 2", "quotes/quote", "medium opinion"),
        ("Voss NNP nsubj 2 PERSON", "quoted/quote", "-"),
        ("Oslo NNP nsubj 2 GPE", "quoted/quote", "-"),
        ("Reuters NNP nsubj 2 ORG", "bought/buy", "-"),
        ("prosecutors/prosecutor NNS nsubj 2", "quoted/quote", "-"),
    ],
)
def test_who_passes_on_the_words(maker: str, verb: str, expected: str) -> None:
    line = (
        f"{maker}; {verb} VBD ROOT 2; Roe NNP dobj 2 PERSON; as IN prep 2; saying/say VBG pcomp 4"
    )
    clause = tokens(line)
    assert shown(HEARERS.quoted_by(clause[4], clause[2:3])) == expected
    assert shown(HEARERS.quoted_by(clause[4], clause[:1])) == "-"  # it is the source


@pytest.mark.parametrize(
    ("verb", "asker", "expected"),
    [
        ("Asked/ask", "the DT det 4; Sentinel NNP pobj 2", "medium Sentinel"),
        ("Interviewed/interview", "the DT det 4; paper NN pobj 2", "medium paper"),
        ("published/publish", "the DT det 4; Gazette NNP pobj 2", "medium Gazette"),
        ("Asked/ask", "the DT det 4; court NN pobj 2", "-"),
        ("Asked/ask", "the DT det 4; prosecutor NN pobj 2", "-"),
        ("published/publish", "the DT det 4; Ministry NNP pobj 2 ORG", "-"),
        ("Beaten/beat", "the DT det 4; Sentinel NNP pobj 2", "-"),
    ],
)
def test_who_asks(verb: str, asker: str, expected: str) -> None:
    clause = tokens(f"{verb} VBN advcl 5; by IN agent 1; {asker}; said/say VBD ROOT 5")
    assert shown(HEARERS.asked_by(clause)) == expected


@pytest.mark.parametrize(
    ("rest", "content", "expected"),
    [
        ("to IN prep 2; the DT det 5; crowd NN pobj 3", (0, 0), "gathering"),
        ("to IN prep 2; the DT det 5; judge NN pobj 3", (0, 0), "court"),
        ("to IN prep 2; the DT det 5; wall NN pobj 3", (0, 0), "nobody"),
        ("to IN prep 2; a DT det 5; crowd NN pobj 3", (0, 0), "nobody"),
        ("to IN prep 2; the DT det 5; crowd NN pobj 3", (9, 21), "nobody"),
    ],
)
def test_where_those_are_who_hear_it(rest: str, content: tuple[int, int], expected: str) -> None:
    sense = Sense("verb", "say", "obj", "speech", "asserts")
    words = said(rest)
    candidate = Candidate([content], words[1:2], words[:1], sense, "", "", 1.0)
    assert hearers_at(candidate, WORDS) == expected
