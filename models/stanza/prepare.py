"""Reads the corpora and writes the input of Stanza's training code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from models.stanza.conllu import FORM, Document, Sentence, documents, write, write_words
from models.stanza.marks import with_mixed_marks
from models.stanza.settings import VECTORS
from models.stanza.silver import Labelled, from_documents, from_texts, teacher, write_labelled
from models.stanza.split import Split, split
from models.stanza.texts import texts
from models.stanza.tokens import write_tokens
from models.stanza.trees import tree_teacher, trees_of_texts, with_teacher_tags

_OTHER_MARKS_SHARE = 0.3  # share of the training sentences that get the other style of marks
_WORD = re.compile(r"\w+(?:-\w+)*|[^\w\s]")
_TEACHER_TREES, _SILVER = "taught.conllu", "silver.conllu"
_TEACHER_TAGS_SHARE = 0.5  # share of the parser's training sentences that get the teacher's tags
_ENTITIES = "ner.{}.json"
_DEV_EVERY = 50
_MAX_WORDS, _MAX_CHARACTERS = 70, 25  # one long sentence or URL slows the whole batch down


@dataclass(frozen=True)
class Corpora:
    """The folders of the corpora: GUM, whose trees in ``dep`` mark entities, and UD English EWT."""

    gum: Path
    ewt: Path

    def split(self) -> Split:
        """Return the documents with trees, each corpus split separately."""
        return split(documents(self.gum / "dep")) + split(documents(self.ewt))


def sentences(found: list[Document]) -> list[Sentence]:
    """Return the sentences of all documents, in order."""
    return [sentence for document in found for sentence in document.sentences]


def write_trees(corpora: Corpora, folder: Path) -> Split:
    """Write the trees and the tokenizer's files of all three parts, and return the parts."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = corpora.split()
    train = with_mixed_marks(sentences(parts.train), _OTHER_MARKS_SHARE, seed=1)
    write(folder / "train.conllu", [one for one in train if _is_short(one)])
    write_words(folder / "words.conllu", train)
    write(folder / "dev.conllu", sentences(parts.dev))
    write(folder / "held.conllu", sentences(parts.held_out))
    write_tokens(folder, "train", parts.train, other_marks=True)
    write_tokens(folder, "dev", parts.dev, other_marks=False)
    write_tokens(folder, "held", parts.held_out, other_marks=False)
    return parts


def _is_short(sentence: Sentence) -> bool:
    words = sentence.words
    return len(words) <= _MAX_WORDS and all(len(word[FORM]) <= _MAX_CHARACTERS for word in words)


def write_teacher_trees(parts: Split, news: list[Path], folder: Path) -> None:
    """Write the parser's trees, some with a teacher's tags, and the teacher's trees of news."""
    language = tree_teacher()
    train = [
        one
        for one in with_mixed_marks(sentences(parts.train), _OTHER_MARKS_SHARE, seed=1)
        if _is_short(one)
    ]
    write(
        folder / _TEACHER_TREES,
        list(with_teacher_tags(language, train, _TEACHER_TAGS_SHARE, seed=2)),
    )
    measured = _evaluation_sentences(parts)
    found = [
        one
        for one in trees_of_texts(language, texts(news))
        if _is_short(one) and _without_spaces(token.text for token in one.tokens) not in measured
    ]
    write(folder / _SILVER, with_mixed_marks(found, _OTHER_MARKS_SHARE, seed=3))


def write_entities(corpora: Corpora, news: list[Path], folder: Path) -> None:
    """Write the sentences of the corpora with entities, and those of news with teacher labels."""
    trees, language = corpora.split(), teacher()
    dev = from_documents(language, trees.dev)
    train = from_documents(language, trees.train)
    # For early stopping: one article in fifty, with the documents that the other models use.
    dev_texts = (text for i, text in enumerate(texts(news)) if not i % _DEV_EVERY)
    train_texts = (text for i, text in enumerate(texts(news)) if i % _DEV_EVERY)
    write_labelled(folder / _ENTITIES.format("dev"), chain(dev, from_texts(language, dev_texts)))
    measured = _evaluation_sentences(trees)
    teacher_labelled = (
        one
        for one in from_texts(language, train_texts)
        if _without_spaces(one.tokens) not in measured
    )
    found = (one for one in chain(train, teacher_labelled) if _is_short_labelled(one))
    write_labelled(folder / _ENTITIES.format("train"), found)


def _evaluation_sentences(parts: Split) -> set[str]:
    """Return the sentences for early stopping and measuring: some also occur in the news."""
    kept = sentences(parts.dev + parts.held_out)
    return {_without_spaces(token.text for token in one.tokens) for one in kept}


def _without_spaces(tokens: Iterable[str]) -> str:
    return "".join(tokens)


def _is_short_labelled(labelled: Labelled) -> bool:
    tokens = labelled.tokens
    return len(tokens) <= _MAX_WORDS and all(len(token) <= _MAX_CHARACTERS for token in tokens)


def prepare(corpora: Corpora, news: list[Path], folder: Path) -> None:
    """Write everything that training reads, unless it is there from an earlier run."""
    from models.stanza.vectors import write_vectors

    parts = write_trees(corpora, folder)
    if not (folder / VECTORS).exists():
        write_vectors(folder / VECTORS, _words(parts, news))
    if not (folder / _SILVER).exists():
        write_teacher_trees(parts, news, folder)
    if not (folder / _ENTITIES.format("train")).exists():
        write_entities(corpora, news, folder)


def _words(parts: Split, news: list[Path]) -> Iterator[str]:
    for sentence in sentences(parts.train):
        yield from (word[FORM] for word in sentence.words)
    for text in texts(news):
        yield from _WORD.findall(text)
