"""Whether a word that could be a cue reports nothing where it is."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.parse.grammar import (
    is_infinitive,
    is_negated,
    is_passive,
    is_verb,
    particle,
    prepositional,
)
from quotex.parse.view import TIMES, Token
from quotex.quotations.context import Context
from quotex.quotations.unsaid.conditions import is_in_condition
from quotex.quotations.unsaid.empty import is_empty
from quotex.quotations.unsaid.names import introduces_name
from quotex.quotations.unsaid.questions import is_asked


def is_non_cue(context: Context, word: Token) -> bool:
    """Whether a word only looks like a cue, as in "that said" or "denied him bail".

    Nobody says anything in "the court denied him bail" or "he was denied entry", where the passive
    keeps an object. "Worse than analysts predicted" does not say what they predicted, and a light
    that shows something, or an engine that promises it, does not speak. "Those who dismiss him as
    a clown" may never have said so; whoever "ordered twelve planes" bought them; and passengers
    who "must declare" something have not declared it yet. Singing a song is not saying it, and a
    plan that somebody approves was stated by others. Text that says somebody "tells a story" does
    not report the story, and what follows "if he says so" may never be said; nor does the writer
    who asks "has he said so?" know. Somebody whom a report cites is its source, not its content.
    """
    if (
        word.i in context.set_phrases
        or _is_comparison_standard(word)
        or _has_inanimate_subject(word)
    ):
        return True
    if is_in_condition(word) or is_asked(context, word) or _cites_somebody(context, word):
        return True
    if _only_tells_story(context, word) or _is_deed(context, word) or is_empty(context, word):
        return True
    if (
        introduces_name(context, word)
        or _acts_on_plan(context, word)
        or _is_legal_requirement(word)
    ):
        return True
    if _is_generic_judgement(context, word) or _orders_goods(word) or _states_general_rule(word):
        return True
    if not word.is_a("granting") or not is_verb(word):
        return False
    given = word.child("dobj", "ccomp")
    if given is None or given.i < word.i:
        return False
    if given.dep == "ccomp":  # a noun that the parser took for a verb: "denied him bail"
        return given.is_a("grant") and given.child("mark", "aux") is None
    return is_passive(word) or word.child("dative") is not None or given.is_a("grant")


def _is_deed(context: Context, word: Token) -> bool:
    """Whether an object or goal turns saying into a deed: "the flood claimed nine lives"."""
    if not is_verb(word) or word.child("ccomp", "xcomp", "oprd") is not None:
        return False
    goals = [noun for p, noun in prepositional(word) if p.is_a("infinitive_marker")]
    nouns = [t for t in (word.child("dobj", "nsubjpass"), *goals) if t is not None]
    done = next((t for t in nouns if (word.lemma, t.lemma) in context.language.deeds), None)
    if done is None or any(t.pos == "VERB" for t in done.subtree()):
        return False
    if any(t.is_a("comparison") for t in (*word.children, *done.children)):
        return False  # "dismissed the minister as a clown"
    return all(context.index.stretch_at(t.start) is None for t in done.subtree())


def _cites_somebody(context: Context, word: Token) -> bool:
    """Whether a verb names a source: "citing officials", "citing two people close to the firm"."""
    cited = word.child("dobj") if word.is_a("quoting") else None
    if cited is None or any(c.dep == "prep" and c.is_a("comparison") for c in word.children):
        return False  # "quoted her as saying"
    nouns = context.language.speakers
    is_person = cited.lemma in nouns.person or cited.is_a("anybody") or cited.entity == "PERSON"
    stretches = context.index.stretch_at
    return is_person and all(stretches(t.start) is None for t in cited.subtree())


def _acts_on_plan(context: Context, word: Token) -> bool:
    """Whether a verb acts on a plan but says nothing about it: "passed a bill to …"."""
    done = word.child("dobj", "nsubjpass") if is_verb(word) else None
    part = particle(word)
    lemma = f"{word.lemma} {part.lower}" if part is not None else word.lemma
    if done is None or lemma not in context.language.acts:
        return False
    return all(context.index.stretch_at(t.start) is None for t in (word, *done.subtree()))


def _is_legal_requirement(word: Token) -> bool:
    """Whether a law requires or forbids something, so that nobody says it."""
    noun = word.child("nsubj") if word.is_a("requiring") else None
    return noun is not None and noun.is_a("law")


def _only_tells_story(context: Context, word: Token) -> bool:
    """Whether the text only says that somebody tells a story or a lie, without its content."""
    tale = word.child("dobj") if word.is_a("telling") else None
    if tale is None or not tale.is_a("tale") or word.child("ccomp", "xcomp") is not None:
        return False
    if any(t.pos == "VERB" for t in tale.subtree()):
        return False
    return all(context.index.stretch_at(t.start) is None for t in word.subtree())


def _has_inanimate_subject(word: Token) -> bool:
    """Whether a verb of showing has a subject that never speaks: a light, a fall in prices."""
    noun = word.child("nsubj") if word.is_a("showing") else None
    return noun is not None and noun.is_a("thing")


def _is_generic_judgement(context: Context, word: Token) -> bool:
    """Whether nobody in particular passes a judgement, and no words are quoted."""
    named = word.head if word.dep == "relcl" else word.child("nsubj")
    if named is None or not named.is_a("anybody") or is_passive(word):
        return False
    if word.dep != "relcl" and named.tag != "WP":  # "whoever"
        return False
    if any(c.i < named.i for c in named.children):  # "the people who": particular ones
        return False
    judgement = _judgement(word)
    if judgement is None:
        return False
    last = judgement.subtree()[-1].i
    stretches = context.index.stretch_at
    return all(stretches(t.start) is None for t in context.view.tokens[word.i : last + 1])


def _judgement(verb: Token) -> Token | None:
    """Return what somebody judges the object of a verb to be: "as a clown", "a fool", "cruel"."""
    near = [c for c in verb.children if c.i > verb.i]
    below = [c for child in near for c in child.children if child.dep in {"dobj", "prep"}]
    further = [c for child in below if child.dep == "pobj" for c in child.children]
    for word in [*near, *below, *further]:
        if word.dep == "prep" and word.is_a("comparison"):
            return word
    return next((c for c in near if c.dep in {"oprd", "ccomp"} and not is_verb(c)), None)


def _orders_goods(word: Token) -> bool:
    """Whether only a number of things, or an amount of money, is ordered."""
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


def _states_general_rule(word: Token) -> bool:
    """Whether a verb says what anyone of a kind must or may say: "passengers must declare"."""
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
    determiner = noun.child("det", "poss")
    obliged = duty is not None or any(c.is_a("obliging") for c in modals)
    if determiner is None:  # "passengers"
        return obliged and noun.tag == "NNS" and all(c.i > noun.i for c in noun.children)
    may = any(c.is_a("permitting") for c in modals)
    of_each = determiner.is_a("distributive")
    is_indefinite = determiner.is_a("indefinite_article")
    return (obliged and (of_each or is_indefinite)) or (may and of_each)


def _is_comparison_standard(word: Token) -> bool:
    """Whether a verb is only a standard of comparison, and has no content of its own."""
    mark = word.child("mark")
    if mark is None or not mark.is_a("than") or word.child("ccomp", "dobj", "xcomp") is not None:
        return False
    return all(c.child("pcomp") is None for c in word.children)  # "than dwell on who did it"


def has_non_cue(context: Context, cue: Sequence[Token]) -> bool:
    """Whether any word of a cue only looks like one (see ``is_non_cue``)."""
    return any(is_non_cue(context, word) for word in cue)
