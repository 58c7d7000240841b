"""``POST /link``: quotations, in one or more articles, that report the same utterance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Self

from fastapi import FastAPI, Response
from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from quotex.errors import QuotexError
from quotex.linking.identities import IdentityLike
from quotex.linking.link import link
from quotex.records import ExtractionRecord, Utterance
from quotex.result import Extraction
from quotex.server.articles import ListedArticle, check_count, problem_of
from quotex.server.extract import extractions_of
from quotex.server.limits import ServerLimits
from quotex.server.worker import Worker

_COST = 100  # characters that could be read in the time it takes to link a quotation


class IdentityIn(BaseModel):
    """A row of the caller's table of identities."""

    model_config = ConfigDict(extra="forbid")

    id: Annotated[
        str, Field(min_length=1, description="The identifier, for example a Wikidata number.")
    ]
    name: Annotated[str, Field(min_length=1, description="The name.")]
    aliases: Annotated[list[str], Field(description="Other names of the same speaker.")] = []


class LinkRequest(BaseModel):
    """What to link: articles to read first, extractions, or both."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"anyOf": [{"required": ["articles"]}, {"required": ["extractions"]}]},
    )

    articles: Annotated[list[ListedArticle], Field(description="Articles to read first.")] = []
    extractions: Annotated[
        list[ExtractionRecord], Field(description="Earlier answers from /extract.")
    ] = []
    identities: Annotated[
        list[IdentityIn],
        Field(description="Names with the same id are one speaker; with different ids, different."),
    ] = []
    min_score: Annotated[
        float, Field(ge=0.5, le=1, description="The least probability at which links are made.")
    ] = 0.5

    @model_validator(mode="after")
    def _check_given(self) -> Self:
        if not self.model_fields_set & {"articles", "extractions"}:
            raise PydanticCustomError(
                "nothing_given",
                'got neither "articles" nor "extractions", expected one of them or both; give '
                "the articles to read, or earlier answers from /extract",
            )
        return self


class LinkAnswer(BaseModel):
    """The utterances, and the extractions of the articles that were read for them."""

    utterances: Annotated[
        list[Utterance], Field(description="The utterances, in the order of their first reports.")
    ]
    extractions: Annotated[
        list[Extraction], Field(description="The extractions of `articles`, in the same order.")
    ]


async def utterances_in(
    known: Sequence[ExtractionRecord],
    worker: Worker,
    identities: Sequence[IdentityLike] = (),
    min_score: float = 0.5,
) -> list[Utterance]:
    """Return what ``link`` finds, in its turn.

    Raises:
        ProblemError: two texts have one id, the identities contradict each other, or the request
            would wait too long.
    """

    def linked() -> list[Utterance] | QuotexError:
        try:
            return link(known, identities=identities, min_score=min_score)
        except QuotexError as error:
            return error

    quotations = sum(len(each.quotations) for each in known)
    found = await worker.call(linked, _COST * quotations)
    if isinstance(found, QuotexError):
        raise problem_of(found)
    return found


def add_link(app: FastAPI, worker: Worker, limits: ServerLimits) -> None:
    """Add the route."""

    async def link_(request: LinkRequest) -> Any:
        """Find the quotations, in one or more articles, that report the same utterance."""
        check_count(len(request.articles) + len(request.extractions), limits.max_articles)
        read = await extractions_of(request.articles, worker, limits)
        known = [e for e in (*read, *request.extractions) if e.error is None]
        identities = [row.model_dump() for row in request.identities]
        found = await utterances_in(known, worker, identities, request.min_score)
        utterances = ",".join(each.model_dump_json(by_alias=True) for each in found)
        extractions = ",".join(each.to_json() for each in read)
        answer = f'{{"utterances":[{utterances}],"extractions":[{extractions}]}}'
        return Response(answer.encode("utf-8", "replace"), media_type="application/json")

    app.add_api_route(
        "/link",
        link_,
        methods=["POST"],
        response_model=LinkAnswer,
        summary="Quotations that report the same words",
    )
