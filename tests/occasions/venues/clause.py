"""Trees of clauses, written in one line: "Roe NNP nsubj 2; said/say VBD ROOT 2; in IN prep 2"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span

from quotex.occasions.venues.mention import VenueMention
from quotex.parse.view import Token
from tests.trees import doc_of, read_doc


def tokens(line: str) -> list[Token]:
    """Return the tokens of a clause; each is a word, its tag, relation, head and maybe an entity.

    The lemma is what follows a slash, or else the word in lower case; that of a name is the name
    itself. An entity is one word long.
    """
    rows, labels = [], []
    for part in line.split("; "):
        word, tag, dep, head, *entity = part.split()
        word, _, lemma = word.partition("/")
        lemma = lemma or (word if tag.startswith("NNP") else word.lower())
        rows.append(f"{word} {lemma} {tag} {dep} {head}")
        labels.append(entity[0] if entity else "")
    doc = doc_of("\n".join(rows))
    doc.set_ents([Span(doc, n, n + 1, label) for n, label in enumerate(labels) if label])
    return read_doc(doc).view.tokens


def said(rest: str) -> list[Token]:
    """Return the tokens of "Roe said", which are the first two, and those of ``rest``."""
    return tokens(f"Roe NNP nsubj 2; said/say VBD ROOT 2; {rest}")


def shown(venues: Iterable[VenueMention]) -> str:
    """Return venues in the notation of the cases: "event rally, place Oslo", "-" for none."""
    names = (f"{v.kind} {' '.join(t.text for t in v.words)}" for v in venues)
    return ", ".join(sorted(names)) or "-"
