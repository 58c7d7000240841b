"""Compares the speakers that an annotated case states with those that are found."""

from __future__ import annotations

from quotex import Extraction, Extractor
from tests.annotated import Case


def attributed(extractor: Extractor, case: Case) -> Extraction:
    """Return the quotations of a case, with the spans given."""
    spans = [{**q.roles, "id": str(number)} for number, q in enumerate(case.quotations)]
    return extractor.attribute(case.text, spans)


def check(extractor: Extractor, case: Case, *, named: bool | None) -> None:
    """Compare the speakers of a case with those it states, or with None if ``named`` is None."""
    found = {q.id: q for q in attributed(extractor, case)}
    for number, expected in enumerate(case.quotations):
        if "speaker" not in expected.fields:
            continue
        quotation = found[str(number)]
        evidence = [e for e in quotation.evidence if e.field == "speaker"]
        if named is None:
            assert quotation.speaker is None, case.name
            assert not evidence
            continue
        assert quotation.speaker is not None, case.name
        got = (quotation.speaker.name, quotation.speaker.named)
        assert got == (expected.fields["speaker"], named), case.name
        assert len(evidence) == 1
