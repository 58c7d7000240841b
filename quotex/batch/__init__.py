"""Articles in batches: Arrow record batches in, Arrow record batches out.

``BatchReader`` is the callable behind every way of reading very many articles: the command
``quotex batch``, its worker processes, clusters. It needs pyarrow: ``pip install
"quotex[tables]"``. ``quotex.extract``, for a table in memory, does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quotex.batch.reader import BatchReader, Failure, Outcome
    from quotex.batch.records import extractions_of
    from quotex.batch.schema import ARTICLES_SCHEMA, QUOTATIONS_SCHEMA, TABLE_VERSION
    from quotex.batch.settings import Form, Settings

_HOMES = {
    **dict.fromkeys(("BatchReader", "Failure", "Outcome"), "reader"),
    "extractions_of": "records",
    **dict.fromkeys(("ARTICLES_SCHEMA", "QUOTATIONS_SCHEMA", "TABLE_VERSION"), "schema"),
    **dict.fromkeys(("Form", "Settings"), "settings"),
}

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


def __getattr__(name: str) -> Any:
    """Import a public name on first use; most of them need pyarrow."""
    if name not in _HOMES:
        raise AttributeError(f"module 'quotex.batch' has no attribute {name!r}")
    from importlib import import_module

    try:
        return getattr(import_module(f"quotex.batch.{_HOMES[name]}"), name)
    except ModuleNotFoundError as error:
        if error.name != "pyarrow":
            raise
        from quotex.errors import OptionError

        raise OptionError('quotex.batch needs pyarrow: pip install "quotex[tables]"') from error
