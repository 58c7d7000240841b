"""Finds changed words that come from elsewhere: another place, or another quotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from quotex.languages.data import DEFAULT_LANGUAGE
from quotex.records import ChangeKind, WordChange
from quotex.wording import Wording, wording
from quotex.wording.kinds import kinds

_FEWEST, _MOST = 3, 0.6  # words in a row, and their share of the changed words


def mark_moved(found: Iterable[WordChange], text: Wording, given: Wording) -> Iterator[WordChange]:
    """Yield changes, as "order" if the words inserted or left out are found elsewhere."""
    for change in found:
        if not change.before:
            yield _marked("order", change, change.after, text)
        elif not change.after:
            yield _marked("order", change, change.before, given)
        else:
            yield change


def mark_spliced(found: Iterable[WordChange], text: Wording) -> Iterator[WordChange]:
    """Yield changes, as "splice" if the words inserted are found in another quotation."""
    for change in found:
        yield _marked("splice", change, change.after, text) if change.after else change


def _marked(kind: ChangeKind, change: WordChange, words: str, text: Wording) -> WordChange:
    """Return a change, with this kind if a text has most of the words in a row."""
    if change.kind in {"typography", "spelling"}:
        return change
    sought, there = _parts(wording(words)), _parts(text)
    run = SequenceMatcher(None, sought, there, autojunk=False).find_longest_match().size
    is_there = run >= _FEWEST and run >= _MOST * len(sought)
    return change.model_copy(update={"kind": kind}) if is_there else change


def _parts(words: Wording) -> Sequence[str]:
    return kinds(DEFAULT_LANGUAGE).parts(words.words)[0]
