"""A real run under Ray Data gives the rows of a local run, even if an actor is killed midway."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="needs quotex[tables]")
ray = pytest.importorskip("ray", reason="the extra ray is not installed: make test-clusters")
pytest.importorskip("ray.data")

import pyarrow.parquet as pq  # noqa: E402

from quotex.clusters.ray import extract  # noqa: E402
from quotex.errors import OptionError  # noqa: E402
from tests.conftest import ROOT  # noqa: E402

from .builders import articles, documented_code, documented_local_rows, local, options, written  # noqa: E402

pytestmark = [pytest.mark.model, pytest.mark.filterwarnings("default")]


@pytest.fixture(scope="module")
def _ray() -> Iterator[None]:
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    ray.init(
        num_cpus=3,
        include_dashboard=False,
        log_to_driver=False,
        runtime_env={"env_vars": {"PYTHONPATH": path, "OMP_NUM_THREADS": "1"}},
    )
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.execution_options.preserve_order = True
    yield
    ray.shutdown()


@pytest.mark.usefixtures("_ray")
def test_the_documented_code_gives_the_same_rows_as_a_local_run(tmp_path: Path) -> None:
    pq.write_table(articles(), tmp_path / "articles.parquet")
    exec(compile(documented_code("ray", tmp_path), "page", "exec"), {})
    assert written(tmp_path) == documented_local_rows()


@pytest.mark.usefixtures("_ray")
def test_rows_are_the_same_after_an_actor_is_killed(tmp_path: Path) -> None:
    dataset = ray.data.from_arrow(articles()).repartition(4)
    found = extract(dataset, workers=2, batch_size=20, **options("articles", tmp_path / "killed"))
    assert found.take_all() == local("articles")
    assert (tmp_path / "killed").exists()


def test_workers_can_be_a_number_or_a_range() -> None:
    for wrong in (0, (2, 1)):
        with pytest.raises(OptionError, match="expected 1 or more"):
            extract(ray.data.from_items([]), workers=wrong)
