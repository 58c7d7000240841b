"""What is written on something that people show: "they held up banners reading “Sell up”".

Whoever shows it is the source, or the thing itself if nobody does: "a sign saying “Go home”".
"""

from __future__ import annotations

from collections.abc import Iterator

from quotex.parse.grammar import (
    NOUN_CLAUSES,
    antecedent,
    is_passive,
    is_verb,
    phrase,
    subject,
    verb_group,
)
from quotex.parse.view import Token
from quotex.quotations.authority import weight_of
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context

RULE = "inscribed"
_OBJECTS = frozenset({"dobj", "pobj"})
_MIN_WORDS = 2  # "a door with a sign saying “Exit”" quotes nobody


def inscribed(context: Context) -> Iterator[Candidate]:
    """Propose the stretch in quotation marks right after a sign that "says" or "reads" it."""
    signs = context.language.inscriptions
    for stretch in context.outer:
        at = context.index.first_at(stretch.start)
        before = [t for t in context.view.tokens[max(0, at - 2) : at] if t.is_word]
        verb = before[-1] if before else None
        if verb is None or not _describes_noun(verb) or not stretch.closed:
            continue
        if sum(t.is_word for t in context.index.between(stretch.start, stretch.end)) < _MIN_WORDS:
            continue
        sense = context.lexicon.quoting(verb.lemma)
        sign = subject(verb)
        if sense is None or sign is None or sign.i > verb.i or sign.lemma not in signs:
            continue
        if sign.dep not in _OBJECTS and sign.head is not verb:
            continue  # "a sign reading “Keep out” was all that remained": nobody shows it
        shown_by = _shown_by(sign)
        yield Candidate(
            [(stretch.start, stretch.end)],
            verb_group(verb),
            phrase(shown_by) if shown_by else [t for t in phrase(sign) if t.i < verb.i],
            sense,
            RULE,
            f"quotation marks on a “{sign.text}”",
            weight_of(RULE),
        )


def _describes_noun(verb: Token) -> bool:
    """Whether a verb says what is written on the noun before it: "reading", "that read"."""
    return (
        is_verb(verb) and not is_passive(verb) and (verb.tag == "VBG" or verb.dep in NOUN_CLAUSES)
    )


def _shown_by(sign: Token) -> Token | None:
    """Return who shows a sign: "they" in "they held up banners and signs"."""
    while sign.dep == "conj" and sign.head is not sign:
        sign = sign.head
    if sign.dep == "dobj":
        verb = sign.head
    elif sign.head.dep == "ccomp":  # "banners" is taken for the subject of "reading"
        verb = sign.head.head
    else:
        return None
    if not verb.is_a("displaying"):
        return None
    shower = subject(verb)
    return antecedent(shower, verb) if shower is not None else None
