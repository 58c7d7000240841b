"""A cue verb in the passive, whose subject is the content: "the plan was criticised by him"."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.languages.lexicon import Sense
from quotex.parse.grammar import agent, is_infinitive, is_passive, phrase
from quotex.parse.view import Token
from quotex.quotations.authority import weight_of
from quotex.quotations.candidate import Candidate
from quotex.quotations.content import bounds, is_only_pronouns, passive_subject_is_hearer
from quotex.quotations.context import Context
from quotex.quotations.cue import CueVerb, cue_verbs
from quotex.quotations.rules.argument import comparisons, phrases_of
from quotex.quotations.rules.hearsay import raised_infinitive


def passive(context: Context) -> Iterator[Candidate]:
    """Propose the subject of a passive as its content: "the plan was criticised by him"."""
    for cue in cue_verbs(context):
        if not is_passive(cue.verb):
            continue
        by = agent(cue.verb)
        sense = _passive_sense(cue, has_agent=by is not None)
        patient = cue.verb.child("nsubjpass") or (cue.verb.head if cue.verb.dep == "acl" else None)
        if sense is None or patient is None or raised_infinitive(cue) is not None:
            continue
        if by is None and (cue.verb.dep == "acl" or _is_naming(cue.verb)):
            continue
        if is_only_pronouns(phrase(patient)) and by is None:
            continue
        source, compared = _agent_phrase(by)
        content = [bounds(context, phrase(patient))]
        rest = compared or _complements(context, cue)
        if rest:
            content.append(bounds(context, rest))
        elif by is None and "pred" in cue.frames and "obj" not in cue.frames:
            continue  # "the cattle were branded"
        kept = [b for b in content if b is not None]
        if kept:
            yield cue.candidate(
                content=kept,
                source=source,
                sense=sense,
                rule="passive",
                detail=f"“{cue.text}” in the passive",
                weight=weight_of("passive", "" if by is not None else "weak"),
            )


def told_to(context: Context) -> Iterator[Candidate]:
    """Propose what somebody is told to do: "passengers were told to leave"."""
    for cue in cue_verbs(context):
        sense = cue.frames.get("obj-to")
        verb = cue.verb
        order = verb.child("xcomp")
        if (
            sense is None
            or order is None
            or not passive_subject_is_hearer(verb)
            or verb.dep == "acl"
        ):
            continue
        if not is_passive(verb) or not is_infinitive(order) or order.i < verb.i:
            continue
        by = agent(verb)
        content = bounds(context, order.subtree())
        if content is not None:
            yield cue.candidate(
                content=[content],
                source=phrase(by) if by is not None else [],
                sense=sense,
                rule="told-to",
                detail=f"“{cue.text}” in the passive with its infinitive",
                weight=weight_of("told-to"),
            )


def _is_naming(verb: Token) -> bool:
    """Whether a passive gives the name of a thing: "the boat is called Promise"."""
    return any(
        c.i > verb.i and c.dep in {"oprd", "dobj", "attr"} and c.pos == "PROPN"
        for c in verb.children
    )


def _agent_phrase(by: Token | None) -> tuple[list[Token], list[Token]]:
    """Return the agent's words, and separately an as-phrase: "by an inspector as a trap"."""
    if by is None:
        return [], []
    words = phrase(by)
    cut = next((p for p, _ in comparisons(by) if p.i > by.i), None)
    if cut is None:
        return words, []
    return [t for t in words if t.i < cut.i], [t for t in by.subtree() if t.i >= cut.i]


def _passive_sense(cue: CueVerb, *, has_agent: bool) -> Sense | None:
    if "passive" in cue.frames:
        return cue.frames["passive"]
    for preposition, _ in phrases_of(cue.verb, None):
        if preposition.is_a("comparison") and f"obj+{preposition.lower}" in cue.frames:
            return cue.frames[f"obj+{preposition.lower}"]
    if has_agent:
        return cue.frames.get("obj") or cue.frames.get("pred")
    return None


def _complements(context: Context, cue: CueVerb) -> list[Token]:
    verb, is_named = cue.verb, "pred" in cue.frames
    words: list[Token] = []
    for child in verb.children:
        if child.i < verb.i:
            continue
        named = child.dep == "dobj" and is_named
        if named or child.dep in {"xcomp", "oprd", "ccomp"} or _introduces_complement(child):
            words = context.view.tokens[
                (words[0].i if words else child.subtree()[0].i) : child.subtree()[-1].i + 1
            ]
    return words


def _introduces_complement(child: Token) -> bool:
    """Whether a dependent is a phrase or a clause introduced by "as" or "of"."""
    if child.dep == "prep":
        return child.is_a("complement_preposition")
    mark = child.child("mark") if child.dep == "advcl" else None
    return mark is not None and mark.is_a("complement_preposition")
