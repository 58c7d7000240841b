"""What one clause states about when and where: the day of a verb, and the venues around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from quotex.languages.word_lists import VenueWords
from quotex.occasions.dating import DayReader
from quotex.occasions.days.times import FoundTime
from quotex.occasions.modifiers import Modifiers, opening_of, tail_of
from quotex.occasions.tense import tense_of
from quotex.occasions.venues.adverbs import is_here, scene_meant
from quotex.occasions.venues.mention import VenueMention
from quotex.occasions.venues.programmes import ProgrammeTitle, broadcaster
from quotex.occasions.venues.reader import VenueReader
from quotex.parse.grammar import is_verb
from quotex.parse.view import Token, View, position
from quotex.quotations.candidate import Bounds, Candidate, inside

_LABEL_MARKS = frozenset({":", "–", "—", "-", "--"})
_LONGEST_LABEL = 8  # tokens
_SUBORDINATE = frozenset({"relcl", "appos", "ccomp"})


class StatedOccasion(NamedTuple):
    """The day that a clause states, or None, and the venues."""

    time: FoundTime | None
    venues: list[VenueMention]


@dataclass(frozen=True, slots=True)
class ArticleClues:
    """What applies to all clauses of an article.

    Titles of programmes, the place that "here" refers to, vague times, the contents of all
    quotations, the numbers of the tokens of all cues, and the agency that the dateline names.
    """

    titles: list[ProgrammeTitle]
    here: list[Token]
    vague: list[Bounds] = field(default_factory=list)
    contents: list[Bounds] = field(default_factory=list)
    cues: frozenset[int] = frozenset()
    agency: str | None = None


class ClauseReader:
    """Reads the days and venues of clauses; ``times`` are those of the article, in text order."""

    def __init__(
        self, view: View, words: VenueWords, times: list[FoundTime], clues: ArticleClues
    ) -> None:
        self._view = view
        self._words = words
        self._times = times
        self._time_starts = [time.start for time in times]
        self._clues = clues
        self._vague_starts = [start for start, _ in clues.vague]
        self._titles_by_introducer: dict[int, list[ProgrammeTitle]] = {}
        for title in clues.titles:
            self._titles_by_introducer.setdefault(title.introducer.i, []).append(title)
        self.venues = VenueReader(words, clues.agency)
        self.days = DayReader(view, times, words, self.venues, clues.contents)

    def read_cue(self, candidate: Candidate) -> StatedOccasion:
        """Return the day and the venues stated in the sentence of a candidate's cue."""
        source, content = candidate.source, candidate.content
        verb = _main_verb(candidate.cue)
        around = self._modifiers(verb, candidate)
        tail = [
            token
            for token in tail_of(candidate, verb)
            if self._is_in_scene_phrase(token) and not self._modifies_noun(token, content)
        ]
        if tail:
            around, content = sorted([*around, *tail], key=position), ()
        venues = self._venues(verb, around, source, content)
        venues += self._named_in_cue(candidate.cue, venues)
        venues += self.venues_of_label(candidate) if verb.text in _LABEL_MARKS else []
        time = self.days.day_of_cue(verb, around, candidate, content)
        time = time or self._day_before(source, content)
        if (meant := self._scene_meant(around, source)) is not None:
            noun, there = meant
            time = time or self.read_noun(noun, is_free=True).time
            named = {v.words[-1].i for v in venues}
            return StatedOccasion(time, venues + [v for v in there if v.words[-1].i not in named])
        if time is None and not venues and verb.dep != "prep":
            opening = opening_of(self._view.sentence(verb), verb, content)
            time = self.days.day_from_opening(opening, verb, candidate.content)
            return StatedOccasion(time, self.venues.read(verb, opening, source))
        return StatedOccasion(time, venues)

    def _scene_meant(
        self, around: Sequence[Token], source: Sequence[Token]
    ) -> tuple[Token, list[VenueMention]] | None:
        spoken = {t.i for t in source}
        return scene_meant(self._view, [t for t in around if t.i not in spoken], self.venues)

    def _day_before(self, source: Sequence[Token], content: Sequence[Bounds]) -> FoundTime | None:
        """Return the day between the start of a sentence and its subject: "On 4 May Roe wrote".

        The parser may take both for one name.
        """
        first = self._view.sentence(source[0])[0] if source else None
        if first is None or inside(first, content):
            return None
        start = source[0].start
        number = bisect_left(self._time_starts, start) - 1
        time = self._times[number] if number >= 0 else None
        if time is None or not (time.is_day and first.end <= time.start and time.end <= start):
            return None
        before, after = self._view.text[first.end : time.start], self._view.text[time.end : start]
        is_on = first.lower in self._words.prepositions.day
        is_alone = is_on and not before.strip() and not after.strip(" ,")
        return time if is_alone else None

    def venues_of_label(self, candidate: Candidate) -> list[VenueMention]:
        """Return the venues between a name and the mark of its label: "Roe, on Twitter:"."""
        first = candidate.source[-1].i + 1 if candidate.source else len(self._view.tokens)
        words = self._view.tokens[first : first + _LONGEST_LABEL]
        mark = next((n for n, t in enumerate(words) if t.text in _LABEL_MARKS), 0)
        if not mark or words[0].text != "," or words[mark].start > candidate.end:
            return []
        return [v for t in words[:mark] for v in self.venues.venues_of_phrase(t)]

    def day_of_signature(self, candidate: Candidate) -> FoundTime | None:
        """Return the day after a name without a cue: "— Ada Roe (@adaroe) January 7, 2020"."""
        if not candidate.source:
            return None
        name = candidate.source[-1]
        end = self._view.paragraphs[self._view.paragraph(name)][1]
        begins = [start for start, _ in candidate.content if start >= name.end]
        first = bisect_left(self._time_starts, name.end)
        times = self._times[first : bisect_left(self._time_starts, min([end, *begins]))]
        return next((time for time in times if time.is_day and not time.is_ahead), None)

    def read_verb(self, verb: Token, subject: Sequence[Token]) -> StatedOccasion:
        """Return the day and the venues that a clause without a quotation states."""
        around = Modifiers(verb, self._words, (), {verb.i}, {t.i for t in subject}).tokens
        venues = self._venues(verb, around, subject, ())
        known = [v for v in venues if not v.is_source]
        time = self.days.day_from_words(around, verb) or self.days.day_of_act(verb, ())
        return StatedOccasion(time, known)

    def read_noun(self, noun: Token, *, is_free: bool) -> StatedOccasion:
        """Return the day and the venues stated for an event or a document.

        ``is_free``: read the whole sentence, not only the noun's own phrase.
        """
        words = self._view.sentence(noun) if is_free else noun.subtree()
        around = [
            t
            for t in words
            if t is noun or not any(_is_in_aside(a, noun) for a in [t, *t.ancestors()])
        ]
        return StatedOccasion(
            self.days.day_from_words(around, noun), self.venues.read(noun, around, ())
        )

    def is_vague(self, candidate: Candidate) -> bool:
        """Whether a cue is set in the past without a day: "the following week, Roe said".

        "Roe later said" is also of another occasion than what precedes it, and what Roe "has never
        said" is of none.
        """
        if not candidate.cue:
            return False
        if candidate.negated and tense_of(candidate) == "perfect":
            return True
        verb, source = _main_verb(candidate.cue), {t.i for t in candidate.source}
        if any(c.is_a("later") and not c.children for c in verb.children):
            return True
        if any(c.is_a("initial") for c in verb.children):
            return True  # "originally said"
        below = (t for c in verb.children for t in (c, *c.children))
        if any(t.entity == "ORDINAL" and self._view.tokens[t.i - 1].pos == "ADP" for t in below):
            return True  # "at first denied"
        around = self._modifiers(verb, candidate) if self._clues.vague else ()
        vague = (t for t in around if t.i not in source and self._is_vague_time(t))
        return any(not inside(t, self._clues.contents) for t in vague)

    def _modifiers(self, verb: Token, candidate: Candidate) -> list[Token]:
        cue, source = {t.i for t in candidate.cue}, {t.i for t in candidate.source}
        cues = self._clues.cues
        return Modifiers(verb, self._words, candidate.content, cue, source, cues).tokens

    def _is_vague_time(self, token: Token) -> bool:
        number = bisect_right(self._vague_starts, token.start) - 1
        return number >= 0 and token.start < self._clues.vague[number][1]

    def _venues(
        self,
        verb: Token,
        around: Sequence[Token],
        source: Sequence[Token],
        content: Sequence[Bounds],
    ) -> list[VenueMention]:
        venues = self.venues.read(verb, around, source)
        spoken = {t.i for t in source}
        for title in self._titles({t.i for t in around} - spoken, content):
            words = {t.i for t in title.words}
            venues = [v for v in venues if words.isdisjoint(t.i for t in v.words)]
            named = {t.i for v in venues for t in v.words}
            venues.append(VenueMention("medium", title.words))
            owners = broadcaster(title, self._words, self.venues.is_outlet)
            venues += [v for v in owners if v.words[-1].i not in named]
        venues = [v for v in venues if v.kind != "place" or not self.days.is_time(v.words[-1])]
        if self._clues.here and is_here([t for t in around if t.i not in spoken]):
            venues.append(VenueMention("place", self._clues.here))
        return venues

    def _titles(self, introducers: set[int], content: Sequence[Bounds]) -> list[ProgrammeTitle]:
        return [
            title
            for introducer in sorted(introducers & self._titles_by_introducer.keys())
            for title in self._titles_by_introducer[introducer]
            if not inside(title.words[0], content)
        ]

    def _named_in_cue(self, cue: Sequence[Token], venues: list[VenueMention]) -> list[VenueMention]:
        """Return the documents and events that a cue itself names: "issued a statement"."""
        named = {t.i for v in venues for t in v.words}
        nouns = [t for t in cue if t.dep in {"compound", "dobj"} and t.i not in named]
        found = [venue for noun in nouns for venue in self.venues.venues_of_noun(noun)]
        if any(t.is_a("document_verb") for t in cue):
            return [v for v in found if v.kind != "medium"]  # "made a statement"
        return found

    def _modifies_noun(self, token: Token, content: Sequence[Bounds]) -> bool:
        """Whether a day modifies a noun of the content: "confirmed the arrest on Monday of two"."""
        top = token
        while top.dep not in {"prep", "npadvmod"} and top.head is not top:
            top = top.head
        if token.entity != "DATE":
            return False
        if not self.venues.is_dated(top.head) and self._follows_infinitive(top, content):
            return True
        before = self._view.tokens[top.i - 1] if top.i else top
        if before.lemma in self._words.happenings and inside(before, content):
            return True
        last = max(t.i for t in top.subtree())
        after = next(iter(self._view.tokens[last + 1 : last + 2]), top)
        if after.dep == "mark" and inside(after, content):
            return True  # "echoed statements last week that the wall was safe"
        if top.dep == "npadvmod" and after.tag == "TO":
            return False  # "announced plans Monday to close the pier"
        if self._is_in_scene_phrase(after):
            return False  # "called it a lie on Monday on Radio Nine"
        above = next((t for t in after.ancestors() if t.i < top.i), top)
        return all(inside(t, content) for t in (after, above)) and above.pos == "NOUN"

    def _follows_infinitive(self, top: Token, content: Sequence[Bounds]) -> bool:
        """Whether a day may be when somebody should act: "urged the council to act on Friday"."""
        starts = [start for start, end in content if start <= top.start < end]
        start = max(starts, default=top.start)
        before = (t for t in self._view.sentence(top) if start <= t.start < top.start)
        return any(t.tag == "TO" and is_verb(t.head) for t in before)

    def _is_in_scene_phrase(self, token: Token) -> bool:
        """Whether a word is in a phrase like "in an interview", "on Monday" or "Monday"."""
        while token.dep not in {"prep", "npadvmod"}:
            if token.head is token or is_verb(token):
                return False
            token = token.head
        if token.dep == "prep" and self._is_scene_above(token.head):
            return True  # "at a rally in Oslo"
        if token.dep == "npadvmod":
            return token.entity == "DATE"
        noun = token.child("pobj")
        return noun is not None and self.venues.is_scene(token, noun)

    def _is_scene_above(self, noun: Token) -> bool:
        """Whether a noun is an occasion in a phrase that says where: "at a rally"."""
        is_object = noun.dep == "pobj" and noun.head.dep == "prep"
        return is_object and self.venues.is_dated(noun) and self.venues.is_scene(noun.head, noun)


def _is_in_aside(token: Token, noun: Token) -> bool:
    return token.dep in _SUBORDINATE and token.i > noun.i


def _main_verb(cue: Sequence[Token]) -> Token:
    """Return the verb that heads a cue, or its last word if it has no verb."""
    own = {t.i for t in cue}
    verbs = [t for t in cue if is_verb(t)]
    return next(
        (t for t in verbs if t.is_root or t.head.i not in own), verbs[-1] if verbs else cue[-1]
    )
