"""For whom a document speaks: whom somebody reads it out for, and on whose website it is."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.parse.grammar import prepositional
from quotex.parse.view import Token


def represented(document: Token) -> Iterator[Token]:
    """Yield for whom a document is read out: "read out a message on behalf of Roe"."""
    for token in [document, document.head] if document.dep == "dobj" else [document]:
        for _, stead in prepositional(token):
            if stead.is_a("stead"):
                yield from _owners(stead)


def hosts(document: Token) -> Iterator[Token]:
    """Yield on whose website a document is: "a notice on the website of the institute"."""
    for _, page in prepositional(document):
        if page.is_a("web_page"):
            yield from _owners(page)


def _owners(noun: Token) -> Iterator[Token]:
    yield from (c for c in noun.children if c.dep == "poss")
    yield from (owner for word, owner in prepositional(noun) if word.is_a("of"))
