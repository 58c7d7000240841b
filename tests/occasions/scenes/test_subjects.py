"""Which speakers the subject of a clause refers to."""

from __future__ import annotations

import pytest

from quotex.occasions.scenes.subjects import SpeakerAt, SubjectReader
from tests.speakers.hand import article
from tests.trees import ENGLISH


def names_of(text: str, word: str, *speakers: str) -> tuple[str, ...]:
    """Return whom the last ``word`` of a text refers to; all speakers are quoted at its end."""
    view = article(text).view
    quoted = [SpeakerAt(len(view.tokens), speaker) for speaker in speakers]
    reader = SubjectReader(view, ENGLISH.speakers, quoted)
    read = [(t.text, reader.read(t, is_subject=t.dep == "nsubj")) for t in view.tokens]
    return [found for text, found in read if text == word][-1]


@pytest.mark.parametrize(
    ("text", "word", "speakers", "expected"),
    [
        ("Ada/NNP/x/2 Roe/NNP/nsubj/3 came/VBD", "Roe", ["Ada Roe"], ("Ada Roe",)),
        ("Roe/NNP/nsubj/2 came/VBD", "Roe", ["Ada Roe", "Bo Roe", "Bo Roe"], ("Bo Roe",)),
        (
            "Ada/NNP/x/2 Roe/NNP/nsubj/3 came/VBD and/CC/x/3 she/PRP/nsubj/6 spoke/VBD/conj/3",
            "she",
            ["Ada Roe"],
            ("Ada Roe",),
        ),
        # The full name takes precedence over whoever is quoted most.
        (
            "Foreign/NNP/x/2 Ministry/NNP/nsubj/3 came/VBD",
            "Ministry",
            ["Health Ministry", "Health Ministry", "Foreign Ministry"],
            ("Foreign Ministry",),
        ),
        # Not a name, or not a speaker.
        ("Ministry/NNP/nsubj/2 came/VBD", "Ministry", ["aide of the ministry"], ()),
        ("Lind/NNP/nsubj/2 came/VBD", "Lind", ["Ada Roe"], ()),
        ("roe/NN/nsubj/2 came/VBD", "roe", ["Ada Roe"], ()),
    ],
)
def test_whom_a_subject_refers_to(
    text: str, word: str, speakers: list[str], expected: tuple[str, ...]
) -> None:
    assert names_of(text, word, *speakers) == expected
