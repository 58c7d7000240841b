"""Quoted sentences right after a short one on a person: ‘Ada Roe shrugged. “We lost.”’.

The person is the source. A verb that may introduce quotations is the cue, "Roe laughed"; otherwise
there is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotex.document.marks import Quoted
from quotex.languages.lexicon import Sense
from quotex.parse.grammar import FINITE, NOUN_SUBJECTS, is_verb, subject, verb_group
from quotex.parse.view import Token
from quotex.quotations.authority import weight_of
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context
from quotex.quotations.kind import is_name
from quotex.quotations.rules.quoted import cue_after
from quotex.quotations.surroundings import (
    has_words,
    inner_text,
    is_sentence_like,
    paragraph_of,
    person_named,
    sentence_before,
    words_of_person,
)

RULE = "after-gesture"
_SAID = Sense("verb", "", "quote", "speech", "asserts")
_STOPS = frozenset(".!?…")
_COMPLEMENTS = ("ccomp", "xcomp", "dobj", "oprd", "acomp")
_MAX_TOKENS = 16
_WORDS_OF_CUE_AFTER = 4


def gestures(context: Context) -> Iterator[Candidate]:
    """Propose whole quoted sentences right after a short sentence whose subject is a person."""
    stretches = [q for q in context.outer if has_words(context, q)]
    for number, stretch in enumerate(stretches):
        sentence = sentence_before(context, stretch)
        if not 1 < len(sentence) <= _MAX_TOKENS or not _stands_alone(context, stretches, number):
            continue
        person = person_named(context, sentence)
        if person is None or _goes_on_from_words(context, sentence):
            continue
        if _tells_of_words(context, sentence, person):
            continue
        if person.is_a("person_subject") and _follows_words(context, stretches, number):
            continue  # it is whoever was quoted last, who goes on
        verb, source = person.head, words_of_person(person)
        sense = context.lexicon.sense("verb", verb.lemma, "quote")
        is_cue = sense is not None and sense.stance == _SAID.stance and sense.mode == _SAID.mode
        if sense is None and _may_be_about(context, stretch, source):
            continue
        who = context.view.text[source[0].start : source[-1].end]
        yield Candidate(
            [(stretch.start, stretch.end)],
            verb_group(verb) if is_cue else [],
            source,
            sense if sense is not None and is_cue else _SAID,
            RULE,
            f"a quoted sentence right after one on “{who}”",
            weight_of(RULE),
        )


def _may_be_about(context: Context, stretch: Quoted, source: list[Token]) -> bool:
    """Whether a stretch may open with a pronoun for the person: Roe died. “She was a giant”."""
    opens = context.index.between(stretch.inner_start, stretch.inner_end)[0]
    if not opens.is_a("person_subject"):
        return False
    speakers = context.language.speakers
    names, gender = (
        (speakers.feminine_names, "f")
        if opens.is_a("masculine_pronoun")
        else (speakers.masculine_names, "m")
    )
    own = [t for t in source if t.dep != "poss"]
    return not any(t.lower in names or speakers.gender_of(t.lemma) == gender for t in own)


def _goes_on_from_words(context: Context, sentence: list[Token]) -> bool:
    """Whether the sentence follows quoted words, and may be their cue: “No,” Roe laughed."""
    at = sentence[0].i
    return at > 0 and context.index.stretch_at(context.view.tokens[at - 1].start) is not None


def _stands_alone(context: Context, stretches: list[Quoted], number: int) -> bool:
    """Whether a stretch is a whole sentence, and a new one or the end of the paragraph follows."""
    stretch = stretches[number]
    inner = inner_text(context, stretch)
    if not stretch.closed or stretch.continues or inner[-1:] not in _STOPS:
        return False
    if not is_sentence_like(context, stretch) or is_name(context, stretch):
        return False
    after_it = cue_after(context, stretches, number)
    if after_it is not None and (inner[-1] != "." or after_it.sense.stance == _SAID.stance):
        return False  # not “We lost.” Her coach agreed.
    at = context.index.first_at(stretch.end)
    after = context.view.tokens[at : at + _WORDS_OF_CUE_AFTER]
    if not after or context.view.paragraph(after[0]) != paragraph_of(context, stretch):
        return True
    starts = context.index.stretch_at(after[0].start) is not None or after[0].text[:1].isupper()
    return starts and not any(_names_speaker(context, t) for t in after)


def _names_speaker(context: Context, verb: Token) -> bool:
    """Whether a verb after the words names who said them: "So says Ada Roe."."""
    noun = subject(verb) if is_verb(verb) and context.lexicon.quoting(verb.lemma) else None
    return noun is not None and noun.i > verb.i


def _tells_of_words(context: Context, sentence: list[Token], person: Token) -> bool:
    """Whether a sentence tells of other words or of somebody else, whose the next may be.

    Such are a letter that somebody opens, a voice that somebody hears and a claim of its own.
    """
    verb, own = person.head, {t.i for t in person.subtree()}
    if any(verb.is_a(kind) for kind in ("receiving", "perceiving", "performing", "naming")):
        return True
    if context.lexicon.frames("verb", verb.lemma) and verb.child(*_COMPLEMENTS) is not None:
        return True
    return any(
        _is_other_speaker(context, t, person) or _carries_words(context, t)
        for t in sentence
        if t.i not in own and t is not verb
    )


def _is_other_speaker(context: Context, word: Token, person: Token) -> bool:
    if word.entity == "PERSON":
        return True
    if is_verb(word) and context.lexicon.quoting(word.lemma) is not None:
        return word.tag in FINITE or word.i > person.i  # not "Asked about that, Roe shrugged"
    return word.dep in NOUN_SUBJECTS and word.i > person.i


def _carries_words(context: Context, word: Token) -> bool:
    language = context.language
    return word.lemma in language.inscriptions or word.lemma in language.speakers.documents


def _follows_words(context: Context, stretches: list[Quoted], number: int) -> bool:
    """Whether somebody else's words, or the same person's, are in this paragraph or the last."""
    if not number:
        return False
    last, stretch = stretches[number - 1 : number + 1]
    return paragraph_of(context, stretch) - paragraph_of(context, last) <= 1
