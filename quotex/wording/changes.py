"""The differences between two wordings, word by word, each with its class."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from quotex.languages.data import DEFAULT_LANGUAGE
from quotex.records import ChangeKind
from quotex.wording.kinds import kinds
from quotex.wording.sentences import sentence_ends_between
from quotex.wording.words import Word, Wording

_CLAUSE = 3  # words; moved words with a negation are a clause only if there are more
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: the words of the first text, and the words in their place in the second.

    ``before_at`` and ``after_at`` are their offsets in the two texts; (0, 0) if there are none.
    """

    kind: ChangeKind
    before: str
    after: str
    before_at: Place
    after_at: Place


def changes(first: Wording, second: Wording, language: str = DEFAULT_LANGUAGE) -> list[Change]:
    """Return the changes that turn ``first`` into ``second``, in the order of the texts."""
    return _Comparison(first, second, language).changes()


class _Comparison:
    def __init__(self, first: Wording, second: Wording, language: str) -> None:
        self._first, self._second = first, second
        self._left = [word for word in first.words if word.form]
        self._right = [word for word in second.words if word.form]
        self._kinds = kinds(language)

    def changes(self) -> list[Change]:
        """Return the changes; words that were exchanged or moved elsewhere are "order"."""
        left, right = self._kinds.comparable(self._left), self._kinds.comparable(self._right)
        blocks = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
        found: list[Change] = []
        exchanged: dict[int, tuple[list[str], list[str]]] = {}
        for tag, a, b, c, d in blocks:
            before, after = self._left[a:b], self._right[c:d]
            if tag == "equal":
                found += self._same(before, after)
            else:
                exchanged[len(found)] = left[a:b], right[c:d]
                found.append(self._change(self._kind(before, after, (a, b)), before, after))
        for n, (before_, after_) in exchanged.items():
            moved = (after_, before_) in exchanged.values()
            if moved and (found[n].kind != "negation" or len(before_ + after_) > _CLAUSE):
                found[n] = replace(found[n], kind="order")
        return found

    def _same(self, before: Sequence[Word], after: Sequence[Word]) -> Iterator[Change]:
        """Yield the differences in spelling and marks between words that are the same."""
        differing: list[int] = []
        for n, (one, other) in enumerate(zip(before, after, strict=True)):
            if one.key != other.key:
                yield self._change("spelling", [one], [other])
            elif self._as_written(self._first, before, n) != self._as_written(
                self._second, after, n
            ):
                differing.append(n)
        if differing:
            part = slice(differing[0], differing[-1] + 2)  # marks are between a word and the next
            yield self._change("typography", before[part], after[part])

    def _as_written(self, text: Wording, words: Sequence[Word], n: int) -> str:
        """Return a word and the marks after it as written, without spaces."""
        end = words[n + 1].start if n + 1 < len(words) else words[n].end
        return "".join(text.text[words[n].start : end].split())

    def _kind(self, before: Sequence[Word], after: Sequence[Word], at: Place) -> ChangeKind:
        kind = self._kinds.classify(before, after, (self._first.text, self._second.text))
        if kind != "negation" or (before and after) or not self._is_separate(before, after, at):
            return kind
        return "insertion" if after else "cut"

    def _is_separate(self, before: Sequence[Word], after: Sequence[Word], at: Place) -> bool:
        """Whether words at an edge of the longer text are in a different sentence from the rest."""
        words, text = (before, self._first) if before else (after, self._second)
        whole = self._left if before else self._right
        negated = [n for n, word in enumerate(words) if self._kinds.negations([word])]
        if words[0] is whole[0] and len(words) < len(whole):
            return sentence_ends_between(text.text, words[negated[-1]].end, whole[len(words)].start)
        if words[-1] is whole[-1] and at[0] > 0:
            kept = whole[len(whole) - len(words) - 1]
            return sentence_ends_between(text.text, kept.end, words[negated[0]].start)
        return False

    def _change(self, kind: ChangeKind, before: Sequence[Word], after: Sequence[Word]) -> Change:
        one, other = _place(before), _place(after)
        return Change(
            kind, self._first.text[slice(*one)], self._second.text[slice(*other)], one, other
        )


def _place(words: Sequence[Word]) -> Place:
    return (words[0].start, words[-1].end) if words else (0, 0)
