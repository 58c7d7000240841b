"""The OpenAPI document is valid, and the server behaves as it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import quotex

from .builders import app_of, running
from .test_app import get

schemathesis = pytest.importorskip("schemathesis")
checks = pytest.importorskip("schemathesis.checks")
errors = pytest.importorskip("schemathesis.errors")
hypothesis = pytest.importorskip("hypothesis")


def buildable(cases: Any) -> Any:
    """Leave out cases that schemathesis cannot build from a schema that it broke itself."""

    def drawn(draw: Any) -> Any:
        try:
            return draw(cases)
        except errors.InvalidSchema:
            hypothesis.reject()

    return hypothesis.strategies.composite(drawn)()


def document() -> dict[str, Any]:
    return get("/openapi.json").json()  # type: ignore[no-any-return]


def test_every_field_is_described() -> None:
    schemas = document()["components"]["schemas"]
    fields = [
        (name, field, about)
        for name, schema in schemas.items()
        for field, about in schema.get("properties", {}).items()
    ]
    assert len(fields) > 100
    assert [(name, field) for name, field, about in fields if "description" not in about] == []
    assert all(schema.get("description") for name, schema in schemas.items() if name != "JsonValue")


def test_every_error_response_is_documented() -> None:
    for path, operations in document()["paths"].items():
        for method, operation in operations.items():
            refusals = {c: r for c, r in operation["responses"].items() if c >= "400"}
            expected = {"421", "500", "503"}
            if method == "post":
                expected |= {"400", "408", "413", "415", "422", "501"}
            assert set(refusals) == expected, path
            for response in refusals.values():
                assert list(response["content"]) == ["application/problem+json"]


def test_no_page_loads_external_scripts() -> None:
    assert [get(path).status_code for path in ("/docs", "/redoc")] == [404, 404]


@pytest.fixture(scope="module")
def api(extractor: quotex.Extractor) -> Iterator[Any]:
    with running(app_of(extractor, max_wait=1e9)) as (address, _):
        schema = schemathesis.openapi.from_dict(document())
        schema.config.update(base_url=address)
        yield schema


@pytest.mark.model
@pytest.mark.parametrize(
    ("name", "mode", "examples"),
    [
        ("POST /extract", "POSITIVE", 30),
        ("POST /extract", "NEGATIVE", 30),
        ("POST /link", "POSITIVE", 5),  # its bodies are large
        ("POST /link", "NEGATIVE", 5),
        ("GET /healthz", "POSITIVE", 1),
        ("GET /metrics", "POSITIVE", 1),
    ],
)
def test_schemathesis_finds_nothing(api: Any, name: str, mode: str, examples: int) -> None:
    operations = {schema.ok().label: schema.ok() for schema in api.get_all_operations()}
    assert len(operations) == 4
    generation_mode = schemathesis.GenerationMode[mode]

    @hypothesis.given(case=buildable(operations[name].as_strategy(generation_mode=generation_mode)))
    @hypothesis.settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(hypothesis.Phase.generate,),
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    def ask(case: Any) -> None:
        response = case.call()
        refused = response.status_code == 422 and response.json()["type"].split(":")[-1]
        beyond_schema = refused in ("unreadable", "inconsistent")
        left_out = [checks.positive_data_acceptance] if beyond_schema else []
        if response.status_code == 200 and "] not an article: " in response.text:
            left_out.append(checks.negative_data_rejection)  # one in a list affects only itself
        case.validate_response(response, excluded_checks=left_out)

    ask()
