"""``POST /extract``: the quotations in articles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI, Response

from quotex.errors import QuotexError
from quotex.records import Article
from quotex.result import Extraction
from quotex.server.articles import (
    ExtractRequest,
    GivenArticle,
    articles_of,
    check_count,
    problem_of,
)
from quotex.server.limits import ServerLimits
from quotex.server.problems import ProblemError
from quotex.server.worker import Worker


def add_extract(app: FastAPI, worker: Worker, limits: ServerLimits) -> None:
    """Add the route."""

    async def extract(request: ExtractRequest) -> Any:
        """Read one article, or a list of them; the answer to a list is a list in the same order.

        An article in a list that cannot be read does not affect the others: it has no quotations,
        and its `error` says why. A single article that cannot be read is rejected with 422.
        """
        if isinstance(request.root, list):
            found = await extractions_of(request.root, worker, limits)
            return _json("[" + ",".join(each.to_json() for each in found) + "]")
        (given,) = await articles_of([request.root], worker)
        if isinstance(given, QuotexError):
            raise problem_of(given)
        (extraction,) = await worker.read([given])
        if extraction.error is not None:
            raise ProblemError("unreadable", extraction.error)
        return _json(extraction.to_json())

    app.add_api_route(
        "/extract",
        extract,
        methods=["POST"],
        response_model=Extraction | list[Extraction],
        summary="Quotations in articles",
    )


async def extractions_of(
    given: Sequence[GivenArticle], worker: Worker, limits: ServerLimits
) -> list[Extraction]:
    """Return an extraction for each article of a request, with an ``error`` if it was not read.

    Raises:
        ProblemError: there are too many articles, or they would wait too long.
    """
    check_count(len(given), limits.max_articles)
    made = await articles_of(given, worker)
    found = iter(await worker.read([one for one in made if isinstance(one, Article)]))
    return [
        next(found)
        if isinstance(one, Article)
        else Extraction.failed(asked.id or f"article-{number}", str(one))
        for number, (one, asked) in enumerate(zip(made, given, strict=True))
    ]


def _json(text: str) -> Response:
    return Response(text.encode("utf-8", "replace"), media_type="application/json")
