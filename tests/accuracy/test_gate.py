"""The gate itself."""

from __future__ import annotations

import pytest

from tests.accuracy.gate import fallen, floors_key, raised


def test_a_figure_below_its_floor_is_told() -> None:
    assert fallen({"overlap": 0.60}, {"overlap": 0.70}) == {
        "overlap": "0.6000 is below the floor of 0.7000"
    }


def test_a_figure_that_is_missing_is_told() -> None:
    assert set(fallen({}, {"overlap": 0.70})) == {"overlap"}
    assert set(fallen({"overlap": float("nan")}, {"overlap": 0.70})) == {"overlap"}


def test_figures_at_their_floors_pass() -> None:
    assert fallen({"overlap": 0.70, "new": 0.1}, {"overlap": 0.70}) == {}


def test_floors_only_rise() -> None:
    assert raised({"overlap": 0.71, "token": 0.5}, {"overlap": 0.70, "token": 0.8}) == {
        "overlap": 0.71,
        "token": 0.8,
    }


@pytest.mark.parametrize(
    ("detector", "processor", "key"),
    [
        ("hybrid", "flags : avx2 avx512f avx512_vnni", "hybrid"),
        ("hybrid", "flags : avx2 avx_vnni", "hybrid"),
        ("hybrid", "flags : sse avx2", "hybrid, saturating"),
        ("model", "flags : sse avx2", "model, saturating"),
        ("rules", "flags : sse avx2", "rules"),
        ("hybrid", "Features : asimd asimddp", "hybrid"),
        ("hybrid", "", "hybrid"),
    ],
)
def test_processors_that_saturate_have_floors_of_their_own(
    detector: str, processor: str, key: str
) -> None:
    assert floors_key(detector, processor) == key
