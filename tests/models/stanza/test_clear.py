"""Trees of CLEAR become trees of Universal Dependencies, with the teacher's tags."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc, Span

from models.stanza.clear import rows
from models.stanza.conllu import DEPREL, FORM, HEAD, UPOS, XPOS, Sentence, Token
from models.stanza.trees import trees_of_texts, with_teacher_tags
from tests.models.stanza import invented

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("clear_cases.toml").read_text("utf-8")
)["case"]
VOCAB = spacy.blank("en").vocab


def doc_of(case: dict[str, Any]) -> Doc:
    words, tags, pos, deps, heads = zip(
        *(word.rsplit("/", 4) for word in case["clear"].split()), strict=True
    )
    doc = Doc(
        VOCAB,
        words=words,
        tags=tags,
        pos=pos,
        deps=deps,
        lemmas=["be" if word in {"is", "was"} else word for word in words],
        heads=[int(head) - 1 if head != "0" else number for number, head in enumerate(heads)],
    )
    if "person" in case:
        doc.ents = [Span(doc, *case["person"], "PERSON")]
    return doc


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_trees_are_converted_to_ud(case: dict[str, Any]) -> None:
    found = [f"{row[DEPREL]}/{row[HEAD]}" for row in rows(doc_of(case)[:])]
    assert " ".join(found) == case["ud"]


def test_whitespace_is_not_a_word() -> None:
    doc = Doc(
        VOCAB,
        words=["Boats", "\n", "sank"],
        deps=["nsubj", "dep", "ROOT"],
        heads=[2, 0, 2],
        pos=["NOUN", "SPACE", "VERB"],
        tags=["NNS", "_SP", "VBD"],
    )
    assert [(row[FORM], row[HEAD]) for row in rows(doc[:])] == [("Boats", "2"), ("sank", "0")]


class Teacher:
    """Tags every word as a noun that depends on the first word."""

    vocab = VOCAB

    def pipe(self, texts: Any, batch_size: int) -> Any:
        for text in texts:
            words = text.split() if isinstance(text, str) else [token.text for token in text]
            deps = ["ROOT", *["dep"] * (len(words) - 1)]
            yield Doc(
                VOCAB,
                words=words,
                tags=["NN"] * len(words),
                pos=["NOUN"] * len(words),
                deps=deps,
                heads=[0] * len(words),
            )


def test_each_sentence_is_a_tree_and_the_first_starts_the_paragraph() -> None:
    found = list(trees_of_texts(Teacher(), ["Boats sank\n\nPiers fell"]))  # type: ignore[arg-type]
    assert [one.text for one in found] == ["Boats sank", "Piers fell"]
    assert all(one.starts_paragraph for one in found)


@pytest.mark.parametrize(("share", "count_with_teacher_tags"), [(0.0, 0), (1.0, 3)])
def test_a_share_of_the_sentences_gets_the_teachers_tags_but_keeps_its_tree(
    share: float, count_with_teacher_tags: int
) -> None:
    given = invented.documents()[0].sentences
    found = list(with_teacher_tags(Teacher(), list(given), share, seed=1))  # type: ignore[arg-type]
    assert sum(tags(one) == {("NOUN", "NN")} for one in found) == count_with_teacher_tags
    for before, after in zip(given, found, strict=True):
        assert trees(before.tokens) == trees(after.tokens)
        assert before.starts_paragraph == after.starts_paragraph


def tags(sentence: Sentence) -> set[tuple[str, str]]:
    return {(row[UPOS], row[XPOS]) for row in sentence.words}


def trees(tokens: tuple[Token, ...]) -> list[list[tuple[str, ...]]]:
    return [[(row[FORM], row[HEAD], row[DEPREL]) for row in token.words] for token in tokens]
