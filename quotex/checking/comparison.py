"""Compares one quotation of a bank with the checked words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from quotex.bank.reading import Row
from quotex.bank.words import as_indexed, indexed
from quotex.checking.alignment import aligned, exact
from quotex.checking.checked_words import CheckedWords
from quotex.checking.moved import mark_moved
from quotex.checking.surroundings import meaning_changes
from quotex.languages.data import DEFAULT_LANGUAGE
from quotex.linking.names import AGREEING, NameRelation
from quotex.linking.variants import quoted_parts
from quotex.records import NearWording, Quotation, WordChange
from quotex.wording import Wording, changes, wording
from quotex.wording.kinds import kinds

_HARMLESS = frozenset({"typography", "spelling"})
_HALF, _MOST = 0.5, 0.6  # shares of the words' weight
_RUN, _LONG_RUN = 3, 6  # words in a row
_DISTINCTIVE_WEIGHT = 10.0  # weight of the shared words, about that of two rare words
_FEWEST = 2  # distinctive words shared in order
_REWORDED = 3  # distinctive words shared with a report in other words


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a quotation compares with the checked words.

    ``share`` is the share of their weight that it contains in any order, ``in_order`` the share in
    the same order and in quotation marks; ``covered`` has the numbers of those words.
    """

    row: Row
    wording: NearWording
    standing: NameRelation | None
    share: float
    in_order: float = 0.0
    covered: frozenset[int] = frozenset()
    changes: tuple[WordChange, ...] = ()

    @property
    def matches_speaker(self) -> bool:
        """Whether the speaker is the one asked about, or no speaker was given."""
        return self.standing is None or self.standing in AGREEING

    @property
    def is_by_another(self) -> bool:
        """Whether the speaker is somebody else."""
        return self.standing == "different"

    @property
    def is_only_respelled(self) -> bool:
        """Whether only punctuation and spelling differ."""
        kinds_ = {change.kind for change in self.changes}
        return self.wording == "verbatim" or (self.wording == "altered" and kinds_ <= _HARMLESS)


def compare(row: Row, checked: CheckedWords, standing: NameRelation | None) -> Comparison:
    """Compare a quotation with the checked words."""
    quotation = row.quotation
    own = wording(quotation.text)
    shared = Counter(indexed(own)) & checked.counts
    share = checked.weight(shared) / checked.total
    if quotation.stance == "denies" and quotation.kind != "direct":
        same_sense = kinds(DEFAULT_LANGUAGE).negations(own.words) == checked.negations
        is_denied = share >= _MOST and len(shared) >= _REWORDED and same_sense
        return Comparison(row, "denied" if is_denied else "other", standing, share)
    texts = [wording(text) for text in verbatim_stretches(quotation)]
    found = [_compare_text(row, text, checked, standing, share) for text in texts]
    best = max(found, key=_nearness, default=None)
    if best is not None and best.wording != "other":
        return best
    if quotation.kind != "direct" and _reports(own, checked, share, len(shared)):
        rewritten = tuple(change for text in texts for change in _rewritten(text, checked))
        near_as: NearWording = "altered" if rewritten else "reported"
        return Comparison(row, near_as, standing, share, changes=rewritten)
    return best or Comparison(row, "other", standing, share)


def verbatim_stretches(quotation: Quotation) -> Iterator[str]:
    """Yield what a quotation presents as verbatim: each stretch in quotation marks.

    The parts of a direct quotation are joined: what the article puts between them is not a cut.
    """
    if quotation.kind == "direct":
        yield "\n".join(span.text for span in quotation.content)
    elif quotation.kind == "mixed":
        yield from quoted_parts(quotation)


def _compare_text(
    row: Row, text: Wording, checked: CheckedWords, standing: NameRelation | None, share: float
) -> Comparison:
    everything = frozenset(range(len(checked.parts)))
    altered: list[list[WordChange]] = []
    for start, end in exact(text, checked.words):
        around = meaning_changes(text, start, end)
        part = _part(text, start, end)
        typed = _changes(part, checked.words)
        if not around:
            return Comparison(row, "verbatim", standing, 1.0, 1.0, everything, tuple(typed))
        altered.append([*typed, *around])
    if altered:
        return Comparison(row, "altered", standing, 1.0, 1.0, everything, tuple(altered[0]))
    where = aligned(text, checked)
    if where is None:
        return Comparison(row, "other", standing, share)
    matched = [as_indexed(checked.parts[n]) for n in sorted(where.covered)]
    weight = checked.weight(Counter(matched))
    in_order = weight / checked.total
    distinctive = sum(word in checked.weights for word in matched)
    near = in_order >= _HALF and where.run >= _RUN and distinctive >= _FEWEST
    if not (near and (weight >= _DISTINCTIVE_WEIGHT or where.run >= _LONG_RUN - 1)):
        near = where.run >= _LONG_RUN and distinctive > _FEWEST
    part = _part(text, where.start, where.end)
    found = [
        *_gaps_closed(text, where.start, where.end),
        *mark_moved(_changes(part, checked.words), text, checked.words),
        *meaning_changes(text, where.start, where.end),
    ]
    near_as: NearWording = "altered" if near else "other"
    return Comparison(row, near_as, standing, share, in_order, where.covered, tuple(found))


def _rewritten(text: Wording, checked: CheckedWords) -> list[WordChange]:
    """Return the changes in the checked words where they repeat a stretch in quotation marks.

    They must have its first and last word, and most of the words between.
    """
    where = aligned(text, checked)
    if where is None or len(where.covered) < _HALF * len(text) or where.run < _RUN - 1:
        return []
    words = sorted({checked.word_numbers[n] for n in where.covered})
    own = Wording(checked.words.text, checked.words.words[words[0] : words[-1] + 1])
    is_whole = own.keys[0] == text.keys[0] and own.keys[-1] == text.keys[-1]
    changed = _changes(text, own) if is_whole else []
    return changed if any(change.kind not in _HARMLESS for change in changed) else []


def _part(text: Wording, start: int, end: int) -> Wording:
    return Wording(text.text, text.words[start:end])


def _changes(part: Wording, given: Wording) -> list[WordChange]:
    return [
        WordChange(kind=c.kind, before=" ".join(c.before.split()), after=" ".join(c.after.split()))
        for c in changes(part, given)
    ]


def _gaps_closed(text: Wording, start: int, end: int) -> Iterator[WordChange]:
    """Yield a cut for each gap that the text itself marks, where the missing words are unknown."""
    for gap in sorted(text.gaps):
        if start < gap < end:
            yield WordChange(kind="cut", before="…", after="")


def _reports(own: Wording, checked: CheckedWords, share: float, distinctive: int) -> bool:
    """Return whether an indirect quotation may report the checked words, with the same meaning."""
    table = kinds(DEFAULT_LANGUAGE)
    if share < _MOST or distinctive < _REWORDED or table.negations(own.words) != checked.negations:
        return False
    numbers = [_numbers(words) for words in (own, checked.words)]
    return not (all(numbers) and numbers[0].isdisjoint(numbers[1]))


def _numbers(words: Wording) -> set[str]:
    return {word for word in indexed(words) if word[0].isdigit()}


def _nearness(compared: Comparison) -> tuple[bool, bool, float]:
    return compared.wording == "verbatim", compared.wording == "altered", compared.in_order
