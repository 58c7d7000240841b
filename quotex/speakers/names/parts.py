"""What names are made of: given name and surname, initials, capitals of a headline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from quotex.languages.names import name_key
from quotex.parse.grammar import is_verb
from quotex.parse.view import Token, View

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SMALL = frozenset({"a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to"})
_LINKS = frozenset({"against", "for", "of", "on", "to"})
_HEADLINE_WORDS = 4
_HEADLINE_SHARE = 0.75
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def person_parts(words: Iterable[str]) -> list[str]:
    """Return the words of a person's name without initials, suffixes and marks."""
    kept = [w for w in words if any(c.isalpha() for c in w)]
    parts = [w for w in kept if len(w.strip(".")) > 1 and name_key(w) not in _SUFFIXES]
    return parts or kept


def surname(parts: list[str]) -> str:
    """Return the key of the last part."""
    return name_key(parts[-1]) if parts else ""


def given_name(name: str | list[str]) -> str:
    """Return the key of the first of several parts, "" where there is one part only."""
    parts = person_parts(name.split()) if isinstance(name, str) else name
    return name_key(parts[0]) if len(parts) > 1 else ""


def initials(name: str) -> set[str]:
    """Return the acronyms that a name may have: "CWA" and "CWOA" for one with "of" in it."""
    words = _WORD.findall(name)
    main = [w[0].upper() for w in words if w.casefold() not in _SMALL]
    return {"".join(main), "".join(w[0].upper() for w in words)} if len(main) > 1 else set()


def name_heads(name: str) -> set[str]:
    """Return the words that may head an organization's name, in lower case.

    That is the last one, and the one before "of", "to" or "for"; none where the name is one word.
    """
    words = name.casefold().split()
    heads = {before for before, word in pairwise(words) if word in _LINKS}
    return heads | {words[-1]} if len(words) > 1 else set()


def headlines(view: View) -> frozenset[int]:
    """Return the numbers of the sentences in headline style.

    Those are sentences in which most words begin with a capital, verbs included, and those of the
    first paragraph that have no verb.
    """
    by_paragraph: dict[int, list[int]] = {}
    for number, sentence in enumerate(view.sentences):
        by_paragraph.setdefault(sentence.paragraph, []).append(number)
    found: set[int] = set()
    for paragraph, numbers in by_paragraph.items():
        first, last = view.sentences[numbers[0]].first, view.sentences[numbers[-1]].last
        if _is_headline(view.tokens[first:last], is_top=False):  # however the parser cuts it
            found.update(numbers)
        for number in numbers:
            sentence = view.sentences[number]
            if _is_headline(view.tokens[sentence.first : sentence.last], is_top=paragraph == 0):
                found.add(number)
    return frozenset(found)


def _is_headline(tokens: list[Token], *, is_top: bool) -> bool:
    words = [t for t in tokens if t.text[:1].isalpha() and not t.is_a("headline_small")]
    if is_top and not any(is_verb(t) for t in words):
        return True
    if len(words) < _HEADLINE_WORDS or any(is_verb(t) and t.text.islower() for t in words):
        return False
    capitals = sum(t.text[:1].isupper() for t in words)
    return capitals / len(words) >= _HEADLINE_SHARE


def proper_name(source: Sequence[Token]) -> list[Token]:
    """Return the last run of proper nouns in a source, if the source is headed by it."""
    inside = {t.i for t in source}
    head = next((t for t in source if t.head.i not in inside or t.is_root), source[-1])
    if head.pos != "PROPN":
        return []
    run = [head]
    for token in reversed([t for t in source if t.i < head.i]):
        if token.i != run[0].i - 1 or not (token.pos == "PROPN" or token.text in {"-", "’s", "'s"}):
            break
        run.insert(0, token)
    for token in (t for t in source if t.i > head.i):
        if token.i != run[-1].i + 1 or not (token.pos == "PROPN" or token.text == "-"):
            break
        run.append(token)
    return [t for t in run if t.is_word or t not in (run[0], run[-1])]
