"""For whom a document is read out: "read out a message on behalf of Roe"."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.parse.grammar import prepositional
from quotex.parse.view import Token


def represented(document: Token) -> Iterator[Token]:
    """Yield the nouns for those on whose behalf a document is read out."""
    for token in [document, document.head] if document.dep == "dobj" else [document]:
        for _, stead in prepositional(token):
            if stead.is_a("stead"):
                yield from (c for c in stead.children if c.dep == "poss")
                yield from (noun for word, noun in prepositional(stead) if word.is_a("of"))
