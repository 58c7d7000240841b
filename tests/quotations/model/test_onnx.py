"""A trained model: the same answers in any order, with evidence, on any text."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from spacy.language import Language

import quotex
from quotex.document.document import Document
from quotex.encoder.config import CONFIG
from quotex.encoder.graph import ENCODER, TOKENIZER, WORDS, words_folder
from quotex.errors import ModelError
from quotex.options import DetectorName
from quotex.parse.spacy.engine import SpacyEngine
from quotex.parse.views import read_views
from quotex.quotations.context import Context
from quotex.quotations.detectors.learned import LearnedDetector
from quotex.quotations.model.config import read_config
from quotex.quotations.model.locate import DEFAULT, ENGINE_MODEL, model_folder
from quotex.quotations.model.onnx import LOOK, Model
from quotex.records import Article, spans_of
from tests.trees import ENGLISH

pytestmark = pytest.mark.model

MODES: tuple[DetectorName, ...] = ("hybrid", "model")
NEWS = (
    "“The quay will hold,” the harbour master, Ada Brook, said on Tuesday. “We mended it.”\n\n"
    "The mayor, Bo Lund, warned that the ferry could not sail before the storm had passed. "
    "According to the crew, nobody was hurt. Officials denied that the pier had been closed."
)
LONG = " ".join(
    f"Pier {n} was shut at noon. “Pier {n} is safe again,” said Ada Brook, and Bo Lund added "
    f"that pier {n} would open on Friday."
    for n in range(24)
)
SILENT = "The pier was shut at noon. Gulls flew over it. It rained until the evening."
TEXTS = (NEWS, "", SILENT, "“” — … ! ‘’ ' \" «»", "“No,” she said.", LONG, NEWS.upper())


@pytest.fixture(scope="module", params=[DEFAULT, ENGINE_MODEL])
def folder(request: pytest.FixtureRequest) -> Path:
    """The folder of a model of each format; the test is skipped if it is missing."""
    try:
        return model_folder(request.param)
    except ModelError as error:
        pytest.skip(f"the model is absent: {error}")


@pytest.fixture(scope="module")
def readers(folder: Path, nlp: Language) -> dict[str, quotex.Extractor]:
    """An extractor for each way of using the model."""
    return {
        mode: quotex.load(nlp, modes="all", detector=mode, attribution_model=folder)
        for mode in MODES
    }


@pytest.mark.parametrize("mode", MODES)
def test_the_order_and_number_of_articles_do_not_matter(
    readers: dict[str, quotex.Extractor], mode: str
) -> None:
    reader = readers[mode]
    alone = [reader(text) for text in TEXTS]
    assert list(reader.pipe(TEXTS)) == alone
    assert list(reader.pipe(TEXTS[::-1])) == alone[::-1]
    assert list(reader.pipe([NEWS, SILENT] * 2)) == [alone[0], alone[2]] * 2
    assert alone[0].quotations


@pytest.mark.parametrize("mode", MODES)
def test_two_threads_find_the_same_as_one(
    readers: dict[str, quotex.Extractor], nlp: Language, folder: Path, mode: DetectorName
) -> None:
    wide = quotex.load(nlp, modes="all", detector=mode, attribution_model=folder, threads=2)
    found, expected = wide(NEWS), readers[mode](NEWS)
    assert [q.id for q in found] == [q.id for q in expected]


@pytest.mark.parametrize("mode", MODES)
def test_span_text_matches_offsets(readers: dict[str, quotex.Extractor], mode: str) -> None:
    checked = 0
    for text in TEXTS:
        for quotation in readers[mode](text).quotations:
            assert 0 <= quotation.confidence <= 1
            assert all(text[s.start : s.end] == s.text for s in spans_of(quotation))
            checked += 1
    assert checked >= 20


@pytest.mark.parametrize("mode", MODES)
def test_quotations_do_not_overlap(readers: dict[str, quotex.Extractor], mode: str) -> None:
    counts = []
    for text in TEXTS:
        quotations = readers[mode](text).quotations
        counts.append(len(quotations))
        for one, other in combinations(quotations, 2):
            assert not any(
                a.start < b.end and b.start < a.end for a in one.content for b in other.content
            )
    assert sum(count >= 2 for count in counts) >= 2, "texts with several quotations"


@pytest.mark.parametrize("mode", MODES)
def test_plain_quotations_are_found(readers: dict[str, quotex.Extractor], mode: str) -> None:
    found = readers[mode](NEWS).quotations
    shown = {(q.cue[0].text, q.speaker.name if q.speaker else None) for q in found if q.cue}
    assert ("said", "Ada Brook") in shown
    assert ("warned", "Bo Lund") in shown
    (said,) = [q for q in found if q.cue and q.cue[0].text == "said"]
    assert said.content[0].text == "“The quay will hold,”"
    assert said.kind == "direct"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("text", ["", "\n\n", "“” — … ! ‘’ ' \" «»", "“", ".", SILENT, "said"])
def test_texts_without_quotations(
    readers: dict[str, quotex.Extractor], mode: str, text: str
) -> None:
    found = readers[mode](text)
    assert (found.quotations, found.error) == ((), None)


@pytest.mark.parametrize("mode", MODES)
def test_a_long_paragraph(readers: dict[str, quotex.Extractor], folder: Path, mode: str) -> None:
    assert len(LONG.split()) > 2 * read_config(folder).decoding.capacity
    said = [q for q in readers[mode](LONG).quotations if q.cue and q.cue[0].text == "said"]
    assert len(said) >= 18, "of 24"
    starts = [q.content[0].start for q in said]
    assert starts == sorted(set(starts))


def test_the_evidence_of_a_hybrid(readers: dict[str, quotex.Extractor], folder: Path) -> None:
    name = Model(folder).name
    found = readers["hybrid"](NEWS).quotations
    lines = [[e for e in q.evidence if e.field == "quotation"] for q in found]
    by_model = [line for line in lines if line[0].by == "model"]
    assert by_model
    assert {line[0].name for line in by_model} == {name}
    assert all("probability 0." in line[0].detail or "1.00" in line[0].detail for line in by_model)
    (warned,) = [line for line in by_model if "“warned”" in line[0].detail]
    assert "clause-after" in [e.name for e in warned[1:]], "the rule that agrees"


def test_the_model_without_rules_needs_no_parse(
    folder: Path, nlp: Language, readers: dict[str, quotex.Extractor]
) -> None:
    with nlp.select_pipes(disable=["tagger", "parser", "lemmatizer", "attribute_ruler"]):
        bare = quotex.load(nlp, modes="all", detector="model", attribution_model=folder)
        found = bare(NEWS)
    assert found.quotations
    assert found == readers["model"](NEWS)


def test_the_model_without_rules_ignores_a_parse(folder: Path, nlp: Language) -> None:
    detector = LearnedDetector(Model(folder), rules=False)
    documents = [Document(Article(text=text, language="en"), ENGLISH) for text in TEXTS]
    found = {}
    for depth in ("names", "tree"):
        views = read_views(documents, SpacyEngine(nlp), depth)
        contexts = [Context(d, v) for d, v in zip(documents, views, strict=True)]
        found[depth] = detector.detect(contexts)
    for bare, parsed in zip(found["names"], found["tree"], strict=True):
        shown, wanted = (
            [(c.content, [t.i for t in c.cue], [t.i for t in c.source], c.confidence) for c in made]
            for made in (parsed, bare)
        )
        assert shown == wanted
    lemmas = {candidate.sense.lemma for candidate in found["tree"][0]}
    assert {"say", "warn", "deny"} <= lemmas, "the lexicon's, by the parse"


def test_the_folder_is_complete(folder: Path) -> None:
    config = read_config(folder)
    assert (folder / CONFIG).is_file()
    assert set(config.confidence) == {"hybrid", "model"}
    assert 0 < config.decoding.floor <= config.decoding.threshold < 1
    roles = 4
    chain = config.chain
    assert len(chain.start) == len(chain.end) == len(chain.step) == roles
    assert all(len(row) == roles for row in chain.step)
    assert sum(path.stat().st_size for path in folder.iterdir()) < 40_000_000
    assert not [path.name for path in folder.rglob("*.p*kl*")]


def linked(folder: Path, where: Path) -> tuple[Path, Path]:
    """Return a copy of a model made with links, and a copy of the folder of its word pieces."""
    words = words_folder(folder, read_config(folder).words_of)
    for one in {folder, words}:
        (where / one.name).mkdir()
        for file in one.iterdir():
            (where / one.name / file.name).symlink_to(file)
    return where / folder.name, where / words.name


@pytest.mark.parametrize(
    ("way", "value", "told"),
    [
        (("reach",), 97, "reach and labels"),
        (("labels", "dep"), [f"dep{n}" for n in range(60)], "labels"),
        (("labels", "entity"), [f"name{n}" for n in range(30)], "labels"),
        (("decoding", "capacity"), 700, "labels"),
        (("decoding", "senses", "mode"), ["speech", "thought"], "21 senses; expected 4 and the 20"),
    ],
)
def test_a_mismatched_configuration_is_reported_on_loading(
    folder: Path, tmp_path: Path, way: tuple[str, ...], value: object, told: str
) -> None:
    copy, _ = linked(folder, tmp_path)
    config = inner = json.loads((folder / CONFIG).read_text("utf-8"))
    for name in way[:-1]:
        inner = inner[name]
    inner[way[-1]] = value
    (copy / CONFIG).unlink()
    (copy / CONFIG).write_text(json.dumps(config), "utf-8")
    with pytest.raises(ModelError, match="configuration from the same training run") as caught:
        Model(copy)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", [TOKENIZER, WORDS, ENCODER, LOOK])
@pytest.mark.parametrize("content", [None, b"", b"{}", b"\x08\x07broken"])
def test_a_broken_model_is_reported_in_one_line(
    folder: Path, tmp_path: Path, name: str, content: bytes | None
) -> None:
    copy, words = linked(folder, tmp_path)
    broken = (words if name in (TOKENIZER, WORDS) else copy) / name
    broken.unlink()
    if content is not None:
        broken.write_bytes(content)
    with pytest.raises(ModelError, match=name) as caught:
        Model(copy)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("length", [8, 24, 72, 192])
def test_cues_of_one_length_are_independent(folder: Path, length: int, threads: int) -> None:
    """Not even the last bit may differ: what is looked at together depends on the batch."""
    rng = np.random.default_rng(length)
    count = 21
    model, alone = Model(folder, threads), Model(folder)
    states = rng.normal(size=(count, length, 384)).astype(np.float32)
    lengths = rng.integers(max(length - 7, 1), length + 1, size=count)
    places = rng.integers(0, lengths)
    unread = [model.labels.size(column) - 1 for column in model.encoder.unread_columns]
    features = np.minimum(
        rng.integers(1, 5, size=(count, length, 3 + len(unread))), [4, 4, 4, *unread]
    )
    mask = np.arange(length) < lengths[:, None]
    cues = states[np.arange(count), places]
    together = model.second_look(states, cues, places, features, mask)
    for row in range(count):
        one = slice(row, row + 1)
        answers = alone.second_look(states[one], cues[one], places[one], features[one], mask[one])
        for found, expected in zip(together, answers, strict=True):
            np.testing.assert_array_equal(found[one], expected)
