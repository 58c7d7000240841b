"""A model that answers from a small table, and unparsed texts for it to read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import spacy

from quotex.document.document import Document
from quotex.encoder.pieces import Pieces
from quotex.languages.lexicon import Sense
from quotex.parse.spacy.engine import SpacyEngine
from quotex.parse.views import read_views
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context
from quotex.quotations.model.around import CONTENT, CUE, SOURCE
from quotex.quotations.model.calibration import UNFITTED, Regression
from quotex.quotations.model.chain import Chain, Flags, Floats
from quotex.quotations.model.config import Decoding, DetectorMode
from quotex.quotations.model.encoders import ColumnEncoder
from quotex.quotations.model.features import Ids, Labels
from quotex.quotations.model.finding import Finding
from quotex.records import Article
from tests.trees import ENGLISH

LABELS = Labels(
    pos=("NOUN", "VERB"), dep=("ROOT", "nsubj", "ccomp", "mark"), entity=("ORG", "PERSON")
)
SENSES = ("speech", "thought"), ("asserts", "denies")
SAY = Sense("verb", "say", "that", "speech", "asserts")
PARSELESS = SpacyEngine(spacy.blank("en"))
_SURE = 9.0
_GARBAGE = 1e3  # values past the last word must never be read


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model says about one cue: the words of each role, separated by spaces; log odds."""

    source: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    cue: tuple[str, ...] = ()
    anchor: float = 4.0
    valid: float = 4.0
    senses: tuple[float, ...] = (1.0, 0.0, 1.0, 0.0)


class FakePieces(Pieces):
    """A tokenizer with an id for each word; a word of n letters has n // 4 further pieces."""

    def __init__(self) -> None:
        self.first, self.last = 1, 2
        self.words = ["", "[CLS]", "[SEP]", "##"]

    def split(self, words: Sequence[str]) -> list[list[int]]:
        return [[self._id(word)] + [3] * (len(word) // 4) for word in words]

    def _id(self, word: str) -> int:
        if word not in self.words:
            self.words.append(word)
        return self.words.index(word)


class FakeModel:
    """Says that each word in ``answers`` begins a cue, and where its roles are.

    A role's words are looked up among the words around the cue; the nearest place counts. The
    model records its inputs: the pieces of each window in ``windows``, the words around cues in
    ``looked``.
    """

    name = "fake-1.0"
    reach = 30
    labels = LABELS

    def __init__(
        self,
        answers: Mapping[str, Answer],
        *,
        capacity: int = 200,
        floor: float = 0.05,
        threshold: float = 0.4,
        quoted_threshold: float | None = None,
        chain: Chain | None = None,
    ) -> None:
        self.answers = answers
        self.pieces = FakePieces()
        flat = np.zeros(4, dtype=np.float32)
        self.chain = chain or Chain(flat, np.zeros((4, 4), dtype=np.float32), flat)
        modes, stances = SENSES
        self.decoding = Decoding(
            capacity=capacity,
            floor=floor,
            threshold=threshold,
            quoted_threshold=quoted_threshold,
            senses={"mode": modes, "stance": stances},
        )
        self.calibration: dict[DetectorMode, Regression] = {"hybrid": UNFITTED, "model": UNFITTED}
        self.encoder = ColumnEncoder(self._encode, self.pieces, LABELS, capacity)
        self.windows: list[tuple[Ids, Ids, Ids]] = []
        self.looked: list[list[str]] = []
        self.features: list[Ids] = []

    def _encode(self, pieces: Ids, columns: Ids, first: Ids) -> tuple[Floats, Floats]:
        self.windows.append((pieces, columns, first))
        ids = pieces[first]
        odds = [self._answer(number).anchor for number in ids]
        return ids[:, None].astype(np.float32), np.array(odds, dtype=np.float32)

    def second_look(
        self, states: Floats, cues: Floats, places: Ids, features: Ids, mask: Flags
    ) -> tuple[Floats, Floats, Floats]:
        scores = np.full((*mask.shape, 4), 0.0, dtype=np.float32)
        scores[:, :, CONTENT] = np.where(mask, 0.0, _GARBAGE)
        for row, place in enumerate(places):
            length = int(mask[row].sum())
            words = [self.pieces.words[int(number)] for number in states[row, :length, 0]]
            assert states[row, place, 0] == cues[row, 0], "the cue stands where it is said to"
            self.looked.append(words)
            self.features.append(features[row, :length])
            answer = self._answer(int(cues[row, 0]))
            scores[row, :length, 0] = _SURE
            for role, phrases in (
                (SOURCE, answer.source),
                (CONTENT, answer.content),
                (CUE, answer.cue),
            ):
                for at in _places(words, phrases, int(place)):
                    scores[row, at] = 0.0
                    scores[row, at, role] = _SURE
        answers = [self._answer(int(number)) for number in cues[:, 0]]
        odds = np.array([answer.valid for answer in answers], dtype=np.float32)
        return scores, odds, np.array([answer.senses for answer in answers], dtype=np.float32)

    def _answer(self, number: int) -> Answer:
        return self.answers.get(self.pieces.words[int(number)], Answer(anchor=-9.0))


def _places(words: Sequence[str], phrases: Iterable[str], near: int) -> list[int]:
    found: list[int] = []
    for phrase in phrases:
        parts = phrase.split()
        size = len(parts)
        starts = [at for at in range(len(words) - size + 1) if words[at : at + size] == parts]
        if starts:
            start = min(starts, key=lambda at: abs(at - near))
            found.extend(range(start, start + size))
    return found


def plain_context(text: str, *, furniture: bool = True) -> Context:
    """Return the context of a text that has not been parsed."""
    document = Document(Article(text=text, language="en"), ENGLISH)
    [view] = read_views([document], PARSELESS, "names")
    return Context(document, view, furniture=furniture)


def marked_context(text: str) -> Context:
    """Return the same, but with marks tagged as such."""
    context = plain_context(text)
    for token in context.view.tokens:
        if not any(c.isalnum() for c in token.text):
            token.pos = "PUNCT"
    return context


def candidate_of(
    context: Context,
    content: Iterable[str],
    cue: str = "",
    source: str = "",
    *,
    rule: str = "model:fake-1.0",
    weight: float = 0.9,
) -> Candidate:
    """Return a candidate at the first occurrence of each phrase in the text."""
    text, tokens = context.view.text, context.view.tokens
    bounds = [(text.index(part), text.index(part) + len(part)) for part in content]
    words = [_between(text, role) for role in (cue, source)]
    cue_tokens, source_tokens = (
        [t for t in tokens if start <= t.start < end] for start, end in words
    )
    return Candidate(bounds, cue_tokens, source_tokens, SAY, rule, "", weight)


def _between(text: str, words: str) -> tuple[int, int]:
    return (text.index(words), text.index(words) + len(words)) if words else (0, 0)


def finding_of(
    context: Context,
    cue: str,
    *,
    source: str = "",
    content: Sequence[str] = (),
    valid: float = 0.9,
    senses: Sequence[float] = (1.0, 0.0, 1.0, 0.0),
) -> Finding:
    """Return a finding at the first occurrence of each phrase in the text."""

    def numbers(words: str) -> list[int]:
        start, end = _between(context.view.text, words)
        return [t.i for t in context.view.tokens if start <= t.start < end]

    return Finding(
        cue=numbers(cue),
        source=numbers(source),
        content=sorted(i for part in content for i in numbers(part)),
        anchor=0.8,
        valid=valid,
        certainty=0.7,
        least=0.55,
        beyond=1.5,
        path=-2.0,
        at_edge=False,
        source_certainty=0.6,
        senses=np.array(senses, dtype=np.float32),
    )
