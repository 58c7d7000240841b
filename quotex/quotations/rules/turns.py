"""Transcripts and interviews: paragraphs that begin with the label of who speaks.

``ROE: We mend the sluice.`` is a turn if labels recur in the text, most paragraphs between the
first and the last of them bear one, and it names no part of a page or of a notice. A transcript
that is quoted as a whole has a quotation mark before each label.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from quotex.document.normalise import normalise
from quotex.languages.lexicon import Sense
from quotex.quotations.authority import weight_of
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context

RULE = "labelled-turn"
_SAID = Sense("verb", "", "that", "speech", "asserts")
_CLOSES = '”"'
_LONGEST_LABEL = 200
_FEWEST_TURNS = 3
_SHARE_OF_PARAGRAPHS = 0.5


@dataclass(frozen=True, slots=True)
class _Turn:
    number: int
    label: str
    label_start: int
    label_end: int
    start: int
    end: int


def turns(context: Context) -> Iterator[Candidate]:
    """Propose what stands behind each label, the label as its source."""
    others = context.language.page_labels
    found = [turn for turn in _labelled(context) if turn.label.lower() not in others]
    if not _is_transcript(found):
        return
    for turn in found:
        source = context.index.between(turn.label_start, turn.label_end)
        if source and context.index.between(turn.start, turn.end):
            yield Candidate(
                [(turn.start, turn.end)],
                [],
                list(source),
                _SAID,
                RULE,
                f"a turn labelled “{turn.label}”",
                weight_of(RULE),
            )


def _labelled(context: Context) -> Iterator[_Turn]:
    text = context.view.text
    for number, (start, end) in enumerate(context.view.paragraphs):
        head = normalise(text, start, min(end, start + _LONGEST_LABEL))
        match = context.language.patterns.turn_label.match(head.text)
        if match is not None:
            label = "examined" if match["examined"] else "who"
            named = head.span(*match.span(label))
            begin = head.span(match.start(), match.end())[1]
            is_quoted = match.start(label) > 0 and text[end - 1] in _CLOSES
            yield _Turn(number, match[label], *named, begin, end - is_quoted)


def _is_transcript(found: list[_Turn]) -> bool:
    if len(found) < _FEWEST_TURNS:
        return False
    often = Counter(turn.label for turn in found)
    if len(often) < 2 or max(often.values()) < 2:
        return False
    reach = found[-1].number - found[0].number + 1
    return len(found) >= _SHARE_OF_PARAGRAPHS * reach
