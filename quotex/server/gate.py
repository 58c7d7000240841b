"""The checks before any route: limits on requests and bodies, host names, metrics and logging.

The log has the method, path, status and time of each request. The content of articles is never
logged; of an unexpected error, only the type and the place in the code are.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Iterable
from pathlib import Path

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from quotex.server.limits import ServerLimits
from quotex.server.metrics import Metrics
from quotex.server.problems import ProblemError, full_problem

log = logging.getLogger("quotex.server")


class Gate:
    """Middleware around the whole application."""

    def __init__(
        self, app: ASGIApp, limits: ServerLimits, metrics: Metrics, paths: Iterable[str]
    ) -> None:
        self.app, self._limits, self._metrics = app, limits, metrics
        self._paths = frozenset(paths)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on to the application, or reject it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, answered = time.perf_counter(), 0
        self._metrics.gauges["open_requests"] += 1

        async def send_recorded(message: Message) -> None:
            nonlocal answered
            if message["type"] == "http.response.start":
                answered = message["status"]
            await send(message)

        try:
            await self._answer(scope, receive, send_recorded)
        except ProblemError as problem:
            await problem.response()(scope, receive, send_recorded)
        except Exception as error:  # noqa: BLE001  # its message may quote an article: do not log it
            log.error("%s in %s", type(error).__name__, _location(error))
            if not answered:
                failure = ProblemError("internal", "see the server's log")
                await failure.response()(scope, receive, send_recorded)
        finally:
            self._metrics.gauges["open_requests"] -= 1
            self._record(scope, answered, time.perf_counter() - began)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        self._check_host(headers.get("host", ""))
        if scope["method"] == "POST":
            if self._metrics.gauges["open_requests"] > self._limits.max_requests:
                self._metrics.add(shed=1)
                raise full_problem(self._limits.max_requests, self._limits.max_wait)
            receive = _replayed(await self._body(headers, receive))
        await self.app(scope, receive, send)

    def _check_host(self, host: str) -> None:
        name = host if host.endswith("]") else host.rsplit(":", 1)[0]
        if self._limits.hosts is not None and name.lower() not in self._limits.hosts:
            expected = ", ".join(sorted(self._limits.hosts))
            raise ProblemError("host", f"expected one of {expected}; see quotex serve --allow-host")

    async def _body(self, headers: Headers, receive: Receive) -> bytes:
        max_bytes = self._limits.max_bytes
        too_large = ProblemError(
            "too-large", f"expected at most {max_bytes:,} bytes; send fewer articles in one request"
        )
        declared = headers.get("content-length", "")
        if declared.isdigit() and int(declared) > max_bytes:
            raise too_large
        parts, size = [], 0
        try:
            async with asyncio.timeout(self._limits.timeout):
                while True:
                    message = await receive()
                    if message["type"] == "http.disconnect":
                        raise ProblemError("slow-body", "the connection was closed")
                    parts.append(message.get("body", b""))
                    size += len(parts[-1])
                    if size > max_bytes:
                        raise too_large
                    if not message.get("more_body", False):
                        return self._checked(b"".join(parts))
        except TimeoutError:
            raise ProblemError(
                "slow-body", f"expected the whole body within {self._limits.timeout:g} s"
            ) from None

    def _checked(self, body: bytes) -> bytes:
        if body.count(b",") > self._limits.max_values:
            raise ProblemError(
                "too-large",
                f"expected at most {self._limits.max_values:,} values; send several requests",
            )
        return body

    def _record(self, scope: Scope, status: int, seconds: float) -> None:
        path = scope["path"] if scope["path"] in self._paths else "other"
        method = scope["method"] if scope["method"] in {"GET", "POST"} else "other"
        self._metrics.count_answer(method, path, status, seconds)
        log.info("%s %s %d %.3f s", method, path, status, seconds)


def _replayed(body: bytes) -> Receive:
    """Return a ``receive`` that replays a body that was already read."""
    replayed = False

    async def receive() -> Message:
        nonlocal replayed
        if replayed:
            return {"type": "http.disconnect"}
        replayed = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


def _location(error: BaseException) -> str:
    """Return where an error was raised, as file and line."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "an unknown place"
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
