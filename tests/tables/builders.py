"""A minimal extractor for the tests of tables: everything but a model."""

from __future__ import annotations

import quotex
from quotex.loading import make_pipeline
from quotex.options import Options
from tests.parse.builders import WhitespaceEngine

SIGNED = "“We stay on the quay.” – Ada Roe"
SAID = "“The quay holds.” – Bo Lund\n\nThe council meets again on Tuesday."


def stub() -> quotex.Extractor:
    """Return an extractor that finds signed quotations; it can be pickled."""
    return quotex.Extractor(make_pipeline(Options(detector="rules"), WhitespaceEngine()), stub)
