"""Reads an encoded article with the network: finds its cues, and what belongs to each."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from quotex.quotations.model.around import (
    CONTENT,
    CUE,
    SOURCE,
    Around,
    features_around,
    padded,
    span_around,
)
from quotex.quotations.model.base import AttributionModel
from quotex.quotations.model.chain import Floats, hold_cue
from quotex.quotations.model.features import Encoded, Ids
from quotex.quotations.model.finding import Finding
from quotex.encoder.windows import Window, windows

_RARE = 1e-6  # the least probability of a role that a path is charged with


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
    arounds = []
    for cue in cues:
        first, last = window.cut(*span_around(encoded, cue, model.reach))
        features = features_around(encoded, cue, first, last, model.reach)
        arounds.append(Around(cue, first, features, window.first))
    given = padded(arounds)
    scores, odds, senses = model.look(
        states[given.around], states[given.own], given.places, given.features, given.mask
    )
    scores = hold_cue(scores, given.places)
    lengths = given.mask.sum(axis=1)
    roles = model.chain.best(scores, lengths)
    sure = model.chain.marginals(scores, lengths)
    valid = _probability(odds)
    for row, around in enumerate(arounds):
        yield _finding(
            roles[row, : lengths[row]],
            sure[row, : lengths[row]],
            around.first,
            anchors[row],
            float(valid[row]),
            senses[row],
        )


def _finding(
    roles: Ids, sure: Floats, first: int, anchor: float, valid: float, senses: Floats
) -> Finding:
    content = np.flatnonzero(roles == CONTENT)
    of_content = sure[content, CONTENT]
    source = _one_run(np.flatnonzero(roles == SOURCE), sure)
    if len(source):
        source_certainty = float(sure[source, SOURCE].mean())
    else:
        source_certainty = float(1 - sure[:, SOURCE].max())
    return Finding(
        cue=[first + int(i) for i in np.flatnonzero(roles == CUE)],
        source=[first + int(i) for i in source],
        content=[first + int(i) for i in content],
        anchor=anchor,
        valid=valid,
        certainty=float(of_content.mean()) if len(content) else 0.0,
        least=float(of_content.min()) if len(content) else 0.0,
        beyond=float(sure[:, CONTENT].sum() - of_content.sum()),
        path=float(np.log(np.maximum(sure[np.arange(len(roles)), roles], _RARE)).sum()),
        at_edge=bool(len(content)) and (content[0] == 0 or content[-1] == len(roles) - 1),
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
