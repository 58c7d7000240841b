"""``GET /healthz`` and ``GET /metrics``."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import FastAPI, Response
from pydantic import BaseModel, Field

from quotex import __version__
from quotex.server.metrics import MEDIA_TYPE, Metrics
from quotex.server.problems import ProblemError
from quotex.server.worker import Worker


class Health(BaseModel):
    """The state of a server that accepts requests."""

    status: Annotated[Literal["ok"], Field(description="Always “ok”; else the answer is 503.")]
    quotex: Annotated[str, Field(description="The version of quotex.")]
    waiting: Annotated[int, Field(description="The number of requests waiting their turn.")]


def add_health(app: FastAPI, worker: Worker, metrics: Metrics) -> None:
    """Add both routes."""

    async def healthz() -> Health:
        """Report whether the server accepts requests."""
        if not worker.ready:
            raise ProblemError("stopping", "the server does not accept requests")
        waiting = metrics.gauges["waiting_requests"]
        return Health(status="ok", quotex=__version__, waiting=waiting)

    async def prometheus() -> Response:
        """Return counts and times in the text format of Prometheus."""
        return Response(metrics.text().encode(), media_type=MEDIA_TYPE)

    app.add_api_route("/healthz", healthz, methods=["GET"], summary="Whether it accepts requests")
    app.add_api_route(
        "/metrics",
        prometheus,
        methods=["GET"],
        summary="Counts and times",
        response_class=Response,
        responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
    )
