"""Writes quotations to a Doc: spans for spaCy's tools, records for everybody else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from quotex.assembly import Tools, assemble
from quotex.errors import InputError, OptionError
from quotex.extractor import as_article
from quotex.options import Options
from quotex.parse.spacy import labels_of, view_of
from quotex.records import Quotation, Spans
from quotex.records.sharing import listed_again, listed_once
from quotex.result import Extraction

SPANS_KEY = "quotex"
_RECORDS = "quotations"


class QuotexComponent:
    """Reads a parsed Doc; put it after the parser, the lemmatizer and the entity recogniser.

    ``doc.spans["quotex"]`` holds spans labelled CONTENT, CUE and SOURCE whose ``id_`` is the
    quotation's id; ``doc._.quotations`` holds the records, with offsets into ``doc.text``. The
    records travel in the span group's attributes, as plain data, so that ``DocBin`` and worker
    processes keep them. ``doc._.article`` may hold a mapping with ``published``, ``title`` and
    the like, set before the component runs.
    """

    def __init__(self, nlp: Language, name: str, tools: Tools, options: Options) -> None:
        self.name = name
        self.tools = tools
        self.options = options
        self._nlp = nlp
        set_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Find the quotations of ``doc`` and store them in it."""
        if len(doc.text) > self.options.max_chars:
            raise InputError(
                f"the Doc has {len(doc.text):,} characters, more than "
                f"max_chars={self.options.max_chars:,}; split it or raise max_chars"
            )
        if not doc.has_annotation("DEP"):
            raise InputError(
                f"component {self.name!r} needs a parsed Doc; add it after the parser "
                f"(the pipeline is {', '.join(self._nlp.pipe_names)})"
            )
        article = as_article({"text": doc.text, **(doc._.article or {})}, {})
        view = view_of(doc, labels_of(self._nlp))
        store(doc, assemble(article, view, self.tools, self.options))
        return doc


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
    records = [q.model_dump(mode="json", by_alias=True) for q in listed_once(extraction)]
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
    """Return the records that a Doc carries, none where the component has not run."""
    if SPANS_KEY not in doc.spans:
        return ()
    attributes: Mapping[str, Any] = doc.spans[SPANS_KEY].attrs
    records = attributes.get(_RECORDS, ())
    return tuple(listed_again(Quotation.model_validate(record) for record in records))


def set_extensions() -> None:
    """Register ``doc._.quotations`` and ``doc._.article``, unless quotex has done so already.

    Raises:
        OptionError: another package has taken one of the names.
    """
    if Doc.has_extension("quotations"):
        getter = Doc.get_extension("quotations")[2]
        if getter is not quotations_of:
            raise OptionError(
                "the extension doc._.quotations is taken by another component; remove it with "
                "Doc.remove_extension('quotations') before adding quotex"
            )
    else:
        Doc.set_extension("quotations", getter=quotations_of)
    if not Doc.has_extension("article"):
        Doc.set_extension("article", default=None)
