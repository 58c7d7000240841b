"""Blocks of furniture: a paragraph that opens one, and those after it that belong to it.

Many lines can only be recognised by their neighbours: "JoeB says: …" below "3 comments" is a
reader's comment; anywhere else it would name a source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotex.languages.furniture import NEVER, Block, Pattern
from quotex.records import Section

_READ_CHARS = 2000
_LONGEST_HEADER = 80


def blocks(paragraphs: Sequence[str], rules: Sequence[Block]) -> Iterator[tuple[int, Section]]:
    """Yield the number and the section of each paragraph that belongs to a block."""
    number = 0
    while number < len(paragraphs):
        found = _block_at(paragraphs, number, rules)
        if found is None:
            number += 1
            continue
        end, section = found
        yield from ((inside, section) for inside in range(number, end))
        number = end


def matches(pattern: Pattern, paragraph: str) -> bool:
    """Return whether ``pattern`` matches a whole paragraph, or the start of a long one."""
    return pattern.fullmatch(paragraph, 0, _READ_CHARS) is not None


def _block_at(
    paragraphs: Sequence[str], number: int, rules: Sequence[Block]
) -> tuple[int, Section] | None:
    """Return the end and the section of the block that a paragraph opens, or None."""
    for block in rules:
        first = _opening(paragraphs, number, block)
        if not first:
            continue
        end, times = _block_end(paragraphs, number + first, block)
        if times >= block.fewest:
            return end, block.section
    return None


def _opening(paragraphs: Sequence[str], number: int, block: Block) -> int:
    """Return the number of paragraphs that open the block at ``number``, 0 if none do."""
    if matches(block.open, paragraphs[number]):
        return 1
    two = paragraphs[number : number + 2]
    if block.open_two is not NEVER and len(two[0]) <= _LONGEST_HEADER and len(two) == 2:
        return 2 if matches(block.open_two, "\n".join(two)) else 0
    return 0


def _block_end(paragraphs: Sequence[str], after: int, block: Block) -> tuple[int, int]:
    """Return the end of the block that continues at ``after``, and how many paragraphs match."""
    if block.to_the_end:
        return len(paragraphs), 0
    end, times, at = after, 0, after
    while at < len(paragraphs) and at <= end + block.reach:
        if matches(block.goes_on, paragraphs[at]):
            end, times = at + 1, times + 1
        at += 1
    return end, times
