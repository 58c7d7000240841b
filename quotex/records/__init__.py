"""The typed records that quotex returns, and their JSON form. Pure data.

All offsets are half-open character offsets (Python code points) into the text that the caller
gave: ``text[span.start:span.end] == span.text``. Unknown values are null, never placeholders.
"""

from quotex.records.article import Article, ArticleIdentity, PublishedFrom
from quotex.records.bank import BankAdded, BankQuotation, BankStats
from quotex.records.base import (
    Evidence,
    EvidenceField,
    Record,
    Span,
    Spans,
    joined,
    text_hash,
)
from quotex.records.check import Check, Near, NearWording, Verdict
from quotex.records.extraction import (
    SCHEMA_VERSION,
    ExtractionRecord,
    Notice,
    NoticeCode,
    spans_of,
)
from quotex.records.person import KnownSpeaker, NameEvidence, NameUsed, QuotationOf
from quotex.records.provenance import Provenance
from quotex.records.quotation import (
    Anonymity,
    Kind,
    Mode,
    Quotation,
    Scope,
    Section,
    Speaker,
    SpeakerKind,
    SpeechDate,
    Stance,
    Venue,
    VenueKind,
    quotation_id,
)
from quotex.records.utterance import (
    AgreedDate,
    ChangeKind,
    Conflict,
    LinkedSpeaker,
    LinkedVenue,
    LinkEvidence,
    Member,
    Relation,
    Utterance,
    WordChange,
    Wordings,
)

__all__ = [
    "SCHEMA_VERSION",
    "AgreedDate",
    "Anonymity",
    "Article",
    "ArticleIdentity",
    "BankAdded",
    "BankQuotation",
    "BankStats",
    "ChangeKind",
    "Check",
    "Conflict",
    "Evidence",
    "EvidenceField",
    "ExtractionRecord",
    "Kind",
    "KnownSpeaker",
    "LinkEvidence",
    "LinkedSpeaker",
    "LinkedVenue",
    "Member",
    "Mode",
    "NameEvidence",
    "NameUsed",
    "Near",
    "NearWording",
    "Notice",
    "NoticeCode",
    "Provenance",
    "PublishedFrom",
    "Quotation",
    "QuotationOf",
    "Record",
    "Relation",
    "Scope",
    "Section",
    "Span",
    "Spans",
    "Speaker",
    "SpeakerKind",
    "SpeechDate",
    "Stance",
    "Utterance",
    "Venue",
    "VenueKind",
    "Verdict",
    "WordChange",
    "Wordings",
    "joined",
    "quotation_id",
    "spans_of",
    "text_hash",
]
