"""A real run under Spark gives the rows of a local run, even if a worker is killed midway."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pa = pytest.importorskip("pyarrow", reason="needs quotex[tables]")
pytest.importorskip("pyspark", reason="the extra spark is not installed: make test-clusters")
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("Java is not installed (Debian: openjdk-17-jre-headless)", allow_module_level=True)

import pyarrow.parquet as pq  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402

from quotex.batch import BatchReader, Settings  # noqa: E402
from quotex.clusters.spark import extract  # noqa: E402
from quotex.errors import InputError  # noqa: E402
from tests.conftest import ROOT  # noqa: E402

from .builders import (  # noqa: E402
    articles,
    documented_code,
    documented_local_rows,
    in_order,
    local,
    options,
    written,
)

pytestmark = [pytest.mark.model, pytest.mark.filterwarnings("default")]


@pytest.fixture(scope="module")
def session() -> Iterator[SparkSession]:
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        spark = _session(path)
        yield spark
        spark.stop()


def _session(path: str) -> SparkSession:
    spark: SparkSession = (
        SparkSession.builder.master("local[2, 3]")  # a task may be tried three times
        .appName("quotex tests")
        .config("spark.ui.enabled", "false")
        .config("spark.executorEnv.PYTHONPATH", path)
        .config("spark.executorEnv.OMP_NUM_THREADS", "1")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "20")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("OFF")
    return spark


@pytest.mark.usefixtures("session")
def test_the_documented_code_gives_the_same_rows_as_a_local_run(tmp_path: Path) -> None:
    pq.write_table(articles(), tmp_path / "articles.parquet")
    exec(compile(documented_code("spark", tmp_path), "page", "exec"), {})
    assert written(tmp_path) == documented_local_rows()


def test_rows_are_the_same_after_a_worker_is_killed(session: SparkSession, tmp_path: Path) -> None:
    frame = session.createDataFrame(articles()).repartition(2)
    batch = extract(frame, **options("articles", tmp_path / "killed")).toArrow()
    assert in_order(batch.to_pylist()) == local("articles")
    assert (tmp_path / "killed").exists()
    reader = BatchReader(Settings.of(text="body"))
    assert batch.schema.names == reader.schema(articles().schema).names


def test_a_frame_without_texts_is_rejected_at_once(session: SparkSession) -> None:
    with pytest.raises(InputError, match="no column 'text' in the table"):
        extract(session.createDataFrame(articles()))
