"""The route that checks words against a bank."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from quotex.bank.bank import Bank
from quotex.errors import InputError
from tests.linking.handmade import Said, article

from .builders import FakeReader, app_of
from .test_app import get, kind, post

WORDS = "We will rebuild the old pier before the winter comes"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("bank") / "news.bank"
    with Bank(path) as bank:
        bank.add([article("a", "2031-03-06", Said(f"“{WORDS}”", name="Ada Brook"))])
    return app_of(FakeReader(), path)


@pytest.mark.parametrize(
    ("body", "verdict"),
    [
        ({"words": WORDS}, "verbatim"),
        ({"words": WORDS, "speaker": "Ada Brook", "after": "2031-03-01"}, "verbatim"),
        ({"words": WORDS.replace("will", "will not")}, "altered"),
        ({"words": "Gulls never read the harbour gazette on a rainy day"}, "not found"),
    ],
)
def test_words_are_checked(app: Any, body: dict[str, str], verdict: str) -> None:
    answer = post("/check", body, app)
    assert (answer.status_code, answer.json()["verdict"]) == (200, verdict)


@pytest.mark.parametrize(
    ("body", "problem"),
    [({"words": "…!"}, "unreadable"), ({"words": ""}, "invalid"), ({"said": "x"}, "invalid")],
)
def test_unusable_words_are_rejected(app: Any, body: dict[str, str], problem: str) -> None:
    assert kind(post("/check", body, app)) == problem


def test_without_a_bank_there_is_no_check_route(app: Any) -> None:
    answer = post("/check", {"words": WORDS})
    assert kind(answer) == "not-found"
    assert "start it with --bank FILE" in answer.json()["detail"]
    assert "/check" in get("/openapi.json", app).json()["paths"]


def test_an_unreadable_bank_is_reported_at_startup(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        app_of(FakeReader(), tmp_path / "none.bank")
