"""Writes the tokenizer's training files: text, a label for each character, and expansions."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from models.stanza.conllu import FORM, Document, Sentence
from models.stanza.marks import is_curly, with_marks

# Labels of Stanza's tokenizer for the last character of a token; other characters have 0.
_WORD, _SENTENCE, _MANY, _MANY_SENTENCE = 1, 2, 3, 4


def text_and_labels(paragraph: list[Sentence]) -> tuple[str, str]:
    """Return a paragraph's text and the labels of its characters, of the same length."""
    text, labels = "", ""
    for sentence in paragraph:
        for i, token in enumerate(sentence.tokens):
            is_last = i == len(sentence.tokens) - 1
            label = _WORD + is_last + 2 * token.is_multiword
            space = " " if token.space_after or is_last else ""
            text += token.text + space
            labels += "0" * (len(token.text) - 1) + str(label) + "0" * len(space)
    return text.rstrip(), labels[: len(text.rstrip())]


def write_tokens(folder: Path, part: str, documents: list[Document], *, other_marks: bool) -> None:
    """Write the three files of ``part``.

    With ``other_marks``, every paragraph with a quotation mark or an apostrophe is written twice,
    with straight and with curly marks: each corpus has mostly one kind, newspapers have both.
    """
    texts, labels = list[str](), list[str]()
    for document in documents:
        for paragraph in document.paragraphs():
            found = [text_and_labels(paragraph)]
            if other_marks:
                curly = not is_curly(found[0][0])
                other = text_and_labels([with_marks(one, curly=curly) for one in paragraph])
                if other[0] != found[0][0]:
                    found.append(other)
            texts.extend(text for text, _ in found)
            labels.extend(label for _, label in found)
    (folder / f"{part}.txt").write_text("\n\n".join(texts) + "\n", "utf-8")
    (folder / f"{part}.labels").write_text("\n\n".join(labels) + "\n", "utf-8")
    counts = Counter(
        (token.text, tuple(word[FORM] for word in token.words))
        for document in documents
        for sentence in document.sentences
        for token in sentence.tokens
        if token.is_multiword
    )
    pairs = [((text, words), count) for (text, words), count in counts.items()]
    (folder / f"{part}.mwt.json").write_text(json.dumps(pairs), "utf-8")
