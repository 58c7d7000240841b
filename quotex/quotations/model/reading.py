"""Reads encoded articles with the network: finds its cues, and what belongs to each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np

from quotex.quotations.model.around import (
    CONTENT,
    CUE,
    ROLES,
    SOURCE,
    CueWindow,
    features_around,
    pad,
    span_around,
)
from quotex.quotations.model.base import AttributionModel
from quotex.quotations.model.chain import Floats, force_cue
from quotex.quotations.model.features import Encoded, Ids
from quotex.quotations.model.finding import Finding

_CUES_PER_BATCH = 128  # cues; limits memory, because the states of their windows are kept
_WORDS_PER_CALL = 512  # words, padding included, that the network looks at in one call
_MULTIPLE = 8
_RARE = 1e-6  # the lower limit of a role's probability in a path


class _Cue(NamedTuple):
    """A word that seems to begin a cue, the states of its window, and its article's number."""

    article: int
    anchor: float
    around: CueWindow
    states: Floats


def read(articles: Sequence[Encoded], model: AttributionModel) -> list[list[Finding]]:
    """Return the findings in each article, one for each word that seems to begin a cue.

    Cues from several windows and articles are looked at together: many small calls take longer.
    """
    found: list[list[Finding]] = [[] for _ in articles]
    cues = (cue for number, encoded in enumerate(articles) for cue in _cues(number, encoded, model))
    while batch := list(islice(cues, _CUES_PER_BATCH)):
        for cue, finding in zip(batch, _findings(batch, model), strict=True):
            found[cue.article].append(finding)
    return found


def _cues(number: int, encoded: Encoded, model: AttributionModel) -> Iterator[_Cue]:
    floor = model.decoding.floor
    unread_columns = model.encoder.unread_columns
    proposed = sorted(encoded.proposals) if unread_columns else []
    for encoded_window in model.encoder.encode_windows(encoded):
        window, base = encoded_window.window, encoded_window.window.first
        probabilities = _probability(encoded_window.odds)
        own = probabilities[window.own_first - base : window.own_last - base] >= floor
        likely_cues = set((np.flatnonzero(own) + window.own_first).tolist())
        first, last = (bisect_left(proposed, end) for end in (window.own_first, window.own_last))
        likely_cues.update(proposed[first:last])
        for word in sorted(likely_cues):
            begins, ends = window.cut(*span_around(encoded, word, model.reach))
            features = features_around(encoded, word, begins, ends, model.reach)
            if unread_columns:
                features = np.hstack(
                    [features, encoded.columns[begins:ends, -len(unread_columns) :]]
                )
            around = CueWindow(word, begins, features, base)
            yield _Cue(number, float(probabilities[word - base]), around, encoded_window.states)


def _findings(cues: Sequence[_Cue], model: AttributionModel) -> Iterator[Finding]:
    scores, odds, senses = _second_look(cues, model)
    lengths = np.array([len(cue.around.features) for cue in cues])
    scores = force_cue(scores, np.array([cue.around.cue - cue.around.first for cue in cues]))
    roles = model.chain.best(scores, lengths)
    marginals = model.chain.marginals(scores, lengths)
    valid = _probability(odds)
    for row, cue in enumerate(cues):
        yield _finding(
            roles[row, : lengths[row]],
            marginals[row, : lengths[row]],
            cue.around.first,
            cue.anchor,
            float(valid[row]),
            senses[row],
        )


def _second_look(cues: Sequence[_Cue], model: AttributionModel) -> tuple[Floats, Floats, Floats]:
    """Return what the network says about the cues, with scores padded to the longest.

    Only cues of the same padded length are looked at together: the order of the network's sums
    depends on that length, and otherwise the last bits of an answer would depend on the other
    cues.
    """
    groups: dict[int, list[int]] = {}
    for row, cue in enumerate(cues):
        groups.setdefault(-(-len(cue.around.features) // _MULTIPLE), []).append(row)
    answers: dict[int, tuple[Floats, np.float32, Floats]] = {}
    for length, rows in groups.items():
        max_cues = max(_WORDS_PER_CALL // (length * _MULTIPLE), 1)
        for start in range(0, len(rows), max_cues):
            numbers = rows[start : start + max_cues]
            answers.update(
                zip(numbers, _score_batch([cues[row] for row in numbers], model), strict=True)
            )
    in_order = [answers[row] for row in range(len(cues))]
    longest = max(len(scores) for scores, _, _ in in_order)
    scores = np.zeros((len(cues), longest, len(ROLES)), dtype=np.float32)
    for row, (own, _, _) in enumerate(in_order):
        scores[row, : len(own)] = own
    odds = np.array([odds for _, odds, _ in in_order], dtype=np.float32)
    return scores, odds, np.stack([senses for _, _, senses in in_order])


def _score_batch(
    cues: Sequence[_Cue], model: AttributionModel
) -> Iterator[tuple[Floats, np.float32, Floats]]:
    batch = pad([cue.around for cue in cues], _MULTIPLE)
    width = cues[0].states.shape[1]
    states = np.zeros((*batch.mask.shape, width), dtype=np.float32)
    for row, (_, _, around, seen) in enumerate(cues):
        length, start = len(around.features), around.first - around.base
        states[row, :length] = seen[start : start + length]
    own = states[np.arange(len(cues)), batch.places]
    answered = model.second_look(states, own, batch.places, batch.features, batch.mask)
    yield from zip(*answered, strict=True)


def _finding(
    roles: Ids, marginals: Floats, first: int, anchor: float, valid: float, senses: Floats
) -> Finding:
    content = np.flatnonzero(roles == CONTENT)
    of_content = marginals[content, CONTENT]
    source = _likeliest_run(np.flatnonzero(roles == SOURCE), marginals)
    if len(source):
        source_certainty = float(marginals[source, SOURCE].mean())
    else:
        source_certainty = float(1 - marginals[:, SOURCE].max())
    return Finding(
        cue=[first + int(i) for i in np.flatnonzero(roles == CUE)],
        source=[first + int(i) for i in source],
        content=[first + int(i) for i in content],
        anchor=anchor,
        valid=valid,
        certainty=float(of_content.mean()) if len(content) else 0.0,
        least=float(of_content.min()) if len(content) else 0.0,
        beyond=float(marginals[:, CONTENT].sum() - of_content.sum()),
        path=float(np.log(np.maximum(marginals[np.arange(len(roles)), roles], _RARE)).sum()),
        at_edge=bool(len(content)) and (content[0] == 0 or content[-1] == len(roles) - 1),
        source_certainty=source_certainty,
        senses=senses,
    )


def _likeliest_run(words: Ids, marginals: Floats) -> Ids:
    """Return the run of neighbouring words that is most likely to be the source."""
    if not len(words):
        return words
    runs = np.split(words, np.flatnonzero(np.diff(words) > 1) + 1)
    return max(runs, key=lambda run: float(marginals[run, SOURCE].sum()))


def _probability(odds: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float32)
