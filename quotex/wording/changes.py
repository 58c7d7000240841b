"""What differs between two wordings, word by word, each change with its class."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from quotex.languages.data import DEFAULT_LANGUAGE
from quotex.languages.wordings import WordingWords, wording_words
from quotex.records import ChangeKind
from quotex.wording.words import Word, Wording

_SENTENCE_END = re.compile(r"[.!?](?=\W*(?:\s|$))")
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: the words of the first text and those of the second in their place.

    ``before_at`` and ``after_at`` are their places in the two texts; empty where there are none.
    """

    kind: ChangeKind
    before: str
    after: str
    before_at: Place
    after_at: Place


def changes(first: Wording, second: Wording, language: str = DEFAULT_LANGUAGE) -> list[Change]:
    """Return what must be changed in ``first`` to get ``second``, in the order of the texts."""
    return list(_Comparison(first, second, language).changes())


class _Comparison:
    def __init__(self, first: Wording, second: Wording, language: str) -> None:
        self._first, self._second = first, second
        self._left = [word for word in first.words if word.form]
        self._right = [word for word in second.words if word.form]
        self._table: WordingWords = wording_words(language)

    def changes(self) -> Iterator[Change]:
        left = [self._form(word) for word in self._left]
        right = [self._form(word) for word in self._right]
        blocks = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
        for tag, a, b, c, d in blocks:
            before, after = self._left[a:b], self._right[c:d]
            if tag == "equal":
                yield from self._same(before, after)
            else:
                yield self._change(self._kind(before, after, (a, b)), before, after)

    def _same(self, before: Sequence[Word], after: Sequence[Word]) -> Iterator[Change]:
        """Yield the spellings that differ in words that are the same, and the marks around them."""
        shown: list[int] = []
        for n, (one, other) in enumerate(zip(before, after, strict=True)):
            if one.key != other.key:
                yield self._change("spelling", [one], [other])
            elif self._shown(self._first, before, n) != self._shown(self._second, after, n):
                shown.append(n)
        if shown:
            part = slice(shown[0], shown[-1] + 2)  # marks stand between a word and the next
            yield self._change("typography", before[part], after[part])

    def _shown(self, text: Wording, words: Sequence[Word], n: int) -> str:
        """Return a word and the marks behind it as they are written, without spaces."""
        end = words[n + 1].start if n + 1 < len(words) else words[n].end
        return "".join(text.text[words[n].start : end].split())

    def _kind(self, before: Sequence[Word], after: Sequence[Word], at: Place) -> ChangeKind:
        if self._joined(before) == self._joined(after):
            return "spelling"
        if self._negations(before) != self._negations(after):
            edge = (not before or not after) and self._is_apart(before, after, at)
            if not edge:
                return "negation"
        if not after:
            return "cut"
        if not before:
            return "insertion"
        if self._numbers(before) != self._numbers(after):
            return "number"
        return "name" if self._names(before) or self._names(after) else "wording"

    def _is_apart(self, before: Sequence[Word], after: Sequence[Word], at: Place) -> bool:
        """Whether words at an edge of the longer text stand in another sentence than the rest."""
        words, text = (before, self._first) if before else (after, self._second)
        whole = self._left if before else self._right
        negations = self._table.words.negations
        last = max(n for n, w in enumerate(words) if set(w.form.split()) & negations)
        first = min(n for n, w in enumerate(words) if set(w.form.split()) & negations)
        if words[0] is whole[0] and len(words) < len(whole):
            kept = whole[len(words)]
            return bool(_SENTENCE_END.search(text.text[words[last].end : kept.start]))
        if words[-1] is whole[-1] and at[0] > 0:
            kept = whole[len(whole) - len(words) - 1]
            return bool(_SENTENCE_END.search(text.text[kept.end : words[first].start]))
        return False

    def _form(self, word: Word) -> str:
        """Return what is compared: "seven" is 7."""
        value = self._table.digits.get(word.form)
        return word.form if value is None else str(value)

    def _joined(self, words: Sequence[Word]) -> str:
        return "".join(self._form(word) for word in words).replace(" ", "")

    def _negations(self, words: Sequence[Word]) -> int:
        forms = Counter(form for word in words for form in word.form.split())
        return sum(n for form, n in forms.items() if form in self._table.words.negations)

    def _numbers(self, words: Sequence[Word]) -> list[str]:
        forms = [self._form(word) for word in words]
        return [f for f in forms if f[0].isdigit() or f in self._table.words.numbers]

    def _names(self, words: Sequence[Word]) -> list[str]:
        """Return the words with a capital that do not begin a text, nor are small."""
        small = self._table.words.small
        return [w.key for w in words if w.capital and w.start and w.key not in small]

    def _change(self, kind: ChangeKind, before: Sequence[Word], after: Sequence[Word]) -> Change:
        one, other = _place(before), _place(after)
        return Change(
            kind, self._first.text[slice(*one)], self._second.text[slice(*other)], one, other
        )


def _place(words: Sequence[Word]) -> Place:
    return (words[0].start, words[-1].end) if words else (0, 0)
