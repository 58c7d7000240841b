"""A cue verb and the finite clause that it governs: "she said it rained", "it rained, she said"."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.parse.grammar import is_infinitive, is_passive, is_verb, prepositional
from quotex.parse.view import Token
from quotex.quotations.authority import weight_of
from quotex.quotations.candidate import Bounds, Candidate
from quotex.quotations.content import bounds, remaining
from quotex.quotations.context import Context
from quotex.quotations.cue import CueVerb, cue_verbs, own_clause, source_of

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_TIME = frozenset({"DATE", "TIME"})


def clause_after(context: Context) -> Iterator[Candidate]:
    """The clause stands after its cue: "she said (that) it rained"."""
    for cue in cue_verbs(context):
        sense = cue.frames.get("that")
        if is_passive(cue.verb):  # "it is understood that …": somebody told it
            sense = cue.frames.get("raise", sense)
        complement = _complement(cue.verb)
        if sense is None or complement is None or complement.i < cue.verb.i:
            continue
        words = _without_time(_rightward(context, cue, complement), cue.verb)
        content = bounds(context, words)
        if content is not None:
            yield cue.candidate(
                content=[content],
                source=source_of(cue.verb),
                sense=sense,
                rule="clause-after",
                detail=f"“{cue.text}” governs the clause after it",
                weight=weight_of("clause-after"),
            )


def clause_around(context: Context) -> Iterator[Candidate]:
    """The clause stands before its cue, or around it: "it rained, she said, all day"."""
    for cue in cue_verbs(context):
        sense = cue.frames.get("that")
        if sense is None:
            continue
        above = _surrounding(cue.verb)
        if above is None:
            continue
        content = _around(context, cue.verb, above)
        source = source_of(cue.verb)
        if content and source:
            yield cue.candidate(
                content=content,
                source=source,
                sense=sense,
                rule="clause-around",
                detail=f"“{cue.text}” stands after or amid its clause",
                weight=weight_of("clause-around"),
            )


def _complement(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep != "ccomp":
            continue
        if child.i < verb.i or not is_infinitive(child) or _has_predicate(child):
            return child
    return _clause_on_venue(verb)


def _has_predicate(infinitive: Token) -> bool:
    """Whether an infinitive took the clause's verb from it: "the plea to stay was a joke"."""
    return any(
        c.dep == "ccomp" and c.tag in _FINITE and c.child("nsubj", "nsubjpass", "mark") is None
        for c in infinitive.children
    )


def _clause_on_venue(verb: Token) -> Token | None:
    """Return the that-clause that the parser hung on the venue: "said in a statement that …"."""
    for preposition, noun in prepositional(verb):
        if preposition.i < verb.i or not preposition.is_a("venue_preposition"):
            continue
        for child in noun.children:
            mark = child.child("mark") if child.dep in {"acl", "relcl"} else None
            if mark is not None and mark.is_a("complementizer"):
                return child
    return None


def _rightward(context: Context, cue: CueVerb, complement: Token) -> list[Token]:
    """Return the words from the clause's first to the last that still belongs to it."""
    verb = cue.verb
    clause = complement.subtree()
    first, last = max(clause[0].i, verb.i + 1), clause[-1].i
    if not cue.takes_addressee:
        first = min([first, *(_left_edge(c) for c in verb.children if _is_stray(c, verb, first))])
    for sibling in verb.children:
        if sibling.i > last and _belongs_to_clause(sibling, context):
            last = sibling.subtree()[-1].i
        elif sibling.i > last and sibling.is_word:
            break
    return context.view.tokens[first : last + 1]


def _without_time(words: list[Token], verb: Token) -> list[Token]:
    """Leave off a day right after the cue: "said on Monday the ferry …" dates the saying.

    A day that is the subject of the clause ("said Monday was quiet") stays.
    """
    start = 0
    while start < len(words) and (words[start].entity in _TIME or words[start].is_a("time_lead")):
        start += 1
    dated = any(t.entity in _TIME for t in words[:start])
    follows = words[start] if start < len(words) else None
    near = bool(words) and words[0].i <= verb.i + 2
    if not dated or not near or follows is None or is_verb(follows) or not follows.is_word:
        return words
    return words[start:]


def _is_stray(child: Token, verb: Token, first: int) -> bool:
    """Whether a noun that the parser hung on the cue is the start of the clause after it."""
    return verb.i < child.i < first and child.dep in {"dobj", "nsubj", "attr", "dep", "oprd"}


def _left_edge(token: Token) -> int:
    return token.subtree()[0].i


def _belongs_to_clause(sibling: Token, context: Context) -> bool:
    """Whether what the parser hangs on the cue is likelier a part of the clause before it."""
    if sibling.dep in {"punct", "cc"}:
        return sibling.dep == "punct"
    if sibling.dep == "conj" or context.lexicon.frames("verb", sibling.lemma):
        return False
    return sibling.dep in {"prep", "advcl", "npadvmod", "advmod", "dobj", "ccomp"}


def _surrounding(verb: Token) -> Token | None:
    """Return the head of the clause that the cue stands after or amid, if it does so."""
    before = next((c for c in verb.children if c.dep == "ccomp" and c.i < verb.i), None)
    if before is not None:
        return before
    if verb.dep in {"parataxis", "ccomp", "dep"} and is_verb(verb.head):
        own = [c for c in verb.children if c.dep in {"ccomp", "xcomp", "mark", "dobj"}]
        if not own and _set_off(verb):
            return verb.head
    return None


def _set_off(verb: Token) -> bool:
    """Whether the cue's own clause is short and has a subject, as in ", she said,"."""
    own = own_clause(verb)
    has_subject = any(c.dep == "nsubj" for c in verb.children)
    return has_subject and len(own) <= 8


def _around(context: Context, verb: Token, above: Token) -> list[Bounds]:
    taken = {t.i for t in own_clause(verb)}
    words = above.subtree()
    if above.head is verb:
        left_edge = verb.subtree()[0].i
        words = context.view.tokens[max(left_edge, words[0].i) : words[-1].i + 1]
    else:
        words = context.view.tokens[words[0].i : words[-1].i + 1]
    found = [bounds(context, run) for run in remaining(words, taken)]
    return [b for b in found if b is not None]
