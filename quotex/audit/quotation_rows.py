"""What a report counts: one line per quotation, with the fields to group by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from quotex.linking.identities import IdentityLike
from quotex.linking.people import people
from quotex.records import ExtractionRecord, Quotation, Speaker
from quotex.write.plain import one_line

Field = Literal[
    "speaker", "kind", "role", "form", "named", "month", "outlet", "anonymity", "stance", "mode"
]
FIELDS: tuple[Field, ...] = get_args(Field)
"""The fields to group quotations by."""

_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")


@dataclass(frozen=True, slots=True)
class QuotationRow:
    """A quotation as a report counts it; unknown values are None.

    ``named`` is "named", "not named", or None where the speaker is unknown. ``anonymity`` is for
    unnamed speakers: if the text says that they asked for it, "reason given" or "no reason
    given", else "not said". ``month`` is the article's, "2024-05".
    """

    article: str
    speaker: str | None
    kind: str | None
    role: str | None
    form: str
    named: str | None
    month: str | None
    outlet: str | None
    anonymity: str | None
    stance: str
    mode: str
    words: int


def quotation_rows(
    extractions: Sequence[ExtractionRecord], identities: Iterable[IdentityLike] = ()
) -> Iterator[QuotationRow]:
    """Yield the line of each quotation.

    A speaker's names in several articles count as one speaker where ``quotex.people`` says so.
    Nested quotations are left out: their words are counted with the enclosing one.
    """
    names = {
        (use.article_id, use.quotation): known.name
        for known in people(extractions, identities=identities)
        for use in known.quotations
    }
    roles = _roles(extractions)
    for extraction in extractions:
        article = extraction.article
        month = f"{article.published:%Y-%m}" if article.published is not None else None
        for quotation in extraction.quotations:
            if quotation.within is not None:
                continue
            speaker = quotation.speaker
            own = one_line(speaker.name) if speaker is not None else None
            yield QuotationRow(
                article=article.id,
                speaker=names.get((article.id, quotation.id), own),
                kind=speaker.kind if speaker is not None else None,
                role=roles.get((_role(speaker) or "").casefold()),
                form=quotation.kind,
                named=_named(speaker),
                month=month,
                outlet=one_line(article.publisher or "") or None,
                anonymity=_anonymity(quotation),
                stance=quotation.stance,
                mode=quotation.mode,
                words=len(_WORD.findall(quotation.text)),
            )


def _roles(extractions: Sequence[ExtractionRecord]) -> dict[str, str]:
    """Return the most frequent spelling of each role ("mayor" or "Mayor"), by case-folded role."""
    used = (_role(quotation.speaker) for each in extractions for quotation in each.quotations)
    spellings = Counter(role for role in used if role is not None)
    found: dict[str, str] = {}
    for role, _ in spellings.most_common():
        found.setdefault(role.casefold(), role)
    return found


def _role(speaker: Speaker | None) -> str | None:
    return None if speaker is None or not speaker.role else one_line(speaker.role)


def _named(speaker: Speaker | None) -> str | None:
    if speaker is None:
        return None
    return "named" if speaker.named else "not named"


def _anonymity(quotation: Quotation) -> str | None:
    if quotation.anonymity is not None:
        return "no reason given" if quotation.anonymity.reason is None else "reason given"
    speaker = quotation.speaker
    return None if speaker is None or speaker.named else "not said"
