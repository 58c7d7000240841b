"""Trains an attribution model from gold articles; see ``models/README.md``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from models.training.measuring.card import write_card
from models.training.measuring.domains import domains as compare_domains
from models.training.measuring.domains import table
from models.training.measuring.measure import measure
from models.training.measuring.note import read_note
from models.training.settings import FULL, MODEL, Settings, fold_name
from quotex.evaluation.gold import read_gold
from quotex.evaluation.overlap import told
from quotex.options import DetectorName

if TYPE_CHECKING:
    from models.training.run import Recipe

app = typer.Typer(help=__doc__, no_args_is_help=True, add_completion=False)

GoldOption = Annotated[Path, typer.Argument(help="Gold articles, one JSON object a line.")]
WorkOption = Annotated[Path, typer.Option(help="Where checkpoints are kept; run again to resume.")]
EpochsOption = Annotated[float, typer.Option(help="How often each article is read.")]
SeedOption = Annotated[int, typer.Option(help="Seed of all random numbers.")]
WithoutOption = Annotated[
    list[str],
    typer.Option(help="Publishers to leave out, with commas between; repeat for each fold."),
]
BranchOption = Annotated[
    list[int] | None,
    typer.Option(help="Seed of a branch to average in; repeat for each branch."),
]
DevOption = Annotated[Path, typer.Argument(help="Gold articles that were not trained on.")]
DataOption = Annotated[
    Path | None,
    typer.Option(help="A note on the data (TOML); without, they are not described."),
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


@app.command()
def branch(
    gold: GoldOption,
    seed: SeedOption,
    work: WorkOption = Path("build/training"),
    epochs: EpochsOption = 1.3,
) -> None:
    """Continue the full training with another seed, to average several such branches."""
    _recipe(gold, work, epochs, seed).branch()


@app.command()
def folds(
    gold: GoldOption,
    without: WithoutOption,
    work: WorkOption = Path("build/training"),
    epochs: EpochsOption = _DEFAULT.epochs,
    seed: SeedOption = _DEFAULT.seed,
) -> None:
    """Train without some publishers and judge what is found in their articles."""
    recipe = _recipe(gold, work, epochs, seed)
    for group in without:
        recipe.fold(group.split(","))


@app.command()
def build(
    gold: GoldOption,
    without: WithoutOption,
    work: WorkOption = Path("build/training"),
    out: OutOption = DEFAULT_FOLDER,
    version: VersionOption = "1.0.0",
    branch: BranchOption = None,
) -> None:
    """Write the model folder from a finished training, its branches and its folds."""
    recipe = _recipe(gold, work, _DEFAULT.epochs, _DEFAULT.seed)
    recipe.build(out, version, [group.split(",") for group in without], branch or ())


@app.command()
def card(
    dev: DevOption,
    out: OutOption = DEFAULT_FOLDER,
    data: DataOption = None,
) -> None:
    """Measure a model folder with each detector, and write its card."""
    note, articles = read_note(data), read_gold(dev)
    measured = [measure(out, articles, detector) for detector in get_args(DetectorName)]
    write_card(out, measured, note)
    for one in measured:
        typer.echo(f"{one.detector}: attributed F1 {told(one.spans.attributed).f1:.3f}")


@app.command()
def domains(
    dev: DevOption,
    without: Annotated[str, typer.Option(help="The publishers of one fold, with commas between.")],
    work: WorkOption = Path("build/training"),
    out: OutOption = DEFAULT_FOLDER,
) -> None:
    """Print what leaving publishers out costs on their articles, and on the others'."""
    left_out = without.split(",")
    fold = work / fold_name(left_out) / MODEL
    typer.echo(table(compare_domains(fold, out, read_gold(dev), left_out)))


def _recipe(gold: Path, work: Path, epochs: float, seed: int) -> Recipe:
    try:
        from models.training.run import Recipe
    except ModuleNotFoundError as error:
        typer.echo(f"{error}; for what training needs, run: pip install --group train", err=True)
        raise typer.Exit(1) from None
    return Recipe(gold, work, replace(_DEFAULT, epochs=epochs, seed=seed), typer.echo)


if __name__ == "__main__":
    app()
