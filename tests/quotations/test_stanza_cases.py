"""The annotated sentences of ``cases/``, read on Stanza's trees by the same rules.

usage: python -m tests.quotations.test_stanza_cases --update

The small models read some of them differently from spaCy's. These are listed in
``stanza_differs.txt``, each with how its tree differs. ``--update`` writes the list; read the diff.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import quotex
from quotex.parse.view import Token, View
from quotex.parse.views import read_views
from tests.annotated import Case, differences, read_cases

from .test_cases import FILES, KNOWN, cases

DIFFERS = Path(__file__).with_name("stanza_differs.txt")
SHARE = 0.25  # of all cases, at most, may be read differently
AGREE_AGAIN = 5  # listed cases, at most, that may be read correctly on another machine

pytestmark = pytest.mark.model


def all_cases() -> list[Case]:
    """Return the cases that the rules read correctly on spaCy's trees."""
    return [case for stem in FILES if stem != KNOWN for case in cases(stem)]


def differing(pipeline: Any) -> dict[str, Case]:
    """Return the cases that are read differently on Stanza's trees, by their text."""
    found = {}
    for modes in ("all", None):  # thoughts count as well if quotations are expected
        chosen = [case for case in all_cases() if bool(case.quotations) == (modes == "all")]
        extractor = quotex.load(
            pipeline, engine="stanza", modes=modes, detector="rules", min_confidence=0
        )
        read = extractor.pipe(case.text for case in chosen)
        for case, extraction in zip(chosen, read, strict=True):
            if differences(case, extraction.quotations):
                found[case.text] = case
    return found


@cache
def listed() -> dict[str, Case]:
    return {case.text: case for case in read_cases(DIFFERS)} if DIFFERS.is_file() else {}


def test_cases_agree_with_spacy_trees_except_those_listed(stanza_pipeline: Any) -> None:
    found = differing(stanza_pipeline)
    assert [case.name for text, case in found.items() if text not in listed()] == []
    assert len(listed().keys() - found.keys()) <= AGREE_AGAIN


def test_each_exception_is_a_case_and_has_a_reason() -> None:
    texts = {case.text for case in all_cases()}
    assert [text for text in listed() if text not in texts] == []
    assert all(case.reason for case in listed().values())
    assert len(listed()) <= SHARE * len(texts)


def reason(case: Case, ours: View, theirs: View) -> str:
    """Return the most important difference between Stanza's tree and spaCy's."""
    if [cut.start for cut in _firsts(ours)] != [cut.start for cut in _firsts(theirs)]:
        return f"its sentences begin at {_quoted(_firsts(theirs))}"
    parts = [b for quotation in case.quotations for b in quotation.roles["cue"]]
    known = {token.start: token for token in theirs.tokens}
    cues = [t for t in ours.tokens if any(a <= t.start < b for a, b in parts)]
    for token in [*cues, *(c for cue in cues for c in cue.children), *ours.tokens]:
        other = known.get(token.start)
        if other is None or other.text != token.text:
            return f"“{token.text}” is cut otherwise"
        if (token.pos in _VERBS) != (other.pos in _VERBS):
            return f"“{token.text}” is {other.pos}, not {token.pos}"
        if token in cues and token.lemma != other.lemma:
            return f"the lemma of “{token.text}” is “{other.lemma}”"
        hung = (token.dep, token.head.start) == (other.dep, other.head.start)
        if not hung and token.dep != "punct":
            return f"“{token.text}” is {_hung(other)}, not {_hung(token)}"
    return "names or tags differ"


_VERBS = frozenset({"VERB", "AUX"})


def _hung(token: Token) -> str:
    return f"{token.dep} of “{token.head.text}”" if token.head is not token else "the root"


def _firsts(view: View) -> list[Token]:
    return [view.tokens[sentence.first] for sentence in view.sentences]


def _quoted(tokens: Iterable[Token]) -> str:
    return ", ".join(f"“{token.text}”" for token in tokens)


def _lines(found: Iterable[Case], pipeline: Any) -> Iterator[str]:
    from quotex.parse.stanza.engine import StanzaEngine
    from tests.parse.builders import document_of

    given = list(found)
    documents = [document_of(case.text) for case in given]
    ours = read_views(documents, quotex.load(engine="spacy").pipeline.engine, "tree")
    theirs = read_views(documents, StanzaEngine(pipeline), "tree")
    group = ""
    for case, one, other in zip(given, ours, theirs, strict=True):
        stem = case.name.partition(",")[0].partition(":")[0]
        if stem != group:
            yield f"\n## {stem}"
            group = stem
        text = case.text.replace("\n\n", "¶")
        yield "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
        yield f"  reason: {reason(case, one, other)}"


def update() -> None:
    """Rewrite the list with what is read differently now."""
    from quotex.parse.stanza.models import SHIPPED, stanza_pipeline
    from tests.conftest import ROOT

    pipeline = stanza_pipeline(ROOT / "models" / SHIPPED)
    found = differing(pipeline)
    head = [
        "# Cases that read otherwise on the trees of the small Stanza models than on spaCy's, each",
        "# with how its tree differs: python -m tests.quotations.test_stanza_cases --update",
    ]
    DIFFERS.write_text("\n".join([*head, *_lines(found.values(), pipeline)]) + "\n", "utf-8")


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        sys.exit(__doc__)
    update()
