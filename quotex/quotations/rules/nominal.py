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
    without_case,
)
from quotex.parse.view import Token
from quotex.quotations.candidate import Candidate, Context
from quotex.quotations.content import bounds, is_bare

_NOUN_WEIGHT = 0.66
_ADJECTIVE_WEIGHT = 0.66
# Verbs whose subject does not make the claim that is their object, but meets with another's.
_RECEIVING = frozenset(
    {
        *("attract", "cause", "draw", "face", "fuel", "get", "hear", "ignore", "prompt"),
        *("provoke", "receive", "spark", "trigger"),
    }
)
# Prepositions under which a noun is what its verb is done with: "spoke with the confidence that".
_MEANS = frozenset({"about", "in", "of", "on", "with"})


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
                _NOUN_WEIGHT,
            )


def adjective_cue(context: Context) -> Iterator[Candidate]:
    """The content hangs on an adjective after a form of "be"."""
    for token in context.view.tokens:
        if token.pos != "ADJ":
            continue
        if token.dep not in {"acomp", "ROOT", "conj", "oprd"} and token.child("cop") is None:
            continue
        copula = token.child("cop")
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
            contiguous([token, *(t for t in (copula or verb,) if is_verb(t))]),
            phrase(noun),
            found[0],
            f"adjective:{found[0].frame}",
            f"the adjective “{token.text}”",
            _ADJECTIVE_WEIGHT,
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
            return sense, without_case(noun)
    return None


def _is_that_clause(child: Token) -> bool:
    if child.dep in {"ccomp"}:
        return not is_infinitive(child)
    return child.dep in {"acl", "relcl"} and any(
        c.lower == "that" and c.dep == "mark" for c in child.children
    )


def _owner(noun: Token) -> list[Token]:
    """Return who makes the claim: a possessive, a by- or from-phrase, the subject of its verb."""
    owner = noun.child("poss")
    if owner is not None:
        return phrase(owner)
    for preposition, name in prepositional(noun):
        if preposition.lower in {"by", "from"}:
            return phrase(name)
    verb = noun.head
    if noun.dep == "dobj" and is_verb(verb) and verb.lemma not in _RECEIVING:
        found = subject(verb)
        return phrase(found) if found is not None else []
    led = noun.child("case")
    if noun.dep == "pobj" and noun.head.dep == "prep":
        led, verb = noun.head, noun.head.head
    if led is not None and led.lower in _MEANS and is_verb(verb):
        found = subject(verb)
        return phrase(found) if found is not None else []
    return []
