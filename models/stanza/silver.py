"""Writes the training files of the entity recogniser: a teacher's labels, corrected by GUM's names.

The teacher is the spaCy model that quotex installs. Tokens are those that Stanza's tokenizer gives
the recogniser: words written as one ("Smith's") are one token.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import spacy

from models.stanza.conllu import Document, Sentence
from models.stanza.entities import LABELS, Name, names
from quotex.parse.models import installed_model

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_KINDS = frozenset(label for labels in LABELS.values() for label in labels) | {"NORP"}
_CLITICS = frozenset(
    {"'s", "n't", "'re", "'ve", "'ll", "'d", "'m"} | {"’s", "n’t", "’re", "’ve", "’ll", "’d", "’m"}
)


@dataclass(frozen=True)
class Span:
    """A stretch of text, or of tokens, with a label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Labelled:
    """The tokens of a sentence, and its entities over tokens ``[start, end)``."""

    tokens: list[str]
    entities: list[Span]

    def to_stanza(self) -> list[dict[str, object]]:
        """Return the tokens with BIO tags, in the format of Stanza's documents."""
        tags = ["O"] * len(self.tokens)
        for span in self.entities:
            tags[span.start : span.end] = [f"I-{span.label}"] * (span.end - span.start)
            tags[span.start] = f"B-{span.label}"
        return [
            {"id": i, "text": text, "ner": tag}
            for i, (text, tag) in enumerate(zip(self.tokens, tags, strict=True), 1)
        ]


def teacher() -> Language:
    """Return the spaCy model with only its recogniser and sentence splitter."""
    language = spacy.load(installed_model(), exclude=["tagger", "parser", "lemmatizer"])
    language.enable_pipe("senter")
    return language


def write_labelled(path: Path, sentences: Iterable[Labelled]) -> None:
    """Write sentences in the format that Stanza's recogniser reads."""
    path.write_text(json.dumps([one.to_stanza() for one in sentences]), "utf-8")


def from_texts(language: Language, texts: Iterable[str]) -> Iterator[Labelled]:
    """Yield the sentences of articles with the teacher's labels, given one paragraph at a time."""
    paragraphs = (line.strip() for text in texts for line in text.split("\n") if line.strip())
    for doc in language.pipe(paragraphs, batch_size=64):
        for sentence in doc.sents:
            bounds: list[tuple[int, int]] = []
            for token in sentence:
                start, end = token.idx, token.idx + len(token)
                if bounds and token.text in _CLITICS and bounds[-1][1] == start:
                    bounds[-1] = (bounds[-1][0], end)
                elif not token.is_space:
                    bounds.append((start, end))
            if bounds:
                yield _labelled(doc.text, bounds, _spans(doc))


def from_documents(language: Language, trees: list[Document]) -> Iterator[Labelled]:
    """Yield the sentences of the corpora with labels; names that GUM marks get GUM's type."""
    for document in trees:
        for paragraph in document.paragraphs():
            text, places = _joined(paragraph)
            spans = _spans(language(text))
            for sentence, bounds in zip(paragraph, places, strict=True):
                found = _labelled(text, bounds, spans)
                yield Labelled(
                    found.tokens, corrected(found.entities, _by_token(sentence, names(sentence)))
                )


def corrected(predicted: list[Span], known: list[Name]) -> list[Span]:
    """Return the teacher's entities with the types of the known names, and the names it missed."""
    kept: list[Span] = []
    missed = list(known)
    for span in predicted:
        overlapping = [name for name in known if name.start < span.end and span.start < name.end]
        missed = [name for name in missed if name not in overlapping]
        types = {name.type for name in overlapping}
        label = span.label
        if len(types) == 1 and label in _KINDS:
            allowed = LABELS[types.pop()]
            label = label if label in allowed else allowed[0]
        kept.append(Span(span.start, span.end, label))
    kept.extend(Span(name.start, name.end, LABELS[name.type][0]) for name in missed)
    return sorted(kept, key=lambda span: span.start)


def _joined(paragraph: list[Sentence]) -> tuple[str, list[list[tuple[int, int]]]]:
    text, places = "", list[list[tuple[int, int]]]()
    for sentence in paragraph:
        places.append([])
        for token in sentence.tokens:
            places[-1].append((len(text), len(text) + len(token.text)))
            text += token.text + (" " if token.space_after else "")
        text = text.rstrip() + " "
    return text, places


def _spans(doc: Doc) -> list[Span]:
    return [Span(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents]


def _labelled(text: str, bounds: list[tuple[int, int]], spans: list[Span]) -> Labelled:
    entities: list[Span] = []
    for span in spans:
        over = [i for i, (a, b) in enumerate(bounds) if a < span.end and span.start < b]
        if over and (not entities or entities[-1].end <= over[0]):
            entities.append(Span(over[0], over[-1] + 1, span.label))
    return Labelled([text[a:b] for a, b in bounds], entities)


def _by_token(sentence: Sentence, known: list[Name]) -> list[Name]:
    """Return the names with places counted in tokens instead of words."""
    at = [i for i, token in enumerate(sentence.tokens) for _ in token.words]
    return [Name(at[name.start], at[name.end - 1] + 1, name.type) for name in known]
