"""The spaCy engine, on hand-made Docs and, where marked, with a real model."""

from __future__ import annotations

import time

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from quotex.document.normalise import normalise
from quotex.errors import ModelError
from quotex.parse.builder import ViewBuilder
from quotex.parse.engine import Engine
from quotex.parse.spacy.engine import SpacyEngine, tree_of
from quotex.parse.view import Entity, View
from quotex.parse.views import read_views
from tests.parse.builders import document_of, view_of_rows
from tests.trees import ENGLISH

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


def token_slices(view: View) -> list[str]:
    return [view.text[t.start : t.end] for t in view.tokens]


def deps(view: View) -> dict[str, tuple[str, str]]:
    return {t.text: (t.dep, t.head.text) for t in view.tokens}


def check(view: View) -> None:
    """Check what must hold for any view."""
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


def read(engine: Engine, text: str) -> View:
    return read_views([document_of(text)], engine, "tree")[0]


def test_clear_labels_are_kept() -> None:
    view = view_of_rows("Ada Brook Said it rained.", SAID)
    assert deps(view)["Brook"] == ("nsubj", "Said")
    assert deps(view)["rained"] == ("ccomp", "Said")
    assert deps(view)["Said"] == ("ROOT", "Said")


def test_universal_dependencies_are_normalised() -> None:
    view = view_of_rows("Ada was accused by Bo", ACCUSED_UD, scheme="ud")
    assert deps(view)["Ada"] == ("nsubjpass", "accused")
    assert deps(view)["was"] == ("auxpass", "accused")
    assert deps(view)["accused"] == ("ROOT", "accused")
    assert deps(view)["by"] == ("agent", "accused")
    assert deps(view)["Bo"] == ("pobj", "by")


def doc_of_words(words: list[str], spaces: list[bool]) -> Doc:
    count = len(words)
    blank = [""] * count
    return Doc(
        Vocab(), words, spaces, tags=blank, pos=blank, lemmas=[w.upper() for w in words],
        heads=[max(0, n - 1) for n in range(count)], deps=["ROOT", *["dep"] * (count - 1)],
    )  # fmt: skip


def test_whitespace_tokens_are_left_out_and_heads_renumbered() -> None:
    doc = doc_of_words(["Ada", "  ", "left", "\n", "us"], [False, False, True, False, False])
    doc.set_ents([Span(doc, 0, 3, "PERSON"), Span(doc, 3, 4, "ORG")])
    tree = tree_of(doc)
    assert [doc.text[a:b] for a, b in zip(tree.starts, tree.ends, strict=True)] == [
        "Ada", "left", "us",
    ]  # fmt: skip
    assert tree.heads == [0, 1, 2]  # dependents of white space become roots
    assert tree.entities == [(0, 2, "PERSON")]
    assert tree.lemmas == ["ada", "left", "us"]
    assert tree.firsts == [0]


def test_a_sentence_of_white_space_is_dropped() -> None:
    doc = Doc(Vocab(), ["\n", "Ada", "left", " ", "Bo"], [False, True, False, False, False],
              sent_starts=[True, True, False, True, True])  # fmt: skip
    assert tree_of(doc).firsts == [0, 2]


def test_without_a_parse_the_text_is_one_sentence() -> None:
    tree = tree_of(spacy.blank("en")("Ada left. Bo came."))
    assert (tree.firsts, tree.deps, tree.heads, tree.lemmas) == ([0], [], [], [])


def test_an_empty_text_is_an_empty_tree() -> None:
    tree = tree_of(spacy.blank("en")(""))
    assert (tree.starts, tree.ends, tree.entities) == ([], [], [])


def test_a_sentence_is_split_at_a_paragraph() -> None:
    view = view_of_rows("Ferry stops\n\nAda left early", TWO)
    sentences = [[t.text for t in view.tokens[s.first : s.last]] for s in view.sentences]
    assert sentences == [["Ferry", "stops"], ["Ada", "left", "early"]]
    assert [s.paragraph for s in view.sentences] == [0, 1]
    check(view)


def test_a_word_whose_head_is_in_another_paragraph_becomes_a_root() -> None:
    view = view_of_rows("Ferry stops\n\nAda left early", TWO)
    assert deps(view)["stops"] == ("ROOT", "stops")
    assert deps(view)["Ada"] == ("nsubj", "left")
    assert [t.text for t in view.tokens[3].children] == ["Ada", "early"]


def test_a_sentence_in_one_paragraph_stays_whole() -> None:
    assert len(view_of_rows("Ferry stops Ada left early", TWO).sentences) == 1


def test_an_entity_is_split_at_a_paragraph() -> None:
    view = view_of_rows("Ferry stops\n\nAda left early", TWO, [(1, 3, "ORG")])
    assert view.entities == [Entity(1, 2, "ORG"), Entity(2, 3, "ORG")]


def test_no_entities() -> None:
    view = view_of_rows("Ferry stops Ada left early", TWO)
    assert view.entities == []
    assert {t.entity for t in view.tokens} == {""}


def test_a_pipeline_without_a_parser_is_assumed_to_use_clear() -> None:
    assert SpacyEngine(spacy.blank("en")).scheme == "clear"


def test_the_name_of_the_engine() -> None:
    blank = spacy.blank("en", meta={"name": "wick", "version": "1.2.3"})
    assert SpacyEngine(blank).name == "spacy/en_wick-1.2.3"


def test_a_pipeline_that_lacks_a_component_is_rejected() -> None:
    engine = SpacyEngine(spacy.blank("en"))
    with pytest.raises(ModelError, match="lacks ner "):
        engine.check("names")
    with pytest.raises(ModelError, match="lacks tagger, parser, lemmatizer, ner "):
        engine.check("tree")
    nlp = spacy.blank("en")
    nlp.add_pipe("ner")
    SpacyEngine(nlp).check("names")


def test_time_is_proportional_to_the_number_of_paragraphs() -> None:
    words = ["a", "\n\n"] * 20_000
    doc = Doc(Vocab(), words, spaces=[False] * len(words), sent_starts=[True] * len(words))
    began = time.process_time()
    document = document_of(doc.text)
    builder = ViewBuilder(doc.text, document.bounds, ENGLISH.classes)
    builder.add(tree_of(doc), doc.text, lambda start, end: (start, end))
    assert len(builder.view.sentences) == 20_000
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
    view = read(engine, text)
    assert token_slices(view) == [t.text for t in view.tokens]
    assert "".join(token_slices(view)) == "".join(text.split())
    check(view)


@pytest.mark.model
def test_sentences_do_not_cross_paragraphs(engine: SpacyEngine) -> None:
    view = read(engine, "Ferry stops\n\nthe last boat left for\n\nWick on Monday")
    assert [s.paragraph for s in view.sentences] == [0, 1, 2]


@pytest.mark.model
def test_soft_hyphens_stay_in_the_offsets(engine: SpacyEngine) -> None:
    view = read(engine, "The re\u00adgion\u00adal\u00a0 mayor spoke.")
    assert [t.text for t in view.tokens] == ["The", "regional", "mayor", "spoke", "."]
    assert token_slices(view)[1:3] == ["re\u00adgion\u00adal", "mayor"]


@pytest.mark.model
def test_a_very_long_paragraph_loses_nothing(engine: SpacyEngine) -> None:
    text = (NEWS * 1000)[:60_000].strip()
    view = read(engine, text)
    assert "".join(token_slices(view)) == "".join(text.split())
    assert {s.paragraph for s in view.sentences} == {0}
    check(view)


@pytest.mark.model
def test_at_depth_names_words_and_entities_match_the_full_parse(engine: SpacyEngine) -> None:
    texts = [NEWS + "Ada Brook left Wick.", "Bo Lund said so."]
    whole, names = list(engine.read(texts, "tree")), list(engine.read(texts, "names"))
    for one, other in zip(whole, names, strict=True):
        assert (one.starts, one.ends, one.entities) == (other.starts, other.ends, other.entities)
        assert one.entities
        assert one.deps
        assert not other.deps
    assert len(whole[0].firsts) == 2


@pytest.mark.model
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(alphabet=CHARACTERS, max_size=80))
def test_any_text_is_covered_by_tokens_in_order(engine: SpacyEngine, text: str) -> None:
    view = read(engine, text)
    check(view)
    assert "".join(visible(part) for part in token_slices(view)) == visible(text)
