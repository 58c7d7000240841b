"""Verbs that the lexicon knows, with what the rules need to know about each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotex.languages.lexicon import Sense
from quotex.parse.grammar import (
    SUBJECTS,
    agent,
    contiguous,
    is_fronted_participle,
    is_infinitive,
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
from quotex.parse.view import NOMINAL, TIMES, Token
from quotex.quotations.candidate import Bounds, Candidate
from quotex.quotations.context import Context


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb of the text and the frames in which the lexicon says that it attributes.

    ``governor`` is the cue that it shares its subject with, where the parser joined it to a verb
    of that cue's content: "she said that it rained and asked for a coat".
    """

    verb: Token
    lemma: str
    frames: dict[str, Sense]
    governor: Token | None = None

    @property
    def words(self) -> list[Token]:
        """The cue's tokens: auxiliaries, negation and particle included."""
        words = verb_group(self.verb)
        governor = withholding(self.verb)
        if len(governor) < 3:
            return words
        return contiguous([*words, *governor, *verb_group(governor[0])])

    @property
    def source(self) -> list[Token]:
        """The words of the source, none where the cue has no subject."""
        if is_fronted_participle(self.verb):  # who was asked is not who asks
            by = agent(self.verb)
            return phrase(by) if by is not None else []
        return source_of(self.governor or self.verb)

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


def cue_verbs(context: Context) -> tuple[CueVerb, ...]:
    """Return the verbs of the article that the lexicon knows."""
    return context.once(_cue_verbs)


def _cue_verbs(context: Context) -> tuple[CueVerb, ...]:
    verbs = (token for token in context.view.tokens if is_verb(token))
    return tuple(cue for verb in verbs if (cue := cue_verb(context, verb)) is not None)


def cue_verb(context: Context, verb: Token) -> CueVerb | None:
    """Look a verb up, with its particle first."""
    part = particle(verb)
    phrasal = f"{verb.lemma} {part.lower}" if part is not None else ""
    for lemma in filter(None, (phrasal, verb.lemma)):
        frames = context.lexicon.frames("verb", lemma)
        if frames:  # most verbs have none, and need no other question
            if says_nothing(context, verb):
                return None
            return CueVerb(verb, lemma, frames, governor_of_joined(context, verb))
    return None


def governor_of_joined(context: Context, verb: Token) -> Token | None:
    """Return the cue that a finite verb goes on from, where the parser joined it to its content.

    "The firm said that the jail was full and accused the guards": a jail accuses nobody. "It
    said that it would pay and appealed for calm": the forms of the two verbs are not alike.
    """
    inner = verb.head
    is_open = verb.dep == "conj" and verb.tag in {"VBD", "VBZ"} and verb.child(*_LED) is None
    if not is_open or inner.i > verb.i or not is_verb(inner):
        return None
    clause = inner
    while clause.dep in {"xcomp", "conj"} and is_verb(clause.head):
        clause = clause.head
    cue = clause.head
    if clause.dep != "ccomp" or cue.tag != verb.tag or cue.i > clause.i:
        return None
    if not _says(context, cue):
        return None
    unlike = inner.tag in {"VB", "VBG"} or {inner.tag, verb.tag} == {"VBZ", "VBD"}
    noun = clause.child(*SUBJECTS)
    is_thing = noun is not None and noun.pos == "NOUN" and not _may_say(context, noun)
    return cue if unlike or (is_thing and _says(context, verb)) else None


_LED = (*SUBJECTS, "mark")


def _says(context: Context, verb: Token) -> bool:
    senses = context.lexicon.frames("verb", verb.lemma).values()
    return any(sense.mode != "thought" for sense in senses)


def _may_say(context: Context, noun: Token) -> bool:
    words = context.language.speakers
    known = (words.person, words.organization, words.government, words.groups, words.documents)
    return any(noun.lemma in some for some in known)


def says_nothing(context: Context, word: Token) -> bool:
    """Whether a cue is one by its form alone: in "that said", or where nothing is granted.

    In "the court denied him bail" nobody says anything; nor in "he was denied entry", where the
    passive keeps an object. "Worse than analysts predicted" does not tell what they predicted, and
    a light that shows something, or an engine that promises it, does not speak. "Those who dismiss
    him as a clown" may never have said so, who "ordered twelve planes" bought them, and what
    passengers "must declare" they have not declared.
    """
    if word.i in context.set_phrases or _is_measure(word) or _is_of_thing(word):
        return True
    if _is_verdict_of_anybody(context, word) or _orders_goods(word) or _is_rule(word):
        return True
    if not word.is_a("granting") or not is_verb(word):
        return False
    given = word.child("dobj", "ccomp")
    if given is None or given.i < word.i:
        return False
    if given.dep == "ccomp":  # a noun that the parser took for a verb: "denied him bail"
        return given.is_a("grant") and given.child("mark", "aux") is None
    return is_passive(word) or word.child("dative") is not None or given.is_a("grant")


def _is_of_thing(word: Token) -> bool:
    """Whether a verb of showing has a subject that never speaks: a light, a fall in prices."""
    noun = word.child("nsubj") if word.is_a("showing") else None
    return noun is not None and noun.is_a("thing")


def _is_verdict_of_anybody(context: Context, word: Token) -> bool:
    """Whether nobody in particular takes something for something, and no words are quoted."""
    named = word.head if word.dep == "relcl" else word.child("nsubj")
    if named is None or not named.is_a("anybody") or is_passive(word):
        return False
    if word.dep != "relcl" and named.tag != "WP":  # "whoever"
        return False
    if any(c.i < named.i for c in named.children):  # "the people who": some in particular
        return False
    verdict = _verdict(word)
    if verdict is None:
        return False
    last = verdict.subtree()[-1].i
    stretches = context.index.stretch_at
    return all(stretches(t.start) is None for t in context.view.tokens[word.i : last + 1])


def _verdict(verb: Token) -> Token | None:
    """Return what the object of a verb is taken for: "as a clown", "a fool", "cruel"."""
    near = [c for c in verb.children if c.i > verb.i]
    below = [c for child in near for c in child.children if child.dep in {"dobj", "prep"}]
    further = [c for child in below if child.dep == "pobj" for c in child.children]
    for word in [*near, *below, *further]:
        if word.dep == "prep" and word.is_a("comparison"):
            return word
    return next((c for c in near if c.dep in {"oprd", "ccomp"} and not is_verb(c)), None)


def _orders_goods(word: Token) -> bool:
    """Whether a number of things, or their price, is all that is ordered."""
    if not word.is_a("ordering"):
        return False
    goods = word.child("dobj", "nsubjpass")
    if goods is None or word.child("xcomp", "ccomp", "advcl", "prt", "acomp") is not None:
        return False
    if goods.entity in TIMES or any(is_verb(t) for t in goods.subtree()):
        return False
    counted = goods.child("nummod") is not None or goods.entity == "MONEY"
    ways = [c for c in word.children if c.dep in {"prep", "advmod"} and c.i > word.i]
    moved = any(
        c.is_a("infinitive_marker") or (c.is_a("particle") and not c.is_a("venue_preposition"))
        for c in ways
    )
    return ((counted and not goods.is_a("act")) or goods.is_a("thing")) and not moved


def _is_rule(word: Token) -> bool:
    """Whether a verb tells what anyone of a kind must or may say: "passengers must declare"."""
    if not is_verb(word):
        return False
    duty = word.head if word.dep == "xcomp" and is_infinitive(word) else None
    if duty is not None and not duty.is_a("duty_verb"):
        return False
    modals = [c for c in word.children if c.dep == "aux"]
    if any(c.is_a("perfect_auxiliary") for c in modals):
        return False
    noun = (duty or word).child("nsubj")
    if noun is None or noun.pos != "NOUN" or is_negated(word):
        return False
    led = noun.child("det", "poss")
    obliged = duty is not None or any(c.is_a("obliging") for c in modals)
    if led is None:  # "passengers"
        return obliged and noun.tag == "NNS" and all(c.i > noun.i for c in noun.children)
    may = any(c.is_a("permitting") for c in modals)
    of_each = led.is_a("distributive")
    return (obliged and (of_each or led.is_a("indefinite_article"))) or (may and of_each)


def _is_measure(word: Token) -> bool:
    """Whether a verb is what something is compared with, and has no content of its own."""
    led = word.child("mark")
    if led is None or not led.is_a("than") or word.child("ccomp", "dobj", "xcomp") is not None:
        return False
    return all(c.child("pcomp") is None for c in word.children)  # "than dwell on who did it"


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
