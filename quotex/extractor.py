"""From an article to its quotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from pydantic import ValidationError

from quotex.assembly import Tools, assemble, attribute
from quotex.document.identify import ENGLISH, language_of
from quotex.document.publication import publication_day
from quotex.errors import InputError, QuotexError, ReadingError
from quotex.options import Options
from quotex.parse.engine import Engine
from quotex.parse.view import View
from quotex.quotations.given import SpansLike, read_given
from quotex.records import Article, Notice
from quotex.result import Extraction

ArticleLike = str | Article | Mapping[str, Any]


class Extractor:
    """Reads articles; made by ``quotex.load``. Safe to call again and again, keeps no state."""

    def __init__(self, engine: Engine, tools: Tools, options: Options) -> None:
        self.engine = engine
        self.tools = tools
        self.options = options

    def __call__(
        self,
        text: ArticleLike,
        *,
        published: date | str | None = None,
        title: str | None = None,
        id: str | None = None,
        url: str | None = None,
        publisher: str | None = None,
    ) -> Extraction:
        """Return the quotations of one article.

        Args:
            text: the article's text, or an ``Article`` (or a mapping of its fields).
            published: the day of publication, a date or "YYYY-MM-DD"; resolves "Tuesday".
            title: the headline, where it is not part of the text.
            id: a name for the article; taken from its text if not given.
            url: where it stands.
            publisher: who published it.

        Raises:
            InputError: the input is no text, not valid Unicode, or longer than ``max_chars``.
        """
        given = {
            "published": published,
            "title": title,
            "id": id,
            "url": url,
            "publisher": publisher,
        }
        article = as_article(text, {k: v for k, v in given.items() if v is not None})
        return self._read(article)

    def pipe(self, articles: Iterable[ArticleLike]) -> Iterator[Extraction]:
        """Yield an extraction for each article, in order; the same as one call each.

        An article that cannot be read costs only itself: its extraction has no quotations and
        says why in ``error``. That holds for failures that nobody foresaw, too.
        """
        for number, given in enumerate(articles):
            try:
                extraction = self._read(as_article(given, {}))
            except Exception as error:  # noqa: BLE001  # the others of the batch still count
                extraction = _failed(given, number, known_error(error))
            yield extraction

    def read(self, article: Article, view: View) -> Extraction:
        """Return the quotations of an article whose view is at hand already."""
        return assemble(article, view, self.tools, self.options)

    def attribute(self, article: ArticleLike, spans: Iterable[SpansLike]) -> Extraction:
        """Return who, when and where for quotations whose spans were found elsewhere.

        Each item of ``spans`` is ``{"source": [[start, end], …], "cue": […], "content": […]}`` in
        half-open character offsets; source and cue may be empty, ``"id"`` is optional. There is
        exactly one quotation for each, with these offsets and this id, and with confidence 1; as
        in every extraction they come in text order, so give ids to tell which is which. A cue
        that the lexicon lacks counts as plain speech (mode "speech", stance "asserts"), which the
        evidence says. ``modes`` and ``min_confidence`` leave nothing out here.

        Raises:
            InputError: the article cannot be read, or spans are not of this form, do not lie in
                its text or have no content.
        """
        read = self._known(as_article(article, {}))
        given = read_given(read.text, spans)
        return attribute(read, self.engine.view(read.text), self.tools, given)

    def _read(self, article: Article) -> Extraction:
        known = self._known(article)
        if known.language is not None and known.language.partition("-")[0].lower() != ENGLISH:
            return Extraction.of(known, notices=[_not_english(known)])
        return self.read(known, self.engine.view(known.text))

    def _known(self, article: Article) -> Article:
        """Return the article with the language and the day of publication that its text tells."""
        self._check(article)
        told: dict[str, object] = {}
        if article.language is None:
            told["language"] = language_of(article.text)
        if article.published is None and (day := publication_day(article.text)) is not None:
            told["published"], told["published_from"] = day
        elif article.published is not None and article.published_from is None:
            told["published_from"] = "caller"
        return article.model_copy(update=told)

    def _check(self, article: Article) -> None:
        if len(article.text) > self.options.max_chars:
            raise InputError(
                f"article {article.id!r} has {len(article.text):,} characters, more than "
                f"max_chars={self.options.max_chars:,}; split it or raise max_chars"
            )


def as_article(given: ArticleLike, fields: Mapping[str, Any]) -> Article:
    """Return an ``Article`` for what a caller may give.

    Raises:
        InputError: it is no text, mapping or ``Article``, or a field is not of its type.
    """
    if isinstance(given, Article):
        data: dict[str, Any] = {**given.model_dump(), **fields}
        if "published" in fields:  # then the caller gave it, whoever gave the article's own
            data["published_from"] = fields.get("published_from")
    elif isinstance(given, Mapping):
        data = {**given, **fields}
    elif isinstance(given, str):
        data = {"text": given, **fields}
    else:
        raise InputError(
            f"expected text as str, an Article or a mapping with 'text', got {type(given).__name__}"
        )
    _check_unicode(data.get("text"))
    if isinstance(data.get("published"), datetime):
        data["published"] = data["published"].date()
    try:
        return Article.model_validate(data)
    except ValidationError as error:
        raise InputError(f"not an article: {_first_problem(error)}") from None


def _check_unicode(text: object) -> None:
    if not isinstance(text, str):
        return
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            f"text holds a lone surrogate at offset {error.start}: decode the bytes it came from "
            "as UTF-8 with errors='replace'"
        ) from None


def _first_problem(error: ValidationError) -> str:
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"]) or "article"
    given = repr(first["input"])
    shown = given if len(given) <= 60 else given[:57] + "..."
    hint = "; write it as YYYY-MM-DD" if where == "published" else ""
    return f"{where}: {first['msg']}, got {shown}{hint}"


def _not_english(article: Article) -> Notice:
    return Notice(
        code="not-english",
        message=(
            f"the text is in language {article.language!r}, of which quotex reads no quotations; "
            "give the article language='en' if it is English after all"
        ),
    )


def known_error(error: Exception) -> QuotexError:
    """Return an error of quotex's own as it is, and any other as one with a line for a person."""
    if isinstance(error, QuotexError):
        return error
    told = " ".join(str(error).split())
    made = ReadingError(
        f"reading failed on this article ({type(error).__name__}{': ' if told else ''}{told[:200]})"
        "; read it alone, by a call of the extractor, to see where"
    )
    made.__cause__ = error
    return made


def _failed(given: object, number: int, error: QuotexError) -> Extraction:
    """Return the empty extraction of an article that could not be read."""
    name = given.get("id") if isinstance(given, Mapping) else getattr(given, "id", None)
    return Extraction.failed(str(name) if name else f"article-{number}", str(error))
