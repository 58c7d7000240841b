"""When and where words were said: beside the cue, or where the same speech event is told.

What stands beside a cue is read in ``occasion_clause``, sentences that tell of a speech event
without quoting in ``occasion_scenes``; ``occasion_inheritance`` holds the rule that joins them.

A place that bears the speaker's own name is who spoke, not where: "a statement from Moscow" tells
of Moscow's words, which need not have been spoken there. It is no venue of that speaker's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from quotex.document.datelines import Dateline
from quotex.languages.names import name_key
from quotex.occasions.cast import Heard
from quotex.occasions.clauses import ClauseReader, Surroundings
from quotex.occasions.days.days import TimeFound, times_and_vague
from quotex.occasions.events import Telling, Voice, order
from quotex.occasions.gatherings import share_stage
from quotex.occasions.governments import share_days
from quotex.occasions.inheritance import Timeline, occasion_of
from quotex.occasions.occasion import Occasion
from quotex.occasions.scenes import SceneReader
from quotex.occasions.tense import is_participle, tense_of
from quotex.occasions.venues.reader import Setting
from quotex.occasions.venues.titles import listed_titles, titles
from quotex.parse.grammar import is_verb
from quotex.parse.view import Token, View
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context
from quotex.records import Span, SpeechDate, Venue
from quotex.speakers.attribution import ResolvedSpeaker
from quotex.speakers.phrases import head_of

__all__ = ["Occasion", "OccasionFinder"]

_MEANING = frozenset({"ADJ", "NOUN", "PROPN", "VERB"})
_SHORT = 4  # tokens


def find_occasions(
    context: Context, candidates: Sequence[Candidate], speakers: Sequence[ResolvedSpeaker | None]
) -> list[Occasion]:
    """Return when and where each candidate was said; they come in text order."""
    names = [who.speaker.name if who is not None else None for who in speakers]
    governments = [who.speaker.country if who is not None else None for who in speakers]
    return OccasionFinder(context).find(candidates, names, governments)


class OccasionFinder:
    """Finds the occasions of one article's candidates, which it wants in text order."""

    def __init__(self, context: Context) -> None:
        words = context.language.venues
        self._context = context
        self._view = context.view
        self._words = words
        self._index = context.index
        self._paragraphs = _numbered(context.view)
        self._token_starts = [t.start for t in context.view.tokens]
        lines = context.document.datelines
        told, vague = times_and_vague(context.document.text, context.document.published)
        named = listed_titles(context.view, words.programmes)
        inside = {t.start for title in named for t in title.words}
        times = [
            time
            for time in told
            if context.index.stretch_at(time.start) is None  # “This Week” is a title, or content
            and time.start not in inside
            and not any(line.start <= time.start < line.end for line in lines[:1])
        ]
        surroundings = Surroundings(
            [*titles(context.view, context.stretches), *named],
            self._place(lines[0]) if lines else [],
            [bounds for bounds in vague if context.index.stretch_at(bounds[0]) is None],
        )
        self._clauses = ClauseReader(context.view, words, times, surroundings)

    def find(
        self,
        candidates: Sequence[Candidate],
        speakers: list[str | None],
        governments: Sequence[str | None] = (),
    ) -> list[Occasion]:
        """Return the occasion of each candidate.

        Args:
            candidates: those of the article, in text order.
            speakers: the name resolved for each.
            governments: for each, the code of the country whose government speaks; may be left
                out, and then no organ shares the day of its government.
        """
        names = _one_name_each(speakers)
        tellings = [
            self._quotation(candidate, name)
            for candidate, name in zip(candidates, names, strict=True)
        ]
        heard = [Heard(t.at, t.speaker) for t in tellings if t.speaker is not None]
        scenes = SceneReader(self._view, self._context.language, self._clauses, heard)
        everything = sorted([*tellings, *self._scenes(scenes, candidates)], key=order)
        Timeline(everything).run()
        share_stage(everything, self._words)
        codes = {n: c for n, c in zip(names, governments, strict=False) if n and c}
        share_days(tellings, codes, self._context.language.countries)
        return [occasion_of(telling) for telling in tellings]

    def _quotation(self, candidate: Candidate, speaker: str | None) -> Telling:
        first = min((t.i for t in candidate.cue), default=self._token_at(candidate.start))
        time: TimeFound | None = None
        settings = [] if candidate.cue else self._clauses.of_label(candidate)
        if candidate.cue:
            time, settings = self._clauses.of_cue(candidate)
        telling = self._telling(speaker, first, time, settings)
        telling.tense = tense_of(candidate)
        telling.is_vague = time is None and self._clauses.is_vague(candidate)
        telling.is_written = candidate.sense.mode == "writing"
        telling.is_thought = candidate.sense.mode == "thought"
        telling.voice = self._voice(candidate.source)
        telling.is_participle = is_participle(candidate)
        telling.content = self._lemmas(candidate)
        telling.is_reply = any(t.lemma in self._words.replying for t in candidate.cue)
        telling.is_label = not candidate.cue or candidate.cue[0].text == ":"
        return telling

    def _lemmas(self, candidate: Candidate) -> frozenset[str]:
        """Return the lemmas of the words with a meaning of their own that are said."""
        words = (t for bounds in candidate.content for t in self._index.between(*bounds))
        return frozenset(t.lemma for t in words if t.pos in _MEANING)

    def _voice(self, source: Sequence[Token]) -> Voice:
        """Return whether a person or those who listen are heard: "the crowd", "supporters"."""
        if not source:
            return "other"
        head = head_of(source)
        if head.lemma in self._words.hearing:
            return "audience"
        return "person" if head.entity == "PERSON" or head.is_a("person_subject") else "other"

    def _scenes(self, reader: SceneReader, candidates: Sequence[Candidate]) -> list[Telling]:
        quoted = {t.i for c in candidates for t in c.cue}
        for candidate in candidates:
            for start, end in candidate.content:
                quoted.update(range(self._token_at(start), self._token_at(end - 1) + 1))
        found = []
        for scene in reader.read(quoted):
            telling = self._telling(scene.speaker, scene.at.i, scene.time, scene.settings)
            telling.is_scene, telling.is_weak = True, scene.is_weak
            found.append(telling)
        return found

    def _telling(
        self, speaker: str | None, at: int, time: TimeFound | None, settings: list[Setting]
    ) -> Telling:
        token = self._view.tokens[at]
        settings = [s for s in settings if not self._is_speaker(s, speaker)]
        places = [s for s in settings if s.kind == "place"]
        return Telling(
            speaker=speaker,
            at=at,
            sentence=token.sentence,
            paragraph=self._paragraphs[self._view.paragraph(token)],
            own=Occasion(
                self._date(time) if time is not None else None,
                tuple(self._venue(setting) for setting in settings),
            ),
            known=frozenset(n for n, s in enumerate(settings) if s.is_known),
            heads={n: s.words[-1].lemma for n, s in enumerate(settings) if s.kind != "place"},
            cities=frozenset(t.lower for s in places for t in s.words if t.entity == "GPE"),
        )

    def _is_speaker(self, setting: Setting, speaker: str | None) -> bool:
        """Whether a place is the speaker itself, "a statement from Moscow" that of Moscow."""
        words = " ".join(t.text for t in setting.words)
        return setting.kind == "place" and speaker is not None and _is_name(words, speaker)

    def _token_at(self, offset: int) -> int:
        return max(bisect_right(self._token_starts, offset) - 1, 0)

    def _place(self, line: Dateline) -> list[Token]:
        first, last = self._token_at(line.start), self._token_at(line.place_end - 1)
        return self._view.tokens[first : last + 1]

    def _date(self, time: TimeFound) -> SpeechDate:
        evidence = Span.of(self._view.text, time.start, time.end)
        return SpeechDate(from_=time.days[0], to=time.days[1], evidence=evidence, scope="explicit")

    def _venue(self, setting: Setting) -> Venue:
        span = Span.of(self._view.text, setting.words[0].start, setting.words[-1].end)
        return Venue(kind=setting.kind, span=span, scope="explicit")


def _numbered(view: View) -> list[int]:
    """Return a number for each paragraph that leaves out what is no prose: "FULL TEXT", a name."""
    prose: set[int] = set()
    for sentence in view.sentences:
        words = view.tokens[sentence.first : sentence.last]
        if len(words) > _SHORT or any(is_verb(t) for t in words):
            prose.add(sentence.paragraph)
    numbers, number = [], -1
    for paragraph in range(len(view.paragraphs)):
        number += paragraph in prose or number < 0
        numbers.append(number)
    return numbers


def _is_name(words: str, name: str) -> bool:
    return name_key(words) == name_key(name)


def _one_name_each(names: list[str | None]) -> list[str | None]:
    """Give "Roe" the name "Ada Roe", where that is the one who bears it most."""
    full: dict[str, str] = {}
    for name, _ in Counter(n for n in names if n is not None and " " in n).most_common():
        full.setdefault(name.split()[-1], name)
    return [full.get(name, name) if name is not None else None for name in names]
