"""``quotex.check``: whether somebody said these words, according to a quote bank."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import replace

from quotex.bank.bank import Bank
from quotex.bank.searching import Day, Index
from quotex.checking.candidates import candidates, checked_words
from quotex.checking.checked_words import CheckedWords
from quotex.checking.comparison import Comparison, compare
from quotex.checking.moved import mark_spliced
from quotex.checking.reasons import Reasons
from quotex.errors import InputError
from quotex.languages.names import name_key
from quotex.linking.names import NameRelation
from quotex.records import Check, Near, Speaker, Verdict
from quotex.wording import wording

_LONGEST = 1_000  # words checked at once
_SHOWN = 5  # nearest quotations reported
_COMMON_SPEAKERS = 4  # speakers of the same words; with this many, anybody may have said them
_LEAST_BY_ANOTHER = 0.75  # share of the words that must be in order if the speaker is somebody else
_LEAST = 0.2  # share of the words that a near quotation must contain


def check(
    words: str,
    *,
    bank: Bank | str | os.PathLike[str],
    speaker: str | None = None,
    after: Day | None = None,
    before: Day | None = None,
) -> Check:
    """Return whether words attributed to somebody are on record in a bank.

    No score decides whether they are. Ignoring punctuation, spaces and case, the words are either
    the same as those of a quotation, or of a part of one whose meaning does not depend on what is
    around it, or they are not.

    Args:
        words: the words to check.
        bank: an open ``Bank``, or the path of one.
        speaker: who is supposed to have said them; names match as in ``Bank.search``.
        after: the first day, of the speech if known, else of the article.
        before: the last day.

    Raises:
        InputError: there are no words or too many, the bank cannot be read, or a day is invalid.
    """
    if not isinstance(words, str):
        raise InputError(f"expected the words as str, got {type(words).__name__}")
    read = wording(words)
    if not read.words:
        raise InputError(f"there is no word in {words!r}; give the words to check")
    if len(read) > _LONGEST:
        raise InputError(f"{len(read):,} words, more than {_LONGEST:,}; check them in parts")
    asked = speaker if speaker and speaker.strip() else None
    with ExitStack() as stack:
        opened = bank if isinstance(bank, Bank) else stack.enter_context(Bank(bank, read_only=True))
        index = opened.index
        checked = checked_words(read, index)
        kept = index.filter(after=after, before=before)
        by_speaker = index.filter(speaker=asked, after=after, before=before) if asked else None
        found = [
            compare(row, checked, _standing(index, asked, row.quotation.speaker))
            for row in candidates(checked, index, kept, by_speaker)
            if row.quotation.stance != "withholds"
        ]
        covers = index.has_any(by_speaker or kept)
    return _Checking(words, asked, checked, found, covers).result()


def _standing(index: Index, asked: str | None, speaker: Speaker | None) -> NameRelation | None:
    return None if asked is None else index.speakers.standing(asked, speaker)


class _Checking:
    def __init__(
        self,
        words: str,
        speaker: str | None,
        checked: CheckedWords,
        found: Sequence[Comparison],
        covers: bool,
    ) -> None:
        self._words, self._speaker, self._checked = words, speaker, checked
        self._found = sorted(found, key=_rank)
        self._covers = covers
        self._reasons = Reasons(speaker)

    def result(self) -> Check:
        """Return the first verdict that applies."""
        if self._checked.is_too_short:
            return self._verdict(
                "cannot tell", self._reasons.too_short(), self._with_wording("verbatim")
            )
        return self._with_these_words() or self._with_others()

    def _with_these_words(self) -> Check | None:
        """Return the verdict if the words are on record as given or only respelled, else None."""
        exact = self._with_wording("verbatim")
        own = [c for c in exact if c.matches_speaker]
        if self._is_common(exact):
            return self._verdict("cannot tell", self._reasons.too_common(), exact)
        if own:
            if denied := self._denied(own):
                return self._verdict("disputed", self._reasons.denied(denied[0]), [*denied, *own])
            return self._verdict("verbatim", self._reasons.verbatim(own), own)
        respelled = [c for c in self._found if c.is_only_respelled]
        if own := [c for c in respelled if c.matches_speaker]:
            return self._altered(own)
        if others := [c for c in respelled if c.is_by_another]:
            return self._verdict("misattributed", self._reasons.misattributed(others[0]), others)
        if exact:
            return self._verdict("cannot tell", self._reasons.unclear(exact[0]), exact)
        return None

    def _with_others(self) -> Check:
        """Return the verdict if nobody is on record with exactly these words."""
        every = self._with_wording("altered")
        altered = [c for c in every if c.matches_speaker]
        altered += [c for c in self._spliced() if c.matches_speaker and c not in altered]
        altered += [c for c in every if not c.matches_speaker and c.in_order >= _LEAST_BY_ANOTHER]
        if altered:
            return self._altered(altered)
        if denied := self._denied(self._found):
            return self._verdict("disputed", self._reasons.denied(denied[0]), denied)
        if reported := [c for c in self._with_wording("reported") if c.matches_speaker]:
            return self._verdict("paraphrase", self._reasons.reported(reported[0]), reported)
        if not self._covers:
            return self._verdict("cannot tell", self._reasons.not_covered(), [])
        return self._verdict("not found", self._reasons.not_found(), [])

    def _with_wording(self, wording_: str) -> list[Comparison]:
        return [c for c in self._found if c.wording == wording_]

    def _is_common(self, exact: Sequence[Comparison]) -> bool:
        """Return whether too many people say the words for a match to mean anything."""
        if self._speaker is not None and any(c.matches_speaker for c in exact):
            return False
        names = {name_key(s.name) for c in exact if (s := c.row.quotation.speaker)}
        return len(names) >= _COMMON_SPEAKERS

    def _denied(self, near: Iterable[Comparison]) -> list[Comparison]:
        """Return the denials by the speaker asked about, or if none was given, by those near."""
        denied = self._with_wording("denied")
        if self._speaker is not None:
            return [c for c in denied if c.matches_speaker]
        names = {name_key(s.name) for c in near if (s := c.row.quotation.speaker)}
        return [c for c in denied if (s := c.row.quotation.speaker) and name_key(s.name) in names]

    def _spliced(self) -> list[Comparison]:
        """Return a quotation that, together with another, contains the words."""
        parts = [c for c in self._found if len(c.covered) >= _LEAST_PART]
        every = len(self._checked.parts)
        for one in parts:
            for other in parts:
                both = one.covered | other.covered
                apart = len(other.covered - one.covered) >= _LEAST_PART
                if apart and one is not other and len(both) >= _TOGETHER * every:
                    return [one]
        return []

    def _altered(self, found: Sequence[Comparison]) -> Check:
        first = found[0]
        second = self._second(first)
        if second is not None:
            text = wording(second.row.quotation.text)
            first = replace(first, changes=tuple(mark_spliced(first.changes, text)))
        rest = [c for c in (*found[1:], *([second] if second else ())) if c is not found[0]]
        reason = self._reasons.altered(first, second)
        return self._verdict("altered", reason, [first, *dict.fromkeys(rest)])

    def _second(self, first: Comparison) -> Comparison | None:
        """Return another quotation that has the words missing from the first."""
        every = frozenset(range(len(self._checked.parts)))
        missing = every - first.covered
        best = max(self._found, key=lambda c: len(c.covered & missing), default=None)
        if best is None or best is first or len(best.covered & missing) < _LEAST_PART:
            return None
        return best

    def _verdict(self, verdict: Verdict, reason: str, on: Sequence[Comparison]) -> Check:
        named = {c.row.number for c in on}
        others = [c for c in self._found if c.row.number not in named and c.share >= _LEAST]
        nearest = [_near(c) for c in [*on, *others][:_SHOWN]]
        return Check(
            words=self._words,
            speaker=self._speaker,
            verdict=verdict,
            reason=reason,
            changes=nearest[0].changes if nearest and on else (),
            nearest=tuple(nearest),
        )


_LEAST_PART, _TOGETHER = 4, 0.8  # words from one quotation; share of the words in two together


def _rank(compared: Comparison) -> tuple[object, ...]:
    order = ("verbatim", "altered", "denied", "reported", "other")
    return (
        order.index(compared.wording),
        not compared.matches_speaker,
        -compared.in_order,
        -compared.share,
        len(compared.changes),
        compared.row.article.published is None,
        str(compared.row.article.published),
        compared.row.number,
    )


def _near(compared: Comparison) -> Near:
    found = compared.row.search_result(min(1.0, compared.share))
    return Near(
        **{name: getattr(found, name) for name in type(found).model_fields},
        wording=compared.wording,
        changes=compared.changes if compared.wording != "other" else (),
        relation=compared.standing,
    )
