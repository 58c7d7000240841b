"""A language reads each of its parts on demand, and reports errors in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotex.errors import LexiconError
from quotex.languages import Language
from quotex.languages.data import DEFAULT_LANGUAGE
from quotex.languages.times import time_tables
from quotex.timex.expressions import time_expressions

PARTS = (
    *("classes", "countries", "furniture", "lexicon", "page_labels", "patterns"),
    *("speakers", "venues"),
)
MINE = """version = 1
language = "en"
[[class]]
mode = "speech"
stance = "asserts"
[class.verbs]
burble = "that"
"""


@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_read_once_on_first_use(part: str) -> None:
    english = Language()
    assert part not in vars(english)
    assert getattr(english, part) is getattr(english, part)
    assert [name for name in PARTS if name in vars(english)] == [part]


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("code", ["cy", "", "..", "en/"])
def test_an_unsupported_language_is_rejected(code: str, part: str) -> None:
    with pytest.raises(LexiconError, match=r"no lexicon for language .* quotex has: en"):
        getattr(Language(code), part)


def test_time_tables_of_an_unsupported_language_are_rejected() -> None:
    with pytest.raises(LexiconError, match="quotex has: en"):
        time_tables("cy")
    with pytest.raises(LexiconError, match="quotex has: en"):
        time_expressions("heddiw", language="cy")


def test_the_users_cues_are_read(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(MINE, "utf-8")
    for cues in (path, str(path), [path]):
        assert Language(cues=cues).lexicon.frames("verb", "burble")
    assert not Language().lexicon.frames("verb", "burble")


def test_a_bad_file_is_rejected_when_the_lexicon_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(MINE.replace("that", "thatt"), "utf-8")
    english = Language(cues=path)
    assert english.patterns
    with pytest.raises(LexiconError, match=r"mine\.toml: .*unknown frame 'thatt'"):
        _ = english.lexicon


def test_the_labels_of_pages_are_in_lower_case() -> None:
    labels = Language().page_labels
    assert "photo" in labels
    assert "roe" not in labels
    assert [label for label in labels if label != label.lower()] == []


def test_the_repr_has_the_code() -> None:
    assert repr(Language()) == "Language('en')"
    assert Language().code == DEFAULT_LANGUAGE
