"""Of candidates that clash, one is kept."""

from __future__ import annotations

import pytest

from quotex.languages.lexicon import Sense
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context
from quotex.quotations.select import rank, select
from tests.trees import context_of

SAY = Sense("verb", "say", "that", "speech", "asserts")
PLAIN = """
She     she   PRP nsubj 2
said    say   VBD ROOT  2
he      he    PRP nsubj 4
denied  deny  VBD ccomp 2
it      it    PRP nsubj 6
rained  rain  VBD ccomp 4
hard    hard  RB  advmod 6
.       .     .   punct 2
"""
MARKED = """
Holt    Holt  NNP nsubj 2
said    say   VBD ROOT  2
“       “     ``  punct 6
he      he    PRP nsubj 6
never   never RB  neg   6
said    say   VBD ccomp 2
it      it    PRP nsubj 8
rained  rain  VBD ccomp 6
hard    hard  RB  advmod 8
”       ”     ''  punct 6
"""


def candidate(
    context: Context, content: str, cue: str, weight: float, *, rule: str = "a", nth: int = 0
) -> Candidate:
    """Return a candidate with the first occurrence of ``content``, and the nth of ``cue``."""
    start = context.view.text.index(content)
    verb = [t for t in context.view.tokens if t.text == cue][nth]
    source = [c for c in verb.children if c.dep == "nsubj"]
    return Candidate([(start, start + len(content))], [verb], source, SAY, rule, "", weight)


def test_keeps_all_candidates_without_clashes() -> None:
    context = context_of(PLAIN, PLAIN.replace("She", "Ada"))
    first = candidate(context, "it rained hard", "denied", 0.5)
    second = Candidate([(50, 55)], [context.view.tokens[9]], [], SAY, "b", "", 0.5)
    assert select(context, [second, first]) == [first, second]


@pytest.mark.parametrize(
    ("outer", "inner", "kept"),
    [
        (0.86, 0.86, "outer"),  # equally sure: the outer one
        (0.6, 0.95, "inner"),  # a sure one beats a doubtful one
        (0.82, 0.88, "outer"),  # both likely: the outer one
        (0.7, 0.74, "inner"),  # both doubtful: the surer one
    ],
)
def test_keeps_the_outer_candidate_unless_the_inner_one_is_much_surer(
    outer: float, inner: float, kept: str
) -> None:
    context = context_of(PLAIN)
    found = select(
        context,
        [
            candidate(context, "he denied it rained hard", "said", outer, rule="outer"),
            candidate(context, "it rained hard", "denied", inner, rule="inner"),
        ],
    )
    assert [c.rule for c in found] == [kept]


def test_keeps_one_candidate_for_each_cue() -> None:
    context = context_of(PLAIN)
    sure = candidate(context, "it rained", "denied", 0.86, rule="sure")
    doubtful = candidate(context, "hard", "denied", 0.7, rule="doubtful")
    assert select(context, [doubtful, sure]) == [sure]


def test_drops_a_cue_inside_content() -> None:
    context = context_of(PLAIN)
    outer = candidate(context, "he denied it", "said", 0.86)
    inner = candidate(context, "rained hard", "denied", 0.86)
    assert select(context, [inner, outer]) == [outer]


def test_drops_a_cue_in_quoted_speech() -> None:
    context = context_of(MARKED)
    assert select(context, [candidate(context, "it rained hard", "said", 0.95, nth=1)]) == []


def test_the_order_of_proposals_does_not_matter() -> None:
    context = context_of(PLAIN)
    proposed = [
        candidate(context, "he denied it rained hard", "said", 0.86),
        candidate(context, "it rained hard", "denied", 0.86),
        candidate(context, "hard", "denied", 0.7),
    ]
    assert select(context, proposed) == select(context, proposed[::-1])


def test_no_candidates() -> None:
    assert select(context_of(PLAIN), []) == []


@pytest.mark.parametrize(
    ("weight", "level"),
    [(1.0, 1.0), (0.96, 1.0), (0.9, 1.0), (0.89, 0.9), (0.8, 0.9), (0.79, 0.79), (0.1, 0.1)],
)
def test_rank_by_weight(weight: float, level: float) -> None:
    context = context_of(PLAIN)
    found = candidate(context, "it rained", "denied", weight)
    start = context.view.text.index("it rained")
    assert rank(found) == (-level, -len("it rained"), start)


@pytest.mark.parametrize(("count", "kept"), [(5, True), (6, False), (7, False)])
def test_a_cue_in_a_short_stretch_is_kept(count: int, kept: bool) -> None:
    """Six tokens, including the marks, are an utterance, and a cue inside belongs to it."""
    inside = "\n".join(["very very RB advmod 4"] * (count - 3))
    context = context_of(f"""
    Ada     ada     NNP nsubj 4
    once    once    RB  advmod 4
    “       “       ``  punct 4
    denied  deny    VBD ROOT  4
    {inside}
    ”       ”       ''  punct 4
    it      it      PRP dobj  4
    """)
    assert bool(select(context, [candidate(context, "it", "denied", 0.7)])) is kept


@pytest.mark.parametrize(("opening", "kept"), [(1, False), (3, True)])
def test_drops_a_cue_and_source_in_one_stretch(opening: int, kept: bool) -> None:
    rows = ["Roe roe NNP nsubj 3", "never never RB neg 3", "denied deny VBD ROOT 3"]
    rows.insert(opening - 1, "“ “ `` punct 3")
    heads = {"3": "4"}
    table = "\n".join(" ".join([*row.split()[:4], heads["3"]]) for row in rows)
    context = context_of(table + "\n” ” '' punct 4\nit it PRP dobj 4")
    found = select(context, [candidate(context, "it", "denied", 0.7)])
    assert bool(found) is kept


@pytest.mark.parametrize(("word", "kept"), [("to", False), ("both", True)])
def test_drops_an_infinitive_in_quotation_marks(word: str, kept: bool) -> None:
    context = context_of(f"""
    Ada   ada  NNP nsubj 2
    came  come VBD ROOT  2
    “     “    ``  punct 5
    {word} {word} TO aux 5
    mock  mock VB  xcomp 2
    ”     ”    ''  punct 5
    her   she  PRP dobj  5
    """)
    cue = context.view.tokens[3:5]
    start = context.view.text.index("her")
    found = Candidate([(start, start + 3)], cue, context.view.tokens[:1], SAY, "a", "", 0.7)
    assert bool(select(context, [found])) is kept


def test_keeps_candidates_without_a_cue() -> None:
    context = context_of(MARKED)
    start = context.view.text.index("it rained")
    found = Candidate([(start, start + 9)], [], context.view.tokens[:1], SAY, "a", "", 0.7)
    assert select(context, [found]) == [found]


def test_keeps_the_first_of_two_equal_candidates_that_clash() -> None:
    context = context_of(PLAIN)
    first = candidate(context, "it rained", "denied", 0.7)
    second = candidate(context, "rained ha", "said", 0.7)
    assert select(context, [second, first]) == [first]
