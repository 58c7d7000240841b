"""What a third-person pronoun shows about its antecedent."""

from __future__ import annotations

from typing import Literal, NamedTuple

from quotex.languages.word_classes import WordClass
from quotex.parse.grammar import NOUN_SUBJECTS
from quotex.parse.view import Token
from quotex.speakers.names.cluster import Gender

Number = Literal["one", "many", "thing"]


class Features(NamedTuple):
    """Grammatical number, with "thing" for one that is not a person, and gender."""

    number: Number
    gender: Gender


_FEATURES: dict[WordClass, Features] = {
    "masculine_pronoun": Features("one", "m"),
    "feminine_pronoun": Features("one", "f"),
    "plural_pronoun": Features("many", ""),
    "neuter_pronoun": Features("thing", ""),
}


def pronoun_features(token: Token) -> Features | None:
    """Return the features of a third-person pronoun, None for any other word."""
    found = (features for word_class, features in _FEATURES.items() if token.is_a(word_class))
    return next(found, None)


def following_main_subject(pronoun: Token) -> Token | None:
    """Return the subject of the main clause that follows a pronoun's clause.

    "While he said it was safe, Roe stayed at home."
    """
    above = [pronoun.head, *pronoun.head.ancestors()]
    clause = next((t for t in above if t.dep == "advcl"), None)
    if clause is None or clause.head.i < clause.i:
        return None
    noun = clause.head.child(*NOUN_SUBJECTS)
    return noun if noun is not None and noun.i > pronoun.i else None
