"""The table of sayings: alterations are reported with their class, harmless variants are not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import quotex
from tests.checking.bank import TABLE, altered, articles, harmless

MIN_ALTERED = 0.95  # share of altered sayings that are reported as altered, with the right class
HARMLESS = {"typography", "spelling"}


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[quotex.Bank]:
    with quotex.Bank(tmp_path_factory.mktemp("bank") / "sayings.bank") as result:
        result.add(articles())
        yield result


def test_unchanged_quotations_are_verbatim(bank: quotex.Bank) -> None:
    for saying in TABLE["saying"]:
        result = quotex.check(saying["words"], bank=bank, speaker=saying["speaker"])
        assert (result.verdict, result.changes) == ("verbatim", ())


@pytest.mark.parametrize("named", [False, True])
def test_altered_quotations_are_recognised(bank: quotex.Bank, named: bool) -> None:
    variants = list(altered())
    assert len(variants) >= 120
    verdicts, right = [], 0
    for variant in variants:
        speaker = variant.speaker if named else None
        result = quotex.check(variant.words, bank=bank, speaker=speaker)
        verdicts.append(result.verdict)
        kinds = {change.kind for change in result.changes}
        right += result.verdict == "altered" and variant.expected in kinds
    assert "verbatim" not in verdicts
    assert right >= MIN_ALTERED * len(variants)


@pytest.mark.parametrize("named", [False, True])
def test_harmless_changes_stay_verbatim(bank: quotex.Bank, named: bool) -> None:
    variants = list(harmless())
    assert len(variants) >= 120
    for variant in variants:
        speaker = variant.speaker if named else None
        result = quotex.check(variant.words, bank=bank, speaker=speaker)
        expected = "verbatim" if variant.expected == "same" else "altered"
        assert result.verdict == expected, variant
        assert {change.kind for change in result.changes} <= HARMLESS, variant


@pytest.mark.parametrize("words", TABLE["unsaid"]["words"])
def test_invented_quotations_are_not_found(bank: quotex.Bank, words: str) -> None:
    assert quotex.check(words, bank=bank).verdict == "not found"
    assert quotex.check(words, bank=bank, speaker="Amit Devane").verdict == "not found"


@pytest.mark.parametrize("saying", TABLE["saying"], ids=lambda saying: saying["speaker"])
def test_quotations_of_another_speaker_are_not_verbatim(
    bank: quotex.Bank, saying: dict[str, str]
) -> None:
    result = quotex.check(saying["words"], bank=bank, speaker="Edith Quill")
    assert result.verdict == "misattributed"
    assert result.nearest[0].relation == "different"
