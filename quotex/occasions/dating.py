"""Which of the days in a sentence is that of a cue.

A day dates a cue if it is among the words that modify the cue and does not belong to something
else: what somebody else said, a thing that is not a speech event ("February's sales"), a limit
("until Friday"), something still to come ("will close on June 30, blaming …"). A document is dated
by its publication: "the suit, filed in May, claims".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quotex.languages.word_lists import VenueWords
from quotex.occasions.days.acts import acts_before, modifiers_of_event, modifies, publication_verbs
from quotex.occasions.days.limits import follows_plan, is_limit, is_open
from quotex.occasions.days.times import MONTH, WEEK, FoundTime, is_within
from quotex.occasions.tense import is_future, tense_of
from quotex.occasions.venues.reader import VenueReader
from quotex.parse.grammar import NOUN_CLAUSES, SUBJECTS, is_verb
from quotex.parse.view import NOUNS, PLACES, Token, View, position
from quotex.quotations.candidate import Bounds, Candidate, inside

_NAMES = frozenset({"ORG", "WORK_OF_ART", "PRODUCT", "PERSON"})
_NOUN_MODIFIERS = frozenset({"amod", "compound", "nmod", "nummod", "poss"})
_PREPOSITIONS = frozenset({"ADP", "SCONJ"})


class DayReader:
    """Finds the time that dates a cue or a noun.

    ``times`` are the article's, in text order; ``contents`` are the spans of all contents.
    """

    def __init__(
        self,
        view: View,
        times: list[FoundTime],
        words: VenueWords,
        venues: VenueReader,
        contents: Iterable[Bounds],
    ) -> None:
        self._view = view
        self._times = times
        self._starts = [time.start for time in times]
        self._words = words
        self._venues = venues
        self._holders = self._contents_around(contents)

    def day_of_cue(
        self,
        verb: Token,
        around: Sequence[Token],
        candidate: Candidate,
        content: Sequence[Bounds],
    ) -> FoundTime | None:
        """Return the day of a candidate's cue.

        Args:
            verb: the verb that heads the cue.
            around: the words that modify it.
            candidate: the candidate whose cue it is.
            content: what was said; empty if its end modifies the cue.
        """
        own = candidate.content
        beside = [t for t in around if any(a is verb for a in (t, *t.ancestors()))]
        if verb.dep == "prep":  # "in May, according to Roe, sales fell" says when they fell
            around = beside
        return (
            self._day_of_clause(beside, verb, candidate)
            or self._day_of_clause(around, verb, candidate)
            or self._counted_day(verb, content)
            or self.day_from_words(modifiers_of_event(verb, self._venues.is_dated), verb, own)
            or self._day_before_when(verb)
            or self._day_of_document(verb, candidate.source, around, own)
            or self.day_of_act(verb, own)
        )

    def _day_of_clause(
        self, around: Sequence[Token], verb: Token, candidate: Candidate
    ) -> FoundTime | None:
        """Return the time of a cue's own clause, of one in the present no more than a week.

        "This year she expects growth" does not say when she does; "the report of March says" does.
        """
        found = self.day_from_words(around, verb, candidate.content)
        if found is None or found.length <= WEEK:
            return found
        is_its = any(t.start <= found.start < t.end for t in candidate.source)
        return found if is_its or tense_of(candidate) != "present" else None

    def day_from_words(
        self, around: Sequence[Token], verb: Token, content: Sequence[Bounds] = ()
    ) -> FoundTime | None:
        """Return the first time among ``around`` that dates the clause of ``verb``.

        From then on the time is not part of this content, so it may also date another clause.
        """
        if not around:
            return None
        dating = (
            time
            for time in self._between(around[0].start, around[-1].end)
            if self._is_in_reach(time, verb, content)
            and self._dates_clause(time, verb, around, content)
        )
        first = next(dating, None)
        found = self._for_tense(first, verb) if first is not None else None
        if found is None:
            return None
        if not found.is_day:  # "earlier in the week, a day before the vote"
            found = next((t for t in dating if t.is_day and is_within(t, found)), found)
        self._release(found, content)  # "played down the plan on Monday, saying …"
        return found

    def _release(self, time: FoundTime, content: Sequence[Bounds]) -> None:
        if holders := self._holders.get(time.start):
            self._holders[time.start] = [bounds for bounds in holders if bounds not in content]

    def day_from_opening(
        self, opening: Sequence[Token], verb: Token, content: Sequence[Bounds]
    ) -> FoundTime | None:
        """Return the day that opens a sentence with a later cue, if it is at most a month.

        "In 2004, sales fell, sparking fears of …" does not say that the fears were of 2004.
        """
        time = self.day_from_words(opening, verb, content)
        return time if time is not None and time.length <= MONTH else None

    def is_time(self, word: Token) -> bool:
        """Whether a word is part of a time: "at 0800 UTC" is not a place."""
        number = bisect_right(self._starts, word.start) - 1
        return number >= 0 and word.start < self._times[number].end

    def _between(self, start: int, end: int) -> list[FoundTime]:
        return self._times[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _contents_around(self, contents: Iterable[Bounds]) -> dict[int, list[Bounds]]:
        """Return the contents that each time is inside, by the start of the time."""
        holders: dict[int, list[Bounds]] = defaultdict(list)
        for bounds in contents:
            for time in self._between(*bounds):
                holders[time.start].append(bounds)
        return holders

    def _is_in_reach(self, time: FoundTime, verb: Token, content: Sequence[Bounds]) -> bool:
        """Whether a time is inside no content other than this one or one that contains the cue."""
        return all(
            bounds in content or bounds[0] <= verb.start < bounds[1]
            for bounds in self._holders.get(time.start, ())
        )

    def _for_tense(self, time: FoundTime, verb: Token) -> FoundTime | None:
        """Return a time as it applies to a cue: words still to be said are of the coming day."""
        if not is_future(verb):
            return None if time.is_ahead else time
        if time.coming is not None:
            return replace(time, days=time.coming)
        return time

    def _dates_clause(
        self, time: FoundTime, verb: Token, around: Sequence[Token], content: Sequence[Bounds]
    ) -> bool:
        """Whether a time is among the words that modify a cue, and not bound to something else."""
        within = [t for t in around if time.start <= t.start < time.end]
        if not within:
            return False
        last = within[-1]
        if last.entity in _NAMES and not any(t.text[:1].isdigit() for t in within):
            return False
        if self._venues.is_outlet(last) or (time.is_ahead and not is_future(verb)):
            return False  # "USA Today"
        if time.is_counted_from_day:
            return True  # "the day before Friday's vote"
        between = [t for t in self._view.tokens[verb.i : last.i] if not inside(t, content)]
        if follows_plan(between, verb) or self._is_bound(within, verb, content):
            return False
        own = {t.i for t in within}
        top = next((t for t in [last, *last.ancestors()] if t.head.i not in own or t.is_root), last)
        if time.is_bare_year:
            return self._is_year_of(last)
        return self._is_free(top, is_day=time.is_day)

    def _is_free(self, top: Token, *, is_day: bool) -> bool:
        """Whether a time belongs to the clause, or to a noun that is an event or a document."""
        owned = top.head
        while owned.dep in {"compound", "nmod"} and owned.head.i > owned.i:
            owned = owned.head
        if top.dep not in _NOUN_MODIFIERS:
            return True
        if owned.pos not in NOUNS:
            return top.dep != "poss"  # "February's 9.1 million"
        if top.dep != "poss" and (owned.entity == "PERSON" or self._has_stray_preposition(top)):
            return True  # "yesterday Ada Roe said", "on Monday Roe said"
        if top.dep == "poss" and owned.pos == "PROPN" and owned.head.is_a("publication_lead"):
            return owned.entity not in PLACES  # "in last week's Echo"
        if owned.lemma in self._words.contests:
            return owned.head.lower in self._words.prepositions.after  # "after Sunday's win"
        if owned.lemma in self._words.measures:
            return is_day  # "Friday's figures", but "September's figures" are those of September
        return self._venues.is_dated(owned) or self._venues.is_outlet(owned)

    def _has_stray_preposition(self, top: Token) -> bool:
        """Whether a preposition without an object precedes the time, which was parsed wrongly."""
        first = min(top.subtree(), key=position)
        before = self._view.tokens[first.i - 1] if first.i else first
        return before.is_a("time_lead") and before.child("pobj") is None

    def _is_year_of(self, last: Token) -> bool:
        """Whether a year dates the clause, or the document or event beside it."""
        noun = last.head
        if last.dep == "pobj":
            return not noun.is_a("of") or self._venues.is_dated(noun.head)
        is_name = noun.pos == "PROPN" and noun.dep in SUBJECTS  # "the 1951 Convention"
        is_printed = noun.lemma in self._words.printed  # "a 2013 paper"
        return (self._venues.is_dated(noun) or is_printed) and not is_name

    def _is_bound(self, within: Sequence[Token], verb: Token, content: Sequence[Bounds]) -> bool:
        """Whether a time is a limit or the topic, or belongs to a verb that is still open."""
        is_nearest, own = True, {t.i for t in within}
        for above in within[-1].ancestors():
            if above is verb or inside(above, content):
                return False  # "said last year it would close"
            if above.i in own:
                continue
            if above.pos in _PREPOSITIONS:
                if is_limit(above, is_nearest=is_nearest) or (
                    is_nearest and self._follows_topic(above)
                ):
                    return True
                is_nearest = is_nearest and above.is_a("of") and above.head.entity == "DATE"
            elif is_verb(above):
                if is_open(above):
                    return True
                is_nearest = False
        return False

    def _follows_topic(self, preposition: Token) -> bool:
        """Whether a preposition follows what the words are about: "about the crash on Sunday"."""
        before = self._view.tokens[max(preposition.i - 1, 0)]
        return before.lemma in self._words.happenings and before.head.is_a("time_topic")

    def _counted_day(self, verb: Token, content: Sequence[Bounds]) -> FoundTime | None:
        """Return a day counted from an event: "two days after the storm hit on Sunday"."""
        words = {t.start: t for t in self._view.sentence(verb)}
        first = bisect_left(self._starts, min(words))
        last = bisect_right(self._starts, max(words))
        for time in self._times[first:last]:
            amount = words.get(time.start)
            if amount is None or not time.is_counted_from_day or inside(amount, content):
                continue
            clause = next((a for a in amount.ancestors() if a.dep == "advcl"), None)
            if clause is not None and clause.head is verb:
                return time
        return None

    def _day_before_when(self, verb: Token) -> FoundTime | None:
        """Return the day that a clause is about: "it began on Friday, when Roe told the Post"."""
        relative = next((c for c in verb.children if c.is_a("time_relative")), None)
        if relative is None:
            return None
        before = self._between(self._view.sentence(verb)[0].start, relative.start)
        gap = self._view.text[before[-1].end : relative.start] if before else ""
        return before[-1] if before and before[-1].is_day and gap.strip(", ") == "" else None

    def _day_of_document(
        self,
        verb: Token,
        source: Sequence[Token],
        around: Sequence[Token],
        content: Sequence[Bounds],
    ) -> FoundTime | None:
        """Return the day on which a quoted document was filed, issued or published."""
        speaking = {t.i for t in source}
        nouns = (t for t in source if t.pos == "NOUN")
        documents = [t for t in nouns if t.head.i not in speaking or t.is_root]
        prepositions = self._words.prepositions.medium
        objects = (t for t in around if t.dep == "pobj" and t.head.lower in prepositions)
        documents += [t for t in objects if self._venues.is_dated(t)]
        if verb.dep in NOUN_CLAUSES and self._venues.is_dated(verb.head):
            documents.append(verb.head)  # "a letter sent on Monday, which says"
        for document in documents:
            for publishing in publication_verbs(document, self._words):
                words = sorted((t for c in publishing.children for t in c.subtree()), key=position)
                beside = [t for t in words if t.i > publishing.i and not inside(t, content)]
                found = self.day_from_words(beside, publishing, content)
                if found is not None:
                    return found
        return None

    def day_of_act(self, verb: Token, content: Sequence[Bounds]) -> FoundTime | None:
        """Return the day of an act during which somebody spoke: "sentencing him on Monday, …"."""
        for act, words in acts_before(verb, self._words):
            found = self.day_from_words(words, act, content)
            if found is not None and found.is_day and modifies(found, words, act):
                return found
        return None
