"""The pool answers in order, and a failure affects only the row at fault."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from quotex.batch.pool import Pool
from quotex.errors import OptionError
from tests.conftest import ROOT

from .counting import DIES, HANGS, RAISES, SENDS_NO_ANSWER, Doubling, Numbers, failed


@pytest.fixture(autouse=True)
def _root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr("quotex.batch.pool._SECONDS_PER_ROW", 0.1)


@pytest.fixture
def pool() -> Iterator[Pool[Numbers, Any]]:
    created: Pool[Numbers, Any] = Pool(
        work=Doubling(), workers=2, failure_answer=failed, time_limit=1.0
    )
    yield created
    created.close()


def test_answers_are_in_order_and_failures_affect_only_their_row(pool: Pool[Numbers, Any]) -> None:
    numbers = [*range(10), RAISES, *range(11, 20), DIES, HANGS, 22, SENDS_NO_ANSWER, 24, 25]
    chunks = [Numbers(tuple(numbers[start : start + 4])) for start in range(0, len(numbers), 4)]
    found = [n for answers in pool.answers(chunks) for answer in answers for n in answer]
    errors = {n: answer for n, answer in zip(numbers, found, strict=True) if answer != 2 * n}
    assert sorted(errors) == [RAISES, DIES, HANGS, SENDS_NO_ANSWER]
    assert errors[RAISES] == "reading it failed (ZeroDivisionError: by nought)"
    assert errors[DIES] == "the process reading this article ended unexpectedly"
    assert errors[HANGS] == "it took more than 1 s to read"
    assert "reading it failed" in errors[SENDS_NO_ANSWER]


def test_other_chunks_are_still_read(pool: Pool[Numbers, Any]) -> None:
    for number in range(3):
        assert list(pool.answers([Numbers((number,))])) == [[[2 * number]]]
    assert list(pool.answers([])) == []


def test_a_loading_error_takes_one_line() -> None:
    pool: Pool[Numbers, Any] = Pool(Doubling(broken=True), 1, failed)
    with pytest.raises(OptionError, match=r"in a worker process \(KeyError: 'no such\\nmodel'\)"):
        list(pool.answers([Numbers((1,))]))
    pool.close()
