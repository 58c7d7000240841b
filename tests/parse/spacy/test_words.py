"""Parts of speech and lemmas from tables equal those of spaCy's own components."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from quotex.parse.engine import Tree
from quotex.parse.models import installed_model
from quotex.parse.spacy.engine import SpacyEngine, tree_of
from quotex.parse.spacy.words import word_table

TEXTS = [
    "There is a ferry, and there's another; it's what he'd said they'd got.",
    "Y'all ain't gonna leave, you gotta stay, c'mon, let's go there.",
    "They were leaving. The leaves fell, and what they left was the ferries' own.",
    "Have you had it? Does he do what does harm? Didn't you say so yourselves?",
    "The better boats went further than the WORST ones; 3,000 of them were Dr. Roe's.",
    "THERE ARE  two spaces,\tand I saw her with the oxen that ate 5.5kg.",
    " ",
    "",
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(installed_model())


def ruler_of(nlp: Language) -> Any:
    return nlp.get_pipe("attribute_ruler")


def trees_by_pipeline(nlp: Language, texts: list[str]) -> list[Tree]:
    return [tree_of(doc) for doc in nlp.pipe(texts)]


def test_the_table_gives_what_the_components_give(nlp: Language) -> None:
    engine = SpacyEngine(nlp)
    expected = trees_by_pipeline(nlp, TEXTS)
    assert list(engine.read(TEXTS, "tree")) == expected
    assert list(engine.read(TEXTS[::-1], "tree")) == expected[::-1]  # now everything is cached
    assert [tree for text in TEXTS for tree in engine.read([text], "tree")] == expected


def test_a_pattern_added_later_is_used(nlp: Language) -> None:
    engine = SpacyEngine(nlp)
    [before] = engine.read(["The ferry left."], "tree")
    ruler = ruler_of(nlp)
    ruler.add([[{"LOWER": "ferry"}]], {"LEMMA": "boat"})
    [after] = engine.read(["The ferry left."], "tree")
    assert (before.lemmas[1], after.lemmas[1]) == ("ferry", "boat")
    assert [after] == trees_by_pipeline(nlp, ["The ferry left."])


def test_patterns_of_several_words_are_left_to_the_ruler(nlp: Language) -> None:
    ruler = ruler_of(nlp)
    ruler.add([[{"LOWER": "la"}, {"LOWER": "la"}]], {"LEMMA": "song"}, index=1)
    texts = ["He sang la la la la.", "He sang la la."]
    assert list(SpacyEngine(nlp).read(texts, "tree")) == trees_by_pipeline(nlp, texts)


@pytest.mark.parametrize(
    "pattern", [[{"SHAPE": "Xxx"}], [{"LOWER": "a"}] * 3, [{"LOWER": {"FUZZY": "ferry"}}]]
)
def test_other_patterns_prevent_a_table(pattern: list[dict[str, object]]) -> None:
    nlp = spacy.load(installed_model(), exclude=["ner", "parser"])
    assert word_table(nlp) is not None
    ruler_of(nlp).add([pattern], {"POS": "X"})
    assert word_table(nlp) is None


def test_a_foreign_component_prevents_a_table() -> None:
    @Language.component("quotex_test_of_lemmas")
    def of_lemmas(doc: Doc) -> Doc:
        return doc

    nlp = spacy.load(installed_model(), exclude=["ner", "parser"])
    nlp.add_pipe("quotex_test_of_lemmas")
    assert word_table(nlp) is None


def test_a_pipeline_without_the_components_has_no_table() -> None:
    assert word_table(spacy.blank("en")) is None
