"""A language: the one object that knows what its words mean to quotex."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from quotex.languages.countries import Countries, countries
from quotex.languages.cue_files import load_lexicon
from quotex.languages.data import DEFAULT_LANGUAGE, read_data
from quotex.languages.furniture import FurnitureRules, furniture_rules
from quotex.languages.lexicon import Lexicon
from quotex.languages.patterns import Patterns, patterns
from quotex.languages.word_classes import WordClasses, word_classes
from quotex.languages.word_lists import (
    NameWords,
    SpeakerWords,
    VenueWords,
    attribution_words,
    name_words,
)


class Language:
    """Everything that depends on the language of an article; each part is read on first use.

    Args:
        code: the ISO 639-1 code; quotex has "en".
        cues: TOML files of the user's own cues, each overriding the ones before it.
    """

    def __init__(
        self, code: str = DEFAULT_LANGUAGE, cues: str | Path | Iterable[str | Path] = ()
    ) -> None:
        self.code = code
        self._cues = (cues,) if isinstance(cues, (str, Path)) else tuple(cues)

    def __repr__(self) -> str:
        return f"Language({self.code!r})"

    def check(self) -> None:
        """Read the lexicon now, so that a faulty file is reported before any article is read.

        Raises:
            LexiconError: there is no such language, or a file does not have the documented form.
        """
        _ = self.lexicon

    @cached_property
    def lexicon(self) -> Lexicon:
        """Which words attribute, and how.

        Raises:
            LexiconError: there is no such language, or a file does not have the documented form.
        """
        return load_lexicon(self.code, self._cues)

    @cached_property
    def classes(self) -> WordClasses:
        """Function words by what they do."""
        return word_classes(self.code)

    @cached_property
    def speakers(self) -> SpeakerWords:
        """Nouns by the kind of speaker that they denote, titles and first names."""
        return attribution_words(self.code).speaker

    @cached_property
    def names(self) -> NameWords:
        """What comes before and after the names of people and firms."""
        return name_words(self.code)

    @cached_property
    def venues(self) -> VenueWords:
        """Nouns by kind of venue, and the prepositions that introduce one."""
        return attribution_words(self.code).venue

    @cached_property
    def countries(self) -> Countries:
        """The countries, by their names, seats of government and adjectives."""
        return countries(self.code)

    @cached_property
    def furniture(self) -> FurnitureRules:
        """What page furniture looks like."""
        return furniture_rules(self.code)

    @cached_property
    def patterns(self) -> Patterns:
        """Regular expressions over the text."""
        return patterns(self.code)

    @cached_property
    def deeds(self) -> frozenset[tuple[str, str]]:
        """Pairs of lemmas: a verb of saying, and an object or goal that makes it a deed."""
        data = read_data(self.code, "deeds")
        tables = (data["objects"], data["goals"])
        return frozenset((verb, noun) for table in tables for verb in table for noun in table[verb])

    @cached_property
    def acts(self) -> frozenset[str]:
        """Lemmas of verbs, with their particles, that do something to what others have said."""
        return frozenset(read_data(self.code, "deeds")["acts"]["verbs"])

    @cached_property
    def page_labels(self) -> frozenset[str]:
        """Labels, in lower case, that name a part of a page or notice, not a speaker."""
        return frozenset(read_data(self.code, "labels")["no_speakers"])

    @cached_property
    def never_sources(self) -> frozenset[str]:
        """Labels, in lower case, that never name a speaker, wherever they appear."""
        return frozenset(read_data(self.code, "labels")["never_sources"])

    @cached_property
    def nameless_labels(self) -> frozenset[str]:
        """Words, in lower case, of speaker labels that contain no name."""
        return frozenset(read_data(self.code, "labels")["no_names"])

    @cached_property
    def inscriptions(self) -> frozenset[str]:
        """Nouns, in lower case, for things with a few words on them, such as signs."""
        return frozenset(read_data(self.code, "labels")["inscriptions"])

    @cached_property
    def label_titles(self) -> frozenset[str]:
        """What may come before a name in a label, in lower case."""
        return frozenset(read_data(self.code, "labels")["titles"]) | self.speakers.honorifics
