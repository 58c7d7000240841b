"""The OpenAPI document: our schema, with every field described, and the problems."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, Final

from fastapi import FastAPI, Response
from fastapi.openapi.utils import get_openapi

from quotex.server.problems import MEDIA_TYPE, problem_schema

DESCRIPTION: Final = (
    "Who said what, when and where: reads news, returns every quotation as a typed record. "
    "Offsets are half-open and count code points. What is unknown is null."
)

_PROBLEM: Final = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
_WAIT: Final = {
    "Retry-After": {
        "description": "Seconds after which to ask again.",
        "schema": {"type": "integer", "minimum": 1},
    }
}
_REFUSALS: Final[dict[str, str]] = {
    "400": "The body is no JSON.",
    "408": "The body did not come in time.",
    "413": "The body is too large, or there are too many articles.",
    "415": "The body is not declared as application/json.",
    "421": "The server is asked for by a name that it does not have.",
    "422": "The body is not of this form, or what it gives cannot be read.",
    "500": "The server failed.",
    "501": "What reads HTML is not installed.",
    "503": "It would wait too long, took too long, or the server is stopping.",
}


def add_openapi(app: FastAPI) -> None:
    """Add the route of the document, which is made once."""

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
            _tell_refusals(operation["responses"], method == "post")
    return made


def _tell_refusals(responses: dict[str, Any], has_body: bool) -> None:
    responses.pop("422", None)
    told = _REFUSALS if has_body else {code: _REFUSALS[code] for code in ("421", "500", "503")}
    for code, says in told.items():
        headers = {"headers": _WAIT} if code == "503" else {}
        responses[code] = {"description": says, "content": _PROBLEM, **headers}
