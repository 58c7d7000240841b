"""Writes utterances and the results of a bank as text for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quotex.records import BankQuotation, Check, Near, Utterance, WordChange
from quotex.write.plain import UNKNOWN, date_text, one_line, speaker_text, wrapped

_NO_CHANGE = "—"


def bank_quotations_text(found: Sequence[BankQuotation]) -> str:
    """Return quotations from a bank as text, each with its speaker, day and article."""
    if not found:
        return "no such quotation"
    return "\n".join(line for n, one in enumerate(found, 1) for line in _quotation_lines(n, one))


def check_text(check: Check) -> str:
    """Return the result of a check as text: the verdict, the differences, the near quotations."""
    lines = wrapped(f"{check.verdict}: {one_line(check.reason)}", "")
    if check.changes:
        lines += ["", *_change_lines(check.changes)]
    for number, near in enumerate(check.nearest, 1):
        lines += ["", *_quotation_lines(number, near)]
    return "\n".join(lines)


def utterances_text(utterances: Iterable[Utterance]) -> str:
    """Return utterances as text: the fullest wording, who and when, and the members."""
    lines: list[str] = []
    for utterance in utterances:
        names = " / ".join(one_line(s.name) for s in utterance.speakers) or UNKNOWN
        facts = [names]
        if utterance.date is not None:
            first, last = utterance.date.from_, utterance.date.to
            facts.append(f"{first}" if first == last else f"{first}/{last}")
        facts.append(f"{len(utterance.members)} quotations, {utterance.score:.2f}")
        lines += [*wrapped(one_line(utterance.text), ""), *wrapped(" · ".join(facts), "  ")]
        for member in utterance.members:
            lines += wrapped(
                f"{one_line(member.article_id)}: {member.wording}{_changes_text(member.changes)}",
                "  - ",
            )
        for conflict in utterance.conflicts:
            lines += wrapped(f"conflict ({conflict.field}): {one_line(conflict.detail)}", "  ! ")
        lines.append("")
    return "\n".join(lines[:-1]) if lines else "no two quotations report the same utterance"


def _changes_text(changes: Sequence[WordChange]) -> str:
    shown = [f"{_words(c.before)} → {_words(c.after)} ({c.kind})" for c in changes]
    return f"; {'; '.join(shown)}" if shown else ""


def _change_lines(changes: Sequence[WordChange]) -> Iterator[str]:
    width = max(len(change.kind) for change in changes)
    for change in changes:
        shown = f"{_words(change.before)} → {_words(change.after)}"
        yield from wrapped(shown, f"  {change.kind:<{width}}  ")


def _words(text: str) -> str:
    return one_line(text) or _NO_CHANGE


def _quotation_lines(number: int, found: BankQuotation) -> Iterator[str]:
    article = found.article
    facts = [speaker_text(found.quotation), date_text(found.quotation) or ""]
    facts += [one_line(article.publisher or ""), str(article.published or "")]
    facts.append(f"article {one_line(article.id)}")
    if isinstance(found, Near):
        facts.append(found.wording)
    yield from wrapped(" · ".join(fact for fact in facts if fact), f"{number}  ")
    yield from wrapped(one_line(found.context), " " * len(f"{number}  "))
