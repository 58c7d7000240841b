"""The learned detector, with a model that answers from a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations, pairwise

import numpy as np
import pytest

from quotex import Article, Extraction, Extractor
from quotex.options import Options
from quotex.pipeline import Pipeline
from quotex.quotations.candidate import Candidate
from quotex.quotations.confidence import confidence_of
from quotex.quotations.context import Context
from quotex.quotations.detectors.learned import LearnedDetector
from quotex.quotations.model.calibration import PARTS, UNFITTED, Regression, log_odds
from quotex.records import spans_of
from tests.quotations.model.fake import PARSELESS, Answer, FakeModel, plain_context
from tests.trees import DENIED, ENGLISH, context_of, texts

SAID = """
She     she    PRP nsubj 2
said    say    VBD ROOT  2
it      it     PRP nsubj 4
rained  rain   VBD ccomp 2
hard    hard   RB  advmod 4
.       .      .   punct 2
"""
QUOTED = """
“       “      ``  punct 4
The     the    DT  det   3
roof    roof   NN  nsubj 4
fell    fall   VBD ccomp 8
,       ,      ,   punct 8
”       ”      ''  punct 8
Ada     ada    NNP nsubj 8
said    say    VBD ROOT  8
.       .      .   punct 8
"""
ARTICLE = (
    "The ferry will sail on Monday, Ada Brook said. Dogs swam.\n\n"
    "“The quay holds,” Bo Lund quipped, “for now.” He left.\n\n"
    "“Nobody was hurt,” he said. “We were lucky.” Then it rained."
)
ANSWERS = {
    "said": Answer(source=("Ada Brook", "he"), content=("The ferry will sail on Monday",)),
    "quipped": Answer(
        source=("Bo Lund",),
        content=("The quay holds ,", "for now ."),
        senses=(0.0, 1.0, 0.0, 1.0),
    ),
}


def extractor(answers: Mapping[str, Answer], *, capacity: int = 200) -> Extractor:
    """An extractor with the fake model that does not parse."""
    detector = LearnedDetector(FakeModel(answers, capacity=capacity), rules=False)
    return Extractor(Pipeline(ENGLISH, PARSELESS, detector, Options(modes="all")))


def detect(context: Context, model: FakeModel, *, rules: bool) -> list[Candidate]:
    return LearnedDetector(model, rules=rules).detect([context])[0]


def test_the_name_is_that_of_the_model() -> None:
    assert LearnedDetector(FakeModel({}), rules=True).name == "fake-1.0"


def test_it_runs_without_a_parse() -> None:
    found = extractor(ANSWERS)(ARTICLE)
    assert [[span.text for span in q.content] for q in found] == [
        ["The ferry will sail on Monday"],
        ["“The quay holds,”", "“for now.”"],
    ]
    assert [[span.text for span in q.source] for q in found] == [["Ada Brook"], ["Bo Lund"]]
    assert [q.kind for q in found] == ["indirect", "direct"]


def test_span_text_matches_offsets() -> None:
    found = extractor(ANSWERS)(ARTICLE)
    assert found.quotations
    for quotation in found:
        for span in spans_of(quotation):
            assert ARTICLE[span.start : span.end] == span.text


def test_the_evidence_names_model_version_and_probability() -> None:
    (first, second) = extractor(ANSWERS)(ARTICLE).quotations
    by_model = [e for q in (first, second) for e in q.evidence if e.by == "model"]
    assert [e.name for e in by_model] == ["fake-1.0", "fake-1.0"]
    assert by_model[1].detail == "“quipped” begins an attribution, probability 0.98"
    assert "sense-guessed" in [e.name for e in second.evidence]
    assert (second.mode, second.stance) == ("thought", "denies")


def test_confidence_follows_the_calibration() -> None:
    model = FakeModel(ANSWERS, threshold=0.1)
    first, second = detect(plain_context(ARTICLE), model, rules=False)
    assert first.confidence == first.weight == pytest.approx(0.982, abs=1e-3)
    assert second.confidence == second.weight == pytest.approx(0.982, abs=1e-3)
    only_quoted = {name: 2.0 * (name == "quoted") for name in PARTS}
    model.calibration["model"] = Regression(-1.0, only_quoted)
    found = detect(plain_context(ARTICLE), model, rules=False)
    shares = [c.confidence for c in found]
    assert shares == [
        UNFITTED.probability({**only_quoted, "valid": -1.0}),
        pytest.approx(0.731, abs=1e-3),
    ]


@pytest.mark.parametrize(
    ("valid", "bias", "stands"),
    [(0.0, 0.0, True), (-0.5, 0.0, False), (-0.5, 0.5, True), (0.0, -0.5, False)],
)
def test_candidates_reach_the_threshold(valid: float, bias: float, stands: bool) -> None:
    model = FakeModel({"quipped": Answer(content=("for now .",), valid=valid)}, threshold=0.45)
    model.calibration["model"] = Regression(bias, UNFITTED.weights)
    assert bool(detect(plain_context(ARTICLE), model, rules=False)) is stands


@pytest.mark.parametrize(
    ("quoted_threshold", "found"),
    [(None, []), (0.4, ["quipped"]), (0.9, []), (0.0, ["quipped"])],
)
def test_quoted_content_has_its_own_threshold(
    quoted_threshold: float | None, found: list[str]
) -> None:
    answers = {cue: replace(answer, valid=0.0) for cue, answer in ANSWERS.items()}
    model = FakeModel(answers, threshold=0.8, quoted_threshold=quoted_threshold)
    listed = detect(plain_context(ARTICLE), model, rules=False)
    assert [c.cue[0].text for c in listed] == found


@pytest.mark.parametrize(
    "text", ["", "\n\n", "“”", "— … ! “ ” ‘ ’ ' \" «»", "¶ § 12 %", "Dogs swam.", "said"]
)
def test_texts_without_quotations(text: str) -> None:
    found = extractor(ANSWERS)(Article(text=text, id="a"))
    assert found.quotations == ()
    assert found.error is None


def test_nothing_is_reported_without_content() -> None:
    answers = {"quipped": Answer(source=("Bo Lund",))}
    assert extractor(answers)(ARTICLE).quotations == ()


def test_drops_content_that_begins_in_furniture() -> None:
    text = "Ada left.\n\nPhoto: Ada said the quay holds\n\nBo said the quay holds."
    answers = {"said": Answer(content=("the quay holds",))}
    (quotation,) = extractor(answers)(text).quotations
    assert quotation.content[0].start == text.rindex("the quay holds")


def bare(found: Extraction) -> list[str]:
    return [q.model_dump_json() for q in found]


@pytest.mark.parametrize("capacity", [200, 24])
def test_the_order_and_number_of_articles_do_not_matter(capacity: int) -> None:
    pieces = [ARTICLE, "", "Dogs swam.", "Bo Lund quipped, for now.", ARTICLE.split("\n\n")[1]]
    alone = [bare(extractor(ANSWERS, capacity=capacity)(text)) for text in pieces]
    reader = extractor(ANSWERS, capacity=capacity)
    assert [bare(e) for e in reader.pipe(pieces)] == alone
    assert [bare(e) for e in reader.pipe(pieces[::-1])] == alone[::-1]
    assert [bare(e) for e in reader.pipe(pieces * 3)] == alone * 3
    assert any(alone)


def test_a_long_paragraph_in_several_windows() -> None:
    sentence = "“The quay holds,” Bo Lund quipped, “for now.” Dogs swam."
    text = " ".join([sentence] * 30)
    found = extractor({"quipped": ANSWERS["quipped"]}, capacity=60)(text)
    assert len(found.quotations) == 30
    assert {tuple(s.text for s in q.content) for q in found} == {
        ("“The quay holds,”", "“for now.”")
    }
    starts = [q.content[0].start for q in found]
    assert starts == [at * (len(sentence) + 1) for at in range(30)]


def test_quotations_do_not_overlap() -> None:
    answers = {
        "said": Answer(content=("that Bo denied it snowed",)),
        "denied": Answer(content=("it snowed",), valid=5.0),
    }
    text = "Ada said that Bo denied it snowed. " * 4
    found = extractor(answers)(text).quotations
    assert [q.cue[0].text for q in found] == ["denied"] * 4
    for one, other in combinations(found, 2):
        assert not any(
            a.start < b.end and b.start < a.end for a in one.content for b in other.content
        )


def test_interleaved_quotations_share_no_words() -> None:
    answers = {
        "said": Answer(content=("We lost the roof ,", "We lost the boat .")),
        "quipped": Answer(content=("that it rained",)),
    }
    text = "“We lost the roof,” Ada said. Bo quipped that it rained. “We lost the boat.”"
    one, other = extractor(answers)(text).quotations
    assert not any(a.start < b.end and b.start < a.end for a in one.content for b in other.content)


def test_without_a_parse_there_are_no_lemmas() -> None:
    assert {q.cue_lemma for q in extractor(ANSWERS)(ARTICLE)} == {None}


def test_a_quoted_sentence_continues_the_one_before() -> None:
    answers = {"said": Answer(source=("he",), content=("Nobody was hurt ,",))}
    (quotation,) = extractor(answers)(ARTICLE.split("\n\n")[2]).quotations
    assert [s.text for s in quotation.content] == ["“Nobody was hurt,”", "“We were lucky.”"]


def test_a_rule_that_agrees_is_named_and_gives_the_sense() -> None:
    context = context_of(SAID, DENIED)
    answers = {"denied": Answer(source=("Bo",), content=("it snowed",))}
    (found,) = detect(context, FakeModel(answers), rules=True)
    assert texts(context, [found]) == [(["it snowed"], "denied", "Bo")]
    assert [name for name, _ in found.notes] == ["clause-after"]
    assert (found.sense.lemma, found.sense.stance) == ("deny", "denies")


@pytest.mark.parametrize(
    ("content", "shared"), [("it snowed", 2 / 3), ("that it snowed", 1.0), ("snowed", 1 / 3)]
)
def test_the_share_of_content_in_common_with_an_agreeing_rule(content: str, shared: float) -> None:
    model = FakeModel({"denied": Answer(source=("Bo",), content=(content,))})
    (found,) = detect(context_of(DENIED), model, rules=True)
    assert found.parts is not None
    assert found.parts["shared"] == pytest.approx(shared)


def test_without_rules_none_agrees() -> None:
    answers = {"denied": Answer(source=("Bo",), content=("it snowed",))}
    (found,) = detect(context_of(DENIED), FakeModel(answers), rules=False)
    assert found.notes == ()
    assert found.sense.stance == "denies"


@pytest.mark.parametrize("rules", [True, False])
def test_the_calibration_is_that_of_the_mode(rules: bool) -> None:
    model = FakeModel({"denied": Answer(content=("it snowed",))})
    share = confidence_of("clause-after")
    weights = dict.fromkeys(PARTS, 0.0) | {"agreed": 1.0, "rule_share": 1.0}
    model.calibration = {"hybrid": Regression(0.0, weights), "model": Regression(1.0, weights)}
    (found,) = detect(context_of(DENIED), model, rules=rules)
    expected = Regression(0.0, weights).probability(
        dict.fromkeys(PARTS, 0.0) | {"agreed": 1.0, "rule_share": log_odds(share)}
    )
    plain = Regression(1.0, weights).probability(dict.fromkeys(PARTS, 0.0))
    assert found.confidence == pytest.approx(expected if rules else plain)


def test_a_rule_that_only_advises_adds_nothing() -> None:
    assert detect(context_of(SAID, DENIED), FakeModel({}), rules=True) == []


def test_a_trusted_rule_on_quoted_speech_adds_what_the_model_misses() -> None:
    context = context_of(QUOTED, DENIED)
    (found,) = detect(context, FakeModel({}), rules=True)
    assert texts(context, [found]) == [(["“The roof fell,”"], "said", "Ada")]
    assert found.rule == "quote-before-cue"
    assert found.confidence is None, "its measured share tells"
    assert detect(context, FakeModel({}), rules=False) == []


def test_a_trusted_rule_extends_content_to_the_marks() -> None:
    context = context_of(QUOTED)
    model = FakeModel({"said": Answer(source=("Ada",), content=("roof fell",))})
    (found,) = detect(context, model, rules=True)
    assert texts(context, [found]) == [(["“The roof fell,”"], "said", "Ada")]
    assert found.rule == "model:fake-1.0"
    (alone,) = detect(context, model, rules=False)
    assert texts(context, [alone]) == [(["roof fell"], "said", "Ada")]


def test_the_network_reads_what_the_rules_found() -> None:
    answers = {"denied": Answer(content=("it snowed",))}
    hybrid, model = FakeModel(answers), FakeModel(answers)
    detect(context_of(DENIED), hybrid, rules=True)
    detect(context_of(DENIED), model, rules=False)
    assert hybrid.features[0][:, 2].tolist() == [3, 4, 5, 5, 5, 2]
    assert len(set(model.features[0][:, 2].tolist())) == 1


def test_without_rules_the_network_reads_no_parse() -> None:
    answers = {"denied": Answer(content=("it snowed",))}
    parsed, bare = FakeModel(answers), FakeModel(answers)
    (found,) = detect(context_of(DENIED), parsed, rules=False)
    (expected,) = detect(plain_context("Bo denied that it snowed ."), bare, rules=False)
    for one, other in zip(parsed.windows[0], bare.windows[0], strict=True):
        np.testing.assert_array_equal(one, other)
    np.testing.assert_array_equal(parsed.features[0], bare.features[0])
    assert not parsed.features[0][:, 1:].any()
    assert found.confidence == expected.confidence
    assert (found.sense.lemma, expected.sense.lemma) == ("deny", "")


@pytest.mark.parametrize(("word", "negated"), [("not", True), ("long", False)])
def test_without_rules_a_parse_still_shows_negation(word: str, negated: bool) -> None:
    parse = f"""
    He     he    PRP nsubj 4
    did    do    VBD aux   4
    {word} {word} RB neg   4
    deny   deny  VB  ROOT  4
    it     it    PRP dobj  4
    """.replace("neg", "neg" if negated else "advmod")
    (found,) = detect(context_of(parse), FakeModel({"deny": Answer(content=("it",))}), rules=False)
    assert found.negated is negated


def test_in_text_order() -> None:
    answers = {
        "said": Answer(content=("it rained hard",), valid=1.0),
        "denied": Answer(content=("it snowed",), valid=3.0),
    }
    found = detect(context_of(SAID, DENIED, SAID), FakeModel(answers), rules=True)
    assert len(found) == 3
    assert all(a.start < b.start for a, b in pairwise(found))
