"""The extractor, which turns articles into their quotations."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from hashlib import sha256
from threading import RLock

from quotex.articles import ArticleLike, as_article, check_length
from quotex.errors import InputError, OptionError, QuotexError, ReadingError, one_line
from quotex.options import Options
from quotex.pipeline import Pipeline
from quotex.quotations.given import SpansLike, read_given
from quotex.records import Article
from quotex.result import Extraction
from quotex.tables.days import given_day
from quotex.tables.texts import text_notice

_BATCH = 32  # articles
_BATCH_CHARS = 64_000

_CACHE: dict[bytes, Extractor] = {}  # by the hash of the pickled recipe
_CACHE_LOCK = RLock()


class Extractor:
    """Extracts quotations from articles; made by ``quotex.load``. It keeps no state between calls.

    It is pickled as its ``recipe``, the call that makes another one like it. Another process
    loads its own models, and only once, however often the extractor is sent to it.
    """

    def __init__(self, pipeline: Pipeline, recipe: Callable[[], Extractor] | None = None) -> None:
        self.pipeline = pipeline
        self._recipe = recipe

    def __reduce__(self) -> tuple[Callable[[bytes], Extractor], tuple[bytes]]:
        if self._recipe is None:
            raise OptionError(
                "this extractor cannot be pickled because it was not made by quotex.load; make it "
                "in the other process, or pass Extractor(pipeline, recipe) a function that makes it"
            )
        return cached_extractor, (pickle.dumps(self._recipe),)

    def __repr__(self) -> str:
        usual = Options()
        changed = (
            f"{option.name}={getattr(self.options, option.name)!r}"
            for option in fields(Options)
            if getattr(self.options, option.name) != getattr(usual, option.name)
        )
        return f"<Extractor: {', '.join([self.pipeline.engine.name, *changed])}>"

    @property
    def options(self) -> Options:
        """The options given to ``load``."""
        return self.pipeline.options

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
            published: the day of publication, which resolves "Tuesday": a date, "2024-05-09" or
                another form that tables may have; the time is ignored.
            title: the headline, if it is not part of the text.
            id: a name for the article; derived from its text if not given.
            url: the article's address.
            publisher: who published it.

        Raises:
            InputError: the input is not text, is not valid Unicode, or is longer than
                ``max_chars``, or ``published`` is not a day.
        """
        given = {
            "published": published,
            "title": title,
            "id": id,
            "url": url,
            "publisher": publisher,
        }
        article = self._article(text, {k: v for k, v in given.items() if v is not None})
        return self._read_together([article])[0]

    def pipe(self, articles: Iterable[ArticleLike]) -> Iterator[Extraction]:
        """Yield an extraction for each article, in order, as calling the extractor on each would.

        Articles are read in batches. An article that cannot be read does not affect the others:
        its extraction has no quotations, and its ``error`` says why. This includes unexpected
        failures.

        Raises:
            InputError: ``articles`` is a single article, or a table (use ``quotex.extract``).
        """
        if isinstance(articles, (str, Article, Mapping)):
            kind = "text" if isinstance(articles, str) else "article"
            raise InputError(f"pipe takes many articles, got one {kind}; call the extractor itself")
        if hasattr(articles, "columns"):
            raise InputError(
                f"pipe takes an iterable of articles, got a {type(articles).__name__}; "
                "use quotex.extract(table, extractor=…)"
            )
        return self._pipe(articles)

    def _pipe(self, articles: Iterable[ArticleLike]) -> Iterator[Extraction]:
        batch: list[Article | Extraction] = []
        characters = 0
        for number, given in enumerate(articles):
            try:
                article: Article | Extraction = self._article(given)
            except Exception as error:  # noqa: BLE001  # must not affect the rest of the batch
                article = self._failed(given, number, known_error(error))
            length = len(article.text) if isinstance(article, Article) else 0
            if batch and (len(batch) == _BATCH or characters + length > _BATCH_CHARS):
                yield from self._read(batch)
                batch, characters = [], 0
            batch.append(article)
            characters += length
        yield from self._read(batch)

    def attribute(self, article: ArticleLike, spans: Iterable[SpansLike]) -> Extraction:
        """Return quotations whose spans were found elsewhere, with who, when and where.

        Each item of ``spans`` is ``{"source": [[start, end], …], "cue": […], "content": […]}`` in
        half-open character offsets; source and cue may be empty, and ``"id"`` is optional. Each
        item gives exactly one quotation with its offsets and id, and with confidence 1. As in
        every extraction they come in text order, so give ids to tell them apart. A cue that is
        not in the lexicon counts as plain speech (mode "speech", stance "asserts"), and the
        evidence says so. ``modes`` and ``min_confidence`` filter nothing here.

        Raises:
            InputError: the article cannot be read, or the spans do not have this form, lie
                outside the text or have no content.
        """
        read = self._article(article)
        extraction = self.pipeline.attribute(read, read_given(read.text, spans))
        return _with_text_notice(extraction, read.text)

    def _article(self, given: ArticleLike, fields: Mapping[str, object] | None = None) -> Article:
        article = as_article(given, _with_day(given, fields or {}))
        check_length(article, self.options.max_chars)
        return article

    def _read(self, batch: list[Article | Extraction]) -> Iterator[Extraction]:
        """Yield the extractions of a batch, passing on those of articles that failed already."""
        articles = [item for item in batch if isinstance(item, Article)]
        try:
            found = iter(self._read_together(articles))
        except Exception:  # noqa: BLE001  # one of them fails: read them one by one
            found = (self._read_one(article) for article in articles)
        for item in batch:
            yield next(found) if isinstance(item, Article) else item

    def _read_together(self, articles: Sequence[Article]) -> list[Extraction]:
        found = self.pipeline.read(articles)
        pairs = zip(found, articles, strict=True)
        return [_with_text_notice(extraction, article.text) for extraction, article in pairs]

    def _read_one(self, article: Article) -> Extraction:
        try:
            return self._read_together([article])[0]
        except Exception as error:  # noqa: BLE001  # must not affect the rest of the batch
            reason = str(known_error(error))
            return Extraction.failed(article.id, reason, made_by=self.pipeline.made_by)

    def _failed(self, given: object, number: int, error: QuotexError) -> Extraction:
        """Return the empty extraction of an article that could not be read."""
        name = given.get("id") if isinstance(given, Mapping) else getattr(given, "id", None)
        identity = str(name) if name else f"article-{number}"
        return Extraction.failed(identity, str(error), made_by=self.pipeline.made_by)


def _with_day(given: object, fields: Mapping[str, object]) -> Mapping[str, object]:
    """Return the fields with the day that is given in them, or in a mapping that is an article."""
    if "published" in fields:
        published = fields["published"]
    elif isinstance(given, Mapping) and "published" in given:
        published = given["published"]
    else:
        return fields
    return {**fields, "published": given_day(published)}


def _with_text_notice(extraction: Extraction, text: str) -> Extraction:
    """Return the extraction with a notice if its text is not that of an article."""
    notice = text_notice(text)
    if notice is None:
        return extraction
    return extraction.model_copy(update={"notices": (*extraction.notices, notice)})


def cached_extractor(recipe: bytes) -> Extractor:
    """Return the extractor that a pickled recipe makes, only one per recipe and process."""
    key = sha256(recipe).digest()
    with _CACHE_LOCK:
        if key not in _CACHE:
            _CACHE[key] = pickle.loads(recipe)()
        return _CACHE[key]


def known_error(error: Exception) -> QuotexError:
    """Return a quotex error unchanged, and wrap any other with a one-line message."""
    if isinstance(error, QuotexError):
        return error
    message = one_line(error)
    made = ReadingError(
        f"reading failed on this article ({type(error).__name__}{message and ': '}{message})"
        "; call the extractor on this article only to see where"
    )
    made.__cause__ = error
    return made
