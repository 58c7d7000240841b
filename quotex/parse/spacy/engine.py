"""The spaCy engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from quotex.errors import ModelError, one_line
from quotex.parse.engine import Depth, Scheme, Tree
from quotex.parse.shape import normalised_labels, scheme_of
from quotex.parse.spacy.matmul import use_onnx
from quotex.parse.spacy.vocabulary import Vocabulary
from quotex.parse.spacy.words import REPLACED_PIPES, Word, WordTable, keys_of, word_table

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc, Token

_COLUMNS = ("IDX", "LENGTH", "HEAD", "ORTH")
FACTORY = "quotex"  # quotex's own component is never part of the engine
_REQUIRED_PIPES: dict[Depth, tuple[str, ...]] = {
    "names": ("ner",),
    "tree": ("tagger", "parser", "lemmatizer", "ner"),
}


class SpacyEngine:
    """Reads texts with a spaCy pipeline; depth "names" only uses its entity recogniser."""

    def __init__(self, nlp: Pipeline, *, own: bool = False) -> None:
        """``own``: only quotex uses the pipeline, so it may be changed to run faster."""
        self._nlp = nlp
        self._vocabulary = Vocabulary(nlp) if own else None
        if own:
            use_onnx(nlp)
        self._table: tuple[object, WordTable | None] = (None, None)

    @property
    def name(self) -> str:
        """``spacy/<language>_<name>-<version>`` of the pipeline."""
        meta = self._nlp.meta
        return f"spacy/{meta['lang']}_{meta['name']}-{meta['version']}"

    @property
    def scheme(self) -> Scheme:
        """The scheme of the parser's labels."""
        return scheme_of(self._labels("parser"))

    @property
    def dep_labels(self) -> tuple[str, ...]:
        """The dependency labels that tokens of a view may have, sorted; empty without a parser."""
        return tuple(sorted(normalised_labels(self._labels("parser"), self.scheme)))

    @property
    def entity_labels(self) -> tuple[str, ...]:
        """The labels of the entity recogniser, sorted; empty without one."""
        return tuple(sorted(self._labels("ner")))

    def read(self, texts: Sequence[str], depth: Depth) -> Iterator[Tree]:
        """Yield the tree of each text, in order."""
        if self._vocabulary is None:
            yield from self._trees(texts, depth)
            return
        with self._vocabulary.bounded():
            trees = list(self._trees(texts, depth))
        yield from trees

    def _trees(self, texts: Sequence[str], depth: Depth) -> Iterator[Tree]:
        disabled = self._disabled(depth)
        table = self._word_table() if depth == "tree" else None
        if table is not None:
            disabled += REPLACED_PIPES
        docs = self._nlp.pipe(texts, batch_size=max(len(texts), 1), disable=disabled)
        if table is None:
            yield from map(tree_of, docs)
            return
        read = list(docs)
        for doc, words in zip(read, table.words([keys_of(doc) for doc in read]), strict=True):
            yield tree_of(doc, words)

    def check(self, depth: Depth) -> None:
        """Check that the pipeline has every component that ``depth`` needs.

        Raises:
            ModelError: a component is missing.
        """
        names = self._nlp.pipe_names
        missing = [pipe for pipe in _REQUIRED_PIPES[depth] if pipe not in names]
        if missing:
            raise ModelError(
                f"the spaCy pipeline {self._nlp.meta.get('name')!r} lacks {', '.join(missing)} "
                f"(it has {', '.join(names) or 'nothing'}); use a full English model such as "
                "en_core_web_sm"
            )

    def _labels(self, pipe: str) -> frozenset[str]:
        """Return the labels of a component of the pipeline; empty if it is missing."""
        found = self._nlp.get_pipe(pipe) if self._nlp.has_pipe(pipe) else None
        return frozenset(getattr(found, "labels", ()))

    def _word_table(self) -> WordTable | None:
        """Return the table that replaces two components, rebuilt if the pipeline has changed."""
        nlp = self._nlp
        ruler = nlp.get_pipe(REPLACED_PIPES[0]) if nlp.has_pipe(REPLACED_PIPES[0]) else None
        state = (nlp.pipe_names, len(getattr(ruler, "attrs", ())))
        if self._table[0] != state:
            self._table = (state, word_table(nlp))
        return self._table[1]

    def _disabled(self, depth: Depth) -> list[str]:
        nlp = self._nlp
        own = [n for n in nlp.pipe_names if nlp.get_pipe_meta(n).factory == FACTORY]
        if depth == "tree":
            return own
        needed = {"ner"}
        for name, pipe in nlp.pipeline:
            if "ner" in getattr(pipe, "listening_components", ()):
                needed.add(name)
        return [name for name in nlp.pipe_names if name not in needed]


def tree_of(doc: Doc, annotations: Sequence[Word] | None = None) -> Tree:
    """Return the tree of a Doc, without its white-space tokens.

    ``annotations`` are a table's entries for the tokens; without them the Doc's own are used.
    """
    columns = doc.to_array(list(_COLUMNS))  # faster than a Token object for each word
    forms = columns[:, 3].tolist()
    blank = {form for form in set(forms) if doc.vocab.strings[form].isspace()}
    words = [number for number, form in enumerate(forms) if form not in blank]
    numbers = dict(zip(words, range(len(words)), strict=True))
    columns = columns[words].astype("int64")  # the step to a head on the left is negative
    starts = columns[:, 0].tolist()
    tree = Tree(
        starts=starts,
        ends=(columns[:, 0] + columns[:, 1]).tolist(),
        firsts=_sentence_starts(doc, numbers),
        entities=[
            (numbers[inside[0]], numbers[inside[-1]] + 1, entity.label_)
            for entity in doc.ents
            if (inside := [i for i in range(entity.start, entity.end) if i in numbers])
        ],
    )
    if doc.has_annotation("DEP"):
        annotated = [_word_of(doc[i]) if annotations is None else annotations[i] for i in words]
        tree.lemmas = [word.lemma for word in annotated]
        tree.pos = [word.pos for word in annotated]
        tree.tags = [word.tag for word in annotated]
        tree.deps = [word.dep for word in annotated]
        steps = zip(words, columns[:, 2].tolist(), strict=True)
        tree.heads = [numbers.get(w + step, number) for number, (w, step) in enumerate(steps)]
    return tree


def _word_of(token: Token) -> Word:
    return Word(token.pos_, token.lemma_.lower(), token.tag_, token.dep_)


def _sentence_starts(doc: Doc, numbers: dict[int, int]) -> list[int]:
    """Return the index of each sentence's first word; without a parse there is one sentence."""
    if not doc.has_annotation("SENT_START"):
        return [0]
    found = []
    for sentence in doc.sents:
        first = next((i for i in range(sentence.start, sentence.end) if i in numbers), None)
        if first is not None:
            found.append(numbers[first])
    return found


def pipeline_bytes(nlp: Pipeline) -> tuple[dict[str, Any], bytes]:
    """Return a pipeline as spaCy serializes it: its configuration, and its data as bytes.

    Raises:
        ModelError: it is not a spaCy pipeline, or a component cannot be serialized.
    """
    try:
        return dict(nlp.config), nlp.to_bytes()
    except Exception as error:
        reason = one_line(error)
        raise ModelError(
            f"model= is a {type(nlp).__name__} that cannot be pickled ({type(error).__name__}: "
            f"{reason}); save it with nlp.to_disk(folder) and give quotex.load that folder"
        ) from error


def pipeline_of(config: Mapping[str, Any], data: bytes) -> Pipeline:
    """Return the pipeline that ``pipeline_bytes`` serialized.

    Raises:
        ModelError: a component is not installed in this process.
    """
    from spacy.util import get_lang_class

    try:
        pipeline: Pipeline = get_lang_class(config["nlp"]["lang"]).from_config(dict(config))
        return pipeline.from_bytes(data)
    except Exception as error:
        reason = one_line(error)
        raise ModelError(
            f"the spaCy pipeline cannot be restored here ({type(error).__name__}: {reason}); "
            "save it with nlp.to_disk(folder) and give quotex.load that folder"
        ) from error
