"""``GET /``: a page for trying quotex in a browser, and ``POST /view``, which it calls.

All of it comes from this server; its policy lets a browser run and load nothing else.
"""

from __future__ import annotations

import io
import json
from functools import cache
from importlib.resources import files
from typing import Any

from fastapi import FastAPI, Response

from quotex.exports.web_annotation import to_web_annotation
from quotex.records import Utterance
from quotex.result import Extraction
from quotex.server.articles import PageArticle, TextArticle
from quotex.server.extract import extractions_of
from quotex.server.limits import ServerLimits
from quotex.server.link import utterances_in
from quotex.server.worker import Worker
from quotex.views.article import body, headline, prefix_of
from quotex.views.marks import place_id
from quotex.views.style import filters, page_style, sheet
from quotex.write.rows import to_csv

PAGE_PATHS = ("/", "/page.css", "/page.js", "/view")
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}
_MAX_SPEAKER_CHIPS = 100  # speakers that can be selected with a chip


def add_page(app: FastAPI, worker: Worker, limits: ServerLimits) -> None:
    """Add the page and the route that it calls; neither is part of the API."""

    async def view(given: list[TextArticle | PageArticle]) -> Any:
        """Return articles as the page shows them: as HTML, and as files to save."""
        found = await extractions_of(given, worker, limits)
        read = [each for each in found if each.error is None]
        utterances = await utterances_in(read, worker) if len(read) > 1 else []
        return Response(_answer(found, utterances), media_type="application/json")

    async def index() -> Response:
        return _static("index.html", "text/html")

    async def style() -> Response:
        return Response(_style(), media_type="text/css", headers=_HEADERS)

    async def script() -> Response:
        return _static("page.js", "text/javascript")

    for path, answer in (("/", index), ("/page.css", style), ("/page.js", script)):
        app.add_api_route(path, answer, methods=["GET"], include_in_schema=False)
    app.add_api_route("/view", view, methods=["POST"], include_in_schema=False)


def _answer(found: list[Extraction], utterances: list[Utterance]) -> bytes:
    read = [each for each in found if each.error is None]
    table = io.StringIO()
    to_csv(read, table)
    prefixes = [prefix_of(each, str(number)) for number, each in enumerate(found)]
    articles = list(zip(found, prefixes, strict=True))
    shown = {
        "html": "\n".join(_article(each, prefix) for each, prefix in articles),
        "places": {each.article.id: _places(each, prefix) for each, prefix in articles},
        "extractions": [each.to_dict() for each in found],
        "utterances": [each.model_dump(mode="json", by_alias=True) for each in utterances],
        "annotations": [to_web_annotation(each) for each in read],
        "csv": table.getvalue(),
    }
    return json.dumps(shown, ensure_ascii=False).encode("utf-8", "replace")


def _places(extraction: Extraction, prefix: str) -> dict[str, str]:
    """Return the id under which each quotation appears in the coloured article."""
    numbered = enumerate(extraction.quotations, start=1)
    return {quotation.id: place_id(prefix, number) for number, quotation in numbered}


def _article(extraction: Extraction, prefix: str) -> str:
    return (
        f'<article class="quotex-page" id="{prefix}"><h2 class="quotex-heading">'
        f"{headline(extraction)}</h2>{body(extraction, prefix, styled=False)}</article>"
    )


@cache
def _style() -> str:
    own = files("quotex.server").joinpath("static", "page.css").read_text("utf-8")
    return "\n".join((page_style(), sheet(), filters(_MAX_SPEAKER_CHIPS), own))


def _static(name: str, kind: str) -> Response:
    content = files("quotex.server").joinpath("static", name).read_bytes()
    return Response(content, media_type=kind, headers=_HEADERS)
