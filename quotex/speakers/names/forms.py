"""Which of the forms in an article becomes the name: the fullest, not in capitals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection

from quotex.languages import Language
from quotex.parse.view import View
from quotex.speakers.names.cluster import Draft, Run
from quotex.speakers.names.parts import person_parts, without_capitals, without_stop
from quotex.speakers.names.people import PersonFinder
from quotex.speakers.phrases import plain

_AFTER_SIGNATURE = 3  # tokens that may hold a handle: "(@…"


class Forms:
    """Names the drafts of one article; forms in headlines, except for labels, count last."""

    def __init__(
        self,
        view: View,
        language: Language,
        people: PersonFinder,
        is_headline: Callable[[int], bool],
        labels: Collection[Run],
    ) -> None:
        self._view = view
        self._suffixes = language.speakers.name_suffixes
        self._peerage = language.names.peerage
        self._people = people
        self._is_headline = is_headline
        self._labels = labels

    def name(self, draft: Draft) -> str:
        """Return the name of a draft: the fullest form that the article has."""
        name = self._fullest(draft)
        if draft.label != "PERSON":
            return name
        return self._with_peerage(draft, without_capitals(without_stop(name)))

    def _with_peerage(self, draft: Draft, name: str) -> str:
        """Return "Lord Ellery" if there is only the title in place of a first name."""
        titles = [self._people.title_word(first) for first, _ in draft.runs]
        title = next((t for t in titles if t.lower() in self._peerage), "")
        return f"{title} {name}" if title and len(name.split()) == 1 else name

    def _fullest(self, draft: Draft) -> str:
        """Return the form with most parts; of several, the one used most, then the longest.

        Headlines and a signature before a handle count last.
        """
        if len(draft.runs) == 1:
            return self._text(draft.runs[0])
        tokens = self._view.tokens
        uses = Counter(self._text(run) for run in draft.runs)

        def rank(run: Run) -> tuple[bool, int, bool, int, int, int]:
            first, last = run
            after = "".join(t.text for t in tokens[last : last + _AFTER_SIGNATURE])
            is_headline = run not in self._labels and self._is_headline(first)
            is_aside = is_headline or after.startswith(("(@", "@"))
            words = self._text(run).split()
            is_person = draft.label == "PERSON"
            parts = min(len(person_parts(words, self._suffixes)), 2) if is_person else 1
            used = uses[self._text(run)] if parts > 1 else 0
            return is_aside, -parts, self._text(run).isupper(), -used, first - last, first

        return self._text(min(draft.runs, key=rank))

    def _text(self, run: Run) -> str:
        return plain(self._view, self._view.tokens[run[0] : run[1]])
