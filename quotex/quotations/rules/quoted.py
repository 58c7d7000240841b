"""Direct quotations: stretches in quotation marks that are somebody's words, and their cues."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quotex.document.marks import Quoted
from quotex.languages.lexicon import Sense
from quotex.parse.grammar import is_passive, is_verb, phrase, subject, verb_group
from quotex.parse.view import NOMINAL, Token
from quotex.quotations.authority import weight_of
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context
from quotex.quotations.cue import CueVerb, cue_verb, source_of
from quotex.quotations.rules.phrases import phrase_cue_in
from quotex.quotations.surroundings import (
    after_dash,
    ending,
    gap_after,
    gap_before,
    has_words,
    inner_text,
    is_sentence_like,
    opens_utterance,
)

_SHORT_CLAUSE = 6
_WORDS_OF_SIGN = 4
_ENDS_LIKE_SPEECH = frozenset(".,!?…")
_MAY_INTERVENE = frozenset({"dobj", "dative", "prt", "advmod", "npadvmod"})
_FALLBACK = Sense("verb", "", "quote", "speech", "asserts")


def quoted(context: Context) -> Iterator[Candidate]:
    """Propose each quoted utterance with its cue; join the parts of one utterance."""
    last: Candidate | None = None
    if not context.view.tokens:
        return
    stretches = [q for q in context.outer if has_words(context, q)]
    for first, end in _utterances(stretches):
        found = cue_after(context, stretches, end - 1) or cue_before(context, stretches, first)
        if found is None:
            continue
        content = [(q.start, q.end) for q in stretches[first:end]]
        if last is not None and _same_cue(last, found):
            last = replace(last, content=(*last.content, *content))
            continue
        if last is not None:
            yield last
        last = replace(found, content=content)
    if last is not None:
        yield last


def _utterances(stretches: list[Quoted]) -> Iterator[tuple[int, int]]:
    """Yield the bounds of each run of stretches that are paragraphs of one quotation."""
    first = 0
    for number in range(1, len(stretches) + 1):
        if number == len(stretches) or not stretches[number].continues:
            yield first, number
            first = number


def _same_cue(last: Candidate, found: Candidate) -> bool:
    return bool(found.cue) and bool(last.cue) and found.cue[-1].i == last.cue[-1].i


def cue_after(context: Context, stretches: list[Quoted], number: int) -> Candidate | None:
    """Find the cue that follows a stretch in the same sentence: ‘"…," she said’."""
    stretch = stretches[number]
    if not stretch.closed or not opens_utterance(context, stretch):
        return None
    gap = gap_after(context, stretch, stretches[number + 1 : number + 2])
    words = [t for t in gap if t.is_word]
    if not words or words[0].dep == "cc":
        return None
    ending_kind = ending(context, stretch, gap)
    if ending_kind == "closed":
        return None
    searched = words if ending_kind == "open" else words[:_SHORT_CLAUSE]
    for token in searched:
        if is_verb(token) and (cue := _as_quoting_cue(context, token)) is not None:
            if ending_kind == "open" or _takes_only_stretch(token, words, stretch):
                return _from_verb(context, cue, stretch, gap, "quote-before-cue")
            return None
    by_phrase = phrase_cue_in(context, searched[:8])
    if by_phrase is not None:
        return _from_phrase(by_phrase, stretch, "quote-before-phrase")
    if ending_kind != "open" or gap[0] is not words[0]:
        return None
    return _unlisted_verb_after(stretch, words)


def _takes_only_stretch(verb: Token, words: list[Token], stretch: Quoted) -> bool:
    """Whether a short clause after the marks has only the stretch as its content.

    A verb whose subject is the stretch does not attribute it: "“Rain” opened in May".
    """
    noun = subject(verb)
    if noun is not None and stretch.start <= noun.start < stretch.end:
        return False
    near = all(t.i <= verb.i for t in words[:3]) or verb in words[:4]
    return near and not any(
        c.dep in {"ccomp", "xcomp", "dobj"} and c.i > verb.i and c.start > stretch.end
        for c in verb.children
    )


def _as_quoting_cue(context: Context, token: Token) -> CueVerb | None:
    """Return a verb as a cue, if the lexicon says that it introduces direct quotations."""
    cue = cue_verb(context, token)
    return cue if cue is not None and context.lexicon.quoting(cue.lemma) is not None else None


def _from_verb(
    context: Context, cue: CueVerb, stretch: Quoted, gap: list[Token], rule: str
) -> Candidate | None:
    sense = context.lexicon.quoting(cue.lemma)
    if sense is None:
        return None
    source = cue.source
    if any(stretch.start <= t.start < stretch.end for t in source):
        source = []
    if not source and not is_passive(cue.verb):
        source = _adjacent_noun_phrase(cue.verb, gap)
    return cue.candidate(
        content=[(stretch.start, stretch.end)],
        source=source,
        sense=sense,
        rule=rule,
        detail=f"quotation marks and “{cue.text}”",
        weight=weight_of(rule, "" if source else "weak"),
    )


def _adjacent_noun_phrase(verb: Token, gap: list[Token]) -> list[Token]:
    """Return the noun phrase next to a verb, before it or (inverted) after it."""
    before = [t for t in gap if t.i < verb.i and t.pos in NOMINAL and not is_verb(t.head)]
    nominal = [
        t
        for t in gap
        if (t.pos in NOMINAL or (t.is_a("one_of_several") and t.i == verb.i + 1))
        and t.dep not in {"compound", "poss", "pobj", "npadvmod", "det"}
    ]
    left = [t for t in nominal if t.i < verb.i]
    right = [t for t in nominal if t.i > verb.i]
    if left:
        return phrase(left[-1])
    if right and right[0].i - verb.i < 6:
        return phrase(right[0])
    return phrase(before[-1]) if before else []


def _unlisted_verb_after(stretch: Quoted, words: list[Token]) -> Candidate | None:
    """Take a verb that the lexicon lacks as the cue if it is right there with a subject."""
    for token in words[:6]:
        if is_verb(token) and token.tag in {"VBD", "VBZ", "VBP"}:
            source = source_of(token)
            if not source or source[0].i < words[0].i or token.is_a("auxiliary_verb"):
                return None
            return Candidate(
                [(stretch.start, stretch.end)],
                verb_group(token),
                source,
                _FALLBACK,
                "quote-before-unlisted-verb",
                f"quotation marks and the unlisted verb “{token.text}”",
                weight_of("quote-before-unlisted-verb"),
            )
    return None


def cue_before(context: Context, stretches: list[Quoted], number: int) -> Candidate | None:
    """Find the cue that introduces a stretch: ‘she said, "…"’, ‘she said: "…"’."""
    stretch = stretches[number]
    gap = gap_before(context, stretch, stretches[number - 1] if number else None)
    if not gap:
        return None
    last = gap[-1]
    mark = last.text if not last.is_word else ""
    if mark not in {"", ":", ",", "—", "–", "--", "-"}:
        return None
    if mark == ":":
        gap = after_dash(gap)
    words = [t for t in gap if t.is_word]
    if not words or (mark == "" and not _directly_follows_cue(context, words, stretch)):
        return None
    for token in reversed(words):
        if is_verb(token) and (cue := _as_quoting_cue(context, token)) is not None:
            if mark == "," and not _lacks_other_complement(token, stretch):
                continue
            return _from_verb(context, cue, stretch, gap, "cue-before-quote")
    by_phrase = phrase_cue_in(context, words)
    if by_phrase is not None and mark == ",":
        return _from_phrase(by_phrase, stretch, "phrase-before-quote")
    if mark != ":" or not _may_be_speech(context, stretch):
        return None
    return _after_colon(stretch, words)


def _directly_follows_cue(context: Context, words: list[Token], stretch: Quoted) -> bool:
    """Whether a stretch without a mark before it directly follows its cue: ‘said "we will"’."""
    if not is_sentence_like(context, stretch):
        return False
    last = words[-1]
    if is_verb(last):
        return _as_quoting_cue(context, last) is not None
    return last.dep in _MAY_INTERVENE


def _lacks_other_complement(verb: Token, stretch: Quoted) -> bool:
    """Whether a cue has no other complement than the stretch."""
    return not any(
        c.dep in {"ccomp", "xcomp"} and c.i > verb.i and c.start < stretch.start
        for c in verb.children
    )


def _from_phrase(
    found: tuple[list[Token], list[Token], Sense], stretch: Quoted, rule: str
) -> Candidate:
    cue, source, sense = found
    text = " ".join(t.text for t in cue)
    return Candidate(
        [(stretch.start, stretch.end)],
        cue,
        source,
        sense,
        rule,
        f"quotation marks and “{text}”",
        weight_of(rule),
    )


def _may_be_speech(context: Context, stretch: Quoted) -> bool:
    """Whether a stretch is not just a title or a sign: it is long, a sentence, or ends like one."""
    if is_sentence_like(context, stretch) or inner_text(context, stretch)[-1:] in _ENDS_LIKE_SPEECH:
        return True
    inside = context.index.between(stretch.inner_start, stretch.inner_end)
    return sum(t.is_word for t in inside) > _WORDS_OF_SIGN


def _after_colon(stretch: Quoted, words: list[Token]) -> Candidate | None:
    """Read ‘X: "…"’ and ‘X rose to reply: "…"’, which have no verb from the lexicon."""
    verbs = [t for t in reversed(words) if is_verb(t)]
    if verbs:
        verb = next((t for t in verbs if source_of(t)), verbs[0])
        source = source_of(verb)
        cue = verb_group(verb)
    else:
        head = next(
            (t for t in words if t.pos in NOMINAL and (t.is_root or t.head not in words)), None
        )
        source = [t for t in phrase(head) if t.i >= words[0].i] if head is not None else []
        while source and source[0].pos == "ADV":  # "Then a voice: …"
            source = source[1:]
        cue = []
    if not source:
        return None
    return Candidate(
        [(stretch.start, stretch.end)],
        cue,
        source,
        _FALLBACK,
        "colon-before-quote",
        "quotation marks after a colon",
        weight_of("colon-before-quote"),
    )
