"""Gold articles are parsed like any article, wherever on a page their quotations appear."""

from __future__ import annotations

import pytest
from spacy.language import Language

from models.training.parsing import contexts, labels, pipeline
from quotex.evaluation.gold import GoldArticle
from quotex.quotations.detectors.rules import RuleDetector

SAID = "Ada Roe said that the harbour wall is safe."

pytestmark = pytest.mark.model


def test_labels_match_the_language_model(nlp: Language) -> None:
    known = labels()
    assert known.dep == tuple(sorted(nlp.get_pipe("parser").labels))  # type: ignore[attr-defined]
    assert known.entity == tuple(sorted(nlp.get_pipe("ner").labels))  # type: ignore[attr-defined]
    assert {"NOUN", "VERB"} < set(known.pos)
    assert "SPACE" not in known.pos  # views have no such tokens


@pytest.mark.parametrize(
    "text",
    [
        SAID,
        f"{SAID}\n\nRelated:\n\n{SAID}\n\nRead more\n\n{SAID}",
        f"El muelle es seguro.\n\nNadie lo duda en la ciudad.\n\n{SAID}",
    ],
    ids=["an article", "page furniture", "another language"],
)
def test_quotations_are_detected_on_any_page(text: str) -> None:
    reader = pipeline(RuleDetector())
    [found] = reader.detect(contexts(reader, [GoldArticle(id="a", text=text, attributions=())]))
    assert len(found) == text.count(SAID)


def test_articles_keep_their_order() -> None:
    given = [GoldArticle(id=w, text=f"{w} {SAID}", attributions=()) for w in ("One.", "Two.")]
    reader = pipeline(RuleDetector())
    assert [c.view.tokens[0].text for c in contexts(reader, given)] == ["One", "Two"]
