"""A teacher's trees and tags for news, and its tags for the hand-annotated trees.

A parser that has seen only correct tags is lost where the tagger errs, so half of the
hand-annotated trees get the teacher's tags.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc

from models.stanza.clear import rows
from models.stanza.conllu import FEATS, FORM, HEAD, UPOS, Row, Sentence, Token
from quotex.parse.models import installed_model

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span

_BATCH = 64


def tree_teacher() -> Language:
    """Return the spaCy model with all its components."""
    return spacy.load(installed_model())


def trees_of_texts(language: Language, texts: Iterable[str]) -> Iterator[Sentence]:
    """Yield the sentences of articles with the teacher's trees, given one paragraph at a time."""
    paragraphs = (line.strip() for text in texts for line in text.split("\n") if line.strip())
    for doc in language.pipe(paragraphs, batch_size=_BATCH):
        for sentence in doc.sents:
            found = rows(sentence)
            if found and sum(row[HEAD] == "0" for row in found) == 1:
                yield Sentence(
                    tuple(_tokens(sentence, found)), starts_paragraph=sentence.start == 0
                )


def with_teacher_tags(
    language: Language, sentences: list[Sentence], share: float, seed: int
) -> Iterator[Sentence]:
    """Yield the sentences, a share of them with the teacher's tags."""
    draw = random.Random(seed)
    docs = language.pipe((_doc(language, one) for one in sentences), batch_size=_BATCH)
    for sentence, doc in zip(sentences, docs, strict=True):
        if draw.random() >= share:
            yield sentence
            continue
        teacher_row = iter(rows(doc[:]))
        tokens = [
            Token(
                one.text,
                tuple(_with_tags(row, next(teacher_row)) for row in one.words),
                one.space_after,
            )
            for one in sentence.tokens
        ]
        yield Sentence(tuple(tokens), sentence.starts_paragraph)


def _with_tags(row: Row, teacher_row: Row) -> Row:
    return (*row[:UPOS], *teacher_row[UPOS:FEATS], *row[FEATS:])


def _doc(language: Language, sentence: Sentence) -> Doc:
    words, spaces = list[str](), list[bool]()
    for token in sentence.tokens:
        words += [row[FORM] for row in token.words]
        spaces += [False] * (len(token.words) - 1) + [token.space_after]
    starts = [True] + [False] * (len(words) - 1)
    return Doc(language.vocab, words=words, spaces=spaces, sent_starts=starts)


def _tokens(sentence: Span, found: list[Row]) -> Iterator[Token]:
    tokens = [token for token in sentence if not token.is_space]
    for token, row in zip(tokens, found, strict=True):
        yield Token(token.text, (row,), bool(token.whitespace_))
