"""The OpenAPI document: the schema with a description of every field, and the problems."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, Final

from fastapi import FastAPI, Response
from fastapi.openapi.utils import get_openapi

from quotex.server.problems import MEDIA_TYPE, problem_schema

DESCRIPTION: Final = (
    "Who said what, when and where: reads news and returns every quotation as a typed record. "
    "Offsets are half-open and count code points. Unknown values are null."
)

_PROBLEM_CONTENT: Final = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
_RETRY_AFTER: Final = {
    "Retry-After": {
        "description": "The number of seconds after which to try again.",
        "schema": {"type": "integer", "minimum": 1},
    }
}
_PROBLEM_RESPONSES: Final[dict[str, str]] = {
    "400": "The body is not JSON.",
    "408": "The body did not arrive in time.",
    "413": "The body is too large, or there are too many articles.",
    "415": "The body is not declared as application/json.",
    "421": "The server was addressed by a host name that it does not have.",
    "422": "The body does not have this form, or its content cannot be read.",
    "500": "The server failed.",
    "501": "The HTML reader is not installed.",
    "503": "The request would wait too long or took too long, or the server is stopping.",
}


def add_openapi(app: FastAPI) -> None:
    """Add the route of the document, which is built once."""

    @cache
    def document() -> bytes:
        return json.dumps(_document(app), ensure_ascii=False).encode()

    async def openapi() -> Response:
        return Response(document(), media_type="application/json")

    app.add_api_route("/openapi.json", openapi, methods=["GET"], include_in_schema=False)


def _document(app: FastAPI) -> dict[str, Any]:
    made: dict[str, Any] = get_openapi(
        title=app.title, version=app.version, description=app.description, routes=app.routes
    )
    schemas = made["components"]["schemas"]
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    schemas |= problem_schema()
    for path in made["paths"].values():
        for method, operation in path.items():
            _add_problem_responses(operation["responses"], method == "post")
    return made


def _add_problem_responses(responses: dict[str, Any], has_body: bool) -> None:
    responses.pop("422", None)
    described = (
        _PROBLEM_RESPONSES
        if has_body
        else {code: _PROBLEM_RESPONSES[code] for code in ("421", "500", "503")}
    )
    for code, description in described.items():
        headers = {"headers": _RETRY_AFTER} if code == "503" else {}
        responses[code] = {"description": description, "content": _PROBLEM_CONTENT, **headers}
