"""The server's answers are those shown in docs/server.md."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

import quotex
from quotex.server.limits import ServerLimits
from tests.conftest import ROOT

from .builders import app_of
from .test_app import post

PAGE = (ROOT / "docs" / "server.md").read_text("utf-8")


def assert_within(part: Any, whole: Any) -> None:
    """Check that everything in one value is also in the other."""
    if isinstance(part, dict):
        for name, value in part.items():
            assert_within(value, whole[name])
    elif isinstance(part, list):
        assert len(part) == len(whole)
        for one, other in zip(part, whole, strict=True):
            assert_within(one, other)
    else:
        assert part == whole


@pytest.mark.model
def test_the_documented_answer_is_current(extractor: quotex.Extractor) -> None:
    (path, body), *others = re.findall(r"curl localhost:8000(\S+) --json '(.*)'", PAGE)
    (documented,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    assert others == []
    answer = post(path, json.loads(body), app_of(extractor))
    assert_within(json.loads(documented), answer.json())


def test_documented_limits_and_types_are_current() -> None:
    limits = ServerLimits()
    assert f"`--max-wait` ({limits.max_wait:g} s)" in PAGE
    assert f"`--timeout` ({limits.timeout:g} s)" in PAGE
    from quotex.server.problems import _KINDS

    for kind, (status, _) in _KINDS.items():
        (line,) = [line for line in PAGE.splitlines() if f"`{kind}`" in line and "|" in line]
        assert str(status) in line.split("|")[1]
