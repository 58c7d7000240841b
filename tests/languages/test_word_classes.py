"""Every word class has words and is used by a rule."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from pydantic import ValidationError

import quotex
from quotex.languages.data import read_data
from quotex.languages.word_classes import WordClass, WordClassFile, word_classes

FILE = read_data("en", "word_classes")
NAMES: tuple[WordClass, ...] = get_args(WordClass)
PACKAGE = Path(quotex.__file__).parent
CODE = "\n".join(
    path.read_text("utf-8") for path in PACKAGE.rglob("*.py") if path.name != "word_classes.py"
)


@pytest.mark.parametrize("name", NAMES)
def test_a_class_has_words_in_lower_case(name: WordClass) -> None:
    words = word_classes("en").words(name)
    assert words
    assert [word for word in words if word != word.lower().strip()] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_class_is_used_in_the_code(name: WordClass) -> None:
    assert f'"{name}"' in CODE


def test_the_code_uses_no_unknown_class() -> None:
    asked = re.findall(r'(?:\.is_a|classes\.words)\(\s*"([^"]*)"', CODE)
    assert len(asked) > 50
    assert set(asked) <= set(NAMES)


def test_the_names_are_sorted_and_match_the_file() -> None:
    assert all(left < right for left, right in pairwise(NAMES))
    assert {*FILE["forms"], *FILE["lemmas"]} == set(NAMES)
    assert FILE["forms"].keys().isdisjoint(FILE["lemmas"])


@pytest.mark.parametrize("table", ["forms", "lemmas"])
def test_no_word_is_repeated_in_a_class(table: str) -> None:
    assert [name for name, words in FILE[table].items() if len(words) != len(set(words))] == []


@pytest.mark.parametrize("change", [{"copula": None}, {"cupola": ["be"]}])
def test_a_file_with_other_classes_is_rejected(change: dict[str, list[str] | None]) -> None:
    lemmas = {k: v for k, v in {**FILE["lemmas"], **change}.items() if v is not None}
    with pytest.raises(ValidationError, match=r"cupola|copula"):
        WordClassFile.model_validate({**FILE, "lemmas": lemmas})


@pytest.mark.parametrize(
    ("form", "lemma", "names"),
    [
        ("of", "of", {"of"}),
        ("was", "be", {"copula", "auxiliary_verb", "past_auxiliary"}),
        ("who", "who", {"relative", "person_relative"}),
    ],
)
def test_a_word_has_the_classes_of_its_form_and_its_lemma(
    form: str, lemma: str, names: set[WordClass]
) -> None:
    assert names <= word_classes("en").of(form, lemma)


@pytest.mark.parametrize(("form", "lemma"), [("sluice", "sluice"), ("Of", "Of"), ("x", "was")])
def test_other_words_have_no_classes(form: str, lemma: str) -> None:
    assert word_classes("en").of(form, lemma) == frozenset()
