"""A long invented article with its quotations, to test views at that length."""

from __future__ import annotations

from datetime import date

from quotex.records import (
    Article,
    Evidence,
    Quotation,
    Span,
    Speaker,
    SpeechDate,
    Venue,
    quotation_id,
    text_hash,
)
from quotex.result import Extraction

_PEOPLE = (
    ("Ada Brook", "harbour master"), ("Tom Okafor", "engineer"), ("Ana Ruiz", "mayor"),
    ("Lena Voss", "union leader"), ("Iris Holt", "councillor"), ("Sven Dahl", "pilot"),
    ("Mara Quist", "baker"), ("Ole Brandt", "bishop"), ("June Park", "pilot"),
    ("Nils Foss", "fisherman"), ("Rosa Lind", "teacher"), ("Kai Moe", "student"),
    ("Vera Sund", "nurse"), ("Abe Stone", "lawyer"), ("Pia Berg", "painter"),
    ("Max Thorn", "clerk"), ("Eva Rask", "judge"), ("Jon Vik", "diver"),
)  # fmt: skip
_WORDS = (
    "the quay will hold for another winter",
    "nobody has asked those who use the ferry",
    "repairs cost more every month that the council waits",
    "the report was on the table before the vote",
    "a second opinion is worth the price of one crossing",
)


def long_article(quotations: int = 300) -> Extraction:
    """Return an article with this many quotations, one per paragraph, by eighteen people."""
    text, places = "", []
    for number in range(quotations):
        name, role = _PEOPLE[number * number % 31 % len(_PEOPLE)]
        words = f"“{_WORDS[number % len(_WORDS)].capitalize()},”"
        start = len(text)
        text += f"{words} {name} said at the town hall on Tuesday. Then rain fell on the port.\n\n"
        places.append((start, words, name, role))
    found = [_quotation(text, *place) for place in places]
    article = Article(text=text, id="long", title="A long night in the port", publisher="Gazette")
    return Extraction.of(article, found)


def _quotation(text: str, start: int, words: str, name: str, role: str) -> Quotation:
    def span(of: str) -> Span:
        at = text.index(of, start)
        return Span.of(text, at, at + len(of))

    content, cue, source = (span(words),), (span("said"),), (span(name),)
    return Quotation(
        id=quotation_id(text_hash(text), content, cue, source),
        kind="direct", mode="speech", stance="asserts", confidence=0.97,
        content=content, cue=cue, cue_lemma="say", source=source,
        speaker=Speaker(name=name, kind="person", named=True, role=role),
        date=SpeechDate(
            from_=date(2024, 5, 7), to=date(2024, 5, 7), evidence=span("Tuesday"), scope="explicit"
        ),
        venues=(Venue(kind="place", span=span("the town hall"), scope="explicit"),),
        evidence=(Evidence(field="quotation", by="rule", name="made", detail="made for a test"),),
    )  # fmt: skip
