"""The single thread that reads: waiting requests are read together in one run of the extractor."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from threading import Condition, Thread
from typing import Any, Protocol, TypeVar

from quotex.articles import ArticleLike
from quotex.records import Article
from quotex.result import Extraction
from quotex.samples import harbour_bridge
from quotex.server.limits import ServerLimits
from quotex.server.metrics import Metrics
from quotex.server.problems import ProblemError, busy_problem

Answer = TypeVar("Answer")

_RUN_ARTICLES = 32  # read in one run, as ``Extractor.pipe`` reads them
_RUN_COST = 64_000
_RUN_SHARE = 0.25  # the share of the longest wait that a run of several requests may take
_ARTICLE_COST = 500  # the cost of an article besides its characters, in characters
_SPEED_SMOOTHING = 0.7  # the weight of the speed measured before, against that of the last run


class Reader(Protocol):
    """Something that reads articles: an ``Extractor``."""

    def pipe(self, articles: Iterator[ArticleLike], /) -> Iterator[Extraction]:
        """Yield an extraction for each article, in order."""
        ...


@dataclass(slots=True, eq=False)
class _Job:
    """What one request waits for: articles to read, or a function to call."""

    cost: int
    loop: asyncio.AbstractEventLoop
    future: asyncio.Future[Any]
    articles: Sequence[Article] = ()
    function: Callable[[], Any] | None = None
    found: list[Extraction] = field(default_factory=list)

    def deliver(self, result: Any = None, error: BaseException | None = None) -> None:
        """Deliver the result, if the request still waits for it."""

        def resolve() -> None:
            if self.future.done():
                return
            if error is not None:
                self.future.set_exception(error)
            else:
                self.future.set_result(result)

        if not self.loop.is_closed():
            self.loop.call_soon_threadsafe(resolve)


class Worker:
    """The queue of requests, and the thread that processes it."""

    def __init__(self, reader: Reader, limits: ServerLimits, metrics: Metrics) -> None:
        self._reader, self._limits, self._metrics = reader, limits, metrics
        self._queue: deque[_Job] = deque()
        self._changed = Condition()
        self._running = 0
        self._started = 0.0
        self._speed = 0.0  # cost per second
        self._stopping = False
        self._thread: Thread | None = None

    def start(self) -> None:
        """Read a sample, to measure the speed of this machine, and start to accept requests."""
        sample = harbour_bridge()
        for _ in range(2):  # the first time includes the loading of models
            began = time.perf_counter()
            for _ in self._reader.pipe(iter([sample])):
                pass
            seconds = max(time.perf_counter() - began, 1e-6)
            self._speed = (len(sample.text) + _ARTICLE_COST) / seconds
        self._stopping = False
        self._thread = Thread(target=self._run, name="quotex-reader", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop accepting requests, finish those accepted, and return."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join()

    @property
    def ready(self) -> bool:
        """Whether it accepts requests."""
        return self._thread is not None and self._thread.is_alive() and not self._stopping

    async def read(self, articles: Sequence[Article]) -> list[Extraction]:
        """Return the extractions of one request's articles, in order.

        Raises:
            ProblemError: the request would wait too long or takes too long, or the server is
                stopping.
        """
        if not articles:
            return []
        cost = sum(len(article.text) + _ARTICLE_COST for article in articles)
        found: list[Extraction] = await self._wait(cost, articles=articles)
        return found

    async def call(self, function: Callable[[], Answer], characters: int) -> Answer:
        """Call a function in its turn, in the same thread, and return its result.

        Raises:
            ProblemError: the request would wait too long or takes too long, or the server is
                stopping.
        """
        answer: Answer = await self._wait(characters + _ARTICLE_COST, function=function)
        return answer

    async def _wait(self, cost: int, **what: Any) -> Any:
        loop = asyncio.get_running_loop()
        job = _Job(cost=cost, loop=loop, future=loop.create_future(), **what)
        self._enqueue(job)
        try:
            async with asyncio.timeout(self._limits.timeout):
                return await job.future
        except TimeoutError:
            raise ProblemError(
                "timeout",
                f"not finished after {self._limits.timeout:g} s; send less in one request",
                headers={"Retry-After": str(max(1, round(self._estimated_wait())))},
            ) from None

    def _enqueue(self, job: _Job) -> None:
        with self._changed:
            if self._stopping:
                raise ProblemError("stopping", "try again later", headers={"Retry-After": "5"})
            wait = self._estimated_wait()
            if wait > self._limits.max_wait:
                self._metrics.add(shed=1)
                raise busy_problem(wait)
            self._queue.append(job)
            self._update_gauges()
            self._changed.notify_all()

    def _estimated_wait(self) -> float:
        """Return about how many seconds the running and waiting work will take."""
        with self._changed:  # the reader takes jobs from the queue in its own thread
            if not self._speed:
                return 0.0
            passed = time.perf_counter() - self._started
            now = self._running and self._running / self._speed - passed
            waiting = sum(job.cost for job in self._queue if not job.future.done())
            return max(now, 0.0) + waiting / self._speed

    def _update_gauges(self) -> None:
        self._metrics.gauges["waiting_requests"] = len(self._queue)
        self._metrics.gauges["waiting_characters"] = sum(job.cost for job in self._queue)

    def _run(self) -> None:
        while True:
            with self._changed:
                while not self._queue and not self._stopping:
                    self._changed.wait()
                if not self._queue:
                    return
                jobs = self._next_jobs()
                self._running = sum(job.cost for job in jobs)
                self._started = time.perf_counter()
                self._update_gauges()
            try:
                self._process(jobs)
            except Exception as error:  # noqa: BLE001  # the next requests must still be read
                for job in jobs:
                    job.deliver(error=error)
            seconds = time.perf_counter() - self._started
            with self._changed:
                if jobs and jobs[0].function is None and seconds > 0:
                    self._speed = (
                        _SPEED_SMOOTHING * self._speed
                        + (1 - _SPEED_SMOOTHING) * self._running / seconds
                    )
                self._running = 0

    def _next_jobs(self) -> list[_Job]:
        """Take the jobs of one run: a single call, or articles up to the limits of a run."""
        jobs = [self._queue.popleft()]
        articles, cost = len(jobs[0].articles), jobs[0].cost
        max_cost = min(_RUN_COST, self._speed * self._limits.max_wait * _RUN_SHARE)
        while self._queue and jobs[0].function is None and self._queue[0].function is None:
            articles += len(self._queue[0].articles)
            cost += self._queue[0].cost
            if articles > _RUN_ARTICLES or cost > max_cost:
                break
            jobs.append(self._queue.popleft())
        return jobs

    def _process(self, jobs: Sequence[_Job]) -> None:
        first = jobs[0]
        if first.function is not None:
            if not first.future.done():
                first.deliver(first.function())
            return
        order: list[_Job] = []
        for read, extraction in enumerate(self._reader.pipe(_articles(jobs, order))):
            job = order[read]
            job.found.append(extraction)
            self._metrics.add(
                articles=1,
                characters=extraction.article.characters,
                quotations=len(extraction.quotations),
                failures=int(extraction.error is not None),
            )
            if len(job.found) == len(job.articles):
                job.deliver(job.found)
        self._metrics.add(runs=1)


def _articles(jobs: Sequence[_Job], order: list[_Job]) -> Iterator[Article]:
    """Yield the articles of the jobs, recording the job of each; skip jobs that were given up."""
    for job in jobs:
        for article in job.articles:
            if job.future.done():
                break
            order.append(job)
            yield article
