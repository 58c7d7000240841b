"""Span scores: source, cue and content, as word tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, get_args

from quotex.evaluation.gold import GoldArticle
from quotex.evaluation.overlap import (
    MIN_OVERLAP,
    ROLES,
    WORD,
    Cover,
    Pair,
    Predicted,
    Rates,
    Role,
    Tally,
    Tokens,
    Words,
    check_known,
    gold_cover,
    pair,
    predicted_cover,
    ratio,
    source_agrees,
)
from quotex.records import Kind, Quotation

KINDS: tuple[Kind, ...] = get_args(Kind)

_MIN_DIRECT_SHARE = 0.95  # the least share of words inside quotation marks for direct content
_MARK_OR_WORD = re.compile(rf"[“«”»\"\n]|{WORD.pattern}")


@dataclass(frozen=True, slots=True)
class KindScores:
    """Scores for one kind of content; ``gold`` is its number of gold attributions.

    Recall uses the kind of the gold content, precision that of the predicted content.
    ``attributed`` is None if the gold labels no source.
    """

    gold: int
    overlap: Rates
    attributed: Rates | None

    def to_dict(self) -> dict[str, Any]:
        """Return the figures under the reference scorer's keys."""
        return {
            "gold": self.gold,
            "overlap": self.overlap.to_dict(),
            "attributed": _or_none(self.attributed),
        }


@dataclass(frozen=True, slots=True)
class SpanScores:
    """How well predicted spans match the gold ones.

    ``exact``: content has the same words; ``overlap``: content with intersection / union of at
    least 0.5; ``soft``: the mean share of each content that the other side covers; ``attributed``:
    overlap, and the source agrees; ``source_accuracy``: the share of overlaps whose source agrees;
    ``token``: words labelled source, cue or content, over all roles and by ``roles``; ``kinds``:
    by direct, mixed and indirect content. If the gold labels no sources or no cues at all, their
    figures are None or missing from ``roles``; ``source_accuracy`` is also None without overlaps
    whose source the gold gives. Where only some attributions leave a role out, it is
    not counted for those, on either side.
    """

    articles: int
    gold: int
    predicted: int
    exact: Rates
    overlap: Rates
    soft: Rates
    attributed: Rates | None
    source_accuracy: float | None
    token: Rates
    roles: Mapping[Role, Rates]
    kinds: Mapping[Kind, KindScores]

    def to_dict(self) -> dict[str, Any]:
        """Return what the reference scorer prints with ``--json``."""
        return {
            "articles": self.articles,
            "gold": self.gold,
            "predicted": self.predicted,
            "exact": self.exact.to_dict(),
            "overlap": self.overlap.to_dict(),
            "soft": self.soft.to_dict(),
            "attributed": _or_none(self.attributed),
            "source_accuracy_given_overlap": self.source_accuracy,
            "token": self.token.to_dict(),
            **{f"token_{role}": _or_none(self.roles.get(role)) for role in ROLES},
            **{kind: scores.to_dict() for kind, scores in self.kinds.items()},
        }


def score_spans(gold: Sequence[GoldArticle], predicted: Predicted) -> SpanScores:
    """Score predicted quotations, by article id, against the gold.

    An article without predictions counts as having none; attributions without a word of content
    are left out on both sides.

    Raises:
        InputError: there are predictions for articles that are not in the gold.
    """
    check_known(gold, predicted)
    counts = _Counts()
    for article in gold:
        _count_article(counts, article, predicted.get(article.id, ()))
    return counts.scores(len(gold))


@dataclass(slots=True)
class _Counts:
    exact: Tally = field(default_factory=Tally)
    overlap: Tally = field(default_factory=Tally)
    soft: Tally = field(default_factory=Tally)
    attributed: Tally = field(default_factory=Tally)
    token: Tally = field(default_factory=Tally)
    roles: dict[Role, Tally] = field(default_factory=lambda: {role: Tally() for role in ROLES})
    kind_overlap: dict[Kind, Tally] = field(default_factory=lambda: {k: Tally() for k in KINDS})
    kind_attributed: dict[Kind, Tally] = field(default_factory=lambda: {k: Tally() for k in KINDS})
    sourced: int = 0  # overlaps for which the gold gives the source
    labelled_roles: set[Role] = field(default_factory=set)

    def scores(self, articles: int) -> SpanScores:
        return SpanScores(
            articles=articles,
            gold=self.exact.gold,
            predicted=self.exact.predicted,
            exact=self.exact.rates(),
            overlap=self.overlap.rates(),
            soft=self.soft.rates(),
            attributed=self.attributed.rates() if self._has_gold("source") else None,
            source_accuracy=self.attributed.gold_hits / self.sourced if self.sourced else None,
            token=self.token.rates(),
            roles={
                role: tally.rates() for role, tally in self.roles.items() if self._has_gold(role)
            },
            kinds={kind: self._kind_scores(kind) for kind in KINDS},
        )

    def _has_gold(self, role: Role) -> bool:
        """Return whether the gold labels a role anywhere; an empty gold counts as doing so."""
        return role in self.labelled_roles or not self.exact.gold

    def _kind_scores(self, kind: Kind) -> KindScores:
        overlap, attributed = self.kind_overlap[kind], self.kind_attributed[kind]
        rates = attributed.rates() if self._has_gold("source") else None
        return KindScores(overlap.gold, overlap.rates(), rates)


def _or_none(rates: Rates | None) -> dict[str, float | None] | None:
    return rates.to_dict() if rates else None


def _count_article(counts: _Counts, article: GoldArticle, quotations: Sequence[Quotation]) -> None:
    words = Words(article.text)
    quoted = _quoted(article.text)
    gold = _with_words(gold_cover(words, attribution) for attribution in article.attributions)
    predicted = _with_words(predicted_cover(words, quotation) for quotation in quotations)
    pairs = pair(gold, predicted)
    predicted = _with_unlabelled(gold, predicted, pairs)
    counts.labelled_roles.update(*(set(ROLES) - cover.unlabelled for cover in gold))
    _count_seen(counts, gold, predicted, quoted)
    _count_tokens(counts, gold, predicted)
    for i, j, overlap in pairs:
        _count_pair(counts, gold[i], predicted[j], overlap, quoted)


def _with_words(covers: Iterable[Cover]) -> list[Cover]:
    return [cover for cover in covers if cover.content]


def _with_unlabelled(
    gold: Sequence[Cover], predicted: Sequence[Cover], pairs: Iterable[Pair]
) -> list[Cover]:
    """Return the predictions, each with the untold roles of the gold that it overlaps."""
    marked = list(predicted)
    for i, j, overlap in pairs:
        if overlap >= MIN_OVERLAP:
            marked[j] = replace(marked[j], unlabelled=gold[i].unlabelled)
    return marked


def _count_seen(
    counts: _Counts, gold: Sequence[Cover], predicted: Sequence[Cover], quoted: Tokens
) -> None:
    for tally in (counts.exact, counts.overlap, counts.soft):
        tally.seen(predicted=len(predicted), gold=len(gold))
    for covers, of_gold in ((gold, 1), (predicted, 0)):
        for cover in covers:
            kind = _kind(cover.content, quoted)
            counts.kind_overlap[kind].seen(predicted=1 - of_gold, gold=of_gold)
            if "source" not in cover.unlabelled:
                for tally in (counts.attributed, counts.kind_attributed[kind]):
                    tally.seen(predicted=1 - of_gold, gold=of_gold)


def _count_tokens(counts: _Counts, gold: Sequence[Cover], predicted: Sequence[Cover]) -> None:
    for role in ROLES:
        in_gold = _labelled(gold, role)
        in_predicted = _labelled(predicted, role)
        hits = len(in_gold & in_predicted)
        for tally in (counts.token, counts.roles[role]):
            tally.seen(predicted=len(in_predicted), gold=len(in_gold))
            tally.hit(hits, hits)


def _labelled(covers: Sequence[Cover], role: Role) -> Tokens:
    return frozenset(
        word for cover in covers if role not in cover.unlabelled for word in getattr(cover, role)
    )


def _count_pair(
    counts: _Counts, gold: Cover, predicted: Cover, overlap: float, quoted: Tokens
) -> None:
    common = len(gold.content & predicted.content)
    counts.soft.hit(common / len(predicted.content), common / len(gold.content))
    if gold.content == predicted.content:
        counts.exact.hit()
    if overlap < MIN_OVERLAP:
        return
    gold_kind, predicted_kind = _kind(gold.content, quoted), _kind(predicted.content, quoted)
    counts.overlap.hit()
    counts.kind_overlap[gold_kind].hit(predicted=0)
    counts.kind_overlap[predicted_kind].hit(gold=0)
    if "source" in gold.unlabelled:
        return
    counts.sourced += 1
    if source_agrees(gold.source, predicted.source):
        counts.attributed.hit()
        counts.kind_attributed[gold_kind].hit(predicted=0)
        counts.kind_attributed[predicted_kind].hit(gold=0)


def _quoted(text: str) -> Tokens:
    """Return the words inside double quotation marks; an open one closes at the end of its line."""
    inside = False
    word = 0
    found = set()
    for match in _MARK_OR_WORD.finditer(text):
        mark = match[0]
        if mark in ("“", "«"):
            inside = True
        elif mark in ("”", "»", "\n"):
            inside = False
        elif mark == '"':
            inside = not inside
        else:
            if inside:
                found.add(word)
            word += 1
    return frozenset(found)


def _kind(content: Tokens, quoted: Tokens) -> Kind:
    share = ratio(len(content & quoted), len(content))
    if share >= _MIN_DIRECT_SHARE:
        return "direct"
    return "mixed" if share > 0 else "indirect"
