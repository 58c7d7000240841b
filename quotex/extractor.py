"""From articles to their quotations."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from hashlib import sha256
from threading import RLock

from quotex.articles import ArticleLike, as_article, check_length
from quotex.errors import InputError, OptionError, QuotexError, ReadingError
from quotex.options import Options
from quotex.pipeline import Pipeline
from quotex.quotations.given import SpansLike, read_given
from quotex.records import Article
from quotex.result import Extraction

_BATCH = 32  # articles
_BATCH_CHARS = 64_000

_MADE: dict[bytes, Extractor] = {}  # by a hash of their recipes
_MAKING = RLock()


class Extractor:
    """Reads articles; made by ``quotex.load``. Safe to call again and again, keeps no state.

    It pickles by ``recipe``, the call that makes another one like it: another process loads its
    own models, once, however often it is sent the extractor.
    """

    def __init__(self, pipeline: Pipeline, recipe: Callable[[], Extractor] | None = None) -> None:
        self.pipeline = pipeline
        self._recipe = recipe

    def __reduce__(self) -> tuple[Callable[[bytes], Extractor], tuple[bytes]]:
        if self._recipe is None:
            raise OptionError(
                "this extractor cannot be pickled, for it was not made by quotex.load; make it in "
                "the other process, or give Extractor(pipeline, recipe) a function that makes it"
            )
        return made_once, (pickle.dumps(self._recipe),)

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
        """What the caller of ``load`` chose."""
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
        article = self._article(text, {k: v for k, v in given.items() if v is not None})
        return self.pipeline.read([article])[0]

    def pipe(self, articles: Iterable[ArticleLike]) -> Iterator[Extraction]:
        """Yield an extraction for each article, in order; the same as one call each.

        Articles are read some at a time. One that cannot be read costs only itself: its
        extraction has no quotations and says why in ``error``. That holds for failures that nobody
        foresaw, too.

        Raises:
            InputError: it is one article, or a table, for which there is ``quotex.extract``.
        """
        if isinstance(articles, (str, Article, Mapping)):
            kind = "text" if isinstance(articles, str) else "article"
            raise InputError(f"pipe takes many articles, got one {kind}; call the extractor itself")
        if hasattr(articles, "columns"):
            raise InputError(
                f"pipe takes articles one by one, got a {type(articles).__name__}; give the table "
                "to quotex.extract(table, extractor=…)"
            )
        return self._pipe(articles)

    def _pipe(self, articles: Iterable[ArticleLike]) -> Iterator[Extraction]:
        batch: list[Article | Extraction] = []
        characters = 0
        for number, given in enumerate(articles):
            try:
                article: Article | Extraction = self._article(given)
            except Exception as error:  # noqa: BLE001  # the others of the batch still count
                article = self._failed(given, number, known_error(error))
            length = len(article.text) if isinstance(article, Article) else 0
            if batch and (len(batch) == _BATCH or characters + length > _BATCH_CHARS):
                yield from self._read(batch)
                batch, characters = [], 0
            batch.append(article)
            characters += length
        yield from self._read(batch)

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
        read = self._article(article)
        return self.pipeline.attribute(read, read_given(read.text, spans))

    def _article(self, given: ArticleLike, fields: Mapping[str, object] | None = None) -> Article:
        article = as_article(given, fields)
        check_length(article, self.options.max_chars)
        return article

    def _read(self, batch: list[Article | Extraction]) -> Iterator[Extraction]:
        """Yield the extractions of a batch; those that stand for articles not read stay."""
        articles = [item for item in batch if isinstance(item, Article)]
        try:
            found = iter(self.pipeline.read(articles))
        except Exception:  # noqa: BLE001  # one of them fails; the others are read without it
            found = (self._alone(article) for article in articles)
        for item in batch:
            yield next(found) if isinstance(item, Article) else item

    def _alone(self, article: Article) -> Extraction:
        try:
            return self.pipeline.read([article])[0]
        except Exception as error:  # noqa: BLE001  # the others of the batch still count
            reason = str(known_error(error))
            return Extraction.failed(article.id, reason, made_by=self.pipeline.made_by)

    def _failed(self, given: object, number: int, error: QuotexError) -> Extraction:
        """Return the empty extraction of an article that could not be read."""
        name = given.get("id") if isinstance(given, Mapping) else getattr(given, "id", None)
        identity = str(name) if name else f"article-{number}"
        return Extraction.failed(identity, str(error), made_by=self.pipeline.made_by)


def made_once(recipe: bytes) -> Extractor:
    """Return what a pickled recipe makes: for one recipe the same in the whole process."""
    key = sha256(recipe).digest()
    with _MAKING:
        if key not in _MADE:
            _MADE[key] = pickle.loads(recipe)()
        return _MADE[key]


def known_error(error: Exception) -> QuotexError:
    """Return an error of quotex's own as it is, and any other as one with a line for a person."""
    if isinstance(error, QuotexError):
        return error
    message = " ".join(str(error).split())[:200]
    made = ReadingError(
        f"reading failed on this article ({type(error).__name__}{message and ': '}{message})"
        "; read it alone, by a call of the extractor, to see where"
    )
    made.__cause__ = error
    return made
