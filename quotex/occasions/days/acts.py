"""Acts with the day of the words: what speakers do as they speak, and how a document came out.

"Sentencing him on Monday, Roe said"; "before adjourning on Monday, Roe said"; "after losing on
Sunday, Roe said", as people speak about a match as soon as it is over. Only what precedes the verb
counts: "she blamed him after they lost on Sunday" may have been said on another day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from quotex.languages.word_lists import VenueWords
from quotex.occasions.days.times import FoundTime
from quotex.parse.grammar import NOUN_CLAUSES, SUBJECTS, is_verb
from quotex.parse.view import Token, position

_WHEN = frozenset({"advmod", "npadvmod", "prep"})
_NOT_OF_EVENT = frozenset({"acl", "relcl", "appos", "conj"})
_AFTER_COMMA = 2  # tokens


def acts_before(verb: Token, words: VenueWords) -> Iterator[tuple[Token, list[Token]]]:
    """Yield the verb of each such act before a cue, with the words that may say when it was."""
    for clause in verb.children:
        if clause.i > verb.i:
            return
        act = clause if _is_simultaneous(clause, words) else _next_act(clause)
        act = act or _contest(clause, words)
        if act is not None:
            beside = [c for c in act.children if c.dep in _WHEN and c.i > act.i]
            yield act, sorted((t for c in beside for t in c.subtree()), key=position)


def modifies(time: FoundTime, words: Sequence[Token], verb: Token) -> bool:
    """Whether a time modifies a verb itself, not one of its other words."""
    within = {t.i for t in words if time.start <= t.start < time.end}
    tops = [t for t in words if t.i in within and t.head.i not in within]
    return any(t.head is verb or (t.dep == "pobj" and t.head.head is verb) for t in tops)


def _is_simultaneous(clause: Token, words: VenueWords) -> bool:
    """Whether a participle says what the speaker does: "sentencing him on Monday"."""
    if clause.dep != "advcl" or clause.tag != "VBG" or clause.child("mark", "aux", *SUBJECTS):
        return False
    return clause.lemma not in words.recalling


def _next_act(clause: Token) -> Token | None:
    """Return what the speaker did next: the verb of "before adjourning"."""
    return clause.child("pcomp") if clause.dep == "prep" and clause.is_a("prior") else None


def _contest(clause: Token, words: VenueWords) -> Token | None:
    """Return the verb of "after his side lost" and "after losing"."""
    mark = clause.child("mark") if clause.dep == "advcl" else clause
    act = clause.child("pcomp") if clause.dep == "prep" else clause
    if mark is None or act is None or mark.lower not in words.prepositions.after:
        return None
    return act if act.lemma in words.contesting else None


def publication_verbs(document: Token, words: VenueWords) -> Iterator[Token]:
    """Yield the verbs that say how a document became public: "dated", "filed", "issued"."""
    for token in (*document.subtree(), *_asides_after(document)):
        is_aside = token.dep in NOUN_CLAUSES | {"ccomp", "advcl"} and token.tag == "VBN"
        is_aside = is_aside or (token.dep == "relcl" and token.tag == "VBD")  # "that Roe filed"
        if (is_aside or token.lemma == "date") and (
            token.lemma in words.issuing or token.lemma in words.making_public
        ):
            yield token


def _asides_after(subject: Token) -> Iterator[Token]:
    """Yield the participles between a subject and its verb: "a review, completed in May, found".

    Or those right after an object that were attached to its verb: "in a memoir, published in May".
    """
    verb = subject.head
    for clause in verb.children if subject.dep in SUBJECTS else ():
        if subject.i < clause.i < verb.i and clause.child(*SUBJECTS) is None:
            yield clause
    for clause in verb.head.children if subject.dep == "pobj" else ():
        if clause.dep == "advcl" and clause.subtree()[0].i == subject.i + _AFTER_COMMA:
            yield clause


def modifiers_of_event(verb: Token, is_dated: Callable[[Token], bool]) -> list[Token]:
    """Return what modifies the event that a cue modifies: "Monday's debate, where Roe said".

    ``is_dated`` says whether a noun is an event or a document.
    """
    noun = verb.head
    if verb.dep not in NOUN_CLAUSES or is_verb(noun) or not is_dated(noun):
        return []
    beside = (c for c in noun.children if c.dep not in _NOT_OF_EVENT)
    return sorted((t for child in beside for t in child.subtree()), key=position)
