"""How two speakers in different articles are related, judged by their records alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from quotex.languages import Language
from quotex.languages.names import name_key
from quotex.linking.identities import Identities
from quotex.records import Relation, Speaker
from quotex.speakers.names.parts import acronyms

NameRelation = Relation | Literal["different"]
AGREEING: frozenset[str] = frozenset({"same", "same name", "same country", "same identity"})
_BODIES = frozenset({"government", "organization"})
_NICKNAME = re.compile(r"\s[\"“'‘(][^\"“”‘’()]+[\"”'’)](?=\s|$)")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts: given names and initials, and the surname; all as keys."""

    given: tuple[str, ...]
    surname: str

    def is_compatible(self, other: PersonName) -> bool:
        """Whether both may be one person: the same surname, and compatible given names."""
        if not self.surname or self.surname != other.surname:
            return False
        return all(
            one == two or (min(len(one), len(two)) == 1 and one[0] == two[0])
            for one, two in zip(self.given[:1], other.given[:1], strict=False)
        )


class Names:
    """Compares the speakers' names in one language, with the user's table of identities."""

    def __init__(self, language: Language, identities: Identities) -> None:
        self.identities = identities
        self._words = language.speakers
        names = language.names
        self._titles = (
            self._words.honorifics | names.titles | names.perhaps | names.offices
            | self._words.ranks | self._words.roles.person | self._words.person
            | set(self._words.abbreviations)
        )  # fmt: skip
        self._firm_words = names.firm_words | names.firm_endings
        self._suffixes = self._words.name_suffixes | names.behind
        self._small = language.classes.words("headline_small")
        self._country = language.countries.at_start_of
        self._person = lru_cache(maxsize=65_536)(self._read_person)

    def person(self, name: str) -> PersonName:
        """Return a person's name in parts, without titles and suffixes."""
        return self._person(name)

    def _read_person(self, name: str) -> PersonName:
        words = [name_key(w.strip(",")) for w in _NICKNAME.sub("", name).split()]
        words = [w for w in words if any(c.isalpha() for c in w)]
        while len(words) > 1 and self._is_title(words[0]):
            words = words[1:]
        while len(words) > 1 and words[-1] in self._suffixes:
            words = words[:-1]
        if not words:
            return PersonName((), "")
        return PersonName(tuple(words[:-1]), words[-1].removesuffix("'s"))

    def _is_title(self, word: str) -> bool:
        words = self._words
        if any(
            word in names
            for names in (words.masculine_names, words.feminine_names, words.either_names)
        ):
            return word in self._words.honorifics
        return word in self._titles or f"{word}." in self._titles

    def key(self, speaker: Speaker | None) -> str:
        """Return a key that the speakers of one utterance usually share, "" without a name."""
        if speaker is None:
            return ""
        if (identity := self.identities.id_of(speaker.name)) is not None:
            return f"id {identity}"
        if speaker.country is not None:
            return speaker.country
        if not speaker.named:
            return ""
        if speaker.kind == "person":
            return self.person(speaker.name).surname
        return self.body_key(speaker)

    def body_key(self, speaker: Speaker) -> str:
        """Return the key of an organization's name."""
        return name_key(speaker.name)

    def relation(self, one: Speaker | None, other: Speaker | None) -> NameRelation:
        """Return how two speakers are related."""
        if one is None or other is None:
            return "unclear"
        ids = self.identities.id_of(one.name), self.identities.id_of(other.name)
        if None not in ids:
            return "same identity" if ids[0] == ids[1] else "different"
        if one.country and other.country:
            if one.country != other.country:
                return "different"
            same = name_key(one.name) == name_key(other.name)
            return "same" if same else "same country"
        if not (one.named and other.named):
            return "related" if self._belong_together(one, other) else "unclear"
        if name_key(one.name) == name_key(other.name):
            return "same"
        if one.kind == other.kind == "person":
            is_compatible = self.person(one.name).is_compatible(self.person(other.name))
            return "same name" if is_compatible else "different"
        return self._body_relation(one, other)

    def _body_relation(self, one: Speaker, other: Speaker) -> NameRelation:
        """Return how two speakers are related if at least one is not a person."""
        if one.kind not in _BODIES or other.kind not in _BODIES:
            return "related" if self._belong_together(one, other) else "unclear"
        short, long = sorted(
            (self.content_words(one.name), self.content_words(other.name)), key=len
        )
        if self._is_short_form(short, long) or self._is_acronym(one.name, other.name):
            return "same name"
        return "related" if set(short) < set(long) else "different"

    def _is_short_form(self, short: list[str], long: list[str]) -> bool:
        """Whether a name consists of another's words, of its last ones, or of a firm's first."""
        if not short:
            return False
        is_tail = len(short) > 1 and long[-len(short) :] == short
        is_firm = long[-1] in self._firm_words and long[: len(short)] == short
        return set(short) == set(long) or is_tail or is_firm

    def _belong_together(self, one: Speaker, other: Speaker) -> bool:
        """Whether the role or the name of one shows that it speaks for the other."""
        return any(self._speaks_for(a, b) for a, b in ((one, other), (other, one)))

    def _speaks_for(self, one: Speaker, body: Speaker) -> bool:
        role = one.role or ""
        if body.country is not None and self._country(role) == body.country:
            return True
        own = role if one.named else f"{role} {one.name}"
        return body.named and f" {name_key(body.name)} " in f" {name_key(own)} "

    def _is_acronym(self, one: str, other: str) -> bool:
        return any(
            a.replace(".", "") in acronyms(b, self._small) for a, b in ((one, other), (other, one))
        )

    def content_words(self, name: str) -> list[str]:
        """Return the words of a name, except small ones such as "of"."""
        return [w for w in name_key(name).split() if w not in self._small]

    def acronym_keys(self, name: str) -> set[str]:
        """Return the acronyms of an organization's name."""
        return {name_key(form) for form in acronyms(name, self._small)}

    def gender(self, name: str) -> Literal["", "m", "f"]:
        """Return the gender that a title or a first name implies, "" if neither does."""
        first = name_key(name.split()[0]) if name.split() else ""
        for word in (first, f"{first}."):
            if gender := self._words.gender_of(word):
                return gender
        given = self.person(name).given[:1]
        if not given:
            return ""
        if given[0] in self._words.masculine_names:
            return "m"
        return "f" if given[0] in self._words.feminine_names else ""

    def middle_names_fit(self, one: str, other: str) -> bool:
        """Whether the middle names are compatible, so that both may be one person."""
        middles = (self.person(one).given[1:], self.person(other).given[1:])
        return all(
            a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])
            for a, b in zip(*middles, strict=False)
        )

    def lookup_keys(self, speaker: Speaker) -> tuple[str, ...]:
        """Return the parts of a name by which possible matches are looked up."""
        if speaker.kind == "person":
            return (f"person {self.person(speaker.name).surname}",)
        words = self.content_words(speaker.name) or [""]
        keys = (words[0], words[-1], " ".join(sorted(words)), *self.acronym_keys(speaker.name))
        return tuple(dict.fromkeys(keys))
