"""Nouns and adjectives as cues: "a claim by X that …", "X's refusal to …", "she is sure that …"."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.languages.lexicon import Sense
from quotex.parse.grammar import (
    NOUN_CLAUSES,
    SUBJECTS,
    agent,
    contiguous,
    is_infinitive,
    is_negated,
    is_verb,
    phrase,
    prepositional,
    subject,
    verb_group,
    without_subordinator,
)
from quotex.parse.view import NOUNS, Token
from quotex.quotations.authority import weight_of
from quotex.quotations.candidate import Candidate
from quotex.quotations.content import bounds, is_only_pronouns
from quotex.quotations.context import Context

_CLAUSES = frozenset({"that", "to"})  # frames of clauses


def noun_cue(context: Context) -> Iterator[Candidate]:
    """Propose the content of a noun of saying or thinking."""
    for token in context.view.tokens:
        if token.pos not in NOUNS:
            continue
        found = _content_of(context, token, "noun")
        if found is None:
            continue
        sense, words = found
        source = _owner(token)
        content = bounds(context, words)
        is_attributed = source or _is_hearsay(context, token, sense)
        has_sender = _sender(token) is not None and sense.frame in _CLAUSES
        rule = "noun-from" if has_sender else f"noun:{sense.frame}"
        if content is not None and is_attributed and not is_only_pronouns(words):
            yield Candidate(
                [content],
                [token],
                source,
                sense,
                rule,
                f"the noun “{token.text}”" + (", which came from somebody" if has_sender else ""),
                weight_of(rule, "" if source else "weak"),
            )


def noun_is(context: Context) -> Iterator[Candidate]:
    """The content is what somebody's claim is: "the town's case is that it never signed"."""
    for token in context.view.tokens:
        verb, owner = token.head, token.child("poss")
        if token.pos not in NOUNS or token.dep != "nsubj" or not verb.is_a("copula"):
            continue
        sense = context.lexicon.sense("noun", token.lemma, "that")
        clause = verb.child("ccomp")
        if sense is None or owner is None or clause is None or clause.i < verb.i:
            continue
        mark = clause.child("mark")
        content = bounds(context, clause.subtree())
        if mark is None or not mark.is_a("complementizer") or content is None:
            continue
        yield Candidate(
            [content],
            contiguous([token, *verb_group(verb)]),
            phrase(owner),
            sense,
            "noun-is",
            f"what the noun “{token.text}” is",
            weight_of("noun-is"),
            negated=is_negated(verb),
        )


def noun_label(context: Context) -> Iterator[Candidate]:
    """Propose the content after a noun and a colon: "the critic's verdict: the play is dull"."""
    for sentence in context.view.sentences:
        words = context.view.tokens[sentence.first : sentence.last]
        at = next((n for n, t in enumerate(words) if t.text == ":"), 0)
        head = words[at - 1]
        sense = context.lexicon.sense("noun", head.lemma, "that") if at else None
        owner = head.child("poss")
        if sense is None or owner is None or head.subtree()[0].i > words[0].i + 1:
            continue
        content = bounds(context, words[at + 1 :])
        if content is not None and context.index.stretch_at(content[0]) is None:
            yield Candidate(
                [content],
                [head],
                phrase(owner),
                sense,
                "noun-before-colon",
                f"the noun “{head.text}” before a colon",
                weight_of("noun-before-colon"),
            )


def _is_hearsay(context: Context, noun: Token, sense: Sense) -> bool:
    """Whether a noun says what is said although nobody is named: "rumours that it would rain".

    "Complaints about the ward" names only a topic.
    """
    topics = context.language.classes.words("topic_preposition")
    if noun.is_a("hearsay") and sense.frame not in topics:
        return True
    return sense.frame == "that" and sense.mode != "thought"


def adjective_cue(context: Context) -> Iterator[Candidate]:
    """Propose the content of an adjective after a form of "be"."""
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
    for child in [*head.children, *_clauses_after_verb(head)]:
        if child.i < head.i:
            continue
        if "that" in frames and (_is_that_clause(child) or _is_sent_clause(child, head)):
            return frames["that"], child.subtree()
        mark = child.child("mark")
        if mark is not None and mark.lower in frames and is_infinitive(child):
            return frames[mark.lower], child.subtree()
        if "to" in frames and child.dep in {"acl", "xcomp", "advcl"} and is_infinitive(child):
            return frames["to"], child.subtree()
    for preposition, noun in _phrases_after(head):
        sense = frames.get(preposition.lower)
        if sense is not None:
            return sense, without_subordinator(noun)
    return None


def _clauses_after_verb(noun: Token) -> Iterator[Token]:
    """Yield the clauses after a verb that has the noun as subject and says where it came from.

    "A claim was made that", "a warning came from Lind that".
    """
    sender = _sender(noun)
    if noun.dep == "nsubjpass" or sender is not None:
        by = sender or agent(noun.head)
        for child in [*noun.head.children, *(by.children if by is not None else ())]:
            if child.i > noun.head.i and any(c.is_a("complementizer") for c in child.children):
                yield child


def _phrases_after(head: Token) -> Iterator[tuple[Token, Token]]:
    """Yield the phrases after a noun, including one right after it that depends on its verb."""
    yield from ((p, o) for p, o in prepositional(head) if p.i > head.i)
    if head.dep in {"dobj", "nsubjpass", "attr"}:
        yield from ((p, o) for p, o in prepositional(head.head) if p.i == head.i + 1)


def _is_that_clause(child: Token) -> bool:
    if child.dep in {"ccomp"}:
        return not is_infinitive(child)
    that = next((c for c in child.children if c.is_a("complementizer")), None)
    if that is None or child.dep not in NOUN_CLAUSES:
        return False
    # The clause is not relative, although the parser gave "that" a role in it.
    subjects = [c for c in child.children if c.dep in SUBJECTS and c is not that]
    return that.dep == "mark" or (child.dep == "acl" and bool(subjects))


def _is_sent_clause(child: Token, noun: Token) -> bool:
    """Whether a clause says what came, although the parser gave "that" a role in it."""
    if _sender(noun) is None or child.dep != "relcl" or not _has_modal(child):
        return False
    that = child.child("dobj")
    own = child.child(*SUBJECTS)
    return that is not None and that.is_a("complementizer") and own is not None and that.i < own.i


def _has_modal(verb: Token) -> bool:
    return any(c.dep == "aux" and c.is_a("modal") for c in verb.children)


def _sender(noun: Token) -> Token | None:
    """Return whom a claim came from: "a warning came from Lind"."""
    verb = noun.head
    if noun.dep != "nsubj" or not verb.is_a("arriving") or verb.i < noun.i:
        return None
    return next((name for p, name in prepositional(verb) if p.is_a("origin")), None)


def _owner(noun: Token) -> list[Token]:
    """Return who makes the claim: a possessive, a by- or from-phrase, the subject of its verb."""
    owner = noun.child("poss")
    if owner is not None:
        return phrase(owner)
    for preposition, name in prepositional(noun):
        if preposition.is_a("claimant_preposition"):
            return phrase(name)
    sender = _sender(noun)
    if sender is not None:
        return phrase(sender)
    verb = noun.head
    if noun.dep == "nsubjpass" and not verb.is_a("receiving"):
        by = agent(verb)
        return phrase(by) if by is not None else []
    if noun.is_a("hearsay") and noun.dep == "dobj" and not verb.is_a("claiming"):
        return []  # "this increased rumours of a sale"
    if noun.dep == "dobj" and is_verb(verb) and not verb.is_a("receiving"):
        found = subject(verb)
        return phrase(found) if found is not None else []
    return _owner_by_means(noun)


def _owner_by_means(noun: Token) -> list[Token]:
    """Return the subject of the verb that a claim goes with: "they came with a warning that"."""
    preposition = noun.head
    if noun.dep != "pobj" or preposition.dep != "prep":
        return []
    if not preposition.is_a("means_preposition"):
        return []
    if noun.is_a("hearsay") and not preposition.is_a("company_preposition"):
        return []  # "shares fell on reports that …": the reports are not the shares'
    verb = preposition.head
    if verb.dep == "dobj" and preposition.is_a("company_preposition"):
        verb = verb.head  # "drew fire with a claim that"
    found = subject(verb) if is_verb(verb) else None
    return phrase(found) if found is not None else []
