"""What goes wrong in a request, told as RFC 9457 has it (``application/problem+json``)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final

from pydantic import BaseModel, Field
from starlette.responses import Response

MEDIA_TYPE: Final = "application/problem+json"

_MOST: Final = 50  # fields that are told of
# By their codes: the status and the title.
_KINDS: Final[dict[str, tuple[int, str]]] = {
    "no-json": (400, "The body is no JSON"),
    "not-found": (404, "There is nothing here"),
    "method": (405, "Not with this method"),
    "slow-body": (408, "The body did not come in time"),
    "too-large": (413, "The body is too large"),
    "media-type": (415, "The body is of another type"),
    "host": (421, "This server has no such name"),
    "invalid": (422, "The body is not of the documented form"),
    "inconsistent": (422, "The body contradicts itself"),
    "unreadable": (422, "This cannot be read"),
    "internal": (500, "The server failed"),
    "extra": (501, "A part of the server is not installed"),
    "busy": (503, "The server has more to do than it can"),
    "timeout": (503, "It took too long"),
    "stopping": (503, "The server is stopping"),
}


class FieldProblem(BaseModel):
    """What is wrong with one field."""

    pointer: Annotated[
        str, Field(description="Where it stands in the body, as a JSON Pointer (RFC 6901).")
    ]
    detail: Annotated[str, Field(description="What is wrong with it.")]


class Problem(BaseModel):
    """Why a request was refused (RFC 9457). No text of an article is repeated in it."""

    type: Annotated[str, Field(description="The kind of problem, a URN that does not change.")]
    title: Annotated[str, Field(description="The kind of problem, in words.")]
    status: Annotated[int, Field(description="The HTTP status.")]
    detail: Annotated[str, Field(description="What was given, what is expected, and the fix.")]
    errors: Annotated[
        list[FieldProblem], Field(description="The fields that are wrong, where some are.")
    ] = []


class ProblemError(Exception):
    """A request is refused; ``code`` is one of the known kinds."""

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


def busy(seconds: float) -> ProblemError:
    """Return the refusal of what would wait too long."""
    wait = max(1, round(seconds))
    return ProblemError(
        "busy",
        f"what waits takes about {wait} s; ask again after that",
        headers={"Retry-After": str(wait)},
    )


def invalid(errors: Sequence[Mapping[str, Any]], tags: frozenset[str]) -> ProblemError:
    """Return the refusal of a body, from what pydantic says; ``tags`` are no parts of a place."""
    errors = errors[:_MOST]
    own = [error for error in errors if not _follows(error["loc"], errors)]
    found = [
        FieldProblem(pointer=_pointer(error["loc"], tags), detail=str(error["msg"]))
        for error in own
    ]
    if any(error["type"] == "json_invalid" for error in errors):
        return ProblemError("no-json", "expected JSON in UTF-8; see /openapi.json")
    first = found[0]
    of_form = any(error["type"] != "value_error" for error in own)
    return ProblemError(
        "invalid" if of_form else "inconsistent",  # what no JSON Schema can ask for
        f"{first.pointer or 'the body'}: {first.detail}; see /openapi.json",
        errors=found,
    )


def _follows(place: Sequence[str | int], errors: Sequence[Mapping[str, Any]]) -> bool:
    """Return whether something inside a field is wrong, so that the field is only for that."""
    inside = (error["loc"] for error in errors if len(error["loc"]) > len(place))
    return any(tuple(other[: len(place)]) == tuple(place) for other in inside)


def _pointer(place: Sequence[str | int], tags: frozenset[str]) -> str:
    parts = [str(part) for part in place if part != "body" and part not in tags]
    return "".join("/" + part.replace("~", "~0").replace("/", "~1") for part in parts)


def problem_schema() -> dict[str, Any]:
    """Return the JSON Schema of ``Problem`` and ``FieldProblem``, by their names."""
    made = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    return {**made.pop("$defs"), "Problem": json.loads(json.dumps(made))}
