"""Cues that are none, and cues that go on from another."""

from __future__ import annotations

import pytest

from quotex import Extractor
from quotex.quotations.cue import governor_of_joined, says_nothing, says_nothing_at
from tests.quotations.model.fake import marked_context
from tests.quotations.rules.rows import tree

JOINED = (
    "Holt holt NNP nsubj 2 / {cue} / the the DT det 4 / {noun} / {inner} / and and CC cc 5 / "
    "{verb} / Roe roe NNP dobj 7"
)
SAID = {
    "cue": "said say VBD ROOT 2",
    "noun": "jail jail NN nsubj 5",
    "inner": "leaked leak VBD ccomp 2",
    "verb": "accused accuse VBD conj 5",
}


@pytest.mark.parametrize(
    ("change", "goes_on"),
    [
        ({}, True),
        ({"noun": "mayor mayor NN nsubj 5"}, False),  # who may accuse as well
        ({"noun": "he he PRP nsubj 5"}, False),
        ({"noun": "Voss voss NNP nsubj 5"}, False),
        ({"noun": "firm firm NN nsubj 5"}, False),
        ({"verb": "flooded flood VBD conj 5"}, False),  # which a jail may have done
        ({"verb": "accuses accuse VBZ conj 5"}, False),
        ({"verb": "accuse accuse VBP conj 5"}, False),
        ({"noun": "he he PRP nsubj 5", "inner": "leave leave VB ccomp 2"}, True),
        ({"noun": "he he PRP nsubj 5", "inner": "leaving leave VBG ccomp 2"}, True),
        ({"cue": "ate eat VBD ROOT 2"}, False),
        ({"inner": "leaked leak VBD advcl 2"}, False),
    ],
)
def test_a_verb_that_goes_on_from_the_cue(change: dict[str, str], goes_on: bool) -> None:
    context = tree(JOINED.format(**{**SAID, **change}))
    found = governor_of_joined(context, context.view.tokens[6])
    assert (found.text if found is not None else None) == ("said" if goes_on else None)


@pytest.mark.parametrize(
    "text",
    [
        "That said, it rained.",
        "Having said that, it rained.",
        "Needless to say it rained.",
        "It goes without saying.",
        "Rest assured, it rained.",
        "Suffice it to say it rained.",
    ],
)
def test_a_set_phrase_says_nothing(text: str) -> None:
    context = marked_context(text)
    words = [t for t in context.view.tokens if t.text in {"said", "say", "saying", "assured"}]
    assert says_nothing_at(context, words)


@pytest.mark.parametrize(
    "text",
    ["That said much.", "Roe said that, and left.", "I need to say this.", "She rested, assured."],
)
def test_the_same_words_may_say_something(text: str) -> None:
    context = marked_context(text)
    assert not says_nothing_at(context, context.view.tokens)


@pytest.mark.parametrize(
    ("rows", "nothing"),
    [
        ("Courts court NNS nsubj 2 / denied deny VBD ROOT 2 / bail bail NN dobj 2", True),
        ("Courts court NNS nsubj 2 / denied deny VBD ROOT 2 / guilt guilt NN dobj 2", False),
        ("He he PRP nsubjpass 3 / was be VBD auxpass 3 / denied deny VBN ROOT 3", False),
        (
            (
                "He he PRP nsubjpass 3 / was be VBD auxpass 3 / denied deny VBN ROOT 3 / "
                "food food NN dobj 3"
            ),
            True,
        ),
        (
            (
                "Courts court NNS nsubj 2 / denied deny VBD ROOT 2 / him he PRP dative 2 / "
                "food food NN dobj 2"
            ),
            True,
        ),
        ("Courts court NNS nsubj 2 / granted grant VBD ROOT 2 / bail bail NN dobj 2", False),
        ("Than than IN mark 3 / we we PRP nsubj 3 / said say VBD ROOT 3", True),
        ("Than than IN mark 3 / we we PRP nsubj 3 / said say VBD ROOT 3 / it it PRP dobj 3", False),
        ("If if IN mark 3 / we we PRP nsubj 3 / said say VBD ROOT 3", False),
    ],
)
def test_what_is_not_granted(rows: str, nothing: bool) -> None:
    context = tree(rows)
    verb = next(t for t in context.view.tokens if t.tag in {"VBN", "VBD"} and t.dep == "ROOT")
    assert says_nothing(context, verb) is nothing


@pytest.mark.model
def test_a_bill_is_no_namesake(extractor: Extractor) -> None:
    text = "Bill Sharpe said it rained. The Bill says that owners must keep a log."
    found = [q.speaker.name for q in extractor(text).quotations if q.speaker is not None]
    assert found[0] == "Bill Sharpe"
    assert "Bill Sharpe" not in found[1:]


@pytest.mark.model
def test_bill_is_a_name_where_it_has_no_article(extractor: Extractor) -> None:
    text = "Bill Sharpe said it rained. Bill says that owners must keep a log."
    found = [q.speaker.name for q in extractor(text).quotations if q.speaker is not None]
    assert found == ["Bill Sharpe", "Bill Sharpe"]


@pytest.mark.model
def test_nothing_goes_on_from_nobody(extractor: Extractor) -> None:
    text = "The mayor is said to be ill. “We lost the boat as well.”"
    assert [q.text for q in extractor(text).quotations] == ["The mayor … to be ill"]
