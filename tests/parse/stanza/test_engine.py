"""The Stanza engine, on hand-made documents: offsets, words of tokens, entities."""

from __future__ import annotations

import pytest

pytest.importorskip("stanza", reason='Stanza is an extra: pip install "quotex[stanza]"')

from quotex.errors import ModelError
from quotex.parse.engine import Depth, Engine, Tree
from quotex.parse.stanza.engine import StanzaEngine, entity_label, tree_of
from tests.parse.stanza_docs import Pipeline, doc_of

KNOW = "I  don't\u00a0know Roe's   dog."
KNOW_ROWS = """
I      O     = I PRON PRP nsubj 4
don't  O     do do AUX VBP aux 4 | n't not PART RB advmod 4
know   O     = know VERB VB root 0
Roe's  S-PERSON Roe Roe PROPN NNP nmod:poss 7 | 's 's PART POS case 5
dog    O     = dog NOUN NN obj 4
.      O     = . PUNCT . punct 4
"""


def words(tree: Tree, text: str) -> list[str]:
    return [text[a:b] for a, b in zip(tree.starts, tree.ends, strict=True)]


def one(token: str, ner: str, *forms: str) -> str:
    """Return the line of a token whose words depend on its first."""
    return f"{token} {ner} " + " | ".join(
        f"{form} {form} X XX {'dep 1' if n else 'root 0'}" for n, form in enumerate(forms)
    )


def test_words_of_tokens_have_their_own_offsets() -> None:
    tree = tree_of(doc_of(KNOW, KNOW_ROWS), KNOW, "tree")
    assert words(tree, KNOW) == ["I", "do", "n't", "know", "Roe", "'s", "dog", "."]
    assert tree.lemmas == ["i", "do", "not", "know", "roe", "'s", "dog", "."]
    assert tree.tags == ["PRP", "VBP", "RB", "VB", "NNP", "POS", "NN", "."]
    assert tree.pos[2] == "PART"
    assert tree.heads == [3, 3, 3, 3, 6, 4, 3, 3]
    assert tree.deps[4:6] == ["nmod:poss", "case"]
    assert tree.firsts == [0]


def test_a_possessive_ending_is_not_part_of_a_name() -> None:
    tree = tree_of(doc_of(KNOW, KNOW_ROWS), KNOW, "tree")
    assert tree.entities == [(4, 5, "PERSON")]


@pytest.mark.parametrize(
    ("token", "forms", "expected"),
    [
        ("don't", ["do", "n't"], ["do", "n't"]),
        ("don’t", ["do", "n't"], ["do", "n’t"]),  # another mark of the same length
        ("gonna", ["gon", "na"], ["gon", "na"]),
        ("cannot", ["can", "not"], ["can", "not"]),
        ("I'd've", ["I", "'d", "'ve"], ["I", "'d", "'ve"]),
        ("wanna", ["want", "to"], ["wanna"]),  # the words do not spell the token
        ("Wont", ["wo", "n't"], ["Wont"]),
        ("im", ["I", "am"], ["im"]),
        ("a", ["a", "b"], ["a"]),
    ],
)
def test_a_token_of_several_words(token: str, forms: list[str], expected: list[str]) -> None:
    text = f"  {token} \n"
    tree = tree_of(doc_of(text, one(token, "O", *forms)), text, "tree")
    assert words(tree, text) == expected
    assert len(tree.heads) == len(tree.lemmas) == len(tree.tags) == len(expected)


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("''I", ["''", "I"]),
        ('"I"', ['"', "I", '"']),
        (".''", [".", "''"]),
        ("“No", ["“", "No"]),
        ("no»", ["no", "»"]),
        ("``", ["``"]),
        ("''", ["''"]),
        ('"', ['"']),
        ("dogs'", ["dogs'"]),
        ("5''", ["5", "''"]),
    ],
)
def test_a_quotation_mark_is_not_part_of_a_word(token: str, expected: list[str]) -> None:
    text = f"so {token}"
    rows = f"so O = so ADV RB advmod 2\n{token} O = x PRON PRP root 0"
    tree = tree_of(doc_of(text, rows), text, "tree")
    assert words(tree, text)[1:] == expected
    own = next(n for n, label in enumerate(tree.deps) if label == "root")
    marks = [n for n, label in enumerate(tree.deps) if label == "punct"]
    assert all(tree.heads[n] == own and tree.pos[n] == "PUNCT" for n in marks)
    assert [tree.tags[n] for n in marks] == ["``" if n < own else "''" for n in marks]
    assert tree.heads[0] == own


def test_words_that_count_as_one_have_the_topmost_parse() -> None:
    text = "They wanna leave"
    rows = """
    They  O = they PRON PRP nsubj 2
    wanna O want want VERB VBP root 0 | to to PART TO mark 4
    leave O = leave VERB VB xcomp 2
    """
    tree = tree_of(doc_of(text, rows), text, "tree")
    assert words(tree, text) == ["They", "wanna", "leave"]
    assert (tree.lemmas[1], tree.tags[1]) == ("want", "VBP")
    assert tree.heads == [1, 1, 1]


def test_words_that_count_as_one_do_not_depend_on_themselves() -> None:
    text = "im here"
    rows = """
    im   O I I PRON PRP nsubj 3 | am be AUX VBP cop 3
    here O = here ADV RB root 0
    """
    assert tree_of(doc_of(text, rows), text, "tree").heads == [1, 1]


def test_words_are_numbered_across_sentences() -> None:
    text = "Ada  left.\n Bo\tstayed"
    first = (
        "Ada S-PER = Ada PROPN NNP nsubj 2\nleft O = leave VERB VBD root 0\n. O = . PUNCT . punct 2"
    )
    second = "Bo S-PERSON = Bo PROPN NNP nsubj 2\nstayed O = stay VERB VBD root 0"
    tree = tree_of(doc_of(text, first, second), text, "tree")
    assert words(tree, text) == ["Ada", "left", ".", "Bo", "stayed"]
    assert tree.firsts == [0, 3]
    assert tree.heads == [1, 1, 1, 4, 4]
    assert tree.entities == [(0, 1, "PERSON"), (3, 4, "PERSON")]


@pytest.mark.parametrize(("token", "expected"), [("_ab_", "ab"), ("ab_", "ab"), ("a_b", "a b")])
def test_space_at_the_edge_of_a_token_is_left_out(token: str, expected: str) -> None:
    text = token.replace("_", " ")
    tree = tree_of(doc_of(text, one(token, "O", "=")), text, "tree")
    assert words(tree, text) == [expected]


def test_a_token_of_white_space_is_left_out() -> None:
    text = "a  b"
    rows = "a O = a X XX dep 2\n__ O = _ X XX root 0\nb O = b X XX dep 2"
    tree = tree_of(doc_of(text, rows), text, "tree")
    assert words(tree, text) == ["a", "b"]
    assert tree.heads == [0, 1]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        *((label, label) for label in ("PERSON", "ORG", "GPE", "NORP", "DATE", "WORK_OF_ART")),
        ("PER", "PERSON"), ("person", "PERSON"), ("place", "GPE"), ("Person", "PERSON"),
        ("abstract", ""),
    ],
)  # fmt: skip
def test_labels_of_entities(label: str, expected: str) -> None:
    assert entity_label(label) == expected
    text = "Roe"
    tree = tree_of(doc_of(text, one(text, f"S-{label}", "=")), text, "names")
    assert tree.entities == ([(0, 1, expected)] if expected else [])


def test_at_depth_names_there_is_no_parse() -> None:
    tree = tree_of(doc_of(KNOW, KNOW_ROWS), KNOW, "names")
    assert words(tree, KNOW)[:3] == ["I", "do", "n't"]
    assert (tree.lemmas, tree.pos, tree.tags, tree.deps, tree.heads) == ([], [], [], [], [])


@pytest.mark.parametrize(("depth", "processors"), [("names", "tokenize,mwt,ner"), ("tree", None)])
def test_all_texts_with_words_are_read_at_once(depth: Depth, processors: str | None) -> None:
    texts = ["", "Roe", " \n\u00a0", "dog", "\x85\x9f"]
    pipeline = Pipeline([doc_of(text, one(text, "O", "=")) for text in ("Roe", "dog")])
    trees = list(StanzaEngine(pipeline).read(texts, depth))
    assert [words(tree, text) for tree, text in zip(trees, texts, strict=True)] == [
        [], ["Roe"], [], ["dog"], [],
    ]  # fmt: skip
    assert pipeline.calls == [
        (["Roe", "dog"], {"processors": processors} if processors else {}),
    ]


def test_torch_gets_its_threads_back() -> None:
    import torch

    seen = []

    class Noting(Pipeline):
        def bulk_process(self, texts: object, **options: str) -> list[object]:
            seen.append(torch.get_num_threads())
            return []

    before = torch.get_num_threads()
    list(StanzaEngine(Noting(), threads=before + 1).read([], "tree"))
    assert seen == [before + 1]
    assert torch.get_num_threads() == before


def test_it_is_an_engine_with_a_name() -> None:
    engine = StanzaEngine(Pipeline())
    assert isinstance(engine, Engine)
    assert engine.name.startswith("stanza/en_wick-1.")
    assert engine.scheme == "ud"
    assert engine.dep_labels == ()


def test_a_pipeline_that_lacks_a_processor_is_rejected() -> None:
    engine = StanzaEngine(Pipeline(processors="tokenize,ner"))
    engine.check("names")
    with pytest.raises(ModelError, match=r"lacks pos, lemma, depparse \(it has tokenize, ner\)"):
        engine.check("tree")
