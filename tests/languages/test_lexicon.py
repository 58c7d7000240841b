"""The look-ups of a lexicon, and the hygiene of the packaged files."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from importlib.resources import files
from typing import get_args

import pytest
from pydantic import ValidationError

from quotex.languages.cue_files import CUE_FILES, load_lexicon
from quotex.languages.lexicon import NOUN_FRAMES, PREPOSITIONS, VERB_FRAMES, CueFile, Lexicon, Part

TEXTS = {
    name: files("quotex.languages").joinpath("en", name).read_text("utf-8") for name in CUE_FILES
}
FILES = {name: CueFile.model_validate(tomllib.loads(text)) for name, text in TEXTS.items()}
PARTS: tuple[Part, ...] = get_args(Part)
LEMMAS = ["say", "point out", "in the words of", "double-check", "o'er", "x"]
NOT_LEMMAS = ["", " ", "Say", "point  out", " say", "say ", "sagte²", "say1", "-say", "'s", "naïf"]


def cue_file(**parts: dict[str, str]) -> CueFile:
    given = {"mode": "speech", "stance": "asserts", **parts}
    return CueFile.model_validate({"version": 1, "language": "en", "class": [given]})


def entries(file: CueFile) -> list[tuple[Part, str, str]]:
    return [
        (part, lemma, frames)
        for cue_class in file.classes
        for part in PARTS
        for lemma, frames in getattr(cue_class, part + "s").items()
    ]


@pytest.mark.parametrize("lemma", LEMMAS)
def test_lemma(lemma: str) -> None:
    assert lemma in cue_file(verbs={lemma: "that"}).classes[0].verbs


@pytest.mark.parametrize("lemma", NOT_LEMMAS)
def test_not_a_lemma(lemma: str) -> None:
    with pytest.raises(ValidationError, match="not a lemma"):
        cue_file(verbs={lemma: "that"})


@pytest.mark.parametrize("frame", [*sorted(VERB_FRAMES), "for", "obj+of", "that obj+as on"])
def test_frames_of_a_verb(frame: str) -> None:
    assert cue_file(verbs={"burble": frame}).classes[0].verbs["burble"] == frame


@pytest.mark.parametrize(
    "frame", ["source", "obj+", "+of", "obj+that", "obj-of", "That", "that,to"]
)
def test_invalid_frames_of_a_verb(frame: str) -> None:
    with pytest.raises(ValidationError, match="unknown frame"):
        cue_file(verbs={"burble": frame})


@pytest.mark.parametrize("part", ["nouns", "adjectives"])
@pytest.mark.parametrize("frame", ["obj", "quote", "passive", "ing", "obj+of", "source"])
def test_invalid_frames_of_nouns_and_adjectives(part: str, frame: str) -> None:
    with pytest.raises(ValidationError, match="unknown frame"):
        cue_file(**{part: {"burble": frame}})


def test_an_unknown_word_has_no_sense() -> None:
    lexicon = load_lexicon()
    assert lexicon.sense("verb", "burble", "that") is None
    assert lexicon.sense("verb", "say", "of burbling") is None
    assert lexicon.frames("noun", "burble") == {}
    assert lexicon.quoting("burble") is None


def test_a_sense_has_its_part_lemma_and_frame() -> None:
    lexicon = Lexicon("en")
    lexicon.add(cue_file(nouns={"burble": "of"}))
    sense = lexicon.sense("noun", "burble", "of")
    assert sense is not None
    assert (sense.part, sense.lemma, sense.frame) == ("noun", "burble", "of")


def test_parts_of_speech_are_kept_apart() -> None:
    lexicon = Lexicon("en")
    lexicon.add(cue_file(nouns={"burble": "that"}))
    assert lexicon.sense("verb", "burble", "that") is None


@pytest.mark.parametrize(
    ("frames", "expected"),
    [("quote", "quote"), ("that", "that"), ("that quote", "quote"), ("obj", None), ("to", None)],
)
def test_the_sense_that_introduces_a_quotation(frames: str, expected: str | None) -> None:
    lexicon = Lexicon("en")
    lexicon.add(cue_file(verbs={"burble": frames}))
    sense = lexicon.quoting("burble")
    assert (sense.frame if sense else None) == expected


def test_lemmas_are_sorted() -> None:
    lexicon = Lexicon("en")
    lexicon.add(cue_file(verbs={"say": "that", "burble": "that"}, nouns={"aside": "that"}))
    assert lexicon.lemmas("verb") == ["burble", "say"]
    assert len(lexicon) == 3


@pytest.mark.parametrize("name", CUE_FILES)
def test_a_packaged_file_has_one_part_of_speech(name: str) -> None:
    assert {part + "s.toml" for part, _, _ in entries(FILES[name])} == {name}


@pytest.mark.parametrize("name", CUE_FILES)
def test_a_packaged_file_names_its_source(name: str) -> None:
    comment = re.match(r"(?:#.*\n)+", TEXTS[name])
    assert comment is not None
    assert "# Source: " in comment[0]


@pytest.mark.parametrize("name", CUE_FILES)
def test_a_packaged_file_removes_nothing(name: str) -> None:
    assert not any(lemmas for _, lemmas in FILES[name].remove)


@pytest.mark.parametrize("name", CUE_FILES)
def test_no_frame_of_a_packaged_lemma_has_two_meanings(name: str) -> None:
    given = Counter((lemma, f) for _, lemma, frames in entries(FILES[name]) for f in frames.split())
    assert [entry for entry, count in given.items() if count > 1] == []


@pytest.mark.parametrize("name", CUE_FILES)
def test_packaged_lemmas_are_in_lower_case(name: str) -> None:
    assert [lemma for _, lemma, _ in entries(FILES[name]) if lemma != lemma.lower()] == []


@pytest.mark.parametrize("name", CUE_FILES)
def test_packaged_frames_are_known(name: str) -> None:
    known = VERB_FRAMES | NOUN_FRAMES | PREPOSITIONS | {"source", "owner", "clause"}
    frames = {f.removeprefix("obj+") for _, _, all_ in entries(FILES[name]) for f in all_.split()}
    assert frames <= known


@pytest.mark.parametrize("name", CUE_FILES)
def test_a_packaged_class_is_not_empty(name: str) -> None:
    assert all(any(getattr(c, part + "s") for part in PARTS) for c in FILES[name].classes)


@pytest.mark.parametrize(
    ("name", "frames"), [("verbs.toml", VERB_FRAMES), ("nouns.toml", NOUN_FRAMES)]
)
def test_the_comment_explains_the_frames_that_exist(name: str, frames: frozenset[str]) -> None:
    explained = re.findall(r"^#   ([a-z-]+)  ", TEXTS[name], re.MULTILINE)
    assert set(explained) == frames


def test_the_lexicon_has_all_packaged_lemmas() -> None:
    lexicon = load_lexicon()
    given = {(part, lemma) for file in FILES.values() for part, lemma, _ in entries(file)}
    assert {(part, lemma) for part in PARTS for lemma in lexicon.lemmas(part)} == given
