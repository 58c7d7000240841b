"""The queue before the reader: which requests are read together, and which are refused."""

from __future__ import annotations

import asyncio
import threading
import time
from functools import partial
from types import SimpleNamespace
from typing import Any

from .builders import TEXT, FakeReader, ServerLimits, app_of, responses

# after the builders, which skip the tests where the server's packages are missing
from quotex.server.metrics import Metrics  # isort: skip
from quotex.server.worker import Worker, _Job  # isort: skip


async def wait_for(condition: Any) -> None:
    for _ in range(500):
        if condition():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it did not happen")


def test_waiting_articles_are_read_together() -> None:
    reader = FakeReader()

    async def ask(client: Any) -> list[Any]:
        reader.go.clear()
        first = asyncio.create_task(client.post("/extract", json={"text": TEXT, "id": "first"}))
        await wait_for(lambda: len(reader.runs) == 3)  # after two runs with the sample
        names = [f"{n}" for n in range(40)]
        rest = [client.post("/extract", json={"text": TEXT, "id": name}) for name in names]
        waiting = asyncio.gather(*rest)
        await asyncio.sleep(0.3)
        reader.go.set()
        return [await first, *await waiting]

    answers = responses(app_of(reader, max_wait=1e9), ask)
    assert [a.json()["article"]["id"] for a in answers] == ["first", *map(str, range(40))]
    assert [len(run) for run in reader.runs] == [1, 1, 1, 32, 8]


def test_each_request_gets_its_own_answer() -> None:
    async def ask(client: Any) -> list[Any]:
        bodies = [
            [{"text": f"{'very ' * n}good, she said", "id": f"{n}-{m}"} for m in range(n % 4)]
            for n in range(20)
        ]
        answers = await asyncio.gather(*(client.post("/extract", json=b) for b in bodies))
        return [(b, a.json()) for b, a in zip(bodies, answers, strict=True)]

    for body, answer in responses(app_of(FakeReader(), max_wait=1e9), ask):
        assert [e["article"]["id"] for e in answer] == [given["id"] for given in body]
        for given, made in zip(body, answer, strict=True):
            assert made["quotations"][0]["content"][0]["text"] == given["text"].split(",")[0]


def test_requests_that_would_wait_too_long_are_shed_and_others_are_on_time() -> None:
    seconds, limit = 0.02, 0.2  # per article; longest wait
    reader = FakeReader(seconds)

    async def ask(client: Any) -> list[tuple[int, float, Any]]:
        async def one(after: float) -> tuple[int, float, Any]:
            await asyncio.sleep(after)
            began = time.perf_counter()
            answer = await client.post("/extract", json={"text": TEXT * 30})
            return answer.status_code, time.perf_counter() - began, answer.headers

        asked_at = (n * seconds / 4 for n in range(200))  # four times the capacity
        return await asyncio.gather(*map(one, asked_at))

    answers = responses(app_of(reader, max_wait=limit), ask)
    served = sorted(took for status, took, _ in answers if status == 200)
    refused = [(took, headers) for status, took, headers in answers if status == 503]
    assert len(served) + len(refused) == 200
    assert len(served) >= 25
    assert len(refused) >= 80
    assert served[-1] < 10 * limit  # leaves room for a busy machine
    assert all(int(headers["retry-after"]) >= 1 for _, headers in refused)
    assert sorted(took for took, _ in refused)[len(refused) // 2] < limit


def test_too_many_open_requests_are_rejected() -> None:
    reader = FakeReader()

    async def ask(client: Any) -> list[int]:
        reader.go.clear()
        tasks = [asyncio.create_task(client.post("/extract", json={"text": TEXT}))]
        await wait_for(lambda: len(reader.runs) == 3)
        tasks += [asyncio.create_task(client.post("/extract", json={"text": TEXT}))]
        await asyncio.sleep(0.1)
        refused = await client.post("/extract", json={"text": TEXT})
        health = await client.get("/healthz")
        reader.go.set()
        done = [(await task).status_code for task in tasks]
        assert refused.json()["detail"] == "more than 2 open requests; try again in 600 s"
        return [*done, refused.status_code, health.status_code]

    assert responses(app_of(reader, max_requests=2, max_wait=600), ask) == [200, 200, 503, 200]


def test_requests_that_time_out_are_not_read() -> None:
    reader = FakeReader()

    async def ask(client: Any) -> list[Any]:
        reader.go.clear()
        late = [client.post("/extract", json={"text": TEXT, "id": name}) for name in "ab"]
        answers = list(await asyncio.gather(*late))
        reader.go.set()
        return [*answers, await client.post("/extract", json={"text": TEXT, "id": "c"})]

    *late, after = responses(app_of(reader, timeout=0.3, max_wait=1e9), ask)
    assert [answer.json()["type"] for answer in late] == ["urn:quotex:problem:timeout"] * 2
    assert all(int(answer.headers["retry-after"]) >= 1 for answer in late)
    assert after.status_code == 200
    assert sum("b" in run for run in reader.runs) == 0


def test_a_body_that_never_arrives_times_out() -> None:
    async def slow() -> Any:
        yield b"{"
        await asyncio.sleep(5)

    async def ask(client: Any) -> Any:
        headers = {"content-type": "application/json"}
        return await client.post("/extract", content=slow(), headers=headers)

    answer = responses(app_of(FakeReader(), timeout=0.2), ask)
    assert (answer.status_code, answer.json()["type"]) == (408, "urn:quotex:problem:slow-body")


def test_the_reader_takes_no_request_while_the_wait_is_estimated() -> None:
    worker = Worker(FakeReader(), ServerLimits(), Metrics())
    worker._speed = 10.0

    def take() -> None:
        with worker._changed:
            worker._queue.popleft()

    reader = threading.Thread(target=take)

    def done() -> bool:
        if reader.ident is None:
            reader.start()
            reader.join(0.2)
        return False

    job: Any = partial(_Job, cost=5, loop=None)
    future = SimpleNamespace(done=done)
    worker._queue += [job(future=future) for _ in range(2)]
    assert worker._estimated_wait() == 1.0
    reader.join()
    assert worker._estimated_wait() == 0.5
