"""Sentences in headline style, whose capitals mislead a recogniser of names."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.parse.grammar import is_verb
from quotex.parse.view import Token, View

_FEWEST_WORDS = 4
_SHARE_OF_CAPITALS = 0.75


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


def _is_headline(tokens: Sequence[Token], *, is_top: bool) -> bool:
    words = [t for t in tokens if t.text[:1].isalpha() and not t.is_a("headline_small")]
    if is_top and not any(is_verb(t) for t in words):
        return True
    if len(words) < _FEWEST_WORDS or any(is_verb(t) and t.text.islower() for t in words):
        return False
    capitals = sum(t.text[:1].isupper() for t in words)
    return capitals / len(words) >= _SHARE_OF_CAPITALS
