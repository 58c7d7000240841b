"""Runs a job; the same job run again continues where it stopped."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TextIO

from quotex.errors import OptionError
from quotex.jobs.files import folder_lock
from quotex.jobs.manifest import Counts
from quotex.jobs.models import options_of
from quotex.jobs.run import Run
from quotex.jobs.settings import Job
from quotex.jobs.sources.inputs import inputs_of


@dataclass(frozen=True, slots=True)
class Result:
    """The result of a job: its counts, and why some inputs could not be read to the end."""

    counts: Counts
    refused: dict[str, str]


def run_job(job: Job, progress_stream: TextIO | None = None) -> Result:
    """Read everything that has not been read yet, and write the progress to ``progress_stream``.

    Raises:
        InputError: an input does not exist.
        OptionError: an option is invalid, or the folder cannot be written to or has the output of
            another job.
        ModelError, LexiconError: the models cannot be loaded.
        KeyboardInterrupt: the job was stopped; finished parts are kept.
    """
    max_chars = options_of(job.settings).max_chars
    inputs = inputs_of(job.inputs, job.settings.columns, max_chars)
    try:
        job.output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OptionError(f"{job.output}: {error.strerror}, expected a folder") from None
    with folder_lock(job.output):
        run = Run(job, inputs, job.workers or os.cpu_count() or 1, progress_stream)
        return Result(*run.run())
