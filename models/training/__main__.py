"""Trains an attribution model from gold articles; see ``models/README.md``."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from models.training.measuring.card import write_card
from models.training.measuring.domains import domains as compare_domains
from models.training.measuring.domains import table
from models.training.measuring.genres import genres
from models.training.measuring.measure import default_extractor, measure, require_rates
from models.training.measuring.note import read_note
from models.training.settings import FULL, MODEL, WORLD, Settings, folds_of
from quotex.evaluation.gold import read_gold
from quotex.options import DetectorName

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from models.training.run import Recipe

app = typer.Typer(help=__doc__, no_args_is_help=True, add_completion=False)

GoldOption = Annotated[Path, typer.Argument(help="Gold articles, one JSON object per line.")]
WorkOption = Annotated[Path, typer.Option(help="Folder of checkpoints; run again to resume.")]
EpochsOption = Annotated[float, typer.Option(help="Number of passes over the articles.")]
SeedOption = Annotated[int, typer.Option(help="Seed of all random numbers.")]
WithoutOption = Annotated[
    list[str],
    typer.Option(help="Publishers to leave out, separated by commas; repeat for each fold."),
]
WorldOption = Annotated[
    list[Path],
    typer.Option(help="Gold articles of other kinds, for the second stage; repeat for each file."),
]
DevOption = Annotated[Path, typer.Argument(help="Gold articles that were not trained on.")]
DataOption = Annotated[
    Path | None,
    typer.Option(help="A note on the data (TOML); without it, the card does not describe them."),
]
OutOption = Annotated[Path, typer.Option(help="The model's folder.")]
VersionOption = Annotated[str, typer.Option(help="The model's version.")]
DEFAULT_FOLDER = Path("models/en_attribution_sm")
_DEFAULT = Settings()


@app.command()
def train(
    gold: GoldOption,
    work: WorkOption = Path("build/training"),
    epochs: EpochsOption = _DEFAULT.epochs,
    seed: SeedOption = _DEFAULT.seed,
) -> None:
    """Train on all articles, or resume a run that was stopped."""
    _recipe(gold, work, epochs, seed).train(FULL)


@app.command("go-on")
def train_second_stage(
    gold: GoldOption,
    world: WorldOption,
    work: WorkOption = Path("build/training"),
    model: Annotated[
        Path | None, typer.Option(help="A model folder to start from, instead of the first stage.")
    ] = None,
    seed: SeedOption = _DEFAULT.seed,
) -> None:
    """Train the second stage, on other kinds of news and a part of the first stage's articles."""
    recipe = _recipe(gold, work, _DEFAULT.epochs, seed, world)
    start = recipe.network_from(model) if model is not None else recipe.train(FULL)
    recipe.train_second_stage(WORLD, start)


@app.command()
def folds(
    gold: GoldOption,
    without: WithoutOption,
    world: WorldOption = (),
    work: WorkOption = Path("build/training"),
    epochs: EpochsOption = _DEFAULT.epochs,
    seed: SeedOption = _DEFAULT.seed,
) -> None:
    """Train without some publishers and part of the world news, and judge the findings in these."""
    recipe = _recipe(gold, work, epochs, seed, world)
    for fold in folds_of(without):
        recipe.fold(fold)


@app.command()
def build(
    gold: GoldOption,
    without: WithoutOption,
    world: WorldOption = (),
    work: WorkOption = Path("build/training"),
    out: OutOption = DEFAULT_FOLDER,
    version: VersionOption = "1.0.0",
) -> None:
    """Write the model folder from a finished training and its folds."""
    recipe = _recipe(gold, work, _DEFAULT.epochs, _DEFAULT.seed, world)
    recipe.build(out, version, folds_of(without))


@app.command()
def card(
    dev: DevOption,
    world: Annotated[
        list[Path],
        typer.Option(help="World news that was not trained on; repeat for each file."),
    ] = (),
    out: OutOption = DEFAULT_FOLDER,
    data: DataOption = None,
) -> None:
    """Measure a model folder with each detector, and write its card."""
    note, articles = read_note(data), read_gold(dev)
    measured = [measure(out, articles, detector) for detector in get_args(DetectorName)]
    elsewhere = [article for path in world for article in read_gold(path)]
    found = genres(default_extractor(out), elsewhere, note.genres) if elsewhere else []
    write_card(out, measured, note, found)
    for one in measured:
        typer.echo(f"{one.detector}: attributed F1 {require_rates(one.spans.attributed).f1:.3f}")


@app.command()
def domains(
    dev: DevOption,
    without: WithoutOption,
    work: WorkOption = Path("build/training"),
    out: OutOption = DEFAULT_FOLDER,
) -> None:
    """Print how much leaving publishers out costs on their articles, and on the others'."""
    articles = read_gold(dev)
    for fold in folds_of(without):
        found = compare_domains(work / fold.name / MODEL, out, articles, fold.without)
        typer.echo(table(found))


def _recipe(gold: Path, work: Path, epochs: float, seed: int, world: Sequence[Path] = ()) -> Recipe:
    with _needs_training_group():
        from models.training.run import Recipe
    settings = replace(_DEFAULT, epochs=epochs, seed=seed)
    return Recipe(gold, work, settings, typer.echo, tuple(world))


@contextmanager
def _needs_training_group() -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as error:
        typer.echo(f"{error}; for what training needs, run: pip install --group train", err=True)
        raise typer.Exit(1) from None


if __name__ == "__main__":
    app()
