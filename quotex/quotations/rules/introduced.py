"""Blocks: a paragraph without quotation marks that the one before introduces with a colon.

"Roe added:", and the words on the next line, as block quotations come out of scraped pages. A
block in quotation marks is found by the rules on quoted speech.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from quotex.languages.lexicon import Sense
from quotex.parse.grammar import is_verb
from quotex.parse.view import Token
from quotex.quotations.authority import weight_of
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context
from quotex.quotations.cue import CueVerb, cue_verb, source_of

RULE = "introduced-block"
_ENDS_LIKE_SPEECH = frozenset(".!?…")
_WORDS_OF_SPEECH = 5
_WORDS_AFTER_CUE = 8


def introduced(context: Context) -> Iterator[Candidate]:
    """Propose the paragraph behind "Roe added:", where its words end like speech."""
    tokens = context.view.tokens
    opened = {stretch.start for stretch in context.outer}
    for before, after in pairwise(context.view.sentences):
        if before.paragraph == after.paragraph or tokens[before.last - 1].text != ":":
            continue
        start, end = context.view.paragraphs[after.paragraph]
        if start in opened or not _is_speech(context, start, end):
            continue
        found = _cue_of(context, tokens[before.first : before.last])
        if found is not None:
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


def _cue_of(context: Context, words: list[Token]) -> tuple[CueVerb, list[Token], Sense] | None:
    """Return the last verb that has a source, with that source, if it introduces quotations."""
    for token in reversed(words[-_WORDS_AFTER_CUE:]):
        if is_verb(token) and (source := source_of(token)):
            cue, sense = cue_verb(context, token), context.lexicon.quoting(token.lemma)
            return (cue, source, sense) if cue is not None and sense is not None else None
    return None


def _is_speech(context: Context, start: int, end: int) -> bool:
    """Whether a paragraph is prose: no line of a list, no heading, no embedded post."""
    inside = context.index.between(start, end)
    words = [token for token in inside if token.is_word]
    return (
        len(words) >= _WORDS_OF_SPEECH
        and inside[0].text[:1].isalnum()
        and context.view.text[start:end].rstrip()[-1] in _ENDS_LIKE_SPEECH
    )
