"""The labels of a parser's trees after conversion to the common shape."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotex.languages.word_classes import word_classes
from quotex.parse.engine import Tree
from quotex.parse.shape import normalised, normalised_labels

UD = (
    *("acl", "acl:relcl", "advcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc"),
    *("ccomp", "compound", "conj", "cop", "csubj", "det", "fixed", "flat", "iobj", "mark", "nmod"),
    *("nmod:poss", "nsubj", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:tmod"),
    *("parataxis", "punct", "root", "xcomp"),
)


def test_clear_labels_are_kept() -> None:
    assert normalised_labels(["nsubj", "pobj", "ROOT"], "clear") == {"nsubj", "pobj", "ROOT"}


def test_universal_dependency_labels_become_quotexs() -> None:
    found = normalised_labels(UD, "ud")
    assert {"ROOT", "agent", "attr", "dobj", "nsubjpass", "pobj", "prep", "relcl"} <= found
    assert not {"root", "obj", "iobj", "nsubj:pass", "obl:tmod"} & found


def test_without_a_parser_there_are_no_labels() -> None:
    assert normalised_labels([], "clear") == frozenset()


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Draw a tree of Universal Dependencies over up to twelve words."""
    count = draw(st.integers(2, 12))
    order = draw(st.permutations(range(count)))
    heads, deps = [0] * count, [""] * count
    heads[order[0]], deps[order[0]] = order[0], "root"
    for number in range(1, count):
        word = order[number]
        heads[word] = order[draw(st.integers(0, number - 1))]
        deps[word] = draw(st.sampled_from([dep for dep in UD if dep != "root"]))
    pos = draw(st.lists(st.sampled_from(["ADP", "NOUN", "PART", "VERB", "ADJ"]), min_size=count))
    tags = draw(st.lists(st.sampled_from(["IN", "NN", "TO", "VBG", "POS"]), min_size=count))
    starts = list(range(0, 2 * count, 2))
    return Tree(
        starts, [start + 1 for start in starts], [0], [], [""] * count, pos[:count], tags[:count],
        deps, heads,
    )  # fmt: skip


@given(trees())
def test_normalised_trees_have_only_these_labels(tree: Tree) -> None:
    found = normalised(tree, "ud", word_classes("en"))
    assert set(found.deps) <= normalised_labels(UD, "ud")
