"""Converts extractions to W3C Web Annotations in JSON-LD: one annotation per quotation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from quotex.exports.common import (
    NAMESPACE,
    Identifiers,
    article_iri,
    identifiers,
    iri,
    quotation_iri,
    text_iri,
)
from quotex.records import ExtractionRecord, KnownSpeaker, Quotation, Span, Spans
from quotex.records.given import single

ANNOTATION_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
VOCABULARY: Final = f"{NAMESPACE}vocabulary:"

Json = dict[str, Any]

_DATE = "http://www.w3.org/2001/XMLSchema#date"
_DOUBLE = "http://www.w3.org/2001/XMLSchema#double"
_CONTEXT: Final[Json] = {
    "quotex": VOCABULARY,
    **{
        term: f"quotex:{term}"
        for term in (
            "Quotation", "Speaker", "SpeechDate", "Venue", "country", "cue", "date", "evidence",
            "identifier", "kind", "mode", "named", "role", "section", "speaker", "stance",
            "sourcePhrase", "factScope", "venue",
        )
    },
    "confidence": {"@id": "quotex:confidence", "@type": _DOUBLE},
    "from": {"@id": "quotex:from", "@type": _DATE},
    "to": {"@id": "quotex:to", "@type": _DATE},
    "within": {"@id": "quotex:within", "@type": "@id"},
}  # fmt: skip
_AGENTS = {"person": "Person", "organization": "Organization", "government": "Organization"}


def to_web_annotation(
    extraction: ExtractionRecord,
    *,
    source: str | None = None,
    positions: bool = True,
    context: int = 32,
    people: Iterable[KnownSpeaker] = (),
) -> Json:
    """Return an ``AnnotationCollection`` with one page, which has one annotation per quotation.

    The targets of an annotation are the parts of the content, each selected by its position, in
    code points as the standard requires, and by its words with the text around them. An extraction
    that was read back from JSON has no text around them; ``extraction.with_text(text)`` restores
    it.

    Args:
        extraction: the extraction of an article.
        source: the IRI of what is annotated; by default the exact text that was read, by its hash
            (RFC 6920), with the article's address as the scope.
        positions: whether to give positions. They refer to the text that was read, so leave them
            out if ``source`` is the page that it was taken from.
        context: how many characters to give before and after the words.
        people: the result of ``quotex.people``, which has the identifiers of the user's own table.

    Raises:
        InputError: it is not one extraction.
    """
    made = _Annotations(single(extraction), source, positions, context, identifiers(people))
    article, count = extraction.article, len(extraction.quotations)
    name = iri("annotations", article.text_sha256)
    about = {"label": article.title} if article.title else {}
    page: Json = {
        "id": f"{name}:1",
        "type": "AnnotationPage",
        "partOf": name,
        "startIndex": 0,
        "items": [made.annotation(quotation) for quotation in extraction.quotations],
    }
    return {
        "@context": [ANNOTATION_CONTEXT, _CONTEXT],
        "id": name,
        "type": "AnnotationCollection",
        **about,
        "total": count,
        **({"first": page} if count else {}),
    }


class _Annotations:
    """Makes the annotations of one article from what they share."""

    def __init__(
        self,
        extraction: ExtractionRecord,
        source: str | None,
        positions: bool,
        context: int,
        known: Identifiers,
    ) -> None:
        self._article, self._text = extraction.article, extraction.text
        text, page = text_iri(self._article), article_iri(self._article)
        self._source = source or text
        self._scope = page if source is None and page != text else None
        self._positions, self._context = positions, context
        self._known = known
        made_by = extraction.made_by
        self._generator = (
            {"generator": {"type": "Software", "name": f"quotex {made_by.quotex}"}}
            if made_by
            else {}
        )

    def annotation(self, quotation: Quotation) -> Json:
        return {
            "id": quotation_iri(self._article, quotation.id),
            "type": "Annotation",
            "motivation": "describing",
            **self._generator,
            "body": self._body(quotation),
            "target": self._targets(quotation.content),
        }

    def _body(self, quotation: Quotation) -> Json:
        body: Json = {
            "type": "Quotation",
            "kind": quotation.kind,
            "mode": quotation.mode,
            "stance": quotation.stance,
            "section": quotation.section,
            "confidence": quotation.confidence,
        }
        if quotation.speaker is not None:
            body["speaker"] = self._speaker(quotation)
        if quotation.cue:
            body["cue"] = self._targets(quotation.cue)
        if quotation.source:
            body["sourcePhrase"] = self._targets(quotation.source)
        if quotation.date is not None:
            body["date"] = {
                "type": "SpeechDate",
                "from": quotation.date.from_.isoformat(),
                "to": quotation.date.to.isoformat(),
                "factScope": quotation.date.scope,
                "evidence": self._target(quotation.date.evidence),
            }
        if quotation.venues:
            body["venue"] = [
                {
                    "type": "Venue",
                    "kind": venue.kind,
                    "label": venue.span.text,
                    "factScope": venue.scope,
                    "evidence": self._target(venue.span),
                }
                for venue in quotation.venues
            ]
        if quotation.within is not None:
            body["within"] = quotation_iri(self._article, quotation.within)
        return body

    def _speaker(self, quotation: Quotation) -> Json:
        speaker = quotation.speaker
        assert speaker is not None
        agent = _AGENTS.get(speaker.kind)
        identifier = self._known.get((self._article.id, quotation.id))
        given = {"role": speaker.role, "country": speaker.country, "identifier": identifier}
        return {
            "type": ["Speaker", agent] if agent else "Speaker",
            "name": speaker.name,
            "kind": speaker.kind,
            "named": speaker.named,
            **{name: value for name, value in given.items() if value is not None},
        }

    def _targets(self, spans: Spans) -> list[Json]:
        return [self._target(span) for span in spans]

    def _target(self, span: Span) -> Json:
        quote: Json = {"type": "TextQuoteSelector", "exact": span.text}
        if self._text is not None:
            quote["prefix"] = self._text[max(0, span.start - self._context) : span.start]
            quote["suffix"] = self._text[span.end : span.end + self._context]
        position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
        target: Json = {
            "type": "SpecificResource",
            "source": self._source,
            "selector": [position, quote] if self._positions else quote,
        }
        if self._scope is not None:
            target["scope"] = self._scope
        return target
