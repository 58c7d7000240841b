"""What kind of speaker a name or a noun stands for, and the title that the article gives it."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.languages.word_lists import SpeakerWords
from quotex.parse.grammar import SUBJECTS, phrase
from quotex.parse.view import Token, View
from quotex.records import SpeakerKind
from quotex.speakers.mentions.offices import is_closed
from quotex.speakers.names.names import Cluster

_CUTS = frozenset({",", "(", "—", "–", "--", ":"})
_CLAUSES = frozenset({"relcl", "acl", "appos"})


def kind_of_name(cluster: Cluster, words: SpeakerWords) -> SpeakerKind:
    """Tell from the recogniser's label and the last word of a name."""
    if cluster.label == "PERSON":
        return "person"
    if cluster.label == "JOINT":
        return "group"
    if cluster.label in {"GPE", "FAC"}:
        return "government"
    return "government" if cluster.name.split()[-1].lower() in words.government else "organization"


def kind_of_noun(head: Token, words: SpeakerWords) -> SpeakerKind:
    """Tell from the head of a noun phrase without a name."""
    if head.lemma in words.documents:
        return "document"
    if head.lemma in words.government:
        return "government"
    if head.tag in {"NNS", "NNPS"} or head.is_a("group_word"):
        return "group"
    if head.lemma in words.person:
        return "person"
    if head.lemma in words.organization:
        return "organization"
    if head.lemma in words.groups:
        return "group"
    return "group" if any(c.dep == "conj" for c in head.children) else "unknown"


def role_of(cluster: Cluster, view: View) -> str | None:
    """Return the title before a person's name, or the apposition after it."""
    if cluster.label != "PERSON":
        return None
    for first, last in cluster.runs:
        role = _title_before(view, first, last) or _apposition(view, last)
        if role:
            return role
    return None


def _title_before(view: View, first: int, last: int) -> str | None:
    words = [
        word
        for child in view.tokens[last - 1].children
        if child.i < first and child.dep in {"compound", "nmod", "amod", "poss"}
        for word in child.subtree()
        if word.i < first
    ]
    words.sort(key=lambda t: t.i)
    words = [t for t in words if t.entity not in {"DATE", "TIME"}]
    return (plain(view, words).strip(" ,") or None) if words else None


def _apposition(view: View, last: int) -> str | None:
    head = view.tokens[last - 1]
    noun = head.child("appos")
    if noun is None or not is_closed(view, noun) or noun.entity == "PERSON":
        return None
    if noun.pos not in {"NOUN", "PROPN"}:
        return None
    words = phrase(noun)
    return plain(view, words) if words and not any(t.text in "()" for t in words) else None


def words_of(phrase: Sequence[Token]) -> Sequence[Token]:
    """Return the words of a noun phrase that name its referent.

    Articles go, and so does what only describes: appositions, clauses, what comes after a comma.
    """
    first = 0
    while first < len(phrase) - 1 and _is_dropped(phrase[first], first == 0):
        first += 1
    head = head_of(phrase)
    last = len(phrase)
    for n, token in enumerate(phrase):
        if token.i > head.i and (_under_clause(token, head) or _is_cut(token, head, phrase[n:])):
            last = n
            break
    kept = phrase[first:last]
    while len(kept) > 1 and (not kept[-1].is_word or kept[-1].is_a("genitive")):
        kept = kept[:-1]
    return kept or phrase


def _is_dropped(token: Token, is_first: bool) -> bool:
    if token.pos == "ADV" and token.is_a("focus"):
        return True
    return is_first and token.pos == "DET" and token.is_a("leading_determiner")


def _under_clause(token: Token, head: Token) -> bool:
    """Whether a word stands in a clause, an apposition or a time that hangs on the head."""
    while token is not head and token.head is not token:
        if token.dep in _CLAUSES or (token.dep == "prep" and _is_time(token)):
            return True
        token = token.head
    return False


def _is_time(preposition: Token) -> bool:
    return any(c.entity in {"DATE", "TIME"} for c in preposition.children)


def _is_cut(token: Token, head: Token, rest: Sequence[Token]) -> bool:
    """Whether a mark ends a noun phrase: any but the commas of an enumeration."""
    parts = {head, *(t for t in rest if t.dep == "conj")}
    goes_on = any(t.dep == "conj" and t.head in parts for t in rest)
    return token.text in _CUTS and not (token.text == "," and goes_on)


def head_of(words: Sequence[Token]) -> Token:
    """Return the word of ``words`` that the others hang on; of several such, a subject."""
    inside = {t.i for t in words}
    tops = [t for t in words if t.head.i not in inside or t.is_root]
    return next((t for t in tops if t.dep in SUBJECTS), tops[0] if tops else words[-1])


def plain(view: View, words: Sequence[Token]) -> str:
    """Return the text from the first word to the last, with plain spaces."""
    return " ".join(view.text[words[0].start : words[-1].end].split())
