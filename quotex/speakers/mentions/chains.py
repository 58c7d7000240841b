"""Reads an article from its first word to its last and tells whom each mention stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quotex.document.marks import Quoted
from quotex.languages.word_lists import SpeakerWords
from quotex.parse.grammar import phrase
from quotex.parse.view import Token
from quotex.quotations.context import Context
from quotex.speakers.kinds import kind_of_noun, plain, words_of
from quotex.speakers.mentions.offices import Titles, is_definite, is_epithet, learn_roles, modifiers
from quotex.speakers.mentions.organs import Organs
from quotex.speakers.names.names import Cluster, Names
from quotex.speakers.names.parts import name_heads
from quotex.speakers.names.people import Gender
from quotex.speakers.sources import heads_of_several

Number = Literal["one", "many", "thing"]

PRONOUNS: dict[str, tuple[Number, Gender]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("one", "m")),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("one", "f")),
    **dict.fromkeys(("they", "them", "their", "theirs"), ("many", "")),
    **dict.fromkeys(("it", "its"), ("thing", "")),
}  # fmt: skip
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PREDICATES = frozenset({"attr", "appos", "compound", "amod"})
_REACH = 40  # mentions
_SENTENCES = 6
_SUBJECT, _SPOKE, _PARAGRAPH, _SENTENCE = 2.0, 0.8, 0.4, 1.0
_UNNAMED, _OFTEN, _POSSESSIVE = 1.0, 0.1, 0.3
_CONTENT, _PLACE, _GENDER, _GUESSED = 1.0, 1.0, 0.5, 1.5
_THRESHOLD = -1.5


@dataclass(slots=True)
class Seen:
    """One mention on the way: whose it is, where it stands, and in which quoted stretch."""

    cluster: Cluster
    token: Token
    stretch: Quoted | None
    number: Number | Literal["any"]


@dataclass(frozen=True, slots=True)
class Reading:
    """Whom a mention stands for, and why."""

    cluster: Cluster
    rule: Literal["name", "title", "pronoun", "noun"]
    detail: str


class Chains:
    """The readings of an article's mentions, by the number of their head token."""

    def __init__(
        self,
        context: Context,
        words: SpeakerWords,
        names: Names,
        sources: set[int],
        content: dict[int, int],
    ) -> None:
        self._context = context
        self._words = words
        self._names = names
        self._sources = sources
        self._content = content
        self._seen: list[Seen] = []
        self._often: dict[int, int] = {}
        self._joint: dict[tuple[int, ...], Cluster] = {}
        self._last_organ: Cluster | None = None
        self._last_headed: dict[str, Cluster] = {}
        self.readings: dict[int, Reading] = {}
        learn_roles(context.view, words, names)
        self._titles = Titles(context.view, words, names)
        table = context.language.countries
        self._organs = Organs(context.view, words, names, table)
        for token in context.view.tokens:
            self._read(token)

    def at(self, token: Token) -> Reading | None:
        """Return whom the mention headed by ``token`` stands for."""
        return self.readings.get(token.i)

    def joint(self, members: list[Cluster]) -> Cluster:
        """Return the cluster of several that are named together, the same each time."""
        key = tuple(sorted(id(member) for member in members))
        names = [member.name for member in members]
        name = " and ".join([", ".join(names[:-1]), names[-1]])
        return self._joint.setdefault(key, Cluster(name, "JOINT", members=members))

    def _read(self, token: Token) -> None:
        started = self._names.starting(token.i)
        if started is not None:
            cluster, head = started
            number: Number = "one" if cluster.label == "PERSON" else "thing"
            self._see(cluster, head, number)
            self._see_joint(head)
        elif token.lower in PRONOUNS and token.pos in {"PRON", "DET"}:
            self._read_pronoun(token)
        elif token.pos in {"NOUN", "PROPN"} and self._names.covering(token) is None:
            self._read_noun(token)

    def _see(self, cluster: Cluster, token: Token, number: Number | Literal["any"]) -> None:
        stretch = self._context.index.stretch_at(token.start)
        self._seen.append(Seen(cluster, token, stretch, number))
        self._often[id(cluster)] = self._often.get(id(cluster), 0) + 1
        if cluster.label == "ORG":
            self._last_organ = cluster
            self._last_headed.update(dict.fromkeys(name_heads(cluster.name), cluster))

    def _see_joint(self, head: Token) -> None:
        """Note "Ruiz and Okafor" as one more that "they" may stand for, at its last name."""
        first = head.head if head.dep == "conj" else head
        tokens = [first, *(c for c in first.children if c.dep == "conj")]
        members = [self._names.covering(t) for t in tokens]
        known = [m for m in members if m is not None]
        if head.dep == "conj" and head is tokens[-1] and len(known) == len(members):
            cluster = self.joint(known)
            cluster.runs.append((self._names.start_of(first), head.i + 1))
            self._see(cluster, first, "many")

    def _read_pronoun(self, token: Token) -> None:
        number, gender = PRONOUNS[token.lower]
        cluster = self._ahead(token, gender) if number == "one" else None
        detail = f"“{token.text}”: the subject of the main clause"
        if cluster is None:
            cluster = self._best(token, number, gender)
            detail = f"“{token.text}”: the nearest that fits in number, gender and place"
        if cluster is None:
            return
        if number == "one" and not cluster.gender and cluster.label == "PERSON":
            cluster.guessed = gender
        self.readings[token.i] = Reading(cluster, "pronoun", detail)
        if number != "thing" or token.i in self._sources:
            self._see(cluster, token, number)

    def _read_noun(self, token: Token) -> None:
        if token.dep in _PREDICATES and token.i not in self._sources:
            return
        holder = self._titles.holder(token) or self._epithet(token) or self._organ(token)
        holder = self._named_behind(token) or holder
        if holder is not None:
            name = plain(self._context.view, words_of(phrase(token)))
            self.readings[token.i] = Reading(
                holder, "title", f"“{name}” stands for “{holder.name}”"
            )
            numbers: dict[str, Number] = {"PERSON": "one", "JOINT": "many"}
            self._see(holder, token, numbers.get(holder.label, "thing"))
            return
        kind = kind_of_noun(token, self._words)
        if kind == "unknown":
            return
        if kind == "group" and token.dep not in _SUBJECTS and token.i not in self._sources:
            return
        words = words_of(phrase(token))
        label = "ORG" if self._is_owned_organ(token) else "NOUN"
        cluster = Cluster(plain(self._context.view, words), label, gender=self._gender(token))
        cluster.runs.append((words[0].i, words[-1].i + 1))
        detail = f"called “{cluster.name}”"
        self.readings[token.i] = Reading(cluster, "noun", detail)
        number: Number = "one" if kind == "person" else "many" if kind == "group" else "thing"
        self._see(cluster, token, number)

    def _named_behind(self, noun: Token) -> Cluster | None:
        """Return whom "the judge, Ada Roe," is, or "two divers, Ada Roe and Tom Ellery,"."""
        apart = noun.child("appos")
        if apart is None or apart.i < noun.i:
            return None
        kind = kind_of_noun(noun, self._words)
        heads = heads_of_several(noun.subtree(), noun, self._names) if kind == "group" else [apart]
        found = [self._names.covering(t) for t in heads]
        people = [c for c in found if c is not None and c.label == "PERSON"]
        if kind == "person" and apart.child("conj") is None:
            return people[0] if people else None
        is_all = len(people) == len(found) > 1
        return self.joint(people) if is_all and kind == "group" else None

    def _epithet(self, noun: Token) -> Cluster | None:
        """Return whom "the 34-year-old" is, which only makes sense of one who was just named."""
        if not is_epithet(noun, self._words):
            return None
        gender = self._gender(noun)
        fresh = [s for s in self._seen[-_REACH:] if noun.sentence - s.token.sentence <= 1]
        people = [s for s in fresh if s.cluster.label == "PERSON" and _fits(s, "one", gender)]
        people = [s for s in people if s.stretch is None and not self._is_bound(s.token, noun)]
        best = max(people, key=lambda s: self._score(s, noun, gender), default=None)
        return best.cluster if best is not None else None

    def _organ(self, noun: Token) -> Cluster | None:
        """Return the organization that "the ministry" is short for, by the head of its name."""
        if kind_of_noun(noun, self._words) not in {"organization", "government"}:
            return None
        if modifiers(noun):
            return self._organs.named(noun)
        if not is_definite(noun):
            return None
        last = self._last_headed.get(noun.lemma)
        is_common = noun.lemma in self._words.common  # any company is "the company"
        return None if is_common and last is not self._last_organ else last

    def _is_owned_organ(self, noun: Token) -> bool:
        """Whether a name tells which organization: "the Roe campaign", "Lundby's council"."""
        if kind_of_noun(noun, self._words) not in {"organization", "government"}:
            return False
        owners = (c for c in noun.children if c.dep in {"poss", "compound", "nmod"})
        return any(self._names.covering(owner) is not None for owner in owners)

    def _gender(self, noun: Token) -> Gender:
        if noun.lemma in self._words.masculine:
            return "m"
        return "f" if noun.lemma in self._words.feminine else ""

    def _ahead(self, pronoun: Token, gender: Gender) -> Cluster | None:
        """Return the subject of the main clause that a pronoun's clause stands before."""
        clause = next(
            (t for t in [pronoun.head, *pronoun.head.ancestors()] if t.dep == "advcl"), None
        )
        if clause is None or clause.head.i < clause.i:
            return None
        noun = clause.head.child("nsubj", "nsubjpass")
        if noun is None or noun.i < pronoun.i:
            return None
        cluster = self._names.at(phrase(noun))
        fits = cluster is not None and cluster.label == "PERSON" and cluster.gender in {"", gender}
        return cluster if fits else None

    def _best(self, pronoun: Token, number: Number, gender: Gender) -> Cluster | None:
        """Return the mention before a pronoun that it most likely repeats."""
        stretch = self._context.index.stretch_at(pronoun.start)
        best: tuple[float, Cluster] | None = None
        for seen in reversed(self._seen[-_REACH:]):
            if pronoun.sentence - seen.token.sentence > _SENTENCES:
                break
            if not _fits(seen, number, gender) or self._is_bound(seen.token, pronoun):
                continue
            if seen.stretch is not None and seen.stretch is not stretch:
                continue
            score = self._score(seen, pronoun, gender)
            if best is None or score > best[0]:
                best = (score, seen.cluster)
        return best[1] if best is not None and best[0] > _THRESHOLD else None

    def _is_bound(self, token: Token, pronoun: Token) -> bool:
        """Whether both are arguments of one verb, and so two different ones."""
        if pronoun.dep == "poss":
            return token.dep == "poss" and token.head is pronoun.head
        return token.head is pronoun.head and token.dep not in {"poss", "ROOT", "conj"}

    def _score(self, seen: Seen, pronoun: Token, gender: Gender) -> float:
        token = seen.token
        away = pronoun.sentence - token.sentence
        score = -_SENTENCE * away
        paragraphs = self._context.view.paragraph(pronoun) - self._context.view.paragraph(token)
        score -= _PARAGRAPH * paragraphs
        score += _SUBJECT * (token.dep in _SUBJECTS)
        score -= _POSSESSIVE * (token.dep == "poss")
        score += _SPOKE * (token.i in self._sources)
        score += _OFTEN * min(self._often[id(seen.cluster)], 8)
        if seen.cluster.label == "NOUN" and seen.number == "one":
            score -= _UNNAMED
        if self._content.get(token.i, -1) not in {-1, self._content.get(pronoun.i, -1)}:
            score -= _CONTENT
        if seen.cluster.label == "GPE" and token.dep not in _SUBJECTS:
            score -= _PLACE
        if gender and gender in {seen.cluster.gender, seen.cluster.guessed}:
            score += _GENDER
        if gender and seen.cluster.guessed not in {"", gender}:
            score -= _GUESSED
        return score


def _fits(seen: Seen, number: Number, gender: Gender) -> bool:
    if number == "one":
        return seen.number == "one" and (seen.cluster.gender in {"", gender})
    if number == "many":
        return seen.number == "many" or (seen.number == "thing" and seen.cluster.label == "ORG")
    return seen.number == "thing"
