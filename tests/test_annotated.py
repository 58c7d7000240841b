"""The notation of the annotated cases is read as documented."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.records import Quotation, Span

from .annotated import Case, Expected, differences, parse, read_cases, render


def texts(case: Case, number: int, role: str) -> list[str]:
    return [case.text[start:end] for start, end in case.quotations[number].roles[role]]


def record(text: str, content: str, source: str, **fields: object) -> Quotation:
    spans = {
        role: (Span.of(text, text.index(words), text.index(words) + len(words)),)
        for role, words in (("content", content), ("source", source))
    }
    given = {"id": "q", "kind": "indirect", "mode": "speech", "stance": "asserts"}
    return Quotation.model_validate({**given, "confidence": 0.5, **spans, **fields})


def test_roles_become_offsets_into_the_bare_text() -> None:
    case = parse("{1s Moscow} {1c denied} {1q telling Oslo} [so].")
    assert case.text == "Moscow denied telling Oslo [so]."
    assert texts(case, 0, "source") == ["Moscow"]
    assert texts(case, 0, "cue") == ["denied"]
    assert texts(case, 0, "content") == ["telling Oslo"]


def test_several_parts_shared_words_and_nested_marks() -> None:
    case = parse("{1q It rained}, {1s,2s she} {1c said}, {1q all {2q day}}, {2c adding}.")
    assert texts(case, 0, "content") == ["It rained", "all day"]
    assert texts(case, 0, "source") == texts(case, 1, "source") == ["she"]
    assert texts(case, 1, "content") == ["day"]


def test_paragraph_signs_and_escapes_become_characters() -> None:
    assert parse(r"One.¶Two.\u00a0Three. ¶ Four.").text == "One.\n\nTwo.\u00a0Three.\n\nFour."


@pytest.mark.parametrize("line", ["{1s Moscow", "Moscow}", "{1s Moscow} {1c denied} it"])
def test_a_malformed_line_is_rejected(line: str) -> None:
    with pytest.raises(ValueError, match=r"mark|content"):
        parse(line)


@given(
    st.text("abc “”\n", min_size=1, max_size=30),
    st.lists(st.tuples(st.integers(0, 29), st.integers(1, 30)), max_size=4),
)
def test_rendered_lines_can_be_parsed(text: str, cuts: list[tuple[int, int]]) -> None:
    text = text.replace("\n", "")
    parts = sorted({(a, b) for a, b in cuts if a < b <= len(text)})
    apart = [p for n, p in enumerate(parts) if not n or all(q[1] <= p[0] for q in parts[:n])]
    roles = [{"source": (), "cue": (), "content": (part,)} for part in apart]
    again = parse(render(text, roles))
    assert again.text == text
    assert [q.roles for q in again.quotations] == roles


def test_equal_readings_have_no_difference() -> None:
    case = parse("{1s Moscow} says {1q it rained}.")
    assert differences(case, [record(case.text, "it rained", "Moscow")]) == []


def test_a_difference_shows_both_readings() -> None:
    case = parse("{1s Moscow} says {1q it rained}.")
    lines = differences(case, [record(case.text, "rained", "Moscow")])
    assert lines == [
        "  expected: {1s Moscow} says {1q it rained}.",
        "     found: {1s Moscow} says it {1q rained}.",
    ]


def test_a_stated_field_is_compared() -> None:
    case = parse("{1s Moscow} says {1q it rained}.")
    stated = Case(case.text, (Expected(case.quotations[0].roles, {"stance": "denies"}),))
    lines = differences(stated, [record(case.text, "it rained", "Moscow")])
    assert lines == ["  stance of “it rained”: expected 'denies', found 'asserts'"]


def test_a_file_of_cases(tmp_path: Path) -> None:
    path = tmp_path / "some.txt"
    path.write_text(
        "# a comment\n## group\n{1s She} says {1q no}.\n  1: kind=direct; speaker=-\n"
        "  reason: not yet\n\nPlain.\n",
        "utf-8",
    )
    first, second = read_cases(path)
    assert first.name == "some: group, line 3"
    assert first.reason == "not yet"
    assert first.quotations[0].fields == {"kind": "direct", "speaker": None}
    assert (second.text, second.quotations) == ("Plain.", ())


@pytest.mark.parametrize(
    "lines", ["  1: kind=direct", "{1q No}.\n  2: kind=direct", "{1q No}.\n  1: kin=direct"]
)
def test_errors_in_a_file_name_the_line(tmp_path: Path, lines: str) -> None:
    path = tmp_path / "some.txt"
    path.write_text(lines, "utf-8")
    with pytest.raises(ValueError, match=r"some\.txt:\d"):
        read_cases(path)
