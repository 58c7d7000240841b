from __future__ import annotations

import json
from pathlib import Path

from models.stanza.conllu import FORM
from models.stanza.marks import is_curly, with_marks, with_mixed_marks
from models.stanza.prepare import sentences
from models.stanza.tokens import text_and_labels, write_tokens
from tests.models.stanza import invented


def test_each_character_has_a_label() -> None:
    paragraph = next(invented.documents()[0].paragraphs())
    text, labels = text_and_labels(paragraph)
    assert text == '"We don\'t sell," said Ada Roe. She left Bank of Elm.'
    assert len(text) == len(labels)


def test_ends_of_words_sentences_and_multiword_tokens_are_labelled() -> None:
    text, labels = text_and_labels(next(invented.documents()[0].paragraphs()))
    marked = {text[i - 4 : i + 1]: label for i, label in enumerate(labels) if label in "234"}
    assert marked == {"don't": "3", " Roe.": "2", " Elm.": "2"}


def test_marks_are_converted_both_ways() -> None:
    sentence = invented.documents()[0].sentences[0]
    curly = with_marks(sentence, curly=True)
    assert curly.text == "“We don’t sell,” said Ada Roe."
    assert [word[FORM] for word in curly.words][3] == "n’t"
    assert with_marks(curly, curly=False) == sentence


def test_a_share_of_the_sentences_is_converted() -> None:
    original = sentences(invented.documents())
    assert with_mixed_marks(original, 0.0, seed=1) == original
    assert is_curly(with_mixed_marks(original, 1.0, seed=1)[0].text)


def test_training_text_has_both_kinds_of_marks(tmp_path: Path) -> None:
    write_tokens(tmp_path, "train", invented.documents(), other_marks=True)
    text = (tmp_path / "train.txt").read_text("utf-8")
    labels = (tmp_path / "train.labels").read_text("utf-8")
    assert "“We don’t sell,”" in text
    assert '"We don\'t sell,"' in text
    assert text.count("Prices rose.") == 1
    assert [len(one) for one in text.split("\n")] == [len(one) for one in labels.split("\n")]
    assert json.loads((tmp_path / "train.mwt.json").read_text("utf-8")) == [
        [["don't", ["do", "n't"]], 1]
    ]
