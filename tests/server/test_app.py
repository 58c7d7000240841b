"""The routes, and the requests they reject, without a network."""

from __future__ import annotations

import json
import logging
import re
from functools import cache
from typing import Any

import pytest

from quotex.errors import OptionError
from quotex.server.limits import ServerLimits
from quotex.server.run import hosts_for
from tests.linking.handmade import Said, article
from tests.tables.builders import stub

from .builders import BAD, TEXT, FakeReader, app_of, responses

JSON = {"content-type": "application/json"}


@cache
def default_app() -> Any:
    """Return an application that many tests may use, one after another."""
    return app_of(FakeReader())


def post(path: str, body: Any, app: Any = None, **more: Any) -> Any:
    """Return the answer to one request; ``body`` is bytes, or a value to send as JSON."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()

    async def ask(client: Any) -> Any:
        return await client.post(path, content=content, headers=JSON | more)

    return responses(app or default_app(), ask)


def get(path: str, app: Any = None, host: str = "http://localhost") -> Any:
    async def ask(client: Any) -> Any:
        return await client.get(path)

    return responses(app or default_app(), ask, host)


def kind(answer: Any) -> str:
    """Return the kind of a problem, after checking that it has all that RFC 9457 requires."""
    problem = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert set(problem) == {"type", "title", "status", "detail", "errors"}
    assert problem["status"] == answer.status_code
    assert problem["detail"]
    return str(problem["type"].removeprefix("urn:quotex:problem:"))


def test_one_article_is_one_extraction() -> None:
    fields = {"id": "quay", "published": "2031-03-05", "title": "Safe", "url": "x:1"}
    answer = post("/extract", {"text": TEXT, "publisher": "The Paper", **fields})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    made = answer.json()
    assert {name: made["article"][name] for name in fields} == fields
    assert made["quotations"][0]["content"] == [{"start": 0, "end": 16, "text": "The quay is safe"}]


def test_a_list_is_answered_by_a_list_in_order() -> None:
    texts = [TEXT, BAD, "\ud800", "None here."]
    body = [{"text": text, "id": str(n)} for n, text in enumerate(texts)]
    answer = post("/extract", body)
    assert answer.status_code == 200
    assert [e["article"]["id"] for e in answer.json()] == ["0", "1", "2", "3"]
    assert [len(e["quotations"]) for e in answer.json()] == [1, 0, 0, 0]
    assert [e["error"] and e["error"][:6] for e in answer.json()] == [
        None,
        "[Q000]",
        "[Q100]",
        None,
    ]
    assert post("/extract", []).json() == []


@pytest.mark.parametrize(
    ("bad", "name", "error"),
    [
        ({"text": 5}, "article-1", "[Q100] not an article: text: Input should be a valid string"),
        ({"text": "a", "colour": "red", "id": "b"}, "b", "[Q100] not an article: colour: "),
        ({"text": "a", "published": "soon"}, "article-1", "published: 'soon' cannot be read as a"),
        ({"html": 5, "id": 7}, "7", "not an article: html: Input should be a valid string"),
        ({"id": "b"}, "b", "not an article: text: Field required"),
        ({"text": 5, "id": "\ud800"}, "?", "not an article: text"),
        ({"text": "a", "\ud800": 5}, "article-1", "not an article: "),
        (7, "article-1", "not an article: Input should be"),
    ],
)
def test_an_invalid_article_in_a_list_affects_only_itself(bad: Any, name: str, error: str) -> None:
    answer = post("/extract", [{"text": TEXT}, bad, {"text": TEXT}])
    assert answer.status_code == 200
    first, failed, last = answer.json()
    assert (len(first["quotations"]), len(last["quotations"])) == (1, 1)
    assert (first["error"], failed["quotations"], last["error"]) == (None, [], None)
    assert failed["article"]["id"] == name
    assert error in failed["error"]
    linked = post("/link", {"articles": [{"text": TEXT}, bad]}).json()
    assert [e["error"] is None for e in linked["extractions"]] == [True, False]


@pytest.mark.parametrize("published", ["2024-05-09T23:30:00-08:00", "9 May 2024", "2024-05-09"])
def test_the_day_of_publication_has_many_forms(published: str) -> None:
    given = {"text": TEXT, "published": published}
    assert post("/extract", given).json()["article"]["published"] == "2024-05-09"
    (listed,) = post("/extract", [given]).json()
    assert (listed["article"]["published"], listed["error"]) == ("2024-05-09", None)


@pytest.mark.parametrize(("text", "code"), [("", "no-text"), ("news/8.txt", "not-text")])
def test_no_text_and_a_path_are_noticed(text: str, code: str) -> None:
    app = app_of(stub())
    single = post("/extract", {"text": text}, app).json()
    for found in (single, *post("/extract", [{"text": text}], app).json()):
        assert [notice["code"] for notice in found["notices"]] == [code]
        assert (found["quotations"], found["error"]) == ([], None)


def test_a_page_is_read() -> None:
    pytest.importorskip("trafilatura")
    words = " ".join(["The quay in the harbour is safe, as everybody who walks on it can see."] * 9)
    page = f"<html><body><article><h1>Quay</h1><p>{words}</p></article></body></html>"
    answer = post("/extract", [{"html": page, "id": "page", "title": "Quay"}, {"text": TEXT}])
    first, second = answer.json()
    assert (first["article"]["id"], first["article"]["title"]) == ("page", "Quay")
    assert first["article"]["extracted_by"].startswith("trafilatura")
    assert len(second["quotations"]) == 1
    assert kind(post("/extract", {"html": "<p>x"})) == "unreadable"
    assert "no article" in post("/extract", [{"html": "<p>x"}]).json()[0]["error"]


@pytest.mark.parametrize(
    ("body", "status", "problem"),
    [
        (b"", 422, "invalid"),
        (b"{", 400, "no-json"),
        (b"\xff\xfe", 400, "no-json"),
        (b"[" * 100_000, 400, "no-json"),
        (3, 422, "invalid"),
        ({}, 422, "invalid"),
        ({"text": 3}, 422, "invalid"),
        ({"text": "a", "colour": "red"}, 422, "invalid"),
        ({"text": "a", "html": "b"}, 422, "invalid"),
        ({"text": "a", "published": "soon"}, 422, "invalid"),
        ({"text": "a", "published": "0001-01-01"}, 422, "inconsistent"),
        ({"text": "\ud800"}, 422, "unreadable"),
        ({"text": BAD}, 422, "unreadable"),
        ([{"text": "a"}] * 65, 413, "too-large"),
        ({"text": "a" * 5_000_000}, 413, "too-large"),
        ([1] * 300_000, 413, "too-large"),
    ],
)
def test_invalid_bodies_are_rejected(body: Any, status: int, problem: str) -> None:
    answer = post("/extract", body)
    assert (answer.status_code, kind(answer)) == (status, problem)


def test_invalid_fields_are_located() -> None:
    many = {str(n): n for n in range(100)}
    assert len(post("/extract", {"text": "a", **many}).json()["errors"]) == 50
    body = {"text": 3, "published": "soon", "a/b": 1}
    errors = post("/extract", body).json()["errors"]
    assert [error["pointer"] for error in errors] == ["/text", "/published", "/a~1b"]
    assert errors[1]["detail"].startswith("'soon' cannot be read as a day; expected a date")
    assert (
        "seven words of a secret text"
        not in post("/extract", {"text": ["seven words of a secret text"]}).text
    )


def test_a_body_without_a_length_is_limited() -> None:
    async def parts() -> Any:
        for _ in range(100):
            yield b"x" * 1000

    async def ask(client: Any) -> Any:
        return await client.post("/extract", content=parts(), headers=JSON)

    answer = responses(app_of(FakeReader(), max_bytes=50_000), ask)
    assert (answer.status_code, kind(answer)) == (413, "too-large")


def test_other_types_paths_and_methods() -> None:
    async def ask(client: Any) -> list[Any]:
        return [
            await client.post("/extract", content=b"text", headers={"content-type": "text/plain"}),
            await client.get("/nothing"),
            await client.get("/extract"),
            await client.delete("/healthz"),
        ]

    answers = responses(app_of(FakeReader()), ask)
    assert [kind(answer) for answer in answers] == ["media-type", "not-found", "method", "method"]
    assert answers[2].headers["allow"] == "POST"


def papers() -> list[dict[str, Any]]:
    words = "“The old quay will be closed to heavy lorries before midsummer.”"
    made = (article(name, "2031-03-05", Said(words)) for name in ("post", "times"))
    return [extraction.to_dict() for extraction in made]


def test_extractions_are_linked() -> None:
    row = {"id": "Q42", "name": "Ada Brook"}
    answer = post("/link", {"extractions": papers(), "identities": [row]})
    (utterance,) = answer.json()["utterances"]
    assert [member["article_id"] for member in utterance["members"]] == ["post", "times"]
    assert utterance["speakers"][0]["id"] == "Q42"
    assert answer.json()["extractions"] == []


def test_articles_are_read_and_linked() -> None:
    text = "“The old quay will be closed to heavy lorries before midsummer”, Ada Brook said."
    given = [{"text": text, "id": "a"}, {"text": f"{text} ", "id": "b"}, {"text": BAD, "id": "c"}]
    made = post("/link", {"articles": given, "min_score": 0.5}).json()
    assert [e["article"]["id"] for e in made["extractions"]] == ["a", "b", "c"]
    assert made["extractions"][2]["error"]
    (utterance,) = made["utterances"]
    assert len(utterance["members"]) == 2
    assert post("/link", {"articles": []}).json() == {"utterances": [], "extractions": []}


def test_a_link_request_needs_something_to_link() -> None:
    answer = post("/link", {})
    assert (answer.status_code, kind(answer)) == (422, "invalid")
    assert 'got neither "articles" nor "extractions"' in answer.json()["detail"]


# The day of publication, in the second field, is missing.
NO_DAY = {"id": "a", "text_sha256": "0", "characters": 1, "published_from": "caller"}
TWO_IDS = [{"id": "1", "name": "A"}, {"id": "2", "name": "A"}]


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ({"min_score": 0.1}, "invalid"),
        ({"extractions": [{"article": {}}]}, "invalid"),
        ({"identities": [{"id": "1", "name": ""}]}, "invalid"),
        ({"extractions": [{"article": NO_DAY}]}, "inconsistent"),
        ({"extractions": [], "identities": TWO_IDS}, "unreadable"),
        ({"articles": [{"text": "a", "id": "1"}, {"text": "b", "id": "1"}]}, "unreadable"),
        ({"articles": [{"text": "a"}] * 65}, "too-large"),
    ],
)
def test_invalid_link_requests_are_rejected(body: Any, problem: str) -> None:
    assert kind(post("/link", body)) == problem


def test_health_reports_the_version() -> None:
    answer = get("/healthz")
    assert answer.json()["status"] == "ok"
    app = app_of(FakeReader())

    async def stopped(client: Any) -> Any:
        next(iter(_workers(app))).stop()
        return await client.get("/healthz"), await client.post("/extract", json={"text": "a"})

    health, refused = responses(app, stopped)
    assert (health.status_code, kind(health)) == (503, "stopping")
    assert (kind(refused), refused.headers["retry-after"]) == ("stopping", "5")


def _workers(app: Any) -> Any:
    for cell in app.app.router.lifespan_context.__wrapped__.__closure__:
        if hasattr(cell.cell_contents, "stop"):
            yield cell.cell_contents


def test_metrics_have_the_prometheus_format() -> None:
    async def ask(client: Any) -> str:
        await client.post("/extract", json=[{"text": TEXT}, {"text": BAD}])
        await client.get("/nothing/at/all")
        return str((await client.get("/metrics")).text)

    text = responses(app_of(FakeReader()), ask)
    sample = re.compile(r'[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [0-9.]+')
    for line in text.splitlines():
        assert line.startswith(("# HELP ", "# TYPE ")) or sample.fullmatch(line), line
    for expected in (
        "quotex_articles_total 2",
        "quotex_failures_total 1",
        "quotex_quotations_total 1",
        'quotex_requests_total{method="GET",path="other",status="404"} 1',
        'quotex_requests_total{method="POST",path="/extract",status="200"} 1',
        'quotex_request_seconds_bucket{path="/extract",le="+Inf"} 1',
        "quotex_open_requests 1",
    ):
        assert expected in text.splitlines()


def test_article_text_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    reader = FakeReader()
    app = app_of(reader)
    caplog.set_level(logging.DEBUG)

    async def ask(client: Any) -> Any:
        await client.post("/extract", json={"text": "Secret words, she said.", "x": 1})
        await client.post("/extract", json={"text": "Secret words, she said."})
        reader.error = RuntimeError("Secret words")
        return await client.post("/extract", json={"text": "Secret words, she said."})

    answer = responses(app, ask)
    assert (answer.status_code, kind(answer)) == (500, "internal")
    assert "Secret" not in caplog.text
    assert "Secret" not in answer.text
    lines = [record.getMessage() for record in caplog.records if record.name == "quotex.server"]
    assert re.fullmatch(r"POST /extract 422 \d\.\d{3} s", lines[0])
    assert re.fullmatch(r"RuntimeError in builders\.py:\d+", lines[2])


def test_the_server_continues_after_a_failure() -> None:
    reader = FakeReader()

    async def ask(client: Any) -> list[int]:
        reader.error = MemoryError()
        first = await client.post("/extract", json={"text": TEXT})
        reader.error = None
        second = await client.post("/extract", json={"text": TEXT})
        return [first.status_code, second.status_code]

    assert responses(app_of(reader), ask) == [500, 200]


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("http://localhost", 200),
        ("http://127.0.0.1:8000", 200),
        ("http://[::1]:8000", 200),
        ("http://LOCALHOST:8000", 200),
        ("http://evil.example", 421),
        ("http://localhost.evil.example", 421),
    ],
)
def test_unknown_host_names_are_rejected(host: str, status: int) -> None:
    assert get("/healthz", host=host).status_code == status


def test_allowed_host_names() -> None:
    assert hosts_for("127.0.0.1") == {"localhost", "127.0.0.1", "[::1]"}
    assert hosts_for("::1", ["Desk"]) == {"desk", "localhost", "127.0.0.1", "[::1]"}
    assert hosts_for("0.0.0.0") is None
    assert hosts_for("0.0.0.0", ["desk"]) == {"desk"}


def test_limits_must_be_positive() -> None:
    with pytest.raises(OptionError, match="max_wait=0: expected more than zero"):
        ServerLimits(max_wait=0)
