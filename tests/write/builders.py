"""Records for the tests of the views, built from a text and the words in each role."""

from __future__ import annotations

from collections.abc import Iterable
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

TEXT = (
    "The ferry to Skarvik will stop on Friday, Marit Holm told a meeting in Lundby on Monday.\n\n"
    '"Nobody asked us," said a deckhand. He thinks that the mayor lied when she said the quay '
    "was safe."
)


def span(text: str, words: str) -> Span:
    """Return the first occurrence of ``words`` in ``text``."""
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def quotation(
    text: str,
    content: Iterable[str],
    cue: Iterable[str] = (),
    source: Iterable[str] = (),
    **fields: object,
) -> Quotation:
    """Return a quotation whose spans are the first occurrences of the given words."""
    roles = [tuple(span(text, words) for words in role) for role in (content, cue, source)]
    given: dict[str, object] = {
        "kind": "indirect",
        "mode": "speech",
        "stance": "asserts",
        "confidence": 0.5,
    }
    given |= {"id": quotation_id(text_hash(text), *roles)}
    given |= {"content": roles[0], "cue": roles[1], "source": roles[2]}
    return Quotation.model_validate(given | fields)


def days(first: date, last: date, words: str) -> SpeechDate:
    """Return the days of speech, with ``words`` in ``TEXT`` as evidence."""
    return SpeechDate.model_validate(
        {"from": first, "to": last, "evidence": span(TEXT, words), "scope": "explicit"}
    )


def ferry() -> Extraction:
    """Return an article with four quotations, the last inside the third."""
    article = Article(
        text=TEXT, id="ferry-1", published=date(2031, 3, 5), title="Ferry to stop", url="x:1"
    )
    return Extraction.of(article, [_first(), _second(), _outer(), _inner()])


def _first() -> Quotation:
    return quotation(
        TEXT,
        ["The ferry to Skarvik will stop on Friday"],
        ["told"],
        ["Marit Holm"],
        cue_lemma="tell",
        speaker=Speaker(name="Marit Holm", kind="person", named=True, role="harbour master"),
        date=days(date(2031, 3, 3), date(2031, 3, 3), "on Monday"),
        venues=[
            Venue(kind="event", span=span(TEXT, "a meeting"), scope="explicit"),
            Venue(kind="place", span=span(TEXT, "Lundby"), scope="explicit"),
        ],
        confidence=0.9,
        evidence=[
            Evidence(field="speaker", by="rule", name="s1", detail="subject"),
            Evidence(field="quotation", by="rule", name="clause-after", detail="told <her> & us"),
        ],
    )


def _second() -> Quotation:
    return quotation(
        TEXT, ['"Nobody asked us,"'], ["said"], ["a deckhand"], kind="direct", stance="criticises"
    )


def _outer() -> Quotation:
    return quotation(
        TEXT, ["the mayor lied when she said the quay was safe"], ["thinks"], ["He"], mode="thought"
    )


def _inner() -> Quotation:
    return quotation(TEXT, ["the quay was safe"], ["she said"], ["she"])
