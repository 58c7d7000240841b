"""Each rule's weight and authority are declared, and the declaration decides."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic import ValidationError

from quotex import Extractor
from quotex.document.document import Document
from quotex.quotations import authority
from quotex.quotations.authority import (
    Authority,
    AuthorityTable,
    Role,
    authority_of,
    authority_table,
    weight_of,
)
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context
from quotex.quotations.detectors import rules as detectors
from quotex.quotations.detectors.learned import LearnedDetector
from quotex.quotations.detectors.rules import RuleDetector, proposed
from quotex.quotations.rules import RULES, Rule
from quotex.records import Article
from tests.quotations.model.fake import Answer, FakeModel, candidate_of
from tests.quotations.test_cases import FILES, REPORTED, cases
from tests.trees import DENIED, ENGLISH, Found, context_of, texts

NEW = "new-rule"
BY_MODEL: Found = (["it snowed"], "denied", "Bo")
BY_RULE: Found = (["that it"], "denied", "Bo")


@pytest.mark.model
def test_every_rule_that_proposes_something_is_declared(extractor: Extractor) -> None:
    seen = set()
    documents = [
        Document(Article(text=case.text, language="en"), ENGLISH)
        for stem in [*FILES, *REPORTED]
        for case in cases(stem)
    ]
    for context in extractor.pipeline.parse(documents):
        for candidate in proposed(context):
            assert 0 < authority_of(candidate.rule).weight <= 1
            seen.add(candidate.rule)
    declared = authority_table().rules
    unseen = {n for n in declared if n not in seen and n not in {s.partition(":")[0] for s in seen}}
    assert unseen <= {"labelled-turn", "signed-quote", "introduced-block"}


def test_the_error_for_an_undeclared_rule_states_the_fix() -> None:
    for rule in ("", "nameless", "nameless:obj", "argumen"):
        with pytest.raises(LookupError, match=r"no authority for rule .*rules/authority\.toml"):
            authority_of(rule)
        with pytest.raises(LookupError):
            weight_of(rule)


def test_a_frame_takes_precedence_over_its_rule() -> None:
    assert authority_of("argument:pred").weight == 0.8
    assert authority_of("argument:to") is authority_of("argument")
    assert authority_of("noun:that") is authority_of("noun")


@pytest.mark.parametrize(
    ("rule", "weights"),
    [
        ("labelled-turn", (1.0, 1.0, 1.0)),
        ("signed-quote", (1.0, 1.0, 1.0)),
        ("quote-before-cue", (0.96, 0.96, 0.8)),
        ("quote-before-phrase", (0.9, 0.9, 0.9)),
        ("quote-before-unlisted-verb", (0.7, 0.7, 0.7)),
        ("cue-before-quote", (0.96, 0.96, 0.8)),
        ("phrase-before-quote", (0.9, 0.9, 0.9)),
        ("colon-before-quote", (0.75, 0.75, 0.75)),
        ("introduced-block", (0.9, 0.9, 0.9)),
        ("clause-after", (0.86, 0.86, 0.86)),
        ("clause-around", (0.8, 0.8, 0.8)),
        ("phrase", (0.86, 0.86, 0.86)),
        ("argument:to", (0.74, 0.88, 0.74)),
        ("argument:obj", (0.72, 0.88, 0.72)),
        ("argument:ing", (0.72, 0.88, 0.72)),
        ("argument:pred", (0.8, 0.88, 0.8)),
        ("passive", (0.7, 0.7, 0.55)),
        ("noun:to", (0.66, 0.66, 0.6)),
        ("adjective:that", (0.66, 0.66, 0.66)),
    ],
)
def test_weights(rule: str, weights: tuple[float, float, float]) -> None:
    found = weight_of(rule), weight_of(rule, "strong"), weight_of(rule, "weak")
    assert found == weights


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("labelled-turn", "overrides"),
        ("signed-quote", "overrides"),
        ("quote-before-cue", "fills"),
        ("quote-before-phrase", "advises"),
        ("cue-before-quote", "advises"),
        ("clause-after", "advises"),
        ("argument:obj", "advises"),
    ],
)
def test_role_of_each_rule(rule: str, says: str) -> None:
    assert authority_of(rule).authority == says


def test_a_weight_of_zero_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    declare(monkeypatch, Authority(weight=0.5, weak=0.0, strong=None, authority="advises"))
    found = weight_of(NEW), weight_of(NEW, "weak"), weight_of(NEW, "strong")
    assert found == (0.5, 0.0, 0.5)


@pytest.mark.parametrize(
    "fault",
    [{"weight": 1.1}, {"weight": -0.1}, {"weak": 2}, {"authority": "decides"}, {"say": "fills"}],
)
def test_rejects_an_invalid_declaration(fault: dict[str, object]) -> None:
    good = {"weight": 0.5, "authority": "fills"}
    assert Authority.model_validate(good).strong is None
    with pytest.raises(ValidationError):
        Authority.model_validate({**good, **fault})


def declare(monkeypatch: pytest.MonkeyPatch, new: Authority) -> None:
    table = AuthorityTable(version=1, rules={**authority_table().rules, NEW: new})
    monkeypatch.setattr(authority, "authority_table", lambda: table)


def register(
    monkeypatch: pytest.MonkeyPatch, say: Role, *parts: str, cue: str = "denied", parse: bool = True
) -> None:
    """Add a rule that proposes ``parts`` of ``DENIED``, and declare its authority."""

    def find(context: Context) -> Iterator[Candidate]:
        yield candidate_of(context, parts, cue, "Bo", rule=NEW, weight=weight_of(NEW))

    declare(monkeypatch, Authority(weight=1.0, authority=say))
    monkeypatch.setattr(detectors, "RULES", (*RULES, Rule(find, needs_parse=parse)))


def hybrid(answers: dict[str, Answer], *, rules: bool = True) -> list[Found]:
    context = context_of(DENIED)
    (found,) = LearnedDetector(FakeModel(answers), rules=rules).detect([context])
    return texts(context, found)


ANSWERS = {"denied": Answer(source=("Bo",), content=("it snowed",), valid=9.0)}


def test_without_the_model_the_rule_with_more_weight_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    register(monkeypatch, "advises", "that it")
    context = context_of(DENIED)
    assert texts(context, RuleDetector().detect([context])[0]) == [BY_RULE]


def test_overrides_takes_precedence_over_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    assert hybrid(ANSWERS) == [BY_MODEL]
    register(monkeypatch, "overrides", "that it")
    assert hybrid(ANSWERS) == [BY_RULE]
    assert hybrid({}) == [BY_RULE]


def test_fills_is_kept_where_the_model_finds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    register(monkeypatch, "fills", "that it")
    assert hybrid({}) == [BY_RULE]


def test_fills_extends_the_content_of_the_same_cue(monkeypatch: pytest.MonkeyPatch) -> None:
    register(monkeypatch, "fills", "that it")
    assert hybrid(ANSWERS) == [(["that it snowed"], "denied", "Bo")]


def test_fills_yields_to_a_clashing_candidate(monkeypatch: pytest.MonkeyPatch) -> None:
    register(monkeypatch, "fills", "that it", cue="snowed")
    assert hybrid(ANSWERS) == [BY_MODEL]


def test_advises_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    register(monkeypatch, "advises", "that it")
    assert hybrid({}) == []
    assert hybrid(ANSWERS) == [BY_MODEL]


@pytest.mark.parametrize(("parse", "found"), [(True, []), (False, [BY_RULE])])
def test_without_rules_one_that_needs_no_parse_may_override(
    monkeypatch: pytest.MonkeyPatch, parse: bool, found: list[Found]
) -> None:
    register(monkeypatch, "overrides", "that it", parse=parse)
    assert hybrid({}, rules=False) == found


def test_an_undeclared_rule_fails_loudly(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(context: Context) -> Iterator[Candidate]:
        yield candidate_of(context, ["it"], "denied", rule="nameless")

    monkeypatch.setattr(detectors, "RULES", (Rule(find),))
    with pytest.raises(LookupError, match="declare its weight"):
        hybrid({})
