"""Jobs: very many articles from files to a folder, resumable, nothing lost and nothing done twice.

A job splits its inputs into parts of a fixed number of rows. A part is done once its file and then
its receipt are in the folder under their final names; a job that is run again skips those parts.
Everything is read by ``quotex.batch.BatchReader``, in worker processes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quotex.jobs.job import Result, run_job
    from quotex.jobs.settings import Job

_HOMES = {"Job": "settings", "Result": "job", "run_job": "job"}

__all__ = ["Job", "Result", "run_job"]


def __getattr__(name: str) -> Any:
    """Import a public name on first use; they need pyarrow."""
    if name in _HOMES:
        from importlib import import_module

        from quotex.batch import BatchReader  # noqa: F401  # reports a missing pyarrow in one line

        return getattr(import_module(f"quotex.jobs.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'quotex.jobs' has no attribute {name!r}")
