"""What linking needs of a quotation, read once: its words, the speaker and the days."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date

from quotex.languages.wordings import wording_words
from quotex.linking.names import Names
from quotex.records import ArticleIdentity, ExtractionRecord, Quotation, Speaker
from quotex.wording import wording
from quotex.wording.stems import stem

_WITHHELD = "withholds"
_MIN_PART = 3  # letters of each part of a word that others write as two


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One quotation, as linking reads it.

    ``forms`` are its words in a uniform spelling, ``stems`` the stem of each, "" for small words,
    ``bag`` the set of the other stems, ``negations`` the positions of words that negate. ``key`` is
    what the speakers of one utterance usually share, "" without a name. ``first`` and ``last`` are
    the first and last day of speech.
    """

    number: int
    article: ArticleIdentity
    quotation: Quotation
    key: str
    forms: tuple[str, ...]
    stems: tuple[str, ...]
    bag: frozenset[str]
    negations: tuple[int, ...]
    numbers: frozenset[str]
    first: date | None
    last: date | None

    @property
    def published(self) -> date | None:
        """The day on which the article was published."""
        return self.article.published

    @property
    def speaker(self) -> Speaker | None:
        """Who speaks."""
        return self.quotation.speaker

    @property
    def is_quoted(self) -> bool:
        """Whether any of it is in quotation marks."""
        return self.quotation.kind != "indirect"

    @property
    def is_denied(self) -> bool:
        """Whether the words are denied rather than said."""
        return self.quotation.stance == "denies"


def items(extractions: Iterable[ExtractionRecord], names: Names, language: str) -> list[Item]:
    """Return the quotations that can be linked, in the order of their articles' days.

    What somebody is reported not to have said is left out.
    """
    pairs = [
        (extraction.article, quotation)
        for extraction in extractions
        for quotation in extraction.quotations
        if quotation.stance != _WITHHELD
    ]
    pairs.sort(key=lambda pair: (pair[0].published or date.min, pair[0].id))
    worded = [wording(quotation.text, language).forms for _, quotation in pairs]
    known = {form for forms in worded for form in forms}
    return [
        _item(number, article, quotation, _joined(forms, known), names, language)
        for number, ((article, quotation), forms) in enumerate(zip(pairs, worded, strict=True))
    ]


def _joined(forms: Sequence[str], known: Set[str]) -> tuple[str, ...]:
    """Return the words, joining two that others write as one: "good will", "goodwill"."""
    found: list[str] = []
    for form in forms:
        whole = found[-1] + form if found else ""
        is_split = whole in known and min(len(found[-1]), len(form)) >= _MIN_PART
        if is_split:
            found[-1] = sys.intern(whole)
        else:
            found.append(sys.intern(form))
    return tuple(found)


def _item(
    number: int,
    article: ArticleIdentity,
    quotation: Quotation,
    forms: tuple[str, ...],
    names: Names,
    language: str,
) -> Item:
    table = wording_words(language).words
    stems = tuple("" if form in table.small else sys.intern(stem(form, language)) for form in forms)
    day = quotation.date
    return Item(
        number=number,
        article=article,
        quotation=quotation,
        key=names.key(quotation.speaker),
        forms=forms,
        stems=stems,
        bag=frozenset(stems) - {""},
        negations=tuple(n for n, form in enumerate(forms) if form in table.negations),
        numbers=frozenset(form for form in forms if form[:1].isdigit()),
        first=day.from_ if day else None,
        last=day.to if day else None,
    )


def shingles(item: Item, size: int) -> Iterable[tuple[str, ...]]:
    """Yield the runs of ``size`` words that are not all small."""
    for n in range(len(item.forms) - size + 1):
        if any(item.stems[n : n + size]):
            yield item.forms[n : n + size]
