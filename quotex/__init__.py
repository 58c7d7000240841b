"""quotex: who said what, when and where. Reads news, returns every quotation as a typed record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.2.0"

if TYPE_CHECKING:
    from quotex.batch.frames import extract, extractions
    from quotex.errors import InputError, LexiconError, ModelError, OptionError, QuotexError
    from quotex.extractor import Extractor
    from quotex.linking.link import link
    from quotex.linking.people import people
    from quotex.loading import load
    from quotex.quotations.given import GivenSpans
    from quotex.read.html.article import from_html
    from quotex.records import (
        SCHEMA_VERSION,
        Article,
        Evidence,
        KnownSpeaker,
        Notice,
        Provenance,
        Quotation,
        Span,
        Speaker,
        SpeechDate,
        Utterance,
        Venue,
    )
    from quotex.result import Extraction
    from quotex.speakers.coreference.resolver import MentionResolver
    from quotex.timex.expressions import TimeExpression, time_expressions
    from quotex.write.frames import to_pandas, to_polars

_HOMES = {
    "from_html": "quotex.read.html.article",
    "link": "quotex.linking.link",
    "people": "quotex.linking.people",
    "load": "quotex.loading",
    **dict.fromkeys(("extract", "extractions"), "quotex.batch.frames"),
    **dict.fromkeys(("to_pandas", "to_polars"), "quotex.write.frames"),
    "GivenSpans": "quotex.quotations.given",
    "MentionResolver": "quotex.speakers.coreference.resolver",
    "Extractor": "quotex.extractor",
    "Extraction": "quotex.result",
    **dict.fromkeys(("TimeExpression", "time_expressions"), "quotex.timex.expressions"),
    **dict.fromkeys(
        ("QuotexError", "InputError", "LexiconError", "ModelError", "OptionError"), "quotex.errors"
    ),
    **dict.fromkeys(
        (
            "SCHEMA_VERSION", "Article", "Evidence", "KnownSpeaker", "Notice", "Provenance",
            "Quotation", "Span", "Speaker", "SpeechDate", "Utterance", "Venue",
        ),
        "quotex.records",
    ),
}  # fmt: skip

__all__ = [
    "SCHEMA_VERSION",
    "Article",
    "Evidence",
    "Extraction",
    "Extractor",
    "GivenSpans",
    "InputError",
    "KnownSpeaker",
    "LexiconError",
    "MentionResolver",
    "ModelError",
    "Notice",
    "OptionError",
    "Provenance",
    "Quotation",
    "QuotexError",
    "Span",
    "Speaker",
    "SpeechDate",
    "TimeExpression",
    "Utterance",
    "Venue",
    "__version__",
    "extract",
    "extractions",
    "from_html",
    "link",
    "load",
    "people",
    "time_expressions",
    "to_pandas",
    "to_polars",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that ``import quotex`` stays light."""
    if name not in _HOMES:
        raise AttributeError(f"module 'quotex' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
