"""The extraction as users see it: as text, as a page in a notebook, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotex.records import ExtractionRecord

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl


class Extraction(ExtractionRecord):
    """The quotations of one article, in text order; iterable and indexable.

    ``error`` says why an article of a batch could not be read; it then has no quotations.
    The text itself is not part of the JSON form (``article.text_sha256`` identifies it), but an
    extraction that comes straight from an extractor still shows it in a notebook.
    """

    def to_pandas(self) -> pd.DataFrame:
        """Return a table, one row per quotation (needs ``pip install quotex[pandas]``)."""
        from quotex.write.frames import to_pandas

        return to_pandas([self])

    def to_polars(self) -> pl.DataFrame:
        """Return the same table as a polars frame (needs ``pip install quotex[polars]``)."""
        from quotex.write.frames import to_polars

        return to_polars([self])

    def __str__(self) -> str:
        from quotex.write.plain import plain

        return plain(self)

    def _repr_html_(self) -> str:
        from quotex.views.article import page

        return page(self)
