"""Who has a surname, a first name or a nickname, and who a short form of a name refers to."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from quotex.languages import Language
from quotex.languages.names import name_key
from quotex.parse.view import View
from quotex.speakers.names.cluster import Draft, Gender, Run, agree
from quotex.speakers.names.parts import given_name, person_parts, surname
from quotex.speakers.names.people import PersonFinder
from quotex.speakers.phrases import plain

_NICKNAME = re.compile(r"\s[\"“'‘](?P<nickname>[^\"“”‘’]+)[\"”'’]\s")


class Bearers:
    """The people of one article, looked up by the parts of their names.

    ``sources`` are the numbers of the tokens in sources: if two people with the same surname are
    named in one paragraph, a later short form more often refers to the one who speaks.
    """

    def __init__(
        self, view: View, language: Language, people: PersonFinder, sources: Collection[int]
    ) -> None:
        self._view = view
        self._words = language.speakers
        self._particles = language.names.particles
        self._people = people
        self._sources = sources
        self._by_surname: dict[str, list[Draft]] = {}
        self._by_given_name: dict[str, list[Draft]] = {}
        self._ambiguous_drafts: dict[tuple[str, Gender], Draft] = {}
        self._ambiguous: set[Run] = set()
        self._parts_of: dict[Run, list[str]] = {}

    def has_surname(self, key: str) -> bool:
        """Whether somebody has a surname."""
        return key in self._by_surname

    def shared_surnames(self) -> set[str]:
        """Return the surnames that several people share."""
        return {key for key, bearers in self._by_surname.items() if len(bearers) > 1}

    def has_given_name(self, key: str) -> bool:
        """Whether somebody has a first name."""
        return key in self._by_given_name

    def add(self, draft: Draft, run: Run) -> None:
        """Index a new person by the parts of the name at ``run``."""
        parts = self._parts(run)
        if run in self._ambiguous:  # it may be either, so only the same form refers to it
            self._ambiguous_drafts[surname(parts), self._people.honorific_gender(run[0])] = draft
            return
        whole = surname(parts)
        for key in {whole, whole.rpartition("-")[2]}:  # "Mr Lind" may be Peter Roe-Lind
            self._by_surname.setdefault(key, []).append(draft)
        for given in self._given_names(draft):
            self._by_given_name.setdefault(given, []).append(draft)

    def note(self, draft: Draft, run: Run) -> None:
        """Note what the text calls a person: a name with a title, or the bare surname."""
        if title := self._people.title(run[0]):
            draft.titles.add(title)
        elif surname(self._parts(run)) == self._surname_of(draft) and len(self._parts(run)) == 1:
            draft.bare.append(run)

    def _surname_of(self, draft: Draft) -> str:
        return surname(person_parts(draft.name.split(), self._words.name_suffixes))

    def bearer(self, run: Run) -> Draft | None:
        """Return who a name refers to, or None if it is somebody new or may be either of two."""
        parts = self._parts(run)
        bearers = self._by_surname.get(surname(parts), [])
        gender = self._people.honorific_gender(run[0])
        if len(parts) > 1:
            gender = gender or self.gender_of(given_name(parts))
            same = (d for d in bearers if self._may_be_named(d, given_name(parts), gender))
            text = name_key(self._text(run))
            return next(same, None) or self._only_one(text) or self._with_particles(bearers, text)
        if bearers:
            fitting = [d for d in bearers if agree(d.gender, gender)]
            chosen = self._choose(fitting, run, gender)
            if fitting and chosen is None:
                self._ambiguous.add(run)
                return self._ambiguous_drafts.get((surname(parts), gender))
            return chosen
        return self._only_one(name_key(self._text(run)))

    def _with_particles(self, bearers: Sequence[Draft], surname_text: str) -> Draft | None:
        """Return the one whose surname has several words: "De la Cruz" for "Luis de la Cruz"."""
        if surname_text.split()[0] not in self._particles:
            return None
        return next((d for d in bearers if name_key(d.name).endswith(f" {surname_text}")), None)

    def _only_one(self, given: str) -> Draft | None:
        """Return the only bearer of a first name or a nickname, or None if there are two."""
        found = self._by_given_name.get(given, [])
        return found[0] if len(found) == 1 else None

    def gender_of(self, given: str) -> Gender:
        """Return the gender that a first name shows, "" if it shows none."""
        if given in self._words.masculine_names:
            return "m"
        return "f" if given in self._words.feminine_names else ""

    def _may_be_named(self, draft: Draft, given: str, gender: Gender) -> bool:
        own = self._given_names(draft)
        if own:
            return given in own
        return agree(draft.gender, gender)

    def _given_names(self, draft: Draft) -> list[str]:
        """Return the first name and the nicknames of a person: "Tom “Big Tom” Ellery"."""
        parts = person_parts(draft.name.split(), self._words.name_suffixes)
        found = [given_name(parts)] if len(parts) > 1 else []
        nickname = _NICKNAME.search(draft.name)
        return [*found, name_key(nickname["nickname"])] if nickname else found

    def _choose(self, fitting: Sequence[Draft], run: Run, gender: Gender) -> Draft | None:
        """Return which of several bearers a surname refers to, or None if that is unclear."""
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        title = self._people.title(run[0])
        matching = [d for d in fitting if title and title in d.titles]
        matching = matching or [d for d in fitting if gender and d.gender == gender]
        if title and len(matching or fitting) > 1:  # people called only by surname have no title
            matching = [d for d in matching or fitting if not self._bare_before(d, run)]
        fitting = matching or fitting
        known = [d for d in fitting if any(r < run for r in d.runs)]
        if len(fitting) == 1 or not known:
            return min(fitting, key=lambda draft: draft.first)
        return self._nearest(known, run)

    def _nearest(self, known: Sequence[Draft], run: Run) -> Draft | None:
        """Return the one usually called by surname, or else the one named in a nearer paragraph."""
        usual = [d for d in known if self._bare_before(d, run)]
        if len(usual) == 1:
            return usual[0]
        paragraphs = [self._paragraph(self._last(d, run)) for d in known]
        near = [d for d, n in zip(known, paragraphs, strict=True) if n == max(paragraphs)]
        if len(near) == 1:
            return near[0]
        speaking = [d for d in near if self._last(d, run)[0] in self._sources]
        return speaking[0] if len(speaking) == 1 else None

    def _bare_before(self, draft: Draft, run: Run) -> bool:
        return any(r < run for r in draft.bare)

    def _last(self, draft: Draft, run: Run) -> Run:
        return max(r for r in draft.runs if r < run)

    def _paragraph(self, run: Run) -> int:
        return self._view.paragraph(self._view.tokens[run[0]])

    def _parts(self, run: Run) -> list[str]:
        if run not in self._parts_of:
            words = self._text(run).split()
            self._parts_of[run] = person_parts(words, self._words.name_suffixes)
        return self._parts_of[run]

    def _text(self, run: Run) -> str:
        return plain(self._view, self._view.tokens[run[0] : run[1]])
