"""Parts of speech and lemmas from a table of spaCy's own answers, each computed once.

spaCy's attribute ruler and lemmatizer run over every token of a text, which takes a quarter of the
parsing time. Their output for a token depends on its form, tag and dependency label and, for a few
patterns ("there is"), on those of a neighbour. So each combination is given to the pipeline's own
components only once, and all forms that no pattern names count as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from spacy.attrs import DEP, MORPH, ORTH, POS, TAG  # type: ignore[import-not-found]
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.lookups import Lookups
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

Key = tuple[int, int, int]  # form, tag and dependency label, as spaCy numbers strings

_RULER, _LEMMATIZER = "attribute_ruler", "lemmatizer"
REPLACED_PIPES = (_RULER, _LEMMATIZER)
# Of these, only the two replaced ones read or write parts of speech, lemmas or morphology.
_KNOWN = frozenset({"tok2vec", "transformer", "tagger", "parser", "senter", "ner", *REPLACED_PIPES})
_MODES = frozenset({"rule", "lookup"})
_FORMS = frozenset({"TEXT", "ORTH", "LOWER"})
_KEY_ATTRIBUTES = _FORMS | {"IS_SPACE", "TAG", "DEP"}
_LISTS = frozenset({"IN", "NOT_IN"})
_INDEX = "lemma_index"
_MAX_PATTERN_TOKENS = 2  # tokens in a pattern
_MAX_ENTRIES = 60_000  # entries kept at once; this bounds the memory


class Word(NamedTuple):
    """The annotation of a token."""

    pos: str
    lemma: str
    tag: str
    dep: str
    opens: int = 0  # a bit for each two-token pattern whose first token it may be
    closes: int = 0  # the same for the second token


class _RulerOutput(NamedTuple):
    """The ruler's output for one combination; ``lemma`` is 0 if it sets none."""

    pos: int
    morph: int
    lemma: int
    opens: int
    closes: int


class WordTable:
    """Annotates Docs in place of the ruler and the lemmatizer of a pipeline."""

    def __init__(self, nlp: Pipeline) -> None:
        self._vocab = nlp.vocab
        self._ruler = _component(nlp, _RULER)
        self._lemmatizer = _with_faster_lookups(_component(nlp, _LEMMATIZER))
        self._part_matcher = Matcher(nlp.vocab)
        self._bits: dict[int, tuple[int, int]] = {}
        self._single_token_ruler = self._make_single_token_ruler()
        self._named_forms, self._form_regexes = _forms_of(self._ruler.patterns)
        self._forms: dict[int, int] = {}
        self._ruler_outputs: dict[Key, _RulerOutput] = {}
        self._lemmas: dict[Key, str] = {}
        self._words: dict[Key, Word] = {}
        self._pairs: dict[tuple[Key, Key], list[Word]] = {}

    def _make_single_token_ruler(self) -> Any:
        """Return a ruler without the longer patterns, whose parts are watched for instead."""
        ruler = AttributeRuler(self._vocab)
        count = 0
        for entry in self._ruler.patterns:
            single = [pattern for pattern in entry["patterns"] if len(pattern) == 1]
            if single:
                ruler.add(single, entry["attrs"], entry["index"])
            for pattern in entry["patterns"]:
                if len(pattern) == _MAX_PATTERN_TOKENS:
                    bit, count = 1 << count, count + 1
                    self._watch(f"{bit}:opens", pattern[0], (bit, 0))
                    self._watch(f"{bit}:closes", pattern[1], (0, bit))
        return ruler

    def _watch(self, name: str, part: dict[str, Any], bits: tuple[int, int]) -> None:
        self._part_matcher.add(name, [[part]])
        self._bits[self._vocab.strings[name]] = bits

    def words(self, texts: Sequence[Sequence[Key]]) -> list[list[Word]]:
        """Return the annotation of each token of each text."""
        if len(self._words) > _MAX_ENTRIES:
            for table in (self._forms, self._ruler_outputs, self._lemmas, self._words, self._pairs):
                table.clear()
            self._lemmatizer.cache.clear()
        known = self._words
        self._add_words(
            list(dict.fromkeys(key for row in texts for key in row if key not in known))
        )
        return [self._words_of(row) for row in texts]

    def _add_words(self, unknown: Sequence[Key]) -> None:
        kinds = [(self._form(form), tag, dep) for form, tag, dep in unknown]
        known = self._ruler_outputs
        examples = {k: u for k, u in zip(kinds, unknown, strict=True) if k not in known}
        self._run_ruler(list(examples), list(examples.values()))
        outputs = [self._ruler_outputs[kind] for kind in kinds]
        lemmas = [(key[0], r.pos, r.morph) for key, r in zip(unknown, outputs, strict=True)]
        self._run_lemmatizer(list(dict.fromkeys(k for k in lemmas if k not in self._lemmas)))
        strings = self._vocab.strings
        for key, output, wanted in zip(unknown, outputs, lemmas, strict=True):
            lemma = strings[output.lemma].lower() if output.lemma else self._lemmas[wanted]
            pos, tag, dep = strings[output.pos], strings[key[1]], strings[key[2]]
            self._words[key] = Word(pos, lemma, tag, dep, output.opens, output.closes)

    def _form(self, form: int) -> int:
        """Return the form, or 0 if no pattern distinguishes it from others."""
        found = self._forms.get(form)
        if found is None:
            text = self._vocab.strings[form]
            lower = text.lower()
            is_named = text in self._named_forms or lower in self._named_forms or text.isspace()
            is_like = any(like.search(text) or like.search(lower) for like in self._form_regexes)
            found = self._forms[form] = form if is_named or is_like else 0
        return found

    def _run_ruler(self, kinds: Sequence[Key], examples: Sequence[Key]) -> None:
        """Run the ruler on an example of each kind, all in one Doc."""
        if not kinds:
            return
        strings = self._vocab.strings
        doc = self._doc(examples)
        opens, closes = [0] * len(kinds), [0] * len(kinds)
        for name, start, _ in self._part_matcher(doc, allow_missing=True):
            first, second = self._bits[name]
            opens[start] |= first
            closes[start] |= second
        ruled = self._single_token_ruler(doc)
        for kind, token, *bits in zip(kinds, ruled, opens, closes, strict=True):
            for string in (token.morph.key, token.lemma):  # the table outlives this text
                strings.add(strings[string], allow_transient=False)  # type: ignore[call-arg]
            self._ruler_outputs[kind] = _RulerOutput(token.pos, token.morph.key, token.lemma, *bits)

    def _run_lemmatizer(self, keys: Sequence[Key]) -> None:
        """Run the lemmatizer on each form, part of speech and morphology, all in one Doc."""
        if not keys:
            return
        doc = Doc(self._vocab, words=[self._vocab.strings[form] for form, _, _ in keys])
        given: Any = np.array([key[1:] for key in keys], dtype=np.uint64)
        doc.from_array([POS, MORPH], given)
        for key, token in zip(keys, self._lemmatizer(doc), strict=True):
            self._lemmas[key] = token.lemma_.lower()

    def _words_of(self, keys: Sequence[Key]) -> list[Word]:
        known = self._words
        row = [known[key] for key in keys]
        pair_starts = [i for i, (one, two) in enumerate(pairwise(row)) if one.opens & two.closes]
        if any(two == one + 1 for one, two in pairwise(pair_starts)):
            return self._from_components(self._doc(keys))
        for first in pair_starts:
            pair = (keys[first], keys[first + 1])
            if pair not in self._pairs:
                self._pairs[pair] = self._from_components(self._doc(pair))
            row[first : first + 2] = self._pairs[pair]
        return row

    def _doc(self, keys: Sequence[Key]) -> Doc:
        doc = Doc(self._vocab, words=[self._vocab.strings[form] for form, _, _ in keys])
        given: Any = np.array([key[1:] for key in keys], dtype=np.uint64)
        return doc.from_array([TAG, DEP], given)

    def _from_components(self, doc: Doc) -> list[Word]:
        """Return the output of the components themselves."""
        labels = [(token.tag_, token.dep_) for token in doc]
        annotated = zip(self._lemmatizer(self._ruler(doc)), labels, strict=True)
        return [Word(token.pos_, token.lemma_.lower(), *label) for token, label in annotated]


def word_table(nlp: Pipeline) -> WordTable | None:
    """Return a table that replaces the ruler and the lemmatizer, or None if that is not safe.

    It is safe if no other component of the pipeline touches what they read and write, and the
    patterns only read the form, tag and dependency label of at most two tokens.
    """
    names = nlp.pipe_names
    factories = {nlp.get_pipe_meta(name).factory for name in names}
    if not set(REPLACED_PIPES) <= set(names) or not factories <= _KNOWN | {"quotex"}:
        return None
    ruler, lemmatizer = _component(nlp, _RULER), _component(nlp, _LEMMATIZER)
    entries: list[dict[str, Any]] = getattr(ruler, "patterns", [])
    if type(ruler) is not AttributeRuler or type(lemmatizer) not in (Lemmatizer, EnglishLemmatizer):
        return None
    if lemmatizer.overwrite or lemmatizer.mode not in _MODES:
        return None
    plain = all(
        len(pattern) <= _MAX_PATTERN_TOKENS and all(_is_plain(part) for part in pattern)
        for entry in entries
        for pattern in entry["patterns"]
    )
    return WordTable(nlp) if plain else None


def _component(nlp: Pipeline, name: str) -> Any:
    return nlp.get_pipe(name)


def _is_plain(part: dict[str, Any]) -> bool:
    """Whether one token of a pattern only refers to what the table knows."""
    values = [value for name, value in part.items() if name in _FORMS and isinstance(value, dict)]
    known = _LISTS | {"REGEX"}
    return set(part) <= _KEY_ATTRIBUTES and all(set(value) <= known for value in values)


def _forms_of(entries: Iterable[dict[str, Any]]) -> tuple[frozenset[str], list[re.Pattern[str]]]:
    """Return the forms that the patterns name, and the regular expressions in them."""
    named: set[str] = set()
    like: list[re.Pattern[str]] = []
    parts = [part for entry in entries for pattern in entry["patterns"] for part in pattern]
    for value in (value for part in parts for name, value in part.items() if name in _FORMS):
        if isinstance(value, dict):
            named.update(form for name in _LISTS for form in value.get(name, ()))
            like += [re.compile(value["REGEX"])] if "REGEX" in value else []
        else:
            named.add(value)
    return frozenset(named), like


def _with_faster_lookups(lemmatizer: Any) -> Any:
    """Return an equivalent lemmatizer with sets; spaCy's searches a list of all words each time."""
    fast = type(lemmatizer)(lemmatizer.vocab, None, mode=lemmatizer.mode)
    fast.lookups = Lookups()
    for name in lemmatizer.lookups.tables:
        table = lemmatizer.lookups.get_table(name)
        if name == _INDEX:
            table = {kind: frozenset(forms) for kind, forms in table.items()}
        fast.lookups.add_table(name, dict(table))
    return fast


def keys_of(doc: Doc) -> list[Key]:
    """Return what the table needs to know of each token of a Doc."""
    return list(map(tuple, doc.to_array([ORTH, TAG, DEP]).tolist()))
