"""Articles as they are given in a request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    RootModel,
    Tag,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)
from pydantic_core import PydanticCustomError

from quotex.articles import as_article
from quotex.errors import InputError, QuotexError
from quotex.records import Article
from quotex.server.problems import ProblemError
from quotex.server.worker import Worker
from quotex.tables.days import given_day
from quotex.validation import first_problem

TAGS = frozenset({"text-article", "page-article", "list"})


def _day(given: object) -> date | None:
    try:
        return given_day(given)
    except InputError as error:
        reason = str(error.args[0]).removeprefix("published: ")
        kind = "value_error" if _is_calendar_day(given) else "day"  # the schema allows the former
        raise PydanticCustomError(kind, "{reason}", {"reason": reason}) from None


def _is_calendar_day(given: object) -> bool:
    try:
        return isinstance(given, str) and bool(date.fromisoformat(given))
    except ValueError:
        return False


Day = Annotated[date, BeforeValidator(_day)]


class TextArticle(BaseModel):
    """An article, given as text."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: Annotated[
        str,
        Field(
            description="The text of the article; offsets into it count code points.",
            examples=["“The quay is safe,” Ada Brook said on Monday."],
        ),
    ]
    id: Annotated[
        str | None, Field(description="The id of the article; derived from the text by default.")
    ] = None
    published: Annotated[
        Day | None,
        Field(
            description=(
                "The day of publication, against which “Monday” is resolved. Other forms that "
                "leave no doubt, such as “9 May 2024” or with a time, are read as well."
            )
        ),
    ] = None
    title: Annotated[str | None, Field(description="The headline, if the text lacks it.")] = None
    url: Annotated[str | None, Field(description="The address of the article.")] = None
    publisher: Annotated[str | None, Field(description="The publisher of the article.")] = None

    def article(self) -> Article:
        """Return the article.

        Raises:
            InputError: the fields do not make an article.
        """
        return as_article(self.model_dump(exclude_none=True))


class PageArticle(BaseModel):
    """An article, given as the HTML of its page (needs ``quotex[html]``)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    html: Annotated[str, Field(description="The page's HTML; nothing in it is fetched or run.")]
    id: Annotated[
        str | None, Field(description="The id of the article; derived from the text by default.")
    ] = None
    published: Annotated[
        Day | None, Field(description="The day of publication; overrides the page.")
    ] = None
    title: Annotated[str | None, Field(description="The headline; overrides the page.")] = None
    url: Annotated[str | None, Field(description="The address of the page.")] = None
    publisher: Annotated[str | None, Field(description="The publisher; overrides the page.")] = None

    def article(self) -> Article:
        """Return the article on the page.

        Raises:
            InputError: the page has no article.
            OptionError: the HTML reader is not installed.
        """
        from quotex.read.html.article import from_html

        fields = self.model_dump(exclude_none=True, exclude={"html", "url"})
        return as_article(from_html(self.html, self.url), fields)


@dataclass(frozen=True, slots=True)
class InvalidArticle:
    """An article in a list that does not have the documented form, which affects only itself."""

    id: str | None
    reason: str

    def article(self) -> Article:
        """Say what is wrong with it.

        Raises:
            InputError: always.
        """
        raise InputError(self.reason)


GivenArticle = TextArticle | PageArticle | InvalidArticle


def _valid_or_reason(given: Any, validate: ValidatorFunctionWrapHandler) -> Any:
    try:
        return validate(given)
    except ValidationError as error:
        problem = first_problem(error)
        place = problem.place.removeprefix(_article_kind(given)).removeprefix(".")
        name = given.get("id") if isinstance(given, dict) else None
        reason = f"not an article: {replace(problem, place=place)}"
        return InvalidArticle(str(name) if name else None, reason)


# One article of a list. Validation also returns an ``InvalidArticle``, which is not in the schema.
ListedArticle = Annotated[
    Annotated[TextArticle, Tag("text-article")] | Annotated[PageArticle, Tag("page-article")],
    Discriminator(lambda given: _article_kind(given)),
    WrapValidator(_valid_or_reason),
]


class ExtractRequest(
    RootModel[
        Annotated[
            Annotated[TextArticle, Tag("text-article")]
            | Annotated[PageArticle, Tag("page-article")]
            | Annotated[list[ListedArticle], Tag("list")],
            Discriminator(lambda given: _article_kind(given)),
        ]
    ]
):
    """One article, or a list of them."""


def _article_kind(given: Any) -> Literal["text-article", "page-article", "list"]:
    if isinstance(given, list):
        return "list"
    by_page = isinstance(given, PageArticle) or (isinstance(given, dict) and "html" in given)
    return "page-article" if by_page else "text-article"


def check_count(given: int, max_articles: int) -> None:
    """Check the number of articles.

    Raises:
        ProblemError: there are more than ``max_articles``.
    """
    if given > max_articles:
        raise ProblemError(
            "too-large",
            f"{given:,} articles, expected at most {max_articles:,}; send several requests",
        )


async def articles_of(given: Sequence[GivenArticle], worker: Worker) -> list[Article | QuotexError]:
    """Return the articles of a request, or the error of each invalid one; pages wait their turn.

    Raises:
        ProblemError: the pages would wait too long.
    """
    pages = [one for one in given if isinstance(one, PageArticle)]
    read: dict[int, Article | QuotexError] = {}
    if pages:
        size = sum(len(page.html) for page in pages) // 10  # most is markup, which is skipped fast
        made = await worker.call(lambda: [_article_or_error(page) for page in pages], size)
        read = {id(page): article for page, article in zip(pages, made, strict=True)}
    return [read[id(one)] if id(one) in read else _article_or_error(one) for one in given]


def _article_or_error(given: GivenArticle) -> Article | QuotexError:
    try:
        return given.article()
    except QuotexError as error:
        return error


def problem_of(error: QuotexError) -> ProblemError:
    """Return the problem that reports one of quotex's own errors."""
    is_input_error = isinstance(error, InputError)
    is_missing_extra = error.code == "Q400"
    return ProblemError(
        "extra" if is_missing_extra else "unreadable" if is_input_error else "internal", str(error)
    )
