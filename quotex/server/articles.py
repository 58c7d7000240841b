"""Articles as a request gives them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, RootModel, Tag

from quotex.articles import as_article
from quotex.errors import InputError, QuotexError
from quotex.records import Article
from quotex.server.problems import ProblemError
from quotex.server.worker import Worker

TAGS = frozenset({"text-article", "page-article", "list"})


class TextArticle(BaseModel):
    """An article by its text."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: Annotated[
        str,
        Field(
            description="The text, in which offsets count code points.",
            examples=["“The quay is safe,” Ada Brook said on Monday."],
        ),
    ]
    id: Annotated[
        str | None, Field(description="A name for it; by default it is made of the text.")
    ] = None
    published: Annotated[
        date | None,
        Field(description="The day of publication, to which “Monday” is relative."),
    ] = None
    title: Annotated[str | None, Field(description="The headline, where the text lacks it.")] = None
    url: Annotated[str | None, Field(description="Where it stands.")] = None
    publisher: Annotated[str | None, Field(description="Who published it.")] = None

    def article(self) -> Article:
        """Return the article.

        Raises:
            InputError: it is none.
        """
        return as_article(self.model_dump(exclude_none=True))


class PageArticle(BaseModel):
    """An article by its page, from whose HTML the text is taken (needs ``quotex[html]``)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    html: Annotated[str, Field(description="The page's HTML; nothing in it is fetched or run.")]
    id: Annotated[
        str | None, Field(description="A name for it; by default it is made of the text.")
    ] = None
    published: Annotated[
        date | None, Field(description="The day of publication, over what the page says.")
    ] = None
    title: Annotated[str | None, Field(description="The headline, over what the page says.")] = None
    url: Annotated[str | None, Field(description="Where the page stands.")] = None
    publisher: Annotated[
        str | None, Field(description="Who published it, over what the page says.")
    ] = None

    def article(self) -> Article:
        """Return the article that the page holds.

        Raises:
            InputError: there is none in it.
            OptionError: what reads HTML is not installed.
        """
        from quotex.read.html.article import from_html

        fields = self.model_dump(exclude_none=True, exclude={"html", "url"})
        return as_article(from_html(self.html, self.url), fields)


ArticleIn = Annotated[
    Annotated[TextArticle, Tag("text-article")] | Annotated[PageArticle, Tag("page-article")],
    Discriminator(lambda given: _form(given)),
]


class ExtractRequest(
    RootModel[
        Annotated[
            Annotated[TextArticle, Tag("text-article")]
            | Annotated[PageArticle, Tag("page-article")]
            | Annotated[list[ArticleIn], Tag("list")],
            Discriminator(lambda given: _form(given)),
        ]
    ]
):
    """One article, or a list of them."""


def _form(given: Any) -> Literal["text-article", "page-article", "list"]:
    if isinstance(given, list):
        return "list"
    by_page = isinstance(given, PageArticle) or (isinstance(given, dict) and "html" in given)
    return "page-article" if by_page else "text-article"


def check_count(given: int, most: int) -> None:
    """Refuse too many articles.

    Raises:
        ProblemError: there are more than ``most``.
    """
    if given > most:
        raise ProblemError(
            "too-large", f"{given:,} articles, expected at most {most:,}; send several requests"
        )


async def articles_of(
    given: list[TextArticle | PageArticle], worker: Worker
) -> list[Article | QuotexError]:
    """Return the articles that a request gives, or why one is none; pages are read in their turn.

    Raises:
        ProblemError: the pages would wait too long.
    """
    pages = [one for one in given if isinstance(one, PageArticle)]
    read: dict[int, Article | QuotexError] = {}
    if pages:
        size = sum(len(page.html) for page in pages) // 10  # most of it is markup, soon passed over
        made = await worker.call(lambda: [_article_or_error(page) for page in pages], size)
        read = {id(page): article for page, article in zip(pages, made, strict=True)}
    return [read[id(one)] if id(one) in read else _article_or_error(one) for one in given]


def _article_or_error(given: TextArticle | PageArticle) -> Article | QuotexError:
    try:
        return given.article()
    except QuotexError as error:
        return error


def refusal(error: QuotexError) -> ProblemError:
    """Return the problem that an error of quotex's own is."""
    known = isinstance(error, InputError)
    extra = error.code == "Q400"
    return ProblemError("extra" if extra else "unreadable" if known else "internal", str(error))
