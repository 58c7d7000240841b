"""Turns a tree of Universal Dependencies into the structure of CLEAR, which the rules read.

UD attaches function words to content words; CLEAR, whose labels quotex's rules use, attaches nouns
to their prepositions and predicates to their copulas. Labels are mapped first (``labels.toml``).

- date: in "January 15", the month is the head
- name: in "Ada Roe", the last word is the head; a title before the name depends on it
- copula: in "Roe is mayor", "is" heads the clause, "mayor" is its ``attr`` ("glad" its ``acomp``)
- preposition: in "in Oslo", "in" is a ``prep``, "Oslo" its ``pobj``; a gerund is a ``pcomp``
- coordination: each conjunct depends on the one before it, and "and" on the one before "and"
- clauses: see ``ud_clauses.py``
"""

from __future__ import annotations

from quotex.languages.word_classes import WordClasses
from quotex.parse.attachment import MutableTree
from quotex.parse.engine import Tree
from quotex.parse.ud_clauses import invert_reports, raise_free_relatives, relabel, share_objects

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})
_PREPOSITIONS = frozenset({"ADP", "SCONJ"})
_GERUND_CLAUSES = frozenset({"acl", "advcl"})
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
# The label of a preposition that takes a noun's place, by the noun's own label.
_PREPOSITION_LABELS = {
    **dict.fromkeys(("acl", "advcl", "appos", "dep", "nmod", "obl", "parataxis", "xcomp"), "prep"),
    "agent": "agent",
    "ROOT": "ROOT",
}
# Dependents of the clause, and so of its copula, although UD attaches them to the predicate.
_CLAUSE_DEPENDENTS = frozenset(
    {
        *("advcl", "aux", "auxpass", "csubj", "csubjpass", "dislocated", "expl", "intj"),
        *("mark", "npadvmod", "nsubj", "nsubjpass", "parataxis", "punct", "vocative"),
    }
)
_TITLES = frozenset({"NN", "NNP"})
_EDGE_TAGS = frozenset({",", ":", "-LRB-", "-RRB-"})
_MODIFIERS = frozenset(
    {
        *("acl", "advcl", "advmod", "agent", "appos", "ccomp", "dep", "intj", "nmod"),
        *("npadvmod", "nummod", "parataxis", "pcomp", "pobj", "prep", "relcl"),
    }
)
_NOUN_DEPENDENTS = frozenset(
    {
        *("acl", "amod", "appos", "case", "compound", "det", "nmod", "nmod:unmarked", "nummod"),
        *("poss", "predet", "relcl"),
    }
)
ASSIGNED_LABELS = frozenset(  # the labels that ``to_clear`` may give to a word
    {
        *("acomp", "agent", "attr", "aux", "case", "ccomp", "compound", "conj", "dobj", "neg"),
        *("npadvmod", "nsubj", "nsubjpass", "nummod", "obl", "oprd", "pcomp", "pobj", "poss"),
        *("prep", "punct", "relcl", "xcomp"),
    }
)


def to_clear(tree: Tree, classes: WordClasses) -> Tree:
    """Return the tree with the structure of CLEAR; its labels are already quotex's."""
    mutable = MutableTree(tree, classes)
    for step in _STEPS:
        step(mutable)
    return Tree(
        tree.starts, tree.ends, tree.firsts, tree.entities,
        tree.lemmas, tree.pos, tree.tags, mutable.deps, mutable.heads,
    )  # fmt: skip


def reattach_dates(tree: MutableTree) -> None:
    """Make the month the head of "January 15", and of a year after it."""
    for day in range(len(tree.heads)):
        months = [c for c in tree.children(day, "compound", "nmod:unmarked") if c == day - 1]
        if tree.tags[day] == "CD" and months and tree.pos[months[0]] == "PROPN":
            tree.replace(day, months[0], "nummod")
            for child in tree.children(day):
                tree.attach(child, months[0], tree.deps[child])


def reattach_names(tree: MutableTree) -> None:
    """Make the last word of each flat name its head; modifiers of a title stay with the title."""
    for first in range(len(tree.heads)):
        parts = tree.children(first, "flat")
        if not parts:
            continue
        is_title = tree.pos[first] == "NOUN"
        tree.replace(first, parts[-1], "compound")
        for part in parts[:-1]:
            tree.attach(part, parts[-1], "compound")
        for child in tree.children(first):
            if not (is_title and tree.deps[child] == "compound"):
                tree.attach(child, parts[-1], tree.deps[child])


def reattach_titles(tree: MutableTree) -> None:
    """Make the name the head of "match referee Ada Roe", unless a comma or article separates them.

    The same goes for "Secretary of State Ada Roe", whose title is itself a name.
    """
    for title in range(len(tree.heads)):
        if tree.tags[title] not in _TITLES or tree.children(title, "det", "poss"):
            continue
        has_office = any(_case_words(tree, c) for c in tree.children(title, "nmod"))
        if tree.tags[title] != "NN" and not has_office:
            continue
        for name in [c for c in tree.children(title, "appos", "nmod") if tree.pos[c] == "PROPN"]:
            if tree.deps[name] == "nmod" and (not has_office or _case_words(tree, name)):
                continue
            before = [t for c in tree.children(title) if c != name for t in tree.subtree(c)]
            before = [t for t in before if t < name]
            if tree.subtree(name)[0] == max([title, *before]) + 1:
                tree.replace(title, name, "nmod" if has_office else "compound")
                for child in tree.children(title):
                    if child > name or tree.deps[child] in {"case", "cc", "mark", "punct"}:
                        tree.attach(child, name, tree.deps[child])
                break  # a second name now belongs to the first


def raise_copulas(tree: MutableTree) -> None:
    """Make each copula the head of its clause."""
    for predicate in range(len(tree.heads)):
        for copula in tree.children(predicate, "cop")[:1]:
            is_clause = _is_clause(tree, predicate)
            complement = _complement(tree, predicate, is_clause)
            children = [c for c in tree.children(predicate) if c != copula]
            tree.replace(predicate, copula, complement)
            for child in children:
                if is_clause:
                    moves = child < copula or (tree.deps[child] == "punct" and child > predicate)
                else:
                    moves = _belongs_to_clause(tree, child, predicate, copula)
                if moves:
                    tree.attach(child, copula, tree.deps[child])


def _is_clause(tree: MutableTree, predicate: int) -> bool:
    """Whether the predicate is a clause: "the fact is that it rained", "the plan is to go"."""
    if tree.children(predicate, "nsubj:outer", "csubj:outer"):
        return True
    return tree.pos[predicate] == "VERB" and tree.tags[predicate] not in {"VBG", "VBN"}


def _belongs_to_clause(tree: MutableTree, child: int, predicate: int, copula: int) -> bool:
    dep = tree.deps[child]
    if dep in {"cc", "mark", "preconj"}:
        return child < copula
    if dep == "conj":
        return _is_finite(tree, child) or bool(tree.children(child, "cop", "nsubj", "nsubjpass"))
    if dep in {"advmod", "npadvmod"}:
        is_degree = child == predicate - 1 or tree.subtree(child)[-1] == predicate - 1
        if tree.is_a(child, "negation"):
            return True
        return not (copula < child and is_degree and tree.pos[predicate] in {"ADJ", "ADV"})
    if dep in _CLAUSE_DEPENDENTS or tree.pos[predicate] == "ADJ":
        return dep in _CLAUSE_DEPENDENTS
    return dep not in _NOUN_DEPENDENTS


def _is_finite(tree: MutableTree, verb: int) -> bool:
    return any(tree.tags[t] in _FINITE for t in [verb, *tree.children(verb, "aux", "auxpass")])


def _complement(tree: MutableTree, predicate: int, is_clause: bool) -> str:
    if tree.children(predicate, "case"):
        return "obl"
    if is_clause:
        return "ccomp" if _is_finite(tree, predicate) else "xcomp"
    if tree.tags[predicate] == "VBG" and tree.pos[predicate] == "VERB":
        return "advcl" if tree.children(predicate, "mark") else "xcomp"
    return "attr" if tree.pos[predicate] in _NOMINAL else "acomp"


def raise_prepositions(tree: MutableTree) -> None:
    """Attach each noun to its preposition, and each gerund that has one."""
    for word in range(len(tree.heads)):
        dep = tree.deps[word]
        if dep in _PREPOSITION_LABELS:
            prepositions = _case_words(tree, word)
            if prepositions:
                above = _attachment_point(tree, word, prepositions[0])
                _attach_phrase(tree, word, prepositions, above, _PREPOSITION_LABELS[dep], "pobj")
            elif dep in _GERUND_CLAUSES and _is_gerund(tree, word):
                marks = tree.children(word, "mark")
                prepositions = [c for c in marks if _is_preposition(tree, c) and c < word]
                _attach_phrase(tree, word, prepositions[:1], tree.heads[word], "prep", "pcomp")


def _attachment_point(tree: MutableTree, word: int, preposition: int) -> int:
    """Return what a phrase depends on: in "head of state Ada Roe", the title, not the name."""
    head = tree.heads[word]
    titles = tree.children(head, "compound") if word < head else []
    return preposition - 1 if preposition - 1 in titles else head


def _case_words(tree: MutableTree, word: int) -> list[int]:
    return [c for c in tree.children(word, "case") if tree.tags[c] != "POS"]


def _is_gerund(tree: MutableTree, word: int) -> bool:
    helped = tree.children(word, "aux", "auxpass")
    return not _is_finite(tree, word) and any(tree.tags[t] == "VBG" for t in [word, *helped])


def _is_preposition(tree: MutableTree, mark: int) -> bool:
    return tree.pos[mark] in _PREPOSITIONS and not tree.is_a(mark, "clause_mark")


def _attach_phrase(
    tree: MutableTree, word: int, prepositions: list[int], above: int, first: str, last: str
) -> None:
    """Attach the first preposition to ``above``, each further one to the last, then the word."""
    fixed = [f for p in prepositions for f in tree.children(p, "fixed") if f < word]
    for number, preposition in enumerate(sorted([*prepositions, *fixed])):
        if number == 0 and above == word:
            if preposition in fixed:
                tree.attach(preposition, word, "case")
            tree.replace(word, preposition, last)
        else:
            tree.attach(preposition, above, first if number == 0 else "prep")
        above = preposition
    if prepositions:
        tree.attach(word, above, last)
        for child in tree.children(word, "advmod", "npadvmod"):
            if child < prepositions[0]:  # "two days after the vote"
                tree.attach(child, prepositions[0], tree.deps[child])


def chain_conjuncts(tree: MutableTree) -> None:
    """Attach each conjunct to the one before it, with the conjunction and marks between them.

    If it has its own preposition, that depends on the other preposition: "in Oslo and in Bergen".
    """
    for first in range(len(tree.heads)):
        before = first
        for conjunct in [c for c in tree.children(first, "conj") if c > first]:
            prepositions = _case_words(tree, conjunct)
            above = before
            if prepositions and tree.deps[before] == "pobj":
                above = tree.heads[before]
            for word in tree.children(conjunct, "cc", "punct"):
                if word < conjunct:
                    tree.attach(word, above, tree.deps[word])
            if prepositions:
                _attach_phrase(tree, conjunct, prepositions, above, "conj", "pobj")
            else:
                tree.attach(conjunct, before, "conj")
            before = conjunct


def raise_marks(tree: MutableTree) -> None:
    """Attach each comma, dash and bracket at the edge of a modifier to what it modifies."""
    for mark in range(len(tree.heads)):
        if tree.tags[mark] not in _EDGE_TAGS or tree.deps[mark] != "punct":
            continue
        head = tree.heads[mark]
        while tree.deps[head] in _MODIFIERS and _is_outside(tree, mark, head):
            head = tree.heads[head]
        if head != tree.heads[mark] and tree.heads[mark] != mark:
            tree.attach(mark, head, "punct")


def _is_outside(tree: MutableTree, mark: int, head: int) -> bool:
    """Whether all words under the head, apart from marks, are on one side of the mark."""
    words = [t for t in tree.subtree(head) if tree.deps[t] != "punct"]
    return not words or not words[0] < mark < words[-1]


_STEPS = (
    reattach_dates,
    reattach_names,
    reattach_titles,
    raise_copulas,
    raise_prepositions,
    chain_conjuncts,
    raise_free_relatives,
    share_objects,
    invert_reports,
    relabel,
    raise_marks,
)
