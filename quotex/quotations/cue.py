"""Verbs that the lexicon knows, with what the rules need to know about each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotex.languages.lexicon import Sense
from quotex.parse.grammar import (
    SUBJECTS,
    contiguous,
    is_negated,
    is_nobody,
    is_passive,
    is_verb,
    particle,
    phrase,
    subject,
    verb_group,
    withholding,
)
from quotex.parse.view import NOMINAL, Token
from quotex.quotations.candidate import Bounds, Candidate
from quotex.quotations.context import Context


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb of the text and the frames in which the lexicon says that it attributes."""

    verb: Token
    lemma: str
    frames: dict[str, Sense]

    @property
    def words(self) -> list[Token]:
        """The cue's tokens: auxiliaries, negation and particle included."""
        words = verb_group(self.verb)
        governor = withholding(self.verb)
        if len(governor) < 3:
            return words
        return contiguous([*words, *governor, *verb_group(governor[0])])

    @property
    def takes_addressee(self) -> bool:
        """Whether the verb may name the hearer before its clause: "told them that …"."""
        return any(frame == "obj-to" or frame.startswith("obj+") for frame in self.frames)

    @property
    def text(self) -> str:
        """The cue as it stands, for evidence."""
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
        """Return a candidate under this cue."""
        return Candidate(
            content,
            self.words,
            source,
            sense,
            rule,
            detail,
            weight,
            negated=is_negated(self.verb) or is_nobody(source),
        )


def cue_verbs(context: Context) -> Iterator[CueVerb]:
    """Yield the verbs of the article that the lexicon knows."""
    for token in context.view.tokens:
        if is_verb(token):
            cue = cue_verb(context, token)
            if cue is not None:
                yield cue


def cue_verb(context: Context, verb: Token) -> CueVerb | None:
    """Look a verb up, with its particle first."""
    if says_nothing(context, verb):
        return None
    part = particle(verb)
    if part is not None:
        frames = context.lexicon.frames("verb", f"{verb.lemma} {part.lower}")
        if frames:
            return CueVerb(verb, f"{verb.lemma} {part.lower}", frames)
    frames = context.lexicon.frames("verb", verb.lemma)
    return CueVerb(verb, verb.lemma, frames) if frames else None


def says_nothing(context: Context, word: Token) -> bool:
    """Whether a cue is one by its form alone: in "that said", or where nothing is granted.

    In "the court denied him bail" nobody says anything; nor in "he was denied entry", where the
    passive keeps an object.
    """
    if word.i in context.set_phrases:
        return True
    if not word.is_a("granting") or not is_verb(word):
        return False
    given = word.child("dobj")
    if given is None or given.i < word.i:
        return False
    return is_passive(word) or word.child("dative") is not None or given.is_a("grant")


def says_nothing_at(context: Context, cue: Sequence[Token]) -> bool:
    """Whether any word of a cue makes it none (see ``says_nothing``)."""
    return any(says_nothing(context, word) for word in cue)


def source_of(verb: Token) -> list[Token]:
    """Return the words of the source of a verb, none where it has no subject."""
    noun = subject(verb) or _noun_before(verb)
    return phrase(noun) if noun is not None else []


def _noun_before(verb: Token) -> Token | None:
    """Return the noun right before a finite verb that the parser gave no subject."""
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
