r"""Twelve invented newspaper articles from around the world, with all labels.

``python -m tests.accuracy.world.corpus FOLDER > gold.jsonl`` writes a folder of articles in this
notation as gold for ``quotex evaluate``.
Each file of ``texts/`` has three parts, separated by a line ``---``:

1. ``publisher: …`` and ``date: …``, the day of publication;
2. the text, with quotations marked as in ``tests/annotated.py``; the first line is the title;
3. the speakers, then a line for each quotation, in numerical order::

       @roe Ada Roe | person | Roe; Dr Ada Roe
       @aide aide | person, unnamed
       1 roe | 2024-03-05 Tuesday | event hearing | ~place Brackley
       2 roe writing optional | ~2024-03-01/2024-03-31 March | medium memo
       3 -

A speaker has a name, a kind and other accepted names. A quotation has its speaker (``-`` for none),
its mode if that is not speech, ``optional`` and ``nested``; then the day or days, with the words
that give them, and the venues. ``~`` marks days and venues inherited from elsewhere in the article.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, get_args

from quotex.evaluation.gold import GoldArticle
from quotex.records import Mode, VenueKind
from tests.annotated import Expected, parse_text

FOLDER: Final = Path(__file__).with_name("texts")
HEAD: Final = ("publisher", "date")
KINDS: Final = frozenset({"person", "group", "organization", "government", "document", "unknown"})
FLAGS: Final = frozenset({"optional", "nested"})
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))? (.+)")

Values = dict[str, Any]


def read_world(folder: Path = FOLDER) -> list[GoldArticle]:
    """Read all articles of a folder, ordered by file name."""
    return [GoldArticle.model_validate(values) for values in read_values(folder)]


def read_values(folder: Path = FOLDER) -> list[Values]:
    """Read all articles of a folder as objects of a gold file, with all labels."""
    return [read_article(path) for path in sorted(folder.glob("*.txt"))]


def read_article(path: Path) -> Values:
    """Read one article.

    Raises:
        ValueError: the file does not have the documented form.
    """
    try:
        return {"id": f"world-{path.stem}", **article(path.read_text("utf-8"))}
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from None


def article(content: str) -> Values:
    """Return the article in the content of one file, without an id.

    Raises:
        ValueError: the content does not have the documented form.
    """
    parts = content.split("\n---\n")
    if len(parts) != 3:
        raise ValueError(f"expected head, text and labels, found {len(parts)} parts")
    head = dict(line.partition(": ")[::2] for line in parts[0].splitlines())
    if tuple(head) != HEAD:
        raise ValueError(f"expected a head of {' and '.join(HEAD)}, got {', '.join(head)}")
    case = parse_text(parts[1])
    lines = [line for line in parts[2].splitlines() if line]
    speakers = dict(_speaker(line) for line in lines if line.startswith("@"))
    labels = [line for line in lines if not line.startswith("@")]
    if len(labels) != len(case.quotations):
        raise ValueError(f"{len(case.quotations)} quotations are marked, {len(labels)} labelled")
    idle = speakers.keys() - {word for label in labels for word in label.split()[1:2]}
    if idle:
        raise ValueError(f"no quotation is given to {', '.join(sorted(idle))}")
    attributions = [
        _attribution(number, label, expected, speakers)
        for number, (label, expected) in enumerate(zip(labels, case.quotations, strict=True), 1)
    ]
    title = case.text.split("\n")[0]
    return {**head, "title": title, "text": case.text, "attributions": attributions}


def _speaker(line: str) -> tuple[str, Values]:
    named, kinds, *others = (part.strip() for part in line.removeprefix("@").split("|"))
    key, _, name = named.partition(" ")
    kind, _, unnamed = kinds.partition(", ")
    if kind not in KINDS or unnamed not in ("", "unnamed") or not name:
        raise ValueError(f"expected '@key name | kind[, unnamed] | other names', got {line!r}")
    aliases = [alias.strip() for other in others for alias in other.split(";")]
    return key, {
        "speaker": name,
        "speaker_kind": kind,
        "aliases": aliases,
        "named": not unnamed,
    }


_NOBODY: Final[Values] = {"speaker": None, "speaker_kind": None, "aliases": [], "named": False}


def _attribution(
    number: int, label: str, expected: Expected, speakers: dict[str, Values]
) -> Values:
    first, *occasion = (part.strip() for part in label.split("|"))
    given, key, *words = first.split()
    modes = [word for word in words if word in get_args(Mode)]
    if given != str(number) or len(modes) > 1 or not set(words) - set(modes) <= FLAGS:
        raise ValueError(f"expected '{number} speaker [mode] [optional] [nested]', got {label!r}")
    if key != "-" and key not in speakers:
        raise ValueError(f"quotation {number} is given to {key!r}, who is not among the speakers")
    days = [day for part in occasion if (day := _day(part))]
    venues = [_venue(part) for part in occasion if not _day(part)]
    if len(days) > 1:
        raise ValueError(f"quotation {number} has {len(days)} days")
    return {
        "id": f"a{number}",
        **expected.roles,
        "mode": modes[0] if modes else "speech",
        "optional": "optional" in words,
        "nested": "nested" in words,
        **(speakers[key] if key != "-" else _NOBODY),
        "date": days[0] if days else None,
        "venues": venues,
    }


def _day(part: str) -> Values | None:
    match = _DAY.fullmatch(part.removeprefix("~"))
    if match is None:
        return None
    start, end, text = match.groups()
    return {"from": start, "to": end or start, "text": text, "scope": _scope(part)}


def _venue(part: str) -> Values:
    kind, _, text = part.removeprefix("~").partition(" ")
    if kind not in get_args(VenueKind) or not text:
        raise ValueError(f"expected a day, or a venue as 'event hearing', got {part!r}")
    return {"kind": kind, "text": text, "scope": _scope(part)}


def _scope(part: str) -> str:
    return "inherited" if part.startswith("~") else "explicit"


def jsonl(values: list[Values]) -> str:
    """Return articles as the text of a gold file, one per line."""
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the articles of a folder as a gold file."""
    parser = argparse.ArgumentParser(description="Print annotated articles as gold, one a line.")
    parser.add_argument("folder", type=Path, help="a folder of *.txt")
    folder = parser.parse_args(arguments).folder
    values = read_values(folder)
    if not values:
        parser.error(f"expected a folder with articles as *.txt, found none in {str(folder)!r}")
    sys.stdout.write(jsonl(values))


if __name__ == "__main__":
    main()
