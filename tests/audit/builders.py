"""Two invented articles with hand-made quotations."""

from __future__ import annotations

from datetime import date

from quotex.records import Anonymity, Article, Quotation, Speaker
from quotex.result import Extraction
from tests.write.builders import quotation, span

HERALD = (
    "“The pier is safe,” said Mayor Ada Roe. An aide said on condition of anonymity because of "
    "the vote that it was not. Officials called it a risk for all of us. One said no. Rain fell."
)
GAZETTE = "Roe denied that the pier had sunk. “We know,” said Tom Ellery. Divers said nothing new."
NASTY = "<b onmouseover='x'>$a_b$</b>"

ROE = Speaker(name="Ada Roe", kind="person", named=True, role="Mayor")
AIDE = Speaker(name="aide", kind="person", named=False)
OFFICIALS = Speaker(name="officials", kind="government", named=False)


def herald() -> Extraction:
    """Return five quotations from May, one inside another, the last without a speaker."""
    reason = Anonymity(
        span=span(HERALD, "on condition of anonymity"), reason=span(HERALD, "because of the vote")
    )
    outer = quotation(HERALD, ["it a risk for all of us"], speaker=OFFICIALS, kind="mixed")
    quotations: list[Quotation] = [
        quotation(HERALD, ["“The pier is safe,”"], speaker=ROE, kind="direct"),
        quotation(HERALD, ["that it was not"], speaker=AIDE, anonymity=reason),
        outer,
        quotation(HERALD, ["a risk"], speaker=AIDE, within=outer.id),
        quotation(HERALD, ["no. Rain"], stance="denies"),
    ]
    article = Article(
        text=HERALD, id="h1", published=date(2024, 5, 9), publisher="Herald", title="Pier"
    )
    return Extraction.of(article, quotations)


def gazette(publisher: str | None = "Gazette") -> Extraction:
    """Return two quotations from April, one by the mayor under her surname."""
    roe = Speaker(name="Roe", kind="person", named=True)
    tom = Speaker(name="Tom Ellery", kind="person", named=True, role="diver")
    quotations = [
        quotation(GAZETTE, ["that the pier had sunk"], speaker=roe, stance="denies"),
        quotation(GAZETTE, ["“We know,”"], speaker=tom, kind="direct"),
    ]
    day = date(2024, 4, 30) if publisher else None
    article = Article(text=GAZETTE, id="g1", published=day, publisher=publisher)
    return Extraction.of(article, quotations)


def nasty() -> Extraction:
    """Return a quotation whose speaker, role and publisher contain markup."""
    speaker = Speaker(name=NASTY, kind="person", named=True, role=NASTY)
    article = Article(text=NASTY, id=NASTY, publisher=NASTY, published=date(2024, 5, 1))
    return Extraction.of(article, [quotation(NASTY, ["$a_b$"], speaker=speaker)])
