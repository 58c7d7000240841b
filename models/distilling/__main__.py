"""Distils ``en_quotex_sm``, which finds cues and parses; see ``models/README.md``."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from models.distilling.settings import Settings
from quotex.evaluation.gold import read_gold
from quotex.quotations.model.onnx import LOOK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.distilling.run import Recipe

app = typer.Typer(help=__doc__, no_args_is_help=True, add_completion=False)
DEFAULT_FOLDER = Path("models/en_quotex_sm")
_DEFAULT = Settings()

GoldOption = Annotated[Path, typer.Argument(help="Gold articles, one JSON object per line.")]
WorldOption = Annotated[
    list[Path], typer.Option(help="Gold articles of other kinds; repeat for each file.")
]
TextOption = Annotated[
    list[Path],
    typer.Option(
        help="Unlabelled text: .jsonl with one text per line, .txt, .conllu, or a folder of these; "
        "repeat for each."
    ),
]
WorkOption = Annotated[Path, typer.Option(help="Where results are kept; run again to resume.")]
TeacherOption = Annotated[Path, typer.Option(help="The attribution model that teaches.")]
OutOption = Annotated[Path, typer.Option(help="The model's folder.")]
ProcessesOption = Annotated[int, typer.Option(help="Number of processes that parse.")]
DEFAULT_TEACHER, DEFAULT_WORK = Path("models/en_attribution_sm"), Path("build/distilling")


@app.command()
def prepare(
    gold: GoldOption,
    world: WorldOption = (),
    text: TextOption = (),
    work: WorkOption = DEFAULT_WORK,
    teacher: TeacherOption = DEFAULT_TEACHER,
    processes: ProcessesOption = 2,
) -> None:
    """Parse all text, and store what the student learns from."""
    recipe = _recipe(teacher, work)
    from models.distilling.prepare import Corpora

    recipe.prepare(Corpora(gold, tuple(world), tuple(text)), processes)


@app.command()
def train(
    work: WorkOption = DEFAULT_WORK,
    teacher: TeacherOption = DEFAULT_TEACHER,
    device: Annotated[Literal["cpu", "cuda"], typer.Option(help="Where to train.")] = "cpu",
    steps: Annotated[int, typer.Option(help="Steps in the whole schedule.")] = _DEFAULT.steps,
    seconds: Annotated[
        float, typer.Option(help="Seconds after which training ends early; 0 for no limit.")
    ] = _DEFAULT.seconds,
    seed: Annotated[int, typer.Option(help="Seed of all random numbers.")] = _DEFAULT.seed,
    threads: Annotated[int, typer.Option(help="Cores to use.")] = _DEFAULT.threads,
    resume: Annotated[bool, typer.Option(help="Continue from the last checkpoint.")] = True,
) -> None:
    """Train the student, or resume a run that was stopped."""
    settings = replace(_DEFAULT, steps=steps, seconds=seconds, seed=seed, threads=threads)
    _recipe(teacher, work, settings, device).train(resume=resume)


@app.command()
def build(
    work: WorkOption = DEFAULT_WORK,
    teacher: TeacherOption = DEFAULT_TEACHER,
    out: OutOption = DEFAULT_FOLDER,
    version: Annotated[str, typer.Option(help="The model's version.")] = "2.0.0",
) -> None:
    """Write the model folder, and print the training section of its card."""
    _recipe(teacher, work).build(out, version)


@app.command("eight-bits")
def eight_bits(gold: GoldOption, world: WorldOption = (), out: OutOption = DEFAULT_FOLDER) -> None:
    """Store the second look's matrices in eight bits, with scales measured on some articles.

    At most 120 articles are read, the same number of each file.
    """
    with _needs_training_group():
        from models.distilling.eight_bits import MAX_ARTICLES, evenly_spaced, to_eight_bits
    paths = [gold, *world]
    share = MAX_ARTICLES // len(paths)
    articles = [one for path in paths for one in evenly_spaced(read_gold(path), share)]
    before = (out / LOOK).stat().st_size
    to_eight_bits(out, articles)
    after = (out / LOOK).stat().st_size
    typer.echo(f"{len(articles)} articles; {LOOK}: {before:,} bytes before, {after:,} after")


def _recipe(
    teacher: Path, work: Path, settings: Settings = _DEFAULT, device: str = "cpu"
) -> Recipe:
    with _needs_training_group():
        from models.distilling.run import Recipe
    return Recipe(teacher, work, settings, typer.echo, device)


@contextmanager
def _needs_training_group() -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as error:
        typer.echo(f"{error}; for what training needs, run: pip install --group train", err=True)
        raise typer.Exit(1) from None


if __name__ == "__main__":
    app()
