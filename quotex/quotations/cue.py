"""Verbs in the lexicon, with what the rules need to know about each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotex.languages.lexicon import Sense
from quotex.parse.grammar import (
    AUXILIARIES,
    SUBJECTS,
    agent,
    contiguous,
    is_fronted_participle,
    is_negated,
    is_negative_source,
    is_passive,
    is_verb,
    particle,
    phrase,
    subject,
    verb_group,
    withholding_words,
)
from quotex.parse.view import NOMINAL, Token
from quotex.quotations.authority import weight_of
from quotex.quotations.candidate import Bounds, Candidate
from quotex.quotations.context import Context
from quotex.quotations.unsaid.words import is_non_cue

_SUBJECT_OR_MARK = (*SUBJECTS, "mark")
_JOINTS = AUXILIARIES | {"cc", "advmod", "neg"}
_PAST_OR_SINGULAR = frozenset({"VBD", "VBZ"})
_OTHER_FORMS = {"VBD": {"VBZ"}, "VBZ": {"VBD", "VBP"}, "MD": {"VBD", "VBZ", "VBP"}}

QUOTED_AS = "quoted-as"  # the rule for what somebody is quoted as saying


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb in the text, and the frames in which it attributes according to the lexicon.

    ``governor`` is the cue whose subject it shares, if the parser attached it to a verb in that
    cue's content: "she said that it rained and asked for a coat". ``joined`` are the tokens that a
    hyphen joins to it: "e-mailed".
    """

    verb: Token
    lemma: str
    frames: dict[str, Sense]
    governor: Token | None = None
    joined: tuple[Token, ...] = ()

    @property
    def words(self) -> list[Token]:
        """The cue's tokens, including auxiliaries, negation and particle."""
        words = contiguous([*self.joined, *verb_group(self.verb)])
        if self.relaying_verb is not None:
            return [*verb_group(self.relaying_verb), self.verb.head, *words]
        governor = withholding_words(self.verb)
        if len(governor) < 3:
            return words
        return contiguous([*words, *governor, *verb_group(governor[0])])

    @property
    def relaying_verb(self) -> Token | None:
        """The verb of whoever passes the words on: "the agency quoted him as saying"."""
        preposition = self.verb.head
        is_relayed = self.verb.dep == "pcomp" and preposition.is_a("comparison")
        return preposition.head if is_relayed and preposition.head.is_a("quoting") else None

    @property
    def source(self) -> list[Token]:
        """The words of the source; empty if the cue has no subject."""
        if is_fronted_participle(self.verb):  # its subject is the hearer, not the source
            by = agent(self.verb)
            return phrase(by) if by is not None else []
        return source_of(self.governor or self.verb)

    @property
    def takes_addressee(self) -> bool:
        """Whether the verb may name the hearer before its clause: "told them that …"."""
        return any(frame == "obj-to" or frame.startswith("obj+") for frame in self.frames)

    @property
    def text(self) -> str:
        """The cue's words, for evidence."""
        return " ".join(t.text for t in self.words)

    def candidate(
        self,
        *,
        content: list[Bounds],
        source: list[Token],
        sense: Sense,
        rule: str,
        detail: str,
        weight: float,
    ) -> Candidate:
        """Return a candidate with this cue."""
        if self.relaying_verb is not None:
            rule, weight = QUOTED_AS, weight_of(QUOTED_AS)
        return Candidate(
            content,
            self.words,
            source,
            sense,
            rule,
            detail,
            weight,
            negated=negates(self.verb, content) or is_negative_source(source),
        )


def negates(verb: Token, content: Sequence[Bounds]) -> bool:
    """Whether a cue is negated, and not by a word of what is said: “Never,” she said."""
    said = (c for c in verb.children if any(a <= c.start < b for a, b in content))
    return is_negated(verb) and not any(c.dep == "neg" or c.is_a("negation") for c in said)


def cue_verbs(context: Context) -> tuple[CueVerb, ...]:
    """Return the verbs of the article that are in the lexicon."""
    return context.cached(_cue_verbs)


def _cue_verbs(context: Context) -> tuple[CueVerb, ...]:
    verbs = (token for token in context.view.tokens if is_verb(token))
    return tuple(cue for verb in verbs if (cue := cue_verb(context, verb)) is not None)


def cue_verb(context: Context, verb: Token) -> CueVerb | None:
    """Look up a verb, first with its particle."""
    part = particle(verb)
    phrasal = f"{verb.lemma} {part.lower}" if part is not None else ""
    joined = tuple(verb.hyphenated())
    whole = "".join([*(t.lower for t in joined), verb.lemma]) if joined else ""
    for lemma in filter(None, (phrasal, whole, verb.lemma)):
        frames = context.lexicon.frames("verb", lemma)
        if frames:  # most verbs have none and need no further check
            if is_non_cue(context, verb):
                return None
            governor = misattached_governor(context, verb)
            return CueVerb(verb, lemma, frames, governor, joined if lemma == whole else ())
    return None


def misattached_governor(context: Context, verb: Token) -> Token | None:
    """Return the cue that a verb continues, if the parser attached it to the cue's content.

    "The firm said that the jail was full and accused the guards": a jail accuses nobody. "It
    said that it would pay and appealed for calm", "It says the claims are old and has asked for
    proof": the two verbs have different forms. "It said it was late and would not say why".
    """
    inner, form = verb.head, _finite_form(verb)
    is_open = verb.dep == "conj" and verb.child(*_SUBJECT_OR_MARK) is None
    if not is_open or inner.i > verb.i or not is_verb(inner):
        return None
    withholds = form == "MD" and _withholds(verb) and reports_words(context, verb)
    if form not in _PAST_OR_SINGULAR and not withholds:
        return None
    clause = inner
    while clause.dep in {"xcomp", "conj"} and is_verb(clause.head):
        clause = clause.head
    cue = clause.head
    if clause.dep != "ccomp" or cue.tag != ("VBD" if withholds else form) or cue.i > clause.i:
        return None
    if not reports_words(context, cue):
        return None
    unlike = inner.tag in {"VB", "VBG"} or _finite_form(inner) in _OTHER_FORMS[form]
    noun = clause.child(*SUBJECTS)
    is_thing = noun is not None and noun.pos == "NOUN" and not _can_speak(context, noun)
    is_thing = is_thing and form == verb.tag  # not "the board had met but had found no money"
    return cue if unlike or (is_thing and reports_words(context, verb)) else None


def _withholds(verb: Token) -> bool:
    return is_negated(verb) and any(c.is_a("unwilling_modal") for c in verb.children)


def _finite_form(verb: Token) -> str:
    """Return the tag of a verb's first auxiliary, or its own if it has none."""
    auxiliary = verb.child("aux", "auxpass")
    return auxiliary.tag if auxiliary is not None else verb.tag


def without_joint(words: list[Token]) -> list[Token]:
    """Return what precedes a verb without what joins it on: ", and then has"."""
    first = len(words)
    while first > 1 and (words[first - 1].dep in _JOINTS or not words[first - 1].is_word):
        first -= 1
    joints = (n for n in range(first, len(words)) if words[n].dep == "cc")
    last = next(joints, len(words))
    while last > 1 and not words[last - 1].is_word:
        last -= 1
    return words[:last]


def reports_words(context: Context, verb: Token) -> bool:
    """Whether a verb may say that somebody said something, not only that they thought it."""
    senses = context.lexicon.frames("verb", verb.lemma).values()
    return any(sense.mode != "thought" for sense in senses)


def _can_speak(context: Context, noun: Token) -> bool:
    words = context.language.speakers
    known = (words.person, words.organization, words.government, words.groups, words.documents)
    return any(noun.lemma in some for some in known)


def source_of(verb: Token) -> list[Token]:
    """Return the words of a verb's source; an empty list if it has no subject."""
    noun = subject(verb) or _noun_before(verb)
    return phrase(noun) if noun is not None else []


def _noun_before(verb: Token) -> Token | None:
    """Return the noun right before a finite verb for which the parser found no subject."""
    if verb.tag not in {"VBD", "VBZ", "VBP"} or is_passive(verb) or verb.dep == "conj":
        return None
    above = verb.head
    near = above if above.i == verb.i - 1 else None
    return near if near is not None and near.pos in NOMINAL else None


def own_clause(verb: Token) -> list[Token]:
    """Return the cue's own words: subject, auxiliaries, modifiers, but no complement clause."""
    words = [verb]
    for child in verb.children:
        if child.dep in {
            *SUBJECTS,
            "aux",
            "auxpass",
            "neg",
            "prt",
            "advmod",
            "npadvmod",
            "prep",
            "dative",
        } or (child.dep == "advcl" and child.i > verb.i):
            words.extend(child.subtree())
    words.sort(key=lambda t: t.i)
    return words
