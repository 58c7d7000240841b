"""pandas data frames."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Any

from quotex.tables.frame import Frame, not_a_table, output_name

if TYPE_CHECKING:
    import pandas as pd


def frame(given: Any) -> Frame:
    """Return a pandas data frame, or a series of texts, as a table of articles.

    A named index is also a column, because people put their ids there.

    Raises:
        InputError: it is another kind of pandas object.
    """
    import pandas as pd

    if isinstance(given, pd.Series):
        given = given.rename("text").to_frame()
    if not isinstance(given, pd.DataFrame):
        raise not_a_table(given, "from pandas is not a table")
    named = [name for name in given.index.names if name is not None and name not in given.columns]
    table = given.reset_index(level=named) if named else given
    names: list[Hashable] = list(table.columns)

    def column(name: Hashable) -> Sequence[Any]:
        cells: Sequence[Any] = table[name].tolist()
        return cells

    def output_like(rows: list[dict[str, Any]], numbers: list[int], others: list[Hashable]) -> Any:
        from quotex.write.frames import pandas_frame

        made = pandas_frame(rows)
        chosen = [name in others for name in names]  # two columns may have the same name
        passing: pd.DataFrame = table.loc[:, chosen].iloc[numbers].reset_index(drop=True)
        passing.columns = [output_name(name, made.columns) for name in passing.columns]
        return pd.concat([made, passing], axis=1)

    return Frame(names, len(table), column, output_like)
