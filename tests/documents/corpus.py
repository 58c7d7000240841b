r"""Short invented documents as they are found, with the expected quotations marked in them.

Each file of ``texts/`` has a few ``key: value`` lines, a line ``---``, then the text as a
scraper leaves it. In the text, quotations are marked as in ``tests/annotated.py`` and ``\u00a0``
stands for that character; line breaks stand as they are. A line that begins with ``~ `` is page
furniture; the sign is no part of the text.

- ``about``: what document it is; ``kind``: which trouble it makes
- ``published``: its day, where it is given with the document
- ``newlines: crlf``: its lines end as on Windows
- ``optional: 2, 4``: quotations that careful readers disagree about, counted in order of their
  numbers: may be found or not

What is marked: what somebody is reported to have said or written, in marks or not, with "that" and
the quotation marks; no mere thoughts, titles, signs or terms. The words of one utterance about
its cue, and what goes on in marks after it, are one quotation. A quotation within a quotation is
not marked. A turn of a transcript is a quotation; its label is the source.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from tests.annotated import Bounds, Expected, parse_text

FOLDER: Final = Path(__file__).with_name("texts")
KEYS: Final = frozenset({"about", "kind", "published", "newlines", "optional"})
FURNITURE: Final = "~ "


@dataclass(frozen=True, slots=True)
class Document:
    """A text, the quotations to be found in it, those that may be, and its lines of furniture."""

    name: str
    about: str
    kind: str
    text: str
    quotations: tuple[Expected, ...]
    optional: tuple[Expected, ...] = ()
    furniture: tuple[Bounds, ...] = ()
    published: date | None = None


def read_documents(folder: Path = FOLDER) -> list[Document]:
    """Read all documents of a folder, in order of their names."""
    return [read_document(path) for path in sorted(folder.glob("*.txt"))]


def read_document(path: Path) -> Document:
    """Read one document.

    Raises:
        ValueError: the file is not of the documented form.
    """
    try:
        return _document(path.stem, path.read_text("utf-8"))
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from None


def _document(name: str, content: str) -> Document:
    head, separator, body = content.partition("\n---\n")
    if not separator:
        raise ValueError("no line '---' between the head and the text")
    fields = _fields(head)
    newline = {"crlf": "\r\n", "lf": "\n"}[fields.get("newlines", "lf")]
    lines = body.removesuffix("\n").split("\n")
    case = parse_text(newline.join(line.removeprefix(FURNITURE) for line in lines))
    furniture = _bounds(case.text, newline, [line.startswith(FURNITURE) for line in lines])
    for expected in case.quotations:
        if any(a < d and c < b for a, b in expected.roles["content"] for c, d in furniture):
            raise ValueError("a quotation is marked in furniture")
    numbers = {int(number) for number in fields.get("optional", "").split(",") if number.strip()}
    if not numbers <= set(range(1, len(case.quotations) + 1)):
        raise ValueError(f"optional: there are {len(case.quotations)} quotations, not {numbers}")
    published = fields.get("published")
    return Document(
        name=name,
        about=fields["about"],
        kind=fields["kind"],
        text=case.text,
        quotations=tuple(q for n, q in enumerate(case.quotations, 1) if n not in numbers),
        optional=tuple(q for n, q in enumerate(case.quotations, 1) if n in numbers),
        furniture=furniture,
        published=date.fromisoformat(published) if published else None,
    )


def _fields(head: str) -> dict[str, str]:
    fields = {}
    for line in head.split("\n"):
        key, separator, value = line.partition(": ")
        if key not in KEYS or not separator or not value.strip():
            raise ValueError(f"expected one of {', '.join(sorted(KEYS))} and a value, got {line!r}")
        fields[key] = value.strip()
    for key in ("about", "kind"):
        if key not in fields:
            raise ValueError(f"the head lacks {key!r}")
    if fields.get("newlines", "lf") not in ("lf", "crlf"):
        raise ValueError(f"newlines: expected 'crlf', got {fields['newlines']!r}")
    return fields


def _bounds(text: str, newline: str, chosen: list[bool]) -> tuple[Bounds, ...]:
    """Return the offsets of the chosen lines; marks hold no line break, so lines stay in step."""
    found = []
    start = 0
    for line, is_chosen in zip(text.split(newline), chosen, strict=True):
        if is_chosen:
            found.append((start, start + len(line)))
        start += len(line) + len(newline)
    return tuple(found)
