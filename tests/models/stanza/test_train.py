"""A few training steps for each model, from invented sentences to a folder that Stanza loads."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("stanza", reason="needs stanza: make test-stanza installs it")
torch = pytest.importorskip("torch", reason="needs torch: make test-stanza installs it")

from models.stanza.conllu import write, write_words  # noqa: E402
from models.stanza.measuring.measure import stanza_engine  # noqa: E402
from models.stanza.pack import pack, strip  # noqa: E402
from models.stanza.prepare import sentences  # noqa: E402
from models.stanza.settings import NAMES, VECTORS  # noqa: E402
from models.stanza.silver import Labelled, Span, write_labelled  # noqa: E402
from models.stanza.steps import minutes, train_step  # noqa: E402
from models.stanza.tokens import write_tokens  # noqa: E402
from tests.models.stanza import invented  # noqa: E402

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


def write_files(folder: Path) -> None:
    from stanza.models.common.pretrain import Pretrain, PretrainedWordVocab

    documents = invented.documents() * 3
    labelled = [Labelled(["Ada", "Roe", "left"], [Span(0, 2, "PERSON")])] * 6
    for part in ("train", "dev"):
        write(folder / f"{part}.conllu", sentences(documents))
        write_tokens(folder, part, documents, other_marks=part == "train")
        write_labelled(folder / f"ner.{part}.json", labelled)
    for taught in ("taught", "silver"):
        write(folder / f"{taught}.conllu", sentences(documents))
    write_words(folder / "words.conllu", sentences(documents))
    vectors = Pretrain(str(folder / VECTORS), save_to_file=False)
    vectors._vocab = PretrainedWordVocab(["the", "said", "left"], "en")
    vectors._emb = torch.zeros(7, 80)
    vectors.save(str(folder / VECTORS))


def test_the_recipe_makes_a_folder_that_stanza_loads(tmp_path: Path) -> None:
    work, out = tmp_path / "work", tmp_path / "en_tiny"
    work.mkdir()
    write_files(work)
    for name in NAMES:
        train_step(work, name, quick=True)
    assert set(minutes(work)) == set(NAMES)
    pack(work, out)
    (reading,) = stanza_engine(out).read(["She left Bank of Elm."])
    assert reading.words[-1].place[1] == len("SheleftBankofElm.")
    for path in out.rglob("*.pt"):
        assert str(tmp_path).encode() not in path.read_bytes(), "no path on this machine"


def test_optimizers_and_paths_are_left_out_and_weights_halved() -> None:
    saved = {
        "model": {"weight": torch.ones(2), "count": torch.ones(2, dtype=torch.long)},
        "optimizer": {"state": 1},
        "config": {"save_dir": "/somewhere/of/mine/name", "lr": 0.1},
    }
    kept = strip(saved)
    assert set(kept) == {"model", "config"}
    assert kept["model"]["weight"].dtype is torch.half
    assert kept["model"]["count"].dtype is torch.long
    assert kept["config"] == {"save_dir": "name", "lr": 0.1}


@pytest.mark.parametrize(("change", "is_kept"), [(0.0, False), (1.0, True)])
def test_unchanged_vectors_of_the_recogniser_are_left_out(change: float, is_kept: bool) -> None:
    saved = {
        "model": {"delta_emb.weight": torch.full((3, 2), change), "other": torch.ones(1)},
        "vocab": {"delta": {"words": 3}, "char": {}},
    }
    kept = strip(saved)
    assert ("delta" in kept["vocab"]) is is_kept
    assert ("delta_emb.weight" in kept["model"]) is is_kept
    assert "other" in kept["model"]
