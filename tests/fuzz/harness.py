"""Runs the checks in ``invariants`` on texts from a coverage-guided fuzzer.

usage: python -m tests.fuzz.harness [libFuzzer options] [folders of seed texts]

Needs atheris, which ``make fuzz`` installs. Invalid bytes in the seeds become lone surrogates.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["quotex"]):
    import quotex.loading
    import quotex.parse.spacy.engine
    from tests.fuzz.invariants import check

_LONGEST = 1_000


def main() -> None:
    """Fuzz until libFuzzer's options end the run."""
    extractor = quotex.load(modes="all", detector="rules", furniture=True, min_confidence=0)

    def one(data: bytes) -> None:
        check(extractor, data.decode("utf-8", "surrogateescape")[:_LONGEST])

    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
