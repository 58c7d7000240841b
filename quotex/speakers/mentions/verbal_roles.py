"""Roles that verbs and relatives show: "who chairs the board", "named mayor", "her husband"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quotex.languages import Language
from quotex.parse.grammar import NOUN_CLAUSES, NOUN_SUBJECTS, is_verb, prepositional
from quotex.parse.view import Token, View
from quotex.speakers.mentions.pronouns import pronoun_features
from quotex.speakers.mentions.roles import Role, modifiers
from quotex.speakers.names.cluster import Cluster, Gender, agree


class VerbalRoles:
    """What verbs and relatives in an article say about the people whom it names."""

    def __init__(self, view: View, language: Language, clusters: Iterable[Cluster]) -> None:
        self._view = view
        self._words = language.speakers
        self._bearers: dict[int, Cluster] = {
            last - 1: cluster for cluster in clusters for _, last in cluster.runs
        }
        self._of_kin = self._read_kin()

    def roles(self, cluster: Cluster) -> Iterator[Role]:
        """Yield the roles that somebody's verbs and relatives show, in text order."""
        for _, last in cluster.runs:
            yield from self._from_verbs(self._view.tokens[last - 1])
        yield from self._of_kin.get(cluster.number, ())

    def noun_after_becoming(self, name: Token) -> Token | None:
        """Return the noun for what somebody became, serves as, or was named.

        "Ada Roe became mayor", "Ada Roe serves as mayor", "Ada Roe was named mayor", "the board
        named Ada Roe as its head".
        """
        verb, roles = name.head, self._words.roles
        if not is_verb(verb):
            return None
        if name.dep == "nsubj" and verb.lemma in roles.becoming:
            return verb.child("attr")
        is_named = verb.lemma in roles.appointing and name.dep in {"nsubjpass", "dobj"}
        serves = verb.lemma in roles.serving and name.dep == "nsubj"
        if not (is_named or serves):
            return None
        noun = verb.child("oprd") if is_named else None
        nouns = (n for p, n in prepositional(verb) if p.is_a("comparison") and n.pos == "NOUN")
        return noun or next(nouns, None)

    def _from_verbs(self, name: Token) -> Iterator[Role]:
        """Yield the role of "Ada Roe, who chairs the board" and of "Ada Roe leads the union"."""
        verbs = [c for c in name.children if c.dep == "relcl"]
        if name.dep == "nsubj":
            verbs.append(name.head)
        for verb in verbs:
            noun = self._words.roles.doing.get(verb.lemma)
            done = verb.child("dobj")
            if noun is None or done is None or not is_verb(verb):
                continue
            if verb.dep == "relcl" and not self._is_relative_subject(verb):
                continue
            if self._is_body(done):
                yield Role(noun, modifiers(done) | {done.lemma.lower()})

    def _is_relative_subject(self, verb: Token) -> bool:
        subject = verb.child("nsubj")
        return subject is not None and subject.is_a("person_relative")

    def _is_body(self, noun: Token) -> bool:
        """Whether a noun is a word for an organization, or names one."""
        named = self._bearers.get(noun.i)
        if named is not None:
            return named.label != "PERSON"
        return self._words.is_body(noun.lemma)

    def _read_kin(self) -> dict[int, list[Role]]:
        found: dict[int, list[Role]] = {}
        table = self._words.roles.of_kin
        for noun in self._view.tokens:
            inverse = table.get(noun.lemma) if noun.pos == "NOUN" else None
            owner = noun.child("poss") if inverse else None
            if inverse is None or owner is None:
                continue
            cluster = self._owner(owner, noun)
            if cluster is not None and cluster.label == "PERSON":
                features = pronoun_features(owner)
                gender = cluster.gender or (features.gender if features is not None else "")
                found.setdefault(cluster.number, []).extend(self._kin(inverse, gender))
        return found

    def _kin(self, nouns: Sequence[str], gender: Gender) -> Iterator[Role]:
        """Yield the roles that fit a gender: somebody who has a son is a mother or a father."""
        genders = {self._words.gender_of(noun) for noun in nouns}
        for noun in nouns:
            if len(genders) == 1 or agree(self._words.gender_of(noun), gender):
                yield Role(noun, frozenset())

    def _owner(self, owner: Token, noun: Token) -> Cluster | None:
        """Return the owner in "Ada's husband", "her husband" or "whose husband", if it is clear."""
        named = self._bearers.get(owner.i)
        if named is not None:
            return named
        if owner.tag == "WP$":
            clause = next((t for t in noun.ancestors() if t.dep in NOUN_CLAUSES), None)
            return self._bearers.get(clause.head.i) if clause is not None else None
        features = pronoun_features(owner)
        if features is None or features.number != "one":
            return None
        sentence = self._view.sentences[owner.sentence]
        names = [i for i in range(sentence.first, owner.i) if i in self._bearers]
        people = {self._bearers[i] for i in names if self._bearers[i].label == "PERSON"}
        if len(people) != 1 or not any(self._view.tokens[i].dep in NOUN_SUBJECTS for i in names):
            return None
        cluster = people.pop()
        return cluster if agree(cluster.gender, features.gender) else None
