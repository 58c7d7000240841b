"""Which body without a name "the ministry" is, if one was mentioned before in more words."""

from __future__ import annotations

from quotex.languages.word_lists import SpeakerWords
from quotex.parse.grammar import is_definite, is_plural
from quotex.parse.view import Token
from quotex.speakers.kinds import kind_of_noun
from quotex.speakers.mentions.roles import modifiers
from quotex.speakers.names.cluster import Cluster
from quotex.speakers.names.names import Names

_KINDS = frozenset({"organization", "government"})


class UnnamedBodies:
    """The bodies that an article mentions without a name: "the transport ministry"."""

    def __init__(self, words: SpeakerWords) -> None:
        self._words = words
        self._by_noun: dict[str, list[Cluster]] = {}

    def note(self, noun: Token, cluster: Cluster) -> None:
        """Note a body that a definite noun and its modifiers set apart from others of its kind."""
        is_distinguished = bool(modifiers(noun)) and is_definite(noun)
        if is_distinguished and self._is_single_body(noun):
            known = self._by_noun.setdefault(noun.lemma, [])
            if all(cluster.name.casefold() != other.name.casefold() for other in known):
                known.append(cluster)

    def known(self, noun: Token) -> Cluster | None:
        """Return the body that a bare noun refers to, or None if the text mentions two."""
        if modifiers(noun) or not is_definite(noun) or not self._is_single_body(noun):
            return None
        found = self._by_noun.get(noun.lemma, [])
        return found[0] if len(found) == 1 else None

    def _is_single_body(self, noun: Token) -> bool:
        is_many = is_plural(noun) or noun.lemma in self._words.common
        return not is_many and kind_of_noun(noun, self._words) in _KINDS


def is_owned_organ(noun: Token, words: SpeakerWords, names: Names) -> bool:
    """Whether a name says which organization a noun is: "the Roe campaign", "Lundby's council".

    Or whether the noun is in a name itself, which no recogniser found: "the Divers' Trust".
    """
    if kind_of_noun(noun, words) not in _KINDS:
        return False
    owners = [c for c in noun.children if c.dep in {"poss", "compound", "nmod"}]
    if noun.pos == "PROPN" and any(c.pos == "PROPN" for c in owners):
        return True
    return any(names.covering(owner) is not None for owner in owners)
