"""What a text says about an unnamed source's wish not to be named, and the reason it gives."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter
from re import Match
from typing import TypeVar

from quotex.parse.view import Token
from quotex.quotations.context import Context
from quotex.records import Anonymity, Quotation, Span, Spans, Speaker

_Place = TypeVar("_Place", bound=tuple[int, ...])
_ENDS = frozenset(';“”"()[]—–\n')  # marks at which a reason ends before its sentence does
_TRAILING = " \t\n\u00a0,.;:!?—–-'’`"


def with_anonymity(context: Context, records: Sequence[Quotation]) -> list[Quotation]:
    """Return the quotations, with ``anonymity`` set for each source that asks not to be named.

    Only sources without a name have it. A wish that a quotation reports ("Roe said that the donor
    asked not to be named") does not count.
    """
    said: dict[int, Anonymity] = {}
    reader = _Reader(context, records)
    for number, anonymity in reader.found():
        for other in reader.same_speaker(number):
            said.setdefault(other, anonymity)
    return [
        record.model_copy(update={"anonymity": said[n]}) if n in said else record
        for n, record in enumerate(records)
    ]


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    paragraph: int


class _Reader:
    """Reads one article; quotations are referred to by their positions in ``records``."""

    def __init__(self, context: Context, records: Sequence[Quotation]) -> None:
        self._context = context
        self._text = context.view.text
        self._records = records
        self._patterns = context.language.patterns
        self._view = context.view
        self._starts = [token.start for token in context.view.tokens]
        self._sources = sorted((s.start, s.end, n) for n, r in enumerate(records) for s in r.source)
        self._roles = sorted((s.start, n) for n, r in enumerate(records) for s in _spans(r))
        content = sorted((s.start, s.end) for record in records for s in record.content)
        self._content = [start for start, _ in content]
        self._reach = list(accumulate((end for _, end in content), max))
        self._lasts = sorted((_last(record), n) for n, record in enumerate(records))
        self._by_name: defaultdict[str, list[int]] = defaultdict(list)
        for number, record in enumerate(records):
            if record.speaker is not None:
                self._by_name[record.speaker.name].append(number)

    def found(self) -> Iterator[tuple[int, Anonymity]]:
        """Yield each statement with the quotation whose source it is about."""
        if not any(_is_unnamed(record) for record in self._records):
            return
        for match in self._patterns.anonymity.finditer(self._text):
            anonymity, owner = self._statement(match)
            if owner is not None:
                yield owner, anonymity
        for match in self._patterns.anonymity_unauthorised.finditer(self._text):
            end = self._reason_end(match.start(), self._sentence(match.start()))
            owner = self._nearest_owner(match, self._sentence(match.start()))
            if owner is not None and not self._is_inside_content(match.start()):
                span = Span.of(self._text, match.start(), max(end, match.end()))
                yield owner, Anonymity(span=span, reason=span)

    def same_speaker(self, number: int) -> Iterator[int]:
        """Yield the quotations of the same speaker, including this one.

        A later "the official" is taken to be the official mentioned before.
        """
        speaker = self._records[number].speaker
        yield number
        if speaker is None:
            return
        for other in self._by_name[speaker.name]:
            record = self._records[other]
            if record.speaker == speaker or (
                other > number and self._is_later_mention(record, speaker)
            ):
                yield other

    def _is_later_mention(self, record: Quotation, speaker: Speaker) -> bool:
        found = record.speaker
        alike = found is not None and not found.named and found.kind == speaker.kind
        return alike and self._has_definite_source(record)

    def _has_definite_source(self, record: Quotation) -> bool:
        return any(
            token.is_a("definite")
            for span in record.source[:1]
            for token in self._context.index.between(span.start, span.end)[:1]
        )

    def _statement(self, match: Match[str]) -> tuple[Anonymity, int | None]:
        sentence = self._sentence(match.start())
        reason = self._reason(match, sentence)
        made = Anonymity(span=Span.of(self._text, *match.span()), reason=reason)
        if self._is_inside_content(match.start()):
            return made, None
        owner = self._nearest_owner(match, sentence)
        if owner is None and not self._has_quotation(match, sentence):
            owner = self._owner_before(match, sentence)
        return made, owner

    def _nearest_owner(self, match: Match[str], sentence: _Sentence) -> int | None:
        """Return the quotation of the same sentence whose source is nearest, if it is unnamed."""
        near = [
            (_distance(start, end, match), number)
            for start, end, number in _within(self._sources, sentence)
            if not _is_wish(self._records[number], match)
        ]
        if not near:
            return None
        number = min(near)[1]
        return number if _is_unnamed(self._records[number]) else None

    def _has_quotation(self, match: Match[str], sentence: _Sentence) -> bool:
        found = {number for _, number in _within(self._roles, sentence)}
        return any(not _is_wish(self._records[number], match) for number in found)

    def _owner_before(self, match: Match[str], sentence: _Sentence) -> int | None:
        """Return the quotation whose source is the subject of a sentence without a quotation.

        It is the last one before, in the same paragraph or the one above, if the subject mentions
        its speaker, is a pronoun or repeats its source's noun; otherwise one of the next two, if
        the subject mentions its speaker.
        """
        subject = self._text[sentence.start : match.start()]
        place = bisect_left(self._lasts, (sentence.start, -1))
        before, after = self._lasts[:place][-1:], self._lasts[place : place + 2]
        for at, number in before:
            record = self._records[number]
            near = sentence.paragraph - self._sentence(at).paragraph <= 1
            if (
                near
                and _is_unnamed(record)
                and (
                    self._mentions_speaker(record, sentence, match)
                    or self._patterns.anonymity_subject.match(subject)
                    or _shares_noun(record, subject)
                )
            ):
                return number
        for _, number in after:
            record = self._records[number]
            wish = _is_wish(record, match)
            if _is_unnamed(record) and not wish and self._mentions_speaker(record, sentence, match):
                return number
        return None

    def _mentions_speaker(self, record: Quotation, sentence: _Sentence, match: Match[str]) -> bool:
        mentions = record.speaker.mentions if record.speaker is not None else ()
        return any(sentence.start <= m.start and m.end <= match.start() for m in mentions)

    def _reason(self, match: Match[str], sentence: _Sentence) -> Span | None:
        after = self._patterns.anonymity_reason.match(self._text, match.end(), sentence.end)
        if after is not None:
            start = after.start("reason")
            between = self._next_role(match.end(), start) < start
            end = self._reason_end(start, sentence)
            if not between and end > after.end("reason"):
                return Span.of(self._text, start, end)
        ahead = self._patterns.anonymity_reason_ahead.match(
            self._text, sentence.start, match.start()
        )
        return None if ahead is None else Span.of(self._text, *ahead.span("reason"))

    def _reason_end(self, start: int, sentence: _Sentence) -> int:
        """Return where a reason ends: with its sentence, or before a mark or a quotation."""
        for _, number in self._roles[self._place(start) : self._place(start + 1)]:
            record = self._records[number]
            if record.cue and record.cue[0].start == start < record.content[-1].end:
                return record.content[-1].end
        end = next(
            (at for at in range(start, sentence.end) if self._text[at] in _ENDS), sentence.end
        )
        end = self._next_role(start + 1, end)
        return start + len(self._text[start:end].rstrip(_TRAILING))

    def _place(self, offset: int) -> int:
        return bisect_left(self._roles, (offset, -1))

    def _next_role(self, start: int, end: int) -> int:
        """Return where the first part of a quotation in ``[start, end)`` begins, else ``end``."""
        place = self._place(start)
        return min([end, *(at for at, _ in self._roles[place : place + 1])])

    def _is_inside_content(self, offset: int) -> bool:
        """Whether an offset is inside content that begins before it."""
        place = bisect_left(self._content, offset)
        return place > 0 and self._reach[place - 1] > offset

    def _sentence(self, offset: int) -> _Sentence:
        tokens = self._view.tokens
        token: Token = tokens[max(bisect_right(self._starts, offset) - 1, 0)]
        words = self._view.sentence(token)
        return _Sentence(words[0].start, words[-1].end, self._view.paragraph(token))


def _is_unnamed(record: Quotation) -> bool:
    if record.speaker is not None:
        return not record.speaker.named
    return bool(record.source)


def _is_wish(record: Quotation, match: Match[str]) -> bool:
    """Whether a quotation is the wish itself: "asked" and what was asked."""
    return any(match.start() <= span.start < match.end() for span in record.content)


def _spans(record: Quotation) -> Spans:
    return (*record.content, *record.cue, *record.source)


def _last(record: Quotation) -> int:
    return max(span.start for span in _spans(record))


def _within(places: list[_Place], sentence: _Sentence) -> list[_Place]:
    """Return those of the sorted ``places`` that begin in the sentence."""
    first = bisect_left(places, sentence.start, key=itemgetter(0))
    return places[first : bisect_left(places, sentence.end, key=itemgetter(0))]


def _distance(start: int, end: int, match: Match[str]) -> int:
    """Return how far a source is from the words; one before them is taken to be nearer."""
    return match.start() - end if end <= match.start() else max(start - match.end(), 0) + 1


def _shares_noun(record: Quotation, subject: str) -> bool:
    name = record.speaker.name if record.speaker is not None else ""
    nouns = {
        _stem(w) for part in (name, *(s.text for s in record.source)) for w in part.split()[-1:]
    }
    return any(_stem(word) in nouns for word in subject.split())


def _stem(word: str) -> str:
    """Return a word without punctuation and its plural ending."""
    bare = word.strip(_TRAILING).casefold()
    return bare[:-1] if len(bare) > 3 and bare.endswith("s") else bare
