"""The accuracy gate itself."""

from __future__ import annotations

from tests.accuracy.gate import below_floor, noise_of, raised


def test_a_figure_below_its_floor_is_reported() -> None:
    assert below_floor({"overlap": 0.60}, {"overlap": 0.70}) == {
        "overlap": "0.6000 is below the floor of 0.7000"
    }


def test_a_missing_figure_is_reported() -> None:
    assert set(below_floor({}, {"overlap": 0.70})) == {"overlap"}
    assert set(below_floor({"overlap": float("nan")}, {"overlap": 0.70})) == {"overlap"}


def test_figures_at_their_floors_pass() -> None:
    assert below_floor({"overlap": 0.70, "new": 0.1}, {"overlap": 0.70}) == {}


def test_a_small_file_may_vary_by_three_quotations() -> None:
    assert noise_of(100) == 0.03
    assert below_floor({"overlap": 0.68}, {"overlap": 0.70}, noise_of(100)) == {}
    assert below_floor({"overlap": 0.66}, {"overlap": 0.70}, noise_of(100)) != {}


def test_a_large_file_may_vary_by_a_fifth_of_a_percent() -> None:
    assert noise_of(10_000) == 0.002


def test_floors_only_rise() -> None:
    assert raised({"overlap": 0.71, "token": 0.5}, {"overlap": 0.70, "token": 0.8}) == {
        "overlap": 0.71,
        "token": 0.8,
    }
