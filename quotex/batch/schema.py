"""The Arrow schemas of the results: fixed and versioned, without columns that pass through."""

from __future__ import annotations

from typing import Final

import pyarrow as pa

from quotex.records import SCHEMA_VERSION
from quotex.write.frames import arrow_schema

TABLE_VERSION: Final = "1.1"
"""The version of these schemas; a new minor version may add columns."""

_SPAN = pa.struct([("start", pa.int32()), ("end", pa.int32()), ("text", pa.string())])
_SPANS = pa.list_(_SPAN)

_ARTICLE = pa.struct(
    [
        ("id", pa.string()),
        ("published", pa.date32()),
        ("published_from", pa.string()),
        ("title", pa.string()),
        ("url", pa.string()),
        ("publisher", pa.string()),
        ("language", pa.string()),
        ("authors", pa.list_(pa.string())),
        ("extracted_by", pa.string()),
        ("text_sha256", pa.string()),
        ("characters", pa.int32()),
    ]
)
_SPEAKER = pa.struct(
    [
        ("name", pa.string()),
        ("kind", pa.string()),
        ("named", pa.bool_()),
        ("role", pa.string()),
        ("country", pa.string()),
        ("mentions", _SPANS),
        ("mentions_in", pa.string()),
    ]
)
_ANONYMITY = pa.struct([("span", _SPAN), ("reason", _SPAN)])
_DATE = pa.struct(
    [("from", pa.date32()), ("to", pa.date32()), ("evidence", _SPAN), ("scope", pa.string())]
)
_VENUE = pa.struct([("kind", pa.string()), ("span", _SPAN), ("scope", pa.string())])
_EVIDENCE = pa.struct(
    [("field", pa.string()), ("by", pa.string()), ("name", pa.string()), ("detail", pa.string())]
)
_QUOTATION = pa.struct(
    [
        ("id", pa.string()),
        ("kind", pa.string()),
        ("mode", pa.string()),
        ("stance", pa.string()),
        ("content", _SPANS),
        ("cue", _SPANS),
        ("cue_lemma", pa.string()),
        ("source", _SPANS),
        ("speaker", _SPEAKER),
        ("anonymity", _ANONYMITY),
        ("date", _DATE),
        ("venues", pa.list_(_VENUE)),
        ("section", pa.string()),
        ("within", pa.string()),
        ("confidence", pa.float64()),
        ("evidence", pa.list_(_EVIDENCE)),
    ]
)
_NOTICE = pa.struct([("code", pa.string()), ("message", pa.string()), ("span", _SPAN)])
_MODEL = pa.struct([("task", pa.string()), ("name", pa.string())])
_MADE_BY = pa.struct(
    [
        ("quotex", pa.string()),
        ("engine", pa.string()),
        ("models", pa.list_(_MODEL)),
        ("options", pa.string()),  # JSON: options come and go
    ]
)
_VERSIONS = {"quotex.tables": TABLE_VERSION, "quotex.schema": SCHEMA_VERSION}

ARTICLES_SCHEMA: Final = pa.schema(
    [
        ("article_id", pa.string()),
        ("error", pa.string()),
        ("article", _ARTICLE),
        ("quotations", pa.list_(_QUOTATION)),
        ("notices", pa.list_(_NOTICE)),
        ("made_by", _MADE_BY),
        ("schema_version", pa.string()),
    ],
    metadata={**_VERSIONS, "quotex.form": "articles"},
)
"""One row per article: the fields of an ``Extraction``."""

QUOTATIONS_SCHEMA: Final = arrow_schema().with_metadata({**_VERSIONS, "quotex.form": "quotations"})
"""One flat row per quotation: the columns of ``quotex.write.rows``."""
