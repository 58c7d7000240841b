"""Sentences in headline style, whose capitals mislead a recogniser of names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quotex.parse.grammar import is_verb
from quotex.parse.view import Token, View

_MIN_WORDS = 4
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
        sentences = (view.sentences[number] for number in numbers)
        styles = [_style(view.tokens[s.first : s.last]) for s in sentences]
        if _is_headline(styles, is_top=False):  # however the parser splits it
            found.update(numbers)
        for number, style in zip(numbers, styles, strict=True):
            if _is_headline([style], is_top=paragraph == 0):
                found.add(number)
    return frozenset(found)


class _Style(NamedTuple):
    """How the words of a sentence are written, except for those in lower case even in headlines."""

    words: int
    capitals: int
    verbs: int
    small_verbs: int


def _style(tokens: Sequence[Token]) -> _Style:
    words = capitals = verbs = small_verbs = 0
    for token in tokens:
        first = token.text[0]
        if not first.isalpha() or token.is_a("headline_small"):
            continue
        words += 1
        capitals += first.isupper()
        if is_verb(token):
            verbs += 1
            small_verbs += token.text.islower()
    return _Style(words, capitals, verbs, small_verbs)


def _is_headline(styles: Sequence[_Style], *, is_top: bool) -> bool:
    """Whether sentences, taken together, are in headline style."""
    words = sum(s.words for s in styles)
    if is_top and not any(s.verbs for s in styles):
        return True
    if words < _MIN_WORDS or any(s.small_verbs for s in styles):
        return False
    return sum(s.capitals for s in styles) / words >= _SHARE_OF_CAPITALS
