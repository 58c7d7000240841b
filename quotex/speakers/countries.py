"""Which country's government speaks: "Moscow", "Russia", "the Kremlin", "Russia's ministry"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quotex.languages.countries import Countries
from quotex.parse.view import Token, View
from quotex.records import SpeakerKind
from quotex.speakers.names.cluster import Cluster

_BESIDE = frozenset({"ADJ", "PROPN", "PART"})
_REACH = 4  # tokens before a name


def country_of(
    cluster: Cluster, kind: SpeakerKind, view: View, table: Countries, learned: Mapping[int, str]
) -> str | None:
    """Return the code of the country whose government a cluster is, or None if it is unknown.

    It follows from the name, from an adjective, owner or place beside any of its mentions, or from
    a noun that refers to it ("the Russian ministry"): ``learned`` holds the codes from such nouns,
    by the number of the cluster.
    """
    if cluster.label == "JOINT":
        codes = {country_of(c, "government", view, table, learned) for c in cluster.members}
        return codes.pop() if len(codes) == 1 else None
    if kind != "government" or cluster.label == "PERSON":
        return None
    stated = stated_country(cluster, view, table)
    return stated if cluster.label == "GPE" else stated or learned.get(cluster.number)


def stated_country(cluster: Cluster, view: View, table: Countries) -> str | None:
    """Return the code that follows from a government's name or the words beside its mentions."""
    of_name = table.place(cluster.name) or table.at_start_of_longer(cluster.name)
    if of_name is not None or cluster.label == "GPE":
        return of_name
    beside = (
        code
        for first, last in cluster.runs
        for words in _nearby_words(view, first, last)
        if (code := table.place(words) or table.at_start_of(words)) is not None
    )
    return next(beside, None)


def _nearby_words(view: View, first: int, last: int) -> Iterator[str]:
    """Yield what may name the country of the organ at ``tokens[first:last]``."""
    tokens = view.tokens
    yield _text(view, first, last)
    start = first
    while start > 0 and first - start < _REACH and tokens[start - 1].pos in _BESIDE:
        start -= 1
        words = [t.text for t in tokens[start:first] if not t.is_a("possessive_ending")]
        yield " ".join(words)
    for child in tokens[last - 1].children:
        if child.is_a("country_preposition") and child.dep == "prep":
            yield from (_place(view, below) for below in child.children)


def _place(view: View, noun: Token) -> str:
    left = [c.i for c in noun.children if c.dep == "compound" and c.i < noun.i]
    return _text(view, min(left, default=noun.i), noun.i + 1)


def _text(view: View, first: int, last: int) -> str:
    return " ".join(token.text for token in view.tokens[first:last])
