"""Finds the names in an article, and groups those of one person, place or organization."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quotex.languages import Language
from quotex.languages.names import name_key
from quotex.parse.view import NOUNS, Entity, Token, View
from quotex.speakers.names.bearers import Bearers
from quotex.speakers.names.bodies import Bodies
from quotex.speakers.names.called import CalledByLastWord
from quotex.speakers.names.cluster import Cluster, Draft, Gender, Run
from quotex.speakers.names.forms import Forms
from quotex.speakers.names.headlines import headlines
from quotex.speakers.names.mended import mended
from quotex.speakers.names.misread import Misread, trimmed
from quotex.speakers.names.missed_first_names import MissedFirstNames
from quotex.speakers.names.names import Names
from quotex.speakers.names.parts import given_name, person_parts, surname
from quotex.speakers.names.people import NAMED, PersonFinder
from quotex.speakers.names.titled import TitledNames
from quotex.speakers.phrases import plain

_LONGEST_REPEAT = 5  # tokens


def find_names(
    view: View,
    language: Language,
    sources: Iterable[Sequence[Token]],
    labels: Iterable[Sequence[Token]] = (),
) -> Names:
    """Return the names in an article; ``sources`` show people whom the recogniser missed.

    There are three passes: first, what the recogniser finds in running text, the longest names
    first, so that a surname finds its person ("John Kerry", "Mr. Kerry" and "Kerry" are one); then
    missed words that repeat a name; last, the headlines, whose capitals mislead the recogniser.
    ``labels``, those of a transcript's turns, take precedence over what it finds.
    """
    sources = list(sources)
    return _Builder(view, language, sources).build(sources, labels)


class _Builder:
    def __init__(self, view: View, language: Language, sources: Iterable[Sequence[Token]]) -> None:
        self._view = view
        self._language = language
        self._words = language.speakers
        self._place = language.countries.place
        self._people = PersonFinder(view, language)
        self._misread = Misread(view, language)
        self._headlines = headlines(view)
        spoken = {token.i for source in sources for token in source}
        self._bearers = Bearers(view, language, self._people, spoken)
        called = CalledByLastWord(view, language, self._headlines, spoken)
        self._called = called.runs()
        self._titled = list(TitledNames(view, language, self._headlines).runs())
        self._missed_first_names = list(MissedFirstNames(view, language, self._headlines).runs())
        self._drafts: list[Draft] = []
        self._covered: set[int] = set()
        self._by_key: dict[str, Draft] = {}
        self._bodies = Bodies(language)
        self._in_labels: set[Run] = set()

    def build(self, sources: Iterable[Sequence[Token]], labels: Iterable[Sequence[Token]]) -> Names:
        entities = self._entities()
        self._bodies.expect(self._text(e.first, e.last) for e in entities if e.label == "ORG")
        in_text = [e for e in entities if not self._is_headline(e.first)]
        in_headlines = [e for e in entities if self._is_headline(e.first)]
        named = self._labelled(labels, in_text)
        self._in_labels.update(named)
        self._add_labels(run for run in named if len(self._parts(*run)) > 1)
        extra: list[Run | None] = [*self._titled, *self._called, *self._missed_first_names]
        for source in sources:
            extra.append(self._people.missed_person(source))
            extra += self._people.missed_appositions(source)
        self._add_people(in_text, extra)
        self._add_labels(named)
        self._add_others(in_text)
        self._add_repeats()
        self._add_people(in_headlines, [])
        self._add_others(in_headlines)
        forms = Forms(self._view, self._language, self._people, self._is_headline, self._in_labels)
        return Names(
            self._view,
            [
                Cluster(number, forms.name(d), d.label, tuple(sorted(d.runs)), d.gender)
                for number, d in enumerate(self._drafts)
            ],
        )

    def _entities(self) -> list[Entity]:
        """Return the names that the recogniser finds, except those better found by a title."""
        people, misread = self._people, self._misread
        titled = {i for run in self._titled for i in range(*run)}
        found = mended(self._view, self._language)
        named = (e for e in found if e.label in NAMED or misread.is_person(e))
        return [
            misread.corrected(e)
            for e in named
            if not people.is_pair(e)
            and not misread.is_not_a_name(e)
            and titled.isdisjoint(range(e.first, e.last))
        ]

    def _is_headline(self, i: int) -> bool:
        return self._view.tokens[i].sentence in self._headlines

    def _text(self, first: int, last: int) -> str:
        return plain(self._view, self._view.tokens[first:last])

    def _parts(self, first: int, last: int) -> list[str]:
        return person_parts(self._text(first, last).split(), self._words.name_suffixes)

    def _labelled(self, labels: Iterable[Sequence[Token]], entities: Iterable[Entity]) -> list[Run]:
        """Return the names in labels, the longest first.

        One that is an organization in the text is left out, unless its last word is a label, too.
        """
        others = {name_key(self._text(e.first, e.last)) for e in entities if e.label == "ORG"}
        found = {self._people.labelled(label) for label in labels}
        named = sorted((run for run in found if run is not None), key=_longest_first)
        single_words = {name_key(self._text(*run)) for run in named if run[1] - run[0] == 1}
        keys = {run: name_key(self._text(*run)) for run in named}
        return [
            run for run in named if keys[run] not in others or keys[run].split()[-1] in single_words
        ]

    def _add_labels(self, named: Iterable[Run]) -> None:
        """Add full names, and single words that have a title or are somebody's surname."""
        for run in named:
            parts = self._parts(*run)
            is_known = self._bearers.has_surname(surname(parts))
            if len(parts) > 1 or self._people.has_title(run[0]) or is_known:
                self._add(run, "PERSON")

    def _add_people(self, entities: Iterable[Entity], extra: Iterable[Run | None]) -> None:
        people, entities = self._people, list(entities)
        found = [people.trimmed_person(e.first, e.last) for e in entities if people.is_person(e)]
        found += extra
        runs = sorted({run for run in found if run is not None}, key=_longest_first)
        is_full = {run: len(self._parts(*run)) > 1 for run in runs}
        for run in runs:
            if is_full[run]:
                self._add(run, "PERSON")
        short = [run for run in runs if not is_full[run]]
        short += [*self._short_others(entities), *self._shared_surnames()]
        short = list(dict.fromkeys(short))
        for run in sorted(short, key=self._short_name_order):
            self._add(run, "GPE" if self._is_place(*run) else "PERSON")

    def _shared_surnames(self) -> Iterator[Run]:
        """Yield the runs of shared surnames; who they refer to depends on the text before them."""
        shared = self._bearers.shared_surnames()
        for token in self._view.tokens if shared else ():
            if not token.text[0].isupper() or token.i in self._covered:
                continue
            is_shared = name_key(token.text) in shared and not self._is_headline(token.i)
            if is_shared and self._repeat_until(token.i) == token.i + 1:
                yield token.i, token.i + 1

    def _short_name_order(self, run: Run) -> tuple[bool, Run]:
        """Return a sort key: titles first, as they show the gender of those without a full name."""
        shows_gender = self._people.honorific_gender(run[0]) and not self._is_known_surname(*run)
        return not shows_gender, run

    def _is_known_surname(self, first: int, last: int) -> bool:
        return self._bearers.has_surname(name_key(self._text(first, last)))

    def _short_others(self, entities: Iterable[Entity]) -> Iterator[Run]:
        """Yield surnames that the recogniser takes for something other than a person."""
        for entity in entities:
            run = trimmed(self._view, entity.first, entity.last)
            if _crosses_sentence_end(self._view.tokens[run[0] : run[1]]):
                run = (run[1] - 1, run[1])
            is_other = run[1] - run[0] == 1 and not self._people.is_person(entity)
            key = name_key(self._text(*run))
            is_firm = entity.label == "ORG" and self._bodies.is_firm(key)
            if is_other and self._bearers.has_surname(key) and not is_firm:
                yield run

    def _is_place(self, first: int, last: int) -> bool:
        """Whether "Berlin", taken for a person, is a country or its capital, and nobody's name."""
        if last - first > 1 or self._people.has_honorific(first):
            return False
        key = name_key(self._text(first, last))
        is_somebodys_name = self._bearers.has_surname(key) or self._bearers.has_given_name(key)
        return not is_somebodys_name and self._place(key) is not None

    def _add_others(self, entities: Iterable[Entity]) -> None:
        runs = [
            (self._misread.body(e.first, e.last), e.label)
            for e in entities
            if not self._people.is_person(e)
        ]
        for run, label in sorted(runs, key=lambda found: _longest_first(found[0])):
            self._add(run, label)

    def _add_repeats(self) -> None:
        """Add the words of running text and headlines that repeat a name found elsewhere."""
        reached = 0
        for i, token in enumerate(self._view.tokens):
            if i < reached or not token.text[0].isupper() or i in self._covered:
                continue
            last = self._repeat_until(i)
            if last is not None:
                self._add((i, last), "")
                reached = last

    def _repeat_until(self, i: int) -> int | None:
        """Return where a known name that starts at token ``i`` ends, None if none does."""
        tokens = self._view.tokens
        token = tokens[i]
        if not token.text[:1].isupper() or token.is_a("definite_article"):
            return None
        if i and self._extends_neighbour(i - 1):
            return None
        longest = min(i + _LONGEST_REPEAT, len(tokens))
        free = next((j for j in range(i, longest) if j in self._covered), longest)
        for last in range(free, i, -1):
            if name_key(self._text(i, last)) in self._by_key and not self._extends_neighbour(last):
                return last
        if self._bodies.is_acronym(token.text) and not self._is_headline(i):
            return i + 1
        is_common = any(c.dep in {"det", "amod", "poss"} for c in token.children)
        is_free = token.pos in NOUNS and not (self._extends_neighbour(i + 1) or is_common)
        return i + 1 if is_free and self._bearers.has_surname(name_key(token.text)) else None

    def _extends_neighbour(self, i: int) -> bool:
        """Whether token ``i`` is a capitalised word that makes its neighbour's name longer."""
        if i >= len(self._view.tokens) or self._is_headline(i) or i in self._covered:
            return False
        token = self._view.tokens[i]
        return token.pos == "PROPN" and token.lower not in self._words.honorifics

    def _add(self, run: Run, label: str) -> None:
        """Add a run to its draft or to a new one, unless it overlaps another run."""
        first, last = run
        if any(i in self._covered for i in range(first, last)):
            return
        draft = self._known_draft(run, label)
        if draft is None:
            label = label or "PERSON"  # the surname of another bearer
            draft = Draft(self._text(first, last), label, run)
            self._drafts.append(draft)
            self._index(draft, run)
        if len(self._view.tokens[first].text) > 1 or last - first > 1:
            self._by_key.setdefault(name_key(self._text(first, last)), draft)
        draft.runs.append(run)
        draft.first = min(draft.first, run)
        self._covered.update(range(first, last))
        draft.gender = self._gender(draft, first) or draft.gender
        if draft.label == "PERSON":
            self._bearers.note(draft, run)

    def _index(self, draft: Draft, run: Run) -> None:
        """Index a new draft by the parts of its name."""
        if draft.label == "PERSON":
            self._bearers.add(draft, run)
        elif draft.label == "ORG":
            self._bodies.add(draft)

    def _known_draft(self, run: Run, label: str) -> Draft | None:
        if label == "PERSON":
            return self._bearers.bearer(run)
        key = name_key(self._text(*run))
        exact = self._by_key.get(key)
        is_short = run[1] - run[0] == 1
        if label == "ORG" and is_short and self._bodies.is_firm(key):
            return self._bodies.long_form(self._text(*run)) or exact
        is_surname = is_short and self._bearers.has_surname(key)
        if is_surname and (exact is None or exact.label == "PERSON"):
            return self._bearers.bearer(run)
        is_body = label in {"ORG", ""} and self._view.tokens[run[1] - 1].tag != "NNPS"
        if exact is not None or not is_body:  # "Republicans" are many, not one club
            return exact
        return self._bodies.long_form(self._text(*run))

    def _gender(self, draft: Draft, first: int) -> Gender:
        """Return the gender that an honorific shows, or else the given name."""
        if gender := self._people.honorific_gender(first):
            return gender
        parts = person_parts(draft.name.split(), self._words.name_suffixes)
        given = given_name(parts) if draft.label == "PERSON" else ""
        return draft.gender or self._bearers.gender_of(given)


def _crosses_sentence_end(words: Sequence[Token]) -> bool:
    """Whether an abbreviation ends a sentence before a name: "in the U.S. Jobs said"."""
    return len(words) == 2 and words[0].text.endswith(".") and words[0].text.count(".") > 1


def _longest_first(run: Run) -> Run:
    return run[0] - run[1], run[0]
