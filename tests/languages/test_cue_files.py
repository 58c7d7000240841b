"""Lexicon files: the packaged ones, a user's own on top of them, and invalid ones."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from quotex.errors import LexiconError
from quotex.languages.cue_files import load_lexicon
from quotex.languages.lexicon import Lexicon

MALFORMED = tomllib.loads(Path(__file__).with_name("malformed.toml").read_text("utf-8"))
HEAD = 'version = 1\nlanguage = "en"\n'
BURBLE = """
[[class]]
mode = "speech"
stance = "praises"
[class.verbs]
burble = "that obj+about"
"""
DOUBTING_SAY = """
[[class]]
mode = "thought"
stance = "doubts"
[class.verbs]
say = "that"
"""
WITHOUT_SAY = "[remove]\nverbs = ['say', 'point out']\nnouns = ['claim']\n"


def write(folder: Path, text: str, name: str = "mine.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def loaded(folder: Path, *texts: str) -> Lexicon:
    paths = [write(folder, HEAD + text, f"{n}.toml") for n, text in enumerate(texts)]
    return load_lexicon("en", paths)


def error_for(path: str | Path) -> str:
    with pytest.raises(LexiconError) as caught:
        load_lexicon("en", [path])
    return str(caught.value)


def test_the_packaged_lexicon_is_read() -> None:
    lexicon = load_lexicon()
    assert lexicon.language == "en"
    assert lexicon.sense("verb", "say", "that") is not None
    assert lexicon.sense("noun", "claim", "that") is not None
    assert lexicon.sense("adjective", "confident", "that") is not None
    assert lexicon.sense("phrase", "according to", "source") is not None


def test_a_file_adds_a_cue(tmp_path: Path) -> None:
    sense = loaded(tmp_path, BURBLE).sense("verb", "burble", "obj+about")
    assert sense is not None
    assert (sense.mode, sense.stance) == ("speech", "praises")


def test_an_added_cue_has_only_the_given_frames(tmp_path: Path) -> None:
    assert set(loaded(tmp_path, BURBLE).frames("verb", "burble")) == {"that", "obj+about"}


def test_a_file_overrides_a_frame(tmp_path: Path) -> None:
    sense = loaded(tmp_path, DOUBTING_SAY).sense("verb", "say", "that")
    assert sense is not None
    assert (sense.mode, sense.stance) == ("thought", "doubts")


def test_a_frame_that_is_not_overridden_is_kept(tmp_path: Path) -> None:
    lexicon = loaded(tmp_path, DOUBTING_SAY)
    assert lexicon.sense("verb", "say", "quote") == load_lexicon().sense("verb", "say", "quote")


def test_a_file_removes_cues(tmp_path: Path) -> None:
    lexicon = loaded(tmp_path, WITHOUT_SAY)
    assert not lexicon.frames("verb", "say")
    assert not lexicon.frames("verb", "point out")
    assert not lexicon.frames("noun", "claim")


def test_a_removal_keeps_the_other_parts_of_speech(tmp_path: Path) -> None:
    assert loaded(tmp_path, WITHOUT_SAY).frames("verb", "claim")


def test_a_file_replaces_a_whole_cue(tmp_path: Path) -> None:
    assert set(loaded(tmp_path, WITHOUT_SAY + DOUBTING_SAY).frames("verb", "say")) == {"that"}


def test_a_later_file_overrides_an_earlier_one(tmp_path: Path) -> None:
    assert not loaded(tmp_path, DOUBTING_SAY, WITHOUT_SAY).frames("verb", "say")
    assert loaded(tmp_path, WITHOUT_SAY, DOUBTING_SAY).frames("verb", "say")


def test_removing_an_unknown_word_changes_nothing(tmp_path: Path) -> None:
    lexicon = loaded(tmp_path, "[remove]\nverbs = ['burble']\n")
    assert lexicon.lemmas("verb") == load_lexicon().lemmas("verb")


def test_a_file_without_classes_changes_nothing(tmp_path: Path) -> None:
    assert len(loaded(tmp_path, "")) == len(load_lexicon())


def test_a_users_file_does_not_change_the_packaged_lexicon(tmp_path: Path) -> None:
    loaded(tmp_path, WITHOUT_SAY, BURBLE)
    lexicon = load_lexicon()
    assert lexicon.frames("verb", "say")
    assert not lexicon.frames("verb", "burble")


def test_a_path_may_be_a_string_or_the_only_one(tmp_path: Path) -> None:
    path = write(tmp_path, HEAD + BURBLE)
    for extra in ([path], [str(path)], path, str(path)):
        assert load_lexicon("en", extra).frames("verb", "burble")


def test_a_byte_order_mark_is_ignored(tmp_path: Path) -> None:
    path = write(tmp_path, "\ufeff" + HEAD + BURBLE)
    assert load_lexicon("en", path).frames("verb", "burble")


@pytest.mark.parametrize("name", MALFORMED)
def test_a_malformed_file_is_rejected_with_place_and_fix(name: str, tmp_path: Path) -> None:
    path = write(tmp_path, MALFORMED[name]["file"])
    message = error_for(path)
    assert all(line.startswith(f"{path}: ") for line in message.removeprefix("[Q200] ").split("\n"))
    assert len(message.splitlines()) == (2 if name in {"empty", "two-problems"} else 1)
    assert [words for words in MALFORMED[name]["says"] if words not in message] == []


def test_all_problems_are_reported_at_once(tmp_path: Path) -> None:
    twice = BURBLE + BURBLE.replace("praises", "doubts") + "[remove]\nverb = []\n"
    faulty = DOUBTING_SAY.replace("doubts", "dubs").replace("say =", "Say =")
    texts = ["", HEAD + twice, HEAD + faulty, HEAD + twice.partition("[remove]")[0], "x = ["]
    paths = [write(tmp_path, text, f"{n}.toml") for n, text in enumerate(texts)]
    with pytest.raises(LexiconError) as caught:
        load_lexicon("en", paths)
    lines = str(caught.value).removeprefix("[Q200] ").splitlines()
    found = [(Path(path).name, said) for path, _, said in (line.partition(": ") for line in lines)]
    assert [name for name, _ in found] == [f"{n}.toml" for n in (0, 0, 1, 2, 2, 3, 3, 4)]
    assert found[0][1].startswith("version: ")
    assert found[2][1].startswith("remove.verb: unknown key; known keys: verbs, nouns")
    assert found[4][1].startswith("class.0.verbs.Say: 'Say' is not a lemma")
    assert found[5][1] == "verb 'burble' has frame 'that' in two classes; keep one of them"


def test_very_many_problems_are_counted(tmp_path: Path) -> None:
    verbs = "\n".join(f'burble{"x" * n} = "that x"' for n in range(50))
    path = write(tmp_path, HEAD + BURBLE.replace('burble = "that obj+about"', verbs))
    lines = error_for(path).splitlines()
    assert (len(lines), lines[-1]) == (21, "and 30 more")


def test_a_missing_file_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "absent.toml"
    expected = f"[Q200] {path}: cannot be read: No such file or directory; check the path"
    assert error_for(path) == expected


def test_a_folder_is_rejected(tmp_path: Path) -> None:
    assert error_for(tmp_path).endswith("; check the path")


def test_an_impossible_path_is_rejected() -> None:
    assert error_for("mine\0.toml").endswith("; check the path")


def test_a_file_that_is_not_utf8_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "latin.toml"
    path.write_bytes(b"# caf\xe9\nversion = 1\n")
    assert error_for(path) == f"[Q200] {path}: byte 5 is not UTF-8; save it as UTF-8"


def test_the_first_bad_file_is_named(tmp_path: Path) -> None:
    good, bad = write(tmp_path, HEAD + BURBLE), write(tmp_path, "", "bad.toml")
    with pytest.raises(LexiconError, match=r"bad\.toml"):
        load_lexicon("en", [good, bad])


def test_an_unknown_language_is_rejected() -> None:
    with pytest.raises(LexiconError, match="no lexicon for language 'cy'; quotex has: en"):
        load_lexicon("cy")
