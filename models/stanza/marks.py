"""Swaps the style of quotation marks and apostrophes: straight ones for curly ones, or back."""

from __future__ import annotations

import random
from dataclasses import replace

from models.stanza.conllu import FORM, Row, Sentence, Token

_CURLY = {'"': "“”", "'": "‘’"}


def is_curly(text: str) -> bool:
    """Return whether a text has curly marks."""
    return any(mark in text for mark in "“”’")


def with_marks(sentence: Sentence, *, curly: bool) -> Sentence:
    """Return the sentence with its marks made curly, or straight."""
    opened: set[str] = set()
    tokens: list[Token] = []
    for token in sentence.tokens:
        if not curly:
            text, change = _straight(token.text), _straight
        elif token.text in _CURLY:
            text = _CURLY[token.text][token.text in opened]
            opened ^= {token.text}
            change = _closing
        else:
            text, change = _closing(token.text), _closing
        rows = tuple(_row(row, change(row[FORM])) for row in token.words)
        if not token.is_multiword:
            rows = (_row(token.words[0], text),)
        tokens.append(replace(token, text=text, words=rows))
    return replace(sentence, tokens=tuple(tokens))


def with_mixed_marks(sentences: list[Sentence], share: float, seed: int) -> list[Sentence]:
    """Return the sentences, a share of them with the other style of marks."""
    draw = random.Random(seed)
    return [
        with_marks(one, curly=not is_curly(one.text)) if draw.random() < share else one
        for one in sentences
    ]


def _row(row: Row, form: str) -> Row:
    return (*row[:FORM], form, *row[FORM + 1 :])


def _closing(text: str) -> str:
    return text.replace("'", "’")


def _straight(text: str) -> str:
    for straight, pair in _CURLY.items():
        text = text.replace(pair[0], straight).replace(pair[1], straight)
    return text
