"""Which of the model's and the rules' candidates are kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quotex.quotations.authority import authority_of
from quotex.quotations.candidate import Bounds, Candidate
from quotex.quotations.confidence import confidence_of, confidence_table
from quotex.quotations.context import Context
from quotex.quotations.detectors.merge import merged
from quotex.quotations.select import select
from tests.quotations.model.fake import SAY, candidate_of, plain_context

TRUSTED = "quote-before-cue"
DOUBTED = "cue-before-quote"
TEXT = "“It rained all night, and the wall held,” Ada said. Bo said he doubts that it was safe."
QUOTED = "“It rained all night, and the wall held,”"
CONTEXT = plain_context(TEXT)


def parts(context: Context, found: Iterable[Candidate]) -> list[list[str]]:
    return [[context.view.text[start:end] for start, end in c.content] for c in found]


def rule(*content: str, name: str = TRUSTED, cue: str = "said", source: str = "Ada") -> Candidate:
    return candidate_of(CONTEXT, content, cue, source, rule=name)


def test_trusted_rules_exist() -> None:
    assert confidence_table().rules[TRUSTED] >= 0.85
    assert confidence_of(DOUBTED) < 0.85


def test_no_candidates() -> None:
    assert merged([], []) == []


def test_keeps_all_candidates_without_clashes_in_text_order() -> None:
    late = candidate_of(CONTEXT, ["he doubts that it was safe"], "Bo said", weight=0.9)
    early = candidate_of(CONTEXT, [QUOTED], "said", weight=0.5)
    assert merged([late, early], []) == [early, late]


@pytest.mark.parametrize(("outer", "inner", "kept"), [(0.9, 0.8, "outer"), (0.6, 0.7, "inner")])
def test_keeps_the_surer_of_two_that_clash(outer: float, inner: float, kept: str) -> None:
    found = {
        "outer": candidate_of(CONTEXT, ["he doubts that it was safe"], "Bo said", weight=outer),
        "inner": candidate_of(CONTEXT, ["that it was safe"], "doubts", weight=inner),
    }
    assert merged(list(found.values()), []) == [found[kept]]


def test_keeps_one_candidate_for_each_cue() -> None:
    sure = candidate_of(CONTEXT, ["he"], "doubts", weight=0.7)
    other = candidate_of(CONTEXT, ["it was safe"], "doubts", weight=0.6)
    assert merged([other, sure], []) == [sure]


def test_keeps_what_a_trusted_rule_finds_and_the_model_misses() -> None:
    listed = rule(QUOTED)
    found = candidate_of(CONTEXT, ["that it was safe"], "doubts")
    assert merged([found], [listed]) == [listed, found]


@pytest.mark.parametrize(
    "name", [DOUBTED, "clause-after", "introduced-block", "colon-before-quote"]
)
def test_drops_what_only_an_untrusted_rule_finds(name: str) -> None:
    assert merged([], [rule(QUOTED, name=name)]) == []


@pytest.mark.parametrize(
    ("content", "cue"),
    [("and the wall held", "doubts"), ("he doubts that", "said"), ("Ada said", "Bo")],
)
def test_a_trusted_rule_yields_to_a_clashing_candidate(content: str, cue: str) -> None:
    found = candidate_of(CONTEXT, [content], cue, weight=0.1)
    assert merged([found], [rule(QUOTED)]) == [found]


def test_content_is_extended_to_the_whole_quotation() -> None:
    found = candidate_of(CONTEXT, ["the wall held,”"], "said", "Ada")
    (kept,) = merged([found], [rule(QUOTED)])
    assert kept.rule == found.rule
    assert parts(CONTEXT, [kept]) == [[QUOTED]]


@pytest.mark.parametrize(("given", "kept"), [(0.5, None), (0.99, 0.99)])
def test_a_rule_that_agrees_makes_the_model_at_least_as_sure(
    given: float, kept: float | None
) -> None:
    found = replace(candidate_of(CONTEXT, ["the wall held,”"], "said", "Ada"), confidence=given)
    [merged_candidate] = merged([found], [rule(QUOTED)])
    assert merged_candidate.confidence == (kept or confidence_of(rule(QUOTED).rule))


def test_content_is_extended_over_its_own_parts() -> None:
    found = candidate_of(CONTEXT, ["It rained", "the wall held,”", "that it was safe"], "said")
    (kept,) = merged([found], [rule(QUOTED)])
    assert parts(CONTEXT, [kept]) == [[QUOTED, "that it was safe"]]


@pytest.mark.parametrize(
    ("content", "listed"),
    [
        ("the wall held,”", rule(QUOTED, name=DOUBTED)),
        ("the wall held,”", rule(QUOTED, cue="doubts")),  # another cue: they clash
        ("that it was safe", rule(QUOTED)),  # they share no word
    ],
)
def test_content_is_not_extended(content: str, listed: Candidate) -> None:
    found = candidate_of(CONTEXT, [content], "said", "Ada")
    assert parts(CONTEXT, merged([found], [listed])) == [[content]]


def test_content_is_not_extended_over_its_own_source() -> None:
    found = candidate_of(CONTEXT, ["It rained"], "said", "the wall")
    assert parts(CONTEXT, merged([found], [rule(QUOTED)])) == [["It rained"]]


def test_content_is_not_extended_over_another_candidate() -> None:
    grown = candidate_of(CONTEXT, ["It rained"], "said", "Ada")
    other = candidate_of(CONTEXT, ["the wall held"], "doubts", weight=0.5)
    assert parts(CONTEXT, merged([grown, other], [rule(QUOTED)])) == [
        ["It rained"],
        ["the wall held"],
    ]


def test_a_free_part_is_added() -> None:
    grown = candidate_of(CONTEXT, ["It rained"], "said", "Ada")
    other = candidate_of(CONTEXT, ["he doubts"], "Bo", weight=0.5)
    listed = rule(QUOTED, "he doubts that it was safe")
    assert parts(CONTEXT, merged([grown, other], [listed])) == [[QUOTED], ["he doubts"]]


_WORDS = 24
_PLAIN = plain_context(" ".join(f"w{n}" for n in range(_WORDS)))


@st.composite
def candidates(draw: st.DrawFn, rules: tuple[str, ...]) -> list[Candidate]:
    """Draw candidates over words, each of one or two parts, with a cue next to its content."""
    found = []
    tokens = _PLAIN.view.tokens
    for _ in range(draw(st.integers(0, 6))):
        edges = sorted(draw(st.sets(st.integers(0, _WORDS), min_size=4, max_size=4)))
        runs = [edges[:2], edges[2:]][: draw(st.integers(1, 2))]
        inside = {word for first, last in runs for word in range(first, last)}
        cue = draw(st.sampled_from(sorted(set(range(_WORDS)) - inside) or [0]))
        bounds = [(tokens[first].start, tokens[last - 1].end) for first, last in runs]
        weight = draw(st.integers(1, 99)) / 100
        name = draw(st.sampled_from(rules))
        found.append(Candidate(bounds, [tokens[cue]], [], SAY, name, "", weight))
    return found


_FOUND = candidates(("model:fake-1.0",))
_LISTED = candidates((TRUSTED, DOUBTED, "clause-after")).map(lambda c: select(_PLAIN, c))


@given(_FOUND, _LISTED)
def test_results_do_not_clash_and_are_in_text_order(
    found: list[Candidate], listed: list[Candidate]
) -> None:
    kept = merged(found, listed)
    for one, other in combinations(kept, 2):
        assert one.cue[0] is not other.cue[0]
        assert not any(a < d and c < b for a, b in one.content for c, d in other.content)
    assert all((a.start, a.end) <= (b.start, b.end) for a, b in pairwise(kept))
    for candidate in kept:
        assert all(a < b for a, b in candidate.content)
        assert all(a[1] < b[0] for a, b in pairwise(candidate.content))


def numbered(found: list[Candidate]) -> list[Candidate]:
    """Return candidates that can still be identified after their content has grown."""
    return [replace(c, detail=str(number)) for number, c in enumerate(found)]


def given_to_another(part: Bounds, candidate: Candidate, listed: Iterable[Candidate]) -> bool:
    """Whether a rule gives a later part of a candidate, but not the first, to another cue."""
    first_start, first_end = candidate.content[0]
    return part != candidate.content[0] and any(
        part in rule.content
        and rule.cue[0] is not candidate.cue[0]
        and authority_of(rule.rule).authority == "fills"
        and not any(a < first_end and first_start < b for a, b in rule.content)
        for rule in listed
    )


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        (["it was safe"], [["It rained"], ["it was safe"]]),
        (["It rained", "it was safe"], [["It rained", "it was safe"]]),
    ],
)
def test_a_part_of_another_quotation_is_cut_off(listed: list[str], found: list[list[str]]) -> None:
    candidate = candidate_of(CONTEXT, ["It rained", "it was safe"], "doubts", weight=0.5)
    assert parts(CONTEXT, merged([candidate], [rule(*listed)])) == found


@given(_FOUND.map(numbered), _LISTED)
def test_the_surest_candidate_is_never_dropped_or_cut(
    found: list[Candidate], listed: list[Candidate]
) -> None:
    stands = {c.detail: c for c in merged(found, listed) if c.detail}
    if found:
        most = max(c.weight for c in found)
        assert any(c.weight == most for c in stands.values())
    for candidate in found:
        grown = stands.get(candidate.detail, candidate)
        own = [part for part in candidate.content if not given_to_another(part, candidate, listed)]
        assert all(any(c <= a and b <= d for c, d in grown.content) for a, b in own)


@given(_FOUND.map(numbered), _LISTED)
def test_only_clashing_candidates_are_dropped(
    found: list[Candidate], listed: list[Candidate]
) -> None:
    stands = merged(found, listed)
    names = {c.detail for c in stands}
    for lost in (c for c in found if c.detail not in names):
        words = [*lost.content, *((t.start, t.end) for t in lost.cue)]
        assert any(
            other.weight >= lost.weight
            and (
                any(a < d and c < b for a, b in words for c, d in other.content)
                or lost.cue[0] in other.cue
            )
            for other in stands
        )


@given(_FOUND, _LISTED)
def test_the_order_of_findings_does_not_matter(
    found: list[Candidate], listed: list[Candidate]
) -> None:
    assume(len({c.weight for c in found}) == len(found))
    stands = [(c.content, c.rule) for c in merged(found, listed)]
    assert stands == [(c.content, c.rule) for c in merged(found[::-1], listed)]


def test_a_later_part_that_another_has_as_its_content_is_cut_off() -> None:
    text = "“It rained,” Ada said. Bo nodded. “All night.”"
    context = plain_context(text)
    joined = candidate_of(context, ["“It rained,”", "“All night.”"], "said", "Ada", weight=0.9)
    own = candidate_of(context, ["“All night.”"], "", "Bo", rule="after-gesture")
    assert parts(context, merged([joined], [], [own])) == [["“It rained,”"], ["“All night.”"]]
    first = candidate_of(context, ["“It rained,”"], "", "Bo", rule="after-gesture")
    assert parts(context, merged([joined], [], [first])) == [["“It rained,”"]]
