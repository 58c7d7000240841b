"""The labels of a transcript: who speaks, at the head of a paragraph or on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quotex.document.normalise import normalise
from quotex.quotations.candidate import Bounds
from quotex.quotations.context import Context

_MAX_LABEL = 200
_MAX_BARE_LABEL = 60
_OPENS, _CLOSES = '“"', '”"'
_NUMBER = re.compile(r"\s*\d+$")


@dataclass(frozen=True, slots=True)
class Label:
    """A label in paragraph ``number``: the speaker is at ``named``, the words start at ``begins``.

    ``named`` is an office and the name after it, or one span. ``limit`` is where the paragraph's
    words end. A label on a line of its own has no words; its turn begins in the next paragraph.
    ``is_letter``: it is the letter of a question or an answer; ``names_page_part``: it names part
    of a page rather than a speaker, and ends the turn before it.
    """

    number: int
    text: str
    named: tuple[Bounds, ...]
    begins: int
    limit: int
    is_letter: bool = False
    names_page_part: bool = False

    @property
    def on_own_line(self) -> bool:
        """Whether it is on a line of its own."""
        return self.begins >= self.limit

    @property
    def key(self) -> str:
        """What the full and the short label of one speaker have in common: the surname."""
        return self.text.split()[-1].casefold()

    @property
    def is_capital(self) -> bool:
        """Whether it is in capitals, apart from "Mc" and similar."""
        letters = [c for c in self.text if c.isalpha()]
        small = sum(c.islower() for c in letters)
        return small * 4 <= len(letters)

    @property
    def is_set_off(self) -> bool:
        """Whether it is not part of a sentence: in capitals, a letter, a part of the page."""
        return self.is_capital or self.is_letter or self.names_page_part


def labels_with_colon(context: Context) -> Iterator[Label]:
    """Yield the labels before a colon, and the letters for question and answer.

    A full stop may replace the colon ("Mr. ROE. We mend it.") if the text has no labels with one.
    """
    found = list(_labels(context))
    colons = any(has_colon for has_colon, _ in found)
    for has_colon, label in found:
        if has_colon or label.is_letter or not colons:
            yield label


def _labels(context: Context) -> Iterator[tuple[bool, Label]]:
    text, pattern = context.view.text, context.language.patterns.turn_label
    for number, (start, end) in enumerate(context.view.paragraphs):
        head = normalise(text, start, min(end, start + _MAX_LABEL))
        match = pattern.match(head.text)
        if match is None or (match["who"] and ":" not in match[0] and " " not in match["who"]):
            continue  # a single word before a full stop is not a label
        group = "examined" if match["examined"] else "who"
        named = tuple(head.span(*bounds) for bounds in _name_bounds(context, match, group))
        begins = head.span(match.start(), match.end())[1]
        is_quoted = match.start(group) > 0 and head.text[0] in _OPENS and text[end - 1] in _CLOSES
        limit = end - is_quoted
        is_letter = group == "examined" or len(match[group]) == 1
        while begins < limit and text[begins].isspace():
            begins += 1
        names_page_part = _names_page_part(context, match[0], match["who"] or "")
        who = _speaker_name(text, named)
        label = Label(number, who, named, min(begins, limit), limit, is_letter, names_page_part)
        yield ":" in match[0], label


def labels_on_own_line(context: Context) -> Iterator[Label]:
    """Yield the labels that are on a line of their own, without a colon."""
    text, pattern = context.view.text, context.language.patterns.bare_label
    for number, (start, end) in enumerate(context.view.paragraphs):
        if end - start > _MAX_BARE_LABEL:
            continue
        line = normalise(text, start, end)
        match = pattern.fullmatch(line.text)
        if match is not None and not _names_page_part(context, "", match["who"]):
            named = tuple(line.span(*bounds) for bounds in _name_bounds(context, match, "who"))
            yield Label(number, _speaker_name(text, named), named, end, end)


def _speaker_name(text: str, named: tuple[Bounds, ...]) -> str:
    return " ".join(" ".join(text[start:end].split()) for start, end in named)


def _name_bounds(context: Context, match: re.Match[str], group: str) -> Iterator[Bounds]:
    """Yield the bounds of the words in a label that name somebody.

    After an office, that includes the name in brackets: "The Minister for Health (Ada Roe)".
    """
    yield match.span(group)
    if group == "who" and _is_office(context, match["who"]):
        holder = context.language.patterns.office_holder.match(match["asides"])
        if holder is not None:
            start, end = holder.span("name")
            yield match.start("asides") + start, match.start("asides") + end


def _is_office(context: Context, label: str) -> bool:
    words = label.lower().split()
    small = context.language.classes.words("name_small")
    if words[0] in context.language.classes.words("definite_article"):
        return True
    head = next((n for n, word in enumerate(words) if word in small and n), len(words))
    return words[head - 1].rpartition("-")[2] in context.language.speakers.person


def _names_page_part(context: Context, label: str, who: str) -> bool:
    """Whether a label names part of a page, or who examines a witness, rather than a speaker."""
    if context.language.patterns.examiner.match(label) is not None:
        return True
    return _NUMBER.sub("", who).lower() in context.language.page_labels
