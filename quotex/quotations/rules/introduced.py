"""Blocks: a paragraph without quotation marks that the previous one introduces with a colon.

"Roe added:" with the words on the next line is what block quotations look like in scraped pages.
There may also be no verb, but a name ("And from Chairwoman Roe:") or a document ("The statement in
full:"). Blocks in quotation marks are found by the rules for quoted speech.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from quotex.document.normalise import normalise
from quotex.languages.lexicon import Sense
from quotex.parse.grammar import is_verb
from quotex.parse.view import PLACES, Token
from quotex.quotations.authority import weight_of
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context
from quotex.quotations.cue import CueVerb, cue_verb, source_of
from quotex.quotations.rules.transcripts.spoken import Paragraphs

RULE = "introduced-block"
INTRODUCED_BY_LINE = "introduced-block:handed-over"
_ENDS_LIKE_SPEECH = frozenset(".!?…")
_MIN_WORDS_OF_SPEECH = 5
_MIN_WORDS_OF_SIGN = 2
_MAX_WORDS_FROM_CUE = 8
_MAX_LINE_LENGTH = 140
_WORDS_OF_DIRECTIONS = 2  # words; a single name may be that of a town
_SAID = Sense("verb", "", "that", "speech", "asserts")
_WROTE = Sense("verb", "", "that", "writing", "asserts")


def introduced(context: Context) -> Iterator[Candidate]:
    """Propose the paragraph after "Roe added:" if its words end like speech."""
    tokens = context.view.tokens
    opened = {stretch.start for stretch in context.outer}
    for before, after in pairwise(context.view.sentences):
        if before.paragraph == after.paragraph or tokens[before.last - 1].text != ":":
            continue
        start, end = context.view.paragraphs[after.paragraph]
        if start in opened:
            continue
        found = _cue_of(context, tokens[before.first : before.last])
        if found is not None and _is_block(context, start, end, found[1]):
            cue, source, sense = found
            detail = f"a paragraph of its own after “{cue.text}:”"
            yield cue.candidate(
                content=[(start, end)],
                source=source,
                sense=sense,
                rule=RULE,
                detail=detail,
                weight=weight_of(RULE),
            )


def introduced_by_line(context: Context) -> Iterator[Candidate]:
    """Propose what is below a line that names somebody or a document and ends in a colon.

    It continues as long as its paragraphs say "I" or "you".
    """
    text, patterns = context.view.text, context.language.patterns
    paragraphs = Paragraphs(context)
    opened = {stretch.start for stretch in context.outer}
    for number, (start, end) in enumerate(context.view.paragraphs[:-1]):
        if end - start > _MAX_LINE_LENGTH or text[end - 1] != ":":
            continue
        line = normalise(text, start, end)
        by_name = patterns.lead_by_name.fullmatch(line.text)
        match = by_name or patterns.lead_by_document.fullmatch(line.text)
        first = paragraphs.bounds(number + 1)
        if match is None or first[0] in opened:
            continue
        source = context.index.between(*line.span(*match.span("who")))
        if by_name is not None and _may_be_a_place(line.text, source):
            continue
        is_read = by_name is None and match["reads"] is not None
        if not (_is_inscription(context, *first) if is_read else _is_speech(context, *first)):
            continue
        content = [first]
        for after in range(number + 2, paragraphs.count):
            bounds = paragraphs.bounds(after)
            if bounds[0] in opened or not (
                paragraphs.uses_first_or_second_person(after, match["who"])
                and _is_speech(context, *bounds)
            ):
                break
            content.append(bounds)
        reads = context.index.between(*line.span(*match.span("reads"))) if is_read else []
        is_spoken = by_name is not None and by_name["desk"] is None
        yield Candidate(
            content,
            reads,
            source,
            _SAID if is_spoken else _WROTE,
            INTRODUCED_BY_LINE,
            f"below “{line.text}”",
            weight_of(INTRODUCED_BY_LINE),
        )


def _may_be_a_place(line: str, source: list[Token]) -> bool:
    """Whether a line gives directions: "From Wick:", "From New York:"."""
    return len(line.split()) == _WORDS_OF_DIRECTIONS or all(t.entity in PLACES for t in source)


def _cue_of(context: Context, words: list[Token]) -> tuple[CueVerb, list[Token], Sense] | None:
    """Return the last verb that has a source, with that source, if it introduces quotations."""
    for token in reversed(words[-_MAX_WORDS_FROM_CUE:]):
        if is_verb(token) and (source := source_of(token)):
            cue, sense = cue_verb(context, token), context.lexicon.quoting(token.lemma)
            return (cue, source, sense) if cue is not None and sense is not None else None
    return None


def _is_block(context: Context, start: int, end: int, source: list[Token]) -> bool:
    """Whether a paragraph is a block; on a sign or in a letter, a few words are enough."""
    if any(token.lemma in context.language.inscriptions for token in source):
        return _is_inscription(context, start, end)
    return _is_speech(context, start, end)


def _is_inscription(context: Context, start: int, end: int) -> bool:
    inside = context.index.between(start, end)
    words = sum(token.is_word for token in inside)
    return words >= _MIN_WORDS_OF_SIGN and bool(inside) and inside[0].is_word


def _is_speech(context: Context, start: int, end: int) -> bool:
    """Whether a paragraph is prose, not a list item, a heading or an embedded post."""
    inside = context.index.between(start, end)
    words = [token for token in inside if token.is_word]
    return (
        len(words) >= _MIN_WORDS_OF_SPEECH
        and inside[0].text[:1].isalnum()
        and context.view.text[start:end].rstrip()[-1] in _ENDS_LIKE_SPEECH
    )
