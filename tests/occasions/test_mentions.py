"""How quotations become event mentions: which paragraphs count, and which names are the same."""

from __future__ import annotations

import pytest

from quotex.occasions.naming import one_name_each
from quotex.occasions.paragraphs import prose_numbers
from quotex.records import Speaker
from tests.trees import context_of


def paragraph(words: int, *, verb: bool = False) -> str:
    """Return a sentence of so many words that ends a paragraph."""
    rows = [f"word word NN dep {words}" for _ in range(words - 1)]
    tag = "VB" if verb else "NN"
    return "\n".join([*rows, f"end end {tag} ROOT {words}", f"¶ ¶ _SP dep {words}"])


@pytest.mark.parametrize(
    ("paragraphs", "numbers"),
    [
        ([paragraph(5)], [0]),
        ([paragraph(2)], [0]),
        ([paragraph(2), paragraph(5)], [0, 1]),
        ([paragraph(5), paragraph(4)], [0, 0]),
        ([paragraph(5), paragraph(5)], [0, 1]),
        ([paragraph(5), paragraph(4), paragraph(5)], [0, 0, 1]),
        ([paragraph(5), paragraph(2, verb=True)], [0, 1]),
        ([paragraph(2), paragraph(2), paragraph(2, verb=True), paragraph(1)], [0, 0, 1, 1]),
    ],
)
def test_only_paragraphs_of_prose_are_counted(paragraphs: list[str], numbers: list[int]) -> None:
    assert prose_numbers(context_of(*paragraphs).view) == numbers


def speakers(names: list[str | None]) -> list[Speaker | None]:
    """Return speakers; "*" before a name marks an organization."""
    return [
        Speaker(
            name=name.removeprefix("*"),
            kind="organization" if name.startswith("*") else "person",
            named=True,
        )
        if name is not None
        else None
        for name in names
    ]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Roe", "Ada Roe"], ["Ada Roe", "Ada Roe"]),
        (["Roe", "Ada Roe", "Tom Roe", "Tom Roe"], ["Tom Roe", "Ada Roe", "Tom Roe", "Tom Roe"]),
        (["Roe", None, "Lind"], ["Roe", None, "Lind"]),
        (["Roe", "Ada Lind"], ["Roe", "Ada Lind"]),
        ([], []),
        # the first word and the initials of an organization refer to it too
        (["*Varde Motor Works", "*Varde"], ["Varde Motor Works", "Varde Motor Works"]),
        (["*VM", "*Varde Motors"], ["Varde Motors", "Varde Motors"]),
        (["*VM", "*Varde Motor Works"], ["Varde Motor Works", "Varde Motor Works"]),
        # not if two share it, not for a person, and not if the name has lower-case words
        (["*Varde Motors", "*Varde Airlines", "*Varde"],
         ["Varde Motors", "Varde Airlines", "Varde"]),
        (["Varde Roe", "Varde"], ["Varde Roe", "Varde"]),
        (["Varde", "*Varde Motors"], ["Varde", "Varde Motors"]),
        (["*Varde", "*Varde campaign"], ["Varde", "Varde campaign"]),
    ],
)  # fmt: skip
def test_a_short_name_refers_to_the_full_one(
    names: list[str | None], expected: list[str | None]
) -> None:
    assert one_name_each(speakers(names)) == expected
