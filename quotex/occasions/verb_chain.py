"""The verbs that report one act with a cue: "came to Oslo on Monday, saying that it was late"."""

from __future__ import annotations

from quotex.languages.word_lists import VenueWords
from quotex.occasions.tense import tense_of_verb
from quotex.occasions.venues.phrases import speaks_at_destination
from quotex.parse.grammar import NOUN_CLAUSES, SUBJECTS, is_verb
from quotex.parse.view import Token

_LINKED_TO_VERB_ABOVE = frozenset({"advcl", "xcomp", "conj", "pcomp", "acl", "relcl"})
_CARRIERS = frozenset({"agent", "dobj", "nsubj", "nsubjpass"})


def verb_chain(verb: Token, source: set[int], words: VenueWords) -> list[Token]:
    """Return the cue's verb and the verbs above it that report the same act, the highest last.

    "She came on Monday, saying …": she said it on the day on which she came.
    """
    chain = [verb]
    while not is_naming(verb) and verb.dep in _LINKED_TO_VERB_ABOVE and verb.head is not verb:
        above = verb.head
        if verb.dep == "pcomp":
            above = above.head
        elif speaks_at_destination(verb, words):
            above = next((a for a in above.ancestors() if is_verb(a)), verb)
        elif verb.dep in NOUN_CLAUSES:
            above = _verb_with(above) or verb
        if above is verb or not is_verb(above):
            break
        if not shares_subject(verb, source | _subject(above)):
            break
        if _is_other_time(verb, above, source):
            break
        if verb.dep == "relcl" and tense_of_verb(verb) in {"perfect", "present"}:
            break  # "Roe, who has fought for it, said on Monday …"
        if _has_other_subject(verb, above, source) or _is_contrasted(verb, above, words):
            break
        verb = above
        chain.append(verb)
    return chain


def _verb_with(noun: Token) -> Token | None:
    """Return the verb whose subject, object or agent is a noun: "shown by the mayor, Roe, who"."""
    if noun.dep == "appos" and noun.head.head.dep == "agent":
        noun = noun.head
    if noun.dep == "pobj" and noun.head.dep == "agent":
        noun = noun.head
    return noun.head if noun.dep in _CARRIERS else None


def _is_other_time(verb: Token, above: Token, source: set[int]) -> bool:
    """Whether somebody else acted at another time: "after Roe spoke, soldiers came to Oslo"."""
    own, mark = verb.child(*SUBJECTS), verb.child("mark")
    if own is None or mark is None or not mark.is_a("sequence"):
        return False
    is_open = above.tag == "VBG" and above.child(*SUBJECTS) is None  # "speaking after Roe spoke"
    return not shares_subject(above, source) or (is_open and own.pos != "PRON")


def _has_other_subject(verb: Token, above: Token, source: set[int]) -> bool:
    """Whether a clause has another subject: "sales fell last year, and analysts said"."""
    if verb.dep not in {"conj", "advcl"} or verb.child(*SUBJECTS) is None:
        return False
    if shares_subject(verb, _subject(above)) or shares_subject(above, source):
        return False
    mark = verb.child("mark", "advmod")
    return mark is None or not mark.is_a("meanwhile")


def _is_contrasted(verb: Token, above: Token, words: VenueWords) -> bool:
    """Whether speaking is contrasted with another act: "lost a tooth on Sunday but said …"."""
    joint = above.child("cc")
    is_but = verb.dep == "conj" and joint is not None and joint.is_a("contrast")
    return is_but and above.lemma not in words.scene_verbs


def is_naming(verb: Token) -> bool:
    """Whether a clause only names a thing: "under what Roe called the old model"."""
    return any(c.is_a("free_relative") and c.i < verb.i for c in verb.children)


def _subject(verb: Token) -> set[int]:
    found = verb.child(*SUBJECTS)
    return {t.i for t in found.subtree()} if found is not None else set()


def shares_subject(verb: Token, speaker: set[int]) -> bool:
    """Whether a verb has no subject of its own, or the speaker or a pronoun as its subject."""
    own = verb.child(*SUBJECTS)
    return own is None or own.i in speaker or own.is_a("speaker_pronoun")
