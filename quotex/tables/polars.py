"""polars data frames."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from quotex.tables.frame import Frame, beside, no_table


def frame(given: Any) -> Frame:
    """Return a polars data frame, lazy or not, or a series of texts, as a table of articles.

    Raises:
        InputError: it is another kind of polars object.
    """
    import polars as pl

    if isinstance(given, pl.LazyFrame):
        given = given.collect()
    if isinstance(given, pl.Series):
        given = given.alias("text").to_frame()
    if not isinstance(given, pl.DataFrame):
        raise no_table(given, "from polars is not a table")
    table: Any = given

    def like(rows: list[dict[str, Any]], numbers: list[int], others: list[Hashable]) -> Any:
        from quotex.write.frames import polars_frame

        made = polars_frame(rows)
        if not others:
            return made
        passing = table.select(others)[numbers]
        passing.columns = [str(beside(name, made.columns)) for name in passing.columns]
        return pl.concat([made, passing], how="horizontal")

    return Frame(list(table.columns), table.height, lambda name: table[name].to_list(), like)
