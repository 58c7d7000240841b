"""Noun phrases: their head, and the words that name what they refer to."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.document.normalise import normalise
from quotex.parse.grammar import FINITE, SUBJECTS, is_verb
from quotex.parse.view import TIMES, Token, View

_ENDING_MARKS = frozenset({",", "(", "—", "–", "--", ":"})
_CLAUSES = frozenset({"relcl", "acl", "appos"})


def head_of(words: Sequence[Token]) -> Token:
    """Return the head of ``words``; if there are several, one that is a subject."""
    inside = {t.i for t in words}
    tops = [t for t in words if t.head.i not in inside or t.is_root]
    top = next((t for t in tops if t.dep in SUBJECTS), tops[0] if tops else words[-1])
    top = next((t for t in reversed(tops) if top in t.hyphenated()), top)  # "co-author"
    subject = top.child(*SUBJECTS) if top.tag in FINITE else None
    if subject is None or subject.i not in inside:
        return top
    is_set_off = any(t.text == "," and subject.i < t.i < top.i for t in words)
    return subject if is_set_off else top  # "the board, the biscuit and preserves house"


def is_topic(noun: Token) -> bool:
    """Whether a sentence opens with whom it is about: "For Roe, a teacher, the case is simpler"."""
    opening = noun.head
    if noun.dep != "pobj" or noun.view is None or not opening.is_a("topic_opening"):
        return False
    is_first = not opening.i or noun.view.tokens[opening.i - 1].sentence != opening.sentence
    return is_first and is_verb(opening.head)


def plain(view: View, words: Sequence[Token]) -> str:
    """Return the text from the first word to the last, as an engine reads it: without damage."""
    text = view.text[words[0].start : words[-1].end]
    return text if text.isalnum() else normalise(text, 0, len(text)).text.strip()


def naming_words(phrase: Sequence[Token]) -> Sequence[Token]:
    """Return the words of a noun phrase that name its referent.

    Left out are articles, the time of day before them in a live report, and what only describes:
    appositions, clauses, what comes after a comma.
    """
    first = 0
    while first < len(phrase) - 1 and _is_time_of_day(phrase[first]):
        first += 1
    start = first
    while first < len(phrase) - 1 and _is_dropped(phrase[first], is_first=first == start):
        first += 1
    head = head_of(phrase)
    last = len(phrase)
    for n, token in enumerate(phrase):
        if token.i > head.i and (_is_aside(token, head) or _ends_phrase(token, head, phrase[n:])):
            last = n
            break
    kept = phrase[first:last]
    while len(kept) > 1 and (not kept[-1].is_word or _is_owners_mark(kept[-1])):
        kept = kept[:-1]
    return kept or phrase


def is_apposition(view: View, noun: Token) -> bool:
    """Whether a noun after its head may be an apposition to it: no finite verb follows directly.

    In "with Ada Roe, the mayor said", the mayor is somebody else.
    """
    after = noun.subtree()[-1].i + 1
    end = view.sentences[noun.sentence].last
    return noun.i > noun.head.i and (after >= end or view.tokens[after].tag not in FINITE)


def _is_owners_mark(token: Token) -> bool:
    """Whether "'s" marks an owner, and is not part of a name such as "Lundby's"."""
    return token.is_a("genitive") and token.head.dep != "pobj"


def _is_time_of_day(token: Token) -> bool:
    """Whether a word is a time of day: "14:05"."""
    hour, mark, minute = token.text.partition(":")
    return bool(mark) and hour.isdecimal() and minute.isdecimal()


def _is_dropped(token: Token, *, is_first: bool) -> bool:
    if token.pos == "ADV" and token.is_a("focus"):
        return True
    return is_first and token.pos == "DET" and token.is_a("leading_determiner")


def _is_aside(token: Token, head: Token) -> bool:
    """Whether a word is in a clause, an apposition or a time that modifies the head."""
    while token is not head and token.head is not token:
        if token.head is head and token.dep == "relcl" and _needs_clause(head):
            return False
        if token.dep == "appos" and _is_next_to(token, token.head):
            token = token.head
            continue
        if token.dep in _CLAUSES or (token.dep == "prep" and _is_of_time(token)):
            return True
        token = token.head
    return False


def _is_next_to(name: Token, noun: Token) -> bool:
    """Whether a name directly follows its noun: "the charity Safe Water"."""
    return name.pos == "PROPN" and noun.tag == "NN" and name.subtree()[0].i == noun.i + 1


def _needs_clause(head: Token) -> bool:
    """Whether a pronoun refers to nobody without its clause: "those who live by the pier"."""
    return head.is_a("anybody") and head.pos in {"PRON", "DET"}


def _is_of_time(preposition: Token) -> bool:
    return any(c.entity in TIMES for c in preposition.children)


def _ends_phrase(token: Token, head: Token, rest: Sequence[Token]) -> bool:
    """Whether a mark ends a noun phrase: any mark except the commas of an enumeration.

    Words after the comma that "&" joins are one name: "the publisher, Lund & Roe".
    """
    continues = any(t.dep == "conj" and (t.head is head or t.head.dep == "conj") for t in rest)
    continues = continues and any(t.pos == "CCONJ" and t.text != "&" for t in rest)
    return token.text in _ENDING_MARKS and not (token.text == "," and continues)
