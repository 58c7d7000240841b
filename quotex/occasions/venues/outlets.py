"""Outlets: newspapers, broadcasters and platforms that a text names, and how it names them."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.languages.word_lists import VenueWords
from quotex.occasions.venues.phrases import (
    has_article,
    name_of,
    number_after,
    without_possessive,
)
from quotex.parse.grammar import SUBJECTS, is_verb, prepositional
from quotex.parse.view import TIMES, Token

_NAME_ENTITIES = frozenset({"ORG", "WORK_OF_ART", "PRODUCT"})
_UNKNOWN = frozenset({"", "PRODUCT", "WORK_OF_ART"})
_PEOPLE = frozenset({"GPE", "NORP"})
_BEFORE = frozenset({"poss", "compound", "nmod", "amod"})
_NO_TITLES = TIMES | {"GPE"}
_KINDS = frozenset({"compound", "amod"})  # before a name: "the daily Stones"
_BESIDE = frozenset({"appos", "dobj", "pobj"})
_LONGEST = 5  # words of a name
_NAME = "NNP"
_CALL_SIGN = 3  # letters at least; "the UN" is no outlet


class Outlets:
    """Distinguishes outlets from other names.

    ``words`` are the lists of the language; ``agency`` is the one that the dateline names.
    """

    def __init__(self, words: VenueWords, agency: str | None = None) -> None:
        self._words = words
        self._agency = agency

    def is_platform(self, noun: Token) -> bool:
        """Whether a name is that of a service for messages: "WhatsApp"."""
        return noun.lower in self._words.outlets and noun.lower in self._words.medium

    def is_outlet(self, noun: Token) -> bool:
        """Whether a name is that of a newspaper, a broadcaster or a platform."""
        if noun.lemma in self._words.press and noun.pos == "NOUN":
            before = [c for c in noun.children if c.i < noun.i and c.dep in _BEFORE]
            below = (c for word in before for c in word.children if c.dep == "compound")
            return any(map(_is_name, (*before, *below)))  # "the Stones news agency"
        is_station = self._is_numbered_station(noun)
        if noun.pos != "PROPN" and noun.entity not in _NAME_ENTITIES:
            return self._is_letter(noun) or is_station
        is_called = any(c.lemma in self._words.press and c.dep in _KINDS for c in noun.children)
        if is_station or is_called:
            return True  # "radio show Harbour Talk"
        if noun.dep == "appos" and noun.head.lemma in self._words.press:
            return True  # "the journal Stones"
        beside = noun.child("appos")
        if beside is not None and beside.pos == "NOUN" and beside.lemma in self._words.press:
            return noun.pos == "PROPN"  # "Morning Call, the breakfast show"
        if noun.lower.rpartition(".")[2] in self._words.domains and noun.lower[:-1].find(".") > 0:
            return True
        words = name_of(noun)
        listed = self._is_listed(noun, " ".join(t.text for t in words))
        if listed is not None:
            return listed
        if any(c.dep == "poss" and c.entity in TIMES for c in noun.children):
            lemma = noun.lemma.lower()
            is_named = len(words) > 1 and words[-2].text[:1].isupper()  # "Sunday's Harbour Review"
            is_other = lemma in self._words.event or (lemma in self._words.written and not is_named)
            return noun.pos == "PROPN" and not is_other  # "last week's Planet"
        if len(words) > 1 and words[0].lower in self._words.airwaves:
            is_host = noun.entity == "PERSON" and words[1].text.islower()  # "radio host Ada Roe"
            return noun.pos == "PROPN" and noun.entity not in _PEOPLE and not is_host
        titled = noun.entity in _NAME_ENTITIES or len(words) > 1 or has_article(noun)
        is_named = titled and words[-1].lower in self._words.outlet_words
        return is_named or self._has_ending(words[-1])

    def _has_ending(self, word: Token) -> bool:
        """Whether a word ends like the name of an outlet that is one word: "Kystradio"."""
        endings = self._words.outlet_endings - {word.lower}
        return word.pos == "PROPN" and word.lower.endswith(tuple(endings))

    def _is_listed(self, noun: Token, name: str) -> bool | None:
        """Return whether a listed name is that of an outlet, or None if it is not listed."""
        outlets, with_article = self._words.outlets, self._words.outlets_with_article
        if name == self._agency:
            return True
        name = name.lower()
        if name in outlets:
            return name not in with_article or has_article(noun)
        is_listed = noun.lower in outlets and noun.lower not in with_article
        return True if is_listed or self._is_letter(noun) else None

    def _listed_around(self, noun: Token) -> list[Token]:
        """Return the words of a listed name that the parser takes apart: "Channel 4 News"."""
        view = noun.view
        if view is None or not noun.text[:1].isupper():
            return []
        for last in range(min(noun.i + _LONGEST, len(view.tokens)) - 1, noun.i - 1, -1):
            for first in range(max(noun.i - _LONGEST, 0), noun.i + 1):
                words = view.tokens[first : last + 1]
                name = view.text[words[0].start : words[-1].end]
                is_odd = not name.replace(" ", "").isalpha()
                if is_odd and name.lower() in self._words.outlets and words[0].text[0].isupper():
                    return words
        return []

    def _is_letter(self, noun: Token) -> bool:
        """Whether a single letter is the name of a platform: "on X"."""
        name = noun.lower.removesuffix(".")  # a full stop is taken for that of an initial
        is_known = name in self._words.outlets_alone and noun.text.isupper()
        return is_known and noun.dep == "pobj" and not any(c.i < noun.i for c in noun.children)

    def _is_numbered_station(self, noun: Token) -> bool:
        """Whether a number ends the name of a station: "TV Six", "Channel 9"."""
        if noun.lower in self._words.stations and noun.text[:1].isupper() and number_after(noun):
            return True
        first = name_of(noun)[0]
        is_name = first.text[:1].isupper() and noun.text[:1].isupper()
        return noun.pos == "NUM" and is_name and first.lower in self._words.airwaves

    def is_outlet_told(self, hearer: Token) -> bool:
        """Whether a hearer is an outlet, in a phrase where it need not be one."""
        hearer = self.name_or_noun(hearer)
        if hearer.entity == "ORG" or hearer.lower in self._words.bodies:
            return self.is_outlet(hearer)
        return self.is_outlet(hearer) or (hearer.pos == "PROPN" and self._may_be_outlet(hearer))

    def is_partner(self, outlet: Token, above: Token) -> bool:
        """Whether somebody does something with an outlet other than talk: "worked with it"."""
        is_with = outlet.dep == "pobj" and outlet.head.is_a("company_preposition")
        talking = self._words.scene_verbs | self._words.talking | self._words.asking
        return is_with and is_verb(above) and above.lemma not in talking

    def name_or_noun(self, noun: Token) -> Token:
        """Return the name after a noun for an outlet, "the journal Stones", or else the noun.

        And the outlet of "Friday's edition of Stones" and "the pages of this newspaper".
        """
        if noun.lemma in self._words.copies:
            below = (n for p, n in prepositional(noun) if p.is_a("of"))
            is_known = (n for n in below if n.pos == "PROPN" or n.lemma in self._words.press)
            return next(is_known, noun)
        if noun.lemma not in self._words.press:
            return noun
        name = noun.child("appos")
        if name is not None and name.pos == "PROPN" and name.i > noun.i:
            return name
        return _name_after(noun) or noun

    def owners_of(self, noun: Token) -> Iterator[list[Token]]:
        """Yield the names of the outlets that own a noun: "a Gazette essay", "Nine's show"."""
        if noun.lemma in self._words.airwaves or (self.is_outlet(noun) and noun.pos == "PROPN"):
            return  # "RAI television" and "Fox News" are one name
        name: list[Token] = []
        first = name_of(noun)[0] if noun.pos == "PROPN" else None
        for child in noun.children:
            if first is not None and child.i > first.i:
                continue  # "the Arctic Science Forum" is not the journal's
            is_part = child.is_a("dated_name") and child.i == noun.i - 1
            if is_part and noun.lemma in self._words.press:
                continue  # "the Today programme" is one name
            is_platform = child.lower in self._words.medium or noun.lemma in self._words.online
            if child.dep == "compound" and is_platform:
                continue  # "a Facebook post" and "a Telegram channel" are one name
            if child.i < noun.i and child.dep in _BEFORE and self.is_outlet(child):
                words = without_possessive(name_of(child))
                if name and name[-1].i + 1 != words[0].i:
                    yield name
                    name = []
                name = [*name, *words]  # "BBC Radio"
        if name:
            yield name

    def names_for_hearer(self, hearer: Token) -> Iterator[list[Token]]:
        """Yield the names of the outlets through which somebody is told something.

        "told The Daily Planet", "told the paper", "told the Planet's Ada Roe", "told the Planet
        reporter Ada Roe", "told Ada Roe of the Planet".
        """
        if listed := self._listed_around(hearer):
            yield listed
            return
        original, hearer = hearer, self.name_or_noun(hearer)
        press = self._words.press | self._words.airwaves
        is_press = hearer.lemma in press and hearer.pos == "NOUN"
        is_called = any(c.lemma in self._words.press for c in hearer.children)
        is_name = hearer.pos == "PROPN" or hearer.text.isupper()
        is_org = is_name and (self._may_be_outlet(hearer) or is_called)
        beside = next((c for c in hearer.head.children if c.i == hearer.i + 1), None)
        is_object = beside is not None and beside.dep == "dobj" and beside.lemma in press
        if beside is not None and is_object and hearer.text[:1].isupper():
            yield [*name_of(hearer), beside]  # the parser's two objects in "told Stones magazine"
        elif hearer is not original and hearer.dep != "appos":
            yield [*name_of(hearer), *number_after(hearer)]
        elif self.is_outlet(hearer) or (is_org and hearer.lower not in self._words.bodies):
            yield [*self._without_kind(name_of(hearer)), *number_after(hearer)]
            if hearer.pos == "NOUN" and hearer.child("poss") is not None:
                yield from self.owners_of(hearer)
        elif is_press and hearer.tag == "NN":
            yield name_of(hearer)
            yield from self.owners_of(hearer)
        else:
            for noun in (hearer, *(c for c in hearer.children if c.dep in _BEFORE)):
                yield from self.owners_of(noun)
            for preposition, noun in prepositional(hearer):
                if preposition.is_a("host_preposition") and self.is_outlet(noun):
                    yield name_of(noun)

    def _without_kind(self, name: list[Token]) -> list[Token]:
        """Return a name without the noun before it: "Stones" in "the state news agency Stones"."""
        kinds = [n for n, t in enumerate(name[:-1]) if t.lower in self._words.press]
        return name[kinds[-1] + 1 :] if kinds and name[kinds[-1]].text.islower() else name

    def _may_be_outlet(self, name: Token) -> bool:
        """Whether the name of a hearer may be that of an outlet, judging by its form.

        An organization may be one, and so may a name with "the" that is not a person, country or
        rank.
        """
        has_the = any(c.is_a("definite_article") for c in name.children)
        before = next((c.entity for c in name.children if c.i == name.i - 1), "")
        is_rank = name.lower in self._words.ranks
        entity = name.entity or ("" if is_rank else before)
        if entity == "ORG":
            return not (has_the and name.text.isupper())  # "told the FBI"
        is_call_sign = name.text.isupper() and len(name.text) >= _CALL_SIGN and not name.children
        if entity == "PERSON":  # nobody is called "the Plainsman"
            return has_the and name.tag == _NAME and len(name.children) == 1 and not is_rank
        return entity in _UNKNOWN and not is_rank and (has_the or is_call_sign)


def _name_after(noun: Token) -> Token | None:
    """Return the end of the name right after a noun: "told the newspaper Stones that"."""
    if noun.view is None or noun.tag != "NN":
        return None
    last: Token | None = None
    for token in noun.view.tokens[noun.i + 1 : noun.i + 1 + _LONGEST]:
        is_part = token.text[:1].isupper() and token.entity not in _NO_TITLES
        if not is_part or token.dep in SUBJECTS:
            break
        last = token
    is_person = last is not None and last.entity == "PERSON"
    is_beside = last is not None and (last.dep in _BESIDE or last.pos == "NUM")
    return None if is_person and not is_beside else last


def _is_name(token: Token) -> bool:
    is_time = token.entity in TIMES  # "Monday's paper"
    return token.entity in _NAME_ENTITIES or (token.pos == "PROPN" and not is_time)
