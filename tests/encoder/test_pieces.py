"""The tokenizer: every word has pieces, and only its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer
from tokenizers.processors import TemplateProcessing

from quotex.encoder.pieces import Pieces

_SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
_WORDS = ["the", "har", "##bour", "##s", "wall", "a", "##a", '"', ".", "www", "x"]
VOCABULARY = {piece: number for number, piece in enumerate(_SPECIAL + _WORDS)}
_UNKNOWN = [VOCABULARY["[UNK]"]]


def tokenizer(vocabulary: dict[str, int]) -> Tokenizer:
    """A small tokenizer like BERT's."""
    found = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]"))
    found.normalizer = BertNormalizer()
    found.pre_tokenizer = BertPreTokenizer()
    return found


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the small tokenizer, with settings that must be ignored here."""
    made = tokenizer(VOCABULARY)
    made.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    made.enable_truncation(4)
    made.enable_padding(length=30)
    path = tmp_path_factory.mktemp("pieces") / "tokenizer.json"
    made.save(str(path))
    return path


@pytest.fixture(scope="module")
def pieces(path: Path) -> Pieces:
    """The small tokenizer."""
    return Pieces(path)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("the", ["the"]),
        ("The", ["the"]),
        ("harbours", ["har", "##bour", "##s"]),
        ('"', ['"']),
        ("a.", ["a", "."]),
        ("quay", ["[UNK]"]),  # not in the vocabulary
        ("", ["[UNK]"]),
        ("\u200b", ["[UNK]"]),  # nothing is left after cleaning
        ("\ufe0f\u0301", ["[UNK]"]),
        ("[SEP]", ["[UNK]"] * 3),  # an ordinary word, not the special token; brackets are separate
        ("a" * 40, ["a"] + ["##a"] * 11),  # the rest is not read
        ("x.x.x.x.x.x.x.x", ["x", "."] * 6),
    ],
)
def test_the_pieces_of_a_word(pieces: Pieces, word: str, expected: list[str]) -> None:
    (found,) = pieces.split([word])
    assert found == [VOCABULARY[piece] for piece in expected]


def test_the_marks_of_a_window(pieces: Pieces) -> None:
    assert (pieces.first, pieces.last) == (VOCABULARY["[CLS]"], VOCABULARY["[SEP]"])


def test_no_words_have_no_pieces(pieces: Pieces) -> None:
    assert pieces.split([]) == []


_TEXTS = st.lists(st.text(max_size=20) | st.sampled_from(["the", "harbours", "wall", ""]))


@given(words=_TEXTS)
def test_every_word_has_its_own_pieces(pieces: Pieces, path: Path, words: list[str]) -> None:
    fresh = Pieces(path)
    found = fresh.split(words)
    assert found == [pieces.split([word])[0] for word in words]
    assert found == fresh.split(words)  # now that it knows them
    assert all(1 <= len(word) <= 12 for word in found)


def test_forgetting_words_does_not_change_their_pieces(
    pieces: Pieces, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quotex.encoder.pieces._MAX_KNOWN", 0)
    forgetful = Pieces(path)
    for words in (["the", "wall"], ["wall", "harbours"], [], ["the", "the"]):
        assert forgetful.split(words) == pieces.split(words)


def test_a_long_text_is_not_cut(pieces: Pieces) -> None:
    assert len(pieces.split(["wall"] * 2000)) == 2000
    assert pieces.split(["wall"] * 2000)[-1] == [VOCABULARY["wall"]]


@pytest.mark.parametrize("missing", ["[UNK]", "[CLS]", "[SEP]"])
def test_a_tokenizer_without_special_tokens_is_rejected(tmp_path: Path, missing: str) -> None:
    path = tmp_path / "tokenizer.json"
    rest = [piece for piece in VOCABULARY if piece != missing]
    tokenizer({piece: number for number, piece in enumerate(rest)}).save(str(path))
    with pytest.raises(ValueError, match="has no piece"):
        Pieces(path)
