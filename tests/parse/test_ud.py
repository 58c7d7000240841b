"""Trees of Universal Dependencies are converted to the shape of CLEAR."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotex.languages.word_classes import word_classes
from quotex.parse.engine import Tree
from quotex.parse.shape import normalised
from quotex.parse.spacy.engine import tree_of
from tests.trees import doc_of

HERE = Path(__file__).parent
CASES: dict[str, str] = dict(
    re.findall(r"^== (.+)\n((?:\S.*\n?)+)", (HERE / "ud.txt").read_text("utf-8"), re.M)
)
SCHEMES = tomllib.loads((HERE / "schemes.toml").read_text("utf-8"))
CLEAR, UD = SCHEMES["clear"].split(), SCHEMES["ud"].split()
TAGS = {
    "ADJ": "JJ", "ADP": "IN", "ADV": "RB WRB", "AUX": "MD VBZ VBG", "CCONJ": "CC", "DET": "DT",
    "NOUN": "NN", "NUM": "CD", "PART": "TO POS", "PRON": "PRP WP EX", "PROPN": "NNP",
    "PUNCT": ", : -LRB- '' .", "SCONJ": "IN", "VERB": "VB VBD VBG VBN VBZ",
}  # fmt: skip
KINDS = [(pos, tag) for pos, tags in TAGS.items() for tag in tags.split()]
LEMMAS = ["be", "not", "while", "say", "roe"]


def normalise(table: str) -> Tree:
    return normalised(tree_of(doc_of(table)), "ud", word_classes("en"))


@pytest.mark.parametrize("rows", CASES.values(), ids=CASES)
def test_constructions(rows: str) -> None:
    expected = [tuple(row.split()[5:]) for row in rows.splitlines()]
    tree = normalise(rows)
    found = [(dep, str(head + 1)) for dep, head in zip(tree.deps, tree.heads, strict=True)]
    assert found == expected


@pytest.mark.parametrize("rows", CASES.values(), ids=CASES)
def test_a_normalised_tree_stays_the_same(rows: str) -> None:
    tree = normalise(rows)
    again = normalised(tree, "ud", word_classes("en"))
    assert (again.deps, again.heads) == (tree.deps, tree.heads)


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Draw a tree with one root, whose labels and tags need not make sense."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads = [0] * size
    for number, word in enumerate(order):
        heads[word] = order[draw(st.integers(0, max(number - 1, 0)))]
    root = order[0]
    kinds = [draw(st.sampled_from(KINDS)) for _ in heads]
    return Tree(
        starts=list(range(size)),
        ends=list(range(1, size + 1)),
        firsts=[0],
        entities=[],
        lemmas=[draw(st.sampled_from(LEMMAS)) for _ in heads],
        pos=[pos for pos, _ in kinds],
        tags=[tag for _, tag in kinds],
        deps=["root" if word == root else draw(st.sampled_from(UD)) for word in range(size)],
        heads=heads,
    )


@given(trees())
@settings(max_examples=300)
def test_reattaching_words_keeps_one_tree(tree: Tree) -> None:
    found = normalised(tree, "ud", word_classes("en"))
    words = range(len(tree.heads))
    roots = [w for w in words if _root_of(found, w) == w]
    assert [w for w in words if found.heads[w] == w] == roots
    assert sum(found.heads[w] == w for w in words) == 1
    assert [found.deps[w] for w in words if found.heads[w] == w] == ["ROOT"]
    assert set(found.deps) <= set(CLEAR)
    assert (found.starts, found.lemmas, found.tags) == (tree.starts, tree.lemmas, tree.tags)


def _root_of(tree: Tree, word: int) -> int:
    """Return the root above a word; a word without one is on a cycle."""
    seen = set()
    while tree.heads[word] != word:
        assert word not in seen
        seen.add(word)
        word = tree.heads[word]
    return word
