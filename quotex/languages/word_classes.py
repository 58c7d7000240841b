"""Words by what they do for the rules: "not" negates, "who" is a relative pronoun.

A token has the classes of its form and of its lemma, so a rule asks what a word does and never
names a word of a particular language.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, model_validator

from quotex.languages.data import read_data

WordClass = Literal[
    "act",
    "advising",
    "agent_preposition",
    "amount",
    "answering",
    "any_preposition",
    "anybody",
    "appearing",
    "arriving",
    "aside_relative",
    "asking",
    "auxiliary_verb",
    "away",
    "beside",
    "both",
    "busy",
    "claimant_preposition",
    "claiming",
    "clause_mark",
    "clause_opener",
    "collective",
    "company_preposition",
    "comparison",
    "complement_preposition",
    "complementizer",
    "contracted_auxiliary",
    "contrast",
    "copula",
    "country_preposition",
    "dated_name",
    "definite",
    "definite_article",
    "definite_of_role",
    "displaying",
    "distributive",
    "document_verb",
    "domestic",
    "duty_verb",
    "enquiry",
    "event_day",
    "evident",
    "feminine_pronoun",
    "first_person",
    "first_person_alone",
    "first_person_many",
    "flanking",
    "focus",
    "former",
    "free_relative",
    "future_auxiliary",
    "genitive",
    "grant",
    "granting",
    "group_word",
    "habit",
    "headline_small",
    "hearsay",
    "here",
    "holding",
    "host_preposition",
    "inclusion",
    "indefinite_article",
    "infinitive_marker",
    "initial",
    "interrupting",
    "issuer_preposition",
    "journalist",
    "knowing",
    "known_determiner",
    "later",
    "law",
    "leading_determiner",
    "listening",
    "listening_body",
    "make",
    "manner_relative",
    "masculine_pronoun",
    "means_preposition",
    "meanwhile",
    "measure_preposition",
    "meeting",
    "modal",
    "name_noun",
    "name_small",
    "naming",
    "naming_as",
    "negation",
    "negative_conjunction",
    "negative_noun",
    "neuter_pronoun",
    "next",
    "nobody",
    "obliging",
    "occasion_lead",
    "of",
    "old",
    "one_of_several",
    "ordering",
    "organ_link",
    "origin",
    "own",
    "owner_pronoun",
    "particle",
    "past_auxiliary",
    "past_modal",
    "perceiving",
    "perfect_auxiliary",
    "performing",
    "permitting",
    "person_pronoun",
    "person_relative",
    "person_subject",
    "personal_pronoun",
    "place_relative",
    "planning",
    "plural_pronoun",
    "plural_subject",
    "plural_talk",
    "possessive_ending",
    "present_auxiliary",
    "presenting",
    "print_preposition",
    "prior",
    "programme",
    "publication_lead",
    "publicising",
    "quoting",
    "reason_preposition",
    "reassuring",
    "receiving",
    "recurring",
    "reflexive_pronoun",
    "relative",
    "relative_noun",
    "replying",
    "requiring",
    "resisting",
    "saying",
    "second_person",
    "sentencing",
    "sequence",
    "settlement",
    "short",
    "showing",
    "side_noun",
    "silence",
    "site_owner",
    "speaker_pronoun",
    "stage",
    "stead",
    "supposing",
    "supposing_auxiliary",
    "tale",
    "targeting",
    "telling",
    "than",
    "thanking",
    "there",
    "they",
    "thing",
    "time_bound",
    "time_lead",
    "time_limit",
    "time_purpose",
    "time_relative",
    "time_topic",
    "title_lead",
    "title_small",
    "titled_programme",
    "topic_opening",
    "topic_preposition",
    "topical",
    "touring",
    "two",
    "unwilling_modal",
    "utterance",
    "venue_preposition",
    "visiting",
    "wanting",
    "whole",
    "withholding",
    "without",
    "yardstick",
]
Classes = frozenset[WordClass]
NO_CLASSES: Classes = frozenset()


class WordClassFile(BaseModel):
    """The words of each class: by their form in the text, or by their lemma."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1]
    language: str
    forms: dict[WordClass, tuple[str, ...]]
    lemmas: dict[WordClass, tuple[str, ...]]

    @model_validator(mode="after")
    def _check_names(self) -> Self:
        known = set(get_args(WordClass))
        given = [*self.forms, *self.lemmas]
        if sorted(given) != sorted(known):
            wrong = known.symmetric_difference(given) or {n for n in given if given.count(n) > 1}
            raise ValueError(
                f"expected each word class once; missing or repeated: {', '.join(sorted(wrong))}"
            )
        return self


class WordClasses:
    """Looks up the classes of a word."""

    def __init__(self, file: WordClassFile) -> None:
        self._words = {name: frozenset(words) for name, words in (file.forms | file.lemmas).items()}
        self._forms = _by_word(file.forms)
        self._lemmas = _by_word(file.lemmas)

    def of(self, form: str, lemma: str) -> Classes:
        """Return the classes of a word, given its form and lemma in lower case."""
        found = self._forms.get(form, NO_CLASSES)
        more = self._lemmas.get(lemma)
        return found if more is None else found | more

    def words(self, word_class: WordClass) -> frozenset[str]:
        """Return the words of a class, in lower case."""
        return self._words[word_class]


def _by_word(table: dict[WordClass, tuple[str, ...]]) -> dict[str, Classes]:
    found: dict[str, set[WordClass]] = {}
    for name, words in table.items():
        for word in words:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


@cache
def word_classes(code: str) -> WordClasses:
    """Return the packaged classes of a language."""
    return WordClasses(WordClassFile.model_validate(read_data(code, "word_classes")))
