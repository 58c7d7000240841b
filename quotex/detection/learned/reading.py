"""Reads an encoded article with the network: finds its cues, and what belongs to each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from quotex.detection.learned.around import CONTENT, CUE, SOURCE, features_around, span_around
from quotex.detection.learned.base import AttributionModel
from quotex.detection.learned.chain import Floats, hold_cue
from quotex.detection.learned.features import Encoded, Ids
from quotex.detection.learned.windows import Window, windows


@dataclass(frozen=True, slots=True)
class Finding:
    """A cue and the words of each role; ``anchor`` and ``valid`` are the cue's probabilities.

    ``certainty`` is the mean probability of the content's words, ``source_certainty`` that of the
    source's, or of there being none; ``senses`` are the log odds of each mode and
    stance of the cue.
    """

    cue: list[int]
    source: list[int]
    content: list[int]
    anchor: float
    valid: float
    certainty: float
    source_certainty: float
    senses: Floats


def read(encoded: Encoded, model: AttributionModel) -> Iterator[Finding]:
    """Yield what the model finds, one for each word that seems to begin a cue."""
    pieces, how = model.pieces, model.decoding
    split = pieces.split(encoded.words)
    lengths = [len(word) for word in split]
    for window in windows(encoded.paragraphs, lengths, how.capacity):
        first, last = window.first, window.last
        inputs = pieces.lay_out(split[first:last], encoded.columns[first:last])
        states, odds = model.encode(*inputs)
        likely = _probability(odds)
        own = range(window.own_first, window.own_last)
        cues = [word for word in own if likely[word - window.first] >= how.floor]
        if cues:
            anchors = [float(likely[word - window.first]) for word in cues]
            yield from _look(encoded, model, window, states, cues, anchors)


def _look(
    encoded: Encoded,
    model: AttributionModel,
    window: Window,
    states: Floats,
    cues: list[int],
    anchors: list[float],
) -> Iterator[Finding]:
    spans = []
    for cue in cues:
        first, last = span_around(encoded, cue, model.reach)
        spans.append((max(first, window.first), min(last, window.last)))
    most = max(last - first for first, last in spans)
    features = np.zeros((len(cues), most, 3), dtype=np.int64)
    around = np.zeros((len(cues), most), dtype=np.int64)
    mask = np.zeros((len(cues), most), dtype=bool)
    for row, (cue, (first, last)) in enumerate(zip(cues, spans, strict=True)):
        length = last - first
        features[row, :length] = features_around(encoded, cue, first, last, model.reach)
        around[row, :length] = np.arange(first, last) - window.first
        mask[row, :length] = True
    places = np.array([cue - first for cue, (first, _) in zip(cues, spans, strict=True)])
    own = states[np.array(cues) - window.first]
    scores, odds, senses = model.look(states[around], own, places, features, mask)
    scores = hold_cue(scores, places)
    lengths = mask.sum(axis=1)
    roles = model.chain.best(scores, lengths)
    sure = model.chain.marginals(scores, lengths)
    valid = _probability(odds)
    for row, (first, last) in enumerate(spans):
        yield _finding(
            roles[row, : last - first],
            sure[row],
            first,
            anchors[row],
            float(valid[row]),
            senses[row],
        )


def _finding(
    roles: Ids, sure: Floats, first: int, anchor: float, valid: float, senses: Floats
) -> Finding:
    content = np.flatnonzero(roles == CONTENT)
    source = _one_run(np.flatnonzero(roles == SOURCE), sure)
    if len(source):
        source_certainty = float(sure[source, SOURCE].mean())
    else:
        source_certainty = float(1 - sure[: len(roles), SOURCE].max())
    return Finding(
        cue=[first + int(i) for i in np.flatnonzero(roles == CUE)],
        source=[first + int(i) for i in source],
        content=[first + int(i) for i in content],
        anchor=anchor,
        valid=valid,
        certainty=float(sure[content, CONTENT].mean()) if len(content) else 0.0,
        source_certainty=source_certainty,
        senses=senses,
    )


def _one_run(words: Ids, sure: Floats) -> Ids:
    """Return the run of neighbouring words that is likeliest to be the source."""
    if not len(words):
        return words
    runs = np.split(words, np.flatnonzero(np.diff(words) > 1) + 1)
    return max(runs, key=lambda run: float(sure[run, SOURCE].sum()))


def _probability(odds: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float32)
