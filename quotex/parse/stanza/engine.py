"""The Stanza engine."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from itertools import accumulate, pairwise
from typing import Any

from quotex.errors import ModelError
from quotex.parse.engine import Depth, Scheme, Tree
from quotex.parse.shape import normalised_labels

REQUIRED_PROCESSORS: dict[Depth, tuple[str, ...]] = {
    "names": ("tokenize", "ner"),
    "tree": ("tokenize", "pos", "lemma", "depparse", "ner"),
}
_READABLE = re.compile(r"[^\s\x80-\x9f]")  # Stanza's tokenizer takes all else for space
_NAMES = "tokenize,mwt,ner"
_APOSTROPHES = ("'", "’")
_MARK = r"''|``|[\"“”„«»]"  # quotation marks, which a tokenizer may leave on a word
_OPENING, _CLOSING = re.compile(_MARK), re.compile(rf"(?:{_MARK})$")


@dataclass(frozen=True, slots=True)
class _Cut:
    """The offsets of a word of the tree, and the Stanza words that it consists of.

    For a mark that Stanza left on a word, ``mark_tag`` is its tag, and ``words`` has that word.
    """

    start: int
    end: int
    words: list[Any]
    mark_tag: str = ""


class StanzaEngine:
    """Reads many texts at once with a Stanza pipeline; ``threads`` is the number torch may use."""

    batch_size = 512  # sentences of many articles fill Stanza's own batches

    def __init__(self, pipeline: Any, threads: int = 1) -> None:
        self._pipeline = pipeline
        self._threads = threads

    @property
    def name(self) -> str:
        """``stanza/<language>_<package of the tokenizer>-<version of Stanza>``."""
        packages = {name: specs[0].package for name, specs in self._pipeline.load_list}
        package = packages.get("tokenize", "none")
        return f"stanza/{self._pipeline.lang}_{package}-{version('stanza')}"

    @property
    def scheme(self) -> Scheme:
        """Always "ud": Stanza's parsers use Universal Dependencies."""
        return "ud"

    @property
    def dep_labels(self) -> tuple[str, ...]:
        """The dependency labels that tokens of a view may have, sorted; empty without a parser."""
        parser = self._pipeline.processors.get("depparse")
        if parser is None:
            return ()
        return tuple(sorted(normalised_labels(parser.get_known_relations(), self.scheme)))

    @property
    def entity_labels(self) -> tuple[str, ...]:
        """The labels that entities of a view may have, sorted; empty without a recogniser."""
        tagger = self._pipeline.processors.get("ner")
        known = tagger.get_known_tags() if tagger is not None else ()
        return tuple(sorted({label for tag in known if (label := entity_label(tag))}))

    def read(self, texts: Sequence[str], depth: Depth) -> Iterator[Tree]:
        """Yield the tree of each text, in order."""
        readable = [text for text in texts if _READABLE.search(text)]
        options = {"processors": _NAMES} if depth == "names" else {}
        with _torch_threads(self._threads):
            docs = iter(self._pipeline.bulk_process(readable, **options))
        for text in texts:
            if _READABLE.search(text):
                yield tree_of(next(docs), text, depth)
            else:
                yield Tree([], [], [], [])

    def check(self, depth: Depth) -> None:
        """Check that the pipeline has every processor that ``depth`` needs.

        Raises:
            ModelError: a processor is missing.
        """
        names = list(self._pipeline.processors)
        missing = [name for name in REQUIRED_PROCESSORS[depth] if name not in names]
        if missing:
            raise ModelError(
                f"the Stanza pipeline lacks {', '.join(missing)} (it has {', '.join(names)}); "
                f"give one with the processors {', '.join(REQUIRED_PROCESSORS[depth])}"
            )


def tree_of(doc: Any, text: str, depth: Depth) -> Tree:
    """Return the tree of a Stanza document; ``text`` is the text that Stanza was given."""
    tree = Tree([], [], [], [])
    for sentence in doc.sentences:
        cuts_of = [_cuts(token, text) for token in sentence.tokens]
        cuts = [cut for of_token in cuts_of for cut in of_token]
        if not cuts:
            continue
        first = len(tree.starts)
        tree.firsts.append(first)
        tree.starts += [cut.start for cut in cuts]
        tree.ends += [cut.end for cut in cuts]
        tree.entities += _entities(sentence, cuts_of, text, first)
        if depth == "tree":
            _add_parse(tree, cuts, first)
    return tree


@cache
def _entity_labels() -> dict[str, str]:
    return tomllib.loads(files("quotex.parse").joinpath("entities.toml").read_text("utf-8"))


def entity_label(label: str) -> str:
    """Return the OntoNotes label for a recogniser's label, "" if there is none."""
    return _entity_labels().get(label, label)


@contextmanager
def _torch_threads(count: int) -> Iterator[None]:
    """Let torch use ``count`` threads within this block."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(count)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def _cuts(token: Any, text: str) -> list[_Cut]:
    """Return the offsets of a token's words; words that cannot be separated count as one."""
    start, end = _trimmed(text, token.start_char, token.end_char)
    words = list(token.words)
    if start == end:
        return []
    if len(words) == 1:
        return list(_split_marks(text, start, end, words))
    bounds = _bounds(words, start, end)
    if bounds is None:
        return [_Cut(start, end, words)]
    return [_Cut(*bound, [word]) for bound, word in zip(bounds, words, strict=True)]


def _split_marks(text: str, start: int, end: int, words: list[Any]) -> Iterator[_Cut]:
    """Yield a word, and separately the quotation marks at its edges, which do not belong to it."""
    token = text[start:end]
    opening, closing = _OPENING.match(token), _CLOSING.search(token)
    first = start + opening.end() if opening and opening.end() < len(token) else start
    last = start + closing.start() if closing and start + closing.start() > first else end
    if start < first:
        yield _Cut(start, first, words, "``")
    yield _Cut(first, last, words)
    if last < end:
        yield _Cut(last, end, words, "''")


def _bounds(words: list[Any], start: int, end: int) -> list[tuple[int, int]] | None:
    """Return the bounds of each word of a token, or None if they are unknown.

    Stanza gives them if the words spell out the token. Otherwise, for example with a curly mark in
    the text, the words are taken to be as long as their own texts, if these add up to the token.
    """
    bounds = [(word.start_char, word.end_char) for word in words]
    if any(a is None or b is None for a, b in bounds):
        ends = list(accumulate((len(word.text) for word in words), initial=start))
        bounds = list(pairwise(ends))
        if ends[-1] != end:
            return None
    in_order = all(a < b for a, b in bounds) and all(x[1] <= y[0] for x, y in pairwise(bounds))
    return bounds if in_order and start <= bounds[0][0] and bounds[-1][1] <= end else None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of a token without the white space at its edges."""
    token = text[start:end]
    left = len(token) - len(token.lstrip())
    return start + left, start + max(len(token.rstrip()), left)


def _add_parse(tree: Tree, cuts: list[_Cut], first: int) -> None:
    """Add the parse of one sentence; where several words count as one, use the topmost."""
    places = [(n, cut.words) for n, cut in enumerate(cuts, first) if not cut.mark_tag]
    numbers = {word.id: n for n, words in places for word in words}
    heads = {word.id: word.head or 0 for _, words in places for word in words}
    for cut in cuts:
        word = cut.words[0]
        if len(cut.words) > 1:
            word = min(cut.words, key=lambda w: _height(w.id, heads))
        own = numbers[word.id]
        lemma = cut.mark_tag or word.lemma or word.text
        tree.lemmas.append(lemma.lower())
        tree.pos.append("PUNCT" if cut.mark_tag else word.upos or "X")
        tree.tags.append(cut.mark_tag or word.xpos or "")
        tree.deps.append("punct" if cut.mark_tag else word.deprel or "dep")
        tree.heads.append(own if cut.mark_tag else numbers.get(word.head, own))


def _height(word: int, heads: dict[int, int]) -> int:
    """Return the number of heads above a word."""
    count = 0
    while word in heads and count <= len(heads):
        word = heads[word]
        count += 1
    return count


def _entities(
    sentence: Any, cuts_of: list[list[_Cut]], text: str, first: int
) -> Iterator[tuple[int, int, str]]:
    """Yield the entities of a sentence, as ranges of words without a final "'s"."""
    numbers = list(accumulate((len(cuts) for cuts in cuts_of), initial=first))
    places = {id(token): place for place, token in enumerate(sentence.tokens)}
    for entity in sentence.ents:
        label = entity_label(entity.type)
        start, last = places[id(entity.tokens[0])], places[id(entity.tokens[-1])]
        within = cuts_of[last]
        end = next(
            (n for n, cut in enumerate(within) if n and text[cut.start] in _APOSTROPHES),
            len(within),
        )
        if label and numbers[start] < numbers[last] + end:
            yield numbers[start], numbers[last] + end, label
