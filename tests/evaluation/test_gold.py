"""Reading gold: the result, and the messages for faulty files."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from quotex.errors import InputError
from quotex.evaluation.gold import has_events, has_news, read_gold

from .builders import invented, write_lines

GOOD: dict[str, Any] = {
    "id": "tea",
    "text": "Ana said tea is late.",
    "date": "2022-07-01",
    "title": "Tea",
    "publisher": "The Kettle",
    "chrome": [[0, 3]],
    "attributions": [{"id": "A1", "source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 20]]}],
}


def changed(**fields: Any) -> dict[str, Any]:
    return {**GOOD, **fields}


def attribution(**fields: Any) -> dict[str, Any]:
    return changed(attributions=[{**GOOD["attributions"][0], **fields}])


def test_read(tmp_path: Path) -> None:
    (gold,) = read_gold(write_lines(tmp_path / "gold.jsonl", [GOOD]))
    assert gold.attributions[0].content == ((9, 20),)
    article = gold.article()
    assert (article.id, article.title, article.publisher) == ("tea", "Tea", "The Kettle")
    assert article.text == GOOD["text"]
    assert article.published == date(2022, 7, 1)


def test_blank_lines_are_skipped_and_line_separators_are_text(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    text = "Ana said\u2028tea is late."
    lines = [json.dumps(GOOD), "", json.dumps(changed(id="b", text=text), ensure_ascii=False)]
    path.write_bytes("\r\n".join([*lines, ""]).encode())
    assert [article.id for article in read_gold(path)] == ["tea", "b"]


def test_only_gold_with_speakers_has_events(tmp_path: Path) -> None:
    assert not has_events(read_gold(write_lines(tmp_path / "spans.jsonl", [GOOD])))
    null = write_lines(tmp_path / "null.jsonl", [attribution(speaker=None)])
    assert has_events(read_gold(null))
    assert has_events(read_gold(invented(tmp_path)))


@pytest.mark.parametrize("field", ["speaker", "date"])
def test_one_field_is_enough_for_event_scores(tmp_path: Path, field: str) -> None:
    assert has_events(
        read_gold(write_lines(tmp_path / "gold.jsonl", [attribution(**{field: None})]))
    )


def test_only_gold_that_says_what_is_required_is_news(tmp_path: Path) -> None:
    assert not has_news(read_gold(write_lines(tmp_path / "spans.jsonl", [GOOD])))
    assert not has_news(read_gold(invented(tmp_path)))
    for name, value in (("optional", False), ("nested", True), ("mode", "speech")):
        path = write_lines(tmp_path / "news.jsonl", [attribution(**{name: value})])
        assert has_news(read_gold(path))


def test_an_attribution_needs_only_content(tmp_path: Path) -> None:
    bare = {"id": "tea", "text": GOOD["text"], "attributions": [{"content": [[9, 20]]}]}
    (gold,) = read_gold(write_lines(tmp_path / "gold.jsonl", [bare]))
    (label,) = gold.attributions
    assert label.required
    assert [name for name in ("id", "source", "cue", "content") if label.gives(name)] == ["content"]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"id": "tea", "text": "x"}, 'attributions: Field required; expected {"id", '),
        (
            attribution(content=[[9, 99]]),
            r"content of attribution 'A1' has the span [9, 99), out of",
        ),
        (attribution(cue=[[5, 5]]), "expected 0 <= start < end <= 21"),
        (attribution(source=[[-1, 3]]), "source of attribution 'A1' has the span [-1, 3)"),
        (
            attribution(source=[["0", 3]]),
            "attributions.0.source.0.0: Input should be a valid integer",
        ),
        (attribution(venues=[{"kind": "mood", "text": "x"}]), "got 'mood'"),
        (
            attribution(mode="song"),
            "Input should be 'speech', 'writing' or 'thought', got 'song'; write \"speech\", ",
        ),
        (attribution(mode="song"), "attributions.0.mode: "),
        (attribution(optional="no"), "attributions.0.optional: "),
        (attribution(optional="no"), "got 'no'; write true or false"),
        (attribution(nested=1), "got 1; write true or false"),
        (
            attribution(content_alt=[[9, 99]]),
            "content_alt of attribution 'A1' has the span [9, 99)",
        ),
        (attribution(skip="date"), "got 'date'; write a list of field names"),
        (attribution(source=None), "attributions.0.source: "),
        (attribution(source=None), "should be a list, got None; write a list of [start, end] off"),
        (attribution(aliases="Ann"), "got 'Ann'; write a list of names"),
        (attribution(speaker=["Ann"]), "got ['Ann']; write a name, or null"),
        (attribution(date={"from": "May", "to": "2020-01-01"}), 'write {"from", "to"}, each a day'),
        (attribution(venues_allowed="x"), 'write a list of {"kind": "place", "event" or "medium"'),
        (changed(attributions=[{"source": [[0, 3]]}]), "attributions.0.content: Field required"),
        (changed(attributions=["A1"]), "attributions.0: Input should be an object, got 'A1'; "),
        (changed(attributions="A1"), 'write a list of {"content"}'),
        (attribution(date={"from": "2020-01-02", "to": "2020-01-01"}), "date runs backwards"),
        (changed(attributions=GOOD["attributions"] * 2), "attribution id 'A1' appears twice"),
        (changed(id=3, text=""), "id: Input should be a valid string, got 3 (and 1 more"),
        (changed(date="yesterday"), "got 'yesterday'; write a day like"),
    ],
)
def test_an_invalid_article_is_reported_with_its_line(
    tmp_path: Path, values: dict[str, Any], message: str
) -> None:
    path = write_lines(tmp_path / "gold.jsonl", [changed(id="first"), values])
    with pytest.raises(InputError) as raised:
        read_gold(path)
    assert str(raised.value).startswith(f"[Q100] {path}, line 2: ")
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'{"id": ', "not JSON"),
        (b'{"id": "caf\xe9"}', "not UTF-8 (byte 0xe9 at 11); save the file as UTF-8"),
        (b"[1, 2]", "a JSON list, expected an object"),
        (json.dumps(GOOD).encode(), "article id 'tea' was already used"),
    ],
)
def test_an_invalid_line_is_reported(tmp_path: Path, line: bytes, message: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(json.dumps(GOOD).encode() + b"\n\n" + line + b"\n")
    with pytest.raises(InputError) as raised:
        read_gold(path)
    assert f"{path}, line 3: " in str(raised.value)
    assert message in str(raised.value)


def test_an_empty_file_and_a_missing_one(tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_text("\n")
    with pytest.raises(InputError, match=r"one per line: .*\[\{\"content\":"):
        read_gold(empty)
    with pytest.raises(
        InputError, match=r"cannot be read \(No such file or directory\); give a gold"
    ):
        read_gold(tmp_path / "missing.jsonl")
