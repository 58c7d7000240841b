"""Names that a recogniser cuts short, with the words that the sentence shows to belong to them."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.languages import Language
from quotex.parse.view import Entity, Token, View
from quotex.speakers.names.parts import is_of_bodies

_OF_BODY = frozenset({"", "ORG"})  # labels of what "for" links to the name of a body


def mended(view: View, language: Language) -> Iterator[Entity]:
    """Yield the names that a recogniser finds, in text order, those cut short in full."""
    reached = 0
    for entity in view.entities:
        if entity.first < reached:
            continue
        named = _office(entity, view, language)
        reached = _end(named, view, language)
        yield Entity(entity.first, reached, named.label)


def _office(entity: Entity, view: View, language: Language) -> Entity:
    """Return "Corle Coroner's Court", of which only the coroner was found, as a body."""
    run = view.tokens[entity.first : entity.last]
    if entity.label != "PERSON" or len(run) < 2 or not run[-1].is_a("possessive_ending"):
        return entity
    holder, words = run[-2].lower, language.speakers
    is_office = words.is_person(holder) or words.is_person(holder.removesuffix("s"))
    after = view.tokens[entity.last : entity.last + 1]
    is_body = any(_is_free(t, *_OF_BODY) and is_of_bodies(t, words, language.names) for t in after)
    return Entity(entity.first, entity.last + 1, "ORG") if is_office and is_body else entity


def _end(entity: Entity, view: View, language: Language) -> int:
    if entity.label == "PERSON":
        return _person_end(entity, view, language)
    return _body_end(entity, view, language) if entity.label == "ORG" else entity.last


def _person_end(entity: Entity, view: View, language: Language) -> int:
    """Return where a person's name ends: it goes on with the surname that it modifies."""
    after = view.tokens[entity.last : entity.last + 1]
    before = view.tokens[entity.last - 1]
    is_cut = any(_is_free(t, "") and before.dep == "compound" and before.head is t for t in after)
    return entity.last + 1 if is_cut and not _is_no_surname(after[0], language) else entity.last


def _is_no_surname(token: Token, language: Language) -> bool:
    word, words, names = token.lower.rstrip("."), language.speakers, language.names
    is_title = word in words.honorifics or word in names.behind or words.is_person(word)
    return is_title or token.text.isupper() or is_of_bodies(token, words, names)


def _body_end(entity: Entity, view: View, language: Language) -> int:
    """Return where a body's name ends: "Wells for Schools" after a noun such as "the charity"."""
    tokens = view.tokens
    noun, link = tokens[entity.first - 1], tokens[entity.last : entity.last + 1]
    is_described = noun.pos == "NOUN" and language.speakers.is_body(noun.lemma)
    if not is_described or noun.i > entity.first or not any(t.pos == "ADP" for t in link):
        return entity.last
    last = entity.last + 1
    while last < len(tokens) and _is_free(tokens[last], *_OF_BODY):
        last += 1
    return last if last > entity.last + 1 else entity.last


def _is_free(token: Token, *labels: str) -> bool:
    """Whether a word may belong to the name before it."""
    return token.pos == "PROPN" and token.text[:1].isupper() and token.entity in labels
