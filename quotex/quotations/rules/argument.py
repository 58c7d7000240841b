"""A cue verb with an object, an infinitive, a gerund, a predicate or a prepositional phrase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quotex.languages.lexicon import Sense
from quotex.parse.grammar import (
    is_infinitive,
    is_passive,
    particle,
    prepositional,
    without_subordinator,
)
from quotex.parse.view import NUMBERS, TIMES, Token
from quotex.quotations.authority import weight_of
from quotex.quotations.candidate import Candidate
from quotex.quotations.content import bounds, is_only_pronouns, is_topic, is_topical
from quotex.quotations.context import Context
from quotex.quotations.cue import CueVerb, cue_verbs

TOPIC = "mere-topic"  # the rule for a cue that names only a topic
# "Denied telling", "refused to say": the inner verb claims nothing, so the outer one decides.
_DECISIVE = frozenset({"denies", "refuses", "withholds", "demands", "promises", "warns"})


def argument(context: Context) -> Iterator[Candidate]:
    """Propose what a verb acts on as its content: "denied working", "called for calm"."""
    for cue in cue_verbs(context):
        if is_passive(cue.verb) or _has_clause(cue):
            continue
        found = _frame(cue)
        if found is None:
            continue
        sense, first = found
        if sense.stance == "refuses" and _is_infinitive_of_saying(context, first):
            sense = replace(sense, stance="withholds")
        is_clause = first.dep in {"xcomp", "ccomp", "csubj", "advcl"}
        is_decisive = sense.stance in _DECISIVE and is_clause
        words = _words_from_filler(context, cue.verb, first)
        mark = first.child("mark")
        if mark is not None and mark.lower == sense.frame:
            words = [t for t in words if t.i > mark.i]
        source = cue.source
        content = bounds(context, words)
        frame = sense.frame
        rule = f"argument:{frame}"
        if is_topical(cue.verb) and is_topic(context, words):
            frame, rule = "topic", TOPIC
        if content is not None and source and not is_only_pronouns(words):
            yield cue.candidate(
                content=[content],
                source=source,
                sense=sense,
                rule=rule,
                detail=f"“{cue.text}” with its {_name_of(frame)}",
                weight=weight_of(rule, "strong" if is_decisive else ""),
            )


def _is_infinitive_of_saying(context: Context, infinitive: Token) -> bool:
    """Whether the refusal is to say something: "declined to comment on the plan"."""
    return is_infinitive(infinitive) and any(
        sense.mode != "thought" and sense.stance == "asserts"
        for sense in context.lexicon.frames("verb", infinitive.lemma).values()
    )


def _has_clause(cue: CueVerb) -> bool:
    """Whether a finite clause is the verb's content, so that its other arguments are not."""
    return "that" in cue.frames and any(
        c.dep == "ccomp" and not is_infinitive(c) for c in cue.verb.children
    )


def _name_of(frame: str) -> str:
    """Return a frame in words: "object and as-phrase" for "obj+as"."""
    return _NAMES.get(frame) or f"{frame.replace('obj+', 'object and ')}-phrase"


_NAMES = {
    "obj": "object",
    "to": "infinitive",
    "obj-to": "object and infinitive",
    "ing": "gerund",
    "pred": "object and predicate",
    "topic": "topic",
}


def _frame(cue: CueVerb) -> tuple[Sense, Token] | None:
    """Return the first frame that the verb's dependents fill, and the word that fills it."""
    for frame, sense in cue.frames.items():
        first = _filler(cue.verb, frame)
        if first is not None:
            return sense, first
    return None


def _filler(verb: Token, frame: str) -> Token | None:
    if frame in {"that", "quote", "passive"}:
        return None
    right = [c for c in verb.children if c.i > verb.i]
    obj = next((c for c in right if c.dep == "dobj"), None)
    if frame == "obj":
        return obj
    if frame == "ing":
        before = particle(verb) or verb  # "ruled out raising"
        return next(
            (
                c
                for c in right
                if c.dep in {"xcomp", "csubj", "advcl", "pcomp"}
                and c.tag == "VBG"
                and c.i == before.i + 1
            ),
            None,
        )
    if frame == "to":
        return next(
            (c for c in right if c.dep == "xcomp" and is_infinitive(c) and obj is None), None
        )
    if frame == "obj-to":
        return _object_of_infinitive(right, obj)
    if frame == "pred":
        return _object_of_predicate(right, obj)
    preposition = frame.removeprefix("obj+")
    if (clause := _infinitive_under(right, preposition)) is not None:
        return clause
    noun = next(
        (
            o
            for p, o in phrases_of(verb, obj)
            if p.lower == preposition and (frame == preposition or _is_measured(p, o))
        ),
        None,
    )
    if frame.startswith("obj+"):
        is_filled = noun is not None or (obj is not None and _has_measure(obj, preposition))
        return obj if is_filled else None
    if noun is None:
        return None
    return noun if obj is None or obj.i > noun.i else None


def _is_measured(preposition: Token, noun: Token) -> bool:
    """Whether a phrase fits an estimate: a number follows, "put the toll at 27"."""
    is_number = noun.pos == "NUM" or noun.child("nummod") is not None  # "at 121 km/h"
    is_amount = noun.entity in NUMBERS or (is_number and noun.entity != "TIME")
    return is_amount or not preposition.is_a("measure_preposition")


def _has_measure(obj: Token, preposition: str) -> bool:
    """Whether an estimate is attached within an object: "put the number of people killed at 27"."""
    return any(
        t.lower == preposition
        and t.is_a("measure_preposition")
        and (noun := t.child("pobj")) is not None
        and _is_measured(t, noun)
        for t in obj.subtree()
    )


def _infinitive_under(right: list[Token], preposition: str) -> Token | None:
    """Return an infinitive with a subject under a preposition: "called for Roe to go"."""
    for child in right:
        mark = child.child("mark")
        if mark is not None and mark.lower == preposition and is_infinitive(child):
            return child
    return None


def phrases_of(verb: Token, obj: Token | None) -> Iterator[tuple[Token, Token]]:
    """Yield the prepositional phrases that belong to the verb and follow it."""
    for preposition, noun in prepositional(verb):
        if preposition.i > verb.i:
            yield preposition, noun
    if obj is not None:
        yield from comparisons(obj)


def comparisons(noun: Token) -> Iterator[tuple[Token, Token]]:
    """Yield the as-phrases on a noun, which belong to the verb: "see the man as a fool"."""
    return ((p, o) for p, o in prepositional(noun) if p.is_a("comparison"))


def _object_of_infinitive(right: list[Token], obj: Token | None) -> Token | None:
    for child in right:
        if child.dep == "ccomp" and is_infinitive(child):
            return child
        if child.dep in {"xcomp", "advcl", "acl"} and is_infinitive(child) and obj is not None:
            return obj
    return None


def _object_of_predicate(right: list[Token], obj: Token | None) -> Token | None:
    for child in right:
        if obj is not None and _is_second_object(child, obj):
            return obj
        if child.dep in {"oprd", "acomp"}:
            return obj if obj is not None and obj.i < child.i else child
        if child.dep == "ccomp" and child.pos in {"NOUN", "PROPN", "ADJ"}:
            return child
        if child.dep == "xcomp" and obj is not None and child.pos in {"NOUN", "PROPN", "ADJ"}:
            return obj
    return None


def _is_second_object(child: Token, obj: Token) -> bool:
    """Whether a verdict in quotation marks follows an object: branded the board “a shower”."""
    if child is obj:
        child = obj.child("appos") or child
    if child is obj or child.dep not in {"appos", "dobj"}:
        return False
    return any(not c.is_word and c.i < child.i for c in [*child.children, *child.head.children])


def _words_from_filler(context: Context, verb: Token, first: Token) -> list[Token]:
    """Return the words from the filler on, including later dependents of the verb."""
    filler = without_subordinator(first)
    start = max(filler[0].i, verb.i + 1)
    last = filler[-1].i
    for sibling in verb.children:
        if sibling.i <= last or _is_quotation_mark(sibling, context):
            continue
        if not _belongs_to_filler(sibling, context):
            break
        last = sibling.subtree()[-1].i
    return _without_aside(context.view.tokens[start : last + 1])


def _is_quotation_mark(token: Token, context: Context) -> bool:
    """Whether a token is a quotation mark between two dependents: called it “a sham”."""
    return not token.is_word and context.index.stretch_at(token.start) is not None


def _without_aside(words: list[Token]) -> list[Token]:
    """Drop a clause at the end that comments on quoted words: her “pact”, which cost a lot."""
    for number in range(len(words) - 1, 1, -1):
        clause = words[number].head
        aside = words[number].is_a("aside_relative") and words[number - 1].text == ","
        if (
            aside
            and not words[number - 2].is_word
            and clause.dep == "relcl"
            and clause.subtree()[-1].i == words[-1].i
        ):
            return words[: number - 1]
    return words


def _belongs_to_filler(sibling: Token, context: Context) -> bool:
    if sibling.dep in {"prep", "xcomp", "oprd", "advcl", "acomp", "ccomp", "dobj"}:
        if sibling.entity in TIMES or any(t.entity in TIMES for t in sibling.children):
            return False
        return not (sibling.dep == "advcl" and context.lexicon.frames("verb", sibling.lemma))
    return False
