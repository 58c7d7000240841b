"""Names of works and things, which are not anybody's words: she sang “Let It Be”."""

from __future__ import annotations

from quotex.parse.view import Token
from quotex.quotations.context import Context
from quotex.quotations.kind import is_name


def introduces_name(context: Context, verb: Token) -> bool:
    """Whether only a name follows a verb of performing or naming: "sang “Let It Be”"."""
    tokens = context.view.tokens
    at = verb.i + 1
    if verb.is_a("naming"):  # "the band, who call themselves “The Gutter Cats”"
        if at >= len(tokens) or not tokens[at].is_a("reflexive_pronoun"):
            return False
        at += 1
    elif not verb.is_a("performing"):
        return False
    if at >= len(tokens):
        return False
    stretch = context.index.stretch_at(tokens[at].start)
    if stretch is not None:
        return stretch.start <= tokens[at].start and is_name(context, stretch)
    at += tokens[at].is_a("definite_article")
    return verb.is_a("naming") and at < len(tokens) and tokens[at].pos == "PROPN"
