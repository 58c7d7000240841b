"""Hand-made extractions, without a language model: each line of an article is a quotation."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from quotex.records import Article, Kind, Quotation, Span, Speaker, SpeakerKind, Stance, Venue
from quotex.result import Extraction


class Said(NamedTuple):
    """One quotation: its words as the article has them, and what is known about it.

    ``days`` have the form "2031-03-04" or "2031-03-03/2031-03-05". Words that begin and end with a
    quotation mark are direct, words without quotation marks are indirect.
    """

    words: str
    name: str = "Ada Brook"
    days: str = ""
    place: str = ""
    kind_of_speaker: SpeakerKind = "person"
    country: str | None = None
    stance: Stance = "asserts"
    role: str | None = None
    named: bool = True

    @property
    def kind(self) -> Kind:
        marks = sum(self.words.count(mark) for mark in '“”"')
        whole = self.words[0] in '“"' and self.words[-1] in '”"' and marks == 2
        return "direct" if whole else "mixed" if marks else "indirect"


def article(name: str, published: str, *said: Said, publisher: str | None = None) -> Extraction:
    """Return the extraction of an article with these quotations, with ids "1", "2" and so on."""
    text = "\n".join(f"{s.words} {s.place} {s.days}".rstrip() for s in said)
    day = date.fromisoformat(published)
    read = Article(text=text, id=name, published=day, publisher=publisher)
    return Extraction.of(read, _quotations(text, said))


def _quotations(text: str, said: Iterable[Said]) -> Iterable[Quotation]:
    place = 0
    for number, one in enumerate(said, 1):
        content = Span.of(text, place, place + len(one.words))
        line = f"{one.words} {one.place} {one.days}".rstrip()
        fields: dict[str, object] = {}
        if one.days:
            first, _, last = one.days.partition("/")
            fields["date"] = {
                "from": first,
                "to": last or first,
                "evidence": Span.of(text, place + line.index(one.days), place + len(line)),
                "scope": "explicit",
            }
        if one.place:
            at = place + line.index(one.place, len(one.words))
            span = Span.of(text, at, at + len(one.place))
            fields["venues"] = [Venue(kind="place", span=span, scope="explicit")]
        if one.name:
            fields["speaker"] = Speaker(
                name=one.name,
                kind=one.kind_of_speaker,
                named=one.named,
                country=one.country,
                role=one.role,
            )
        yield Quotation.model_validate(
            {
                "id": str(number),
                "kind": one.kind,
                "mode": "speech",
                "stance": one.stance,
                "content": (content,),
                "confidence": 1,
                **fields,
            }
        )
        place += len(line) + 1
