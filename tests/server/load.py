"""Measures a real server on loopback: requests per second, load shedding and memory.

``python -m tests.server.load`` prints the tables of docs/server.md; this takes some minutes.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from queue import SimpleQueue
from statistics import quantiles
from typing import NamedTuple

from quotex.samples import harbour_bridge

SHORT = "“The quay is safe,” Ada Brook said on Monday."


class Answer(NamedTuple):
    """The status of an answer and how long it took."""

    status: int
    seconds: float


@dataclass(frozen=True)
class Server:
    """A server in its own process."""

    process: subprocess.Popen[str]
    port: int

    @property
    def megabytes(self) -> float:
        """Its resident memory (Linux)."""
        with open(f"/proc/{self.process.pid}/status") as file:
            found = re.search(r"VmRSS:\s+(\d+) kB", file.read())
        assert found is not None
        return int(found[1]) / 1024


@contextmanager
def serving(*options: str) -> Iterator[Server]:
    """Run ``quotex serve`` on a free port, and stop it as a service manager does."""
    command = [sys.executable, "-m", "quotex", "serve", "--port", "0", *options]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    lines = []
    for line in process.stderr:
        lines.append(line)
        if found := re.search(r"http://[^:]+:(\d+)", line):
            break
    else:
        raise RuntimeError("the server did not start:\n" + "".join(lines))
    reading = threading.Thread(target=process.stderr.read)
    reading.start()
    try:
        yield Server(process, int(found[1]))
    finally:
        process.terminate()
        process.wait(60)
        reading.join()
        process.stderr.close()


def body_of(text: str) -> bytes:
    """Return the body of a request for an article."""
    return json.dumps({"text": text, "published": "2031-03-05"}).encode()


class Client:
    """Sends requests over one connection, which it keeps open."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)

    def ask(self, body: bytes) -> Answer:
        """Request the quotations of an article."""
        began = time.perf_counter()
        headers = {"Content-Type": "application/json"}
        self._connection.request("POST", "/extract", body, headers)
        response = self._connection.getresponse()
        response.read()
        return Answer(response.status, time.perf_counter() - began)

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def closed(port: int, body: bytes, clients: int, requests: int) -> tuple[list[Answer], float]:
    """Send requests from several clients, each after its last answer; return answers and time."""
    left: SimpleQueue[int] = SimpleQueue()
    for number in range(requests):
        left.put(number)

    def work() -> list[Answer]:
        client, answers = Client(port), []
        while not left.empty():
            left.get()
            answers.append(client.ask(body))
        client.close()
        return answers

    began = time.perf_counter()
    answers = _in_threads([work] * clients)
    return answers, time.perf_counter() - began


def steady(port: int, body: bytes, rate: float, seconds: float) -> list[Answer]:
    """Send requests at a fixed rate, whatever the server does; return the answers."""
    free: SimpleQueue[Client] = SimpleQueue()

    def one() -> Answer:
        client = free.get() if not free.empty() else Client(port)
        answer = client.ask(body)
        free.put(client)
        return answer

    began = time.perf_counter()
    with ThreadPoolExecutor(200) as pool:
        futures = []
        for number in range(int(rate * seconds)):
            time.sleep(max(0.0, began + number / rate - time.perf_counter()))
            futures.append(pool.submit(one))
        answers = [each.result() for each in futures]
    while not free.empty():
        free.get().close()
    return answers


def _in_threads(works: Sequence[Callable[[], list[Answer]]]) -> list[Answer]:
    with ThreadPoolExecutor(len(works)) as pool:
        return [answer for part in pool.map(lambda work: work(), works) for answer in part]


def percentiles(answers: Sequence[Answer]) -> tuple[float, float]:
    """Return the median and the 99th percentile of the times, in seconds."""
    times = [answer.seconds for answer in answers]
    if len(times) < 2:
        only = times[0] if times else float("nan")
        return only, only
    cuts = quantiles(times, n=100, method="inclusive")
    return cuts[49], cuts[98]


def row(*cells: object) -> str:
    """Return a row of a table."""
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def show_clients(server: Server, body: bytes, clients: Sequence[int], requests: int) -> None:
    """Print a row for each number of clients."""
    closed(server.port, body, 2, 6)
    for number in clients:
        answers, seconds = closed(server.port, body, number, max(requests, 3 * number))
        median, worst = percentiles(answers)
        served = sum(answer.status == 200 for answer in answers)
        rate = f"{served / seconds:.1f}"
        print(row(number, len(answers), rate, f"{median:.3f}", f"{worst:.3f}", _refused(answers)))


def show_shedding(server: Server, body: bytes, seconds: float) -> None:
    """Print what happens at half the capacity, the full capacity and twice the capacity."""
    answers, took = closed(server.port, body, 2, 40)
    capacity = sum(answer.status == 200 for answer in answers) / took
    print(f"\ncapacity: {capacity:.1f} requests a second\n")
    print(row("asked / capacity", "requests", "served", "p50 s", "p99 s", "p99 of refusals"))
    for share in (0.5, 1.0, 2.0):
        answers = steady(server.port, body, share * capacity, seconds)
        served = [answer for answer in answers if answer.status == 200]
        refused = [answer for answer in answers if answer.status == 503]
        median, worst = percentiles(served)
        cells = (len(answers), f"{len(served) / len(answers):.0%}", f"{median:.3f}", f"{worst:.3f}")
        p99_refused = f"{percentiles(refused)[1]:.3f}" if refused else "–"
        assert len(served) + len(refused) == len(answers)
        print(row(f"{share:g}", *cells, p99_refused))


def show_memory(server: Server, requests: int) -> None:
    """Print the memory after some requests, and after all of them."""
    body = body_of(SHORT)
    done = 0
    for number in (0, requests // 100, requests // 10, requests // 2, requests):
        answers, seconds = closed(server.port, body, 8, number - done) if number > done else ([], 1)
        done = number
        rate = f"{len(answers) / seconds:.0f}" if answers else "–"
        print(row(f"{number:,}", f"{server.megabytes:.0f}", rate))


def _refused(answers: Sequence[Answer]) -> int:
    return sum(answer.status == 503 for answer in answers)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, nargs="+", default=[1, 8, 64])
    parser.add_argument(
        "--requests", type=int, default=200, help="for each number of clients; 0 to skip"
    )
    parser.add_argument(
        "--seconds", type=float, default=20, help="for each rate of load shedding; 0 to skip"
    )
    parser.add_argument("--max-wait", default="2", help="in seconds, of the server that sheds load")
    parser.add_argument("--memory", type=int, default=10_000, help="number of requests; 0 to skip")
    given = parser.parse_args()
    text = harbour_bridge().text
    load = os.getloadavg()[0]
    print(
        f"{os.cpu_count()} cores, load average {load:.1f} before; {len(text):,} characters each\n"
    )
    if given.requests:
        print(row("clients", "requests", "a second", "p50 s", "p99 s", "refused"))
        with serving("--max-wait", "1000", "--timeout", "1000") as server:
            show_clients(server, body_of(text), given.clients, given.requests)
    if given.seconds:
        with serving("--max-wait", given.max_wait) as server:
            show_shedding(server, body_of(text), given.seconds)
    if given.memory:
        print("\n" + row("requests", "MB", "a second"))
        with serving() as server:
            show_memory(server, given.memory)


if __name__ == "__main__":
    main()
