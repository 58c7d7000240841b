"""The Stanza engine with real models: every word and entity is at its stated offsets."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotex.document.normalise import normalise
from quotex.parse.engine import Engine, Tree
from quotex.parse.stanza.engine import StanzaEngine, tree_of
from quotex.parse.view import View
from quotex.parse.views import read_views
from tests.parse.builders import document_of
from tests.parse.spacy.test_engine import CHARACTERS, NEWS, PLAIN, check, token_slices, visible

pytestmark = pytest.mark.model

GENERATED = 2_000
_WORDS = (
    "the a harbour mayor Roe Ada O'Dea said that ferry it was late never 1,200 $5 3.5% U.S. Mr. "
    "well-known and/or No. e-mail a.m. Wick’s dogs' the dogs’ ’90s"
)
_JOINED = (
    "don't don’t won't can't cannot gonna wanna gotta it's it’s I'm we'd've they'll she’d Roe's "
    "Roe’s O'Dea's didn’t ain't let's lemme y'all who's"
)
_SPACES = [" "] * 8 + ["  ", "   ", "\u00a0", "\u00a0 ", "\t", "\n", "\n\n", " \r\n", "\u2009", ""]
_MARKS = [
    "",
    "",
    "",
    ",",
    ".",
    ". ",
    "?",
    "!",
    ";",
    ":",
    "…",
    "—",
    " – ",
    "...",
    ")",
    "”",
    "''",
    '"',
]
_OPENING = ["", "", "", "", "", "“", '"', "''", "(", "‘"]


def generated(count: int) -> Iterator[str]:
    """Yield texts with odd spacing, contractions and tokens of several words."""
    draw = random.Random(15)
    words, joined = _WORDS.split(), _JOINED.split()
    for _ in range(count):
        parts = [draw.choice(["", "", " ", "\n"])]
        for _ in range(draw.randint(1, 12)):
            word = draw.choice(draw.choice([words, joined]))
            word = draw.choice([word, word, word, word.capitalize(), word.upper()])
            parts += [draw.choice(_OPENING), word, draw.choice(_MARKS), draw.choice(_SPACES)]
        yield "".join(parts)


def without_punctuation(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())


def check_tree(tree: Tree, text: str) -> None:
    """Check that words are in order, do not overlap, and cover the text except white space."""
    words = list(zip(tree.starts, tree.ends, strict=True))
    assert all(a < b and text[a:b].strip() == text[a:b] for a, b in words), text
    assert all(one[1] <= two[0] for one, two in pairwise(words)), text
    assert "".join(without_punctuation(text[a:b]) for a, b in words) == without_punctuation(text)
    assert tree.firsts == sorted(set(tree.firsts))
    assert all(0 <= first < last <= len(words) for first, last, _ in tree.entities)


@pytest.fixture(scope="module")
def engine(stanza_pipeline: Any) -> StanzaEngine:
    return StanzaEngine(stanza_pipeline)


def read(engine: Engine, text: str) -> View:
    return read_views([document_of(text)], engine, "tree")[0]


def test_it_is_an_engine_with_all_processors(engine: StanzaEngine) -> None:
    assert isinstance(engine, Engine)
    assert engine.name.startswith("stanza/en_")
    engine.check("names")
    engine.check("tree")
    assert {"ccomp", "nsubj", "pobj", "prep"} <= set(engine.dep_labels)
    assert {"PERSON", "ORG", "GPE"} <= set(engine.entity_labels)
    assert "" not in engine.entity_labels


@pytest.mark.parametrize("text", PLAIN)
def test_tokens_are_the_text_at_their_offsets(engine: StanzaEngine, text: str) -> None:
    view = read(engine, text)
    assert token_slices(view) == [t.text for t in view.tokens]
    assert "".join(token_slices(view)) == "".join(text.split())
    check(view)


def test_words_of_generated_texts_have_stanzas_offsets(stanza_pipeline: Any) -> None:
    texts = list(generated(GENERATED))
    docs = stanza_pipeline.bulk_process(
        [text for text in texts if text.strip()], processors="tokenize,mwt"
    )
    joined = 0
    for doc in docs:
        check_tree(tree_of(doc, doc.text, "names"), doc.text)
        for token in doc.iter_tokens():
            assert without_punctuation(
                doc.text[token.start_char : token.end_char]
            ) == without_punctuation(token.text)
            joined += len(token.words) > 1
    assert len(docs) == GENERATED
    assert joined > GENERATED


def test_entities_of_generated_texts_have_stanzas_offsets(stanza_pipeline: Any) -> None:
    texts = [f"Mayor {text} in Wick" for text in generated(150)]
    found = 0
    for doc in stanza_pipeline.bulk_process(texts, processors="tokenize,mwt,ner"):
        tree = tree_of(doc, doc.text, "names")
        entities = [(e.start_char, re.sub(r"\W+", "", e.text)) for e in doc.ents]
        for first, last, _ in tree.entities:
            start, end = tree.starts[first], tree.ends[last - 1]
            name = re.sub(r"\W+", "", doc.text[start:end])
            assert any(at == start and whole.startswith(name) for at, whole in entities), doc.text
            found += 1
    assert found > 100


def test_texts_are_read_alike_in_bulk_and_singly(engine: StanzaEngine) -> None:
    texts = [NEWS, "", *PLAIN, *generated(6)]
    together = list(engine.read(texts, "tree"))
    assert together == [next(engine.read([text], "tree")) for text in texts]


def test_at_depth_names_words_and_entities_match_the_full_parse(engine: StanzaEngine) -> None:
    texts = [NEWS + "Ada Brook left Wick.", "Bo Lund said so."]
    for one, other in zip(engine.read(texts, "tree"), engine.read(texts, "names"), strict=True):
        assert (one.starts, one.ends, one.entities) == (other.starts, other.ends, other.entities)
        assert len(one.heads) == len(one.starts)
        assert not other.deps


def test_trees_are_normalised(engine: StanzaEngine) -> None:
    view = read(engine, "The mayor of Wick said that the ferry was late.")
    deps = {t.text: (t.dep, t.head.text) for t in view.tokens}
    assert deps["said"] == ("ROOT", "said")
    assert deps["mayor"] == ("nsubj", "said")
    assert deps["Wick"] == ("pobj", "of")
    assert deps["was"] == ("ccomp", "said")
    assert deps["late"] == ("acomp", "was")


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(alphabet=CHARACTERS, max_size=80))
def test_any_text_is_covered_by_tokens_in_order(engine: StanzaEngine, text: str) -> None:
    view = read(engine, text)
    check(view)
    assert "".join(visible(part) for part in token_slices(view)) == visible(text)


def test_a_very_long_paragraph_loses_nothing(engine: StanzaEngine) -> None:
    text = (NEWS * 130)[:7_000].strip()
    view = read(engine, text)
    assert "".join(token_slices(view)) == "".join(text.split())
    assert {s.paragraph for s in view.sentences} == {0}
    assert normalise(text, 0, len(text)).text == text
    check(view)
