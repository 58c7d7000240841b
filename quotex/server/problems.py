"""Problems with a request, reported according to RFC 9457 (``application/problem+json``)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final

from pydantic import BaseModel, Field
from starlette.responses import Response

MEDIA_TYPE: Final = "application/problem+json"

_MAX_ERRORS: Final = 50  # fields that are reported
# The status and the title of each code.
_KINDS: Final[dict[str, tuple[int, str]]] = {
    "no-json": (400, "The body is not JSON"),
    "not-found": (404, "Not found"),
    "method": (405, "Method not allowed"),
    "slow-body": (408, "The body did not arrive in time"),
    "too-large": (413, "The body is too large"),
    "media-type": (415, "The body has the wrong media type"),
    "host": (421, "This server does not have that host name"),
    "invalid": (422, "The body does not have the documented form"),
    "inconsistent": (422, "The body contradicts itself"),
    "unreadable": (422, "The content cannot be read"),
    "internal": (500, "The server failed"),
    "extra": (501, "A part of the server is not installed"),
    "busy": (503, "The server is overloaded"),
    "timeout": (503, "The request took too long"),
    "stopping": (503, "The server is stopping"),
}


class FieldProblem(BaseModel):
    """What is wrong with one field."""

    pointer: Annotated[
        str, Field(description="The place of the field in the body, as a JSON Pointer (RFC 6901).")
    ]
    detail: Annotated[str, Field(description="What is wrong with it.")]


class Problem(BaseModel):
    """Why a request was rejected (RFC 9457). It never repeats the text of an article."""

    type: Annotated[str, Field(description="The kind of problem, as a URN that does not change.")]
    title: Annotated[str, Field(description="The kind of problem, in words.")]
    status: Annotated[int, Field(description="The HTTP status.")]
    detail: Annotated[str, Field(description="What was given, what is expected, and the fix.")]
    errors: Annotated[
        list[FieldProblem], Field(description="The fields that are wrong, if any.")
    ] = []


class ProblemError(Exception):
    """A request is rejected; ``code`` is one of the known kinds of problem."""

    def __init__(
        self,
        code: str,
        detail: str,
        *,
        errors: Sequence[FieldProblem] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(code)
        self.code, self.detail = code, detail
        self.errors, self.headers = list(errors), dict(headers or {})
        self.status = _KINDS[code][0]

    def response(self) -> Response:
        """Return the problem as an answer."""
        problem = Problem(
            type=f"urn:quotex:problem:{self.code}",
            title=_KINDS[self.code][1],
            status=self.status,
            detail=self.detail,
            errors=self.errors,
        )
        return Response(
            problem.model_dump_json().encode("utf-8", "replace"),
            self.status,
            self.headers,
            MEDIA_TYPE,
        )


def busy_problem(seconds: float) -> ProblemError:
    """Return the problem of a request that would wait too long."""
    wait = max(1, round(seconds))
    return ProblemError(
        "busy",
        f"the requests that are waiting take about {wait} s; try again after that",
        headers={"Retry-After": str(wait)},
    )


def full_problem(max_requests: int, seconds: float) -> ProblemError:
    """Return the problem of a request to a server that has as many open as it may."""
    wait = max(1, round(seconds))
    return ProblemError(
        "busy",
        f"more than {max_requests:,} open requests; try again in {wait} s",
        headers={"Retry-After": str(wait)},
    )


def invalid_problem(errors: Sequence[Mapping[str, Any]], tags: frozenset[str]) -> ProblemError:
    """Return the problem that pydantic's errors report; ``tags`` are left out of JSON Pointers."""
    errors = errors[:_MAX_ERRORS]
    innermost = [error for error in errors if not _has_inner_error(error["loc"], errors)]
    found = [
        FieldProblem(pointer=_pointer(error["loc"], tags), detail=str(error["msg"]))
        for error in innermost
    ]
    if any(error["type"] == "json_invalid" for error in errors):
        return ProblemError("no-json", "expected JSON in UTF-8; see /openapi.json")
    first = found[0]
    is_wrong_form = any(error["type"] != "value_error" for error in innermost)
    return ProblemError(
        "invalid" if is_wrong_form else "inconsistent",  # which no JSON Schema can express
        f"{first.pointer or 'the body'}: {first.detail}; see /openapi.json",
        errors=found,
    )


def _has_inner_error(place: Sequence[str | int], errors: Sequence[Mapping[str, Any]]) -> bool:
    """Return whether a field is only wrong because something inside it is."""
    inside = (error["loc"] for error in errors if len(error["loc"]) > len(place))
    return any(tuple(other[: len(place)]) == tuple(place) for other in inside)


def _pointer(place: Sequence[str | int], tags: frozenset[str]) -> str:
    parts = [str(part) for part in place if part != "body" and part not in tags]
    return "".join("/" + part.replace("~", "~0").replace("/", "~1") for part in parts)


def problem_schema() -> dict[str, Any]:
    """Return the JSON Schemas of ``Problem`` and ``FieldProblem``, by name."""
    made = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    return {**made.pop("$defs"), "Problem": json.loads(json.dumps(made))}
