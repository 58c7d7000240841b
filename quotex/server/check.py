"""``POST /check``: whether words are on record in the bank that the server was given."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Any

from fastapi import FastAPI, Response
from pydantic import BaseModel, ConfigDict, Field

from quotex.checking.check import check
from quotex.errors import QuotexError
from quotex.records import Check
from quotex.server.articles import refusal
from quotex.server.worker import Worker

_COST = 5_000  # characters that are read in the time of a check


class CheckRequest(BaseModel):
    """What is to be checked, and who is said to have said it."""

    model_config = ConfigDict(extra="forbid")

    words: Annotated[str, Field(min_length=1, description="What somebody is said to have said.")]
    speaker: Annotated[str | None, Field(description="Who is said to have said it.")] = None
    after: Annotated[date | None, Field(description="The first day that counts.")] = None
    before: Annotated[date | None, Field(description="The last day that counts.")] = None


def add_check(app: FastAPI, worker: Worker, bank: Path) -> None:
    """Add the route; ``bank`` is opened for each request, so that it may grow meanwhile."""

    async def check_(request: CheckRequest) -> Any:
        """Tell whether words are on record: verbatim, altered, somebody else's, or not found."""

        def checked() -> Check | QuotexError:
            try:
                return check(bank=bank, **request.model_dump())
            except QuotexError as error:
                return error

        found = await worker.call(checked, _COST)
        if isinstance(found, QuotexError):
            raise refusal(found)
        return Response(found.model_dump_json(by_alias=True), media_type="application/json")

    app.add_api_route(
        "/check",
        check_,
        methods=["POST"],
        response_model=Check,
        summary="Whether words are on record",
    )
