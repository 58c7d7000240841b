"""Which words next to a quoted stretch are its cue and source, on either side of each boundary."""

from __future__ import annotations

import pytest

from quotex.quotations.rules.quoted import quoted
from tests.quotations.rules.rows import tree
from tests.trees import Found, texts

# “It rained,” with a mark {1} and all of it under word {0}.
RAIN = (
    "“ “ `` punct {0} / It it PRP nsubj 3 / rained rain VBD ccomp {0} / {1} / ” ” '' punct {0} / "
)
COMMA, NONE = ", , , punct {0}", ""


def rain(head: int, mark: str = COMMA) -> str:
    return RAIN.replace("{1} / ", mark + " / " if mark else "").format(head)


AFTER: dict[str, tuple[str, list[Found]]] = {
    "a name and a verb": (
        rain(7) + "Holt holt NNP nsubj 7 / said say VBD ROOT 7",
        [(["“It rained,”"], "said", "Holt")],
    ),
    "a verb and a name": (
        rain(6) + "said say VBD ROOT 6 / Holt holt NNP nsubj 6",
        [(["“It rained,”"], "said", "Holt")],
    ),
    "a name that the parser hung elsewhere, behind the verb": (
        rain(6) + "said say VBD ROOT 6 / once once RB advmod 6 / Holt holt NNP dep 6",
        [(["“It rained,”"], "said once", "Holt")],
    ),
    "a name six words behind": (
        rain(6) + "said say VBD ROOT 6 / "
        + " / ".join(["once once RB advmod 6"] * 5) + " / Holt holt NNP dep 6",
        [(["“It rained,”"], "said once once once once once", "")],
    ),
    "a name five words behind": (
        rain(6) + "said say VBD ROOT 6 / "
        + " / ".join(["once once RB advmod 6"] * 4) + " / Holt holt NNP dep 6",
        [(["“It rained,”"], "said once once once once", "Holt")],
    ),
    "a name before the verb that the parser hung elsewhere": (
        rain(7) + "Holt holt NNP dep 7 / said say VBD ROOT 7 / Bo bo NNP dep 7",
        [(["“It rained,”"], "said", "Holt")],
    ),
    "the object of a preposition is no source": (
        rain(6) + "said say VBD ROOT 6 / in in IN prep 6 / Wick wick NNP pobj 7",
        [(["“It rained,”"], "said", "")],
    ),
    "a verb that does not quote": (
        rain(7) + "Holt holt NNP nsubj 7 / appeared appear VBD ROOT 7 / to to TO aux 9 / "
        "swim swim VB xcomp 7",
        [(["“It rained,”"], "appeared", "Holt")],  # any verb right there, as an unlisted one
    ),
    "an unlisted verb": (
        rain(7) + "Holt holt NNP nsubj 7 / swam swim VBD ROOT 7",
        [(["“It rained,”"], "swam", "Holt")],
    ),
    "an unlisted verb without a source": (rain(6) + "swam swim VBD ROOT 6", []),
    "an unlisted verb that is no finite one": (
        rain(7) + "Holt holt NNP nsubj 7 / swimming swim VBG ROOT 7",
        [],
    ),
    "an unlisted auxiliary": (
        rain(7) + "Holt holt NNP nsubj 7 / was be VBD ROOT 7 / late late JJ acomp 7",
        [],
    ),
    "an unlisted verb six words on": (
        rain(11) + "Holt holt NNP nsubj 11 / " + " / ".join(["once once RB advmod 11"] * 4)
        + " / swam swim VBD ROOT 11",
        [(["“It rained,”"], "once once once once swam", "Holt")],
    ),
    "an unlisted verb seven words on": (
        rain(12) + "Holt holt NNP nsubj 12 / " + " / ".join(["once once RB advmod 12"] * 5)
        + " / swam swim VBD ROOT 12",
        [],
    ),
    "an unlisted verb behind a mark": (
        rain(8, "! ! . punct {0}") + ", , , punct 8 / Holt holt NNP nsubj 8 / swam swim VBD ROOT 8",
        [],
    ),
    "a conjunction": (
        rain(8) + "and and CC cc 8 / Holt holt NNP nsubj 8 / said say VBD ROOT 8",
        [],
    ),
    "a short clause without a comma": (
        rain(6, NONE) + "Holt holt NNP nsubj 6 / said say VBD ROOT 6",
        [(["“It rained”"], "said", "Holt")],
    ),
    "a short clause with an object of its own": (
        rain(6, NONE) + "Holt holt NNP nsubj 6 / said say VBD ROOT 6 / words word NNS dobj 6",
        [],
    ),
    "the stretch is the subject": (
        "“ “ `` punct 2 / Rain rain NN nsubj 4 / ” ” '' punct 2 / said say VBD ROOT 4",
        [],
    ),
    "an unlisted verb without a comma": (
        rain(6, NONE) + "Holt holt NNP nsubj 6 / swam swim VBD ROOT 6",
        [],
    ),
    "a phrase": (
        rain(3) + "according accord VBG prep 3 / to to IN prep 6 / Holt holt NNP pobj 7",
        [(["“It rained,”"], "according to", "Holt")],
    ),
    "nothing": (rain(3), []),
}  # fmt: skip

# Before “It rained.”, all of it under word {0}.
BEFORE: dict[str, tuple[str, list[Found]]] = {
    "a comma": (
        "Holt holt NNP nsubj 2 / said say VBD ROOT 2 / , , , punct 2 / ",
        [(["“It rained.”"], "said", "Holt")],
    ),
    "a colon": (
        "Holt holt NNP nsubj 2 / said say VBD ROOT 2 / : : : punct 2 / ",
        [(["“It rained.”"], "said", "Holt")],
    ),
    "a dash": (
        "Holt holt NNP nsubj 2 / said say VBD ROOT 2 / — — : punct 2 / ",
        [(["“It rained.”"], "said", "Holt")],
    ),
    "a bracket": ("Holt holt NNP nsubj 2 / said say VBD ROOT 2 / ( ( ( punct 2 / ", []),
    "no mark": (
        "Holt holt NNP nsubj 2 / said say VBD ROOT 2 / ",
        [(["“It rained.”"], "said", "Holt")],
    ),
    "no mark, and an object": (
        "Holt holt NNP nsubj 2 / told tell VBD ROOT 2 / us we PRP dobj 2 / ",
        [(["“It rained.”"], "told", "Holt")],
    ),
    "no mark, and a preposition": (
        "Holt holt NNP nsubj 2 / said say VBD ROOT 2 / of of IN prep 2 / ",
        [],
    ),
    "no mark, and an unlisted verb": ("Holt holt NNP nsubj 2 / swam swim VBD ROOT 2 / ", []),
    "a verb with a complement of its own": (
        (
            "Holt holt NNP nsubj 2 / said say VBD ROOT 2 / he he PRP nsubj 4 / "
            "swam swim VBD ccomp 2 / "
            ", , , punct 2 / "
        ),
        [],
    ),
    "a verb with a complement of its own, before a colon": (
        (
            "Holt holt NNP nsubj 2 / said say VBD ROOT 2 / he he PRP nsubj 4 / "
            "swam swim VBD ccomp 2 / "
            ": : : punct 2 / "
        ),
        [(["“It rained.”"], "said", "Holt")],
    ),
    "a name and a colon": (
        "Holt holt NNP ROOT 1 / : : : punct 1 / ",
        [(["“It rained.”"], "", "Holt")],
    ),
    "a name and a comma": ("Holt holt NNP ROOT 1 / , , , punct 1 / ", []),
    "an unlisted verb and a colon": (
        "Holt holt NNP nsubj 2 / swam swim VBD ROOT 2 / : : : punct 2 / ",
        [(["“It rained.”"], "swam", "Holt")],
    ),
    "an unlisted verb without a subject, and a colon": (
        "Swim swim VB ROOT 1 / : : : punct 1 / ",
        [],
    ),
    "no name and a colon": ("Once once RB ROOT 1 / : : : punct 1 / ", []),
    "a headline, a dash, a name and a colon": (
        (
            "Rain rain NN ROOT 1 / - - : punct 1 / Holt holt NNP appos 1 / once once RB advmod 3 / "
            ": : : punct 3 / "
        ),
        [(["“It rained.”"], "", "Holt")],
    ),
    "a phrase and a comma": (
        "According accord VBG prep 1 / to to IN prep 1 / Holt holt NNP pobj 2 / , , , punct 1 / ",
        [(["“It rained.”"], "According to", "Holt")],
    ),
    "a colon alone": (": : : ROOT 1 / ", []),
}


@pytest.mark.parametrize(("rows", "expected"), AFTER.values(), ids=AFTER)
def test_cue_after(rows: str, expected: list[Found]) -> None:
    context = tree(rows)
    assert texts(context, quoted(context)) == expected


@pytest.mark.parametrize(("lead", "expected"), BEFORE.values(), ids=BEFORE)
def test_cue_before(lead: str, expected: list[Found]) -> None:
    count = lead.count(" / ")
    context = tree(
        lead + f"“ “ `` punct {count + 3} / It it PRP nsubj {count + 3} / "
        f"rained rain VBD dep 1 / . . . punct {count + 3} / ” ” '' punct {count + 3}"
    )
    assert texts(context, quoted(context)) == expected


@pytest.mark.parametrize(
    ("rows", "rule", "weight"),
    [
        (AFTER["a name and a verb"][0], "quote-before-cue", 0.96),
        (AFTER["the object of a preposition is no source"][0], "quote-before-cue", 0.8),
        (AFTER["an unlisted verb"][0], "quote-before-unlisted-verb", 0.7),
        (AFTER["a phrase"][0], "quote-before-phrase", 0.9),
    ],
)
def test_rule_and_weight(rows: str, rule: str, weight: float) -> None:
    (found,) = quoted(tree(rows))
    assert (found.rule, found.weight) == (rule, weight)


def test_stretches_around_one_cue_are_one_quotation() -> None:
    context = tree(
        rain(7) + "Holt holt NNP nsubj 7 / said say VBD ROOT 7 / , , , punct 7 / “ “ `` punct 11 / "
        "it it PRP nsubj 11 / snowed snow VBD dep 7 / . . . punct 11 / ” ” '' punct 11"
    )
    assert texts(context, quoted(context)) == [(["“It rained,”", "“it snowed.”"], "said", "Holt")]


def test_two_cues_are_two_quotations() -> None:
    one = rain(7) + "Holt holt NNP nsubj 7 / said say VBD ROOT 7 / . . . punct 7 / "
    other = one.replace("Holt", "Bo")
    context = tree(one + "\n" + _moved(other, 8))
    assert [source for _, _, source in texts(context, quoted(context))] == ["Holt", "Bo"]


def _moved(rows: str, by: int) -> str:
    words = [row.split() for row in rows.split(" / ") if row.strip()]
    return " / ".join(" ".join([*row[:4], str(int(row[4]) + by)]) for row in words)


def test_a_quotation_of_several_paragraphs_takes_the_cue_after_the_last() -> None:
    context = tree(
        "“ “ `` punct 3 / It it PRP nsubj 3 / rained rain VBD ROOT 3 / . . . punct 3 / "
        "¶ ¶ _SP dep 4 / " + _moved(rain(7) + "Holt holt NNP nsubj 7 / said say VBD ROOT 7", 5)
    )
    (found,) = texts(context, quoted(context))
    assert found == (["“It rained.", "“It rained,”"], "said", "Holt")


@pytest.mark.parametrize(("lead", "found"), [("old old JJ amod 5", False), (", , , punct 5", True)])
def test_a_stretch_within_a_phrase_is_not_an_utterance(lead: str, found: bool) -> None:
    context = tree(
        f"The the DT det 5 / {lead} / “ “ `` punct 5 / rain rain NN nmod 5 / dial dial NN dep 9 / "
        ", , , punct 5 / ” ” '' punct 5 / Holt holt NNP nsubj 9 / said say VBD ROOT 9"
    )
    assert bool(texts(context, quoted(context))) is found


def test_the_next_stretch_ends_the_search() -> None:
    context = tree(
        rain(13)
        + "also also RB advmod 13 / "
        + _moved(rain(7), 6)
        + " / Holt holt NNP nsubj 13 / said say VBD ROOT 13"
    )
    assert texts(context, quoted(context)) == []


@pytest.mark.parametrize(("far", "found"), [(2, True), (6, True), (7, False)])
def test_without_a_comma_the_verb_must_be_near(far: int, found: bool) -> None:
    """The verb is one of the six words after the stretch."""
    verb = 4 + far
    adjectives = "".join([f"old old JJ amod {verb - 1} / "] * (far - 2))
    context = tree(
        rain(verb, NONE) + adjectives + f"man man NN nsubj {verb} / said say VBD ROOT {verb}"
    )
    assert bool(texts(context, quoted(context))) is found


@pytest.mark.parametrize("dep", ["ccomp", "xcomp", "dobj", "advcl"])
def test_without_a_comma_another_complement_is_the_content(dep: str) -> None:
    context = tree(
        rain(6, NONE) + f"Holt holt NNP nsubj 6 / said say VBD ROOT 6 / swimming swim VBG {dep} 6"
    )
    assert bool(texts(context, quoted(context))) is (dep == "advcl")


@pytest.mark.parametrize(("far", "found"), [(6, True), (9, False)])
def test_a_phrase_must_be_near(far: int, found: bool) -> None:
    """The phrase begins within the eight words after the stretch."""
    head = 3
    context = tree(
        rain(head) + " / ".join([f"once once RB advmod {head}"] * (far - 1)) + " / "
        f"according accord VBG prep {head} / to to IN prep {far + 6} / Holt holt NNP pobj {far + 7}"
    )
    assert bool(texts(context, quoted(context))) is found
