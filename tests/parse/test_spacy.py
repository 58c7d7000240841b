"""spaCy behind the seam: on Docs written by hand and, marked so, on a real model."""

from __future__ import annotations

import time

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from quotex.document.normalise import normalise
from quotex.parse.engine import Engine
from quotex.parse.labels import label_map
from quotex.parse.spacy import SpacyEngine, _pieces, labels_of, model_name, view_of
from quotex.parse.view import Entity, Token, View

from .builders import parsed

CLEAR, UD = label_map("clear"), label_map("ud")

SAID = """
Ada    Ada    PROPN NNP compound 1
Brook  Brook  PROPN NNP nsubj    2
Said   say    VERB  VBD ROOT     2
it     it     PRON  PRP nsubj    4
rained rain   VERB  VBD ccomp    2
.      .      PUNCT .   punct    2
"""
ACCUSED_UD = """
Ada     Ada    PROPN NNP nsubj:pass 2
was     be     AUX   VBD aux:pass   2
accused accuse VERB  VBN root       2
by      by     ADP   IN  case       4
Bo      Bo     PROPN NNP obl:agent  2
"""
TWO = """
Ferry  ferry  NOUN  NN  compound 1
stops  stop   NOUN  NNS nsubj    3
Ada    Ada    PROPN NNP nsubj    3
left   leave  VERB  VBD ROOT     3
early  early  ADV   RB  advmod   3
"""
PLAIN = [
    "The ferry was late, Ada Brook said. “Nobody told us,” said a cook.\n\nThe quay is shut.",
    "It’s the dogs’ bowl.\nThe vet won’t come!\r\n\r\n1. Bread\n2. Milk",
    "Nobody\u00a0spoke.",
    "",
    " \n\n ",
    "A list:\n- of bread\n- of milk (fresh)…",
]
NEWS = "The ferry to Wick was late on Monday, the harbour master said. "
CHARACTERS = "aeo SAT said the 1.,“”’'\"—\n\n\t\u00a0\u200b\u00ad\U0001f30a"


def cuts(view: View) -> list[str]:
    return [view.text[t.start : t.end] for t in view.tokens]


def deps(view: View) -> dict[str, tuple[str, str]]:
    return {t.text: (t.dep, t.head.text) for t in view.tokens}


def tree(view: View) -> list[tuple[object, ...]]:
    def row(t: Token) -> tuple[object, ...]:
        return (t.i, t.text, t.start, t.end, t.lemma, t.pos, t.tag, t.dep, t.head.i, t.entity)

    return [*map(row, view.tokens), *view.sentences, *view.entities, *view.paragraphs]


def check(view: View) -> None:
    """Check what holds for any view."""
    assert all(
        left.end <= right.start for left, right in zip(view.tokens, view.tokens[1:], strict=False)
    )
    for sentence in view.sentences:
        start, end = view.paragraphs[sentence.paragraph]
        words = view.tokens[sentence.first : sentence.last]
        assert words
        assert all(start <= t.start < t.end <= end for t in words)
        assert all(sentence.first <= t.head.i < sentence.last for t in words)
    assert [t for s in view.sentences for t in view.tokens[s.first : s.last]] == view.tokens


def visible(text: str) -> str:
    return "".join(normalise(text, 0, len(text)).text.split())


def test_labels_of_clear_stay() -> None:
    view = view_of(parsed("Ada Brook Said it rained.", SAID), CLEAR)
    assert deps(view)["Brook"] == ("nsubj", "Said")
    assert deps(view)["rained"] == ("ccomp", "Said")
    assert deps(view)["Said"] == ("ROOT", "Said")


def test_labels_of_universal_dependencies_are_mapped() -> None:
    view = view_of(parsed("Ada was accused by Bo", ACCUSED_UD), UD)
    assert deps(view) == {
        "Ada": ("nsubjpass", "accused"),
        "was": ("auxpass", "accused"),
        "accused": ("ROOT", "accused"),
        "by": ("case", "Bo"),
        "Bo": ("agent", "accused"),
    }


def test_tags_and_lemmas_are_taken_over_in_lower_case() -> None:
    ada, _, said, *_ = view_of(parsed("Ada Brook Said it rained.", SAID), CLEAR).tokens
    assert (ada.lemma, ada.pos, ada.tag) == ("ada", "PROPN", "NNP")
    assert (said.lemma, said.lower, said.text) == ("say", "said", "Said")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brook Said it rained.",
        "Ada  Brook   Said it rained.",
        "Ada\u00a0Brook Said\tit rained.",
        "  Ada Brook Said it rained.  ",
        "Ada Brook Said \u00a0 it rained . ",
        "Ada Brook Said it rained.\n\n",
    ],
)
def test_offsets_are_exact_and_white_space_is_dropped(text: str) -> None:
    view = view_of(parsed(text, SAID), CLEAR)
    assert cuts(view) == ["Ada", "Brook", "Said", "it", "rained", "."]
    assert view.text == text
    check(view)


def test_white_space_does_not_move_heads() -> None:
    plain = view_of(parsed("Ada Brook Said it rained.", SAID), CLEAR)
    spaced = view_of(parsed("  Ada  Brook \u00a0 Said it  rained.", SAID), CLEAR)
    assert deps(spaced) == deps(plain)


def test_a_sentence_is_cut_at_a_paragraph() -> None:
    view = view_of(parsed("Ferry stops\n\nAda left early", TWO), CLEAR)
    sentences = [[t.text for t in view.tokens[s.first : s.last]] for s in view.sentences]
    assert sentences == [["Ferry", "stops"], ["Ada", "left", "early"]]
    assert [s.paragraph for s in view.sentences] == [0, 1]
    check(view)


def test_a_head_in_another_paragraph_makes_a_root() -> None:
    view = view_of(parsed("Ferry stops\n\nAda left early", TWO), CLEAR)
    assert deps(view)["stops"] == ("ROOT", "stops")
    assert deps(view)["Ada"] == ("nsubj", "left")
    assert [t.text for t in view.tokens[3].children] == ["Ada", "early"]


def test_a_sentence_in_one_paragraph_stays_whole() -> None:
    view = view_of(parsed("Ferry stops Ada left early", TWO), CLEAR)
    assert len(view.sentences) == 1


def test_entities_are_numbered_without_the_white_space() -> None:
    doc = parsed("  Ada  Brook Said it rained.", SAID, [(0, 1, "PERSON")])
    view = view_of(doc, CLEAR)
    assert view.entities == [Entity(0, 2, "PERSON")]
    assert [t.text for t in view.tokens if t.entity == "PERSON"] == ["Ada", "Brook"]


def test_an_entity_is_cut_at_a_paragraph() -> None:
    doc = parsed("Ferry stops\n\nAda left early", TWO, [(1, 2, "ORG")])
    assert view_of(doc, CLEAR).entities == [Entity(1, 2, "ORG"), Entity(2, 3, "ORG")]


def test_no_entities() -> None:
    view = view_of(parsed("Ferry stops Ada left early", TWO), CLEAR)
    assert view.entities == []
    assert {t.entity for t in view.tokens} == {""}


def test_a_pipeline_without_a_parser_has_clear_labels() -> None:
    assert labels_of(spacy.blank("en")) == CLEAR


def test_the_name_of_a_model() -> None:
    blank = spacy.blank("en", meta={"name": "wick", "version": "1.2.3"})
    assert model_name(blank) == "spacy/en_wick-1.2.3"


@pytest.mark.parametrize(
    "text",
    [
        NEWS * 1000,
        NEWS.replace(".", "") * 1000,
        NEWS.replace(" ", "") * 1000,
        NEWS.replace(" ", "\u00a0") * 1000,
        "a" * 20_000,
        "a" * 20_001,
        "a. " + "b" * 60_000,
    ],
    ids=["sentences", "words", "no blanks", "no-break", "limit", "over", "early"],
)
def test_a_long_paragraph_is_cut_without_loss(text: str) -> None:
    pieces = list(_pieces(text, 0, len(text)))
    assert "".join("".join(p.text.split()) for p in pieces) == "".join(text.split())
    assert all(len(p.text) <= 20_000 for p in pieces)


def test_a_long_paragraph_is_cut_at_the_end_of_a_sentence() -> None:
    pieces = list(_pieces(NEWS * 1000, 0, len(NEWS) * 1000))
    assert all(p.text.rstrip().endswith("said.") for p in pieces)


def test_without_sentences_it_is_cut_at_a_space() -> None:
    text = "ferry " * 10_000
    assert all(set(p.text.split()) == {"ferry"} for p in _pieces(text, 0, len(text)))


def test_many_paragraphs_take_time_in_proportion() -> None:
    words = ["a", "\n\n"] * 20_000
    doc = Doc(Vocab(), words, spaces=[False] * len(words), sent_starts=[True] * len(words))
    began = time.process_time()
    assert len(view_of(doc, CLEAR).sentences) == 20_000
    assert time.process_time() - began < 10


@pytest.fixture(scope="module")
def engine(nlp: Language) -> SpacyEngine:
    return SpacyEngine(nlp)


@pytest.mark.model
def test_it_is_an_engine(engine: SpacyEngine) -> None:
    assert isinstance(engine, Engine)
    assert engine.name.startswith("spacy/en_core_web_")


@pytest.mark.model
@pytest.mark.parametrize("text", PLAIN)
def test_tokens_are_the_text_at_their_offsets(engine: SpacyEngine, text: str) -> None:
    view = engine.view(text)
    assert cuts(view) == [t.text for t in view.tokens]
    assert "".join(cuts(view)) == "".join(text.split())
    check(view)


@pytest.mark.model
def test_paragraphs_bound_sentences(engine: SpacyEngine) -> None:
    view = engine.view("Ferry stops\n\nthe last boat left for\n\nWick on Monday")
    assert [s.paragraph for s in view.sentences] == [0, 1, 2]


@pytest.mark.model
def test_soft_hyphens_stay_in_the_offsets(engine: SpacyEngine) -> None:
    view = engine.view("The re\u00adgion\u00adal\u00a0 mayor spoke.")
    assert [t.text for t in view.tokens] == ["The", "regional", "mayor", "spoke", "."]
    assert cuts(view)[1:3] == ["re\u00adgion\u00adal", "mayor"]


@pytest.mark.model
def test_a_very_long_paragraph_loses_nothing(engine: SpacyEngine) -> None:
    text = (NEWS * 1000)[:60_000].strip()
    view = engine.view(text)
    assert "".join(cuts(view)) == "".join(text.split())
    assert {s.paragraph for s in view.sentences} == {0}
    check(view)


@pytest.mark.model
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(alphabet=CHARACTERS, max_size=80))
def test_any_text_is_covered_by_tokens_in_order(engine: SpacyEngine, text: str) -> None:
    view = engine.view(text)
    check(view)
    assert "".join(visible(part) for part in cuts(view)) == visible(text)
