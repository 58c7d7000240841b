"""Articles by the batch: Arrow record batches in, Arrow record batches out.

``BatchReader`` is the one callable that every way of running many articles goes through: the
function ``quotex.extract``, the command ``quotex batch``, worker processes, clusters. It needs
pyarrow: ``pip install "quotex[tables]"``.
"""

from quotex.batch.reader import BatchReader, Failure, Outcome
from quotex.batch.records import extractions_of
from quotex.batch.schema import ARTICLES_SCHEMA, QUOTATIONS_SCHEMA, TABLE_VERSION
from quotex.batch.settings import Form, Settings

__all__ = [
    "ARTICLES_SCHEMA",
    "QUOTATIONS_SCHEMA",
    "TABLE_VERSION",
    "BatchReader",
    "Failure",
    "Form",
    "Outcome",
    "Settings",
    "extractions_of",
]
