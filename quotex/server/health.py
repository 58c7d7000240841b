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
    """That the server takes requests, and what reads."""

    status: Annotated[Literal["ok"], Field(description="Always “ok”; else the answer is 503.")]
    quotex: Annotated[str, Field(description="The version of quotex.")]
    waiting: Annotated[int, Field(description="Requests that wait for their turn.")]


def add_health(app: FastAPI, worker: Worker, metrics: Metrics) -> None:
    """Add both routes."""

    async def healthz() -> Health:
        """Tell whether the server takes requests."""
        if not worker.ready:
            raise ProblemError("stopping", "the server takes no requests")
        waiting = metrics.gauges["waiting_requests"]
        return Health(status="ok", quotex=__version__, waiting=waiting)

    async def prometheus() -> Response:
        """Tell counts and times in the text format of Prometheus."""
        return Response(metrics.text().encode(), media_type=MEDIA_TYPE)

    app.add_api_route("/healthz", healthz, methods=["GET"], summary="Whether it takes requests")
    app.add_api_route(
        "/metrics",
        prometheus,
        methods=["GET"],
        summary="Counts and times",
        response_class=Response,
        responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
    )
