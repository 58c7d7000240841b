"""Nouns that have a name beside them, set off by commas: "the driver, Ada Roe, said"."""

from __future__ import annotations

from quotex.languages.word_lists import SpeakerWords
from quotex.parse.grammar import is_plural
from quotex.parse.view import Token, View

_SET_OFF = frozenset({",", "–", "—", "--"})
_CLOSING = _SET_OFF | {".", ";", ":", ")", "("}
_DASHES = _SET_OFF - {","}
_LONGEST_MISSED = 4  # words
_TITLES = 4  # words between the comma and the name


def noun_before(view: View, words: SpeakerWords, first: int, last: int) -> Token | None:
    """Return the noun after which the name ``tokens[first:last]`` is set off, or None.

    "The driver, Ada Roe," and "its author, the former judge Ada Roe." have one; in "To the driver,
    Ada Roe was kind" and in "the driver, Ada Roe, and Bo Lind" the name is somebody else's.
    """
    tokens = view.tokens
    comma = first - 1
    while comma >= 0 and first - comma <= _TITLES and _may_precede(tokens[comma], words):
        comma -= 1
    if comma < 1 or tokens[comma].text not in _SET_OFF:
        return None
    sentence = tokens[first].sentence
    noun = _head_before(tokens[comma - 1])
    if noun is None or noun.sentence != sentence or is_plural(noun):
        return None
    return noun if _is_closed(view, last, sentence) and _has_determiner(noun, comma) else None


def missed_name(view: View, noun: Token) -> list[Token]:
    """Return the words set off after a noun, if they are a name that no recogniser found.

    "The regulator, Examwatch, said"; none for "the regulator, France and Spain".
    """
    tokens = view.tokens
    comma = noun.i + 1
    if comma >= len(tokens) or tokens[comma].text != "," or not _has_determiner(noun, comma):
        return []
    words: list[Token] = []
    for token in tokens[comma + 1 : comma + 1 + _LONGEST_MISSED]:
        if token.pos != "PROPN" or token.entity or not token.text[:1].isupper():
            break
        words.append(token)
    last = words[-1].i + 1 if words else 0
    is_closed = bool(words) and last < len(tokens) and tokens[last].text == ","
    return words if is_closed and _is_closed(view, last, noun.sentence) else []


def _may_precede(token: Token, words: SpeakerWords) -> bool:
    """Whether a word is a title or part of a role before a name: "Dr", "the former judge"."""
    word = token.lower
    is_title = word in words.honorifics or word in words.abbreviations or token.text == "."
    return is_title or token.pos in {"PROPN", "DET", "ADJ"} or words.is_person(token.lemma)


def _head_before(word: Token) -> Token | None:
    """Return the noun whose phrase ends with a word."""
    noun = word if word.pos == "NOUN" else None
    token = word
    while token.head is not token and token.head.i < token.i and token.dep in {"pobj", "prep"}:
        token = token.head
        if token.pos == "NOUN":
            noun = token
        elif token.pos not in {"ADP", "PROPN"}:
            break
    return noun


def _has_determiner(noun: Token, comma: int) -> bool:
    """Whether a noun has an article or an owner before it, and is not in a list."""
    has_determiner = any(c.dep in {"det", "poss"} and c.i < noun.i for c in noun.children)
    return has_determiner and not any(c.dep == "cc" and c.i < comma for c in noun.children)


def _is_closed(view: View, last: int, sentence: int) -> bool:
    tokens = view.tokens
    if last >= len(tokens) or tokens[last].sentence != sentence:
        return True
    if tokens[last].text not in _CLOSING:
        return False
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    return after is None or after.pos != "CCONJ" or tokens[last].text in _DASHES
