"""Reads encoded articles with the network: finds its cues, and what belongs to each."""

from __future__ import annotations

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

_AT_ONCE = 128  # cues; limits memory, because the states of their windows are kept
_CELLS = 2048  # words, padding included, that the network looks at in one call
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
    while several := list(islice(cues, _AT_ONCE)):
        for cue, finding in zip(several, _findings(several, model), strict=True):
            found[cue.article].append(finding)
    return found


def _cues(number: int, encoded: Encoded, model: AttributionModel) -> Iterator[_Cue]:
    floor = model.decoding.floor
    unread = model.encoder.unread_columns
    proposed = encoded.proposals if unread else ()
    for stretch in model.encoder.encode_windows(encoded):
        window, base = stretch.window, stretch.window.first
        likely = _probability(stretch.odds)
        own = likely[window.own_first - base : window.own_last - base] >= floor
        seeming = set((np.flatnonzero(own) + window.own_first).tolist())
        seeming.update(word for word in proposed if window.own_first <= word < window.own_last)
        for word in sorted(seeming):
            begins, ends = window.cut(*span_around(encoded, word, model.reach))
            features = features_around(encoded, word, begins, ends, model.reach)
            if unread:
                features = np.hstack([features, encoded.columns[begins:ends, -len(unread) :]])
            around = CueWindow(word, begins, features, base)
            yield _Cue(number, float(likely[word - base]), around, stretch.states)


def _findings(cues: Sequence[_Cue], model: AttributionModel) -> Iterator[Finding]:
    scores, odds, senses = _looked_at(cues, model)
    lengths = np.array([len(cue.around.features) for cue in cues])
    scores = force_cue(scores, np.array([cue.around.cue - cue.around.first for cue in cues]))
    roles = model.chain.best(scores, lengths)
    sure = model.chain.marginals(scores, lengths)
    valid = _probability(odds)
    for row, cue in enumerate(cues):
        yield _finding(
            roles[row, : lengths[row]],
            sure[row, : lengths[row]],
            cue.around.first,
            cue.anchor,
            float(valid[row]),
            senses[row],
        )


def _looked_at(cues: Sequence[_Cue], model: AttributionModel) -> tuple[Floats, Floats, Floats]:
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
        most = max(_CELLS // (length * _MULTIPLE), 1)
        for start in range(0, len(rows), most):
            some = rows[start : start + most]
            answers.update(zip(some, _look([cues[row] for row in some], model), strict=True))
    in_order = [answers[row] for row in range(len(cues))]
    longest = max(len(scores) for scores, _, _ in in_order)
    scores = np.zeros((len(cues), longest, len(ROLES)), dtype=np.float32)
    for row, (own, _, _) in enumerate(in_order):
        scores[row, : len(own)] = own
    odds = np.array([odds for _, odds, _ in in_order], dtype=np.float32)
    return scores, odds, np.stack([senses for _, _, senses in in_order])


def _look(
    cues: Sequence[_Cue], model: AttributionModel
) -> Iterator[tuple[Floats, np.float32, Floats]]:
    given = pad([cue.around for cue in cues], _MULTIPLE)
    width = cues[0].states.shape[1]
    states = np.zeros((*given.mask.shape, width), dtype=np.float32)
    for row, (_, _, around, seen) in enumerate(cues):
        length, start = len(around.features), around.first - around.base
        states[row, :length] = seen[start : start + length]
    own = states[np.arange(len(cues)), given.places]
    answered = model.second_look(states, own, given.places, given.features, given.mask)
    yield from zip(*answered, strict=True)


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
    """Return the run of neighbouring words that is most likely to be the source."""
    if not len(words):
        return words
    runs = np.split(words, np.flatnonzero(np.diff(words) > 1) + 1)
    return max(runs, key=lambda run: float(sure[run, SOURCE].sum()))


def _probability(odds: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float32)
