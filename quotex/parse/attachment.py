"""A tree whose words can be re-attached, one at a time."""

from __future__ import annotations

from quotex.languages.word_classes import WordClass, WordClasses
from quotex.parse.engine import Tree


class MutableTree:
    """The heads and labels of a tree while its words are re-attached; each step leaves a forest."""

    def __init__(self, tree: Tree, classes: WordClasses) -> None:
        self.deps = list(tree.deps)
        self.heads = list(tree.heads)
        self._lemmas = tree.lemmas
        self._classes = classes
        self.pos = tree.pos
        self.tags = tree.tags
        self._children: list[set[int]] = [set() for _ in tree.heads]
        for word, head in enumerate(tree.heads):
            if head != word:
                self._children[head].add(word)

    def is_a(self, word: int, word_class: WordClass) -> bool:
        """Whether the lemma of a word belongs to a class."""
        return self._lemmas[word] in self._classes.words(word_class)

    def children(self, word: int, *deps: str) -> list[int]:
        """Return the children labelled with one of ``deps`` (all if none is given), in order."""
        return sorted(c for c in self._children[word] if not deps or self.deps[c] in deps)

    def subtree(self, word: int) -> list[int]:
        """Return the word and all its descendants, in order."""
        found = [word]
        for other in found:
            found.extend(self._children[other])
        return sorted(found)

    def attach(self, word: int, head: int, dep: str) -> None:
        """Attach a word to a head outside its own subtree."""
        if self.heads[word] != word:
            self._children[self.heads[word]].remove(word)
        self.heads[word] = head
        self.deps[word] = dep
        self._children[head].add(word)

    def replace(self, word: int, by: int, dep: str) -> None:
        """Put the child ``by`` in the place of ``word``, and attach ``word`` to it as ``dep``."""
        above, place = self.heads[word], self.deps[word]
        self._children[word].remove(by)
        if above == word:
            self.heads[by], self.deps[by] = by, place
        else:
            self.heads[by] = by
            self.attach(by, above, place)
        self.attach(word, by, dep)
