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
REPLACED = (_RULER, _LEMMATIZER)
# Of these, only the two replaced ones read or write parts of speech, lemmas or morphology.
_KNOWN = frozenset({"tok2vec", "transformer", "tagger", "parser", "senter", "ner", *REPLACED})
_MODES = frozenset({"rule", "lookup"})
_FORMS = frozenset({"TEXT", "ORTH", "LOWER"})
_OF_KEY = _FORMS | {"IS_SPACE", "TAG", "DEP"}
_LISTS = frozenset({"IN", "NOT_IN"})
_INDEX = "lemma_index"
_LONGEST = 2  # tokens in a pattern
_MOST = 60_000  # entries kept at once; this bounds the memory


class Word(NamedTuple):
    """The annotation of a token."""

    pos: str
    lemma: str
    tag: str
    dep: str
    opens: int = 0  # a bit for each two-token pattern whose first token it may be
    closes: int = 0  # the same for the second token


class _Ruled(NamedTuple):
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
        self._ruler = _part(nlp, _RULER)
        self._lemmatizer = _with_sets(_part(nlp, _LEMMATIZER))
        self._parts = Matcher(nlp.vocab)
        self._bits: dict[int, tuple[int, int]] = {}
        self._alone = self._patterns_of_one_token()
        self._named, self._like = _forms_of(self._ruler.patterns)
        self._forms: dict[int, int] = {}
        self._ruled: dict[Key, _Ruled] = {}
        self._lemmas: dict[Key, str] = {}
        self._words: dict[Key, Word] = {}
        self._pairs: dict[tuple[Key, Key], list[Word]] = {}

    def _patterns_of_one_token(self) -> Any:
        """Return a ruler without the longer patterns, whose parts are watched for instead."""
        alone = AttributeRuler(self._vocab)
        count = 0
        for entry in self._ruler.patterns:
            single = [pattern for pattern in entry["patterns"] if len(pattern) == 1]
            if single:
                alone.add(single, entry["attrs"], entry["index"])
            for pattern in entry["patterns"]:
                if len(pattern) == _LONGEST:
                    bit, count = 1 << count, count + 1
                    self._watch(f"{bit}:opens", pattern[0], (bit, 0))
                    self._watch(f"{bit}:closes", pattern[1], (0, bit))
        return alone

    def _watch(self, name: str, part: dict[str, Any], bits: tuple[int, int]) -> None:
        self._parts.add(name, [[part]])
        self._bits[self._vocab.strings[name]] = bits

    def words(self, docs: Sequence[Doc]) -> list[list[Word]]:
        """Return the annotation of each token of each Doc."""
        keys = [_keys(doc) for doc in docs]
        if len(self._words) > _MOST:
            for table in (self._forms, self._ruled, self._lemmas, self._words, self._pairs):
                table.clear()
            self._lemmatizer.cache.clear()
        known = self._words
        self._ask(list(dict.fromkeys(key for row in keys for key in row if key not in known)))
        return [self._row(doc, row) for doc, row in zip(docs, keys, strict=True)]

    def _ask(self, unknown: Sequence[Key]) -> None:
        kinds = [(self._form(form), tag, dep) for form, tag, dep in unknown]
        asked = {k: u for k, u in zip(kinds, unknown, strict=True) if k not in self._ruled}
        self._rule(list(asked), list(asked.values()))
        ruled = [self._ruled[kind] for kind in kinds]
        lemmas = [(key[0], r.pos, r.morph) for key, r in zip(unknown, ruled, strict=True)]
        self._lemmatize(list(dict.fromkeys(k for k in lemmas if k not in self._lemmas)))
        strings = self._vocab.strings
        for key, said, asks in zip(unknown, ruled, lemmas, strict=True):
            lemma = strings[said.lemma].lower() if said.lemma else self._lemmas[asks]
            self._words[key] = Word(
                strings[said.pos], lemma, strings[key[1]], strings[key[2]], said.opens, said.closes
            )

    def _form(self, form: int) -> int:
        """Return the form, or 0 if no pattern distinguishes it from others."""
        found = self._forms.get(form)
        if found is None:
            text = self._vocab.strings[form]
            lower = text.lower()
            is_named = text in self._named or lower in self._named or text.isspace()
            is_like = any(like.search(text) or like.search(lower) for like in self._like)
            found = self._forms[form] = form if is_named or is_like else 0
        return found

    def _rule(self, kinds: Sequence[Key], examples: Sequence[Key]) -> None:
        """Run the ruler on an example of each kind, all in one Doc."""
        if not kinds:
            return
        strings = self._vocab.strings
        doc = self._doc(examples)
        opens, closes = [0] * len(kinds), [0] * len(kinds)
        for name, start, _ in self._parts(doc, allow_missing=True):
            first, second = self._bits[name]
            opens[start] |= first
            closes[start] |= second
        for kind, token, *bits in zip(kinds, self._alone(doc), opens, closes, strict=True):
            for string in (token.morph.key, token.lemma):  # the table outlives this text
                strings.add(strings[string], allow_transient=False)  # type: ignore[call-arg]
            self._ruled[kind] = _Ruled(token.pos, token.morph.key, token.lemma, *bits)

    def _lemmatize(self, asked: Sequence[Key]) -> None:
        """Run the lemmatizer on each form, part of speech and morphology, all in one Doc."""
        if not asked:
            return
        doc = Doc(self._vocab, words=[self._vocab.strings[form] for form, _, _ in asked])
        given: Any = np.array([key[1:] for key in asked], dtype=np.uint64)
        doc.from_array([POS, MORPH], given)
        for key, token in zip(asked, self._lemmatizer(doc), strict=True):
            self._lemmas[key] = token.lemma_.lower()

    def _row(self, doc: Doc, keys: Sequence[Key]) -> list[Word]:
        known = self._words
        row = [known[key] for key in keys]
        joined = [i for i, (one, two) in enumerate(pairwise(row)) if one.opens & two.closes]
        if any(two == one + 1 for one, two in pairwise(joined)):
            return self._said(doc)
        for first in joined:
            pair = (keys[first], keys[first + 1])
            if pair not in self._pairs:
                self._pairs[pair] = self._said(self._doc(pair))
            row[first : first + 2] = self._pairs[pair]
        return row

    def _doc(self, keys: Sequence[Key]) -> Doc:
        doc = Doc(self._vocab, words=[self._vocab.strings[form] for form, _, _ in keys])
        given: Any = np.array([key[1:] for key in keys], dtype=np.uint64)
        return doc.from_array([TAG, DEP], given)

    def _said(self, doc: Doc) -> list[Word]:
        """Return the output of the components themselves."""
        labels = [(token.tag_, token.dep_) for token in doc]
        told = zip(self._lemmatizer(self._ruler(doc)), labels, strict=True)
        return [Word(token.pos_, token.lemma_.lower(), *label) for token, label in told]


def word_table(nlp: Pipeline) -> WordTable | None:
    """Return a table that replaces the ruler and the lemmatizer, or None if that is not safe.

    It is safe if no other component of the pipeline touches what they read and write, and the
    patterns only read the form, tag and dependency label of at most two tokens.
    """
    names = nlp.pipe_names
    factories = {nlp.get_pipe_meta(name).factory for name in names}
    if not set(REPLACED) <= set(names) or not factories <= _KNOWN | {"quotex"}:
        return None
    ruler, lemmatizer = _part(nlp, _RULER), _part(nlp, _LEMMATIZER)
    entries: list[dict[str, Any]] = getattr(ruler, "patterns", [])
    if type(ruler) is not AttributeRuler or type(lemmatizer) not in (Lemmatizer, EnglishLemmatizer):
        return None
    if lemmatizer.overwrite or lemmatizer.mode not in _MODES:
        return None
    plain = all(
        len(pattern) <= _LONGEST and all(_is_plain(part) for part in pattern)
        for entry in entries
        for pattern in entry["patterns"]
    )
    return WordTable(nlp) if plain else None


def _part(nlp: Pipeline, name: str) -> Any:
    return nlp.get_pipe(name)


def _is_plain(part: dict[str, Any]) -> bool:
    """Whether one token of a pattern only refers to what the table knows."""
    asked = [value for name, value in part.items() if name in _FORMS and isinstance(value, dict)]
    return set(part) <= _OF_KEY and all(set(value) <= _LISTS | {"REGEX"} for value in asked)


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


def _with_sets(lemmatizer: Any) -> Any:
    """Return an equivalent lemmatizer with sets; spaCy's searches a list of all words each time."""
    fast = type(lemmatizer)(lemmatizer.vocab, None, mode=lemmatizer.mode)
    fast.lookups = Lookups()
    for name in lemmatizer.lookups.tables:
        table = lemmatizer.lookups.get_table(name)
        if name == _INDEX:
            table = {kind: frozenset(forms) for kind, forms in table.items()}
        fast.lookups.add_table(name, dict(table))
    return fast


def _keys(doc: Doc) -> list[Key]:
    return list(map(tuple, doc.to_array([ORTH, TAG, DEP]).tolist()))
