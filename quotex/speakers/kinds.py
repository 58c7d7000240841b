"""The kind of speaker that a name or a noun refers to."""

from __future__ import annotations

from itertools import pairwise

from quotex.languages.word_lists import SpeakerWords
from quotex.parse.grammar import is_plural
from quotex.parse.view import Token
from quotex.records import SpeakerKind
from quotex.speakers.names.cluster import Cluster


def kind_of_name(cluster: Cluster, words: SpeakerWords) -> SpeakerKind:
    """Return the kind according to the recogniser's label and the head of a name."""
    if cluster.label == "PERSON":
        return "person"
    if cluster.label == "JOINT":
        return "group"
    if cluster.label in {"GPE", "FAC"}:
        return "government"
    name = cluster.name.lower().split()
    heads = {before for before, link in pairwise(name) if link in words.name_links}
    is_known = name[-1] in words.government or " ".join(name) in words.government
    is_government = is_known or not heads.isdisjoint(words.government_of)
    return "government" if is_government else "organization"


def is_document(noun: Token, words: SpeakerWords) -> bool:
    """Whether a noun is a document, by its lemma or by its form."""
    return noun.lemma in words.documents or noun.lower in words.document_forms


def kind_of_noun(head: Token, words: SpeakerWords) -> SpeakerKind:
    """Return the kind according to the head of a noun phrase without a name."""
    is_common = head.pos == "NOUN" or head.text.islower()  # the tagger errs on some
    if is_document(head, words):
        return "document"
    if head.lemma in words.government:
        return "government"
    if is_plural(head) or head.is_a("group_word"):
        return "group"
    if head.lemma in words.person or (is_common and head.lemma in words.roles.person):
        return "person"
    if head.lemma in words.organization or (is_common and words.is_organization(head.lemma)):
        return "organization"
    if head.lemma in words.groups:
        return "group"
    return "group" if any(c.dep == "conj" for c in head.children) else "unknown"


def may_be_people(noun: Token, words: SpeakerWords) -> bool:
    """Whether a plural may be of people, as far as the lists know: not "consequences"."""
    is_listed = noun.lemma in words.person or noun.lemma in words.groups
    is_known = is_listed or noun.lemma in words.roles.person
    return noun.pos != "NOUN" or is_known or words.is_organization(noun.lemma)


def is_nobody(head: Token) -> bool:
    """Whether the source headed by a word is nobody: "no one", "nobody who was there".

    "None of the divers" and "no official" still refer to somebody.
    """
    children = head.children
    if head.is_a("nobody"):
        return not any(c.is_a("of") for c in children)
    is_no = any(c.dep == "det" and c.is_a("negative_noun") for c in children)
    return head.is_a("one_of_several") and is_no
