"""Who a source is: by name, by title, by the pronoun's nearest fit, or by its own words."""

from __future__ import annotations

from dataclasses import dataclass

from quotex.attribution.mentions import Cluster, Gender, Names
from quotex.attribution.profile import kind_of_name, kind_of_noun, plain, role_of
from quotex.attribution.words import SpeakerWords
from quotex.detection.candidate import Candidate
from quotex.detection.grammar import antecedent, is_nobody, phrase, prepositional
from quotex.engine.view import Token, View
from quotex.records import Span, Speaker, SpeakerKind

_REACH = 120
_FAR = 3000
_MASCULINE = frozenset({"he", "him", "his"})
_FEMININE = frozenset({"she", "her", "hers"})
_THING = frozenset({"it", "its"})
_PLURAL = frozenset({"they", "them", "their"})
_FIRST_AND_SECOND = frozenset({"i", "we", "you", "me", "us", "my", "our", "your"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "ROOT"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})


@dataclass(frozen=True, slots=True)
class Resolved:
    """A speaker, with how it was found."""

    speaker: Speaker
    gender: Gender
    rule: str
    detail: str


class SpeakerResolver:
    """Resolves the sources of one article's candidates."""

    def __init__(self, view: View, words: SpeakerWords, candidates: list[Candidate]) -> None:
        self._view = view
        self._words = words
        self._candidates = candidates
        self._names = Names(view, words, [c.source for c in candidates if c.source])
        self._issued: dict[str, Resolved] = {}
        self._speakers: dict[int, Speaker] = {}

    def resolve(self) -> list[Resolved | None]:
        """Return the speaker of each candidate, in their order, None where nothing tells."""
        found: list[Resolved | None] = []
        for number, candidate in enumerate(self._candidates):
            earlier = [r for r in found[max(0, number - 6) :] if r is not None]
            found.append(self._resolve(candidate, earlier))
            self._note_documents(candidate, found[-1])
        return found

    def _note_documents(self, candidate: Candidate, resolved: Resolved | None) -> None:
        """Remember who issued a document: in "X said in a statement", X did."""
        if resolved is None or not candidate.cue:
            return
        for _, noun in prepositional(candidate.cue[-1]):
            if noun.lemma in self._words.documents:
                self._issued[noun.lemma] = resolved
        head = _head(candidate.source) if candidate.source else None
        if head is not None and resolved.rule == "issuer":
            self._issued[head.lemma] = resolved

    def _resolve(self, candidate: Candidate, earlier: list[Resolved]) -> Resolved | None:
        source = candidate.source
        if not source or is_nobody(source):
            return None
        head = _head(source)
        if head.lower in _RELATIVE and candidate.cue:
            stands_for = antecedent(head, candidate.cue[-1])
            if stands_for is head:
                return None
            source, head = phrase(stands_for), stands_for
        if len(source) == 1 and head.pos in {"PRON", "DET"}:
            return self._pronoun(head, earlier)
        if head.lemma in self._words.documents:
            return self._document(source, head)
        several = self._joint(source, head)
        if several is not None:
            return several
        cluster = self._names.at(source) or self._apposed(head)
        if cluster is not None:
            return self._named(cluster)
        return self._described(source, head)

    def _joint(self, source: list[Token], head: Token) -> Resolved | None:
        """Return the speakers of "Ruiz and Okafor", their full names joined by "and"."""
        inside = {t.i for t in source}
        heads = [head, *(t for t in source if t.dep == "conj" and t.head.i in inside)]
        clusters = [self._names.at(_own_words(t)) for t in heads]
        if len(heads) < 2 or any(cluster is None for cluster in clusters):
            return None
        parts = [self._speaker_of(cluster) for cluster in clusters if cluster is not None]
        mentions = (Span.of(self._view.text, source[0].start, source[-1].end),)
        name = " and ".join([", ".join(p.name for p in parts[:-1]), parts[-1].name])
        speaker = Speaker(name=name, kind="group", named=True, mentions=mentions)
        return Resolved(speaker, "", "name", "named together in the article")

    def _apposed(self, head: Token) -> Cluster | None:
        """Return the person that an apposition names: "the party chairman, Kelly Armstrong,"."""
        if head.pos != "NOUN":
            return None
        found = (self._names.at(phrase(c)) for c in head.children if c.dep == "appos")
        return next((c for c in found if c is not None and c.label == "PERSON"), None)

    def _named(self, cluster: Cluster) -> Resolved:
        return Resolved(
            self._speaker_of(cluster),
            cluster.gender,
            "name",
            f"named “{cluster.name}” in the article",
        )

    def _speaker_of(self, cluster: Cluster) -> Speaker:
        """Return the speaker of a cluster, the same record each time."""
        known = self._speakers.get(id(cluster))
        if known is None:
            tokens, text = self._view.tokens, self._view.text
            mentions = tuple(
                Span.of(text, tokens[first].start, tokens[last - 1].end)
                for first, last in cluster.runs
            )
            known = Speaker(
                name=cluster.name,
                kind=kind_of_name(cluster, self._words),
                named=True,
                role=role_of(cluster, self._view),
                mentions=mentions,
            )
            self._speakers[id(cluster)] = known
        return known

    def _pronoun(self, pronoun: Token, earlier: list[Resolved]) -> Resolved | None:
        word = pronoun.lower
        if word in _FIRST_AND_SECOND:
            return None
        if word in _MASCULINE or word in _FEMININE:
            return self._person_before(pronoun, "m" if word in _MASCULINE else "f", earlier)
        if word in _THING:
            return self._last(earlier, {"organization", "government", "document"}, pronoun)
        if word in _PLURAL:
            return self._last(earlier, {"group", "organization", "government"}, pronoun)
        return self._described([pronoun], pronoun)

    def _person_before(
        self, pronoun: Token, gender: Gender, earlier: list[Resolved]
    ) -> Resolved | None:
        """Return the last speaker if it is a person that fits, else the nearest subject.

        A clause that comes first looks ahead: "While he said no, Okafor …".
        """
        ahead = self._subject_ahead(pronoun)
        if ahead is not None and _fits(ahead, gender):
            detail = f"“{pronoun.text}”: the subject of the main clause"
            return Resolved(self._speaker_of(ahead), gender, "pronoun", detail)
        names = [
            cluster
            for start, cluster in self._names.before(pronoun.i, _REACH)
            if _fits(cluster, gender) and self._names.head_of(start).dep in _SUBJECTS
        ]
        spoke = next(
            (
                r
                for r in reversed(earlier)
                if r.speaker.kind == "person" and r.gender in {"", gender}
            ),
            None,
        )
        if names and (spoke is None or self._stands_between(names[0], spoke, pronoun)):
            cluster = names[0]
            cluster.gender = gender
            return Resolved(
                self._speaker_of(cluster),
                gender,
                "pronoun",
                f"“{pronoun.text}”: the last person named as a subject",
            )
        if spoke is None:
            return None
        return Resolved(
            spoke.speaker, gender, "pronoun", f"“{pronoun.text}”: the last person who spoke"
        )

    def _subject_ahead(self, pronoun: Token) -> Cluster | None:
        """Return the subject of the main clause that a pronoun's clause stands before."""
        clause = next(
            (t for t in [pronoun.head, *pronoun.head.ancestors()] if t.dep == "advcl"), None
        )
        if clause is None or clause.head.i < clause.i:
            return None
        noun = clause.head.child("nsubj", "nsubjpass")
        return self._names.at(phrase(noun)) if noun is not None and noun.i > pronoun.i else None

    def _stands_between(self, cluster: Cluster, spoke: Resolved, pronoun: Token) -> bool:
        """Whether a name was last used after the last mention of who spoke before."""
        if spoke.speaker.name == cluster.name:
            return True
        nearest = max((first for first, _ in cluster.runs if first < pronoun.i), default=-1)
        return self._view.tokens[nearest].sentence == pronoun.sentence or (
            self._view.paragraph(self._view.tokens[nearest]) == self._view.paragraph(pronoun)
        )

    def _last(
        self, earlier: list[Resolved], kinds: set[SpeakerKind], pronoun: Token
    ) -> Resolved | None:
        for resolved in reversed(earlier):
            if resolved.speaker.kind in kinds or (
                pronoun.lower in _THING and resolved.rule == "issuer"
            ):
                return Resolved(
                    resolved.speaker, "", "pronoun", f"“{pronoun.text}”: the last such speaker"
                )
        return None

    def _document(self, source: list[Token], head: Token) -> Resolved:
        """Return the issuer of a document where the text names one, else the document itself."""
        owner = head.child("poss")
        of = [
            noun
            for preposition, noun in prepositional(head)
            if preposition.lower in {"from", "by", "of"}
        ]
        for noun in [*([owner] if owner is not None else []), *of]:
            cluster = self._names.at(phrase(noun))
            if cluster is not None:
                return Resolved(self._speaker_of(cluster), "", "issuer", f"issued the {head.text}")
        issued = self._issued.get(head.lemma)
        if issued is not None and any(t.lower in {"the", "this", "that"} for t in source):
            detail = f"issued “the {head.text}” named before"
            return Resolved(issued.speaker, issued.gender, "issuer", detail)
        return self._described(source, head)

    def _described(self, source: list[Token], head: Token) -> Resolved:
        words = [
            t
            for t in source
            if not (
                t is source[0] and t.pos == "DET" and t.lower in {"the", "a", "an", "this", "that"}
            )
        ]
        name = plain(self._view, words or source)
        known = self._definite(head, source)
        if known is not None:
            return Resolved(
                self._speaker_of(known), "", "title", f"“{name}” stands for “{known.name}”"
            )
        span = Span.of(self._view.text, source[0].start, source[-1].end)
        named = head.pos == "PROPN"
        kind = kind_of_noun(head, self._words)
        speaker = Speaker(name=name, kind=kind, named=named, mentions=(span,))
        return Resolved(speaker, "", "noun", f"called “{name}”, without a name")

    def _definite(self, head: Token, source: list[Token]) -> Cluster | None:
        """Return the named organ that "the ministry" is short for."""
        if not any(t.lower == "the" for t in source):
            return None
        for _, cluster in self._names.before(head.i, _FAR):
            words = cluster.name.lower().split()
            if cluster.label == "ORG" and len(words) > 1 and words[-1] == head.lemma:
                return cluster
        return None


def _fits(cluster: Cluster, gender: Gender) -> bool:
    return cluster.label == "PERSON" and cluster.gender in {"", gender}


def _own_words(head: Token) -> list[Token]:
    """Return a conjunct without the conjuncts that hang on it."""
    return [head, *(c for c in head.children if c.dep in {"compound", "nmod", "flat"})]


def _head(words: list[Token]) -> Token:
    inside = {t.i for t in words}
    return next((t for t in words if t.head.i not in inside or t.is_root), words[-1])
