"""``quotex.report``: who is quoted, how much, in which form, in which role, when and by whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, get_args

from quotex.audit.quotation_rows import FIELDS, Field, QuotationRow, quotation_rows
from quotex.audit.table import Row, Table
from quotex.errors import OptionError
from quotex.linking.identities import IdentityLike
from quotex.linking.link import read_extractions
from quotex.records import ExtractionRecord, Kind
from quotex.write.plain import counted

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_FORMS: tuple[Kind, ...] = get_args(Kind)
_IN_ORDER = frozenset({"month"})  # shown in their own order, not by frequency
_MOST = 20  # rows of each table shown


@dataclass(frozen=True)
class Report:
    """A source audit of many articles: ``lines`` are what is counted, one per quotation.

    Each table has one row per group, the most quoted first (months in order), with the number of
    ``quotations`` and of their ``words``, the ``share`` of all words, how many quotations are
    ``direct``, ``mixed`` and ``indirect``, and the number of ``speakers`` and ``articles``.
    """

    lines: tuple[QuotationRow, ...]
    articles: int

    def by(self, *fields: Field) -> Table:
        """Return a table of the quotations grouped by one or more fields.

        Args:
            fields: "speaker", "kind" (person, group, organization, government, document), "role"
                (as worded in the text), "form" (direct, mixed, indirect), "named", "month",
                "outlet", "anonymity", "stance" or "mode".

        Raises:
            OptionError: a field does not exist.
        """
        for name in fields or ("",):
            if name not in FIELDS:
                raise OptionError(f"by: expected any of {', '.join(FIELDS)}, got {name!r}")
        groups: defaultdict[tuple[str | None, ...], list[QuotationRow]] = defaultdict(list)
        for line in self.lines:
            groups[tuple(getattr(line, name) for name in fields)].append(line)
        ordered = sorted(groups.items(), key=lambda group: _rank(fields, group))
        rows = [dict(zip(fields, key, strict=True)) | self._counts(lines) for key, lines in ordered]
        columns = tuple(rows[0]) if rows else (*fields, *self._counts([]))
        return Table(f"Quotations by {' and '.join(fields)}", columns, tuple(rows))

    @cached_property
    def speakers(self) -> Table:
        """Who is quoted how much, with the kind, the most frequent role, and the outlets.

        Unnamed speakers are grouped by what they are called ("official").
        """
        groups: defaultdict[tuple[str | None, str | None], list[QuotationRow]] = defaultdict(list)
        for line in self.lines:
            groups[line.speaker, line.named].append(line)
        ordered = sorted(groups.items(), key=lambda group: _rank(("speaker",), group))
        rows = [self._speaker(name, named, lines) for (name, named), lines in ordered]
        columns = tuple(rows[0]) if rows else tuple(self._speaker(None, None, []))
        return Table("Who is quoted", columns, tuple(rows))

    @cached_property
    def forms(self) -> Table:
        """How much is in quotation marks: direct, mixed, indirect."""
        return self.by("form")

    @cached_property
    def named(self) -> Table:
        """Whether speakers are named, and if not, whether the text says why."""
        return self.by("named", "anonymity")

    @cached_property
    def kinds(self) -> Table:
        """The kinds of speakers: persons, groups, organizations, governments, documents."""
        return self.by("kind")

    @cached_property
    def roles(self) -> Table:
        """The roles in which people speak, as worded in the articles."""
        return self.by("role")

    @cached_property
    def months(self) -> Table:
        """How much is quoted in the articles of each month."""
        return self.by("month")

    @cached_property
    def outlets(self) -> Table:
        """How much each publisher quotes."""
        return self.by("outlet")

    def plot_speakers(self, ax: Axes | None = None, *, top: int = 15) -> Axes:
        """Draw the quotations of the ``top`` named speakers, by form."""
        from quotex.audit.figures import plot_speakers

        return plot_speakers(self, ax, top=top)

    def plot_forms(self, ax: Axes | None = None) -> Axes:
        """Draw the share of direct, mixed and indirect quotations at each outlet."""
        from quotex.audit.figures import plot_forms

        return plot_forms(self, ax)

    def plot_named(self, ax: Axes | None = None) -> Axes:
        """Draw the share of quotations by named and unnamed speakers at each outlet."""
        from quotex.audit.figures import plot_named

        return plot_named(self, ax)

    def plot_roles(self, ax: Axes | None = None, *, top: int = 15) -> Axes:
        """Draw how often people in the ``top`` roles are quoted, by form."""
        from quotex.audit.figures import plot_roles

        return plot_roles(self, ax, top=top)

    def plot_kinds(self, ax: Axes | None = None) -> Axes:
        """Draw how often each kind of speaker is quoted, by form."""
        from quotex.audit.figures import plot_kinds

        return plot_kinds(self, ax)

    def plot_months(self, ax: Axes | None = None) -> Axes:
        """Draw the quotations of each month, by form."""
        from quotex.audit.figures import plot_months

        return plot_months(self, ax)

    def __repr__(self) -> str:
        quotations = counted(len(self.lines), "quotation")
        return f"<Report: {quotations} in {counted(self.articles, 'article')}>"

    def __str__(self) -> str:
        return "\n\n".join([self._summary(), *map(str, self._shown())])

    def _repr_html_(self) -> str:
        tables = "\n".join(table._repr_html_() for table in self._shown())
        return f'<div class="quotex-report"><p>{self._summary()}</p>\n{tables}\n</div>'

    def _summary(self) -> str:
        quotations, words = counted(len(self.lines), "quotation"), counted(self._words, "word")
        return f"{quotations} of {words} in {counted(self.articles, 'article')}"

    @cached_property
    def _words(self) -> int:
        """The words of all quotations."""
        return sum(line.words for line in self.lines)

    def _shown(self) -> list[Table]:
        tables = [self.speakers, self.forms, self.named, self.kinds, self.months, self.outlets]
        return [_cut(table) for table in tables]

    def _speaker(self, name: str | None, named: str | None, lines: Sequence[QuotationRow]) -> Row:
        months = sorted({line.month for line in lines if line.month is not None})
        return {
            "speaker": name,
            "kind": _most(line.kind for line in lines),
            "role": _most(line.role for line in lines),
            "named": named,
            **self._counts(lines),
            "outlets": len({line.outlet for line in lines if line.outlet is not None}),
            "first": months[0] if months else None,
            "last": months[-1] if months else None,
        }

    def _counts(self, lines: Sequence[QuotationRow]) -> dict[str, object]:
        words = sum(line.words for line in lines)
        forms = Counter(line.form for line in lines)
        return {
            "quotations": len(lines),
            "words": words,
            "share": words / max(self._words, 1),
            **{form: forms[form] for form in _FORMS},
            "speakers": len({line.speaker for line in lines if line.speaker is not None}),
            "articles": len({line.article for line in lines}),
        }


def report(
    extractions: ExtractionRecord | Iterable[ExtractionRecord],
    *,
    identities: Iterable[IdentityLike] = (),
) -> Report:
    """Return who is quoted in articles: how much, in which form and role, when and by whom.

    A speaker's names in several articles count as one speaker where ``quotex.people`` says so.

    Args:
        extractions: the articles as an extractor returns them, or as read back from JSON.
        identities: your own rows ``{"id": "Q42", "name": "…", "aliases": ["…"]}``: names with the
            same ``id`` are one speaker, names with different ids are different speakers.

    Raises:
        InputError: the input is not extractions, two of them have the same id but different
            texts, or ``identities`` do not have this form.
    """
    if isinstance(extractions, ExtractionRecord):
        extractions = [extractions]
    found = read_extractions(extractions)
    return Report(tuple(quotation_rows(found, identities)), len(found))


def _rank(
    fields: Sequence[str], group: tuple[tuple[str | None, ...], Sequence[QuotationRow]]
) -> tuple[object, ...]:
    """Return a sort key: months in order, other groups by frequency, unknown values last."""
    key, lines = group
    texts = tuple((text is None, text or "") for text in key)
    if fields[0] in _IN_ORDER:
        return (texts,)
    return (key[0] is None, -len(lines), -sum(line.words for line in lines), texts)


def _most(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value is not None)
    return counts.most_common(1)[0][0] if counts else None


def _cut(table: Table) -> Table:
    """Return the first rows of a table; its title says how many there are."""
    if len(table) <= _MOST:
        return table
    return replace(table[:_MOST], title=f"{table.title} (the first {_MOST} of {len(table):,})")
