"""What unnamed people say: "he is said to be ill", "he reportedly left"."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.parse.grammar import SUBJECTS, agent, is_infinitive, is_passive, is_verb, phrase
from quotex.parse.view import Token
from quotex.quotations.authority import weight_of
from quotex.quotations.candidate import Candidate
from quotex.quotations.content import bounds, is_only_pronouns, remaining_runs
from quotex.quotations.context import Context
from quotex.quotations.cue import CueVerb, cue_verbs

_NO_CLAUSE = frozenset({"amod", "acl", "pcomp"})


def raised(context: Context) -> Iterator[Candidate]:
    """Propose a passive's subject and infinitive: "the mayor is said to have left"."""
    for cue in cue_verbs(context):
        infinitive = raised_infinitive(cue)
        if infinitive is None:
            continue
        noun = cue.verb.child(*SUBJECTS) or _shared_subject(cue.verb)
        if noun is None or noun.i > cue.verb.i:
            continue
        by = agent(cue.verb)
        subject = [t for t in noun.subtree() if t.i < cue.words[0].i]
        parts = [subject, [t for t in infinitive.subtree() if t.i > cue.verb.i]]
        content = [b for part in parts if (b := bounds(context, part)) is not None]
        if len(content) == len(parts):
            yield cue.candidate(
                content=content,
                source=phrase(by) if by is not None else [],
                sense=cue.frames["raise"],
                rule="raised",
                detail=f"“{cue.text}” with the infinitive",
                weight=weight_of("raised"),
            )


def raised_infinitive(cue: CueVerb) -> Token | None:
    """Return the infinitive of a passive cue with a raised subject, None if there is none."""
    if "raise" not in cue.frames or not is_passive(cue.verb) or cue.verb.dep in {"acl", "amod"}:
        return None
    return next(
        (
            c
            for c in cue.verb.children
            if c.i > cue.verb.i and c.dep in {"xcomp", "advcl", "ccomp"} and is_infinitive(c)
        ),
        None,
    )


def _shared_subject(verb: Token) -> Token | None:
    """Return the subject that a passive shares with another verb: "he left and is said to …"."""
    return verb.head.child(*SUBJECTS) if verb.dep == "conj" and is_verb(verb.head) else None


def hearsay(context: Context) -> Iterator[Candidate]:
    """Propose the clause of an adverb like "reportedly", without the adverb."""
    for token in context.view.tokens:
        if token.pos != "ADV" or token.dep != "advmod":
            continue
        sense = context.lexicon.sense("adverb", token.lower, "clause")
        verb = token.head
        if sense is None or not is_verb(verb) or verb.dep in _NO_CLAUSE:
            continue
        if not any(c.dep in SUBJECTS for c in verb.children):
            continue
        words = _clause(verb)
        runs = remaining_runs(words, {token.i})
        content = [b for run in runs if (b := bounds(context, run)) is not None]
        if content and not is_only_pronouns(words):
            yield Candidate(
                content,
                [token],
                [],
                sense,
                "hearsay",
                f"“{token.text}” marks it as what others say",
                weight_of("hearsay"),
            )


def _clause(verb: Token) -> list[Token]:
    """Return the words of a verb's clause from its subject on, without clauses joined to it."""
    first = min(c.subtree()[0].i for c in verb.children if c.dep in SUBJECTS)
    joined = [c for c in verb.children if c.i > verb.i and _is_clause_of_its_own(c)]
    end = min((c.subtree()[0].i for c in joined), default=verb.subtree()[-1].i + 1)
    inside = [t for t in verb.subtree() if first <= t.i < end]
    while inside and (not inside[-1].is_word or inside[-1].dep in {"cc", "mark"}):
        inside.pop()
    return inside


def _is_clause_of_its_own(child: Token) -> bool:
    has_subject = any(c.dep in SUBJECTS for c in child.children)
    return has_subject and child.dep in {"conj", "parataxis", "advcl"}
