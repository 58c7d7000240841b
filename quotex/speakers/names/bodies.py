"""Which organization a variant of its name refers to: initials, some words, another order."""

from __future__ import annotations

from collections.abc import Iterable

from quotex.languages import Language
from quotex.languages.names import name_key
from quotex.speakers.names.cluster import Draft
from quotex.speakers.names.parts import acronyms, noun_last

_MIN_ACRONYM = 3  # letters, if no recogniser says that it is a name


class Bodies:
    """The organizations of one article, looked up by short forms of their names."""

    def __init__(self, language: Language) -> None:
        self._small_words = language.classes.words("headline_small")
        self._firm_words = language.names.firm_words | language.names.firm_endings
        self._place = language.countries.place
        self._words = language.speakers
        self._by_first_words: dict[str, list[Draft]] = {}
        self._by_last_words: dict[str, list[Draft]] = {}
        self._by_noun_last: dict[str, list[Draft]] = {}
        self._by_acronym: dict[str, Draft] = {}
        self._firms: set[str] = set()

    def expect(self, names: Iterable[str]) -> None:
        """Note the names of organizations that will be added later."""
        for name in names:
            self._firms.update(self._first_words(name))

    def add(self, draft: Draft) -> None:
        """Index a new organization by the parts of its name."""
        for acronym in acronyms(draft.name, self._small_words):
            self._by_acronym.setdefault(acronym, draft)
        for first_words in self._first_words(draft.name):
            self._by_first_words.setdefault(first_words, []).append(draft)
        words = name_key(draft.name).split(" ")
        for start in range(1, len(words)):
            self._by_last_words.setdefault(" ".join(words[start:]), []).append(draft)
        words = self._noun_last_key(draft.name).split(" ")
        for start in range(len(words) - 1):
            self._by_noun_last.setdefault(" ".join(words[start:]), []).append(draft)

    def is_firm(self, key: str) -> bool:
        """Whether a firm in the article may go by a name: "Lund" for "Lund Motor Company"."""
        return key in self._firms

    def is_acronym(self, text: str) -> bool:
        """Whether a word in capitals is an acronym of an organization in the article."""
        return len(text) >= _MIN_ACRONYM and text in self._by_acronym

    def long_form(self, text: str) -> Draft | None:
        """Return the organization that a short form refers to, or None if two would fit."""
        key = name_key(text)
        if text.isupper() and len(text.split()) == 1 and text in self._by_acronym:
            return self._by_acronym[text]
        longer = self._by_last_words.get(key, [])
        if text.isupper() and len(text.split()) == 1:
            longer = []
        longer = longer or self._by_first_words.get(key, [])
        longer = longer or self._by_noun_last.get(self._noun_last_key(text), [])
        return longer[0] if len(longer) == 1 else None

    def _noun_last_key(self, name: str) -> str:
        """Return the key of "Transport Ministry" for "Ministry of Transport", "" for other kinds.

        "Foreign Ministry" and "Ministry of Foreign Affairs" have the same key, too.
        """
        words = self._words
        reordered = noun_last(name_key(name), words.name_links, words.article).split()
        if len(reordered) < 2 or reordered[-1] not in words.government:
            return ""
        return " ".join(word for word in reordered if word not in words.name_fillers)

    def _first_words(self, name: str) -> list[str]:
        """Return the short forms of a firm's name: "Lund" and "Lund Motor" for the company's."""
        words = name_key(name).split(" ")
        if len(words) < 2 or words[-1] not in self._firm_words:
            return []
        found = [" ".join(words[:end]) for end in range(1, len(words))]
        return [form for form in found if self._place(form) is None]
