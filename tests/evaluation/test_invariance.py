"""The forms of a text; the sample article is read the same in each."""

from __future__ import annotations

import pytest

from quotex import Extractor
from quotex.evaluation.invariance import FORMS, agreement, curly, main, wrapped
from quotex.samples import harbour_bridge


def test_curly_marks() -> None:
    text = "\"It's old,\" Roe said ('Ada', 'the \"mayor\"')."
    assert curly(text) == "“It’s old,” Roe said (‘Ada’, ‘the “mayor”’)."


def test_hard_line_breaks() -> None:
    text = "The wall is safe. " * 9 + "\n" + "It is old."
    lines = wrapped(text).split("\n")
    assert max(map(len, lines)) <= 72
    assert lines[-2:] == ["", "It is old."]


@pytest.mark.parametrize("form", FORMS)
def test_a_form_changes_no_visible_character_except_marks(form: str) -> None:
    text = harbour_bridge().text
    changed = "".join(FORMS[form](text).split())
    assert len(changed) == len("".join(text.split()))
    assert form == "curly marks" or changed == "".join(text.split())


@pytest.mark.model
@pytest.mark.parametrize("form", FORMS)
def test_all_forms_of_the_sample_are_read_the_same(extractor: Extractor, form: str) -> None:
    assert agreement(extractor, [harbour_bridge().text], FORMS[form]) == 1.0


@pytest.mark.model
def test_a_different_text_does_not_agree(extractor: Extractor) -> None:
    text = "“The wall is safe,” Ada Roe said."
    assert agreement(extractor, [text], lambda _: "The wall is old, Ada Roe said.") == 0.0


@pytest.mark.model
def test_without_quotations_there_is_no_agreement(extractor: Extractor) -> None:
    assert agreement(extractor, ["It rained."], wrapped) is None


def test_a_missing_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["no-such-file.jsonl"]) == 3
    assert "no-such-file.jsonl" in capsys.readouterr().err
