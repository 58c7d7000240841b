"""A cue verb and the finite clause that it governs: "she said it rained", "it rained, she said"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotex.parse.grammar import (
    FINITE,
    NOUN_CLAUSES,
    NOUN_SUBJECTS,
    contiguous,
    is_infinitive,
    is_negated,
    is_passive,
    is_verb,
    prepositional,
    verb_group,
)
from quotex.parse.view import TIMES, Token
from quotex.quotations.authority import weight_of
from quotex.quotations.candidate import Bounds, Candidate
from quotex.quotations.content import bounds, passive_subject_is_hearer, remaining_runs
from quotex.quotations.context import Context
from quotex.quotations.cue import (
    CueVerb,
    cue_verbs,
    misattached_governor,
    own_clause,
    source_of,
    without_joint,
)

_MADE_CLEAR = "made-clear"
_PREDICATES = frozenset({"ccomp", "oprd", "acomp", "xcomp"})


def clause_after(context: Context) -> Iterator[Candidate]:
    """Propose the clause after its cue: "she said (that) it rained"."""
    for cue in cue_verbs(context):
        sense = cue.frames.get("that")
        if is_passive(cue.verb):  # "it is understood that …": somebody said so
            sense = cue.frames.get("raise", sense)
        complement = _complement(cue)
        if sense is None or complement is None or complement.i < cue.verb.i:
            continue
        words = _without_joined(context, _rightward(context, cue, complement), cue.verb)
        words = _without_time(words, cue.verb)
        content = bounds(context, words)
        if content is not None:
            yield cue.candidate(
                content=[content],
                source=cue.source,
                sense=sense,
                rule="clause-after",
                detail=f"“{cue.text}” governs the clause after it",
                weight=weight_of("clause-after"),
            )


def clause_around(context: Context) -> Iterator[Candidate]:
    """Propose the clause before its cue, or around it: "it rained, she said, all day"."""
    for cue in cue_verbs(context):
        sense = cue.frames.get("that")
        if sense is None:
            continue
        outer = cue.relaying_verb or cue.verb
        above = _surrounding_clause(outer)
        if above is None:
            continue
        source = cue.source
        content = _content_around(context, outer, above, source)
        if content and (source or _has_hearer(outer)):
            yield cue.candidate(
                content=content,
                source=source,
                sense=sense,
                rule="clause-around",
                detail=f"“{cue.text}” follows or interrupts its clause",
                weight=weight_of("clause-around"),
            )


def made_clear(context: Context) -> Iterator[Candidate]:
    """Propose the clause of a predicate: "she made it clear that it rained"."""
    for verb in context.view.tokens:
        if not is_verb(verb) or (predicate := _predicate(verb)) is None:
            continue
        sense = context.lexicon.sense("verb", f"{verb.lemma} {predicate.lower}", "that")
        clause = _clause_of(predicate) or _clause_after(verb, predicate)
        if sense is None or clause is None or clause.i < predicate.i:
            continue
        content = bounds(context, [t for t in clause.subtree() if t.i > predicate.i])
        source = source_of(verb)
        if content is not None and source and not is_negated(verb):
            yield Candidate(
                [content],
                contiguous([*verb_group(verb), *context.view.tokens[verb.i : predicate.i + 1]]),
                source,
                sense,
                _MADE_CLEAR,
                f"“{verb.text}” with “{predicate.text}” governs the clause after it",
                weight_of(_MADE_CLEAR),
            )


def _predicate(verb: Token) -> Token | None:
    """Return what somebody makes or lets something be: "clear" in "made it clear"."""
    below = (c for c in verb.children if c.i > verb.i and c.dep in _PREDICATES)
    return next((c for c in below if c.is_a("evident")), None)


def _clause_of(predicate: Token) -> Token | None:
    """Return the clause of a predicate; the parser may not tell it from that of a result."""
    for clause in predicate.children:
        mark = clause.child("mark")
        is_that = mark is not None and mark.is_a("complementizer")
        if clause.dep == "ccomp" or (clause.dep == "advcl" and is_that):
            return clause
    return None


def _clause_after(verb: Token, predicate: Token) -> Token | None:
    after = (c for c in verb.children if c.dep == "ccomp" and c.i > predicate.i)
    return next(after, None)


def _complement(cue: CueVerb) -> Token | None:
    verb = cue.verb
    for child in verb.children:
        if child.dep != "ccomp":
            continue
        if child.i < verb.i or not is_infinitive(child) or _has_predicate(child):
            return child
    return _mislabelled_clause(cue) or _clause_on_venue(verb)


def _mislabelled_clause(cue: CueVerb) -> Token | None:
    """Return a clause that the parser labelled wrongly: "said only that", "told Roe that"."""
    verb = cue.verb
    asks = any(sense.stance == "asks" for sense in cue.frames.values())
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep == "advcl" and (mark := child.child("mark")) is not None:
            if mark.is_a("complementizer"):
                return child
            if asks and mark.i == verb.i + 1 and mark.is_a("clause_mark"):
                return child
        if cue.takes_addressee and child.dep in {"dobj", "dative"}:
            for below in child.children:
                mark = below.child("mark") if below.dep in NOUN_CLAUSES else None
                if mark is not None and mark.is_a("complementizer"):
                    return below
    return None


def _has_predicate(infinitive: Token) -> bool:
    """Whether the clause's verb was attached to an infinitive: "the plea to stay was a joke"."""
    return any(
        c.dep == "ccomp" and c.tag in FINITE and c.child(*NOUN_SUBJECTS, "mark") is None
        for c in infinitive.children
    )


def _clause_on_venue(verb: Token) -> Token | None:
    """Return the that-clause that was attached to the venue: "said in a statement that …"."""
    for preposition, noun in prepositional(verb):
        if preposition.i < verb.i or not preposition.is_a("venue_preposition"):
            continue
        for child in noun.children:
            mark = child.child("mark") if child.dep in NOUN_CLAUSES else None
            if mark is not None and mark.is_a("complementizer"):
                return child
    return None


def _rightward(context: Context, cue: CueVerb, complement: Token) -> list[Token]:
    """Return the words from the clause's first to the last that still belongs to it."""
    verb = cue.verb
    clause = complement.subtree()
    mark = complement.child("mark")
    opens = mark if mark is not None and mark.is_a("complementizer") else clause[0]
    first, last = max(opens.i, verb.i + 1), clause[-1].i
    if not cue.takes_addressee:
        first = min([first, *(_left_edge(c) for c in verb.children if _is_stray(c, verb, first))])
    for sibling in verb.children:
        if sibling.i > last and _belongs_to_clause(sibling, context):
            last = sibling.subtree()[-1].i
        elif sibling.i > last and sibling.is_word:
            break
    return context.view.tokens[first : last + 1]


def _without_joined(context: Context, words: list[Token], cue: Token) -> list[Token]:
    """Drop what continues the cue, although the parser attached it to the clause."""
    for number, token in enumerate(words):
        if number and is_verb(token) and misattached_governor(context, token) is cue:
            return without_joint(words[:number])
    return words


def _without_time(words: list[Token], verb: Token) -> list[Token]:
    """Drop a day right after the cue: in "said on Monday the ferry …" it dates the utterance.

    A day that is the subject of the clause ("said Monday was quiet") stays.
    """
    start = 0
    while start < len(words) and (words[start].entity in TIMES or words[start].is_a("time_lead")):
        start += 1
    dated = any(t.entity in TIMES for t in words[:start])
    follows = words[start] if start < len(words) else None
    near = bool(words) and words[0].i <= verb.i + 2
    if not dated or not near or follows is None or is_verb(follows) or not follows.is_word:
        return words
    return words[start:]


def _is_stray(child: Token, verb: Token, first: int) -> bool:
    """Whether a noun that the parser attached to the cue starts the clause after it."""
    return verb.i < child.i < first and child.dep in {"dobj", "nsubj", "attr", "dep", "oprd"}


def _left_edge(token: Token) -> int:
    return token.subtree()[0].i


def _belongs_to_clause(sibling: Token, context: Context) -> bool:
    """Whether a dependent of the cue is more likely part of the clause before it."""
    if sibling.dep in {"punct", "cc"}:
        return sibling.dep == "punct"
    if sibling.dep == "conj" or context.lexicon.frames("verb", sibling.lemma):
        return False
    return sibling.dep in {"prep", "advcl", "npadvmod", "advmod", "dobj", "ccomp"}


def _surrounding_clause(verb: Token) -> Token | None:
    """Return the head of the clause that the cue follows or interrupts, if any."""
    before = next((c for c in verb.children if c.dep == "ccomp" and c.i < verb.i), None)
    if before is not None:
        return before
    if verb.dep in {"parataxis", "ccomp", "dep"} and is_verb(verb.head):
        own = [c for c in verb.children if c.dep in {"ccomp", "xcomp", "mark", "dobj"}]
        if not own and _is_set_off(verb):
            return verb.head
    return None


def _has_hearer(verb: Token) -> bool:
    """Whether a verb says only who was told: "the flood was over, residents were told"."""
    is_told = is_passive(verb) and passive_subject_is_hearer(verb)
    return is_told and verb.child("nsubjpass") is not None


def _is_set_off(verb: Token) -> bool:
    """Whether the cue's own clause is short and has a subject, as in ", she said,"."""
    own = own_clause(verb)
    has_subject = any(c.dep == "nsubj" for c in verb.children)
    return has_subject and len(own) <= 8


def _content_around(
    context: Context, verb: Token, above: Token, source: Sequence[Token]
) -> list[Bounds]:
    taken = {t.i for t in (*own_clause(verb), *source)}
    taken |= _clauses_before(context, verb)
    words = above.subtree()
    if above.head is verb:
        left_edge = verb.subtree()[0].i
        words = context.view.tokens[max(left_edge, words[0].i) : words[-1].i + 1]
    else:
        words = context.view.tokens[words[0].i : words[-1].i + 1]
    found = [bounds(context, run) for run in remaining_runs(words, taken)]
    return [b for b in found if b is not None]


def _clauses_before(context: Context, verb: Token) -> set[int]:
    """Return the numbers of the tokens up to the last unquoted semicolon before a cue."""
    sentence = context.view.sentences[verb.sentence]
    words = context.view.tokens[sentence.first : verb.i]
    cut = [t.i for t in words if t.text == ";" and context.index.stretch_at(t.start) is None]
    return set(range(sentence.first, cut[-1] + 1)) if cut else set()
