"""Every kind of venue has its own cases, about half of them without a venue."""

from __future__ import annotations

from typing import Final

import pytest

from tests.occasions.test_when_where_cases import WHERE

EACH, HALF = 8, 4
KINDS: Final = ("behind_the_speaker", "channels", "courts", "documents", "gatherings", "online",
                "rooms", "titles", "told")  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_venue_has_its_cases(kind: str) -> None:
    expected = [case[1] for case in WHERE[kind]]
    assert len(expected) >= EACH, kind
    assert expected.count("-") >= HALF, kind
    assert len(expected) - expected.count("-") >= HALF, kind
