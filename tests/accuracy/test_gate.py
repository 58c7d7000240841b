"""The accuracy gate itself."""

from __future__ import annotations

from tests.accuracy.gate import below_floor, raised


def test_a_figure_below_its_floor_is_reported() -> None:
    assert below_floor({"overlap": 0.60}, {"overlap": 0.70}) == {
        "overlap": "0.6000 is below the floor of 0.7000"
    }


def test_a_missing_figure_is_reported() -> None:
    assert set(below_floor({}, {"overlap": 0.70})) == {"overlap"}
    assert set(below_floor({"overlap": float("nan")}, {"overlap": 0.70})) == {"overlap"}


def test_figures_at_their_floors_pass() -> None:
    assert below_floor({"overlap": 0.70, "new": 0.1}, {"overlap": 0.70}) == {}


def test_floors_only_rise() -> None:
    assert raised({"overlap": 0.71, "token": 0.5}, {"overlap": 0.70, "token": 0.8}) == {
        "overlap": 0.71,
        "token": 0.8,
    }
