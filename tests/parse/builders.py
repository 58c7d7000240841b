"""Parsed Docs written by hand, so that no change of a model can break a test."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from quotex.parse.view import Token

VOCAB = Vocab()


def parsed(text: str, rows: str, entities: Iterable[tuple[int, int, str]] = ()) -> Doc:
    """Return a Doc of ``text``.

    ``rows`` has a line for each word: word, lemma, part of speech, tag, label, and the number of
    its head among the rows. White space in the text that no single blank between words accounts
    for becomes a token of its own that hangs on the word before it, as in spaCy. ``entities`` are
    given by rows.
    """
    words, table = _words(text, rows)
    places = [number for number, (_, row) in enumerate(words) if row is not None]
    heads = []
    for number, (_, row) in enumerate(words):
        before = number - 1 if number else number + 1
        heads.append(before if row is None else places[int(table[row][5])])
    columns = [
        [table[row][column] if row is not None else blank for _, row in words]
        for column, blank in ((1, " "), (2, "SPACE"), (3, "_SP"), (4, "dep"))
    ]
    plain = [word.removesuffix(" ") if row is not None else word for word, row in words]
    doc = Doc(
        VOCAB,
        words=plain,
        spaces=[word != bare for (word, _), bare in zip(words, plain, strict=True)],
        heads=heads,
        lemmas=columns[0],
        pos=columns[1],
        tags=columns[2],
        deps=columns[3],
    )
    assert doc.text == text
    doc.set_ents(
        [Span(doc, places[first], places[last] + 1, label) for first, last, label in entities]
    )
    return doc


def _words(text: str, rows: str) -> tuple[list[tuple[str, int | None]], list[list[str]]]:
    """Cut ``text`` into words (with the blank behind them) and odd white space."""
    table = [line.split() for line in rows.strip().splitlines()]
    words: list[tuple[str, int | None]] = []
    at = 0
    for number, row in enumerate(table):
        found = text.index(row[0], at)
        if found > at:
            words.append((text[at:found], None))
        at = found + len(row[0])
        blank = re.compile(" ?").match(text, at)
        assert blank is not None
        words.append((row[0] + blank[0], number))
        at = blank.end()
    if at < len(text):
        words.append((text[at:], None))
    return words, table


def token(text: str, dep: str = "dep", at: int = 0) -> Token:
    """Return a token of no sentence yet."""
    return Token(-1, text, at, at + len(text), text.lower(), "X", "X", dep)
