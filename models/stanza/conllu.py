"""Documents of CoNLL-U files: sentences with their words, paragraphs, and spaces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC = range(10)
Row = tuple[str, ...]


@dataclass(frozen=True)
class Token:
    """A token of the text: a word, or several written as one, and whether a space follows."""

    text: str
    words: tuple[Row, ...]
    space_after: bool

    @property
    def is_multiword(self) -> bool:
        """Whether several words are written as one, as in "don't"."""
        return len(self.words) > 1


@dataclass(frozen=True)
class Sentence:
    """A sentence; ``starts_paragraph`` is True if a paragraph begins with it."""

    tokens: tuple[Token, ...]
    starts_paragraph: bool

    @property
    def words(self) -> list[Row]:
        """The rows of the words, in order."""
        return [word for token in self.tokens for word in token.words]

    @property
    def text(self) -> str:
        """The sentence as written, without the space after it."""
        parts = [token.text + (" " if token.space_after else "") for token in self.tokens]
        return "".join(parts).rstrip()

    @property
    def space_after(self) -> bool:
        """Whether there was a space between this sentence and the next."""
        return self.tokens[-1].space_after


@dataclass(frozen=True)
class Document:
    """A document with its id in the corpus."""

    id: str
    sentences: tuple[Sentence, ...]

    def paragraphs(self) -> Iterator[list[Sentence]]:
        """Yield the sentences of each paragraph."""
        paragraph: list[Sentence] = []
        for sentence in self.sentences:
            if sentence.starts_paragraph and paragraph:
                yield paragraph
                paragraph = []
            paragraph.append(sentence)
        if paragraph:
            yield paragraph


def documents(path: Path) -> list[Document]:
    """Return the documents of a file, or of all files in a folder, sorted by id.

    Raises:
        FileNotFoundError: there is no such file, or the folder contains no ``.conllu`` files.
    """
    files = sorted(path.glob("*.conllu")) if path.is_dir() else [path]
    if not files:
        raise FileNotFoundError(
            f"no .conllu files in {path}: expected a folder of CoNLL-U files; give the right folder"
        )
    found = [document for file in files for document in read(file.read_text("utf-8"))]
    return sorted(found, key=lambda document: document.id)


def read(text: str) -> Iterator[Document]:
    """Yield the documents of a CoNLL-U text."""
    name, sentences = "", list[Sentence]()
    starts_paragraph = True
    for block in text.split("\n\n"):
        rows: list[Row] = []
        for line in block.splitlines():
            if line.startswith("# newdoc"):
                if sentences:
                    yield Document(name, tuple(sentences))
                name, sentences = line.partition("=")[2].strip(), []
                starts_paragraph = True
            elif line.startswith("# newpar"):
                starts_paragraph = True
            elif line and not line.startswith("#"):
                rows.append(tuple(line.split("\t")))
        if rows:
            sentences.append(Sentence(tuple(_tokens(rows)), starts_paragraph))
            starts_paragraph = False
    if sentences:
        yield Document(name, tuple(sentences))


def _tokens(rows: list[Row]) -> Iterator[Token]:
    words = {row[ID]: row for row in rows if row[ID].isdigit()}
    covered: set[str] = set()
    for row in rows:
        if "-" in row[ID]:
            first, _, last = row[ID].partition("-")
            ids = [str(i) for i in range(int(first), int(last) + 1)]
            covered.update(ids)
            yield Token(row[FORM], tuple(words[i] for i in ids), _space(row))
        elif row[ID] in words and row[ID] not in covered:
            yield Token(row[FORM], (row,), _space(row))


def _space(row: Row) -> bool:
    return "SpaceAfter=No" not in row[MISC].split("|")


def write(path: Path, sentences: list[Sentence]) -> None:
    """Write sentences as CoNLL-U, without morphological features, which quotex does not read."""
    path.write_text("".join(_block(sentence) for sentence in sentences), "utf-8")


def write_words(path: Path, sentences: list[Sentence]) -> None:
    """Write each distinct word with its tag and lemma once, as a sentence of its own."""
    kinds = {
        (word[FORM], word[LEMMA], word[UPOS], word[XPOS])
        for sentence in sentences
        for word in sentence.words
    }
    rows = ("\t".join(("1", *kind, "_", "0", "root", "_", "_")) for kind in sorted(kinds))
    path.write_text("".join(f"{row}\n\n" for row in rows), "utf-8")


def _block(sentence: Sentence) -> str:
    lines = [f"# text = {sentence.text}"]
    for token in sentence.tokens:
        misc = "_" if token.space_after else "SpaceAfter=No"
        if token.is_multiword:
            span = f"{token.words[0][ID]}-{token.words[-1][ID]}"
            lines.append("\t".join((span, token.text, *"______", "_", misc)))
        for word in token.words:
            kept = (*word[:FEATS], "_", word[HEAD], word[DEPREL], "_")
            lines.append("\t".join((*kept, "_" if token.is_multiword else misc)))
    return "\n".join(lines) + "\n\n"
