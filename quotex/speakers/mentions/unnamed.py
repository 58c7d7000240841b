"""Which body or person without a name "the ministry" or "the official" is, mentioned before."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile

from quotex.languages.word_lists import SpeakerWords
from quotex.parse.grammar import is_definite, is_plural
from quotex.parse.view import Token
from quotex.speakers.kinds import kind_of_noun
from quotex.speakers.mentions.roles import Binding, modifiers
from quotex.speakers.names.cluster import Cluster, agree
from quotex.speakers.names.names import Names

_KINDS = frozenset({"organization", "government"})
_FAR_BACK = 12  # sentences
_NEAR = 2


class Unnamed:
    """The bodies and the speakers that an article mentions without a name."""

    def __init__(self, words: SpeakerWords) -> None:
        self._bodies = UnnamedBodies(words)
        self._speakers = UnnamedSpeakers(words)

    def note(self, noun: Token, cluster: Cluster, *, speaks: bool) -> None:
        """Note a new mention, which may be that of a speaker."""
        self._bodies.note(noun, cluster)
        if speaks:
            self._speakers.note(noun, cluster)

    def known(self, noun: Token, *, speaks: bool) -> Binding | None:
        """Return who a noun refers to, or None if that is unclear or it is somebody new."""
        if (body := self._bodies.known(noun)) is not None:
            return Binding(body, "the only one mentioned")
        if speaks and (speaker := self._speakers.known(noun)) is not None:
            return Binding(speaker, "the last to speak without a name")
        return None


class UnnamedSpeakers:
    """The people who spoke in an article without a name: "a senior official"."""

    def __init__(self, words: SpeakerWords) -> None:
        self._words = words
        self._spoken: list[tuple[Token, Cluster]] = []

    def note(self, noun: Token, cluster: Cluster) -> None:
        """Note a speaker whom the article introduces."""
        if self._is_one_person(noun) and not is_definite(noun):
            self._spoken.append((noun, cluster))

    def known(self, noun: Token) -> Cluster | None:
        """Return whom "the official" refers to, which says no more than what is known.

        That is the only official who has spoken, or one of several who spoke just before; "the
        man" is whoever spoke just before.
        """
        if not self._is_one_person(noun) or not is_definite(noun) or modifiers(noun):
            return None
        recent = list(takewhile(_is_within(noun, _FAR_BACK), reversed(self._spoken)))
        of_kind = [spoken for spoken in recent if spoken[0].lemma == noun.lemma]
        if len(of_kind) == 1:
            return of_kind[0][1]
        near = next(filter(_is_within(noun, _NEAR), of_kind or recent), None)
        if near is None or not (of_kind or noun.lemma in self._words.roles.by_sex):
            return None
        _, last = near
        return last if agree(last.gender, self._words.gender_of(noun.lemma)) else None

    def _is_one_person(self, noun: Token) -> bool:
        return not is_plural(noun) and kind_of_noun(noun, self._words) == "person"


def _is_within(noun: Token, sentences: int) -> Callable[[tuple[Token, Cluster]], bool]:
    """Return what tells whether somebody spoke at most so many sentences before a noun."""
    return lambda spoken: noun.sentence - spoken[0].sentence <= sentences


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
