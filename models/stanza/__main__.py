"""Trains and measures ``en_stanza_sm``; see ``models/en_stanza_sm/README.md``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from models.stanza.settings import NAMES, Name

app = typer.Typer(help=__doc__, no_args_is_help=True, add_completion=False)
DEFAULT_FOLDER = Path("models/en_stanza_sm")

GumOption = Annotated[Path, typer.Option(help="The folder of GUM, which contains dep.")]
EwtOption = Annotated[Path, typer.Option(help="UD English EWT: a folder of CoNLL-U files.")]
NewsOption = Annotated[
    list[Path],
    typer.Option(help="News articles, one JSON object with a text per line; repeat for each file."),
]
WorkOption = Annotated[Path, typer.Option(help="Folder of training files; run again to resume.")]
OutOption = Annotated[Path, typer.Option(help="The model's folder.")]
DeviceOption = Annotated[str, typer.Option(help="Where torch trains: cpu, or cuda.")]
QuickOption = Annotated[bool, typer.Option(help="Only a few steps each, to try the recipe.")]


@app.command()
def train(
    gum: GumOption,
    ewt: EwtOption,
    news: NewsOption,
    out: OutOption = DEFAULT_FOLDER,
    work: WorkOption = Path("build/stanza"),
    device: DeviceOption = "cpu",
    quick: QuickOption = False,
) -> None:
    """Train all models and pack them; models already in the work folder are not trained again."""
    from models.stanza.pack import pack
    from models.stanza.prepare import Corpora, prepare
    from models.stanza.steps import train_step

    prepare(Corpora(gum, ewt), news, work)
    for name in NAMES:
        if not (work / f"{name}.pt").exists():
            train_step(work, name, device, quick=quick)
    pack(work, out)


@app.command()
def step(
    name: Annotated[str, typer.Argument(help=f"One of {', '.join(NAMES)}.")],
    work: WorkOption = Path("build/stanza"),
    device: DeviceOption = "cpu",
    quick: QuickOption = False,
) -> None:
    """Train one model again, on files that were already prepared."""
    from models.stanza.steps import train_step

    if name not in NAMES:
        raise typer.BadParameter(f"{name!r} is not a model; expected one of {', '.join(NAMES)}")
    known: Name = next(one for one in NAMES if one == name)
    train_step(work, known, device, quick=quick)


@app.command("pack")
def pack_models(out: OutOption = DEFAULT_FOLDER, work: WorkOption = Path("build/stanza")) -> None:
    """Write the trained models into a folder that Stanza loads."""
    from models.stanza.pack import pack

    pack(work, out)


@app.command()
def measure(
    gum: GumOption,
    ewt: EwtOption,
    news: Annotated[Path, typer.Option(help="News articles that nothing was trained on.")],
    out: OutOption = DEFAULT_FOLDER,
    work: WorkOption = Path("build/stanza"),
) -> None:
    """Measure the models and spaCy's on the held-out documents, and write the card."""
    from models.stanza.measuring.card import write_card
    from models.stanza.prepare import Corpora

    typer.echo(write_card(out, Corpora(gum, ewt), news, work))


if __name__ == "__main__":
    app()
