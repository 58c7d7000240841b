"""What a third-person pronoun shows about its antecedent, and what it cannot refer to."""

from __future__ import annotations

from typing import Literal, NamedTuple

from quotex.languages.word_classes import WordClass
from quotex.parse.grammar import NOUN_SUBJECTS
from quotex.parse.view import Token
from quotex.speakers.names.cluster import Gender
from quotex.speakers.phrases import is_topic

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


def is_coargument(token: Token, word: Token) -> bool:
    """Whether two words are arguments of one verb, and so refer to different things."""
    if word.dep == "poss":
        return token.dep == "poss" and token.head is word.head
    if token.head is word.head and token.dep not in {"poss", "ROOT", "conj"}:
        return True
    if token.dep == "pobj" and token.head.head is word.head and word.dep in NOUN_SUBJECTS:
        return not is_topic(token)  # "In a notice, it put the toll at six."
    return not word.is_a("reflexive_pronoun") and token is _subject_acting_on(word)


def _subject_acting_on(word: Token) -> Token | None:
    """Return who does what is done to, for or with a word: Roe in "Roe, who flew for her"."""
    above = word.head
    if word.dep in {"pobj", "dobj", "dative"} and above.dep in {"prep", "dative"}:
        above = above.head
    elif word.dep not in {"dobj", "dative"}:
        return None
    noun = above.child(*NOUN_SUBJECTS)
    if noun is None or not noun.is_a("relative_noun") or above.dep != "relcl":
        return noun
    return above.head
