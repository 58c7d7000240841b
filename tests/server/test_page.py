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
def test_the_content_policy_allows_only_this_server(path: str, media: str) -> None:
    answer = get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(media)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_the_page_has_no_inline_script_or_style() -> None:
    page = STATIC.joinpath("index.html").read_text("utf-8")
    assert not re.search(r"<style|\bstyle=|\bon\w+=|<script(?! src=\"/)", page)
    assert not re.search(r"https?://", page + STATIC.joinpath("page.js").read_text("utf-8"))


def test_results_are_shown_and_downloadable_in_three_formats() -> None:
    answer = post("/view", [{"text": TEXT, "id": "Article 1"}, {"text": TEXT, "id": "Article 2"}])
    assert answer.status_code == 200
    result = answer.json()
    assert result["html"].count("<article") == 2
    assert "<style" not in result["html"]
    assert "style=" not in result["html"]
    assert [each["article"]["id"] for each in result["extractions"]] == ["Article 1", "Article 2"]
    assert len(result["csv"].splitlines()) == 3
    assert len(result["annotations"]) == 2
    assert all(len(each["members"]) > 1 for each in result["utterances"])
    assert list(result["places"]) == ["Article 1", "Article 2"]
    for each in result["extractions"]:
        [place] = result["places"][each["article"]["id"]].values()
        assert result["html"].count(f'id="{place}"') == 1


def test_article_text_is_escaped() -> None:
    result = post("/view", [{"text": ATTACK}]).json()["html"]
    assert "<img" not in result
    assert "&lt;img" in result


def test_an_unreadable_article_does_not_affect_the_others() -> None:
    result = post("/view", [{"text": BAD}, {"text": TEXT}]).json()
    assert [each["error"] is None for each in result["extractions"]] == [False, True]
    assert "Not read" in result["html"]
    assert len(result["annotations"]) == 1


def test_two_texts_with_one_id_are_rejected() -> None:
    answer = post("/view", [{"text": TEXT, "id": "a"}, {"text": f"{TEXT} Again.", "id": "a"}])
    assert (answer.status_code, kind(answer)) == (422, "unreadable")
    assert "two texts have the article id 'a'" in answer.json()["detail"]


def test_a_body_that_is_not_a_list_of_articles_is_rejected() -> None:
    assert kind(post("/view", {"text": TEXT})) == "invalid"


def test_the_page_is_not_part_of_the_api() -> None:
    assert {"/", "/view"}.isdisjoint(get("/openapi.json").json()["paths"])
