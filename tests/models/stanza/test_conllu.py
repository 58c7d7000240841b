from __future__ import annotations

from pathlib import Path

import pytest

from models.stanza.conllu import FORM, documents, read, write
from models.stanza.prepare import sentences
from tests.models.stanza import invented


def test_documents_paragraphs_and_sentences_are_read() -> None:
    first, second = invented.documents()
    assert (first.id, second.id) == ("first", "second")
    assert [len(paragraph) for paragraph in first.paragraphs()] == [2, 1]


def test_text_is_joined_as_written() -> None:
    texts = [sentence.text for sentence in invented.documents()[0].sentences]
    assert texts[0] == '"We don\'t sell," said Ada Roe.'


def test_multiword_tokens_are_one_token() -> None:
    sentence = invented.documents()[0].sentences[0]
    many = [token for token in sentence.tokens if token.is_multiword]
    assert [(token.text, [word[FORM] for word in token.words]) for token in many] == [
        ("don't", ["do", "n't"])
    ]


def test_written_files_read_back_the_same(tmp_path: Path) -> None:
    path = tmp_path / "one.conllu"
    original = sentences(invented.documents())
    write(path, original)
    again = [one for document in read(path.read_text("utf-8")) for one in document.sentences]
    assert [one.text for one in again] == [one.text for one in original]
    assert [len(one.words) for one in again] == [len(one.words) for one in original]


def test_a_folder_without_trees_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no \.conllu files"):
        documents(tmp_path)
