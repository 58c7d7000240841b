"""What kind of speaker a name or a noun stands for, and the title that the article gives it."""

from __future__ import annotations

from quotex.attribution.mentions import Cluster
from quotex.attribution.words import SpeakerWords
from quotex.detection.grammar import phrase
from quotex.engine.view import Token, View
from quotex.records import SpeakerKind

_MANY = frozenset({"many", "some", "others", "they", "most", "few"})


def kind_of_name(cluster: Cluster, words: SpeakerWords) -> SpeakerKind:
    """Tell from the recogniser's label and the last word of a name."""
    if cluster.label == "PERSON":
        return "person"
    if cluster.label == "NORP":
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
    if head.tag in {"NNS", "NNPS"} or head.lower in _MANY:
        return "group"
    if head.lemma in words.person:
        return "person"
    if head.lemma in words.organization:
        return "organization"
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
    return (plain(view, words).strip(" ,") or None) if words else None


def _apposition(view: View, last: int) -> str | None:
    head = view.tokens[last - 1]
    noun = head.child("appos")
    if noun is None or noun.i <= head.i or noun.entity == "PERSON":
        return None
    if noun.pos not in {"NOUN", "PROPN"}:
        return None
    words = phrase(noun)
    return plain(view, words) if words and not any(t.text in "()" for t in words) else None


def plain(view: View, words: list[Token]) -> str:
    """Return the text from the first word to the last, with plain spaces."""
    return " ".join(view.text[words[0].start : words[-1].end].split())
