r"""Short invented documents as they occur in practice, with the expected quotations marked.

Each file of ``texts/`` has a few ``key: value`` lines, a line ``---``, then the text as a
scraper leaves it. In the text, quotations are marked as in ``tests/annotated.py`` and ``\u00a0``
stands for that character; line breaks are kept. A line that begins with ``~ `` is page furniture;
the sign is not part of the text.

- ``about``: what the document is; ``kind``: what makes it difficult
- ``published``: the day of publication, if it is given with the document
- ``newlines: crlf``: lines end as on Windows
- ``optional: 2, 4``: quotations, by number, that careful readers disagree about and that may or
  may not be found

Marked is what somebody is reported to have said or written, with or without quotation marks, and
including these and "that"; not mere thoughts, titles, signs or terms. The words of one utterance
on both sides of its cue, and any that continue in marks after it, are one quotation. A quotation
within a quotation is not marked. A turn of a transcript is a quotation; its label is the source.
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
    """A text with its required quotations, optional quotations and lines of furniture."""

    name: str
    about: str
    kind: str
    text: str
    quotations: tuple[Expected, ...]
    optional: tuple[Expected, ...] = ()
    furniture: tuple[Bounds, ...] = ()
    published: date | None = None


def read_documents(folder: Path = FOLDER) -> list[Document]:
    """Read all documents of a folder, ordered by file name."""
    return [read_document(path) for path in sorted(folder.glob("*.txt"))]


def read_document(path: Path) -> Document:
    """Read one document.

    Raises:
        ValueError: the file does not have the documented form.
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
    """Return the offsets of the chosen lines in the text, which has the same lines as the file."""
    found = []
    start = 0
    for line, is_chosen in zip(text.split(newline), chosen, strict=True):
        if is_chosen:
            found.append((start, start + len(line)))
        start += len(line) + len(newline)
    return tuple(found)
