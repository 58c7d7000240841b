"""Whether a speaker was with those who were quoted before: "who sat beside her", "one of them"."""

from __future__ import annotations

from collections.abc import Sequence, Set

from quotex.languages.word_lists import VenueWords
from quotex.parse.grammar import prepositional
from quotex.parse.view import Token, View
from quotex.quotations.candidate import Candidate, inside
from quotex.speakers.mentions.pronouns import pronoun_features
from quotex.speakers.phrases import head_of


def is_companion(candidate: Candidate, cues: Set[int], words: VenueWords) -> bool:
    """Whether the source is one of those before, or the text says that it was beside them.

    ``cues`` are the numbers of the tokens of all cues: "one of them" is one of those quoted in the
    sentence before.
    """
    if not candidate.source or not candidate.cue:
        return False
    head = head_of(candidate.source)
    if _is_one_of_them(head):
        return head.view is not None and any(t.i in cues for t in _sentence_before(head, head.view))
    near = (token for top in (head, *candidate.cue) for token in top.subtree())
    return any(_is_beside(t, words) and not inside(t, candidate.content) for t in near)


def _sentence_before(token: Token, view: View) -> Sequence[Token]:
    """Return the tokens of the sentence before a token's own, in the same paragraph."""
    if not token.sentence:
        return ()
    own, before = view.sentences[token.sentence], view.sentences[token.sentence - 1]
    return view.tokens[before.first : before.last] if own.paragraph == before.paragraph else ()


def _is_one_of_them(head: Token) -> bool:
    """Whether a source is "one of them"."""
    return head.is_a("one_of_several") and any(
        word.is_a("of") and noun.is_a("plural_pronoun") for word, noun in prepositional(head)
    )


def _is_beside(token: Token, words: VenueWords) -> bool:
    """Whether a word tells that somebody stood, sat or spoke beside another: "next to her"."""
    if not token.children:
        return False
    if token.is_a("flanking"):
        return _is_pronoun(token.child("dobj"))
    noun = token.child("pobj")
    if noun is None:
        return False
    is_next = token.head.is_a("next")  # "next to him"
    other = noun.child("poss") if noun.is_a("side_noun") else noun  # "at his side"
    if not (is_next or other is not noun or token.is_a("beside")):
        return False
    verb = token.head.head if is_next else token.head
    return _is_pronoun(other) and verb.lemma in words.scene_verbs


def _is_pronoun(word: Token | None) -> bool:
    return word is not None and pronoun_features(word) is not None
