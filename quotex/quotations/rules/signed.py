"""Signed quotations: a dash and a name after the closing mark, or on the next line.

"“We can do it for pleasure.” – Ada Roe, mayor of Wick" has no cue; the name is its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotex.document.marks import Quoted
from quotex.document.normalise import normalise
from quotex.languages.lexicon import Sense
from quotex.quotations.authority import weight_of
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context

RULE = "signed-quote"
_SAID = Sense("verb", "", "that", "speech", "asserts")
_WROTE = Sense("verb", "", "that", "writing", "asserts")
_WORD = re.compile(r"[^\W\d_]+")
_ENDS_LIKE_SPEECH = frozenset(".,!?…")
_MIN_WORDS_OF_SPEECH = 4
_LONG_WORD = 4
_YEAR = re.compile(r"^[^@]*\b\d{4}\b")  # as in a list of sources; a post has a handle
_MAX_SIGNATURE = 200
_ABBREVIATED = 3  # “Jr.”, “B.”: the full stop belongs to the name


def signed(context: Context) -> Iterator[Candidate]:
    """Propose the quoted stretches that open a paragraph and are signed with a name."""
    paragraphs = context.view.paragraphs
    begins = {start: number for number, (start, _) in enumerate(paragraphs)}
    run: list[Quoted] = []
    for stretch in context.outer:
        number = begins.get(stretch.start)
        if number is None:
            continue
        run = [*run, stretch] if stretch.continues else [stretch]
        if not stretch.closed or not _is_speech(context, stretch):
            continue
        bounds = _signature(context, number, stretch.end)
        source = context.index.between(*bounds) if bounds is not None else []
        if source:
            who = context.view.text[source[0].start : source[-1].end]
            content = [(q.start, q.end) for q in run]
            detail = f"quotation marks, signed “{who}”"
            sense = _WROTE if who.startswith("@") else _SAID
            yield Candidate(content, [], source, sense, RULE, detail, weight_of(RULE))


def _signature(context: Context, number: int, end: int) -> tuple[int, int] | None:
    """Return the bounds of a name that ends the paragraph or is the whole of the next one."""
    text, paragraphs = context.view.text, context.view.paragraphs
    last = paragraphs[number][1]
    below = not text[end:last].strip() and number + 1 < len(paragraphs)
    if below:
        end, last = paragraphs[number + 1]
    if last - end > _MAX_SIGNATURE:
        return None
    tidy = normalise(text, end, last)
    match = context.language.patterns.signature.fullmatch(tidy.text)
    if match is None:
        match = _by_role(context, tidy.text, below=below)
    if match is None or (_YEAR.search(match[0]) and _is_title(context, number)):
        return None
    ends_line = match["who"].endswith(".") and len(match["who"].split()[-1]) > _ABBREVIATED
    return tidy.span(match.start("who"), match.end("who") - ends_line)


def _by_role(context: Context, line: str, *, below: bool) -> re.Match[str] | None:
    """Match a role before a name or instead of one; on a line of its own, after a name."""
    patterns = context.language.patterns
    match = patterns.signature_by_role.fullmatch(line)
    if match is not None and context.language.speakers.is_person(match["role"].split()[-1]):
        return match
    return patterns.signed_role.fullmatch(line) if below else None


def _is_title(context: Context, number: int) -> bool:
    """Whether the stretch that opens a paragraph does not end like speech, as a title does not."""
    stretch = context.index.stretch_at(context.view.paragraphs[number][0])
    if stretch is None or stretch.inner_end <= stretch.inner_start:
        return True
    inner = context.view.text[stretch.inner_start : stretch.inner_end].rstrip()
    return inner[-1:] not in _ENDS_LIKE_SPEECH


def _is_speech(context: Context, stretch: Quoted) -> bool:
    """Whether a stretch is not just a title: it ends like speech, or is long and no headline."""
    inner = context.view.text[stretch.inner_start : stretch.inner_end].strip()
    if not inner or inner[-1] in _ENDS_LIKE_SPEECH:
        return bool(inner)
    words = _WORD.findall(inner)
    long = [word for word in words if len(word) >= _LONG_WORD]
    return len(words) >= _MIN_WORDS_OF_SPEECH and any(word.islower() for word in long)
