"""Which organ of a government "the Norwegian ministry" is, where the article names its ministries.

The rule: a definite noun in the singular for an organ of government ("the ministry", "the court")
whose only modifier is the adjective of a country stands for the named organ that the noun heads,
named before or after ("the Foreign Ministry"), if exactly one fits. One that is known to be of
another country does not fit. The adjective then tells the organ's country, wherever it is named.
Where none fits or several do, the noun stands for itself.
"""

from __future__ import annotations

from quotex.languages.countries import Countries
from quotex.languages.word_lists import SpeakerWords
from quotex.parse.view import Token, View
from quotex.speakers.countries import told_country
from quotex.speakers.mentions.offices import is_definite
from quotex.speakers.names.names import Cluster, Names
from quotex.speakers.names.parts import name_heads

_MODIFIERS = frozenset({"amod", "compound", "nmod", "nummod", "poss"})


class Organs:
    """Finds the named organs of one article by noun and country."""

    def __init__(self, view: View, words: SpeakerWords, names: Names, table: Countries) -> None:
        self._view = view
        self._words = words
        self._table = table
        self._headed: dict[str, list[Cluster]] = {}
        for cluster in names.clusters:
            for head in name_heads(cluster.name) if cluster.label == "ORG" else ():
                self._headed.setdefault(head, []).append(cluster)
        self._told: dict[int, str | None] = {}

    def named(self, noun: Token) -> Cluster | None:
        """Return the organ that a noun with the adjective of a country stands for, or None."""
        if noun.lemma not in self._words.government or noun.tag != "NN" or not is_definite(noun):
            return None
        code = self._country(noun)
        if code is None:
            return None
        fits = [c for c in self._headed.get(noun.lemma, []) if self._fits(c, code)]
        if len(fits) != 1:
            return None
        fits[0].country = fits[0].country or code
        return fits[0]

    def _country(self, noun: Token) -> str | None:
        """Return the country of a noun with no modifier but an adjective that tells of one."""
        if any(c.is_a("organ_link") and c.i > noun.i for c in noun.children):
            return None
        before = [c for c in noun.children if c.i < noun.i and c.dep in _MODIFIERS]
        words = sorted({t.i for c in before for t in c.subtree()})
        if not words or words[-1] - words[0] >= len(words):
            return None
        return self._table.adjective(" ".join(self._view.tokens[i].text for i in words))

    def _fits(self, cluster: Cluster, code: str) -> bool:
        key = id(cluster)
        if key not in self._told:
            self._told[key] = told_country(cluster, self._view, self._table)
        return (self._told[key] or cluster.country) in {None, code}
