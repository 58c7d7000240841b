"""Which runs of tokens name a person, where the recogniser errs or includes too much."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.languages import Language
from quotex.parse.view import Entity, Token, View
from quotex.speakers.names.cluster import Gender, Run
from quotex.speakers.names.parts import proper_name

NAMED = frozenset({"PERSON", "ORG", "GPE", "FAC"})
_SPEECHLESS = frozenset({"LAW", "LANGUAGE"})  # what never speaks: one word so labelled is misread
_PAIRING = frozenset({"-", "–", "/", ":", ";", "("})
_DASHES = frozenset({"-", "–"})
_DOUBLE_NAME = 4  # tokens, the given name among them: "Ada Roe-Ellery"
_LONGEST_LABEL = 5  # words of a name
_TRAILING_MARKS = frozenset({".", ",", ";"})


class PersonFinder:
    """Judges the runs of one article; a run is ``tokens[first:last]`` of the view."""

    def __init__(self, view: View, language: Language) -> None:
        self._view = view
        self._words = language.speakers
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
        is_long = len(words) >= _DOUBLE_NAME
        is_one = mark.text in _DASHES and (is_long or after.text.islower())
        return entity.label != "PERSON" or not is_one

    def is_person(self, entity: Entity) -> bool:
        """Whether an entity is a person, whatever its label.

        Two names after an office or an owner are one: "Actress Ada Roe", which the recogniser
        takes for an organization.
        """
        if entity.label == "PERSON":
            return True
        tokens = self._view.tokens[entity.first : entity.last]
        if len(tokens) == 1 and entity.label == "ORG":
            return self._is_given_name(tokens[0].lower)
        if self._is_one_of_people(tokens) or self._is_called_a_person(entity, tokens):
            return True
        led = [n for n, t in enumerate(tokens) if self._leads(t)]
        rest = [t.lower for t in tokens[led[-1] + 1 :]] if led else []
        if len(rest) != 2 or entity.label == "GPE":
            return False
        words = self._words
        has_office = tokens[led[-1]].lower in words.person
        is_organ = any(w in words.government | words.organization | words.person for w in rest)
        return self._is_given_name(rest[0]) or (has_office and not is_organ)

    def trimmed(self, first: int, last: int) -> Run:
        """Leave articles, possessive endings and marks off the edges of a run."""
        tokens = self._view.tokens
        while last - first > 1 and _is_trailing(tokens[last - 1]):
            last -= 1
        while last - first > 1 and (
            tokens[first].pos == "DET" or tokens[first].is_a("definite_article")
        ):
            first += 1
        return first, last

    def trimmed_person(self, first: int, last: int) -> Run | None:
        """Leave off what precedes a person's name; None if no name is left.

        That is an honorific, an office, an owner ("the Post's Ada Roe").
        """
        first, last = self.trimmed(first, last)
        tokens = self._view.tokens
        for i in range(first, last - 1):
            if tokens[i].is_a("possessive_ending") or tokens[i].lower in self._words.honorifics:
                first = i + 1
        if tokens[first].is_a("of") and last - first > 2:  # "Secretary of State Ada Roe"
            first += 2
        while last - first > 1 and tokens[first].lower in self._words.person:
            first += 1
        is_name = any(t.text[:1].isupper() for t in tokens[first:last])
        is_thing = last - first == 1 and self._is_thing(tokens[first])
        return (first, last) if is_name and not is_thing else None

    def _is_thing(self, token: Token) -> bool:
        """Whether a name is a noun by its article, as "the Bill" before a parliament is."""
        return token.lower in self._words.documents and any(
            c.is_a("definite_article") and c.dep == "det" for c in token.children
        )

    def missed_person(self, source: Sequence[Token]) -> Run | None:
        """Return the person who heads a source, where the recogniser missed one."""
        run = proper_name(source)
        if not run:
            return None
        trimmed = self.trimmed_person(run[0].i, run[-1].i + 1)
        if trimmed is None or run[-1].entity in NAMED:
            return None
        first, last = trimmed
        if self.has_honorific(first):
            return trimmed
        if last - first > 1:
            given = self._view.tokens[first].lower
            is_person = self._is_given_name(given) or self._is_described(run[-1])
        else:
            is_person = run[-1].entity in _SPEECHLESS
        return trimmed if is_person else None

    def labelled(self, label: Sequence[Token]) -> Run | None:
        """Return the name that ends the label of a turn: "CHIEF JUSTICE ADA ROE".

        A word by itself, without a title, may be anything; whether it is somebody's surname is for
        the caller to tell.
        """
        words = [t for t in _last_run(label) if any(c.isalnum() for c in t.text)]
        first = next((n for n in range(len(words) - 1, 0, -1) if self._is_title(words[n - 1])), 0)
        name = words[first:]
        if not 0 < len(name) <= _LONGEST_LABEL or words[0].is_a("definite_article"):
            return None
        if not (name[0].text[:1].isupper() and name[-1].text[:1].isupper()):
            return None
        if len(name[-1].text.rstrip(".")) < 2 or any(self._is_nameless(t) for t in name):
            return None
        return name[0].i, name[-1].i + 1

    def has_title(self, first: int) -> bool:
        """Whether a title or an office stands before token ``first``."""
        before = [t for t in self._view.tokens[max(first - 2, 0) : first] if t.text != "."]
        return bool(before) and self._is_title(before[-1])

    def has_honorific(self, first: int) -> bool:
        """Whether the word before token ``first`` is an honorific."""
        return first > 0 and self._view.tokens[first - 1].lower in self._words.honorifics

    def honorific_gender(self, first: int) -> Gender:
        """Return the gender that the word before token ``first`` tells, "" where it tells none."""
        before = self._view.tokens[first - 1].lower if first else ""
        if before in self._words.masculine:
            return "m"
        return "f" if before in self._words.feminine else ""

    def _is_title(self, token: Token) -> bool:
        word = token.lower
        return (
            word in self._titles or word.rstrip(".") in self._titles or word in self._words.person
        )

    def _is_nameless(self, token: Token) -> bool:
        word, words = token.lower, self._words
        nouns = (self._nameless, words.person, words.organization, words.government, words.groups)
        return token.text[:1].isdigit() or any(word in kind for kind in nouns)

    def _leads(self, token: Token) -> bool:
        words = self._words
        is_office = token.lower in words.honorifics or token.lower in words.person
        return is_office or token.is_a("possessive_ending")

    def _is_given_name(self, word: str) -> bool:
        return word in self._words.masculine_names or word in self._words.feminine_names

    def _is_one_of_people(self, name: Sequence[Token]) -> bool:
        """Whether a name stands behind a noun for a person: "a passenger, Ada Roe,"."""
        last = name[-1]
        noun, words = last.head, self._words
        if last.dep != "appos" or noun.i > name[0].i or len(name) < 2:
            return False
        among = noun.child("prep") if noun.pos == "NUM" else None  # "one of the passengers"
        noun = among.children[0] if among is not None and among.children else noun
        is_person = noun.pos == "NOUN" and words.is_person(noun.lemma)
        return is_person and not (noun.lemma in words.roles.of_both or self._may_be_body(name))

    def _is_called_a_person(self, entity: Entity, name: Sequence[Token]) -> bool:
        """Whether what is said of a name of several words is said of people alone.

        "Ada Roe, 34,"; "Ada Roe, a diver,"; "Ada Roe, who …"; "Ada Roe is the mayor".
        """
        if entity.label == "GPE" or len(name) < 2 or self._may_be_body(name):
            return False
        last = name[-1]
        after = self._view.tokens[last.i + 1 : last.i + 2]
        is_set_off = bool(after) and after[0].text == ","
        verb = last.head
        said = [c for c in last.children if c.dep == "appos" and is_set_off]
        if last.dep in {"nsubj", "nsubjpass"} and verb.child("neg") is None:
            roles = self._words.roles
            is_state = verb.is_a("copula") or verb.lemma in roles.becoming | roles.appointing
            said += [c for c in verb.children if c.dep in {"attr", "oprd"} and is_state]
        if any(c.pos == "NUM" or self._is_person_alone(c) for c in said):
            return True
        clauses = [c for c in last.children if c.dep == "relcl" and is_set_off]
        return any(t.is_a("person_relative") for c in clauses for t in c.children)

    def _is_person_alone(self, noun: Token) -> bool:
        words = self._words
        is_person = noun.pos == "NOUN" and words.is_person(noun.lemma)
        return is_person and noun.tag != "NNS" and noun.lemma not in words.roles.of_both

    def _may_be_body(self, name: Sequence[Token]) -> bool:
        words = self._words
        heads = words.roles.organizations.by_name
        return any(
            words.is_organization(t.lower)
            or t.lower in words.government
            or t.lower.strip(".") in heads
            or not t.text[:1].isalpha()
            for t in name
        )

    def _is_described(self, name: Token) -> bool:
        """Whether what hangs on a name is said of people: an age, "who …", "a diver"."""
        for child in name.children:
            if child.dep == "appos" and (child.pos == "NUM" or child.lemma in self._words.person):
                return True
            if child.dep == "relcl" and any(t.is_a("person_relative") for t in child.children):
                return True
        return any(c.pos == "NUM" and c.i > name.i for c in name.children)


def _is_trailing(token: Token) -> bool:
    return token.text in _TRAILING_MARKS or token.is_a("possessive_ending")


def _last_run(words: Sequence[Token]) -> Sequence[Token]:
    """Return the words behind the last gap: the name in "The Minister for Health (Ada Roe)"."""
    first = next((n for n in range(len(words) - 1, 0, -1) if words[n].i != words[n - 1].i + 1), 0)
    return words[first:]
