"""Separates page furniture (navigation, credits, appeals) from the article, by paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from quotex.document.blocks import blocks, matches
from quotex.document.paragraphs import Paragraph
from quotex.languages.furniture import FurnitureRules
from quotex.records import Section

_WORD = re.compile(r"\w+")
# Four words or more in quotation marks, or fewer that end like an utterance: more than a term.
_QUOTED_WORDS = re.compile(
    r"[\"“„«][^\"“”«»\s]+(?:\s+[^\"“”«»\s]+){3}|[\"“„«][^\"“”«»]{1,60}[,.!?…][\"”»“]"
)
_QUOTED = re.compile(r"[\"“„«][^\"“”«»]*[\"”»“]")
_SENTENCE_END = re.compile(r"[.?!…][\"”’')\]]*$")
_LONGEST_LINE = 300
_LONGEST_HEADLINE = 140
_LONGEST_HEADER = 40
_LONGEST_APPEAL = 900
_READ_CHARS = 2000
_LINK_CODE = "#link:"


class Sections:
    """The part of a page at each offset."""

    def __init__(self, regions: list[tuple[int, int, Section]]) -> None:
        self._regions = regions
        self._starts = [start for start, _, _ in regions]

    def of(self, offset: int) -> Section:
        """Return the section at an offset, "body" for the article itself."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or offset >= self._regions[at][1]:
            return "body"
        return self._regions[at][2]

    def in_body(self, offset: int) -> bool:
        """Return whether an offset is in the article itself."""
        return self.of(offset) == "body"


def sections(paragraphs: Sequence[Paragraph], rules: FurnitureRules) -> Sections:
    """Return the sections of a text."""
    found = furniture(paragraphs, rules)
    return Sections(
        [(paragraphs[n].start, paragraphs[n].end, section) for n, section in found.items()]
    )


def furniture(paragraphs: Sequence[Paragraph], rules: FurnitureRules) -> dict[int, Section]:
    """Return the section of each paragraph that is furniture, by its number."""
    texts = [_cleaned(paragraph) for paragraph in paragraphs]
    found = dict(blocks(texts, rules.blocks))
    open_section: Section | None = None
    for number, paragraph in enumerate(texts):
        if number in found:
            open_section = None
            continue
        section = _line_section(paragraph, rules)
        if section is not None:
            found[number] = section
            is_header = section == "related" and len(paragraph) <= _LONGEST_HEADER
            open_section = "related" if is_header else open_section
            continue
        open_section = _continuation(paragraph, open_section, rules)
        if open_section is not None:
            found[number] = open_section
    return dict(sorted(found.items()))


def _cleaned(paragraph: Paragraph) -> str:
    """Return a paragraph cleaned up, unless it has link codes, which the patterns look for."""
    given = paragraph.text[:_READ_CHARS]
    return given if _LINK_CODE in given else paragraph.tidy.text[:_READ_CHARS]


def _line_section(paragraph: str, rules: FurnitureRules) -> Section | None:
    if len(paragraph) > _LONGEST_LINE:
        return None
    for section, pattern in rules.lines.items():
        if matches(pattern, paragraph):
            return section
    return None


def _continuation(paragraph: str, before: Section | None, rules: FurnitureRules) -> Section | None:
    """Return the section that a paragraph opens or continues: an appeal, a list of headlines."""
    if before == "related" and _is_headline(paragraph):
        return "related"
    if _QUOTED_WORDS.search(paragraph):
        return "appeal" if _is_quoting_appeal(paragraph, rules) else None
    goes_on = before == "appeal" and _addresses_reader(paragraph, rules)
    return "appeal" if goes_on or _opens_appeal(paragraph, rules) else None


def _is_headline(paragraph: str) -> bool:
    return len(paragraph) <= _LONGEST_HEADLINE and _SENTENCE_END.search(paragraph) is None


def _opens_appeal(paragraph: str, rules: FurnitureRules) -> bool:
    return len(paragraph) <= _LONGEST_APPEAL and matches(rules.appeals.open, paragraph)


def _is_quoting_appeal(paragraph: str, rules: FurnitureRules) -> bool:
    """Return whether a paragraph still appeals to the reader without what it quotes."""
    if len(paragraph) > _LONGEST_APPEAL or not matches(rules.appeals.quotes, paragraph):
        return False
    return matches(rules.appeals.open, _QUOTED.sub("", paragraph))


def _addresses_reader(paragraph: str, rules: FurnitureRules) -> bool:
    words = _WORD.findall(paragraph[:_READ_CHARS])
    return any(word.lower() in rules.appeals.words and not word.isupper() for word in words)
