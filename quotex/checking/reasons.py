"""The reasons for verdicts, each as a readable sentence."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.checking.compare import Compared
from quotex.records import ChangeKind, WordChange

_GRAVEST: tuple[ChangeKind, ...] = (
    "splice", "negation", "number", "name", "modal", "order", "cut", "insertion", "wording",
    "spelling",
)  # fmt: skip
_SHOWN = 60  # characters of the words shown in a sentence


class Reasons:
    """Gives the reason for a verdict about the speaker asked about."""

    def __init__(self, speaker: str | None) -> None:
        self._of = f" of {speaker}" if speaker else ""
        self._who = speaker or ""

    def short(self) -> str:
        """Say that the words are too few."""
        return "the words are too few, or say too little, to tell whose they are"

    def common(self) -> str:
        """Say that the words are too common."""
        return "several people are on record with these words, which are too common to tell"

    def not_covered(self) -> str:
        """Say that the bank has nothing to go by."""
        return f"the bank has no quotation{self._of} in that time"

    def nothing(self) -> str:
        """Say that the bank has quotations, but not these words."""
        return f"the bank has quotations{self._of}, but neither these words nor a report of them"

    def verbatim(self, found: Sequence[Compared]) -> str:
        """Say that the words are on record."""
        articles = len({c.row.article.id for c in found})
        more = f" and {articles - 1} more" if articles > 1 else ""
        return f"{_speaker(found[0])} is quoted with these words in {_article(found[0])}{more}"

    def another(self, found: Compared) -> str:
        """Say that the words are on record, but from somebody else."""
        return f"these words are on record from {_speaker(found)}, not from {self._who}"

    def unclear(self, found: Compared) -> str:
        """Say that the words are on record, but perhaps not from the speaker asked about."""
        return (
            f"these words are on record from {_speaker(found)}, and the records do not tell "
            f"whether that is {self._who}"
        )

    def denied(self, found: Compared) -> str:
        """Say that somebody denies it."""
        return f"{_speaker(found)} is on record denying it, in {_article(found)}"

    def reported(self, found: Compared) -> str:
        """Say that there is a report in other words."""
        return (
            f"{_article(found)} reports it of {_speaker(found)} in other words, and no quotation "
            "has these"
        )

    def altered(self, found: Compared, second: Compared | None) -> str:
        """Say how the words differ from those on record."""
        grave = min(found.changes, key=lambda c: _place(c.kind), default=None)
        told = f"{_speaker(found)} is quoted with other words in {_article(found)}"
        if found.is_only_respelled:
            told = f"{_speaker(found)} is quoted with these words in {_article(found)}, respelled"
        if grave is not None:
            told += f": {_change(grave)}"
        if second is not None:
            told += f"; some of the words are of another quotation, in {_article(second)}"
        return told


def _place(kind: ChangeKind) -> int:
    return _GRAVEST.index(kind) if kind in _GRAVEST else len(_GRAVEST)


def _change(change: WordChange) -> str:
    before, after = _short(change.before), _short(change.after)
    if not after:
        return f"“{before}” is left out ({change.kind})"
    if not before:
        return f"“{after}” is put in ({change.kind})"
    return f"“{after}” for “{before}” ({change.kind})"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"


def _speaker(found: Compared) -> str:
    speaker = found.row.quotation.speaker
    return "a speaker whom nobody names" if speaker is None else speaker.name


def _article(found: Compared) -> str:
    article = found.row.article
    day = f" of {article.published}" if article.published else ""
    return f"{article.publisher or article.id}{day}"
