"""Differences between UD and CLEAR in clauses, as CLEAR has them.

- free relative: in "she knows what happened", the clause is the object; "what" belongs to it
- small clause: in "let them go", "them" is the subject of "go", which is a ``ccomp``
- report: in "It rained, she said", "said" is the head, "rained" its ``ccomp``
- expletive: in "There is hope", "hope" is the ``attr``; "It is clear that …" has a ``ccomp``
- "to" before an infinitive is an ``aux``, "not" a ``neg``; a single object is a direct one
"""

from __future__ import annotations

from quotex.parse.attachment import MutableTree

_WH_TAGS = frozenset({"WP", "WRB"})
# The label of a clause that takes the place of its "what".
_CLAUSE_LABELS = {
    "attr": "ccomp",
    "dobj": "ccomp",
    "nsubj": "csubj",
    "nsubjpass": "csubjpass",
    "obl": "pcomp",
    "pobj": "pcomp",
}
_COMPLEMENTS = ("acomp", "attr", "ccomp", "dobj", "oprd", "xcomp")
_BEFORE_REPORTS = frozenset({"''", ",", "."})
_NONVERBAL = frozenset({"ADJ", "NOUN", "NUM", "PROPN"})
_FINAL_LABELS = {
    "csubj:outer": "csubj",
    "fixed": "advmod",
    "flat": "compound",
    "goeswith": "dep",
    "list": "dep",
    "nsubj:outer": "nsubj",
    "orphan": "dep",
    "reparandum": "dep",
    "vocative": "npadvmod",
    "dislocated": "dep",
    "cop": "aux",
}


def raise_free_relatives(tree: MutableTree) -> None:
    """Let the clause in "what happened" take the place of its pronoun."""
    for pronoun in range(len(tree.heads)):
        place = _CLAUSE_LABELS.get(tree.deps[pronoun])
        if place is None or tree.tags[pronoun] not in _WH_TAGS:
            continue
        for clause in [c for c in tree.children(pronoun, "relcl") if c > pronoun][:1]:
            others = [c for c in tree.children(pronoun) if c != clause]
            tree.replace(pronoun, clause, _role(tree, pronoun, clause))
            tree.deps[clause] = place
            for child in others:
                if child > clause or tree.deps[child] == "cc":
                    tree.attach(child, clause, tree.deps[child])


def _role(tree: MutableTree, pronoun: int, clause: int) -> str:
    if tree.tags[pronoun] == "WRB":
        return "advmod"
    return "dobj" if tree.children(clause, "nsubj", "nsubjpass", "csubj") else "nsubj"


def share_objects(tree: MutableTree) -> None:
    """Make the object in "let them go" the subject of the verb without "to"."""
    for verb in range(len(tree.heads)):
        if tree.deps[verb] != "xcomp" or tree.tags[verb] != "VB":
            continue
        if tree.children(verb, "aux", "mark"):
            continue
        objects = [c for c in tree.children(tree.heads[verb], "dobj") if c < verb]
        if objects and tree.heads[verb] < objects[-1] and not tree.children(verb, "nsubj"):
            tree.attach(objects[-1], verb, "nsubj")
            tree.deps[verb] = "ccomp"


def invert_reports(tree: MutableTree) -> None:
    """Make a reporting verb at the end the head of the clause that it reports."""
    for verb in range(len(tree.heads)):
        head = tree.heads[verb]
        if tree.deps[verb] != "parataxis" or tree.pos[verb] != "VERB" or head >= verb:
            continue
        hearers = tree.children(verb, "dobj", "dative") if tree.is_a(verb, "telling") else []
        others = [c for c in tree.children(verb, *_COMPLEMENTS, "mark") if c not in hearers[:1]]
        if not tree.children(verb, "nsubj") or others:
            continue
        first = tree.subtree(verb)[0]
        marks = [c for c in tree.children(head, "punct") if c > head]
        before = [t for t in tree.children(head) if t not in marks and t != verb]
        ends = max([head, *(tree.subtree(t)[-1] for t in before)])
        between = [c for c in [*marks, *tree.children(verb, "punct")] if ends < c < verb]
        if ends > first or not between or tree.tags[max(between)] not in _BEFORE_REPORTS:
            continue
        tree.replace(head, verb, "ccomp")
        for mark in marks:
            if mark > ends:
                tree.attach(mark, verb, "punct")


def relabel(tree: MutableTree) -> None:
    """Assign the labels that depend on the surrounding words."""
    for word in range(len(tree.heads)):
        tree.deps[word] = _relabelled(tree, word)
    _relabel_expletives(tree)


def _relabelled(tree: MutableTree, word: int) -> str:
    dep, head = tree.deps[word], tree.heads[word]
    if dep == "mark" and tree.tags[word] == "TO":
        return "aux"
    if dep == "advmod" and tree.is_a(word, "negation"):
        return "neg"
    if dep == "dative" and not tree.children(head, "dobj"):
        return "dobj"
    if dep in {"obl", "agent"} and not tree.children(word, "pobj", "pcomp"):
        return "npadvmod"
    if dep == "xcomp" and tree.pos[word] in _NONVERBAL and not tree.children(word, "aux", "mark"):
        return _predicate_label(tree, word, head)
    if dep == "nmod:unmarked":
        return _unmarked_label(tree, word, head)
    return _FINAL_LABELS.get(dep, dep)


def _predicate_label(tree: MutableTree, word: int, head: int) -> str:
    """Label a predicate of an object ("called it a farce") or of the subject ("seems glad")."""
    if tree.children(head, "dobj", "nsubjpass") or tree.tags[head] == "VBN":
        return "oprd"
    if tree.deps[head] == "acl":  # "a ship called Roe"
        return "oprd"
    return "acomp" if tree.pos[word] == "ADJ" else "attr"


def _unmarked_label(tree: MutableTree, word: int, head: int) -> str:
    """Label a noun that depends on another without a preposition."""
    if tree.tags[word] == "CD":
        return "nummod"
    is_name = tree.pos[word] == "PROPN" and tree.pos[head] == "PROPN"
    return "appos" if is_name and word > head else "npadvmod"


def _relabel_expletives(tree: MutableTree) -> None:
    for word, dep in enumerate(tree.deps):
        if dep != "expl":
            continue
        verb = tree.heads[word]
        if tree.tags[word] == "EX":
            for noun in tree.children(verb, "nsubj"):
                if noun > verb and tree.is_a(verb, "copula"):
                    tree.deps[noun] = "attr"
        elif word < verb and not tree.children(verb, "nsubj", "nsubjpass"):
            is_passive = bool(tree.children(verb, "auxpass"))
            tree.deps[word] = "nsubjpass" if is_passive else "nsubj"
            for clause in tree.children(verb, "csubj", "csubjpass"):
                if clause > verb:
                    is_open = any(tree.tags[t] == "TO" for t in tree.children(clause, "aux"))
                    tree.deps[clause] = "xcomp" if is_open else "ccomp"
