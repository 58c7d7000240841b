"""Articles with Spark: a data frame of articles in, a data frame of results out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from quotex.batch.reader import BatchReader
from quotex.batch.settings import Settings
from quotex.clusters.guarded import TIME_LIMIT, GuardedReader
from quotex.errors import OptionError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame
    from pyspark.sql.types import StructType


def extract(
    frame: DataFrame,
    *,
    time_limit: float | None = TIME_LIMIT,
    memory_limit: int | None = None,
    **given: Any,
) -> DataFrame:
    """Return the results for a frame of articles, as ``quotex.batch.BatchReader`` writes them.

    Spark reads lazily, through ``mapInArrow``: each of its Python workers loads the models once,
    and a task whose worker is lost is retried (``spark.task.maxFailures``). Rows are in the order
    of their partition.

    Args:
        frame: one row per article.
        time_limit: seconds that one article may take; None for no limit.
        memory_limit: megabytes that reading may take in one worker (Linux); None for no limit.
        given: as for ``quotex.extract``: columns (``text="body"``), ``day_first``, and the
            arguments of ``quotex.load``; also ``form`` and ``passing`` of
            ``quotex.batch.Settings``.

    Raises:
        InputError: there is no column of texts, or a named column is missing.
        OptionError: Spark is not installed, or an option has an invalid value.
    """
    settings = Settings.of(**given)
    schema = spark_schema(frame.schema, settings)
    return frame.mapInArrow(GuardedReader(settings, time_limit, memory_limit).map, schema)


def spark_schema(given: StructType, settings: Settings) -> StructType:
    """Return the schema of the results for frames with the schema ``given``.

    Raises:
        InputError: there is no column of texts, or a named column is missing.
        OptionError: Spark is not installed.
    """
    try:
        from pyspark.sql.pandas.types import from_arrow_schema
        from pyspark.sql.types import StructField, StructType
    except ImportError as error:
        raise OptionError(
            'quotex.clusters.spark needs Spark: pip install "quotex[spark]"'
        ) from error
    reader = BatchReader(settings)
    names = pa.schema([(name, pa.null()) for name in given.names])
    passing = reader.passing(names)
    made = from_arrow_schema(reader.own_schema())
    others = [StructField(name, given[field.name].dataType) for name, field in passing]
    return StructType([*made.fields, *others])
