"""The application: its routes, the worker behind them and the gate in front of them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import ASGIApp

from quotex import __version__
from quotex.bank.bank import Bank
from quotex.server.articles import TAGS
from quotex.server.check import CHECK_PATH, add_check
from quotex.server.extract import add_extract
from quotex.server.gate import Gate
from quotex.server.health import add_health
from quotex.server.limits import ServerLimits
from quotex.server.link import add_link
from quotex.server.metrics import Metrics
from quotex.server.openapi import DESCRIPTION, add_openapi
from quotex.server.page import PAGE_PATHS, add_page
from quotex.server.problems import ProblemError, invalid_problem
from quotex.server.worker import Reader, Worker

_NO_BANK = "this server has no quote bank; start it with --bank FILE"


def create_app(
    reader: Reader, limits: ServerLimits | None = None, bank: Path | None = None
) -> ASGIApp:
    """Return the server as an ASGI application.

    Args:
        reader: the extractor to read with, made by ``quotex.load``.
        limits: the limits on requests.
        bank: the file of a quote bank; without one there is no ``/check``.

    Raises:
        InputError: the bank cannot be read.
    """
    limits = limits or ServerLimits()
    metrics = Metrics()
    worker = Worker(reader, limits, metrics)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        worker.start()
        yield
        worker.stop()

    app = FastAPI(
        title="quotex",
        version=__version__,
        description=DESCRIPTION,
        lifespan=lifespan,
        openapi_url=None,  # it would also serve pages that load scripts from elsewhere
    )
    add_extract(app, worker, limits)
    add_link(app, worker, limits)
    add_page(app, worker, limits)
    paths = {"/extract", "/link", "/healthz", "/metrics", "/openapi.json", *PAGE_PATHS}
    if bank is not None:
        Bank(bank, read_only=True).close()  # fail now rather than on the first request
        add_check(app, worker, bank)
        paths.add(CHECK_PATH)
    add_health(app, worker, metrics)
    app.add_exception_handler(ProblemError, _problem)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _failed)  # the gate logs where
    add_openapi(app)
    return Gate(app, limits, metrics, paths)


async def _problem(_: Request, error: Exception) -> Response:
    assert isinstance(error, ProblemError)
    return error.response()


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    form = request.headers.get("content-type", "")
    if "json" not in form.lower():
        return ProblemError("media-type", "expected Content-Type: application/json").response()
    return invalid_problem(error.errors(), TAGS).response()


async def _failed(_: Request, __: Exception) -> Response:
    return ProblemError("internal", "see the server's log").response()


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 405:
        return ProblemError(
            "method", f"{request.method} is not allowed for this path", headers=error.headers
        ).response()
    if error.status_code == 404:
        lacks_bank = request.url.path == CHECK_PATH
        advice = _NO_BANK if lacks_bank else "see /openapi.json for the available paths"
        return ProblemError("not-found", advice).response()
    return ProblemError("no-json", "expected JSON in UTF-8; see /openapi.json").response()
