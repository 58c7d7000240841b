"""Writes quotations to a Doc: spans for spaCy's tools, records for everything else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from quotex.articles import as_article, check_length
from quotex.errors import InputError, OptionError
from quotex.loading import make_pipeline
from quotex.options import Options
from quotex.parse.spacy.engine import SpacyEngine
from quotex.pipeline import Pipeline
from quotex.records import Article, Quotation, Spans
from quotex.records.sharing import with_mentions_restored, without_repeated_mentions
from quotex.result import Extraction
from quotex.tables.days import given_day

SPANS_KEY = "quotex"
_RECORDS = "quotations"
_ARTICLE_KEY: Any = ("._.", "article", None, None)  # as spaCy stores the value of an extension
_BATCH = 32  # Docs

ErrorHandler = Callable[[str, "QuotexComponent", list[Doc], Exception], None]
"""What spaCy calls with a component's name, the component, the Docs that failed and the error."""


class QuotexComponent:
    """Finds the same quotations in a Doc's text as ``quotex.load(nlp)`` does.

    It reads one cleaned-up paragraph at a time, so the pipes of its pipeline (tagger, parser,
    lemmatizer, entity recogniser) parse the text again, whatever annotation the Doc has.

    ``doc.spans["quotex"]`` has spans labelled CONTENT, CUE and SOURCE whose ``id_`` is the
    quotation's id; ``doc._.quotations`` has the records, with offsets into ``doc.text``. The
    records are stored in the span group's attributes as plain data, so that ``DocBin`` and worker
    processes keep them. Before the component runs, ``doc._.article`` can be set to a mapping with
    ``published``, ``title`` and other fields of an article.

    A Doc that cannot be read does not affect the others: as in spaCy's own components, an error
    handler decides what happens. It is the one given to ``set_error_handler``, else the pipeline's,
    ``nlp.default_error_handler``, which by default raises the error.
    """

    def __init__(self, nlp: Language, name: str, options: Options) -> None:
        self.name = name
        self.options = options
        self._nlp = nlp
        self._engine = SpacyEngine(nlp)
        self._error_handler: ErrorHandler | None = None
        self._unchecked = make_pipeline(options, self._engine)
        set_extensions()

    @cached_property
    def _pipeline(self) -> Pipeline:
        """The pipeline, checked on first use because its pipes may be added after the component."""
        self._engine.check(self._unchecked.detector.depth)
        return self._unchecked

    def __call__(self, doc: Doc) -> Doc:
        """Find the quotations of ``doc`` and store them in it.

        Raises:
            InputError: the text is longer than ``max_chars``, or ``doc._.article`` is not valid.
            ModelError: the pipeline lacks a pipe that quotex needs.
        """
        self._read([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = _BATCH) -> Iterator[Doc]:
        """Find the quotations of many Docs, as calling the component on each would.

        A Doc that cannot be read is given to the error handler, and left out if that returns.

        Raises:
            ModelError: the pipeline lacks a pipe that quotex needs.
        """
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            _ = self._pipeline  # a pipe that is missing is not the fault of any Doc
            try:
                self._read(batch)
            except Exception:  # noqa: BLE001  # one of them fails: read them one by one
                yield from self._one_by_one(batch)
            else:
                yield from batch

    def set_error_handler(self, error_handler: ErrorHandler) -> None:
        """Set what is called with Docs that cannot be read; ``nlp.set_error_handler`` calls it."""
        self._error_handler = error_handler

    def get_error_handler(self) -> ErrorHandler:
        """Return what is called with Docs that cannot be read; by default the pipeline's."""
        return self._error_handler or self._nlp.default_error_handler

    def _one_by_one(self, batch: Sequence[Doc]) -> Iterator[Doc]:
        for doc in batch:
            try:
                self._read([doc])
            except Exception as error:  # noqa: BLE001  # the handler decides
                self.get_error_handler()(self.name, self, [doc], error)
            else:
                yield doc

    def _read(self, docs: Sequence[Doc]) -> None:
        found = self._pipeline.read([self._article(doc) for doc in docs])
        for doc, extraction in zip(docs, found, strict=True):
            store(doc, extraction)

    def _article(self, doc: Doc) -> Article:
        given = doc._.article
        if given is not None and not isinstance(given, Mapping):
            raise InputError(
                "expected doc._.article to be a mapping of an article's fields, got "
                f"{type(given).__name__}; write doc._.article = {{'published': '2024-05-09'}}"
            )
        fields = dict(given or {})
        if "published" in fields:
            fields["published"] = given_day(fields["published"])
        article = as_article({"text": doc.text, **fields})
        check_length(article, self.options.max_chars)
        return article


def store(doc: Doc, extraction: Extraction) -> None:
    """Write an extraction to the Doc it was made from."""
    spans: list[Span] = []
    for quotation in extraction:
        for label, role in (
            ("CONTENT", quotation.content),
            ("CUE", quotation.cue),
            ("SOURCE", quotation.source),
        ):
            spans.extend(_spans(doc, role, label, quotation.id))
    records = [
        q.model_dump(mode="json", by_alias=True) for q in without_repeated_mentions(extraction)
    ]
    doc.spans[SPANS_KEY] = SpanGroup(doc, name=SPANS_KEY, spans=spans, attrs={_RECORDS: records})


def _spans(doc: Doc, role: Spans, label: str, quotation_id: str) -> list[Span]:
    found = []
    for span in role:
        made = doc.char_span(
            span.start, span.end, label=label, span_id=quotation_id, alignment_mode="expand"
        )
        if made is not None:
            found.append(made)
    return found


def quotations_of(doc: Doc) -> tuple[Quotation, ...]:
    """Return the records in a Doc, or none if the component has not run."""
    if SPANS_KEY not in doc.spans:
        return ()
    attributes: Mapping[str, Any] = doc.spans[SPANS_KEY].attrs
    records = attributes.get(_RECORDS, ())
    return tuple(with_mentions_restored(Quotation.model_validate(record) for record in records))


def _article_of(doc: Doc) -> Any:
    return doc.user_data.get(_ARTICLE_KEY)


def _set_article(doc: Doc, given: Any) -> None:
    doc.user_data[_ARTICLE_KEY] = given


def set_extensions() -> None:
    """Register ``doc._.quotations`` and ``doc._.article``, unless quotex has already done so.

    Raises:
        OptionError: another package already uses one of these names.
    """
    getters = {"quotations": quotations_of, "article": _article_of}
    for name, getter in getters.items():
        if Doc.has_extension(name) and Doc.get_extension(name)[2] is not getter:
            raise OptionError(
                f"the extension doc._.{name} is used by another component; remove it with "
                f"Doc.remove_extension({name!r}) before adding quotex"
            )
    Doc.set_extension("quotations", getter=quotations_of, force=True)
    Doc.set_extension("article", getter=_article_of, setter=_set_article, force=True)
