"""What a job is asked to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from quotex import __version__
from quotex.batch.schema import TABLE_VERSION
from quotex.batch.settings import Settings
from quotex.errors import OptionError
from quotex.jobs.models import lexicons, model_name, models, plain_options
from quotex.jobs.parts import FileFormat


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What to read, where to write it, and how.

    Attributes:
        inputs: paths, or "-" for JSON Lines from standard input.
        output: the folder for the parts, ``manifest.json`` and ``failures.jsonl``.
        settings: how articles are read; see ``quotex.batch.Settings``.
        file_format: "parquet" or "jsonl".
        workers: the number of worker processes; by default one per core.
        part_rows: input rows per part.
        time_limit: seconds that one article may take.
        memory_limit: megabytes that a worker may use (Linux); None for no limit.
        overwrite: start over if the folder has the output of another job.

    Raises:
        OptionError: a number is not above 0.
    """

    inputs: Sequence[str]
    output: Path
    settings: Settings = field(default_factory=Settings)
    file_format: FileFormat = "parquet"
    workers: int | None = None
    part_rows: int = 512
    time_limit: float = 120.0
    memory_limit: int | None = None
    overwrite: bool = False

    def __post_init__(self) -> None:
        for name in ("workers", "part_rows", "time_limit", "memory_limit"):
            value = getattr(self, name)
            if value is not None and value <= 0:
                raise OptionError(f"{name}={value}: expected a number above 0")

    def asked(self) -> dict[str, Any]:
        """Return what the output depends on, as plain data that is the same in every run.

        A spaCy pipeline is identified by its name and version.

        Raises:
            LexiconError: a lexicon file does not have the documented format.
            ModelError: a model is not installed.
            OptionError: an option has an invalid value.
        """
        settings = self.settings
        return {
            "quotex": __version__,
            "tables": TABLE_VERSION,
            "inputs": list(self.inputs),
            "model": model_name(settings),
            "models": models(settings),
            "options": plain_options(settings),
            "lexicons": lexicons(settings),
            "columns": asdict(settings.columns),
            "day_first": settings.day_first,
            "form": settings.form,
            "passing": settings.passing,
            "file_format": self.file_format,
            "part_rows": self.part_rows,
        }
