"""Articles with Ray Data: a dataset of articles in, a dataset of results out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quotex.batch.settings import Settings
from quotex.clusters.guarded import TIME_LIMIT, GuardedReader
from quotex.errors import OptionError

if TYPE_CHECKING:
    from ray.data import Dataset

_BATCH = 256  # rows handed to an actor at a time


class RayReader(GuardedReader):
    """The callable class for ``Dataset.map_batches(…, batch_format="pyarrow")``.

    Each actor makes one and loads its models once. See ``GuardedReader`` for the arguments.
    """

    def __init__(
        self,
        settings: Settings,
        time_limit: float | None = TIME_LIMIT,
        memory_limit: int | None = None,
    ) -> None:
        super().__init__(settings, time_limit, memory_limit)
        self.start()  # while Ray is still starting the other actors


def extract(
    dataset: Dataset,
    *,
    workers: int | tuple[int, int],
    batch_size: int = _BATCH,
    time_limit: float | None = TIME_LIMIT,
    memory_limit: int | None = None,
    remote: dict[str, Any] | None = None,
    **given: Any,
) -> Dataset:
    """Return the results for a dataset of articles, as ``quotex.batch.BatchReader`` writes them.

    Ray reads lazily; if an actor is lost, Ray restarts it and has its batch read again. Rows are in
    the order of the dataset if ``preserve_order`` is set in the ``DataContext``.

    Args:
        dataset: one row per article.
        workers: the number of actors, or a range (minimum, maximum).
        batch_size: rows handed to an actor at a time.
        time_limit: seconds that one article may take; None for no limit.
        memory_limit: megabytes that reading may take in one actor (Linux); None for no limit.
        remote: other arguments of ``map_batches``, such as ``num_cpus`` (1 by default),
            ``memory``, ``runtime_env`` and ``max_restarts``.
        given: as for ``quotex.extract``: columns (``text="body"``), ``day_first``, and the
            arguments of ``quotex.load``; also ``form`` and ``passing`` of
            ``quotex.batch.Settings``.

    Raises:
        OptionError: Ray is not installed, or an option has an invalid value.
    """
    try:
        from ray.data import ActorPoolStrategy
    except ImportError as error:
        raise OptionError('quotex.clusters.ray needs Ray: pip install "quotex[ray]"') from error
    least, most = (workers, workers) if isinstance(workers, int) else workers
    if not 1 <= least <= most:
        raise OptionError(f"workers={workers!r}: expected 1 or more, or a (minimum, maximum) range")
    return dataset.map_batches(
        RayReader,
        fn_constructor_args=(Settings.of(**given), time_limit, memory_limit),
        batch_format="pyarrow",
        batch_size=batch_size,
        compute=ActorPoolStrategy(min_size=least, max_size=most),
        **{"num_cpus": 1, **(remote or {})},
    )
