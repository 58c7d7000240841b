"""Checks whether the words around a part of a text change its meaning: "I do not think that …"."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.languages.data import DEFAULT_LANGUAGE
from quotex.languages.wordings import wording_words
from quotex.records import ChangeKind, WordChange
from quotex.wording import Word, Wording
from quotex.wording.sentences import sentence_ends_between

_BEFORE, _AFTER = 8, 3  # words to look at
_BEFORE_IN_CONDITION = 30  # the same, if a condition opens the sentence


def meaning_changes(words: Wording, start: int, end: int) -> list[WordChange]:
    """Return what changes the meaning when words ``start`` to ``end`` are taken out of a text.

    This is a negation or a condition in the same sentence, just before or right after the words.
    """
    return [*_before(words, start), *_after(words, end)]


def _before(words: Wording, start: int) -> Iterator[WordChange]:
    table = wording_words(DEFAULT_LANGUAGE).words
    for number in range(start - 1, max(-1, start - 1 - _BEFORE_IN_CONDITION), -1):
        word, after = words.words[number], words.words[number + 1]
        if sentence_ends_between(words.text, word.end, after.start):
            return
        kind = _kind(word)
        is_answer = words.text[word.end : after.start].startswith(",")  # "No, we will"
        near = start - number <= _BEFORE or _opens(words, number)
        if kind is not None and near and not is_answer:
            before = words.text[word.start : words.words[start - 1].end]
            yield WordChange(kind=kind, before=before, after="")
            return
        if word.key in table.conjunctions and _follows_punctuation(words, number):
            return


def _after(words: Wording, end: int) -> Iterator[WordChange]:
    table = wording_words(DEFAULT_LANGUAGE).words
    for number in range(end, min(len(words), end + _AFTER)):
        before, word = words.words[number - 1], words.words[number]
        if sentence_ends_between(words.text, before.end, word.start):
            return
        first = number == end
        kind = _kind(word)
        if kind is not None:
            changed = words.text[words.words[end].start : word.end]
            yield WordChange(kind=kind, before=changed, after="")
            return
        if _follows_punctuation(words, number) and not (first and word.key in table.contrasts):
            return
        if not first and before.key in table.conjunctions:
            return


def _opens(words: Wording, number: int) -> bool:
    """Return whether a word is the first of its sentence."""
    if number == 0:
        return True
    return sentence_ends_between(words.text, words.words[number - 1].end, words.words[number].start)


def _kind(word: Word) -> ChangeKind | None:
    table = wording_words(DEFAULT_LANGUAGE).words
    forms = set(word.form.split())
    if forms & table.negations:
        return "negation"
    return "cut" if forms & table.reversing else None


def _follows_punctuation(words: Wording, number: int) -> bool:
    """Return whether there is a punctuation mark between a word and the one before it."""
    if number == 0:
        return True
    between = words.text[words.words[number - 1].end : words.words[number].start]
    return bool(between.strip("\"“”'‘’ \n"))
