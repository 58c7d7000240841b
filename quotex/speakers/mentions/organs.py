"""Which organ of a government "the Norwegian ministry" is, if the article names ministries.

The rule: a definite singular noun for an organ of government ("the ministry", "the court") whose
only modifier is the adjective of a country refers to the organ whose name the noun heads, before or
after it ("the Foreign Ministry"), if exactly one fits. An organ known to be of another country does
not fit. The adjective then gives the organ's country, wherever it is named. If none fits or several
do, the noun is a speaker of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotex.languages import Language
from quotex.parse.grammar import is_definite
from quotex.parse.view import Token, View
from quotex.speakers.countries import stated_country
from quotex.speakers.names.cluster import Cluster
from quotex.speakers.names.parts import name_heads

_MODIFIERS = frozenset({"amod", "compound", "nmod", "nummod", "poss"})


class Organs:
    """Finds the named organs of one article by noun and country.

    ``countries`` holds the codes of the countries found so far, by the number of the organ's
    cluster.
    """

    def __init__(self, view: View, language: Language, clusters: Sequence[Cluster]) -> None:
        self.countries: dict[int, str] = {}
        self._view = view
        self._words = language.speakers
        self._table = language.countries
        self._by_head: dict[str, list[Cluster]] = {}
        for cluster in clusters:
            if cluster.label == "ORG":
                for head in name_heads(cluster.name, self._words.name_links):
                    self._by_head.setdefault(head, []).append(cluster)
        self._stated: dict[int, str | None] = {}

    def named(self, noun: Token) -> Cluster | None:
        """Return the organ that a noun with the adjective of a country refers to, or None."""
        if noun.lemma not in self._words.government or noun.tag != "NN" or not is_definite(noun):
            return None
        code = self._adjective_country(noun)
        if code is None:
            return None
        fits = [c for c in self._by_head.get(noun.lemma, []) if self._may_be_of(c, code)]
        if len(fits) != 1:
            return None
        self.countries.setdefault(fits[0].number, code)
        return fits[0]

    def _adjective_country(self, noun: Token) -> str | None:
        """Return the country of a noun whose only modifier is the adjective of a country."""
        if any(c.is_a("organ_link") and c.i > noun.i for c in noun.children):
            return None
        before = [c for c in noun.children if c.i < noun.i and c.dep in _MODIFIERS]
        words = sorted({t.i for c in before for t in c.subtree()})
        if not words or words[-1] - words[0] >= len(words):
            return None
        return self._table.adjective(" ".join(self._view.tokens[i].text for i in words))

    def _may_be_of(self, cluster: Cluster, code: str) -> bool:
        number = cluster.number
        if number not in self._stated:
            self._stated[number] = stated_country(cluster, self._view, self._table)
        return (self._stated[number] or self.countries.get(number)) in {None, code}
