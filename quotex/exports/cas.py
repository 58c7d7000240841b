"""Converts extractions to a UIMA CAS with dkpro-cassis (``pip install "quotex[cas]"``)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from quotex.errors import OptionError
from quotex.exports.common import Identifiers, identifiers, text_of
from quotex.records import ArticleIdentity, ExtractionRecord, KnownSpeaker, Quotation, Span, Speaker

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

_TEXT, _BOOLEAN, _NUMBER, _ARRAY = (
    f"uima.cas.{name}" for name in ("String", "Boolean", "Double", "FSArray")
)
_TYPES: Final[dict[str, tuple[str, dict[str, str]]]] = {
    "quotex.Article": (
        "uima.cas.TOP",
        dict.fromkeys(("articleId", "title", "url", "publisher", "published", "textSha256"), _TEXT),
    ),
    "quotex.Speaker": (
        "uima.cas.TOP",
        {
            **dict.fromkeys(("name", "kind", "role", "country", "identifier"), _TEXT),
            "named": _BOOLEAN,
            "mentions": _ARRAY,
        },
    ),
    "quotex.Mention": ("uima.tcas.Annotation", {}),
    "quotex.Content": ("uima.tcas.Annotation", {}),
    "quotex.Cue": ("uima.tcas.Annotation", {"lemma": _TEXT}),
    "quotex.Source": ("uima.tcas.Annotation", {}),
    "quotex.SpeechDate": (
        "uima.tcas.Annotation",
        dict.fromkeys(("firstDay", "lastDay", "scope"), _TEXT),
    ),
    "quotex.Venue": ("uima.tcas.Annotation", dict.fromkeys(("kind", "scope"), _TEXT)),
    "quotex.Quotation": (
        "uima.tcas.Annotation",
        {
            **dict.fromkeys(("quotationId", "kind", "mode", "stance", "section", "within"), _TEXT),
            "confidence": _NUMBER,
            **dict.fromkeys(("contents", "cues", "sources", "venues"), _ARRAY),
            "speaker": "quotex.Speaker",
            "date": "quotex.SpeechDate",
        },
    ),
}
_INVALID_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def cas_types() -> TypeSystem:
    """Return the type system of quotex's annotations.

    Raises:
        OptionError: dkpro-cassis is not installed.
    """
    try:
        from cassis import TypeSystem
    except ImportError as error:
        raise OptionError('a CAS needs dkpro-cassis: pip install "quotex[cas]"') from error
    types = TypeSystem()
    for name, (parent, _) in _TYPES.items():
        types.create_type(name, parent)
    for name, (_, features) in _TYPES.items():
        for feature, kind in features.items():
            types.create_feature(types.get_type(name), feature, kind)
    return types


def to_cas(extraction: ExtractionRecord, *, people: Iterable[KnownSpeaker] = ()) -> Cas:
    """Return an article as a CAS: ``cas.to_xmi()`` and ``cas.typesystem.to_xml()`` write it.

    A ``quotex.Quotation`` extends from the first to the last of its ``contents`` and points to
    them, to its cues, sources and venues, and to its date and speaker. Offsets in the CAS count
    code points, like ours; those in the XMI count UTF-16 code units, as in UIMA, and dkpro-cassis
    converts them when writing and reading. A character that XML cannot contain becomes U+FFFD.

    Raises:
        InputError: the extraction has no text: it was read back from JSON, or was unreadable.
        OptionError: dkpro-cassis is not installed.
    """
    text = text_of(extraction, "a CAS")
    types = cas_types()
    from cassis import Cas

    cas = Cas(typesystem=types)
    cas.sofa_string = _INVALID_XML.sub("\ufffd", text)
    cas.sofa_mime = "text/plain"
    if extraction.article.language:
        cas.document_language = extraction.article.language
    writer = _Writer(cas, extraction.article, identifiers(people))
    for quotation in extraction.quotations:
        writer.add(quotation)
    return cas


class _Writer:
    def __init__(self, cas: Cas, article: ArticleIdentity, known: Identifiers) -> None:
        self._cas, self._article_id, self._known = cas, article.id, known
        self._speakers: dict[tuple[int, str | None], Any] = {}
        self._add(
            "Article",
            articleId=article.id,
            title=article.title,
            url=article.url,
            publisher=article.publisher,
            published=article.published and article.published.isoformat(),
            textSha256=article.text_sha256,
        )

    def add(self, quotation: Quotation) -> None:
        day = quotation.date
        lemma = quotation.cue_lemma
        self._add(
            "Quotation",
            begin=quotation.content[0].start,
            end=quotation.content[-1].end,
            quotationId=quotation.id,
            kind=quotation.kind,
            mode=quotation.mode,
            stance=quotation.stance,
            section=quotation.section,
            within=quotation.within,
            confidence=quotation.confidence,
            contents=self._array(self._add("Content", span) for span in quotation.content),
            cues=self._array(self._add("Cue", span, lemma=lemma) for span in quotation.cue),
            sources=self._array(self._add("Source", span) for span in quotation.source),
            venues=self._array(
                self._add("Venue", venue.span, kind=venue.kind, scope=venue.scope)
                for venue in quotation.venues
            ),
            speaker=quotation.speaker and self._speaker(quotation.speaker, quotation.id),
            date=day
            and self._add(
                "SpeechDate",
                day.evidence,
                firstDay=day.from_.isoformat(),
                lastDay=day.to.isoformat(),
                scope=day.scope,
            ),
        )

    def _speaker(self, speaker: Speaker, quotation_id: str) -> Any:
        """Return the speaker's structure, which quotations with the same record share."""
        identifier = self._known.get((self._article_id, quotation_id))
        key = (id(speaker), identifier)
        if key not in self._speakers:
            self._speakers[key] = self._add(
                "Speaker",
                name=speaker.name,
                kind=speaker.kind,
                role=speaker.role,
                country=speaker.country,
                identifier=identifier,
                named=speaker.named,
                mentions=self._array(self._add("Mention", span) for span in speaker.mentions),
            )
        return self._speakers[key]

    def _add(self, type_name: str, span: Span | None = None, /, **features: Any) -> Any:
        if span is not None:
            features |= {"begin": span.start, "end": span.end}
        clean = {
            feature: _INVALID_XML.sub("\ufffd", value) if isinstance(value, str) else value
            for feature, value in features.items()
        }
        made = self._cas.typesystem.get_type(f"quotex.{type_name}")(**clean)
        self._cas.add(made)
        return made

    def _array(self, structures: Iterable[Any]) -> Any:
        array = self._cas.typesystem.get_type("uima.cas.FSArray")
        return array(elements=list(structures))
