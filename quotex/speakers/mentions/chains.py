"""Reads an article from its first word to its last, and finds who each mention refers to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import count
from typing import Literal

from quotex.parse.grammar import NOUN_SUBJECTS, is_plural, phrase
from quotex.parse.view import NOUNS, Token
from quotex.quotations.context import Context
from quotex.speakers.given_name import name_given
from quotex.speakers.kinds import kind_of_noun
from quotex.speakers.mentions.antecedents import Antecedents, Genders
from quotex.speakers.mentions.epithets import Epithets, is_epithet
from quotex.speakers.mentions.exchange import Exchange
from quotex.speakers.mentions.leads import Leads
from quotex.speakers.mentions.learned_roles import learn_roles
from quotex.speakers.mentions.offices import Offices
from quotex.speakers.mentions.organization_kinds import OrganizationKinds
from quotex.speakers.mentions.organs import Organs
from quotex.speakers.mentions.pronouns import (
    Features,
    Number,
    following_main_subject,
    pronoun_features,
)
from quotex.speakers.mentions.roles import Binding
from quotex.speakers.mentions.set_off_names import missed_name
from quotex.speakers.mentions.unnamed import Unnamed, is_owned_organ
from quotex.speakers.names.cluster import Cluster, Gender, Run
from quotex.speakers.names.names import Names
from quotex.speakers.phrases import naming_words, plain
from quotex.speakers.sources import coordinated_heads, person_after_office_phrase

_BODIES = frozenset({"organization", "government"})
_PREDICATES = frozenset({"attr", "appos", "compound", "amod"})
_PRONOUNS = frozenset({"PRON", "DET"})
_NUMBERS: dict[str, Number] = {"PERSON": "one", "JOINT": "many"}  # by label; others are things


@dataclass(frozen=True, slots=True)
class Referent:
    """Who a mention refers to, and why. The rule "title" is for offices and the like."""

    cluster: Cluster
    rule: Literal["title", "pronoun", "noun"]
    detail: str


class Chains:
    """The referents of an article's pronouns and nouns, by the number of their head token.

    ``sources`` are the numbers of the tokens that head a source; ``content`` maps the number of a
    token to the number of the candidate whose content it is in, and ``exchange`` knows who speaks
    there.
    """

    def __init__(
        self,
        context: Context,
        names: Names,
        sources: Set[int],
        content: Mapping[int, int],
        exchange: Exchange | None = None,
    ) -> None:
        view, language, clusters = context.view, context.language, names.clusters
        self._view = view
        self._words = language.speakers
        self._names = names
        self._sources = sources
        self._exchange = exchange
        self._numbers = count(len(clusters))
        roles = learn_roles(view, language, clusters)
        self._genders = Genders(roles.genders)
        self._appositive_names = roles.appositive_names
        self._offices = Offices(view, language, clusters, roles, self._bearer)
        self._organs = Organs(view, language, clusters)
        self._organization_kinds = OrganizationKinds(view, language, clusters, roles, sources)
        self._antecedents = Antecedents(context, self._genders, sources, content)
        self._epithets = Epithets(view, self._words, clusters, roles, self._antecedents)
        self._leads = Leads(view, self._words, clusters, roles, sources, self._offices.note)
        self._introduced: set[str] = set()
        self._unnamed = Unnamed(language.speakers)
        self._joint: dict[tuple[int, ...], Cluster] = {}
        self._joint_runs: dict[int, list[Run]] = {}
        self.referents: dict[int, Referent] = {}
        for token in view.tokens:
            self._read(token)

    @property
    def organ_countries(self) -> Mapping[int, str]:
        """The countries of organs, as nouns give them, by the number of the organ's cluster."""
        return self._organs.countries

    def at(self, token: Token) -> Referent | None:
        """Return who the pronoun or noun ``token`` refers to."""
        return self.referents.get(token.i)

    def runs(self, cluster: Cluster) -> Sequence[Run]:
        """Return the runs of a cluster, including those where several are named together."""
        return self._joint_runs.get(cluster.number, cluster.runs)

    def joint(self, members: Sequence[Cluster]) -> Cluster:
        """Return the cluster of several that are named together, the same each time."""
        key = tuple(sorted(member.number for member in members))
        if key not in self._joint:
            name = enumeration([m.name for m in members], self._words.conjunction)
            self._joint[key] = Cluster(next(self._numbers), name, "JOINT", members=tuple(members))
        return self._joint[key]

    def add(self, name: str, label: str, words: Sequence[Token], gender: Gender = "") -> Cluster:
        """Return a new cluster, whose only run goes from the first to the last of ``words``."""
        run = (words[0].i, words[-1].i + 1)
        return Cluster(next(self._numbers), name, label, (run,), gender)

    def _read(self, token: Token) -> None:
        started = self._names.starting(token.i)
        if started is not None:
            cluster, head = started
            self._mention(cluster, head, _NUMBERS.get(cluster.label, "thing"))
            self._mention_joint(head)
            return
        features = pronoun_features(token) if token.pos in _PRONOUNS else None
        if features is not None:
            self._read_pronoun(token, features)
        elif (token.pos in NOUNS or is_epithet(token, self._words)) and (
            self._names.covering(token) is None
        ):
            self._read_noun(token)
        elif token.i in self._sources and token.is_a("definite_article"):
            self._bind(token, self._epithets.aged(token))

    def _mention(self, cluster: Cluster, token: Token, number: Number) -> None:
        self._antecedents.add(cluster, token, number)
        self._organization_kinds.mention(cluster, token)

    def _mention_joint(self, head: Token) -> None:
        """Note "Ruiz and Okafor", at the last name, as something that "they" may refer to."""
        first = head.head if head.dep == "conj" else head
        tokens = [first, *(c for c in first.children if c.dep == "conj")]
        members = [self._names.covering(t) for t in tokens]
        known = [m for m in members if m is not None]
        if head.dep == "conj" and head is tokens[-1] and len(known) == len(members):
            cluster = self.joint(known)
            run = (self._names.start_of(first), head.i + 1)
            self._joint_runs.setdefault(cluster.number, []).append(run)
            self._mention(cluster, first, "many")

    def _read_pronoun(self, token: Token, features: Features) -> None:
        number, gender = features
        cluster: Cluster | None = None
        excluded: Set[Cluster] = frozenset()
        if number == "one" and self._exchange is not None:
            excluded = self._exchange.excluded(token, self._referent_so_far, self._referent_if_here)
            cluster = self._exchange.person_asked(token, self._referent_so_far)
            if cluster is not None and not self._genders.may_have_gender(cluster, gender):
                cluster = None
        detail = f"“{token.text}”: the person asked replies"
        if cluster is None and number == "one":
            cluster = self._main_subject(token, gender)
            detail = f"“{token.text}”: the subject of the main clause"
        if cluster is None:
            cluster = self._antecedents.best(token, features, excluded)
            detail = f"“{token.text}”: the nearest match in number, gender and position"
        if cluster is None:
            return
        is_quoted = self._exchange is not None and self._exchange.is_quoted(token)
        if number == "one" and not is_quoted:
            self._genders.guess(cluster, gender)
        self.referents[token.i] = Referent(cluster, "pronoun", detail)
        if number != "thing" or token.i in self._sources:
            self._mention(cluster, token, number)

    def _referent_if_here(self, speaker: Token) -> Cluster | None:
        """Return who a later pronoun would refer to if it were at this point."""
        features = pronoun_features(speaker)
        return self._antecedents.best(speaker, features) if features is not None else None

    def _referent_so_far(self, token: Token) -> Cluster | None:
        """Return who a word refers to, as far as the article has been read."""
        named = self._names.covering(token)
        referent = self.referents.get(token.i)
        return named or (referent.cluster if referent is not None else None)

    def _read_noun(self, token: Token) -> None:
        if token.pos == "PROPN":
            self._organization_kinds.unknown(token)
        speaks = token.i in self._sources
        if token.dep in _PREDICATES and not speaks:
            return
        known = (
            self._apposed(token)
            or self._offices.holder(token, speaks=speaks)
            or self._described_person(token)
            or self._leads.person(token, self._words.gender_of(token.lemma))
            or self._organization(token)
        )
        if known is not None:
            self._bind(token, known)
            return
        if not is_plural(token):  # "lawmakers" introduces no single lawmaker
            self._introduced.add(token.lemma)
        kind = kind_of_noun(token, self._words)
        if kind == "unknown":
            return
        if kind == "group" and token.dep not in NOUN_SUBJECTS and not speaks:
            return
        words = naming_words(phrase(token) or [token])  # one tagged as a conjunction has none
        name = plain(self._view, words)
        number: Number = "one" if kind == "person" else "many" if kind == "group" else "thing"
        known = self._unnamed.known(token, speaks=speaks)
        if known is not None:
            self._bind(token, known, number)
            return
        label = "ORG" if is_owned_organ(token, self._words, self._names) else "NOUN"
        cluster = self.add(name, label, words, self._words.gender_of(token.lemma))
        self._unnamed.note(token, cluster, speaks=speaks)
        self.referents[token.i] = Referent(cluster, "noun", f"called “{name}”")
        self._mention(cluster, token, number)

    def _bind(self, noun: Token, known: Binding | None, number: Number | None = None) -> None:
        """Note who a noun refers to; ``number`` is by default that of the cluster's label."""
        if known is None:
            return
        cluster, why = known
        name = plain(self._view, naming_words(phrase(noun)))
        detail = f"“{name}” is “{cluster.name}”, {why}"
        self.referents[noun.i] = Referent(cluster, "title", detail)
        self._mention(cluster, noun, number or _NUMBERS.get(cluster.label, "thing"))

    def _described_person(self, noun: Token) -> Binding | None:
        """Return the person whom a noun only describes, unless the article uses it for others."""
        introduced, speaks = noun.lemma in self._introduced, noun.i in self._sources
        found = self._epithets.person(noun, is_introduced=introduced, speaks=speaks)
        return found if found and self._offices.may_refer_to(noun, found.cluster) else None

    def _apposed(self, noun: Token) -> Binding | None:
        """Return who "the judge, Ada Roe," is, or "two divers, Ada Roe and Tom Ellery,"."""
        cluster = self._appositive_names.get(noun.i)
        if cluster is None:
            given = name_given(noun, self._names)
            cluster = given or self._apposed_in_tree(noun) or self._missed_body(noun)
        return Binding(cluster, "named next to it") if cluster is not None else None

    def _missed_body(self, noun: Token) -> Cluster | None:
        """Return the body that a noun describes, if no recogniser found the name beside it."""
        is_body = noun.tag == "NN" and kind_of_noun(noun, self._words) in _BODIES
        words = missed_name(self._view, noun) if is_body else []
        if not words or any(self._names.covering(t) is not None for t in words):
            return None
        cluster = self.add(plain(self._view, words), "ORG", words)
        self._organization_kinds.add_described(cluster, noun)
        return cluster

    def _apposed_in_tree(self, noun: Token) -> Cluster | None:
        name = noun.child("appos")
        kind = kind_of_noun(noun, self._words)
        if name is None and kind == "person" and not is_plural(noun):
            return person_after_office_phrase(noun, self._names)
        if name is None or name.i < noun.i:
            return None
        is_group = kind == "group"
        heads = coordinated_heads(noun.subtree(), noun, self._names) if is_group else [name]
        found = [self._names.covering(t) for t in heads]
        people = [c for c in found if c is not None and c.label == "PERSON"]
        if kind == "person" and name.child("conj") is None:
            return people[0] if people else None
        if kind == "organization" and name.child("conj") is None:
            if found[0] is not None:
                self._organization_kinds.add_described(found[0], noun)
            return found[0]
        return self.joint(people) if is_group and len(people) == len(found) > 1 else None

    def _bearer(self, token: Token) -> Cluster | None:
        """Return the named cluster that an earlier name, noun or pronoun refers to."""
        known = self._referent_so_far(token)
        return known if known is not None and known.is_named else None

    def _organization(self, noun: Token) -> Binding | None:
        """Return the organization that "the ministry" or "the airline" is."""
        organ = self._organs.named(noun) if noun.children else None
        if organ is not None:
            return Binding(organ, "the only one of that country")
        return self._organization_kinds.named(noun)

    def _main_subject(self, pronoun: Token, gender: Gender) -> Cluster | None:
        noun = following_main_subject(pronoun)
        cluster = self._names.at(phrase(noun)) if noun is not None else None
        if cluster is None or cluster.label != "PERSON":
            return None
        return cluster if self._genders.may_have_gender(cluster, gender) else None


def enumeration(names: Sequence[str], conjunction: str) -> str:
    """Return two names or more as the text would list them: "Ruiz, Okafor and Lind"."""
    return f"{', '.join(names[:-1])} {conjunction} {names[-1]}"
