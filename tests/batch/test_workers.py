"""Several processes give the same result as one, whatever happens to them."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from spacy.language import Language

import quotex
from quotex.batch.workers import read_in_processes
from quotex.loading import Recipe
from quotex.tables.rows import Row, RowReader
from tests.conftest import ROOT
from tests.tables.builders import SAID, SIGNED, stub

from .deadly import DEADLY, deadly

CUES = """
version = 1
language = "en"
[[class]]
mode = "speech"
stance = "asserts"
[class.verbs]
telex = "that"
"""


@pytest.fixture(autouse=True)
def _root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def rows(*texts: str) -> list[Row]:
    reader = RowReader(note_duplicates=False)
    return [reader.read({"text": text, "id": n}) for n, text in enumerate(texts)]


def test_several_processes_give_the_same_rows() -> None:
    given = {"text": [SIGNED, "", SAID] * 14, "id": range(42)}
    one, two = (
        quotex.extractions(given, extractor=stub(), processes=n, progress=False) for n in (1, 2)
    )
    assert one == two


def test_an_article_that_kills_its_process_affects_only_its_row() -> None:
    texts = [SIGNED] * 36
    texts[1] = DEADLY
    found = list(read_in_processes(deadly(), rows(*texts), 2))
    assert [e.article.id for e in found] == [str(n) for n in range(36)]
    assert [n for n, e in enumerate(found) if e.error is not None] == [1]
    assert "ended unexpectedly" in (found[1].error or "")
    assert sum(len(e) for e in found) == 35


def test_invalid_options_give_the_usual_errors() -> None:
    with pytest.raises(quotex.OptionError, match="min_confidence=7"):
        quotex.extractions([SIGNED, SAID], processes=2, progress=False, min_confidence=7)


def test_an_extractor_without_a_recipe_cannot_be_pickled() -> None:
    bare = quotex.Extractor(stub().pipeline)
    with pytest.raises(quotex.OptionError, match=r"not made by quotex\.load"):
        pickle.dumps(bare)


def test_a_recipe_makes_an_equal_extractor() -> None:
    copied = pickle.loads(pickle.dumps(stub()))
    assert copied(SIGNED) == stub()(SIGNED)
    assert pickle.loads(pickle.dumps(stub())) is copied  # loaded once, however often it is sent


def test_a_cue_file_is_passed_to_workers(tmp_path: Path) -> None:
    cues = tmp_path / "cues.toml"
    cues.write_text(CUES, encoding="utf-8")
    extractor = quotex.load(detector="rules", lexicon=iter([cues]), modes=iter(["speech"]))
    copied = pickle.loads(pickle.dumps(extractor))
    assert copied.options == extractor.options
    assert copied.pipeline.made_by == extractor.pipeline.made_by
    assert str(tmp_path) not in extractor("It is.").to_json()


@pytest.mark.model
def test_a_custom_pipeline_is_passed_to_workers(nlp: Language) -> None:
    extractor = quotex.load(nlp, detector="rules", nested=True)
    copied = pickle.loads(pickle.dumps(extractor))
    assert copied.options == extractor.options
    assert copied("It holds, said Lena Voss.") == extractor("It holds, said Lena Voss.")


def test_an_error_names_what_cannot_be_pickled() -> None:
    class Closed:
        def clusters(self, article: object) -> list[object]:
            return []

    with pytest.raises(quotex.OptionError, match="resolver= is a Closed that cannot be pickled"):
        pickle.dumps(Recipe(None, {"resolver": Closed()}))
    with pytest.raises(quotex.ModelError, match=r"model= is a Closed .* nlp\.to_disk"):
        pickle.dumps(Recipe(Closed(), {}))
