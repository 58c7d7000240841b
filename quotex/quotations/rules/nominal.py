"""Nouns and adjectives as cues: "a claim by X that …", "X's refusal to …", "she is sure that …"."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.languages.lexicon import Sense
from quotex.parse.grammar import (
    contiguous,
    is_infinitive,
    is_negated,
    is_verb,
    phrase,
    prepositional,
    subject,
    without_mark,
)
from quotex.parse.view import Token
from quotex.quotations.authority import weight_of
from quotex.quotations.candidate import Candidate
from quotex.quotations.content import bounds, is_bare
from quotex.quotations.context import Context


def noun_cue(context: Context) -> Iterator[Candidate]:
    """The content hangs on a noun of saying or thinking."""
    for token in context.view.tokens:
        if token.pos not in {"NOUN", "PROPN"}:
            continue
        found = _content_of(context, token, "noun")
        if found is None:
            continue
        sense, words = found
        source = _owner(token)
        content = bounds(context, words)
        if content is not None and source and not is_bare(words):
            yield Candidate(
                [content],
                [token],
                source,
                sense,
                f"noun:{sense.frame}",
                f"the noun “{token.text}”",
                weight_of("noun"),
            )


def adjective_cue(context: Context) -> Iterator[Candidate]:
    """The content hangs on an adjective after a form of "be"."""
    for token in context.view.tokens:
        if token.pos != "ADJ":
            continue
        if token.dep not in {"acomp", "ROOT", "conj", "oprd"}:
            continue
        verb = token.head if token.dep in {"acomp", "oprd"} else token
        found = _content_of(context, token, "adjective")
        if found is None:
            continue
        noun = subject(verb) if is_verb(verb) else verb.child("nsubj")
        content = bounds(context, found[1])
        if noun is None or content is None:
            continue
        yield Candidate(
            [content],
            contiguous([token, *(t for t in (verb,) if is_verb(t))]),
            phrase(noun),
            found[0],
            f"adjective:{found[0].frame}",
            f"the adjective “{token.text}”",
            weight_of("adjective"),
            negated=is_negated(verb),
        )


def _content_of(context: Context, head: Token, part: str) -> tuple[Sense, list[Token]] | None:
    frames = context.lexicon.frames("noun" if part == "noun" else "adjective", head.lemma)
    if not frames:
        return None
    for child in head.children:
        if child.i < head.i:
            continue
        if "that" in frames and _is_that_clause(child):
            return frames["that"], child.subtree()
        if "to" in frames and child.dep in {"acl", "xcomp", "advcl"} and is_infinitive(child):
            return frames["to"], child.subtree()
    for preposition, noun in prepositional(head):
        sense = frames.get(preposition.lower)
        if sense is not None and preposition.i > head.i:
            return sense, without_mark(noun)
    return None


def _is_that_clause(child: Token) -> bool:
    if child.dep in {"ccomp"}:
        return not is_infinitive(child)
    return child.dep in {"acl", "relcl"} and any(
        c.is_a("complementizer") and c.dep == "mark" for c in child.children
    )


def _owner(noun: Token) -> list[Token]:
    """Return who makes the claim: a possessive, a by- or from-phrase, the subject of its verb."""
    owner = noun.child("poss")
    if owner is not None:
        return phrase(owner)
    for preposition, name in prepositional(noun):
        if preposition.is_a("claimant_preposition"):
            return phrase(name)
    verb = noun.head
    if noun.dep == "dobj" and is_verb(verb) and not verb.is_a("receiving"):
        found = subject(verb)
        return phrase(found) if found is not None else []
    led = noun.head
    if noun.dep != "pobj" or led.dep != "prep" or not led.is_a("means_preposition"):
        return []
    if is_verb(led.head):
        found = subject(led.head)
        return phrase(found) if found is not None else []
    return []
