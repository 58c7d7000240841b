"""The event mentions of an article: what its cues and its sentences without a quotation state.

A place with the speaker's own name says who spoke, not where: "a statement from Moscow" gives
Moscow's words, which need not have been spoken there. It is not a venue of that speaker.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from quotex.document.datelines import Dateline
from quotex.occasions.clauses import ArticleClues, ClauseReader, StatedOccasion
from quotex.occasions.days.days import times_and_vague
from quotex.occasions.days.names import without_speaker_names
from quotex.occasions.days.times import FoundTime
from quotex.occasions.documents import DocumentReader
from quotex.occasions.inheritance.companions import is_companion
from quotex.occasions.inheritance.mention import EventMention, VenueNoun, Voice
from quotex.occasions.inheritance.within import quoted_within
from quotex.occasions.naming import is_own, is_speaker, is_surname
from quotex.occasions.occasion import Occasion
from quotex.occasions.paragraphs import prose_numbers
from quotex.occasions.scenes.introductions import IntroductionReader
from quotex.occasions.scenes.settings import SettingReader
from quotex.occasions.scenes.sittings import SittingReader
from quotex.occasions.scenes.speakers import SceneReader
from quotex.occasions.scenes.subjects import SpeakerAt
from quotex.occasions.tense import is_participle, tense_of
from quotex.occasions.venues.hearers import hearers_at, is_known_outlet
from quotex.occasions.venues.mention import VenueMention
from quotex.occasions.venues.phrases import event_term
from quotex.occasions.venues.programmes import listed_programmes, quoted_programmes
from quotex.parse.view import Token
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context
from quotex.records import Span, SpeechDate, Venue
from quotex.speakers.phrases import head_of

_CONTENT_WORDS = frozenset({"ADJ", "NOUN", "PROPN", "VERB"})
_PEOPLE = frozenset({"person", "group", "unknown"})
_SPEAKER_MARK = ":"


class MentionReader:
    """Reads the event mentions of one article."""

    def __init__(
        self,
        context: Context,
        candidates: Sequence[Candidate],
        names: Sequence[str | None],
        people: Set[str],
    ) -> None:
        self._context = context
        self._cues = frozenset(t.i for c in candidates for t in c.cue)
        self._view = context.view
        self._words = context.language.venues
        self._index = context.index
        self._paragraphs = prose_numbers(context.view)
        self._token_starts = [t.start for t in context.view.tokens]
        self._clauses = self._clause_reader(candidates, names)
        self._documents = DocumentReader(context.view, self._words, self._paragraphs)
        self._within = quoted_within(candidates, names)
        self._surnames = frozenset(name.split()[-1] for name in people)

    def quotation(self, candidate: Candidate, speaker: str | None, kind: str) -> EventMention:
        """Return a candidate as an event mention; ``speaker`` is the name resolved for it.

        If the ``kind`` of speaker is "document", the document itself is not a venue.
        """
        cue = candidate.cue
        stated = (
            self._clauses.read_cue(candidate)
            if cue
            else StatedOccasion(
                self._clauses.day_of_signature(candidate), self._clauses.venues_of_label(candidate)
            )
        )
        stated = StatedOccasion(
            stated.time,
            [
                v
                for v in stated.venues
                if not (v.is_source and (kind == "document" or is_own(v, speaker)))
                and not (v.kind == "place" and self._is_survey(candidate.source, kind))
            ],
        )
        is_unnamed = speaker is not None and speaker[:1].islower()
        at = min((t.i for t in cue), default=self._token_at(candidate.start))
        mention = self._mention(speaker, at, stated)
        speaking = (
            None if _is_label(candidate) else self._documents.speaking(candidate.source, speaker)
        )
        return replace(
            mention,
            documents=mention.documents | ({speaking} if speaking is not None else frozenset()),
            tense=tense_of(candidate),
            is_vague=stated.time is None and self._clauses.is_vague(candidate),
            is_written=candidate.sense.mode == "writing",
            is_thought=candidate.sense.mode == "thought",
            voice=self._voice(candidate.source, is_named=kind == "person" and not is_unnamed),
            is_participle=is_participle(candidate),
            content=self._lemmas(candidate),
            is_question=candidate.sense.stance == "asks",
            is_counsel=self._is_counsel(candidate.source),
            hearers_at=hearers_at(candidate, self._words),
            is_background=_is_past_perfect(cue),
            is_body=kind not in _PEOPLE and speaker is not None,
            is_reply=any(t.lemma in self._words.replying for t in cue),
            is_label=_is_label(candidate),
            is_turn=self._is_turn(candidate),
            speaks_document=speaking,
            is_pronoun=[t.pos for t in candidate.source] == ["PRON"],
            is_unnamed=is_unnamed,
            is_within=candidate in self._within and speaking is None,
            is_companion=is_companion(candidate, self._cues, self._words),
        )

    def scenes(
        self, candidates: Sequence[Candidate], quotations: Sequence[EventMention]
    ) -> Iterator[EventMention]:
        """Yield the scenes outside the candidates, whose mentions are ``quotations``."""
        said = {
            number
            for candidate in candidates
            for start, end in candidate.content
            for number in range(self._token_at(start), self._token_at(end - 1) + 1)
        }
        quoted = said | self._cues
        for noun, stated in self._documents.scenes(frozenset(quoted), self._clauses):
            kind = self._documents.kind_of(noun)
            documents = frozenset({kind}) if kind is not None else frozenset[int]()
            mention = self._mention(None, noun.i, stated)
            yield replace(mention, documents=documents, is_scene=True)
        turns = [candidate.source[0] for candidate in candidates if self._is_turn(candidate)]
        introduction = IntroductionReader(self._view, self._words, self._clauses)
        if (found := introduction.read(turns, quoted)) is not None:
            at, stated = found
            mention = self._mention(None, at.i, stated)
            yield replace(mention, is_scene=True, is_introduction=True)
        speakers = [SpeakerAt(m.at, m.speaker) for m in quotations if m.speaker is not None]
        reader = SceneReader(self._view, self._context.language, self._clauses, speakers)
        for scene in reader.read(quoted):
            yield replace(
                self._mention(scene.speaker, scene.at.i, scene.stated),
                is_scene=True,
                is_dated_act=scene.is_dated_act,
                is_interview=scene.is_interview,
                is_reference=scene.is_reference,
            )
        settings = SettingReader(self._view, self._context.language, self._clauses)
        for verb, stated in settings.read(quoted):
            yield replace(self._mention(None, verb.i, stated), is_scene=True, is_setting=True)
        for sitting in SittingReader(self._view, self._words, self._clauses).read(said):
            mention = self._mention(None, sitting.at.i, sitting.stated)
            yield replace(mention, is_scene=True, sitting=sitting.kind)

    def _clause_reader(
        self, candidates: Sequence[Candidate], names: Sequence[str | None]
    ) -> ClauseReader:
        context = self._context
        text, lines = context.document.text, context.document.datelines
        dated, vague = times_and_vague(
            text,
            context.document.published,
            context.language,
            lambda at: (
                context.index.stretch_at(at) is not None
            ),  # “This Week” is content or a title
        )
        listed = listed_programmes(context.view, self._words.programmes)
        inside = {t.start for title in listed for t in title.words}
        times = [
            time
            for time in dated
            if time.start not in inside
            and not any(line.start <= time.start < line.end for line in lines[:1])
        ]
        times = without_speaker_names(text, times, names, context.language.patterns.in_month)
        clues = ArticleClues(
            [*quoted_programmes(context.view, context.stretches), *listed],
            self._place(lines[0]) if lines else [],
            vague,
            [bounds for candidate in candidates for bounds in candidate.content],
            self._cues,
            lines[0].agency if lines else None,
        )
        return ClauseReader(context.view, self._words, times, clues)

    def _is_turn(self, candidate: Candidate) -> bool:
        """Whether a candidate has a label that opens a paragraph, as in a transcript."""
        if not candidate.source or not _is_label(candidate):
            return False
        name = candidate.source[0]
        start, _ = self._view.paragraphs[self._view.paragraph(name)]
        return name.start == start and candidate.start >= candidate.source[-1].end

    def _is_survey(self, source: Sequence[Token], kind: str) -> bool:
        """Whether a source is a poll, whose place is where people were asked: "in Ohio"."""
        surveys = self._context.language.speakers.surveys
        return kind == "document" and bool(source) and head_of(source).lemma in surveys

    def _is_counsel(self, source: Sequence[Token]) -> bool:
        """Whether a source has an office in court: "counsel for the owners", "the coroner"."""
        return any(t.lemma in self._words.court_offices for t in source)

    def _lemmas(self, candidate: Candidate) -> frozenset[str]:
        """Return the lemmas of the content's nouns, verbs and adjectives."""
        words = (t for bounds in candidate.content for t in self._index.between(*bounds))
        return frozenset(t.lemma for t in words if t.pos in _CONTENT_WORDS)

    def _voice(self, source: Sequence[Token], *, is_named: bool) -> Voice:
        """Return whether a source is a person or an audience: "the crowd", "supporters"."""
        if not source:
            return "other"
        head = head_of(source)
        if head.lemma in self._words.hearing:
            return "audience"
        is_person = is_named or head.entity == "PERSON" or head.is_a("person_subject")
        return "person" if is_person else "other"

    def _mention(self, speaker: str | None, at: int, stated: StatedOccasion) -> EventMention:
        """Return a mention with what follows from its position and from what it states."""
        token = self._view.tokens[at]
        venues = [
            v
            for v in stated.venues
            if not (is_speaker(v, speaker) or is_surname(v, self._surnames))
        ]
        places = [v for v in venues if v.kind == "place"]
        kinds = [self._documents.kind_of(v.words[-1]) for v in venues if v.kind == "medium"]
        return EventMention(
            at=at,
            speaker=speaker,
            sentence=token.sentence,
            paragraph=self._paragraphs[self._view.paragraph(token)],
            stated=Occasion(
                self._date(stated.time) if stated.time is not None else None,
                tuple(self._venue(venue) for venue in venues),
            ),
            nouns=tuple(self._noun(venue) for venue in venues),
            documents=frozenset(kind for kind in kinds if kind is not None),
            is_sequel=self._is_sequel(stated.time),
            is_court=any(v.words[-1].lemma.lower() in self._words.trials for v in venues),
            cities=frozenset(t.lower for v in places for t in v.words if t.entity == "GPE"),
        )

    def _noun(self, venue: VenueMention) -> VenueNoun:
        noun = venue.words[-1]
        return VenueNoun(
            head="" if venue.kind == "place" else event_term(noun, self._words),
            is_known=venue.is_definite,
            is_generic=noun.lemma in self._words.generic,
            is_single_use=self._documents.is_single_use(venue),
            is_outlet=is_known_outlet(venue, self._words),
            is_document=self._documents.is_document(venue),
            is_talk=noun.lemma in self._words.performance,
        )

    def _is_sequel(self, time: FoundTime | None) -> bool:
        words = self._view.text[time.start : time.end] if time is not None else ""
        return self._context.language.patterns.sequel.fullmatch(words) is not None

    def _token_at(self, offset: int) -> int:
        return max(bisect_right(self._token_starts, offset) - 1, 0)

    def _place(self, line: Dateline) -> list[Token]:
        first, last = self._token_at(line.place), self._token_at(line.place_end - 1)
        return self._view.tokens[first : last + 1]

    def _date(self, time: FoundTime) -> SpeechDate:
        evidence = Span.of(self._view.text, time.start, time.end)
        return SpeechDate(from_=time.days[0], to=time.days[1], evidence=evidence, scope="explicit")

    def _venue(self, venue: VenueMention) -> Venue:
        last = venue.words[-1]
        # The full stop after a single letter ends the sentence: "posted on X."
        end = last.end - (venue.kind == "medium" and last.text[1:] == ".")
        span = Span.of(self._view.text, venue.words[0].start, end)
        return Venue(kind=venue.kind, span=span, scope="explicit")


def _is_label(candidate: Candidate) -> bool:
    """Whether a candidate has a colon as its cue, "ROE:", or no cue."""
    return not candidate.cue or candidate.cue[0].text == _SPEAKER_MARK


def _is_past_perfect(cue: Sequence[Token]) -> bool:
    """Whether a cue is in the past perfect: "had argued"."""
    return any(t.is_a("perfect_auxiliary") and t.tag == "VBD" for t in cue)
