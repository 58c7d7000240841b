"""Scores an extractor on the documents; ``python -m tests.documents.measure`` prints the scores."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import quotex
from quotex.evaluation.overlap import (
    MIN_OVERLAP,
    Cover,
    Rates,
    Tally,
    Words,
    pair,
    predicted_cover,
    source_agrees,
)
from quotex.records import Quotation
from quotex.result import Extraction
from tests.annotated import Expected, Roles, render, roles_of
from tests.documents.corpus import Document, read_documents

_CONTEXT = 40  # characters of context shown around a quotation


@dataclass(frozen=True, slots=True)
class Judged:
    """The quotations found in a document, compared with those marked there.

    ``missed`` were marked, but not found with the same source and half of their words;
    ``spurious`` were found, but not marked, including any in furniture; ``from_furniture`` have a
    word of furniture in their content.
    """

    document: Document
    missed: tuple[Expected, ...]
    spurious: tuple[Quotation, ...]
    from_furniture: tuple[Quotation, ...]
    found: int

    def lines(self) -> list[str]:
        """Return the errors, one per line."""
        return [
            *(f"  missed:    {self._in_context(expected.roles)}" for expected in self.missed),
            *(
                f"  spurious:  {self._in_context(roles_of(quotation))}"
                for quotation in self.spurious
            ),
        ]

    def _in_context(self, roles: Roles) -> str:
        """Return a quotation with its marks and some context, on one line."""
        text = self.document.text
        bounds = [b for parts in roles.values() for b in parts]
        start = max(0, min(a for a, _ in bounds) - _CONTEXT)
        end = max(b for _, b in bounds) + _CONTEXT
        moved = {r: tuple((a - start, b - start) for a, b in parts) for r, parts in roles.items()}
        return " ".join(render(text[start:end], [moved]).split())


def judge(document: Document, extraction: Extraction) -> Judged:
    """Compare the quotations found in a document with those marked in it.

    A quotation agrees if it shares half of the words (intersection / union) and the source, if one
    is marked. One that agrees with an optional quotation is neither right nor wrong.
    """
    words = Words(document.text)
    marked = [*document.quotations, *document.optional]
    gold = [_cover(words, expected) for expected in marked]
    predicted = [predicted_cover(words, quotation) for quotation in extraction.quotations]
    agreed = {
        p.gold: p.predicted
        for p in pair(gold, predicted)
        if p.overlap >= MIN_OVERLAP and _same_source(gold[p.gold], predicted[p.predicted])
    }
    needed = len(document.quotations)
    allowed = {agreed[i] for i in agreed if i >= needed}
    furniture = words.under(document.furniture)
    return Judged(
        document,
        missed=tuple(e for i, e in enumerate(document.quotations) if i not in agreed),
        spurious=_at(extraction, set(range(len(predicted))) - set(agreed.values())),
        from_furniture=_at(
            extraction, {j for j, p in enumerate(predicted) if p.content & furniture}
        ),
        found=len(predicted) - len(allowed),
    )


def rates(judged: Iterable[Judged]) -> Rates:
    """Return precision and recall over documents."""
    tally = Tally()
    for one in judged:
        tally.seen(predicted=one.found, gold=len(one.document.quotations))
        hits = len(one.document.quotations) - len(one.missed)
        tally.hit(predicted=one.found - len(one.spurious), gold=hits)
    return tally.rates()


def table(judged: Sequence[Judged]) -> str:
    """Return the figures by kind of document, then all errors."""
    kinds: defaultdict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        kinds[one.document.kind].append(one)
    rows = [_row(kind, some) for kind, some in sorted(kinds.items())]
    wrong = [line for one in judged for line in _block(one)]
    return "\n".join([*rows, _row("all", judged), "", *wrong])


def _cover(words: Words, expected: Expected) -> Cover:
    return Cover(**{role: words.under(parts) for role, parts in expected.roles.items()})


def _same_source(gold: Cover, predicted: Cover) -> bool:
    return not gold.source or source_agrees(gold.source, predicted.source)


def _at(extraction: Extraction, numbers: set[int]) -> tuple[Quotation, ...]:
    return tuple(extraction.quotations[number] for number in sorted(numbers))


def _row(kind: str, judged: Sequence[Judged]) -> str:
    of_kind = rates(judged)
    gold = sum(len(one.document.quotations) for one in judged)
    return (
        f"{kind:<14} {len(judged):>3} documents {gold:>4} quotations  "
        f"recall {of_kind.recall:.3f}  precision {of_kind.precision:.3f}"
    )


def _block(one: Judged) -> list[str]:
    lines = one.lines()
    return [one.document.name, *lines] if lines else []


def main() -> None:
    """Print the figures of the default extractor."""
    extractor = quotex.load()
    print(table([judge(d, extractor(d.text, published=d.published)) for d in read_documents()]))


if __name__ == "__main__":
    main()
