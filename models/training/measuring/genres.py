"""World news by genre: the accuracy of the default extractor on each kind of article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quotex.evaluation.gold import GoldArticle
from quotex.evaluation.news import score_news
from quotex.evaluation.news_scores import NewsScores
from quotex.extractor import Extractor

ALL, OTHER = "all", "other"
_COLUMNS = (
    *("genre", "articles", "required", "precision", "recall", "exact", "source"),
    "calibration error",
)


@dataclass(frozen=True, slots=True)
class Genre:
    """The figures on the articles of one genre, or on all of them."""

    name: str
    scores: NewsScores


def genres(
    extractor: Extractor, articles: Sequence[GoldArticle], names: Mapping[str, str]
) -> list[Genre]:
    """Measure on all articles, then on each genre separately, in order of the genres' names.

    ``names`` maps the prefix of article ids to the name of their genre; if two match, the longer
    one decides. Without names, there are only the figures on all articles.
    """
    found = {a.id: extractor(a.article()).quotations for a in articles}
    modes = frozenset(extractor.options.modes or ())
    groups = {ALL: list(articles)}
    for article in articles if names else ():
        groups.setdefault(genre_of(article.id, names), []).append(article)
    return [
        Genre(name, score_news(group, {a.id: found[a.id] for a in group}, modes=modes).scores)
        for name, group in sorted(groups.items(), key=lambda item: (item[0] != ALL, item[0]))
    ]


def genre_of(id_: str, names: Mapping[str, str]) -> str:
    """Return the name of an article's genre, given the article's id."""
    fitting = [prefix for prefix in names if id_.startswith(prefix)]
    return names[max(fitting, key=len)] if fitting else OTHER


def table(found: Sequence[Genre]) -> str:
    """Return the figures as a Markdown table."""
    lines = [f"| {' | '.join(_COLUMNS)} |", "|---" * len(_COLUMNS) + "|"]
    lines.extend(f"| {' | '.join(_cells(one))} |" for one in found)
    return "\n".join(lines)


def _cells(one: Genre) -> list[str]:
    scores = one.scores
    shares = (scores.precision, scores.recall, scores.exact, scores.source)
    return [
        one.name,
        str(scores.articles),
        "–" if scores.gold is None else str(scores.gold),
        *("–" if share is None else f"{share:.3f}" for share in shares),
        "–" if scores.calibration_error is None else f"{scores.calibration_error:.3f}",
    ]
