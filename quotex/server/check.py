"""``POST /check``: whether words are on record in the server's bank."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Any

from fastapi import FastAPI, Response
from pydantic import BaseModel, ConfigDict, Field

from quotex.checking.check import check
from quotex.errors import QuotexError
from quotex.records import Check
from quotex.server.articles import problem_of
from quotex.server.worker import Worker

CHECK_PATH = "/check"
_COST = 5_000  # characters that could be read in the time of one check


class CheckRequest(BaseModel):
    """The words to check, and the speaker to whom they are attributed."""

    model_config = ConfigDict(extra="forbid")

    words: Annotated[str, Field(min_length=1, description="The words to check.")]
    speaker: Annotated[str | None, Field(description="Who is said to have said them.")] = None
    after: Annotated[date | None, Field(description="The first day to search.")] = None
    before: Annotated[date | None, Field(description="The last day to search.")] = None


def add_check(app: FastAPI, worker: Worker, bank: Path) -> None:
    """Add the route; ``bank`` is opened for each request, so it may grow in the meantime."""

    async def check_(request: CheckRequest) -> Any:
        """Say whether words are on record: verbatim, altered, somebody else's, or not found."""

        def checked() -> Check | QuotexError:
            try:
                return check(bank=bank, **request.model_dump())
            except QuotexError as error:
                return error

        found = await worker.call(checked, _COST)
        if isinstance(found, QuotexError):
            raise problem_of(found)
        return Response(found.model_dump_json(by_alias=True), media_type="application/json")

    app.add_api_route(
        CHECK_PATH,
        check_,
        methods=["POST"],
        response_model=Check,
        summary="Whether words are on record",
    )
