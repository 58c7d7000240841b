"""Gives a tree of Universal Dependencies the shape of CLEAR, in which the rules read all trees.

UD hangs function words on content words; CLEAR, whose labels quotex's rules use, hangs nouns on
their prepositions and predicates on their copulas. Labels are mapped before (``labels.toml``).

- copula: "Roe is mayor": "is" heads the clause, "mayor" is its ``attr`` ("glad" its ``acomp``)
- preposition: "in Oslo": "in" is a ``prep``, "Oslo" its ``pobj``; before a gerund, its ``pcomp``
- name: the last word of "Ada Roe" is its head
- coordination: each conjunct hangs on the one before it, and "and" on the one before "and"
- "to" before an infinitive is an ``aux``; an object alone is a direct one, whatever UD calls it
"""

from __future__ import annotations

from quotex.parse.engine import Tree

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})
_PHRASES = frozenset({"agent", "nmod", "obl"})
_GERUND_CLAUSES = frozenset({"acl", "advcl"})
_PREPOSITIONS = frozenset({"ADP", "SCONJ"})
# What belongs to the clause, and so to its copula, though UD hangs it on the predicate.
_OF_CLAUSE = frozenset(
    {
        *("advcl", "aux", "auxpass", "cc", "csubj", "csubjpass", "discourse", "dislocated", "expl"),
        *("mark", "neg", "npadvmod", "nsubj", "nsubjpass", "parataxis", "preconj", "punct"),
        *("vocative",),
    }
)
_OF_NOUN = frozenset({"acl", "amod", "appos", "case", "compound", "conj", "det", "nmod", "nummod"})
_OF_NOUN_TOO = frozenset({"advmod", "poss", "predet", "relcl"})
GIVEN = frozenset(  # the labels that ``clear_shape`` may give to a word
    {
        *("acomp", "agent", "attr", "aux", "compound", "conj", "dobj", "npadvmod", "obl", "pcomp"),
        *("pobj", "prep"),
    }
)


def clear_shape(tree: Tree) -> Tree:
    """Return the tree with its words hung as CLEAR hangs them; labels are quotex's already."""
    shaped = _Shaper(tree)
    shaped.turn_names()
    shaped.raise_copulas()
    shaped.raise_prepositions()
    shaped.chain_conjuncts()
    shaped.rename()
    return Tree(
        tree.starts, tree.ends, tree.firsts, tree.entities,
        tree.lemmas, tree.pos, tree.tags, shaped.deps, shaped.heads,
    )  # fmt: skip


class _Shaper:
    def __init__(self, tree: Tree) -> None:
        self.deps = list(tree.deps)
        self.heads = list(tree.heads)
        self._pos = tree.pos
        self._tags = tree.tags
        self._children: list[list[int]] = [[] for _ in tree.heads]
        for word, head in enumerate(tree.heads):
            if head != word:
                self._children[head].append(word)

    def turn_names(self) -> None:
        """Make the last word of each flat name its head."""
        for first in range(len(self.heads)):
            parts = self._with(first, "flat")
            if parts:
                self._replace(first, parts[-1])
                for part in (first, *parts[:-1]):
                    self._hang(part, parts[-1], "compound")
                for child in list(self._children[first]):
                    self._hang(child, parts[-1], self.deps[child])

    def raise_copulas(self) -> None:
        """Make each copula the head of its clause."""
        for predicate in range(len(self.heads)):
            for copula in self._with(predicate, "cop")[:1]:
                self._replace(predicate, copula)
                for child in list(self._children[predicate]):
                    if self._is_of_clause(child, predicate, copula):
                        self._hang(child, copula, self.deps[child])
                self._hang(predicate, copula, self._complement(predicate))

    def _is_of_clause(self, child: int, predicate: int, copula: int) -> bool:
        dep = self.deps[child]
        if dep in {"conj", "cc"}:
            return dep == "conj" and bool(self._with(child, "cop", "nsubj", "nsubjpass"))
        if dep == "advmod":
            return not copula < child < predicate and child != predicate - 1
        if dep in _OF_CLAUSE or self._pos[predicate] == "ADJ":
            return dep in _OF_CLAUSE
        return dep not in _OF_NOUN | _OF_NOUN_TOO

    def _complement(self, predicate: int) -> str:
        if self._with(predicate, "case"):
            return "obl"
        return "attr" if self._pos[predicate] in _NOMINAL else "acomp"

    def raise_prepositions(self) -> None:
        """Hang each noun on its preposition, and each gerund that has one."""
        for word in range(len(self.heads)):
            dep = self.deps[word]
            if dep in _PHRASES:
                leads = [c for c in self._with(word, "case") if self._tags[c] != "POS"]
                self._lead(word, leads, "agent" if dep == "agent" else "prep", "pobj")
            elif dep in _GERUND_CLAUSES and self._tags[word] == "VBG":
                marks = self._with(word, "mark")
                leads = [c for c in marks if self._pos[c] in _PREPOSITIONS and c < word]
                self._lead(word, leads[:1], "prep", "pcomp")

    def _lead(self, word: int, leads: list[int], first: str, last: str) -> None:
        """Hang the first preposition on the word's head, the next on it, and then the word."""
        leads += [f for lead in leads for f in self._with(lead, "fixed") if f < word]
        above, dep = self.heads[word], first
        for lead in sorted(leads):
            self._hang(lead, above, dep)
            above, dep = lead, "prep"
        if leads:
            self._hang(word, above, last)

    def chain_conjuncts(self) -> None:
        """Hang each conjunct on the one before it, with what leads to it."""
        for first in range(len(self.heads)):
            before = first
            for conjunct in [c for c in self._with(first, "conj") if c > first]:
                leading = [*self._with(conjunct, "cc"), *self._with(conjunct, "punct")]
                for word in leading:
                    if word < conjunct:
                        self._hang(word, before, self.deps[word])
                self._hang(conjunct, before, "conj")
                before = conjunct

    def rename(self) -> None:
        """Give the labels that depend on the words around."""
        for word, dep in enumerate(self.deps):
            if dep == "mark" and self._tags[word] == "TO":
                self.deps[word] = "aux"
            elif dep == "dative" and not self._with(self.heads[word], "dobj"):
                self.deps[word] = "dobj"
            elif dep in {"obl", "agent"} and not self._with(word, "pobj", "pcomp"):
                self.deps[word] = "npadvmod"

    def _with(self, word: int, *deps: str) -> list[int]:
        return sorted(c for c in self._children[word] if self.deps[c] in deps)

    def _replace(self, word: int, by: int) -> None:
        """Put ``by``, which hangs on ``word``, in its place."""
        self._children[word].remove(by)
        head = self.heads[word]
        if head == word:
            self.heads[by] = by
        else:
            self._children[head].remove(word)
            self._children[head].append(by)
            self.heads[by] = head
        self.deps[by] = self.deps[word]
        self.heads[word] = word

    def _hang(self, word: int, head: int, dep: str) -> None:
        if self.heads[word] != word:
            self._children[self.heads[word]].remove(word)
        self.heads[word] = head
        self.deps[word] = dep
        self._children[head].append(word)
