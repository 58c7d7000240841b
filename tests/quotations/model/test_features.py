"""What the network reads about each word. The ids are fixed: trained models depend on them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.quotations.context import Context
from quotex.quotations.detectors.rules import RuleDetector
from quotex.quotations.model.features import (
    ABSENT,
    COLUMNS,
    OTHER,
    PARSED,
    Encoded,
    Labels,
    encode,
)
from tests.trees import context_of

from .fake import LABELS, candidate_of, plain_context

SAID = """
She     she    PRP nsubj 2
said    say    VBD ROOT  2
that    that   IN  mark  5
it      it     PRP nsubj 5
rained  rain   VBD ccomp 2
.       .      .   punct 2
"""
SWAM = """
Dogs    dog    NNS nsubj 2
swam    swim   VBD ROOT  2
across  across IN  prep  2
"""
NOUN = """
The     the    DT  det   2
claim   claim  NN  nsubj 3
opposed oppose VBD ROOT  3
glad    glad   JJ  amod  5
people  person NNS dobj  3
"""


def column(encoded: Encoded, name: str) -> list[int]:
    return [int(number) for number in encoded.columns[:, COLUMNS.index(name)]]


def read(context: Context, *, rules: bool = True) -> Encoded:
    found = RuleDetector().detect([context])[0] if rules else []
    return encode(context, found, LABELS)


def test_order_of_the_columns() -> None:
    assert COLUMNS == ("case", "quoted", "place", "pos", "dep", "entity", "rule", "lexicon")
    assert set(PARSED) < set(COLUMNS)


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("said", 0),
        ("café", 0),
        ("3rd", 0),
        ("Ada", 1),
        ("I", 1),  # a single capital is not shouting
        ("NATO", 2),
        ("F-16", 2),
        ("McGill", 3),
        ("iPhone", 3),
        ("東京", 3),
        ("1984", 4),
        ("1,984", 4),
        ("—", 5),
        ("“", 5),
    ],
)
def test_case(word: str, case: int) -> None:
    encoded = read(plain_context(word))
    assert len(encoded.words) == 1
    assert column(encoded, "case") == [case]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“ We go , ” she said", [1, 2, 2, 2, 3, 0, 0]),
        ("she said ' no '", [0, 0, 0, 0, 0]),  # spaces on both sides: not a pair of marks
        ("She said", [0, 0]),
        ("“ He said ‘ go ’ twice ”", [1, 2, 2, 4, 4, 4, 2, 3]),
        ("She said “ go", [0, 0, 0, 0]),  # a mark without a partner
    ],
)
def test_quoted(text: str, expected: list[int]) -> None:
    tight = text.replace("“ ", "“").replace(" ”", "”").replace("‘ ", "‘").replace(" ’", "’")
    encoded = read(plain_context(tight.replace(" ,", ",")))
    assert len(encoded.words) == len(text.split())
    assert column(encoded, "quoted") == expected


def test_place_with_a_parse() -> None:
    encoded = read(context_of(SAID, SWAM))
    assert column(encoded, "place") == [1, 0, 0, 0, 0, 0, 2, 0, 0]
    assert encoded.paragraphs == [(0, 9)]


def test_place_without_a_parse() -> None:
    encoded = read(plain_context("It rained. Dogs swam.\n\nThe sea rose."))
    assert column(encoded, "place") == [1, 0, 0, 0, 0, 0, 1, 0, 0, 0]
    assert encoded.paragraphs == [(0, 6), (6, 10)]


def test_columns_from_a_parse() -> None:
    encoded = read(context_of(SAID))
    noun, verb = 2, 3
    root, nsubj, ccomp, mark = 2, 3, 4, 5
    assert encoded.parsed
    assert column(encoded, "pos") == [OTHER, verb, OTHER, OTHER, verb, OTHER]
    assert column(encoded, "dep") == [nsubj, root, mark, nsubj, ccomp, OTHER]
    assert encoded.heads.tolist() == [1, 1, 4, 4, 1, 1]
    assert noun in column(read(context_of(SWAM)), "pos")


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (SAID, [1, 2, 1, 1, 1, 1]),  # a verb that introduces a quotation
        (NOUN, [1, 4, 3, 5, 1]),  # noun, verb that only governs, adjective
        (SWAM, [1, 1, 1]),
        (SAID.replace("say ", "sway"), [1, 1, 1, 1, 1, 1]),
    ],
)
def test_lexicon(table: str, expected: list[int]) -> None:
    assert column(read(context_of(table)), "lexicon") == expected


def test_column_of_the_rules() -> None:
    encoded = read(context_of(SAID, SWAM))
    assert column(encoded, "rule") == [2, 3, 5, 4, 4, 1, 1, 1, 1]
    (cue,) = encoded.proposals
    proposal = encoded.proposals[cue]
    assert (cue, proposal.cue, proposal.source) == (1, [1], [0])
    assert proposal.content == [2, 3, 4]


def test_rules_without_results_differ_from_no_parse() -> None:
    assert column(read(context_of(SWAM)), "rule") == [1, 1, 1]
    assert column(read(plain_context("Dogs swam across")), "rule") == [ABSENT] * 3


def test_a_candidate_without_a_cue_is_not_a_proposal() -> None:
    context = context_of(SAID)
    encoded = encode(context, [candidate_of(context, ["it rained"])], LABELS)
    assert encoded.proposals == {}
    assert column(encoded, "rule") == [1, 1, 1, 5, 4, 1]


def test_names() -> None:
    context = plain_context("Ada met UNESCO in Rome")
    for number, label in ((0, "PERSON"), (2, "ORG"), (4, "GPE")):
        context.view.tokens[number].entity = label
    assert column(read(context), "entity") == [3, ABSENT, 2, ABSENT, OTHER]


def test_without_a_parse_its_columns_are_absent() -> None:
    context = plain_context("“It rained,” Ada said.")
    candidate = candidate_of(context, ["“It rained,”"], "said", "Ada")
    encoded = encode(context, [candidate], LABELS)
    assert not encoded.parsed
    assert encoded.proposals == {}
    for name in PARSED:
        assert set(column(encoded, name)) == {ABSENT}


def test_marks_are_normalised() -> None:
    encoded = read(plain_context("“It” ‘is’ «so»"))
    assert encoded.words == ['"', "It", '"', "'", "is", "'", '"', "so", '"']


@pytest.mark.parametrize("text", ["", "\n\n", " "])
def test_empty_text(text: str) -> None:
    encoded = read(plain_context(text))
    assert (encoded.words, encoded.paragraphs, encoded.parsed) == ([], [], False)
    assert encoded.columns.shape == (0, len(COLUMNS))


def test_labels_are_numbered_after_absent_and_other() -> None:
    labels = Labels(pos=("NOUN",), dep=(), entity=("ORG", "PERSON"))
    assert labels.ids_of("entity") == {"ORG": 2, "PERSON": 3}
    assert [labels.size(name) for name in COLUMNS] == [6, 5, 3, 3, 2, 4, 6, 6]


@given(st.text(alphabet="aA1 .,\n“”‘’\"'—-«»()", max_size=60))
def test_every_id_is_within_its_column(text: str) -> None:
    encoded = read(plain_context(text))
    for name in COLUMNS:
        assert all(0 <= number < LABELS.size(name) for number in column(encoded, name))
    covered = [word for start, end in encoded.paragraphs for word in range(start, end)]
    assert covered == list(range(len(encoded.words)))
