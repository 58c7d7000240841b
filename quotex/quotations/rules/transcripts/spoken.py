"""What is spoken in a transcript's paragraphs, and what is between the turns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotex.document.normalise import normalise
from quotex.quotations.candidate import Bounds
from quotex.quotations.context import Context

_WORD = re.compile(r"[^\W_]+")
_BRACKETED = re.compile(r"\(.*\)|\[.*\]", re.DOTALL)
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
_OPENS_SENTENCE = re.compile(r"[A-Z0-9\"“‘'(\[]")
_ENDS_SENTENCE = re.compile(r"[.?!…,;:—–-][\"”’')\]]*$|[.?!…,;:—–-]$")
_INNER_STOP = re.compile(r"\w{3,}[.?!] ")
_MAX_HEADING = 80
_MAX_LINE = 400


class Paragraphs:
    """The paragraphs of a text that may be a transcript, by their numbers."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._text = context.view.text
        self._bounds = context.view.paragraphs
        self._patterns = context.language.patterns
        classes = context.language.classes
        self._persons = classes.words("first_person") | classes.words("second_person")

    @property
    def count(self) -> int:
        """The number of paragraphs."""
        return len(self._bounds)

    def bounds(self, number: int) -> Bounds:
        """Return the bounds of a paragraph."""
        return self._bounds[number]

    def is_skipped(self, number: int) -> bool:
        """Whether a paragraph is not spoken: a stage direction, a time, a part of the page."""
        start, _end = self._bounds[number]
        if not self._context.allows_content_at(start):
            return True
        words = self._words(number)
        is_direction = _BRACKETED.fullmatch(words) is not None
        return is_direction or self._patterns.between_turns.fullmatch(words) is not None

    def ends_turn(self, number: int) -> bool:
        """Whether a paragraph says what is done: an oath, a vote, a recess."""
        return self._patterns.proceedings.fullmatch(self._words(number)) is not None

    def is_heading(self, number: int) -> bool:
        """Whether a paragraph is a line that begins with a capital but does not end a sentence."""
        words = self._words(number)
        return (
            len(words) <= _MAX_HEADING
            and _OPENS_SENTENCE.match(words) is not None
            and _ENDS_SENTENCE.search(words) is None
            and _INNER_STOP.search(words) is None
        )

    def uses_first_or_second_person(self, number: int, speaker: str) -> bool:
        """Whether a paragraph says "I" or "you" and does not name its speaker."""
        words = _WORD.findall(_QUOTED.sub("", self._words(number)))
        names = {w.lower() for w in _WORD.findall(speaker) if len(w) > 2}
        capital = {w.lower() for w in words if w[0].isupper()}
        return not names.intersection(capital) and any(
            word.lower() in self._persons and not (word.isupper() and len(word) > 1)
            for word in words
        )

    def spoken(self, start: int, end: int) -> Iterator[Bounds]:
        """Yield what is said in ``[start, end)``, without stage directions."""
        text = self._text
        for match in self._patterns.stage_direction.finditer(text, start, end):
            before = text[start : match.start()].rstrip()
            if _WORD.search(before):
                yield start, start + len(before)
            start = match.end()
            while start < end and text[start].isspace():
                start += 1
        if start < end and _WORD.search(text, start, end):
            yield start, end

    def _words(self, number: int) -> str:
        start, end = self._bounds[number]
        return normalise(self._text, start, min(end, start + _MAX_LINE)).text.strip()
