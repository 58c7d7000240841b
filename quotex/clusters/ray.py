"""Articles by Ray Data: a dataset of articles in, a dataset of what stands in them out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quotex.batch.settings import Settings
from quotex.clusters.guarded import TIME_LIMIT, GuardedReader
from quotex.errors import OptionError

if TYPE_CHECKING:
    from ray.data import Dataset

_BATCH = 256  # rows that an actor is handed at a time


class RayReader(GuardedReader):
    """The callable class for ``Dataset.map_batches(…, batch_format="pyarrow")``.

    An actor makes one, whose models are loaded once. See ``GuardedReader`` for its arguments.
    """

    def __init__(
        self,
        settings: Settings,
        time_limit: float | None = TIME_LIMIT,
        memory_limit: int | None = None,
    ) -> None:
        super().__init__(settings, time_limit, memory_limit)
        self.start()  # while Ray still starts the other actors


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
    """Return what stands in the articles of a dataset, as ``quotex.batch.BatchReader`` writes it.

    Ray reads lazily; it starts an actor anew that was lost, and has its batch read again. Rows
    are in the order of the dataset where ``DataContext`` is told to ``preserve_order``.

    Args:
        dataset: a row an article.
        workers: how many actors read, or from how many to how many.
        batch_size: rows that an actor is handed at a time.
        time_limit: seconds that one article may take; None for no limit.
        memory_limit: megabytes that reading may take in one actor (Linux); None for no limit.
        remote: what ``map_batches`` takes beside these: ``num_cpus`` (1 by default), ``memory``,
            ``runtime_env``, ``max_restarts`` and the like.
        given: as for ``quotex.extract``: columns (``text="body"``), ``day_first``, and the
            arguments of ``quotex.load``; and ``form`` and ``passing`` of ``quotex.batch.Settings``.

    Raises:
        OptionError: Ray is not installed, or an option has a value that it does not take.
    """
    try:
        from ray.data import ActorPoolStrategy
    except ImportError as error:
        raise OptionError('quotex.clusters.ray needs Ray: pip install "quotex[ray]"') from error
    least, most = (workers, workers) if isinstance(workers, int) else workers
    if not 1 <= least <= most:
        raise OptionError(f"workers={workers!r}: expected 1 or more, or a range of such numbers")
    return dataset.map_batches(
        RayReader,
        fn_constructor_args=(Settings.of(**given), time_limit, memory_limit),
        batch_format="pyarrow",
        batch_size=batch_size,
        compute=ActorPoolStrategy(min_size=least, max_size=most),
        **{"num_cpus": 1, **(remote or {})},
    )
