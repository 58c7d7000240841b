"""What the second look reads about the words around a cue."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.quotations.detectors.rules import RuleDetector
from quotex.quotations.model.around import (
    CONTENT,
    CUE,
    NONE,
    SOURCE,
    CueWindow,
    branch_count,
    features_around,
    highest_ids_around,
    mask_parse_around,
    mask_rules_around,
    pad,
    roles_around,
    span_around,
)
from quotex.quotations.model.features import COLUMNS, Encoded, Proposal, encode
from tests.trees import context_of

from .fake import LABELS

OTHER_SENTENCE, SELF, ABOVE, BESIDE, FIRST_RELATION = range(1, 6)
NESTED = """
She     she   PRP nsubj 2
said    say   VBD ROOT  2
he      he    PRP nsubj 4
denied  deny  VBD ccomp 2
it      it    PRP nsubj 6
rained  rain  VBD ccomp 4
hard    hard  RB  advmod 6
.       .     .   punct 2
"""
SWAM = """
Dogs    dog   NNS nsubj 2
swam    swim  VBD ROOT  2
"""


def encoded_of(
    heads: list[int],
    *,
    deps: list[int] | None = None,
    paragraphs: list[tuple[int, int]] | None = None,
    proposals: dict[int, Proposal] | None = None,
    parsed: bool = True,
) -> Encoded:
    count = len(heads)
    columns = np.zeros((count, len(COLUMNS)), dtype=np.int64)
    columns[:, COLUMNS.index("dep")] = deps or [0] * count
    return Encoded(
        words=["w"] * count,
        columns=columns,
        heads=np.array(heads, dtype=np.int64),
        paragraphs=paragraphs or [(0, count)],
        proposals=proposals or {},
        parsed=parsed,
    )


@pytest.mark.parametrize(
    ("cue", "reach", "expected"),
    [
        (5, 3, (2, 9)),
        (5, 100, (0, 12)),
        (0, 3, (0, 4)),
        (11, 3, (8, 12)),
        (12, 3, (12, 16)),  # never into the previous paragraph
        (19, 1, (18, 20)),
        (5, 0, (5, 6)),
    ],
)
def test_the_words_around_a_cue(cue: int, reach: int, expected: tuple[int, int]) -> None:
    encoded = encoded_of(list(range(20)), paragraphs=[(0, 12), (12, 20)])
    assert span_around(encoded, cue, reach) == expected


def test_distance() -> None:
    found = features_around(encoded_of([0] * 9), 4, 2, 8, reach=5)
    assert found[:, 0].tolist() == [3, 4, 5, 6, 7, 8]


@pytest.mark.parametrize("reach", [1, 7])
def test_distance_stays_within_its_ids(reach: int) -> None:
    encoded = encoded_of([0] * 20)
    for cue in range(20):
        first, last = span_around(encoded, cue, reach)
        distance = features_around(encoded, cue, first, last, reach)[:, 0]
        assert (distance >= 0).all()
        assert (distance < 2 * reach + 1).all()


def test_branches() -> None:
    context = context_of(NESTED, SWAM)
    encoded = encode(context, [], LABELS)
    dep = {name: FIRST_RELATION + number for name, number in LABELS.ids_of("dep").items()}
    nsubj, ccomp = dep["nsubj"], dep["ccomp"]
    under_denied = features_around(encoded, 3, 0, 10, 20)[:, 1]
    assert under_denied.tolist() == [
        *(BESIDE, ABOVE, nsubj, SELF, ccomp, ccomp, ccomp, BESIDE),
        *(OTHER_SENTENCE, OTHER_SENTENCE),
    ]
    under_said = features_around(encoded, 1, 0, 9, 20)[:, 1]
    other = FIRST_RELATION + 1
    assert under_said.tolist() == [nsubj, SELF, *[ccomp] * 5, other, OTHER_SENTENCE]


@st.composite
def forests(draw: st.DrawFn) -> tuple[list[int], list[int], int]:
    """Draw heads without cycles, relations, and the number of a cue."""
    count = draw(st.integers(1, 14))
    order = draw(st.permutations(range(count)))
    heads = [0] * count
    for place, word in enumerate(order):
        heads[word] = order[draw(st.integers(0, place))]
    deps = draw(st.lists(st.integers(1, 9), min_size=count, max_size=count))
    return heads, deps, draw(st.integers(0, count - 1))


def chain_up(heads: list[int], word: int) -> list[int]:
    found = [word]
    while heads[found[-1]] != found[-1]:
        found.append(heads[found[-1]])
    return found


@given(forests())
def test_branches_of_arbitrary_trees(forest: tuple[list[int], list[int], int]) -> None:
    heads, deps, cue = forest
    found = features_around(encoded_of(heads, deps=deps), cue, 0, len(heads), 20)[:, 1]
    above = chain_up(heads, cue)[1:]
    for word, branch in enumerate(found):
        way = chain_up(heads, word)
        if word == cue:
            expected = SELF
        elif word in above:
            expected = ABOVE
        elif cue in way:
            expected = FIRST_RELATION + deps[way[way.index(cue) - 1]]
        else:
            expected = BESIDE if set(way) & set(above) else OTHER_SENTENCE
        assert branch == expected


def test_there_are_as_many_branches_as_ids() -> None:
    size = LABELS.size("dep")
    assert branch_count(size) == FIRST_RELATION + size
    found = features_around(encoded_of([0, 0], deps=[0, size - 1]), 0, 0, 2, 5)[:, 1]
    assert found.max() == branch_count(size) - 1


def test_proposals() -> None:
    context = context_of(NESTED, SWAM)
    encoded = encode(context, RuleDetector().detect([context])[0], LABELS)
    cue = next(iter(encoded.proposals))
    assert context.view.tokens[cue].text == "said"
    no_rule, none, source, cue_id, content = 1, 2, 3, 4, 5
    found = features_around(encoded, cue, 0, 9, 20)[:, 2].tolist()
    assert found == [source, cue_id, *[content] * 5, none, none]
    assert set(features_around(encoded, 3, 0, 9, 20)[:, 2].tolist()) == {no_rule}


def test_proposal_beyond_the_window_is_cut_off() -> None:
    proposal = Proposal(source=[0], cue=[3], content=[4, 5, 6, 7])
    encoded = encoded_of([3] * 8, proposals={3: proposal})
    assert features_around(encoded, 3, 2, 6, 20)[:, 2].tolist() == [2, 4, 5, 5]


def test_without_a_parse_only_the_distance_is_set() -> None:
    encoded = encoded_of([0, 1, 2], proposals={1: Proposal([0], [1], [2])}, parsed=False)
    found = features_around(encoded, 1, 0, 3, 5)
    assert found[:, 0].tolist() == [4, 5, 6]
    assert not found[:, 1:].any()


def test_no_id_exceeds_the_highest() -> None:
    """They are those of the greatest distance, a branch by the last relation, proposed content."""
    size = LABELS.size("dep")
    encoded = encoded_of([0, 0], deps=[1, size - 1], proposals={0: Proposal([], [0], [1])})
    assert features_around(encoded, 0, 0, 2, 1)[1].tolist() == list(highest_ids_around(1, size))


def test_the_roles_around_a_cue() -> None:
    roles = {SOURCE: [1, 2], CUE: [3], CONTENT: [5, 6, 9]}
    assert roles_around(roles, 2, 7).tolist() == [SOURCE, CUE, NONE, CONTENT, CONTENT]
    assert roles_around(roles, 7, 9).tolist() == [NONE, NONE]


def test_a_cue_takes_precedence_over_a_source_and_a_source_over_content() -> None:
    roles = {SOURCE: [1, 2], CUE: [2], CONTENT: [0, 1, 2, 3]}
    assert roles_around(roles, 0, 4).tolist() == [CONTENT, SOURCE, CUE, CONTENT]


def test_cues_are_padded_to_one_length() -> None:
    one, two = np.full((2, 3), 7), np.full((3, 3), 8)
    found = pad([CueWindow(12, 11, one, 10), CueWindow(3, 3, two, 0)])
    assert found.around.tolist() == [[1, 2, 0], [3, 4, 5]]
    assert found.mask.tolist() == [[True, True, False], [True, True, True]]
    assert found.own.tolist() == [2, 3]
    assert found.places.tolist() == [1, 0]
    assert found.features.tolist() == [[[7] * 3, [7] * 3, [0] * 3], [[8] * 3] * 3]


def test_masking_leaves_the_input_unchanged() -> None:
    given = np.array([[4, 5, 6], [7, 8, 9]])
    assert mask_parse_around(given).tolist() == [[4, 0, 0], [7, 0, 0]]
    assert mask_rules_around(given).tolist() == [[4, 5, 0], [7, 8, 0]]
    assert given.tolist() == [[4, 5, 6], [7, 8, 9]]
