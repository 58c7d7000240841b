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
from quotex.parse.engine import Tree
from quotex.parse.hanging import Hanging
from quotex.parse.ud_clauses import invert_reports, raise_free_relatives, rename, share_objects

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})
_PREPOSITIONS = frozenset({"ADP", "SCONJ"})
_GERUND_CLAUSES = frozenset({"acl", "advcl"})
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
# The label of a preposition that takes a noun's place, by the noun's own label.
_LED = {
    **dict.fromkeys(("acl", "advcl", "appos", "dep", "nmod", "obl", "parataxis", "xcomp"), "prep"),
    "agent": "agent",
    "ROOT": "ROOT",
}
# Dependents of the clause, and so of its copula, although UD attaches them to the predicate.
_OF_CLAUSE = frozenset(
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
_OF_NOUN = frozenset(
    {
        *("acl", "amod", "appos", "case", "compound", "det", "nmod", "nmod:unmarked", "nummod"),
        *("poss", "predet", "relcl"),
    }
)
GIVEN = frozenset(  # the labels that ``clear_shape`` may give to a word
    {
        *("acomp", "agent", "attr", "aux", "case", "ccomp", "compound", "conj", "dobj", "neg"),
        *("npadvmod", "nsubj", "nsubjpass", "nummod", "obl", "oprd", "pcomp", "pobj", "poss"),
        *("prep", "punct", "relcl", "xcomp"),
    }
)


def clear_shape(tree: Tree, classes: WordClasses) -> Tree:
    """Return the tree with the structure of CLEAR; its labels are already quotex's."""
    hanging = Hanging(tree, classes)
    for step in _STEPS:
        step(hanging)
    return Tree(
        tree.starts, tree.ends, tree.firsts, tree.entities,
        tree.lemmas, tree.pos, tree.tags, hanging.deps, hanging.heads,
    )  # fmt: skip


def turn_dates(tree: Hanging) -> None:
    """Make the month the head of "January 15", and of a year after it."""
    for day in range(len(tree.heads)):
        months = [c for c in tree.below(day, "compound", "nmod:unmarked") if c == day - 1]
        if tree.tags[day] == "CD" and months and tree.pos[months[0]] == "PROPN":
            tree.replace(day, months[0], "nummod")
            for child in tree.below(day):
                tree.hang(child, months[0], tree.deps[child])


def turn_names(tree: Hanging) -> None:
    """Make the last word of each flat name its head; modifiers of a title stay with the title."""
    for first in range(len(tree.heads)):
        parts = tree.below(first, "flat")
        if not parts:
            continue
        is_title = tree.pos[first] == "NOUN"
        tree.replace(first, parts[-1], "compound")
        for part in parts[:-1]:
            tree.hang(part, parts[-1], "compound")
        for child in tree.below(first):
            if not (is_title and tree.deps[child] == "compound"):
                tree.hang(child, parts[-1], tree.deps[child])


def turn_titles(tree: Hanging) -> None:
    """Make the name the head of "match referee Ada Roe", unless a comma or article separates them.

    The same goes for "Secretary of State Ada Roe", whose title is itself a name.
    """
    for title in range(len(tree.heads)):
        if tree.tags[title] not in _TITLES or tree.below(title, "det", "poss"):
            continue
        of_office = any(_cases(tree, c) for c in tree.below(title, "nmod"))
        if tree.tags[title] != "NN" and not of_office:
            continue
        for name in [c for c in tree.below(title, "appos", "nmod") if tree.pos[c] == "PROPN"]:
            if tree.deps[name] == "nmod" and (not of_office or _cases(tree, name)):
                continue
            before = [t for c in tree.below(title) if c != name for t in tree.subtree(c)]
            before = [t for t in before if t < name]
            if tree.subtree(name)[0] == max([title, *before]) + 1:
                tree.replace(title, name, "nmod" if of_office else "compound")
                for child in tree.below(title):
                    if child > name or tree.deps[child] in {"case", "cc", "mark", "punct"}:
                        tree.hang(child, name, tree.deps[child])


def raise_copulas(tree: Hanging) -> None:
    """Make each copula the head of its clause."""
    for predicate in range(len(tree.heads)):
        for copula in tree.below(predicate, "cop")[:1]:
            is_clause = _is_clause(tree, predicate)
            complement = _complement(tree, predicate, is_clause)
            children = [c for c in tree.below(predicate) if c != copula]
            tree.replace(predicate, copula, complement)
            for child in children:
                if is_clause:
                    goes = child < copula or (tree.deps[child] == "punct" and child > predicate)
                else:
                    goes = _is_of_clause(tree, child, predicate, copula)
                if goes:
                    tree.hang(child, copula, tree.deps[child])


def _is_clause(tree: Hanging, predicate: int) -> bool:
    """Whether the predicate is a clause: "the fact is that it rained", "the plan is to go"."""
    if tree.below(predicate, "nsubj:outer", "csubj:outer"):
        return True
    return tree.pos[predicate] == "VERB" and tree.tags[predicate] not in {"VBG", "VBN"}


def _is_of_clause(tree: Hanging, child: int, predicate: int, copula: int) -> bool:
    dep = tree.deps[child]
    if dep in {"cc", "mark", "preconj"}:
        return child < copula
    if dep == "conj":
        return _is_finite(tree, child) or bool(tree.below(child, "cop", "nsubj", "nsubjpass"))
    if dep in {"advmod", "npadvmod"}:
        is_degree = child == predicate - 1 or tree.subtree(child)[-1] == predicate - 1
        if tree.is_a(child, "negation"):
            return True
        return not (copula < child and is_degree and tree.pos[predicate] in {"ADJ", "ADV"})
    if dep in _OF_CLAUSE or tree.pos[predicate] == "ADJ":
        return dep in _OF_CLAUSE
    return dep not in _OF_NOUN


def _is_finite(tree: Hanging, verb: int) -> bool:
    return any(tree.tags[t] in _FINITE for t in [verb, *tree.below(verb, "aux", "auxpass")])


def _complement(tree: Hanging, predicate: int, is_clause: bool) -> str:
    if tree.below(predicate, "case"):
        return "obl"
    if is_clause:
        return "ccomp" if _is_finite(tree, predicate) else "xcomp"
    if tree.tags[predicate] == "VBG" and tree.pos[predicate] == "VERB":
        return "advcl" if tree.below(predicate, "mark") else "xcomp"
    return "attr" if tree.pos[predicate] in _NOMINAL else "acomp"


def raise_prepositions(tree: Hanging) -> None:
    """Attach each noun to its preposition, and each gerund that has one."""
    for word in range(len(tree.heads)):
        dep = tree.deps[word]
        if dep in _LED:
            leads = _cases(tree, word)
            if leads:
                _lead(tree, word, leads, _above(tree, word, leads[0]), _LED[dep], "pobj")
            elif dep in _GERUND_CLAUSES and _is_gerund(tree, word):
                marks = tree.below(word, "mark")
                leads = [c for c in marks if _is_preposition(tree, c) and c < word]
                _lead(tree, word, leads[:1], tree.heads[word], "prep", "pcomp")


def _above(tree: Hanging, word: int, lead: int) -> int:
    """Return what a phrase depends on: in "head of state Ada Roe", the title, not the name."""
    head = tree.heads[word]
    titles = tree.below(head, "compound") if word < head else []
    return lead - 1 if lead - 1 in titles else head


def _cases(tree: Hanging, word: int) -> list[int]:
    return [c for c in tree.below(word, "case") if tree.tags[c] != "POS"]


def _is_gerund(tree: Hanging, word: int) -> bool:
    helped = tree.below(word, "aux", "auxpass")
    return not _is_finite(tree, word) and any(tree.tags[t] == "VBG" for t in [word, *helped])


def _is_preposition(tree: Hanging, mark: int) -> bool:
    return tree.pos[mark] in _PREPOSITIONS and not tree.is_a(mark, "clause_mark")


def _lead(tree: Hanging, word: int, leads: list[int], above: int, first: str, last: str) -> None:
    """Attach the first preposition to ``above``, each further one to the last, then the word."""
    fixed = [f for lead in leads for f in tree.below(lead, "fixed") if f < word]
    for number, lead in enumerate(sorted([*leads, *fixed])):
        if number == 0 and above == word:
            if lead in fixed:
                tree.hang(lead, word, "case")
            tree.replace(word, lead, last)
        else:
            tree.hang(lead, above, first if number == 0 else "prep")
        above = lead
    if leads:
        tree.hang(word, above, last)
        for child in tree.below(word, "advmod", "npadvmod"):
            if child < leads[0]:  # "two days after the vote"
                tree.hang(child, leads[0], tree.deps[child])


def chain_conjuncts(tree: Hanging) -> None:
    """Attach each conjunct to the one before it, with the conjunction and marks between them.

    If it has its own preposition, that depends on the other preposition: "in Oslo and in Bergen".
    """
    for first in range(len(tree.heads)):
        before = first
        for conjunct in [c for c in tree.below(first, "conj") if c > first]:
            leads = _cases(tree, conjunct)
            above = before
            if leads and tree.deps[before] == "pobj":
                above = tree.heads[before]
            for word in tree.below(conjunct, "cc", "punct"):
                if word < conjunct:
                    tree.hang(word, above, tree.deps[word])
            if leads:
                _lead(tree, conjunct, leads, above, "conj", "pobj")
            else:
                tree.hang(conjunct, before, "conj")
            before = conjunct


def raise_marks(tree: Hanging) -> None:
    """Attach each comma, dash and bracket at the edge of a modifier to what it modifies."""
    for mark in range(len(tree.heads)):
        if tree.tags[mark] not in _EDGE_TAGS or tree.deps[mark] != "punct":
            continue
        head = tree.heads[mark]
        while tree.deps[head] in _MODIFIERS and _is_outside(tree, mark, head):
            head = tree.heads[head]
        if head != tree.heads[mark] and tree.heads[mark] != mark:
            tree.hang(mark, head, "punct")


def _is_outside(tree: Hanging, mark: int, head: int) -> bool:
    """Whether all words under the head, apart from marks, are on one side of the mark."""
    words = [t for t in tree.subtree(head) if tree.deps[t] != "punct"]
    return not words or not words[0] < mark < words[-1]


_STEPS = (
    turn_dates,
    turn_names,
    turn_titles,
    raise_copulas,
    raise_prepositions,
    chain_conjuncts,
    raise_free_relatives,
    share_objects,
    invert_reports,
    rename,
    raise_marks,
)
