"""The page at ``/``: its security policy, and its requests to the server."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from .builders import BAD, TEXT
from .test_app import get, kind, post

STATIC = files("quotex.server").joinpath("static")
ATTACK = "<img src=x onerror=alert(1)> “The quay is safe,” Ada Brook said."


@pytest.mark.parametrize(
    ("path", "media"),
    [("/", "text/html"), ("/page.css", "text/css"), ("/page.js", "text/javascript")],
)
def test_a_browser_may_run_and_load_what_is_of_this_server_alone(path: str, media: str) -> None:
    answer = get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(media)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_the_page_has_neither_script_nor_style_of_its_own() -> None:
    page = STATIC.joinpath("index.html").read_text("utf-8")
    assert not re.search(r"<style|\bstyle=|\bon\w+=|<script(?! src=\"/)", page)
    assert not re.search(r"https?://", page + STATIC.joinpath("page.js").read_text("utf-8"))


def test_articles_are_shown_and_kept_in_three_forms() -> None:
    answer = post("/view", [{"text": TEXT, "id": "Article 1"}, {"text": TEXT, "id": "Article 2"}])
    assert answer.status_code == 200
    shown = answer.json()
    assert shown["html"].count("<article") == 2
    assert "<style" not in shown["html"]
    assert "style=" not in shown["html"]
    assert [each["article"]["id"] for each in shown["extractions"]] == ["Article 1", "Article 2"]
    assert len(shown["csv"].splitlines()) == 3
    assert len(shown["annotations"]) == 2
    assert all(len(each["members"]) > 1 for each in shown["utterances"])
    assert list(shown["places"]) == ["Article 1", "Article 2"]
    for each in shown["extractions"]:
        [place] = shown["places"][each["article"]["id"]].values()
        assert shown["html"].count(f'id="{place}"') == 1


def test_what_an_article_says_is_escaped() -> None:
    shown = post("/view", [{"text": ATTACK}]).json()["html"]
    assert "<img" not in shown
    assert "&lt;img" in shown


def test_an_article_that_cannot_be_read_costs_only_itself() -> None:
    shown = post("/view", [{"text": BAD}, {"text": TEXT}]).json()
    assert [each["error"] is None for each in shown["extractions"]] == [False, True]
    assert "Not read" in shown["html"]
    assert len(shown["annotations"]) == 1


def test_what_is_no_list_of_articles_is_refused() -> None:
    assert kind(post("/view", {"text": TEXT})) == "invalid"


def test_the_page_is_no_part_of_the_api() -> None:
    assert {"/", "/view"}.isdisjoint(get("/openapi.json").json()["paths"])
