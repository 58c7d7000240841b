"""Which runs of tokens name a person, where the recogniser errs or includes too much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotex.languages import Language
from quotex.parse.view import Entity, Token, View
from quotex.speakers.names.cluster import Gender, Run
from quotex.speakers.names.misread import Misread, is_described, trimmed
from quotex.speakers.names.parts import (
    is_given_name,
    is_split_o_surname,
    proper_name,
    split_name_tail_length,
)

NAMED = frozenset({"PERSON", "ORG", "GPE", "FAC"})
_OTHERS = frozenset({"GPE", "NORP", "ORG", "LOC"})
_PLACES = frozenset({"GPE", "NORP", "LOC", "FAC"})
_SPEECHLESS = frozenset({"LAW", "LANGUAGE"})  # these never speak: one such word is misread
_PAIRING = frozenset({"-", "–", "/", ":", ";", "("})
_DASHES = frozenset({"-", "–"})
_DOUBLE_NAME = 4  # tokens, including the given name: "Ada Roe-Ellery"
_SPLIT_NAME = 3  # tokens of a first name that a hyphen splits
_LONGEST_LABEL = 5  # words of a name


class PersonFinder:
    """Judges the runs of one article; a run is ``tokens[first:last]`` of the view."""

    def __init__(self, view: View, language: Language) -> None:
        self._view = view
        self._words = language.speakers
        self._names = language.names
        self._misread = Misread(view, language)
        known = language.speakers
        self._offices = known.person & known.honorifics | language.names.offices
        self._titles = language.label_titles
        self._nameless = language.nameless_labels

    def is_pair(self, entity: Entity) -> bool:
        """Whether an entity is two names in one ("the Ruiz-Okafor debate")."""
        words = self._view.tokens[entity.first : entity.last]
        marks = [t for t in words if t.text in _PAIRING or t.text in self._words.versus]
        if not marks or marks[0] in (words[0], words[-1]):
            return False
        mark = marks[0]
        after = self._view.tokens[mark.i + 1]
        if self._tail_length(words) == len(words) - 1:
            return False
        is_long = len(words) >= _DOUBLE_NAME
        is_one = mark.text in _DASHES and (is_long or after.text.islower())
        return entity.label != "PERSON" or not is_one

    def is_person(self, entity: Entity) -> bool:
        """Whether an entity is a person, whatever its label.

        Two names after an office or an owner are a person: "Actress Ada Roe", which the recogniser
        takes for an organization.
        """
        if entity.label == "PERSON" or self._misread.is_person(entity):
            return True
        tokens = self._view.tokens[entity.first : entity.last]
        if len(tokens) == 1 and entity.label == "ORG":
            return self._is_given_name(tokens[0].lower)
        if self._tail_length(tokens) == len(tokens) - 1 == _SPLIT_NAME:
            return entity.label != "GPE" and not self._is_body_word(tokens[-1].lower)
        introducers = [n for n, t in enumerate(tokens[:-2]) if self._introduces_name(t)]
        rest = [t.lower for t in tokens[introducers[-1] + 1 :]] if introducers else []
        if len(rest) != 2 or entity.label == "GPE":
            return False
        has_office = tokens[introducers[-1]].lower in self._words.person
        is_organ = any(word in self._words.person or self._is_body_word(word) for word in rest)
        return self._is_given_name(rest[0]) or (has_office and not is_organ)

    def _is_body_word(self, word: str) -> bool:
        """Whether a word is typical of the names of bodies: "council", "motors"."""
        words, names = self._words, self._names
        kinds = (words.government, words.organization, names.firm_words, names.firm_endings)
        return any(word in kind for kind in kinds)

    def trimmed_person(self, first: int, last: int) -> Run | None:
        """Return a run without what precedes the person's name, or None if no name is left.

        That is an honorific, an office or an owner ("the Post's Ada Roe").
        """
        first, last = trimmed(self._view, first, last)
        tokens = self._view.tokens
        if is_split_o_surname(tokens[last - 1 : last + 2]):  # the recogniser stops at "O'"
            last += 2
        last += self._tail_length(tokens[last - 1 : last + 3])
        if (
            last - first == 1
            and first >= _SPLIT_NAME
            and self._tail_length(tokens[first - _SPLIT_NAME : last]) == _SPLIT_NAME
        ):
            first -= _SPLIT_NAME  # "Ye-jin Choi", of which the recogniser sees only the last word
        while last - first > 1 and tokens[last - 1].lower.rstrip(".") in self._names.behind:
            last -= 1
        title = ""
        for i in range(first, last - 1):
            is_owner = tokens[i].is_a("possessive_ending") and not is_split_o_surname(
                tokens[i - 1 : i + 2]
            )
            if is_owner or tokens[i].lower in self._words.honorifics:
                first, title = i + 1, tokens[i].lower
        if tokens[first].is_a("of") and last - first > 2:  # "Secretary of State Ada Roe"
            first += 2
        while last - first > 1 and self._is_occupation(tokens[first:last]):
            first += 1
        while last - first > 2 and self._is_before_name(tokens[first], tokens[first + 1]):
            first += 1
        if (
            last - first == 1
            and first
            and self._is_missed_given_name(tokens[first - 1], tokens[first])
        ):
            first -= 1
        is_name = any(t.text[:1].isupper() for t in tokens[first:last])
        is_office = title not in {"", *self._names.titles} and self._is_office(tokens[first:last])
        is_thing = last - first == 1 and self._is_document_noun(tokens[first])
        return (first, last) if is_name and not is_thing and not is_office else None

    def _tail_length(self, words: Sequence[Token]) -> int:
        """Return how many words follow the first in a name with a split first name.

        0 if the hyphen joins other words: "Co-author Ada Roe", "Lundby-born Ada Roe".
        """
        count, parts = split_name_tail_length(words), words[:_SPLIT_NAME]
        are_words = any(
            t.lower in self._names.hyphened or self._words.is_person(t.lower) for t in parts
        )
        return 0 if are_words or words[0].entity in _PLACES else count

    def _is_occupation(self, words: Sequence[Token]) -> bool:
        """Whether an occupation precedes a name: "Striker", but not "Hunter" in a name of two."""
        word = words[0].lower
        if len(words) > 2 and not self._is_given_name(word):
            return self._words.is_person(word)
        return word in self._words.person and word not in self._names.given_words

    def _follows_occupation(self, first: int) -> bool:
        """Whether an occupation is right before a name: "Coroner Bodil Lind"."""
        return self._words.is_person(self._view.tokens[first - 1].lower)

    def _is_missed_given_name(self, token: Token, name: Token) -> bool:
        """Whether the recogniser left a first name out of a name."""
        if token.entity or not token.text[:1].isupper():
            return False
        is_of_name = token.dep == "compound" and token.head is name  # "May Roe" is no month
        is_name = token.pos == "PROPN" and self._is_given_name(token.lower)
        return is_name or (is_of_name and token.lower in self._names.given_words)

    def _is_before_name(self, token: Token, after: Token) -> bool:
        """Whether a title or an epithet precedes a first name: "Brave", "Steward"."""
        word = token.lower
        if self._is_given_name(word):
            return False
        is_letters = word in self._names.behind and token.text.isupper()  # "TD Ada Roe"
        is_epithet = is_letters or word in self._names.epithets
        is_epithet = is_epithet and self._is_given_name(after.lower)
        return is_epithet or word in self._names.perhaps

    def _is_office(self, words: Sequence[Token]) -> bool:
        """Whether all that is left after a title is an office: "Minister" of "Prime Minister"."""
        word = words[0].lower
        return len(words) == 1 and word in self._offices

    def _is_or_ends_office(self, i: int) -> bool:
        """Whether a word is an office or ends one: "Chief Executive", but not "Mr. Judge"."""
        word, before = self._view.tokens[i].lower, self._view.tokens[i - 1].lower
        is_titled = i > 0 and before in self._names.perhaps
        return word in self._offices or (is_titled and word in self._words.person)

    def _is_document_noun(self, token: Token) -> bool:
        """Whether a name's article shows that it is a noun, such as "the Bill" in a parliament."""
        return token.lower in self._words.documents and any(
            c.is_a("definite_article") and c.dep == "det" for c in token.children
        )

    def missed_person(self, source: Sequence[Token]) -> Run | None:
        """Return the person who heads a source, if the recogniser missed the name."""
        run = proper_name(source)
        while len(run) > 1 and run[0].entity in _OTHERS and run[1].entity != run[0].entity:
            run = run[1:]  # "U.S. Jobs", across the end of a sentence
        if not run:
            return None
        trimmed = self.trimmed_person(run[0].i, run[-1].i + 1)
        if trimmed is None or run[-1].entity in NAMED:
            return None
        first, last = trimmed
        is_given = self._is_given_name(self._view.tokens[first].lower)
        if self._is_or_ends_office(last - 1) and (last - first == 1 or not is_given):
            return None
        if self.has_honorific(first):
            return trimmed
        if last - first > 1:
            given = self._view.tokens[first]
            is_person = self._is_given_name(given.lower) or is_described(run[-1], self._words)
            is_person = is_person or self._is_missed_given_name(given, run[-1])
            is_person = is_person or (first > run[0].i and self._follows_occupation(first))
        else:
            is_person = run[-1].entity in _SPEECHLESS
        return trimmed if is_person else None

    def missed_appositions(self, source: Sequence[Token]) -> Iterator[Run]:
        """Yield the people after a noun of a source: "the head of the union, Jan de Vries"."""
        for token in source:
            if token.dep != "appos" or token.pos != "PROPN" or token.entity:
                continue
            first = token.i
            while first > source[0].i and self._is_part_of_name(
                self._view.tokens[first - 1], token
            ):
                first -= 1
            run = self.trimmed_person(first, token.i + 1)
            if run is not None and self._misread.is_person(Entity(*run, "ORG")):
                yield run

    def _is_part_of_name(self, token: Token, name: Token) -> bool:
        return token.pos == "PROPN" and token.head is name and not token.entity

    def labelled(self, label: Sequence[Token]) -> Run | None:
        """Return the name that ends the label of a turn: "CHIEF JUSTICE ADA ROE".

        A single word without a title may be anything; whether it is somebody's surname is for the
        caller to decide.
        """
        words = [t for t in _last_run(label) if any(c.isalnum() for c in t.text)]
        first = next((n for n in range(len(words) - 1, 0, -1) if self._is_title(words[n - 1])), 0)
        name = words[first:]
        if not 0 < len(name) <= _LONGEST_LABEL or words[0].is_a("definite_article"):
            return None
        if not (name[0].text[:1].isupper() and name[-1].text[:1].isupper()):
            return None
        if len(name[-1].text.rstrip(".")) < 2 or any(self._is_common_word(t) for t in name):
            return None
        return name[0].i, name[-1].i + 1

    def has_title(self, first: int) -> bool:
        """Whether a title or an office precedes token ``first``."""
        before = [t for t in self._view.tokens[max(first - 2, 0) : first] if t.text != "."]
        return bool(before) and self._is_title(before[-1])

    def title(self, first: int) -> str:
        """Return the title before token ``first`` in its long form, "" if there is none."""
        word = self.title_word(first).lower()
        return self._words.abbreviations.get(word, word).rstrip(".")

    def title_word(self, first: int) -> str:
        """Return the title before token ``first`` as the text writes it, "" if there is none."""
        before = self._view.tokens[first - 1] if first else None
        if before is None or not before.text[:1].isupper():
            return ""
        names, word = self._names, before.lower
        is_title = word in names.titles or word in names.perhaps or word in names.peerage
        return before.text if is_title or word in self._words.honorifics else ""

    def has_honorific(self, first: int) -> bool:
        """Whether the word before token ``first`` is an honorific."""
        return first > 0 and self._view.tokens[first - 1].lower in self._words.honorifics

    def honorific_gender(self, first: int) -> Gender:
        """Return the gender that the word before token ``first`` shows, "" if it shows none."""
        before = self._view.tokens[first - 1].lower if first else ""
        if before in self._words.masculine:
            return "m"
        return "f" if before in self._words.feminine else ""

    def _is_title(self, token: Token) -> bool:
        word = token.lower
        return (
            word in self._titles or word.rstrip(".") in self._titles or word in self._words.person
        )

    def _is_common_word(self, token: Token) -> bool:
        word, words = token.lower, self._words
        nouns = (self._nameless, words.person, words.organization, words.government, words.groups)
        return token.text[:1].isdigit() or any(word in kind for kind in nouns)

    def _introduces_name(self, token: Token) -> bool:
        words = self._words
        is_office = token.lower in words.honorifics or token.lower in words.person
        return is_office or token.is_a("possessive_ending")

    def _is_given_name(self, word: str) -> bool:
        return is_given_name(word, self._words)


def _last_run(words: Sequence[Token]) -> Sequence[Token]:
    """Return the words after the last gap: the name in "The Minister for Health (Ada Roe)"."""
    first = next((n for n in range(len(words) - 1, 0, -1) if words[n].i != words[n - 1].i + 1), 0)
    return words[first:]
