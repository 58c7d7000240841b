"""Distils ``en_quotex_sm``, which finds cues and parses; see ``models/README.md``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from models.distilling.settings import Settings

if TYPE_CHECKING:
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
    out: Annotated[Path, typer.Option(help="The model's folder.")] = DEFAULT_FOLDER,
    version: Annotated[str, typer.Option(help="The model's version.")] = "2.0.0",
) -> None:
    """Write the model folder, and print the training section of its card."""
    _recipe(teacher, work).build(out, version)


def _recipe(
    teacher: Path, work: Path, settings: Settings = _DEFAULT, device: str = "cpu"
) -> Recipe:
    try:
        from models.distilling.run import Recipe
    except ModuleNotFoundError as error:
        typer.echo(f"{error}; for what training needs, run: pip install --group train", err=True)
        raise typer.Exit(1) from None
    return Recipe(teacher, work, settings, typer.echo, device)


if __name__ == "__main__":
    app()
