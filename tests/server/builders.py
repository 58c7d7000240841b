"""A reader without a model, and ways to send a server requests, with and without a network."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest

from quotex.errors import QuotexError
from quotex.records import Article
from quotex.result import Extraction
from tests.write.builders import quotation

httpx = pytest.importorskip("httpx")
pytest.importorskip("fastapi")

from quotex.server.app import create_app  # noqa: E402
from quotex.server.gate import Gate  # noqa: E402
from quotex.server.limits import ServerLimits  # noqa: E402

Answer = TypeVar("Answer")
SPEAKER = "Ada Brook"
TEXT = f"The quay is safe, {SPEAKER} said."
BAD = "This one cannot be read."


class FakeReader:
    """Quotes the words before a comma; waits for each article, and records its runs."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.seconds = seconds
        self.runs: list[list[str]] = []
        self.go = threading.Event()
        self.go.set()
        self.error: BaseException | None = None

    def pipe(self, articles: Iterator[Any]) -> Iterator[Extraction]:
        read: list[str] = []
        self.runs.append(read)
        for article in articles:
            self.go.wait(20)
            time.sleep(self.seconds)
            if self.error is not None and article.id != "harbour-bridge":
                raise self.error
            read.append(article.id)
            yield self._read(article)

    def _read(self, article: Article) -> Extraction:
        words, comma, _ = article.text.partition(",")
        if article.text == BAD:
            return Extraction.failed(article.id, str(QuotexError("no luck")))
        kind = "direct" if words.startswith("“") else "indirect"
        fields: dict[str, Any] = {"kind": kind}
        if SPEAKER in article.text:
            fields["speaker"] = {"name": SPEAKER, "kind": "person", "named": True}
        found = [quotation(article.text, [words], **fields)] if comma and words else []
        return Extraction.of(article, found)


def app_of(reader: Any, bank: Path | None = None, **limits: Any) -> Gate:
    app = create_app(reader, ServerLimits(**limits), bank)
    assert isinstance(app, Gate)
    return app


def responses(
    app: Gate,
    questions: Callable[[Any], Awaitable[Answer]],
    host: str = "http://localhost",
) -> Answer:
    """Return the result of requests to a started application, sent without a network."""

    async def ask() -> Answer:
        inner: Any = app.app
        while not hasattr(inner, "router"):
            inner = inner.app
        async with inner.router.lifespan_context(inner):
            transport = httpx.ASGITransport(app)
            async with httpx.AsyncClient(transport=transport, base_url=host) as client:
                return await questions(client)

    return asyncio.run(ask())


@contextmanager
def running(app: Gate) -> Iterator[tuple[str, Any]]:
    """Run uvicorn in a thread; yield the server's address, and the server in order to stop it."""
    uvicorn = pytest.importorskip("uvicorn")
    config = uvicorn.Config(app, port=0, log_level="warning", lifespan="on", access_log=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}", server
    finally:
        server.should_exit = True
        thread.join(30)
