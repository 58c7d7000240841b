"""polars data frames."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from quotex.tables.frame import Frame, not_a_table, output_name


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
        raise not_a_table(given, "from polars is not a table")
    table: Any = given

    def output_like(rows: list[dict[str, Any]], numbers: list[int], others: list[Hashable]) -> Any:
        from quotex.write.frames import polars_frame

        made = polars_frame(rows)
        if not others:
            return made
        passing = table.select(others)[numbers]
        passing.columns = [str(output_name(name, made.columns)) for name in passing.columns]
        return pl.concat([made, passing], how="horizontal")

    return Frame(list(table.columns), table.height, lambda name: table[name].to_list(), output_like)
