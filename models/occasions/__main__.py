"""Learns the weights of clause 13 of the law of inheritance; see ``models/README.md``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from models.occasions.learning import rows_of, table
from quotex.evaluation.gold import read_gold

TABLE = Path("quotex/occasions/inheritance/likely.toml")

app = typer.Typer(help=__doc__, add_completion=False)


@app.command()
def learn(
    gold: Annotated[list[Path], typer.Argument(help="Gold articles with days and venues.")],
    out: Annotated[Path, typer.Option(help="The table to write.")] = TABLE,
) -> None:
    """Learn from all articles of the given files, and write the table."""
    articles = [article for path in gold for article in read_gold(path)]
    names = ", ".join("/".join(path.parts[-2:]) for path in gold)
    try:
        text = table(rows_of(articles), f"{len(articles)} articles of {names}")
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    app()
