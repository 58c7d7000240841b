"""The reader of a cluster's workers gives the same result as one process, whatever happens."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterator
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow", reason="needs quotex[tables]")

from quotex import clusters  # noqa: E402
from quotex.batch import Settings  # noqa: E402
from quotex.clusters import guarded  # noqa: E402
from quotex.clusters.guarded import GuardedReader  # noqa: E402
from quotex.errors import InputError, OptionError  # noqa: E402

from .builders import articles, local, options  # noqa: E402
from .killers import DEADLY  # noqa: E402

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def reader() -> Iterator[GuardedReader]:
    yield GuardedReader(Settings.of(**options("articles")))
    guarded.close()


def test_rows_match_those_of_one_process(reader: GuardedReader) -> None:
    batch = reader(articles(DEADLY))
    assert batch.schema.names[-2:] == ["topic", "input_error"]
    *rows, dead = batch.to_pylist()
    assert rows == local("articles")
    assert (dead["article_id"], dead["quotations"]) == ("040", [])
    assert "ended unexpectedly" in dead["error"]


def test_batches_go_through_one_process(reader: GuardedReader) -> None:
    whole = articles().slice(0, 12)
    copied = pickle.loads(pickle.dumps(reader))
    found = pa.Table.from_batches(copied.map(iter(whole.to_batches(max_chunksize=5))))
    assert found == reader(whole)
    assert reader(whole.slice(0, 0)).num_rows == 0
    assert len(guarded._POOLS) == 1


def test_invalid_arguments_give_an_error(reader: GuardedReader) -> None:
    with pytest.raises(InputError, match="no column 'body' in the table"):
        reader(pa.table({"text": ["“It holds,” Roe said."]}))
    wrong = GuardedReader(Settings.of(min_confidence=7))
    with pytest.raises(OptionError, match="min_confidence=7"):
        wrong(pa.table({"text": ["“It holds,” Roe said."]}))
    assert not guarded._POOLS


@pytest.mark.parametrize("engine", ["ray", "spark"])
def test_a_missing_engine_gives_an_error(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    module: Any = getattr(__import__(f"quotex.clusters.{engine}").clusters, engine)
    assert module is getattr(clusters, engine)
    for name in ("ray", "ray.data", "pyspark", "pyspark.sql.pandas.types"):
        monkeypatch.setitem(sys.modules, name, None)

    class Given:
        schema = None

    arguments = {"workers": 2} if engine == "ray" else {}
    with pytest.raises(OptionError, match=rf'pip install "quotex\[{engine}\]"'):
        module.extract(Given(), **arguments)
