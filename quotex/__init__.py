"""quotex: who said what, when and where. Reads news, returns every quotation as a typed record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.3.0"

if TYPE_CHECKING:
    from quotex.audit.report import report
    from quotex.bank.bank import Bank
    from quotex.batch.frames import extract, extractions
    from quotex.checking.check import check
    from quotex.errors import (
        InputError,
        LexiconError,
        ModelError,
        OptionError,
        QuotexError,
        ReadingError,
    )
    from quotex.exports.brat import from_brat, to_brat
    from quotex.exports.cas import to_cas
    from quotex.exports.schema_org import to_schema_org
    from quotex.exports.tsv import to_tsv
    from quotex.exports.web_annotation import to_web_annotation
    from quotex.extractor import Extractor
    from quotex.linking.link import link
    from quotex.linking.people import people
    from quotex.loading import load
    from quotex.quotations.given import GivenSpans
    from quotex.read.html.article import from_html
    from quotex.records import (
        SCHEMA_VERSION,
        Anonymity,
        Article,
        BankAdded,
        BankQuotation,
        BankStats,
        Check,
        Evidence,
        KnownSpeaker,
        Near,
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
    from quotex.views.show import show
    from quotex.write.frames import to_pandas, to_polars

_HOMES = {
    "Bank": "quotex.bank.bank",
    "check": "quotex.checking.check",
    "from_html": "quotex.read.html.article",
    "link": "quotex.linking.link",
    "people": "quotex.linking.people",
    "load": "quotex.loading",
    **dict.fromkeys(("extract", "extractions"), "quotex.batch.frames"),
    **dict.fromkeys(("from_brat", "to_brat"), "quotex.exports.brat"),
    "to_cas": "quotex.exports.cas",
    "to_schema_org": "quotex.exports.schema_org",
    "to_tsv": "quotex.exports.tsv",
    "to_web_annotation": "quotex.exports.web_annotation",
    "report": "quotex.audit.report",
    "show": "quotex.views.show",
    **dict.fromkeys(("to_pandas", "to_polars"), "quotex.write.frames"),
    "GivenSpans": "quotex.quotations.given",
    "MentionResolver": "quotex.speakers.coreference.resolver",
    "Extractor": "quotex.extractor",
    "Extraction": "quotex.result",
    **dict.fromkeys(("TimeExpression", "time_expressions"), "quotex.timex.expressions"),
    **dict.fromkeys(
        (
            "QuotexError", "InputError", "LexiconError", "ModelError", "OptionError",
            "ReadingError",
        ),
        "quotex.errors",
    ),
    **dict.fromkeys(
        (
            "SCHEMA_VERSION", "Anonymity", "Article", "BankAdded", "BankQuotation", "BankStats",
            "Check", "Evidence", "KnownSpeaker", "Near", "Notice", "Provenance", "Quotation",
            "Span", "Speaker", "SpeechDate", "Utterance", "Venue",
        ),
        "quotex.records",
    ),
}  # fmt: skip

__all__ = [
    "SCHEMA_VERSION",
    "Anonymity",
    "Article",
    "Bank",
    "BankAdded",
    "BankQuotation",
    "BankStats",
    "Check",
    "Evidence",
    "Extraction",
    "Extractor",
    "GivenSpans",
    "InputError",
    "KnownSpeaker",
    "LexiconError",
    "MentionResolver",
    "ModelError",
    "Near",
    "Notice",
    "OptionError",
    "Provenance",
    "Quotation",
    "QuotexError",
    "ReadingError",
    "Span",
    "Speaker",
    "SpeechDate",
    "TimeExpression",
    "Utterance",
    "Venue",
    "__version__",
    "check",
    "extract",
    "extractions",
    "from_brat",
    "from_html",
    "link",
    "load",
    "people",
    "report",
    "show",
    "time_expressions",
    "to_brat",
    "to_cas",
    "to_pandas",
    "to_polars",
    "to_schema_org",
    "to_tsv",
    "to_web_annotation",
]


def __getattr__(name: str) -> Any:
    """Import a public name on first use, to keep ``import quotex`` light."""
    if name not in _HOMES:
        raise AttributeError(f"module 'quotex' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
