"""Quoted words with a cue other than a plain verb of saying.

“Is it safe?” a child wanted to know. “No comment,” was all that she would say. “Never,” came the
reply from the union. And without quoted words: they wanted to know why it had sunk.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotex.languages.lexicon import Sense
from quotex.parse.grammar import (
    NOUN_SUBJECTS,
    is_infinitive,
    is_verb,
    phrase,
    prepositional,
    verb_group,
)
from quotex.parse.view import NOMINAL, Token
from quotex.quotations.authority import weight_of
from quotex.quotations.candidate import Bounds, Candidate
from quotex.quotations.content import bounds
from quotex.quotations.context import Context
from quotex.quotations.surroundings import gap_after, has_words, opens_utterance

RULE = "cue-of-words"
_SAID = Sense("verb", "", "quote", "speech", "asserts")
_ASKED = Sense("verb", "", "that", "speech", "asks")
_MAX_CUE_WORDS = 12
_QUESTION_WORDS = frozenset({"WDT", "WP", "WP$", "WRB"})
_LIMIT_WORDS = 2  # words before the speaker: "was all"


def remarks(context: Context) -> Iterator[Candidate]:
    """Propose what somebody wants to know, and quoted words with a cue of several words."""
    yield from _questions(context)
    stretches = [q for q in context.outer if q.closed and has_words(context, q)]
    for number, stretch in enumerate(stretches):
        if not opens_utterance(context, stretch):
            continue
        gap = gap_after(context, stretch, stretches[number + 1 : number + 2])
        words = [t for t in gap if t.is_word][:_MAX_CUE_WORDS]
        found = _attribution_after(context, words) if words else None
        if found is not None:
            cue, source, sense = found
            yield _candidate(
                cue, source, sense, (stretch.start, stretch.end), "follows the quoted words"
            )


def _candidate(
    cue: list[Token], source: list[Token], sense: Sense, content: Bounds, position: str
) -> Candidate:
    detail = f"“{' '.join(t.text for t in cue)}” {position}"
    return Candidate([content], cue, source, sense, RULE, detail, weight_of(RULE))


def _attribution_after(
    context: Context, words: list[Token]
) -> tuple[list[Token], list[Token], Sense] | None:
    """Return the cue, source and sense in the words right after a quoted stretch."""
    first = words[0]
    if first.is_a("copula") or first.is_a("arriving"):
        return _read_limit(context, words) or _read_noun_cue(context, words)
    for verb in words:
        if not is_verb(verb) or (inner := _infinitive_of(context, verb, words)) is None:
            continue
        noun = verb.child(*NOUN_SUBJECTS)
        if noun is None or noun.i < first.i or noun.i > verb.i:
            return None
        cue = [t for t in words if verb.i <= t.i <= inner.i]
        asks = verb.is_a("wanting")
        return cue, [t for t in phrase(noun) if t.i >= first.i], _ASKED if asks else _SAID
    return None


def _infinitive_of(context: Context, verb: Token, words: list[Token]) -> Token | None:
    """Return the infinitive of a verb of habit, or "know" after a verb of wanting."""
    inner = verb.child("xcomp")
    if inner is None or inner not in words or not is_infinitive(inner):
        return None
    if verb.is_a("wanting"):
        return inner if inner.is_a("knowing") and inner.child("dobj", "ccomp") is None else None
    if not verb.is_a("habit") or context.lexicon.quoting(inner.lemma) is None:
        return None
    return inner if inner.child("dobj", "ccomp") is None else None


def _read_limit(
    context: Context, words: list[Token]
) -> tuple[list[Token], list[Token], Sense] | None:
    """Read "was all the coach would say", "is how Roe put it" and "is what she called it"."""
    if len(words) <= _LIMIT_WORDS or not _opens_limit(words[1]):
        return None
    is_name = words[1].is_a("free_relative")
    verb = next(
        (t for t in words[_LIMIT_WORDS:] if is_verb(t) and _speaks(context, t, is_name=is_name)),
        None,
    )
    if verb is None or any(c.dep == "ccomp" and c.i > verb.i for c in verb.children):
        return None  # "is what he said he needed"
    first = verb_group(verb)[0].i
    between = [t for t in words[_LIMIT_WORDS:] if t.i < first]
    source = between[1:] if between and between[0].is_a("complementizer") else between
    if not source or source[-1].pos not in NOMINAL or any(is_verb(t) for t in source):
        return None
    after = [t for t in words if t.i == verb.i + 1 and t.is_a("neuter_pronoun")]
    cue = [*words[:_LIMIT_WORDS], *(t for t in words if first <= t.i <= verb.i), *after]
    start, end = source[0].i, source[-1].i
    return cue, [t for t in context.view.tokens[start : end + 1] if t not in cue], _SAID


def _opens_limit(word: Token) -> bool:
    return word.is_a("whole") or word.is_a("manner_relative") or word.is_a("free_relative")


def _speaks(context: Context, verb: Token, *, is_name: bool) -> bool:
    """Whether a verb is one of saying, or of naming if quoted words are a name for something."""
    return verb.is_a("naming") if is_name else context.lexicon.quoting(verb.lemma) is not None


def _read_noun_cue(
    context: Context, words: list[Token]
) -> tuple[list[Token], list[Token], Sense] | None:
    """Read "was her answer", "came the reply from the union"."""
    noun = next((t for t in words if t.is_a("utterance")), None)
    if noun is None or any(is_verb(t) for t in words[1 : words.index(noun)]):
        return None
    between = words[1 : words.index(noun)]
    inside = noun.subtree()
    if noun.pos != "NOUN" or any(t not in inside for t in between):
        return None
    owner = noun.child("poss")
    if owner is not None:
        source = phrase(owner)
        return [words[0], *(t for t in between if t not in owner.subtree()), noun], source, _SAID
    near = [*prepositional(noun), *prepositional(words[0])]
    sender = next(
        (n for p, n in near if p.i == noun.i + 1 and _is_from_sender(context, p, n)), None
    )
    if sender is None and not words[0].is_a("arriving"):
        return None  # "“Sorry” is the word"
    source = _with_name(sender) if sender is not None else []
    return [words[0], *between, noun], source, _SAID


def _is_from_sender(context: Context, preposition: Token, noun: Token) -> bool:
    """Whether a phrase says whose words they are: of the hour they are not."""
    speakers = context.language.speakers
    speaks = noun.pos == "PROPN" or speakers.is_person(noun.lemma) or speakers.is_body(noun.lemma)
    return preposition.is_a("origin") or (preposition.is_a("of") and speaks)


def _with_name(noun: Token) -> list[Token]:
    """Return a noun phrase with the name after it: "her husband, Jim"."""
    words, name = phrase(noun), noun.child("appos")
    if name is None or name.pos != "PROPN" or name.i < words[-1].i:
        return words
    last = phrase(name)[-1]
    return [t for t in noun.subtree() if words[0].i <= t.i <= last.i]


def _questions(context: Context) -> Iterator[Candidate]:
    """Propose the clause that somebody wants to know: "they wanted to know why it had sunk"."""
    for word in context.view.tokens:
        wanting = word.head
        if not word.is_a("knowing") or word.dep != "xcomp" or not wanting.is_a("wanting"):
            continue
        clause, noun = word.child("ccomp"), wanting.child(*NOUN_SUBJECTS)
        if clause is None or noun is None or clause.i < word.i or noun.is_a("second_person"):
            continue
        opens = clause.subtree()[0]
        if opens.tag not in _QUESTION_WORDS and not opens.is_a("supposing"):
            continue
        content = bounds(context, clause.subtree())
        if content is not None and not noun.is_a("first_person"):
            cue = context.view.tokens[wanting.i : word.i + 1]
            yield _candidate(cue, phrase(noun), _ASKED, content, "governs the clause after it")
