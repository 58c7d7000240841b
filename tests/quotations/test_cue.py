"""Cues that continue another cue, and cues that others pass on."""

from __future__ import annotations

import pytest

from quotex.parse.engine import Scheme
from quotex.quotations.cue import cue_verbs, misattached_governor
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
PRESENT = {"inner": "leak leak VBP ccomp 2", "verb": "accuses accuse VBZ conj 5"}


@pytest.mark.parametrize(
    ("change", "goes_on"),
    [
        ({}, True),
        ({"noun": "mayor mayor NN nsubj 5"}, False),  # a mayor may accuse as well
        ({"noun": "he he PRP nsubj 5"}, False),
        ({"noun": "Voss voss NNP nsubj 5"}, False),
        ({"noun": "firm firm NN nsubj 5"}, False),
        ({"verb": "flooded flood VBD conj 5"}, False),  # a jail may flood
        ({"verb": "accuses accuse VBZ conj 5"}, False),
        ({"verb": "accuse accuse VBP conj 5"}, False),
        ({"noun": "he he PRP nsubj 5", "inner": "leave leave VB ccomp 2"}, True),
        ({"noun": "he he PRP nsubj 5", "inner": "leaving leave VBG ccomp 2"}, True),
        ({"cue": "ate eat VBD ROOT 2"}, False),
        ({"inner": "leaked leak VBD advcl 2"}, False),
        ({"noun": "she she PRP nsubj 5", "inner": "leak leak VBP ccomp 2"}, False),
        ({"cue": "says say VBZ ROOT 2", "noun": "pipes pipe NNS nsubj 5", **PRESENT}, True),
        ({"cue": "says say VBZ ROOT 2", "noun": "firms firm NNS nsubj 5", **PRESENT}, True),
        ({"cue": "say say VBP ROOT 2", "noun": "pipes pipe NNS nsubj 5", **PRESENT}, False),
    ],
)
def test_a_verb_that_continues_the_cue(change: dict[str, str], goes_on: bool) -> None:
    context = tree(JOINED.format(**{**SAID, **change}))
    cue = context.view.tokens[1].text
    found = misattached_governor(context, context.view.tokens[6])
    assert (found.text if found is not None else None) == (cue if goes_on else None)


GOES_ON = (
    "Holt holt NNP nsubj 2 / said say VBD ROOT 2 / the the DT det 4 / {noun} nsubj 6 / "
    "{inner} aux 6 / met meet VBN ccomp 2 / and and CC cc 6 / {auxiliary} aux 10 / {neg} 10 / "
    "{verb} conj 6 / more more JJR dobj 10"
)
REFUSED = {
    "noun": "board board NN",
    "inner": "had have VBD",
    "auxiliary": "would would MD",
    "neg": "not not RB neg",
    "verb": "say say VB",
}


@pytest.mark.parametrize(
    ("change", "goes_on"),
    [
        ({}, True),
        ({"inner": "has have VBZ"}, True),
        ({"inner": "would would MD"}, False),
        ({"auxiliary": "could could MD"}, False),
        ({"neg": "still still RB advmod"}, False),
        ({"verb": "eat eat VB"}, False),
        ({"noun": "jail jail NN", "auxiliary": "had have VBD", "verb": "found find VBN"}, False),
    ],
)
def test_a_verb_with_an_auxiliary_that_continues_the_cue(
    change: dict[str, str], goes_on: bool
) -> None:
    context = tree(GOES_ON.format(**{**REFUSED, **change}))
    found = misattached_governor(context, context.view.tokens[9])
    assert (found.text if found is not None else None) == ("said" if goes_on else None)


QUOTED = (
    "Kyodo kyodo NNP nsubj 2 / {quoted} / Roe roe NNP dobj 2 / {led} / "
    "saying say VBG pcomp 4 / it it PRP nsubj 7 / rained rain VBD ccomp 5"
)


@pytest.mark.parametrize(
    ("quoted", "led", "words"),
    [
        ("quoted quote VBD ROOT 2", "as as IN prep 2", "quoted as saying"),
        ("cited cite VBD ROOT 2", "as as IN prep 2", "cited as saying"),
        ("quoted quote VBD ROOT 2", "for for IN prep 2", "saying"),
        ("hired hire VBD ROOT 2", "as as IN prep 2", "saying"),
    ],
)
def test_the_source_is_whoever_is_quoted_as_saying_it(quoted: str, led: str, words: str) -> None:
    context = tree(QUOTED.format(quoted=quoted, led=led))
    cue = next(cue for cue in cue_verbs(context) if cue.verb.text == "saying")
    assert cue.text == words
    assert (cue.relaying_verb is not None) == (words != "saying")


@pytest.mark.parametrize("scheme", ["clear", "ud"])
@pytest.mark.parametrize(
    ("word", "mark", "verb", "words"),
    [
        ("e", "- - HYPH", "mailed mail", "e - mailed"),
        ("re", "- - HYPH", "said say", "said"),
        ("e", "- - :", "mailed mail", None),  # with spaces
        ("co", "- - HYPH", "owned own", None),
    ],
)
def test_the_cue_of_a_hyphenated_verb_is_the_whole_word(
    scheme: Scheme, word: str, mark: str, verb: str, words: str | None
) -> None:
    row = f"{word} {word} NN compound 4 / {mark} punct 4 / {verb} VBD root 4"
    said = "that that IN mark 7 / it it PRP nsubj 7 / rained rain VBD ccomp 4"
    context = tree(f"Roe roe NNP nsubj 4 / {row} / {said}", scheme)
    found = [" ".join(t.text for t in cue.words) for cue in cue_verbs(context)]
    assert found == ([] if words is None else [words])
