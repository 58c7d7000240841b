"""Names that the text itself marks as a person's: after a title, around a nickname."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from quotex.languages import Language
from quotex.parse.view import TIMES, Token, View
from quotex.speakers.names.cluster import Run
from quotex.speakers.names.mended import mended
from quotex.speakers.names.parts import is_given_name, is_split_o_surname

_LONGEST = 5  # tokens of a name, including its marks
_LONGEST_NICKNAME = 3  # words
_OPENING = frozenset("\"“'‘")
_CLOSING = frozenset("\"”'’")
_JOINING = frozenset({"-", "–", "'", "’"})
_FUNCTION = frozenset({"DET", "PRON", "CCONJ", "SCONJ", "ADP"})


class TitledNames:
    """Finds the names in one article that need no recogniser; a run is ``tokens[first:last]``.

    ``headlines`` are the numbers of the sentences in headline style. Titles in them do not count,
    because all their words are capitalised.
    """

    def __init__(self, view: View, language: Language, headlines: Collection[int]) -> None:
        self._tokens = view.tokens
        self._speakers = language.speakers
        self._names = language.names
        self._offices = language.speakers.person | language.speakers.honorifics
        self._buildings = language.venues.facility
        self._headlines = headlines
        self._people = {i: e.last for e in mended(view, language) if e.label == "PERSON"
                        for i in range(e.first, e.last)}  # fmt: skip

    def runs(self) -> Iterator[Run]:
        """Yield the runs of these names, without their titles, in text order."""
        reached = 0
        for i, token in enumerate(self._tokens):
            if i < reached:
                continue
            run = self._after_title(i) if token.text[0].isupper() else None
            if run is None and token.text in _OPENING:
                run = self._around_nickname(i)
            if run is not None:
                yield run
                reached = run[1]

    def _after_title(self, i: int) -> Run | None:
        """Return the name after the title at token ``i``: "Rev. Odo", "Chief Supt. Ada Roe"."""
        token = self._tokens[i]
        if not self._is_title(token) or token.sentence in self._headlines:
            return None
        is_sure = self._is_sure_title(token)
        first = i + 1
        while first < len(self._tokens):
            token = self._tokens[first]
            if not (token.text == "." and first == i + 1) and not self._is_title(token):
                break
            is_sure = is_sure or self._is_sure_title(token)
            first += 1
        last = self._name_end(first)
        while last - first > 1 and self._is_postnominal(self._tokens[last - 1]):
            last -= 1
        if last == first or self._is_not_a_name(self._tokens[first:last], is_sure=is_sure):
            return None
        is_full = last - first > 1 and is_given_name(self._tokens[first].lower, self._speakers)
        return (first, last) if is_sure or is_full else None

    def _name_end(self, first: int) -> int:
        """Return where a name that may start at token ``first`` ends; ``first`` if none does."""
        if first in self._people:
            return self._people[first]
        last = first
        while last < min(first + _LONGEST, len(self._tokens)):
            after = self._part_end(last, is_first=last == first)
            if after == last:
                break
            last = after
        return last

    def _part_end(self, i: int, *, is_first: bool) -> int:
        """Return where one word of a name ends: "Roe-Ellery" and "van der Roe" are one."""
        tokens = self._tokens
        if is_split_o_surname(tokens[i : i + 3]):
            return i + 3
        j = i
        while j < len(tokens) and not is_first and tokens[j].lower in self._names.particles:
            j += 1
        if j >= len(tokens) or not self._is_part(tokens[j], is_first=is_first):
            return i
        j += 1
        while (
            j + 1 < len(tokens) and tokens[j].text in _JOINING and _is_joined(tokens[j - 1 : j + 2])
        ):
            j += 2
        return j

    def _is_part(self, token: Token, *, is_first: bool) -> bool:
        if not token.text[:1].isupper() or token.pos in _FUNCTION:
            return False
        if not is_first and (token.pos != "PROPN" or token.entity in TIMES):
            return False
        return not self._is_postnominal(token)

    def _is_postnominal(self, token: Token) -> bool:
        """Whether letters after a name are not part of it: "MP"."""
        return token.lower.rstrip(".") in self._names.behind

    def _is_not_a_name(self, words: Sequence[Token], *, is_sure: bool) -> bool:
        """Whether an office or a body follows a title: "Lord Mayor", "Dr. Roe Foundation"."""
        known, names = self._speakers, self._names
        if words[0].lower in (names.addressed if is_sure else self._offices):
            return True
        if len(words) == 1 and len(words[0].text.rstrip(".")) < 2:
            return True
        nouns = [known.organization, known.government]
        if self._tokens[words[0].i - 1].lower not in names.titles:  # "Lady Margaret Hall"
            nouns.append(self._buildings)
        is_firm = words[-1].lower.rstrip(".") in names.firm_endings
        return is_firm or any(t.lower in kind for kind in nouns for t in words[1:])

    def _is_sure_title(self, token: Token) -> bool:
        return token.lower in self._names.titles or token.lower in self._names.peerage

    def _is_title(self, token: Token) -> bool:
        is_known = self._is_sure_title(token) or token.lower in self._names.perhaps
        return is_known and token.text[:1].isupper()

    def _around_nickname(self, i: int) -> Run | None:
        """Return the name around the nickname that opens at token ``i``: 'Tom "Big" Ellery'."""
        tokens = self._tokens
        if not 0 < i < len(tokens) - 2 or tokens[i].text not in _OPENING:
            return None
        closing = next(
            (n for n in range(i + 2, min(i + 2 + _LONGEST_NICKNAME, len(tokens) - 1))
             if tokens[n].text in _CLOSING), None,
        )  # fmt: skip
        if closing is None or not _is_tight(tokens[i - 1 : closing + 2]):
            return None
        before, after = tokens[i - 1], tokens[closing + 1]
        is_set = all(t.text[:1].isupper() for t in (before, after, tokens[closing - 1]))
        if not is_set or before.sentence != after.sentence:
            return None
        is_given = is_given_name(before.lower, self._speakers)
        is_person = before.pos == "PROPN" and "PERSON" in {before.entity, after.entity}
        if not (is_given or is_person) or self._is_title(before):
            return None
        last = self._name_end(closing + 1)
        return (i - 1, max(last, closing + 2))


def _is_joined(words: Sequence[Token]) -> bool:
    """Whether a mark joins two words without a space: "Roe-Ellery", "O’Dea"."""
    before, mark, after = words
    return before.end == mark.start and mark.end == after.start and after.text[:1].isalpha()


def _is_tight(words: Sequence[Token]) -> bool:
    """Whether marks directly enclose words, with spaces around them."""
    before, opening, *inside, closing, after = words
    return (
        before.end < opening.start
        and opening.end == inside[0].start
        and inside[-1].end == closing.start
        and closing.end < after.start
    )
