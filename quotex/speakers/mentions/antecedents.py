"""Which of the mentions before it a pronoun most likely refers to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass

from quotex.document.marks import Quoted
from quotex.parse.grammar import NOUN_SUBJECTS, is_verb
from quotex.parse.view import Token
from quotex.quotations.context import Context
from quotex.speakers.kinds import may_be_people
from quotex.speakers.mentions.pronouns import Features, Number, is_coargument
from quotex.speakers.names.cluster import Cluster, Gender, agree
from quotex.speakers.phrases import is_topic

_OBJECTS = frozenset({"pobj", "dobj", "dative", "poss"})
_DESCRIBING = frozenset({"acl", "amod", "compound", "prep", "relcl"})
_MAX_MENTIONS_BACK = 40  # mentions
_MAX_SENTENCES_BACK = 6
_MAX_SENTENCES_TO_EPITHET = 1
_MAX_COUNTED = 8  # mentions
_MIN_SCORE = -1.5
_NO_CONTENT = -1
_MIN_TOPIC_MENTIONS = 3  # mentions

# What counts for a mention, or against it.
_SUBJECT = 2.0
_SOURCE = 0.8
_PER_MENTION = 0.1
_GENDER = 0.5
_GENDER_KNOWN = 0.8
_SENTENCE_AWAY = -1.0
_PARAGRAPH_AWAY = -0.4
_POSSESSIVE = -0.3
_UNNAMED = -1.0
_OTHER_CONTENT = -1.0
_PLACE = -1.0
_MISLABELLED = -1.0
_HARDLY_PEOPLE = -1.0
_OTHER_GENDER_GUESSED = -1.5


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of a cluster: by which word, and in which quoted stretch."""

    cluster: Cluster
    token: Token
    stretch: Quoted | None
    number: Number


class Genders:
    """The genders of an article's clusters: known ones, and those guessed from pronouns."""

    def __init__(self, learned: Mapping[int, Gender]) -> None:
        self._known = dict(learned)
        self._guessed: dict[int, Gender] = {}

    def known(self, cluster: Cluster) -> Gender:
        """Return the gender that follows from the name or a role, "" if it is unknown."""
        return cluster.gender or self._known.get(cluster.number, "")

    def guessed(self, cluster: Cluster) -> Gender:
        """Return the gender of the last pronoun resolved to the cluster, "" if there is none."""
        return self._guessed.get(cluster.number, "")

    def guess(self, cluster: Cluster, gender: Gender) -> None:
        """Note the gender of a pronoun resolved to a person whose own gender is unknown."""
        if cluster.label in {"PERSON", "NOUN"} and not self.known(cluster):
            self._guessed[cluster.number] = gender

    def may_have_gender(self, cluster: Cluster, gender: Gender) -> bool:
        """Whether nothing known contradicts a gender."""
        return agree(self.known(cluster), gender)


class Antecedents:
    """The mentions of an article up to the word that is being read.

    ``sources`` are the numbers of the tokens that head a source; ``content`` maps the number of a
    token to the number of the candidate whose content it is in.
    """

    def __init__(
        self, context: Context, genders: Genders, sources: Set[int], content: Mapping[int, int]
    ) -> None:
        self._context = context
        self._words = context.language.speakers
        self._genders = genders
        self._sources = sources
        self._content = content
        self._mentions: list[Mention] = []
        self._counts: Counter[int] = Counter()

    def add(self, cluster: Cluster, token: Token, number: Number) -> None:
        """Add the mention of a cluster by ``token``."""
        stretch = self._context.index.stretch_at(token.start)
        self._mentions.append(Mention(cluster, token, stretch, number))
        self._counts[cluster.number] += 1

    def best(
        self, pronoun: Token, features: Features, excluded: Set[Cluster] = frozenset()
    ) -> Cluster | None:
        """Return who a pronoun most likely refers to; of several equally likely, the nearest.

        A mention inside a quoted stretch counts only within it. ``excluded`` are ruled out.
        """
        stretch = self._context.index.stretch_at(pronoun.start)
        best: tuple[float, Cluster] | None = None
        for mention in reversed(self._mentions[-_MAX_MENTIONS_BACK:]):
            if pronoun.sentence - mention.token.sentence > _MAX_SENTENCES_BACK:
                break
            if not self._fits(mention, features) or is_coargument(mention.token, pronoun):
                continue
            if mention.cluster in excluded:
                continue
            if mention.stretch is not None and mention.stretch is not stretch:
                continue
            score = self._score(mention, pronoun, features)
            if best is None or score > best[0]:
                best = (score, mention.cluster)
        if best is not None and best[0] > _MIN_SCORE:
            return best[1]
        return self._topic(features, excluded) if features.gender else None

    def _topic(self, features: Features, excluded: Set[Cluster]) -> Cluster | None:
        """Return the only person of a gender, if the text mentions them often enough."""
        fitting = {
            m.cluster
            for m in self._mentions[-_MAX_MENTIONS_BACK:]
            if m.stretch is None and self._fits(m, features) and m.cluster not in excluded
        }
        if len(fitting) != 1:
            return None
        [cluster] = fitting
        known, guessed = self._genders.known(cluster), self._genders.guessed(cluster)
        is_topic = cluster.is_named and self._counts[cluster.number] >= _MIN_TOPIC_MENTIONS
        return cluster if is_topic and features.gender in {known, guessed} else None

    def best_for_epithet(self, noun: Token, gender: Gender) -> Cluster | None:
        """Return the person, named just before, about whom a noun says something new."""
        features = Features("one", gender)
        people = [
            m
            for m in self._mentions[-_MAX_MENTIONS_BACK:]
            if noun.sentence - m.token.sentence <= _MAX_SENTENCES_TO_EPITHET
            and m.cluster.label == "PERSON"
            and m.stretch is None
            and self._fits(m, features)
            and not is_coargument(m.token, noun)
        ]
        best = max(people, key=lambda m: self._score(m, noun, features), default=None)
        return best.cluster if best is not None else None

    def only_speaker_before(
        self, noun: Token, gender: Gender, reach: int = 1, *, speaks: bool = False
    ) -> Cluster | None:
        """Return the only person who acts or speaks in the last sentence in which anybody does.

        If the noun ``speaks`` as well, it is the only one who speaks there, whoever else acts. The
        sentence is at most ``reach`` paragraphs before the noun's own. None if somebody else who
        fits is mentioned after it, or if the person has no name.
        """
        view = self._context.view
        paragraph = view.paragraph(noun)
        others: set[Cluster] = set()
        above = set(noun.ancestors())
        barred: set[Cluster] = set()
        acting: set[Cluster] = set()
        speaking: set[Cluster] = set()
        sentence = _NO_CONTENT
        for mention in reversed(self._mentions[-_MAX_MENTIONS_BACK:]):
            token = mention.token
            if paragraph - view.paragraph(token) > reach or (acting and token.sentence != sentence):
                break
            is_fit = mention.stretch is None and self._fits(mention, Features("one", gender))
            if token.head in above and token.sentence == noun.sentence:
                barred.add(mention.cluster)  # "Roe left after the striker fell": two people
            if (
                not is_fit
                or not self._is_surely_person(mention.cluster)
                or token.head is noun
                or is_coargument(token, noun)
            ):
                continue
            first = token.head if token.dep == "conj" else token
            if _is_subject(first) or token.i in self._sources:
                acting.add(mention.cluster)
                if first.i in self._sources or token.i in self._sources:
                    speaking.add(mention.cluster)
                sentence = token.sentence
            else:
                others.add(mention.cluster)
        found = speaking if speaks and len(acting) > 1 else acting
        if len(found) != 1:
            return None
        [one] = found
        is_named = one.label == "PERSON" and one not in barred
        later = {c for c in others - acting if self._last_sentence(c) > sentence}
        return one if is_named and not later else None

    def _is_surely_person(self, cluster: Cluster) -> bool:
        """Whether a name is surely a person's, and not a misread place name."""
        return " " in cluster.name or cluster.label == "NOUN" or bool(self._genders.known(cluster))

    def _last_sentence(self, cluster: Cluster) -> int:
        """Return the number of the last sentence that mentions a cluster."""
        mentions = (
            m for m in reversed(self._mentions[-_MAX_MENTIONS_BACK:]) if m.cluster == cluster
        )
        return next((m.token.sentence for m in mentions), _NO_CONTENT)

    def _fits(self, mention: Mention, features: Features) -> bool:
        if features.number == "one":
            is_one = mention.number == "one"
            return is_one and self._genders.may_have_gender(mention.cluster, features.gender)
        if features.number == "many" and mention.number == "thing":
            return mention.cluster.label == "ORG" or mention.token.is_a("collective")
        is_unsure = features.number == "thing" and self._may_be_thing(mention)
        return is_unsure or mention.number == features.number

    def _may_be_thing(self, mention: Mention) -> bool:
        """Whether a name labelled as a person may be a company's: "Nordline denies it"."""
        cluster = mention.cluster
        is_labelled_person = cluster.label == "PERSON" and mention.number == "one"
        is_unsure = not (self._is_surely_person(cluster) or self._genders.guessed(cluster))
        return is_labelled_person and is_unsure and _is_subject(mention.token)

    def _owns_subject(self, token: Token) -> bool:
        """Whether a sentence is about what somebody owns: "Roe's plans have changed. He"."""
        owned = token.head
        is_named = token.dep == "poss" and token.pos == "PROPN"
        is_subject = is_named and owned.dep in NOUN_SUBJECTS and owned.head.is_root
        return is_subject and not may_be_people(owned, self._words)

    def _score(self, mention: Mention, word: Token, features: Features) -> float:
        token, cluster = mention.token, mention.cluster
        number, gender = features
        view = self._context.view
        score = _SENTENCE_AWAY * (word.sentence - token.sentence)
        score += _PARAGRAPH_AWAY * (view.paragraph(word) - view.paragraph(token))
        speaks = token.i in self._sources
        owns = self._owns_subject(token)
        score += _SUBJECT * (_is_subject(token) or owns or (speaks and token.dep not in _OBJECTS))
        score += _POSSESSIVE * (token.dep == "poss" and not owns)
        score += _SOURCE * speaks
        score += _PER_MENTION * min(self._counts[cluster.number], _MAX_COUNTED)
        is_unnamed = cluster.label == "NOUN" and mention.number == "one"
        score += _UNNAMED * (is_unnamed and not (speaks and _is_described(token)))
        content = self._content.get(token.i, _NO_CONTENT)
        if content not in {_NO_CONTENT, self._content.get(word.i, _NO_CONTENT)}:
            score += _OTHER_CONTENT
        score += _PLACE * (cluster.label == "GPE" and token.dep not in NOUN_SUBJECTS)
        if mention.number == "one" and number == "thing":
            score += _MISLABELLED
        if mention.number == "many" and not speaks and not may_be_people(token, self._words):
            score += _HARDLY_PEOPLE
        known, guessed = self._genders.known(cluster), self._genders.guessed(cluster)
        if gender:
            is_known = gender == known and cluster.label == "PERSON"
            score += (
                _GENDER_KNOWN * is_known if is_known else _GENDER * (gender in {known, guessed})
            )
        if not agree(guessed, gender):
            score += _OTHER_GENDER_GUESSED
        return score


def _is_subject(token: Token) -> bool:
    """Whether a word is a topic, a subject, or in apposition to one: "her successor, Ada Roe"."""
    while token.dep == "appos" and token.head.dep == "appos" and token.head is not token:
        token = token.head
    if token.dep == "appos":
        return token.head.dep in NOUN_SUBJECTS or (is_verb(token.head) and token.i < token.head.i)
    return token.dep in NOUN_SUBJECTS or is_topic(token)


def _is_described(noun: Token) -> bool:
    """Whether a noun says more about somebody: "an elderly neighbour", "the head of the choir"."""
    articles = (c.is_a("indefinite_article") or c.is_a("definite_article") for c in noun.children)
    return any(articles) and any(c.dep in _DESCRIBING for c in noun.children)
