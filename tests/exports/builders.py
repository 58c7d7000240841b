"""An article with content that is hard for other formats, and an offline reader of JSON-LD."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from quotex.records import (
    Article,
    KnownSpeaker,
    NameUsed,
    Provenance,
    Quotation,
    QuotationOf,
    Span,
    Speaker,
    SpeechDate,
    Venue,
)
from quotex.result import Extraction
from tests.write.builders import quotation, span

# 𝄞 and 😀 are one code point and two UTF-16 code units each.
TEXT = (
    "𝄞 The choir will tour in May, Ada Brook said on Monday in Lundby. “We sing\n"
    "for all 😀,” she added, “and\tfor\u2028nobody\r\nelse.” "
    "A spokesman denied that it was “a sham”.\n"
)
URL = "https://paper.example/choir"
CONTEXTS = {
    "http://www.w3.org/ns/anno.jsonld": "anno.json",
    "https://schema.org": "schema_org.json",
}
MADE_BY = Provenance(quotex="9.9", engine="none", models={}, options={})


def choir() -> Extraction:
    """Return an article with an indirect quotation, one in two parts across lines, and a denial."""
    article = Article(
        text=TEXT, id="choir 1", published=date(2031, 3, 5), title="A tour", url=URL,
        publisher="The Paper", language="en", authors=("Jo Day",),
    )  # fmt: skip
    return Extraction.of(article, [_first(), _second(), _third()], made_by=MADE_BY)


def _ada(role: str | None = "singer") -> Speaker:
    mentions = (span(TEXT, "Ada Brook"),)
    return Speaker(name="Ada Brook", kind="person", named=True, role=role, mentions=mentions)


def _first() -> Quotation:
    day = {"from": "2031-03-03", "to": "2031-03-03", "evidence": span(TEXT, "on Monday")}
    return quotation(
        TEXT, ["The choir will tour in May"], ["said"], ["Ada Brook"], cue_lemma="say",
        speaker=_ada(), date=SpeechDate.model_validate({**day, "scope": "explicit"}),
        venues=[Venue(kind="place", span=span(TEXT, "Lundby"), scope="explicit")],
        confidence=1.0,
    )  # fmt: skip


def _second() -> Quotation:
    day = {"from": "2031-03-03", "to": "2031-03-04", "evidence": span(TEXT, "on Monday")}
    return quotation(
        TEXT, ["“We sing\nfor all 😀,”", "“and\tfor\u2028nobody\r\nelse.”"], ["added"], ["she"],
        kind="direct", stance="promises", speaker=_ada(),
        date=SpeechDate.model_validate({**day, "scope": "inherited"}),
    )  # fmt: skip


def _third() -> Quotation:
    return quotation(
        TEXT, ["it was “a sham”"], ["denied"], ["A spokesman"], kind="mixed", stance="denies",
        speaker=Speaker(name="A spokesman", kind="unknown", named=False),
        venues=[Venue(kind="medium", span=span(TEXT, "choir"), scope="inherited")],
    )  # fmt: skip


def known(extraction: Extraction) -> list[KnownSpeaker]:
    """Return Ada Brook with an identifier, as the speaker of the first two quotations."""
    said = tuple(QuotationOf(article_id="choir 1", quotation=q.id) for q in extraction[:2])
    names = (NameUsed(name="Ada Brook", quotations=2),)
    return [KnownSpeaker(name="Ada Brook", kind="person", id="Q42", names=names, quotations=said)]


def offsets(spans: tuple[Span, ...]) -> tuple[tuple[int, int], ...]:
    return tuple((s.start, s.end) for s in spans)


def expanded(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Return JSON-LD expanded by pyld; every key must be a term of a context."""
    jsonld = pytest.importorskip("pyld.jsonld")

    def load(url: str, _: object) -> dict[str, Any]:
        path = Path(__file__).parent / "contexts" / CONTEXTS[url]
        return {"contextUrl": None, "documentUrl": url, "document": json.loads(path.read_text())}

    dropped: list[str] = []
    options = {"documentLoader": load, "base": "https://relative.invalid/"}
    made: list[dict[str, Any]] = jsonld.expand(
        document, options, on_property_dropped=dropped.append
    )
    assert dropped == []
    assert "relative.invalid" not in json.dumps(made)
    return made
