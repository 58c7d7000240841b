"""A document is split into texts of bounded length without losing anything."""

from __future__ import annotations

import pytest

from quotex.parse.pieces import _readable, pieces

from .builders import document_of

NEWS = "The ferry to Wick was late on Monday, the harbour master said. "
LIMIT = 6_000


@pytest.mark.parametrize(
    "text",
    [
        NEWS * 300,
        NEWS.replace(".", "") * 300,
        NEWS.replace(" ", "") * 300,
        NEWS.replace(" ", "\u00a0") * 300,
        "a" * LIMIT,
        "a" * (LIMIT + 1),
        "a. " + "b" * 20_000,
    ],
    ids=["sentences", "words", "no blanks", "no-break", "limit", "over", "early"],
)
def test_a_long_paragraph_is_split_without_loss(text: str) -> None:
    found = list(pieces(document_of(text)))
    assert "".join("".join(p.shown.split()) for p in found) == "".join(text.split())
    assert all(len(p.plain) == len(p.shown) <= LIMIT for p in found)
    assert len(found) > (len(text) - 1) // LIMIT


def test_a_long_paragraph_is_split_at_the_end_of_a_sentence() -> None:
    found = list(pieces(document_of(NEWS * 300)))
    assert len(found) > 2
    assert all(p.shown.rstrip().endswith("said.") for p in found)
    assert all(len(p.shown) > LIMIT // 2 for p in found[:-1])


def test_without_sentences_it_is_split_at_a_space() -> None:
    found = list(pieces(document_of("ferry " * 3_000)))
    assert len(found) > 2
    assert all(set(p.shown.split()) == {"ferry"} for p in found)


def test_paragraphs_are_pieces_with_offsets_in_the_text() -> None:
    text = "Ada\u00a0\u00a0left the re\u00adgion.\n\n \n\n“Bo came,” she said."
    first, second = pieces(document_of(text))
    assert first.shown == "Ada left the region."
    assert second.plain == '"Bo came," she said.'
    assert second.shown == "“Bo came,” she said."
    for piece in (first, second):
        for word in ("left", "region", "“Bo", "said"):
            at = piece.shown.find(word)
            if at >= 0:
                start, end = piece.locate(at, at + len(word))
                assert text[start:end].replace("\u00ad", "") == word


@pytest.mark.parametrize("text", ["", " \n\n ", "\u200b"])
def test_a_text_without_words_has_no_pieces(text: str) -> None:
    assert list(pieces(document_of(text))) == []


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("He said so.", ["He said so."]),
        ("a" * 999, ["a" * 999]),
        ("“" * 299 + "Yes”", ["“" * 299 + "Yes”"]),
        ("No. " + "* " * 400 + "Yes.", ["No. *", "* * Yes."]),
        ("_" * 400 + "Yes", ["___", "___Yes"]),
        ("a" * 2_500, ["a" * 1_000, "a" * 1_000, "a" * 500]),
        ("The" + " " * 5_000 + "end", ["The" + " " * 5_000 + "end"]),
        (". . .\n" * 20, [". . .\n" * 20]),
    ],
    ids=lambda given: repr(given)[:16],
)
def test_long_runs_of_marks_are_skipped(text: str, read: list[str]) -> None:
    assert [text[start:end] for start, end in _readable(text, 0, len(text))] == read
