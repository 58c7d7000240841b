"""Writes quotations to a Doc: spans for spaCy's tools, records for everything else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from quotex.articles import as_article, check_length
from quotex.errors import OptionError
from quotex.loading import make_pipeline
from quotex.options import Options
from quotex.parse.spacy.engine import SpacyEngine
from quotex.pipeline import Pipeline
from quotex.records import Article, Quotation, Spans
from quotex.records.sharing import with_mentions_restored, without_repeated_mentions
from quotex.result import Extraction

SPANS_KEY = "quotex"
_RECORDS = "quotations"
_BATCH = 32  # Docs


class QuotexComponent:
    """Finds the same quotations in a Doc's text as ``quotex.load(nlp)`` does.

    It reads one cleaned-up paragraph at a time, so the pipes of its pipeline (tagger, parser,
    lemmatizer, entity recogniser) parse the text again, whatever annotation the Doc has.

    ``doc.spans["quotex"]`` has spans labelled CONTENT, CUE and SOURCE whose ``id_`` is the
    quotation's id; ``doc._.quotations`` has the records, with offsets into ``doc.text``. The
    records are stored in the span group's attributes as plain data, so that ``DocBin`` and worker
    processes keep them. Before the component runs, ``doc._.article`` can be set to a mapping with
    ``published``, ``title`` and other fields of an article.
    """

    def __init__(self, nlp: Language, name: str, options: Options) -> None:
        self.name = name
        self.options = options
        self._engine = SpacyEngine(nlp)
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
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = _BATCH) -> Iterator[Doc]:
        """Find the quotations of many Docs, as calling the component on each would."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            found = self._pipeline.read([self._article(doc) for doc in batch])
            for doc, extraction in zip(batch, found, strict=True):
                store(doc, extraction)
                yield doc

    def _article(self, doc: Doc) -> Article:
        article = as_article({"text": doc.text, **(doc._.article or {})})
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


def set_extensions() -> None:
    """Register ``doc._.quotations`` and ``doc._.article``, unless quotex has already done so.

    Raises:
        OptionError: another package already uses the name ``quotations``.
    """
    if Doc.has_extension("quotations"):
        getter = Doc.get_extension("quotations")[2]
        if getter is not quotations_of:
            raise OptionError(
                "the extension doc._.quotations is used by another component; remove it with "
                "Doc.remove_extension('quotations') before adding quotex"
            )
    else:
        Doc.set_extension("quotations", getter=quotations_of)
    if not Doc.has_extension("article"):
        Doc.set_extension("article", default=None)
