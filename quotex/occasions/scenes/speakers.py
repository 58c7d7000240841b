"""Scenes of speakers: "Roe came to Oslo on Monday"."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from quotex.languages import Language
from quotex.occasions.clauses import ClauseReader, StatedOccasion
from quotex.occasions.days.times import WEEK, FoundTime
from quotex.occasions.scenes.subjects import SpeakerAt, SubjectReader, speaker_at
from quotex.occasions.tense import tense_of_verb
from quotex.occasions.venues.mention import VenueMention
from quotex.parse.grammar import NOUN_SUBJECTS, is_familiar, is_verb, phrase, prepositional
from quotex.parse.view import NOUNS, Token, View
from quotex.speakers.mentions.pronouns import pronoun_features

_SUBORDINATE = frozenset({"relcl", "ccomp", "acl", "appos", "parataxis", "csubj"})
_NOUN_ROLES = frozenset({"pobj", "nsubj", "nsubjpass", "dobj"})
_OWNER_ROLES = frozenset({"poss", "pobj"})


@dataclass(frozen=True, slots=True)
class Scene:
    """What a clause at token ``at`` states about an appearance or speech of ``speaker``.

    ``is_dated_act``: it says only that the speaker did something on a day. ``is_interview``: the
    speaker met the author there. ``is_reference``: it refers to an event that is already known.
    """

    speaker: str | None
    at: Token
    stated: StatedOccasion
    is_dated_act: bool = False
    is_interview: bool = False
    is_reference: bool = False


class SceneReader:
    """Finds the scenes of ``speakers`` among the sentences of an article."""

    def __init__(
        self, view: View, language: Language, clauses: ClauseReader, speakers: Iterable[SpeakerAt]
    ) -> None:
        self._view = view
        self._words = language.venues
        self._nouns = language.speakers
        self._clauses = clauses
        self._speakers = sorted(speakers, key=speaker_at)

    def read(self, quoted: Set[int]) -> Iterator[Scene]:
        """Yield the scenes; ``quoted`` holds the numbers of the tokens of cues and contents."""
        subjects = SubjectReader(self._view, self._nouns, self._speakers)
        for sentence in self._view.sentences:
            is_free = quoted.isdisjoint(range(sentence.first, sentence.last))
            for token in self._view.tokens[sentence.first : sentence.last]:
                subject = token if token.dep != "conj" else _first_conjunct(token)
                is_subject = subject.dep in NOUN_SUBJECTS and token.i not in quoted
                names = subjects.read(token, is_subject=is_subject)
                if is_subject:
                    if subject.head.i not in quoted:
                        yield from self._read_subject(token, subject, names)
                    elif self._is_asked(subject):
                        for name in names:
                            yield from self._read_verb(name, subject, is_talk=True)
                else:
                    yield from self._read_word(token, names, quoted, is_free=is_free)

    def _read_word(
        self, token: Token, names: Sequence[str], quoted: Set[int], *, is_free: bool
    ) -> Iterator[Scene]:
        """Read what is said about a word that is no subject; it means the speakers ``names``."""
        interrupted = token.head if token.dep == "poss" else token
        if interrupted.dep == "dobj" and interrupted.head.is_a("interrupting"):
            for name in names:
                yield self._interrupted(name, interrupted.head)
            return
        if token.dep in _OWNER_ROLES:
            noun = _thing_owned(token)
            if noun is not None and (noun.i not in quoted or token.dep == "pobj"):
                for name in names:
                    yield from self._read_noun(name, noun, is_free=is_free)
                return
        if token.lemma in self._words.shared and token.i not in quoted:
            yield from self._read_gathering(token)

    def _read_subject(self, token: Token, subject: Token, names: Sequence[str]) -> Iterator[Scene]:
        """Read a clause by its subject: the author, something said, or speakers who are quoted."""
        if token.lemma in self._words.shared:
            for scene in self._read_gathering(token):
                yield replace(scene, is_reference=True)
        if token.is_a("first_person_alone"):
            yield from self._read_author(subject)
        elif self._is_announcement(token):
            speaker = self._quoted_before(token)
            for name in names if speaker is None else (speaker,):
                yield from self._read_verb(name, subject, is_talk=True)
        else:
            for name in names:
                yield from self._read_verb(name, subject)

    def _is_asked(self, subject: Token) -> bool:
        """Whether somebody is asked something, and so is there: "Roe was asked on Monday if"."""
        return subject.dep == "nsubjpass" and subject.head.lemma in self._words.asking

    def _read_author(self, subject: Token) -> Iterator[Scene]:
        """Read how the author meets the main speaker: "we meet on Thursday in a cold room".

        Or "Roe was on the porch when I called on her on Thursday".
        """
        verb = subject.head
        is_meeting = verb.is_a("meeting") or (verb.is_a("visiting") and _meets_person(verb))
        if not (is_meeting and is_verb(verb) and self._speakers) or verb.child("neg") is not None:
            return
        time, venues = self._clauses.read_verb(verb, phrase(subject))
        if verb.dep == "advcl" and is_verb(verb.head):
            host = verb.head.child(*NOUN_SUBJECTS)
            _, around = self._clauses.read_verb(verb.head, phrase(host) if host is not None else [])
            found = {v.words[-1].i: v for v in (*venues, *around)}
            venues = list(found.values())
        is_day = time is not None and time.is_day
        if tense_of_verb(verb) in {"past", "present"} and (is_day or venues):
            [(speaker, _)] = Counter(s.speaker for s in self._speakers).most_common(1)
            yield Scene(
                speaker, verb, StatedOccasion(time if is_day else None, venues), is_interview=True
            )

    def _is_announcement(self, noun: Token) -> bool:
        """Whether a noun refers to what was just quoted: "the announcement", not "her remark"."""
        is_owned = noun.child("poss", "prep") is not None
        return noun.lemma in self._words.utterances and is_familiar(noun) and not is_owned

    def _quoted_before(self, noun: Token) -> str | None:
        """Return who was quoted last, in the same paragraph or the one before."""
        number = bisect_left(self._speakers, noun.i, key=speaker_at) - 1
        if number < 0:
            return None
        found = self._speakers[number]
        gap = self._view.paragraph(noun) - self._view.paragraph(self._view.tokens[found.at])
        return found.speaker if gap <= 1 else None

    def _read_verb(self, speaker: str, subject: Token, *, is_talk: bool = False) -> Iterator[Scene]:
        """Read a main clause in the past tense, unless it states a plan ("was to speak").

        ``is_talk``: the subject is something said: "the announcement came at a meeting".
        """
        verb = subject.head
        is_plan = verb.child("xcomp") is not None and verb.lemma not in self._words.under_way
        if verb.dep in _SUBORDINATE or is_plan or not is_verb(verb):
            return
        time, venues = self._clauses.read_verb(verb, phrase(subject))
        if is_talk:
            venues = [v for v in venues if v.words[-1] is not subject]
        tense = tense_of_verb(verb)
        if tense != "past" and not (tense == "perfect" and time is not None and venues):
            return  # "has today introduced it at a meeting" is about one day
        if time is not None and _is_long(time):
            return
        if time is None:
            venues = [v for v in venues if not _is_habit(v)]
        is_scene = verb.lemma in self._words.scene_verbs or any(v.kind != "place" for v in venues)
        if (is_scene or is_talk) and (time is not None or venues):
            yield Scene(speaker, verb, StatedOccasion(time, venues))
        elif time is not None:
            yield Scene(speaker, verb, StatedOccasion(time, []), is_dated_act=True)

    def _interrupted(self, speaker: str, verb: Token) -> Scene:
        """Return the scene at which others interrupt somebody: "students heckled her at a rally".

        Where that was is often said around it: "It came at a rally when students heckled her".
        """
        time: FoundTime | None = None
        venues: dict[int, VenueMention] = {}
        for clause in filter(is_verb, (verb, *verb.ancestors())):
            subject = clause.child(*NOUN_SUBJECTS)
            own = self._clauses.read_verb(clause, phrase(subject) if subject is not None else [])
            time = time or own.time
            venues |= {v.words[-1].i: v for v in own.venues}
        return Scene(speaker, verb, StatedOccasion(time, list(venues.values())))

    def _read_gathering(self, noun: Token) -> Iterator[Scene]:
        """Read an event at which several people speak, whoever they are: "Thursday's summit"."""
        if noun.pos not in NOUNS or noun.dep not in _NOUN_ROLES:
            return
        preposition = noun.head if noun.dep == "pobj" else None
        verb = preposition.head if preposition is not None else noun.head
        if preposition is not None and not self._introduces_event(preposition.lower, verb):
            return
        time, venues = self._clauses.read_noun(noun, is_free=False)
        if time is None and is_verb(verb) and verb.dep not in _SUBORDINATE:
            tense = tense_of_verb(verb)
            if tense not in {"past", "perfect"}:
                return
            subject = verb.child(*NOUN_SUBJECTS)
            time, venues = self._clauses.read_verb(verb, phrase(subject) if subject else [])
            if tense == "perfect" and time is None:
                return
        owner = noun.child("poss")
        is_known = owner is not None and owner.entity == "DATE"  # "Thursday's summit"
        named = [
            replace(v, is_definite=True) if is_known and v.words[-1] is noun else v
            for v in self._clauses.venues.venues_of_noun(noun)
        ]
        is_dated = time is not None and not _is_long(time)
        is_talk = noun.lemma in self._words.debating and is_familiar(noun)
        if named and (is_dated or is_talk):
            rest = [v for v in venues if v.words[-1] is not noun and v.kind != "medium"]
            yield Scene(None, noun, StatedOccasion(time if is_dated else None, [*named, *rest]))

    def _introduces_event(self, preposition: str, verb: Token) -> bool:
        """Whether a preposition introduces the event: "at a debate", "met for", "came to" one."""
        prepositions = self._words.prepositions
        is_aim = preposition in prepositions.purpose or preposition in prepositions.destination
        is_aimed_at = is_aim and verb.lemma in self._words.scene_verbs
        return preposition in prepositions.event or is_aimed_at

    def _read_noun(self, speaker: str, noun: Token, *, is_free: bool) -> Iterator[Scene]:
        """Read a sentence about somebody's speech or document: "Roe's speech on Monday was …".

        Unless ``is_free``, only the noun's own phrase counts, because the sentence quotes: "the
        ministry denied a statement made by Roe on Monday".
        """
        if noun.dep == "poss" or any(t.is_a("prior") for t in (noun.head, noun.head.head)):
            return  # "her party's nomination"; "ahead of his speech"
        named = self._clauses.venues.venues_of_noun(noun)
        is_event = noun.lemma in self._words.event
        if not named and noun.lemma not in self._words.utterances:
            return
        time, venues = self._clauses.read_noun(noun, is_free=is_free)
        if time is None and not (is_event and is_free):
            return
        if time is not None and _is_long(time):
            return
        is_document = noun.lemma in self._words.issued
        is_spoken = noun.lemma in self._words.utterances and not is_document
        if is_spoken or any(c.is_a("make") for c in noun.children):
            named = []  # a statement that is made was spoken, one that is issued was written
        rest = (v for v in venues if v.words[-1] is not noun)
        yield Scene(speaker, noun, StatedOccasion(time, [*named, *rest]))


def _thing_owned(name: Token) -> Token | None:
    """Return the noun for what somebody gave or wrote: "Roe's speech", "a letter from Roe"."""
    if name.dep == "poss":
        return name.head
    above = name.head
    if name.dep != "pobj" or not above.is_a("claimant_preposition"):
        return None
    noun = above.head
    return noun.head if is_verb(noun) and noun.dep == "acl" else noun


def _meets_person(verb: Token) -> bool:
    """Whether somebody is met, not something: "called on her", not "saw it"."""
    met = [verb.child("dobj"), *(noun for _, noun in prepositional(verb))]
    return any(n is not None and (_is_one_person(n) or n.entity == "PERSON") for n in met)


def _is_one_person(pronoun: Token) -> bool:
    features = pronoun_features(pronoun)
    return features is not None and features.number == "one"


def _first_conjunct(token: Token) -> Token:
    while token.dep == "conj" and token.head is not token:
        token = token.head
    return token


def _is_habit(venue: VenueMention) -> bool:
    """Whether events are mentioned in the plural, on no particular day: "gave interviews"."""
    noun = venue.words[-1]
    return venue.kind == "event" and noun.tag == "NNS" and not noun.is_a("plural_talk")


def _is_long(time: FoundTime) -> bool:
    return time.length > WEEK
