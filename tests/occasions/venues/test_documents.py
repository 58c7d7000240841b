"""Documents as media: as sources, where they were published, and what people write in."""

from __future__ import annotations

import pytest

from quotex.occasions.venues.documents import Documents
from quotex.occasions.venues.events import Events
from quotex.occasions.venues.hearers import Hearers
from quotex.occasions.venues.outlets import Outlets
from quotex.occasions.venues.places import Places
from tests.occasions.venues.clause import said, shown, tokens
from tests.trees import ENGLISH

WORDS = ENGLISH.venues
OUTLETS = Outlets(WORDS)
EVENTS = Events(WORDS)
HEARERS = Hearers(WORDS, OUTLETS, EVENTS, Places(WORDS, OUTLETS))
DOCUMENTS = Documents(WORDS, OUTLETS, HEARERS, EVENTS)
ACCOUNT = "an DT det 2; account NN nsubj 0; she PRP nsubj 4; gave/give VBD relcl 2; "
STUDY = "a DT det 2; study NN nsubj 0; published/publish VBN acl 2; "


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("the DT det 2; report NN nsubj 0; by IN prep 2; Lund NNP pobj 3 ORG", "medium report"),
        ("Lund NNP poss 3 ORG; 's POS case 1; accounts/account NNS nsubj 0", "medium accounts"),
        ("the DT det 2; figures/figure NNS nsubj 0", "medium figures"),
        ("the DT det 2; catalogue NN nsubj 0", "medium catalogue"),
        (
            "a DT det 2; complaint NN nsubj 0; and CC cc 2; a DT det 5; petition NN conj 2",
            "medium complaint, medium petition",
        ),
        (f"{STUDY}in IN prep 3; Stones NNP pobj 4 ORG", "medium Stones, medium study"),
        (f"{STUDY}in IN prep 3; parliament NN pobj 4", "medium study, place parliament"),
        (
            "a DT det 2; note NN nsubj 0; on IN prep 2; the DT det 5; website NN pobj 3",
            "medium note, medium website",
        ),
        (f"{ACCOUNT}to IN prep 4; CNN NNP pobj 5 ORG", "medium CNN, medium account"),
        ("a DT det 3; leading JJ amod 3; figure NN nsubj 0", "-"),
        (
            "the DT det 2; results/result NNS nsubj 0; of IN prep 2; a DT det 5; study NN pobj 3",
            "-",
        ),
        ("the DT det 2; law NN nsubj 0", "-"),
        ("the DT det 2; paper NN nsubj 0", "-"),
        ("the DT det 2; magazine NN nsubj 0", "-"),
        ("Lund NNP nsubj 0 ORG", "-"),
        (f"{STUDY}in IN prep 3; March NNP pobj 4 DATE", "medium study"),
        (f"{STUDY}in IN prep 3; Oslo NNP pobj 4 GPE", "medium study"),
        # the town of a forum is attached to the verb
        (
            f"{STUDY}at IN prep 3; a DT det 6; forum NN pobj 4; in IN prep 3; Oslo NNP pobj 7 GPE",
            "event forum, medium study, place Oslo",
        ),
        ("a DT det 2; note NN nsubj 0; on IN prep 2; a DT det 5; door NN pobj 3", "medium note"),
        ("the DT det 2; author NN nsubj 0; of IN prep 2; a DT det 5; report NN pobj 3", "-"),
    ],
)
def test_the_documents_in_a_source(source: str, expected: str) -> None:
    verb = len(source.split("; ")) + 1
    *words, _ = tokens(f"{source.replace('nsubj 0', f'nsubj {verb}')}; said/say VBD ROOT {verb}")
    assert shown(DOCUMENTS.venues_of_source(words)) == expected


def test_whether_a_document_is_a_venue_depends_on_its_speaker() -> None:
    report, letter = (
        next(DOCUMENTS.venues_of_source(tokens(f"{noun} NN nsubj 2; said/say VBD ROOT 2")[:1]))
        for noun in ("report", "letter")
    )
    assert report.is_source
    assert not letter.is_source  # a letter is always somebody's


@pytest.mark.parametrize(
    ("phrase", "is_introduced"),
    [
        ("in a ruling NN", True),
        ("in the minutes/minute NNS", True),
        ("by an e-mail NN", True),
        ("in an opinion NN", True),
        ("on a forum NN", True),
        ("in the diary NN", True),
        ("on a ruling NN", False),
        ("in a forum NN", False),
        ("in the minute NN", False),
        ("in a sign NN", False),
        ("in a reply NN", False),
        ("in his opinion NN", False),
        ("under a video NN", False),  # people only comment under it
        ("in a poll NN", False),
    ],
)
def test_documents_in_which_somebody_says_something(phrase: str, is_introduced: bool) -> None:
    preposition, det, noun = phrase.split(maxsplit=2)
    tag, dep = ("PRP$", "poss") if det == "his" else ("DT", "det")
    clause = said(f"{preposition} IN prep 2; {det} {tag} {dep} 5; {noun} pobj 3")
    assert DOCUMENTS.introduces(preposition, clause[4], clause[1]) is is_introduced


@pytest.mark.parametrize(
    ("noun", "is_introduced"), [("order", False), ("brief", False), ("letter", True)]
)
def test_a_bare_noun_is_an_idiom(noun: str, is_introduced: bool) -> None:
    clause = tokens(f"said/say VBD ROOT 1; in IN prep 1; {noun} NN pobj 2")
    assert DOCUMENTS.introduces("in", clause[2], clause[0]) is is_introduced


@pytest.mark.parametrize(
    ("verb", "thing", "is_publishing"),
    [
        ("published/publish", "article", True),
        ("posted/post", "letter", True),
        ("published/publish", "boat", False),
        ("bought/buy", "article", False),
    ],
)
def test_a_name_under_which_a_document_is_published(
    verb: str, thing: str, is_publishing: bool
) -> None:
    line = f"{verb} VBD ROOT 1; an DT det 3; {thing} NN dobj 1; in IN prep 1; the DT det 6;"
    clause = tokens(f"{line} Record NNP pobj 4")
    assert DOCUMENTS.published_in("in", clause[5], clause[0]) is is_publishing
