"""The stages that every article passes through, for many articles at a time.

article -> document -> parse -> quotations -> speakers -> occasions -> records

Nothing else knows their order: the extractor, the spaCy component, ``attribute`` and the training
of models all go through here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quotex.assembly import not_english, record_of, unpaired_marks, without_orphans
from quotex.document.document import Document
from quotex.languages import Language
from quotex.occasions.finder import find_occasions
from quotex.options import Options
from quotex.parse.engine import Engine
from quotex.parse.views import read_views
from quotex.quotations.candidate import Candidate
from quotex.quotations.content import withholds_content
from quotex.quotations.context import Context
from quotex.quotations.detectors.base import Detector
from quotex.quotations.detectors.rules import proposed
from quotex.quotations.given import GivenReader, GivenSpans, with_given_spans
from quotex.quotations.nested import nested
from quotex.quotations.tidying.tidied import tidied
from quotex.quotations.unsaid.words import has_non_cue
from quotex.records import Article, Provenance, Quotation
from quotex.result import Extraction
from quotex.speakers.anonymity import with_anonymity
from quotex.speakers.coreference.resolver import MentionResolver
from quotex.speakers.resolve import resolve_speakers


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The stages with their options. ``resolver`` adds to quotex's own coreference rules.

    ``made_by`` is the provenance that extractions carry.
    """

    language: Language
    engine: Engine
    detector: Detector
    options: Options
    resolver: MentionResolver | None = None
    made_by: Provenance | None = None

    def read(self, articles: Iterable[Article]) -> list[Extraction]:
        """Return the quotations of each article, in order."""
        documents = [Document(article, self.language) for article in articles]
        contexts = self.parse([d for d in documents if not d.is_foreign])
        found = zip(contexts, self.detect(contexts), strict=True)
        return [
            self._not_english(document) if document.is_foreign else self._extraction(*next(found))
            for document in documents
        ]

    def attribute(self, article: Article, given: Sequence[GivenSpans]) -> Extraction:
        """Return one quotation for each of the ``given`` spans, which must be in text order."""
        [context] = self.parse([Document(article, self.language)])
        reader = GivenReader(context)
        records = self._records(context, [reader.candidate(spans) for spans in given])
        known = context.document.article
        pairs = zip(records, given, strict=True)
        quotations = [with_given_spans(known.text, known.text_sha256, *pair) for pair in pairs]
        return self._finish(context, quotations)

    def parse(self, documents: Sequence[Document]) -> list[Context]:
        """Return what the later stages need to know of each document."""
        views = read_views(documents, self.engine, self.detector.depth)
        furniture = self.options.furniture
        return [Context(d, v, furniture) for d, v in zip(documents, views, strict=True)]

    def detect(self, contexts: Sequence[Context]) -> list[list[Candidate]]:
        """Return the candidates in each article."""
        found = self.detector.detect(contexts)
        return [
            [
                tidied(context, c)
                for c in kept
                if not (has_non_cue(context, c.cue) or withholds_content(context, c))
            ]
            for context, kept in zip(contexts, found, strict=True)
        ]

    def _extraction(self, context: Context, candidates: Sequence[Candidate]) -> Extraction:
        options = self.options
        records = self._records(context, candidates)
        if options.nested:
            records += self._nested(context, candidates, records)
        kept = [q for q in records if options.accepts(q)]
        return self._finish(context, without_orphans(kept))

    def _records(self, context: Context, candidates: Sequence[Candidate]) -> list[Quotation]:
        """Return a record for each candidate, with who, when and where."""
        return [record for _, record in self._resolved(context, candidates, candidates)]

    def _resolved(
        self, context: Context, candidates: Sequence[Candidate], wanted: Iterable[Candidate]
    ) -> Iterator[tuple[Candidate, Quotation]]:
        """Resolve the candidates together, in text order; yield the records of those ``wanted``."""
        speakers = resolve_speakers(context, candidates, self.resolver)
        occasions = find_occasions(context, candidates, speakers)
        chosen = frozenset(wanted)
        for candidate, who, occasion in zip(candidates, speakers, occasions, strict=True):
            if candidate in chosen:
                yield candidate, record_of(context, candidate, who, occasion)

    def _nested(
        self, context: Context, outer: Sequence[Candidate], known: Sequence[Quotation]
    ) -> list[Quotation]:
        """Return the records of quotations inside the outer ones, whose records are ``known``.

        All are resolved together, because "I" refers to the enclosing quotation's speaker, but
        the records of the outer ones do not change.
        """
        around = dict(nested(outer, proposed(context)))
        if not around:
            return []
        together = sorted([*outer, *around], key=lambda c: (c.start, -c.end))
        ids = {c: q.id for c, q in zip(outer, known, strict=True)}
        made = {}
        for candidate, record in self._resolved(context, together, around):
            ids[candidate] = record.id
            made[candidate] = record
        return [made[c].model_copy(update={"within": ids[other]}) for c, other in around.items()]

    def _finish(self, context: Context, quotations: Iterable[Quotation]) -> Extraction:
        article = context.document.article
        notices = unpaired_marks(article, context.document.marks.unpaired)
        final = with_anonymity(context, list(quotations))
        return Extraction.of(article, final, notices=notices, made_by=self.made_by)

    def _not_english(self, document: Document) -> Extraction:
        notices = [not_english(document.article)]
        return Extraction.of(document.article, notices=notices, made_by=self.made_by)
