"""Converts the trees of a spaCy model (CLEAR) into Universal Dependencies, by rule.

The parser learns from hand-annotated trees, of which there are few, with little news among them. A
teacher's trees of news, converted here, are plentiful and nearly right.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from models.stanza.conllu import Row

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_DATA = tomllib.loads(Path(__file__).with_name("clear.toml").read_text("utf-8"))
_RELATIONS: dict[str, str] = _DATA["relations"]
_PUNCTUATION = frozenset(_DATA["punctuation"]["tags"])
_VERBAL = frozenset(_DATA["verbal"]["pos"])
_FLAT = frozenset({"PERSON", "GPE"})
_POS = {(one["tag"], one.get("as", "")): one["pos"] for one in _DATA["pos"]}
_OPENING, _CLOSING = frozenset({"-LRB-", "``"}), frozenset({"-RRB-", "''"})
_OBJECTS = ("pobj", "pcomp", "_object")
_PREPOSITIONS = frozenset({"prep", "agent", "dative"})


@dataclass
class _Word:
    """A word of a tree that is being converted; ``head`` is None at the root."""

    i: int
    text: str
    lemma: str
    pos: str
    tag: str
    head: _Word | None
    dep: str
    name: int = 0  # the number of the name that it belongs to, or 0

    @property
    def is_predicate(self) -> bool:
        """Whether its dependents attach to it as to a predicate."""
        return self.pos in _VERBAL


class _Tree:
    """A sentence whose relations are converted one kind at a time."""

    def __init__(self, words: list[_Word]) -> None:
        self.words = words

    def children(self, word: _Word) -> list[_Word]:
        """Return a word's dependents, in order."""
        return [one for one in self.words if one.head is word]

    def child(self, word: _Word, *deps: str) -> _Word | None:
        """Return the first child that has one of the relations."""
        return next((one for one in self.children(word) if one.dep in deps), None)

    def promote(self, below: _Word, dep: str, left: str) -> None:
        """Put a word in its head's place, and attach the old head to it as ``left``."""
        above = below.head
        assert above is not None
        for one in self.children(above):
            if one is not below:
                one.head = below
        below.head, below.dep = above.head, dep
        above.head, above.dep = below, left

    def deepest_first(self) -> list[_Word]:
        """Return the words, each after its dependents."""
        return sorted(self.words, key=self._depth, reverse=True)

    def _depth(self, word: _Word) -> int:
        found, at = 0, word.head
        while at is not None and found < len(self.words):
            found, at = found + 1, at.head
        return found

    def convert(self) -> None:
        """Convert all relations."""
        self._join_names()
        self._convert_currency()
        self._convert_reports()
        self._convert_prepositions()
        self._convert_copulas()
        self._flatten_conjuncts()
        self._relabel()
        self._attach_punctuation()

    def _join_names(self) -> None:
        """Attach the words of a person's or place's name to the first one, as UD does."""
        for number in {word.name for word in self.words} - {0}:
            name = [word for word in self.words if word.name == number and word.tag == "NNP"]
            heads = [word for word in name if word.head not in name]
            if len(name) < 2 or len(heads) != 1 or name[-1].i - name[0].i >= len(name):
                continue
            first, head = name[0], heads[0]
            if first is not head:
                for one in self.children(head):
                    if one is not first:
                        one.head = first
                first.head, first.dep = head.head, head.dep
            for one in name[1:]:
                one.head, one.dep = first, "flat"

    def _convert_currency(self) -> None:
        for word in self.words:
            amount = word.head
            if word.tag == "$" and amount is not None and amount.pos == "NUM":
                self.promote(word, amount.dep, "nummod")
                for one in self.children(word):
                    if one.dep in {"compound", "quantmod", "nummod"} and one is not amount:
                        one.head = amount

    def _convert_reports(self) -> None:
        """Attach "said Roe" to the clause before it."""
        for word in self.deepest_first():
            head = word.head
            if word.dep != "ccomp" or head is None or head.i < word.i or head.dep != "ROOT":
                continue
            if self.child(word, "mark") is None:
                kept = [one for one in self.children(head) if one.i > head.i or one.dep != "punct"]
                self.promote(word, head.dep, "parataxis")
                for one in kept:
                    if one is not word and not (
                        one.dep == "punct" and one.i == len(self.words) - 1
                    ):
                        one.head = head

    def _convert_prepositions(self) -> None:
        for word in self.deepest_first():
            above = word.head
            if word.dep not in _PREPOSITIONS and not (word.dep == "conj" and word.pos == "ADP"):
                continue
            below = self.child(word, *_OBJECTS)
            if below is None or above is None:
                continue
            clausal = below.dep == "pcomp" and (below.is_predicate or below.pos == "NOUN")
            if word.dep == "conj":
                dep = "conj"
            elif clausal:
                dep = "advcl" if above.is_predicate else "acl"
            elif above.dep in _PREPOSITIONS and above.pos in {"ADP", "SCONJ"}:
                dep = "_object"  # "out of the house"
            else:
                dep = "_prep"
            if word.dep == "agent" and not clausal:
                dep = "obl:agent"
            self.promote(below, dep, "mark" if clausal else "case")
        for word in self.words:
            if word.dep in {"_prep", "_object"} and word.head is not None:
                word.dep = "_obl" if word.head.is_predicate else "nmod"

    def _convert_copulas(self) -> None:
        for word in self.deepest_first():
            if word.lemma != "be" or word.dep in {"aux", "auxpass"}:
                continue
            if self.child(word, "expl") is not None:
                there = self.child(word, "attr")
                if there is not None:
                    there.dep = "nsubj"
                continue
            after = [one for one in self.children(word) if one.i > word.i]
            place = next((one for one in after if one.dep in {"_obl", "advmod"}), None)
            below = self.child(word, "attr", "acomp")
            if below is None and self.child(word, "ccomp", "xcomp", "advcl") is None:
                below = place
            if below is not None:
                self.promote(below, word.dep, "cop")

    def _flatten_conjuncts(self) -> None:
        for word in self.words:
            if word.dep in {"cc", "punct"} and word.head is not None:
                above = word.head
                nexts = [one for one in self.children(above) if one.dep == "conj"]
                after = next((one for one in nexts if one.i > word.i > above.i), None)
                if after is not None:
                    word.head = after
        for word in self.words:
            while word.dep == "conj" and word.head is not None and word.head.dep == "conj":
                word.head = word.head.head

    def _relabel(self) -> None:
        for word in self.words:
            if word.head is None:
                word.dep = "root"
            elif word.dep == "aux" and word.tag == "TO":
                word.dep = "mark"
            elif word.dep in {"_obl", "npadvmod"}:
                word.dep = "obl" if word.dep == "_obl" else self._adverbial(word, word.head)
            else:
                word.dep = _RELATIONS.get(word.dep, word.dep)
            if word.pos == "PUNCT" and word.head is not None and not self.children(word):
                word.dep = "punct"
            word.pos = _POS.get((word.tag, word.dep)) or _POS.get((word.tag, "")) or word.pos

    def _attach_punctuation(self) -> None:
        """Attach each punctuation mark to the head of what it delimits."""
        opened: list[int] = []
        for word in self.words:
            if word.dep != "punct" or word.head is None or self.children(word):
                continue
            before = after = None
            if word.tag in _OPENING:
                opened.append(word.i)
                after = self._top(word, word.i + 1, len(self.words))
            elif word.tag in _CLOSING:
                before = self._top(word, word.i - 1, opened.pop() if opened else -1)
            else:
                before = self._top(word, word.i - 1, -1)
                after = self._top(word, word.i + 1, len(self.words))
            if after is not None and (before is None or self._is_above(before, after)):
                word.head = after
            elif before is not None:
                word.head = before

    def _top(self, mark: _Word, start: int, stop: int) -> _Word | None:
        """Return the topmost ancestor of the word at ``start`` on the same side of a mark."""
        if not 0 <= start < len(self.words) or start == stop:
            return None
        low, high = (stop, mark.i) if stop < mark.i else (mark.i, stop)
        at = self.words[start]
        while at.head is not None and low < at.head.i < high:
            at = at.head
        return at if at.dep != "punct" else None

    def _is_above(self, above: _Word, below: _Word) -> bool:
        at = below.head
        for _ in self.words:
            if at is None or at is above:
                break
            at = at.head
        return at is not None

    @staticmethod
    def _adverbial(word: _Word, head: _Word) -> str:
        return "obl:unmarked" if head.is_predicate else "nmod:unmarked"


def rows(sentence: Span) -> list[Row]:
    """Return the words of a sentence with tags, lemmas and Universal Dependencies."""
    tokens = [token for token in sentence if not token.is_space]
    words = [_word(i, token) for i, token in enumerate(tokens)]
    at = {token.i: word for token, word in zip(tokens, words, strict=True)}
    for token, word in zip(tokens, words, strict=True):
        above = token.head
        while above.is_space and above.head.i != above.i:
            above = above.head
        word.head = at.get(above.i) if above.i != token.i else None
    for number, entity in enumerate(sentence.ents, 1):
        for token in entity:
            if entity.label_ in _FLAT and token.i in at:
                at[token.i].name = number
    tree = _Tree(words)
    tree.convert()
    return list(_rows(words))


def _word(i: int, token: Token) -> _Word:
    pos = "PUNCT" if token.tag_ in _PUNCTUATION else token.pos_
    return _Word(i, token.text, token.lemma_ or token.text, pos, token.tag_, None, token.dep_)


def _rows(words: list[_Word]) -> Iterator[Row]:
    for word in words:
        head = 0 if word.head is None else word.head.i + 1
        yield (
            *(str(word.i + 1), word.text, word.lemma, word.pos, word.tag, "_"),
            *(str(head), word.dep, "_", "_"),
        )
