"""Which speakers the subject of a clause without a quotation refers to.

A name refers to its bearer, "he" to the last subject, "the mayor" to whoever is quoted next in the
paragraph. "They", "both candidates" and "the two" refer to two speakers if exactly two of those
quoted are named in the previous sentence or before the word in this one. For words that say "two"
it is enough if exactly two people are named, of whom one is quoted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass

from quotex.languages.word_lists import SpeakerWords
from quotex.parse.grammar import NOUN_SUBJECTS
from quotex.parse.view import Token, View
from quotex.speakers.kinds import kind_of_noun

_RECENT = 8  # names
_BOTH_OF = 2


@dataclass(frozen=True, slots=True)
class SpeakerAt:
    """Who is quoted at token ``at``."""

    at: int
    speaker: str


class SubjectReader:
    """Follows one article's names from its first word to its last."""

    def __init__(self, view: View, words: SpeakerWords, speakers: Iterable[SpeakerAt]) -> None:
        self._view = view
        self._words = words
        self._speakers = sorted(speakers, key=speaker_at)
        self._names: dict[str, list[str]] = defaultdict(list)
        self._last: tuple[str, ...] = ()
        self._recent: deque[tuple[int, str]] = deque(maxlen=_RECENT)  # sentence, name
        for name, _ in Counter(s.speaker for s in self._speakers).most_common():
            last = name.split()[-1]
            if last == last.lower() and name != last:
                continue  # "spokeswoman for the ministry" is not a name
            self._names[last.casefold()].append(name)

    def read(self, token: Token, *, is_subject: bool) -> tuple[str, ...]:
        """Return the names that a token refers to; call it for every token, in text order."""
        found = self._names_of(token)
        if is_subject and found:
            self._last = found
        return found

    def _names_of(self, token: Token) -> tuple[str, ...]:
        if token.is_a("person_pronoun"):
            return self._last[:1]
        if _is_plural(token):
            return self._two_speakers(token)
        if token.text[0].isupper() and token.lower in self._names:
            name = self._bearer(token)
            self._recent.append((token.sentence, name))
            return (name,)
        appos = token.child("appos") if token.dep in NOUN_SUBJECTS else None
        if appos is not None and appos.text[0].isupper() and appos.lower in self._names:
            return (self._bearer(appos),)  # "her rival, Ada Roe"
        if self._ends_name(token):
            self._recent.append((token.sentence, token.lower))
        is_description = token.dep == "nsubj" and _is_definite(token) and self._may_speak(token)
        return self._next_quoted(token) if is_description else ()

    def _bearer(self, token: Token) -> str:
        """Return the speaker whose full name ends here, else the most quoted one of that name."""
        names = self._names[token.lower]
        for name in names:
            words = name.casefold().split()
            before = self._view.tokens[max(token.i - len(words) + 1, 0) : token.i + 1]
            if [t.lower for t in before] == words:
                return name
        return names[0]

    def _two_speakers(self, token: Token) -> tuple[str, ...]:
        near = list(dict.fromkeys(n for at, n in self._recent if token.sentence - at <= 1))
        quoted = [n for n in near if n.split()[-1].casefold() in self._names]
        says_two = not token.is_a("they")
        is_two = len(quoted) == _BOTH_OF or (says_two and len(near) == _BOTH_OF)
        return tuple(quoted) if is_two else ()

    def _ends_name(self, token: Token) -> bool:
        """Whether a person's name ends here; called only where no quoted speaker is named."""
        if token.entity != "PERSON":
            return False
        after = self._view.tokens[token.i + 1 : token.i + 2]
        return not any(t.entity == "PERSON" for t in after)

    def _may_speak(self, noun: Token) -> bool:
        """Whether a noun may be a speaker: "the mayor" and "the letter", not "the crane"."""
        return kind_of_noun(noun, self._words) != "unknown"

    def _next_quoted(self, noun: Token) -> tuple[str, ...]:
        """Return who is quoted next in the paragraph: "The mayor came to Oslo. …, Roe said"."""
        number = bisect_right(self._speakers, noun.i, key=speaker_at)
        if number == len(self._speakers):
            return ()
        found = self._speakers[number]
        paragraph = self._view.paragraph(self._view.tokens[found.at])
        return (found.speaker,) if paragraph == self._view.paragraph(noun) else ()


def _is_plural(token: Token) -> bool:
    """Whether a word refers to two people: "they", "both candidates", "the two men"."""
    if token.is_a("plural_subject"):
        return token.dep in {"nsubj", "nsubjpass", "poss"}
    if token.dep not in NOUN_SUBJECTS:
        return False
    return token.is_a("two") or (token.tag == "NNS" and any(c.is_a("both") for c in token.children))


def _is_definite(noun: Token) -> bool:
    return noun.tag == "NN" and any(c.is_a("definite_of_role") for c in noun.children)


def speaker_at(speaker: SpeakerAt) -> int:
    """Sort key: text order."""
    return speaker.at
