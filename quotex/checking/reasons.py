"""The reasons for verdicts, each as a readable sentence."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.checking.comparison import Comparison
from quotex.records import ChangeKind, WordChange

_GRAVEST_FIRST: tuple[ChangeKind, ...] = (
    "splice", "negation", "number", "name", "modal", "order", "cut", "insertion", "wording",
    "spelling",
)  # fmt: skip
_SHOWN = 60  # characters of the words shown in a sentence


class Reasons:
    """Gives the reason for a verdict about the speaker asked about."""

    def __init__(self, speaker: str | None) -> None:
        self._by = f" by {speaker}" if speaker else ""
        self._who = speaker or ""

    def too_short(self) -> str:
        """Say that the words are too few."""
        return "the words are too few, or too ordinary, to tell who said them"

    def too_common(self) -> str:
        """Say that the words are too common."""
        return "several people are on record with these words, which are too common to attribute"

    def not_covered(self) -> str:
        """Say that the bank has nothing to go by."""
        return f"the bank has no quotations{self._by} from the period searched"

    def not_found(self) -> str:
        """Say that the bank has quotations, but not these words."""
        return f"the bank has quotations{self._by}, but neither these words nor a report of them"

    def verbatim(self, found: Sequence[Comparison]) -> str:
        """Say that the words are on record."""
        articles = len({c.row.article.id for c in found})
        more = f" and {articles - 1} more" if articles > 1 else ""
        return f"{_speaker(found[0])} is quoted with these words in {_article(found[0])}{more}"

    def misattributed(self, found: Comparison) -> str:
        """Say that the words are on record, but from somebody else."""
        return f"these words are on record from {_speaker(found)}, not from {self._who}"

    def unclear(self, found: Comparison) -> str:
        """Say that the words are on record, but perhaps not from the speaker asked about."""
        return (
            f"these words are on record from {_speaker(found)}, but the records do not show "
            f"whether that is {self._who}"
        )

    def denied(self, found: Comparison) -> str:
        """Say that somebody denies it."""
        return f"{_speaker(found)} is on record denying it, in {_article(found)}"

    def reported(self, found: Comparison) -> str:
        """Say that there is a report in other words."""
        return (
            f"{_article(found)} reports {_speaker(found)} as saying this in other words; no "
            "quotation has these words"
        )

    def altered(self, found: Comparison, second: Comparison | None) -> str:
        """Say how the words differ from those on record."""
        gravest = min(found.changes, key=lambda c: _severity(c.kind), default=None)
        reason = f"{_speaker(found)} is quoted with different words in {_article(found)}"
        if found.is_only_respelled:
            reason = (
                f"{_speaker(found)} is quoted with these words in {_article(found)}, "
                "but spelled or punctuated differently"
            )
        if gravest is not None:
            reason += f": {_change(gravest)}"
        if second is not None:
            reason += f"; some of the words come from another quotation, in {_article(second)}"
        return reason


def _severity(kind: ChangeKind) -> int:
    return _GRAVEST_FIRST.index(kind) if kind in _GRAVEST_FIRST else len(_GRAVEST_FIRST)


def _change(change: WordChange) -> str:
    before, after = _short(change.before), _short(change.after)
    if not after:
        return f"“{before}” is left out ({change.kind})"
    if not before:
        return f"“{after}” is added ({change.kind})"
    return f"“{after}” for “{before}” ({change.kind})"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"


def _speaker(found: Comparison) -> str:
    speaker = found.row.quotation.speaker
    return "a speaker who is not identified" if speaker is None else speaker.name


def _article(found: Comparison) -> str:
    article = found.row.article
    day = f" ({article.published})" if article.published else ""
    return f"{article.publisher or article.id}{day}"
