"""Who spoke, on trees built by hand: the same in both schemes."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotex.parse.engine import Scheme
from quotex.quotations.detectors.rules import RuleDetector
from quotex.speakers.attribution import ResolvedSpeaker
from quotex.speakers.resolve import resolve_speakers
from tests.trees import TreeCase, read_doc, read_tree_cases

CASES = read_tree_cases(Path(__file__).with_name("trees.txt"))
CASES_AT_LEAST = 65


def given_fields(who: ResolvedSpeaker | None, fields: dict[str, str]) -> dict[str, str]:
    """Return the given ``fields`` of a speaker, in the notation of the cases.

    "noun" is the phrase for a speaker without a name, "speaker" a name, or "-" for nobody.
    """
    if who is None:
        return {"speaker": "-"}
    speaker = who.speaker
    found = {
        "speaker" if speaker.named else "noun": speaker.name,
        "kind": speaker.kind,
        "role": speaker.role or "-",
        "country": speaker.country or "-",
    }
    return {key: value for key, value in found.items() if key in {"speaker", "noun", *fields}}


@pytest.mark.parametrize("scheme", ["clear", "ud"])
@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_who(case: TreeCase, scheme: Scheme) -> None:
    context = read_doc(case.doc(scheme), scheme)
    [candidates] = RuleDetector().detect([context])
    speakers = resolve_speakers(context, candidates)
    assert len(speakers) == len(case.expected)
    found = [given_fields(who, fields) for who, fields in zip(speakers, case.expected, strict=True)]
    assert found == list(case.expected)


def test_half_of_the_cases_name_nobody() -> None:
    unnamed = [c for c in CASES if all(fields.get("speaker", "-") == "-" for fields in c.expected)]
    assert len(CASES) >= CASES_AT_LEAST
    assert len(unnamed) >= len(CASES) / 2
