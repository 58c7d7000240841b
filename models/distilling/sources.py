"""Readers of unannotated text: JSON Lines, plain text files, and CoNLL-U corpora."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from models.stanza.conllu import documents
from quotex.evaluation.gold import GoldArticle


def articles(path: Path) -> list[GoldArticle]:
    """Return the texts of a file, or of all files in a known format in a folder, unannotated.

    Raises:
        ValueError: the file, or every file of the folder, is in another format.
    """
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    known = [file for file in files if file.suffix in _READERS]
    if not known:
        raise ValueError(
            f"no text in {path}: expected {', '.join(_READERS)}; give such a file, or a folder "
            "of them"
        )
    return [
        GoldArticle(id=name, text=text, attributions=[])
        for file in known
        for name, text in _READERS[file.suffix](file)
        if text.strip()
    ]


def _from_json_lines(path: Path) -> Iterator[tuple[str, str]]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if line.strip():
                given = json.loads(line)
                yield str(given.get("id") or f"{path.stem}-{number}"), given["text"]


def _from_text(path: Path) -> Iterator[tuple[str, str]]:
    yield path.stem, path.read_text("utf-8")


def _from_conllu(path: Path) -> Iterator[tuple[str, str]]:
    for document in documents(path):
        paragraphs = (" ".join(s.text for s in paragraph) for paragraph in document.paragraphs())
        yield document.id, "\n\n".join(paragraphs)


_READERS: dict[str, Callable[[Path], Iterator[tuple[str, str]]]] = {
    ".jsonl": _from_json_lines,
    ".txt": _from_text,
    ".conllu": _from_conllu,
}
