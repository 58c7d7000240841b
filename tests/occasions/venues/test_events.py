"""Which nouns are events, and which phrases introduce one."""

from __future__ import annotations

import pytest

from quotex.occasions.venues.events import Events
from tests.occasions.venues.clause import shown, tokens
from tests.trees import ENGLISH

EVENTS = Events(ENGLISH.venues)
PHRASE = "Roe NNP nsubj 2; {verb} VBD ROOT 2; {lead} IN prep 2; {det} DT det 5; {noun} pobj 3"


@pytest.mark.parametrize(
    ("verb", "phrase", "is_introduced"),
    [
        ("said/say", "at a rally NN", True),
        ("said/say", "in a workshop NN", True),
        ("said/say", "at the funeral NN", True),
        ("said/say", "during the Festival NNP", True),
        ("said/say", "throughout the trial NN", True),
        ("spoke/speak", "to the rally NN", True),
        ("said/say", "at the Summit NNP", True),
        ("said/say", "at the forum NN", True),
        ("said/say", "in the trial NN", False),
        ("said/say", "on the wedding NN", False),
        ("said/say", "on the forum NN", False),
        ("said/say", "to the rally NN", False),
        ("said/say", "on the Summit NNP", False),
        ("said/say", "at the harbour NN", False),
        ("said/say", "at the weekend NN", False),
        ("said/say", "for the rally NN", False),
    ],
)
def test_phrases_that_introduce_an_event(verb: str, phrase: str, is_introduced: bool) -> None:
    lead, det, noun = phrase.split(maxsplit=2)
    clause = tokens(PHRASE.format(verb=verb, lead=lead, det=det, noun=noun))
    assert EVENTS.introduces(lead, clause[4], clause[1]) is is_introduced


@pytest.mark.parametrize(
    ("phrase", "is_mentioned"),
    [
        ("at a rally NN", True),
        ("after a rally NN", True),
        ("during the rally NN", True),
        ("after the rally NN", False),
        ("following the rally NN", False),
    ],
)
def test_after_a_known_event_means_that_it_is_over(phrase: str, is_mentioned: bool) -> None:
    lead, det, noun = phrase.split(maxsplit=2)
    clause = tokens(PHRASE.format(verb="said/say", lead=lead, det=det, noun=noun))
    assert EVENTS.is_mentioned(lead, clause[4]) is is_mentioned


def test_a_bare_noun_is_an_idiom() -> None:
    protest = tokens("left/leave VBD ROOT 1; in IN prep 1; protest NN pobj 2")[2]
    assert not EVENTS.is_mentioned("in", protest)


def test_the_place_before_an_event() -> None:
    clause = tokens("at IN prep 1; an DT det 4; Oslo NNP compound 4 GPE; rally NN pobj 1")
    assert shown(EVENTS.venues_of(clause[3])) == "event Oslo rally, place Oslo"


@pytest.mark.parametrize(
    ("name", "is_event"),
    [
        ("Question NNP compound 2; Period NN ROOT 2", True),
        ("question NN compound 2; period NN ROOT 2", True),
        ("Grace NNP compound 2; Period NN ROOT 2", False),
        ("Town NNP compound 2; Hall NN ROOT 2", False),
    ],
)
def test_a_name_in_two_words(name: str, is_event: bool) -> None:
    assert EVENTS.is_event(tokens(name)[1]) is is_event
