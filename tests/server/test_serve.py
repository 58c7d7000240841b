"""A real uvicorn on loopback: it is started by the command and stops properly."""

from __future__ import annotations

import sys
import threading
import time

import pytest

from quotex.errors import OptionError
from quotex.server.run import check_installed
from tests.cli.test_extract import quotex

from .builders import TEXT, FakeReader, app_of, httpx, running
from .load import SHORT, body_of, closed, serving, steady


def test_open_requests_are_answered_before_shutdown() -> None:
    reader = FakeReader()
    answers = []
    with running(app_of(reader)) as (address, server):
        reader.go.clear()

        def ask() -> None:
            answers.append(httpx.post(f"{address}/extract", json={"text": TEXT}, timeout=30))

        asking = threading.Thread(target=ask)
        asking.start()
        while len(reader.runs) < 3:
            time.sleep(0.01)
        server.should_exit = True
        time.sleep(0.3)
        with pytest.raises(httpx.ConnectError):
            httpx.get(f"{address}/healthz")
        assert answers == []
        reader.go.set()
        asking.join(30)
    assert answers[0].status_code == 200
    assert len(answers[0].json()["quotations"]) == 1


@pytest.mark.model
def test_the_command_serves_until_stopped() -> None:
    with serving() as server:
        answers, _ = closed(server.port, body_of(SHORT), clients=3, requests=9)
        assert [answer.status for answer in answers] == [200] * 9
        assert {a.status for a in steady(server.port, body_of(SHORT), 20, 0.5)} <= {200, 503}
        health = httpx.get(f"http://127.0.0.1:{server.port}/healthz").json()
        assert health["status"] == "ok"
    assert server.process.returncode in (0, -15)


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    with pytest.raises(OptionError, match=r"quotex\[server\]"):
        check_installed()


def test_the_command_has_help() -> None:
    code, out, _ = quotex("serve", "--help")
    assert code == 0
    assert "For example: quotex serve --port 8000" in " ".join(out.split())
