"""Posts that an article shows: words without marks above "— Ada Roe (@adaroe) January 7, 2020".

Or below "Ada Roe @adaroe · 7 Jan" or "@adaroe wrote:". No mark shows where a post begins: it is
the paragraph next to its signature, and further paragraphs if a colon introduces them or if they
look like a post.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotex.document.normalise import Normalised, normalise
from quotex.languages.lexicon import Sense
from quotex.quotations.authority import weight_of
from quotex.quotations.candidate import Bounds, Candidate
from quotex.quotations.context import Context

RULE = "shown-post"
_WROTE = Sense("verb", "", "that", "writing", "asserts")
_ASKED = Sense("verb", "", "that", "writing", "asks")
_WORD = re.compile(r"[^\W_]+")
_DASH = re.compile(r"(?<!\S)-{1,3}|[–—―]")
_OPENS, _CLOSES = '“"', '”"'
_MAX_SIGNATURE = 160
_MAX_PARAGRAPH = 560
_MAX_POST = 1200
_MIN_WORDS = 2
_MAX_PARAGRAPHS = 6


def posts(context: Context) -> Iterator[Candidate]:
    """Propose the words above or below a line that says whose post they are."""
    reader = _Reader(context)
    for number in range(len(context.view.paragraphs)):
        found = reader.signed(number) or reader.headed(number)
        if found is not None:
            who, numbers = found
            content = [bounds for n in numbers if (bounds := reader.words(n)) is not None]
        elif (inline := reader.signed_inline(number)) is not None:
            who, content = inline[0], [inline[1]]
        else:
            continue
        source = context.index.between(*who)
        if source and content:
            name = context.view.text[who[0] : who[1]]
            asks = context.view.text[content[-1][1] - 1] == "?"
            yield Candidate(
                content,
                [],
                source,
                _ASKED if asks else _WROTE,
                RULE,
                f"a post of “{name}”",
                weight_of(RULE),
            )


class _Reader:
    def __init__(self, context: Context) -> None:
        self._context = context
        self._text = context.view.text
        self._bounds = context.view.paragraphs
        self._patterns = context.language.patterns
        self._persons = context.language.classes.words("first_person")

    def signed(self, number: int) -> tuple[Bounds, range] | None:
        """Return who signs in a paragraph, and which paragraphs before it are the post."""
        line = self._line(number)
        match = self._patterns.post_signature.fullmatch(line.text) if line is not None else None
        if line is None or match is None or not number or not self._may_be_post(number - 1):
            return None
        is_last = number == len(self._bounds) - 1
        first = self._first_paragraph(number - 1)
        is_introduced = first > 0 and self._introduces(first - 1)
        is_post = is_introduced or self._looks_like_post(number - 1)
        if not is_post and (is_last or match["day"] is None):
            return None  # whoever signs a whole article with a handle is its writer
        return line.span(*match.span("who")), range(first, number)

    def signed_inline(self, number: int) -> tuple[Bounds, Bounds] | None:
        """Return who signs at the end of a paragraph, with a day, and the words before that."""
        start, end = self._bounds[number]
        if end - start > _MAX_PARAGRAPH + _MAX_SIGNATURE:
            return None
        line = normalise(self._text, start, end)
        for dash in reversed(list(_DASH.finditer(line.text))):
            match = self._patterns.post_signature.fullmatch(line.text, dash.start())
            if match is None or match["day"] is None:
                continue
            begins, last = line.span(0, max(1, len(line.text[: dash.start()].rstrip())))
            words = self._without_links(begins, last)
            is_post = words is not None and self._may_be_post(number, last)
            return (line.span(*match.span("who")), words) if is_post and words else None
        return None

    def headed(self, number: int) -> tuple[Bounds, range] | None:
        """Return whom a line above a post names, and which paragraphs after it are the post."""
        line = self._line(number)
        match = self._patterns.post_header.fullmatch(line.text) if line is not None else None
        after = number + 1
        if line is None or match is None or after == len(self._bounds):
            return None
        if not self._may_be_post(after) or self._line_signs(after):
            return None
        last = after + 1
        while last < min(len(self._bounds), after + _MAX_PARAGRAPHS):
            if not (self._may_be_post(last) and self._looks_like_post(last)):
                break
            last += 1
        group = "who" if match["who"] else "handle"
        return line.span(*match.span(group)), range(after, last)

    def words(self, number: int) -> Bounds | None:
        """Return the words of a paragraph without the links after them."""
        return self._without_links(*self._bounds[number])

    def _without_links(self, start: int, end: int) -> Bounds | None:
        match = self._patterns.post_link.search(self._text, start, end)
        end = match.start() if match is not None else end
        return (start, end) if _WORD.search(self._text, start, end) else None

    def _first_paragraph(self, last: int) -> int:
        """Return the first paragraph of the post that ends with ``last``."""
        first = last
        while first > max(0, last + 1 - _MAX_PARAGRAPHS) and self._extends_back(first - 1, last):
            first -= 1
        if first > 0 and self._introduces(first - 1):
            return first
        while first < last and not self._looks_like_post(first):
            first += 1
        return first

    def _extends_back(self, number: int, last: int) -> bool:
        length = self._bounds[last][1] - self._bounds[number][0]
        return self._may_be_post(number) and not self._introduces(number) and length <= _MAX_POST

    def _introduces(self, number: int) -> bool:
        return self._text[self._bounds[number][0] : self._bounds[number][1]].endswith(":")

    def _may_be_post(self, number: int, last: int | None = None) -> bool:
        """Whether a paragraph is part of the article, short, and not a quotation or signature.

        ``last`` is where its words end, if a signature follows them.
        """
        start, end = self._bounds[number]
        end = last or end
        words = _WORD.findall(self._text[start : min(end, start + _MAX_PARAGRAPH)])
        is_quoted = self._text[start] in _OPENS and self._text[end - 1] in _CLOSES
        return (
            end - start <= _MAX_PARAGRAPH
            and len(words) >= _MIN_WORDS
            and self._context.allows_content_at(start)
            and not (is_quoted or self._introduces(number) or self._line_signs(number))
        )

    def _looks_like_post(self, number: int) -> bool:
        """Whether a paragraph has what articles do not have: "I", a hashtag, a link."""
        text = self._text[slice(*self._bounds[number])]
        words = (word.lower() for word in _WORD.findall(text) if word != "US")
        return self._patterns.like_a_post.search(text) is not None or any(
            word in self._persons for word in words
        )

    def _line_signs(self, number: int) -> bool:
        line = self._line(number)
        patterns = (self._patterns.post_signature, self._patterns.post_header)
        return line is not None and any(p.fullmatch(line.text) for p in patterns)

    def _line(self, number: int) -> Normalised | None:
        start, end = self._bounds[number]
        return normalise(self._text, start, end) if end - start <= _MAX_SIGNATURE else None
