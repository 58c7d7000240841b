"""Hand-made parsed articles, so the input of the rules does not change with a model."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from quotex.document.document import Document
from quotex.languages import Language
from quotex.parse.builder import ViewBuilder
from quotex.parse.engine import Scheme
from quotex.parse.shape import normalised
from quotex.parse.spacy.engine import tree_of
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context
from quotex.records import Article

ENGLISH = Language()
DENIED = """
Bo      bo     NNP nsubj 2
denied  deny   VBD ROOT  2
that    that   IN  mark  5
it      it     PRP nsubj 5
snowed  snow   VBD ccomp 2
.       .      .   punct 2
"""
_VOCAB = Vocab()
_AUXILIARY = frozenset({"aux", "auxpass", "aux:pass", "cop"})
_NO_SPACE_BEFORE = frozenset(",.:;?!”’)") | {"'s", "n't"}
_NO_SPACE_AFTER = frozenset("“‘(")
_HYPHEN = "HYPH"
_POS_BY_TAG = {
    "CC": "CCONJ", "CD": "NUM", "DT": "DET", "EX": "PRON", "IN": "ADP", "JJ": "ADJ", "MD": "AUX",
    "NN": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "NNS": "NOUN", "POS": "PART", "PRP": "PRON",
    "PRP$": "PRON", "RB": "ADV", "RP": "ADP", "TO": "PART", "UH": "INTJ", "WDT": "PRON",
    "WP": "PRON", "WRB": "ADV",
}  # fmt: skip

Found = tuple[list[str], str, str]
_UD, _CLEAR, _ENTITY = slice(3, 5), slice(5, 7), 7


@dataclass(frozen=True, slots=True)
class TreeCase:
    """Sentences in both schemes, and the expected fields of each quotation in them."""

    name: str
    expected: tuple[dict[str, str], ...]
    rows: tuple[tuple[tuple[str, ...], ...], ...]

    def doc(self, scheme: Scheme) -> Doc:
        """Return the sentences as a Doc under the labels of ``scheme``."""
        parse = _UD if scheme == "ud" else _CLEAR
        doc = doc_of(*("\n".join(" ".join([*r[:3], *r[parse]]) for r in s) for s in self.rows))
        labels = [row[_ENTITY] if len(row) > _ENTITY else "" for rows in self.rows for row in rows]
        firsts = [number for number, label in enumerate(labels) if label not in {"", "+"}]
        doc.set_ents([Span(doc, first, _end(labels, first), labels[first]) for first in firsts])
        return doc


def read_tree_cases(path: Path) -> list[TreeCase]:
    """Read the cases of a file.

    A case begins with "== " and its name. A line "1: speaker=Ada Roe; kind=person" states the
    expected fields of the first quotation. Then come the sentences, separated by empty lines. Each
    line is a word, its lemma and its tag; its UD label and the number of its head; the same in
    CLEAR; and the label of the entity that begins there, or "+" where it continues.
    """
    cases = []
    for block in ("\n" + path.read_text("utf-8")).split("\n== ")[1:]:
        name, _, body = block.partition("\n")
        lines = body.splitlines()
        stated = [line.partition(": ")[2] for line in lines if re.match(r"\d+: ", line)]
        sentences = "\n".join(lines[len(stated) :]).strip().split("\n\n")
        cases.append(
            TreeCase(
                name,
                tuple(dict(field.split("=") for field in line.split("; ")) for line in stated),
                tuple(tuple(tuple(row.split()) for row in s.splitlines()) for s in sentences),
            )
        )
    return cases


def _end(labels: list[str], first: int) -> int:
    last = first + 1
    while last < len(labels) and labels[last] == "+":
        last += 1
    return last


def doc_of(*tables: str) -> Doc:
    """Return the Doc of sentences, one per table: word, lemma, tag, relation, number of the head.

    Numbers count from 1 within a table. The coarse part of speech is derived from tag and relation.
    The word "¶" ends a paragraph.
    """
    rows: list[list[str]] = []
    heads: list[int] = []
    for table in tables:
        first = len(rows)
        for line in table.strip().splitlines():
            rows.append(line.split())
            heads.append(first + int(rows[-1][4]) - 1)
    words = [row[0].replace("¶", "\n\n") for row in rows]
    hyphens = [row[2] == _HYPHEN for row in rows]
    return Doc(
        _VOCAB,
        words=words,
        spaces=[
            not any(hyphens[n : n + 2]) and _has_space(*pair)
            for n, pair in enumerate(pairwise([*words, "."]))
        ],
        lemmas=[row[1] for row in rows],
        tags=[row[2] for row in rows],
        pos=[_pos(row[2], row[3]) for row in rows],
        deps=[row[3] for row in rows],
        heads=heads,
    )


def context_of(*tables: str, scheme: Scheme = "clear") -> Context:
    """Return the input of a rule for sentences given as tables (see ``doc_of``)."""
    return read_doc(doc_of(*tables), scheme)


def read_doc(doc: Doc, scheme: Scheme = "clear", published: str | None = None) -> Context:
    """Return the input of a rule for a Doc whose labels are those of ``scheme``."""
    article = Article(text=doc.text, language="en", published=published)
    document = Document(article, ENGLISH)
    builder = ViewBuilder(document.text, document.bounds, ENGLISH.classes)
    builder.add(
        normalised(tree_of(doc), scheme, ENGLISH.classes),
        doc.text,
        lambda start, end: (start, end),
    )
    return Context(document, builder.view, furniture=True)


def texts(context: Context, candidates: Iterable[Candidate]) -> list[Found]:
    """Return the parts of content, the cue and the source of each candidate as text."""
    text = context.view.text
    return [
        (
            [text[start:end] for start, end in candidate.content],
            " ".join(t.text for t in candidate.cue),
            " ".join(t.text for t in candidate.source),
        )
        for candidate in candidates
    ]


def source_of(text: str, candidate: Candidate) -> str:
    """Return the source of a candidate as it appears in the text."""
    return text[candidate.source[0].start : candidate.source[-1].end]


def _has_space(word: str, following: str) -> bool:
    if word.isspace() or following.isspace():
        return False
    return word not in _NO_SPACE_AFTER and following not in _NO_SPACE_BEFORE


def _pos(tag: str, dep: str) -> str:
    if dep in _AUXILIARY or tag == "MD":
        return "AUX"
    if tag.startswith("VB"):
        return "VERB"
    if tag == "_SP":
        return "SPACE"
    if tag == "IN" and dep == "mark":
        return "SCONJ"
    return _POS_BY_TAG.get(tag, "PUNCT")
