"""How a finding becomes a candidate: bounds in characters, a sense, and evidence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotex.languages.lexicon import Sense
from quotex.quotations.detectors.findings import as_candidate, content_bounds
from tests.quotations.model.fake import FakeModel, candidate_of, finding_of, plain_context
from tests.trees import context_of

MODEL = FakeModel({})
THOUGHT = Sense("verb", "think", "that", "thought", "doubts")
DENIED = """
Ada     ada    NNP nsubj  2
denied  deny   VBD ROOT   2
that    that   IN  mark   5
it      it     PRP nsubj  5
rained  rain   VBD ccomp  2
"""
NOT_SAID = """
Ada     ada    NNP nsubj  4
did     do     VBD aux    4
not     not    RB  neg    4
say     say    VB  ROOT   4
it      it     PRP nsubj  6
rained  rain   VBD ccomp  4
"""
NOBODY = """
Nobody  nobody NN  nsubj  2
said    say    VBD ROOT   2
it      it     PRP nsubj  4
rained  rain   VBD ccomp  2
"""
UNLISTED = """
Ada     ada    NNP nsubj  2
trilled trill  VBD ROOT   2
that    that   IN  mark   5
it      it     PRP nsubj  5
rained  rain   VBD ccomp  2
"""


@pytest.mark.parametrize(
    ("text", "first", "last", "expected"),
    [
        ("She said it rained hard .", 2, 5, ["it rained hard"]),
        ("“It rained,” she said.", 1, 4, ["“It rained,”"]),  # both marks belong to it
        ("“It rained,” she said.", 0, 5, ["“It rained,”"]),
        ("“It rained,” she said.", 2, 4, ["rained,"]),  # begins inside: no opening mark
        ("“It rained,” she said.", 1, 3, ["“It rained"]),  # ends inside: only the opening mark
        ("She said “it” rained.", 2, 6, ["“it” rained"]),
        ("She said it was “over”.", 2, 6, ["it was “over”"]),
        ("She said it was over “now.”", 2, 8, ["it was over “now.”"]),
        ("“It’s ‘over’ now,” she said.", 4, 5, ["over"]),  # inner marks are left alone
        ("“It rained", 1, 3, ["It rained"]),  # no pair of marks
    ],
)
def test_bounds(text: str, first: int, last: int, expected: list[str]) -> None:
    context = plain_context(text)
    bounds = content_bounds(context, range(first, last))
    assert [text[start:end] for start, end in bounds] == expected


def test_each_run_of_words_is_a_part() -> None:
    text = "“It rained,” she said, “all day.”"
    context = plain_context(text)
    tokens = [t.text for t in context.view.tokens]
    parts = [i for i, word in enumerate(tokens) if word in {"It", "rained", "all", "day"}]
    bounds = content_bounds(context, parts[::-1])
    assert [text[start:end] for start, end in bounds] == ["“It rained", "“all day"]
    assert content_bounds(context, []) == []


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        (
            "“We sailed.” Ada said it rained.",
            *("said", ["“We sailed.”", "it rained"]),
            ["it rained"],
        ),
        (
            "“Who sailed?” Ada said it rained.",
            *("said", ["“Who sailed?”", "it rained"]),
            ["it rained"],
        ),
        (  # a comma: the sentence continues
            "“We sailed,” Ada said, and it rained.",
            *("said", ["“We sailed,”", "and it rained"]),
            ["“We sailed,”", "and it rained"],
        ),
        (  # what follows is quoted as well: the same speaker
            "“We sailed.” Ada said: “It rained.”",
            *("said", ["“We sailed.”", "“It rained.”"]),
            ["“We sailed.”", "“It rained.”"],
        ),
        ("“We sailed.” Ada said so.", "said", ["“We sailed.”"], ["“We sailed.”"]),
        (  # not everything between the marks
            "“Now we sailed. ”Ada said it rained.",
            *("said", ["we sailed", "it rained"]),
            ["we sailed", "it rained"],
        ),
    ],
)
def test_a_sentence_before_a_cue_with_its_own_content_is_dropped(
    text: str, cue: str, content: list[str], expected: list[str]
) -> None:
    context = plain_context(text)
    candidate = as_candidate(context, finding_of(context, cue, content=content), None, MODEL)
    assert [text[start:end] for start, end in candidate.content] == expected


def test_a_candidate_from_a_finding() -> None:
    context = context_of(DENIED)
    finding = finding_of(context, "denied", source="Ada", content=["that it rained"], valid=0.875)
    candidate = as_candidate(context, finding, None, MODEL)
    text = context.view.text
    assert [text[start:end] for start, end in candidate.content] == ["that it rained"]
    assert [t.text for t in candidate.cue] == ["denied"]
    assert [t.text for t in candidate.source] == ["Ada"]
    assert candidate.rule == "model:fake-1.0"
    assert candidate.detail == "“denied” begins an attribution, probability 0.88"
    assert candidate.weight == 0.875
    assert (candidate.sense.lemma, candidate.sense.stance) == ("deny", "denies")
    assert candidate.notes == ()
    assert not candidate.negated


@pytest.mark.parametrize(("rule", "source"), [("clause-after", ["Ada"]), ("passive", [])])
def test_a_trusted_rule_supplies_a_missing_source(rule: str, source: list[str]) -> None:
    context = context_of(DENIED)
    finding = finding_of(context, "denied", content=["rained"])
    agreeing = candidate_of(context, ["that it rained"], "denied", "Ada", rule=rule)
    candidate = as_candidate(context, finding, agreeing, MODEL)
    assert [t.text for t in candidate.source] == source


def test_the_rule_that_agrees_gives_sense_and_evidence() -> None:
    context = context_of(DENIED)
    finding = finding_of(context, "denied", content=["rained"])
    rule = candidate_of(context, ["that it rained"], "denied", "Ada", rule="clause-after")
    rule = replace(rule, sense=THOUGHT, detail="as it says", negated=True)
    candidate = as_candidate(context, finding, rule, MODEL)
    assert candidate.source == ()  # in "it appeared that", "it" is nobody
    assert candidate.sense is THOUGHT
    assert candidate.negated
    assert candidate.notes == (("clause-after", "as it says"),)
    text = context.view.text
    assert [text[start:end] for start, end in candidate.content] == ["rained"]


def test_the_sense_of_an_unlisted_cue_is_guessed_and_noted() -> None:
    context = context_of(UNLISTED)
    finding = finding_of(
        context, "trilled", content=["that it rained"], senses=(0.0, 1.0, 0.0, 1.0)
    )
    candidate = as_candidate(context, finding, None, MODEL)
    assert (candidate.sense.mode, candidate.sense.stance) == ("thought", "denies")
    ((name, detail),) = candidate.notes
    assert name == "sense-guessed"
    assert detail == "“trilled” is not in the lexicon; mode and stance are the model's guess"


def test_without_a_parse_the_note_does_not_mention_the_lexicon() -> None:
    context = plain_context("Ada said it rained")
    finding = finding_of(context, "said", content=["it rained"])
    ((name, detail),) = as_candidate(context, finding, None, MODEL).notes
    assert name == "sense-guessed"
    assert "lacks" not in detail


def test_a_listed_cue_ignores_the_guess_of_the_model() -> None:
    context = context_of(DENIED)
    finding = finding_of(context, "denied", content=["that"], senses=(0.0, 9.0, 9.0, 0.0))
    sense = as_candidate(context, finding, None, MODEL).sense
    assert (sense.mode, sense.stance) == ("speech", "denies")


@pytest.mark.parametrize(
    ("table", "cue", "source", "negated"),
    [
        (DENIED, "denied", "Ada", False),
        (NOT_SAID, "did not say", "Ada", True),
        (NOT_SAID, "say", "Ada", True),  # “not” depends on the verb
        (NOBODY, "said", "Nobody", True),
        (NOBODY, "said", "", False),
    ],
)
def test_negated(table: str, cue: str, source: str, negated: bool) -> None:
    context = context_of(table)
    finding = finding_of(context, cue, source=source, content=["rained"])
    assert as_candidate(context, finding, None, MODEL).negated is negated


@pytest.mark.parametrize(
    ("cue", "negated"), [("never said", True), ("said", False), ("without saying", True)]
)
def test_negated_without_a_parse(cue: str, negated: bool) -> None:
    context = plain_context(f"Ada {cue} it rained")
    finding = finding_of(context, cue, content=["it rained"])
    assert as_candidate(context, finding, None, MODEL).negated is negated
