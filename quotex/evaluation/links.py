"""Measures how well utterances are linked, and fits the weights of the models that link them.

``python -m quotex.evaluation.links PAIRS GOLD…`` prints pairwise F1 with its counts, and how well
the probabilities are calibrated, for both halves of the labelled pairs: the one used for tuning and
the one held out for testing. With ``--fit FILE`` it first fits the weights on the tuning half and
writes them. Each line of PAIRS has two quotations, by article and offsets, and whether they report
the same utterance; the GOLD files contain the articles.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

from quotex.evaluation.gold import read_gold
from quotex.evaluation.overlap import figure_text
from quotex.languages import Language
from quotex.languages.data import DEFAULT_LANGUAGE
from quotex.linking.features import FEATURES, Shared, shared
from quotex.linking.identities import Identities
from quotex.linking.items import Item, items
from quotex.linking.likelihood import LinkModel, link_models, model_name
from quotex.linking.link import link
from quotex.linking.names import Names
from quotex.linking.rarity import Rarity
from quotex.records import Article, Kind, Quotation, Span, Speaker, SpeakerKind, Stance
from quotex.result import Extraction

Half = Literal["tune", "test"]
_MODELS = ("quoted", "reworded")
_RANDOM_PAIRS, _RANDOM_WEIGHT = 250, 0.3  # drawn at random for each model; the weight of one
_RANDOM_MAX_SHARE, _RANDOM_MAX_RUN = 0.5, 6  # the most that a random pair may share
_PENALTY = 0.3
_ROUNDS = 60
_SEED = 1
_BIN_BOUNDS = (0.0, 0.2, 0.5, 0.8, 0.95, 1.01)  # bounds of the probability bins


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PairSide(_Model):
    """One quotation of a pair: its place, and the speaker and days that quotex read."""

    article: str
    content: tuple[tuple[int, int], ...]
    kind: Kind
    stance: Stance
    speaker: str | None = None
    speaker_kind: SpeakerKind = "unknown"
    country: str | None = None
    days: tuple[date, date] | None = None

    @property
    def key(self) -> str:
        """The id of the quotation made from it."""
        return "-".join(f"{start}.{end}" for start, end in self.content)


class LabelledPair(_Model):
    """Two quotations, whether they report the same utterance, and the half they are in."""

    a: PairSide
    b: PairSide
    same: bool
    half: Half

    @property
    def is_reworded(self) -> bool:
        """Whether either side is indirect."""
        return "indirect" in (self.a.kind, self.b.kind)


@dataclass(frozen=True, slots=True)
class Counts:
    """Pairs linked correctly, linked wrongly, and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None if no pair was linked or missed."""
        whole = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / whole if whole else None


def read_pairs(path: Path) -> list[LabelledPair]:
    """Return the labelled pairs of a file."""
    lines = path.read_text("utf-8").splitlines()
    return [LabelledPair.model_validate_json(line) for line in lines]


def extractions(pairs: Iterable[LabelledPair], gold: Iterable[Path]) -> list[Extraction]:
    """Return the articles of the pairs, each with those of its quotations that are in a pair."""
    sides: dict[str, dict[str, PairSide]] = {}
    for pair in pairs:
        for side in (pair.a, pair.b):
            sides.setdefault(side.article, {})[side.key] = side
    articles = [article for path in gold for article in read_gold(path)]
    return [
        Extraction.of(article.article(), [_quotation(s, article.article()) for s in own.values()])
        for article in articles
        if (own := sides.get(article.id))
    ]


def _quotation(side: PairSide, article: Article) -> Quotation:
    content = tuple(Span.of(article.text, start, end) for start, end in side.content)
    fields: dict[str, Any] = {"id": side.key, "kind": side.kind, "stance": side.stance}
    if side.speaker:
        fields["speaker"] = Speaker(
            name=side.speaker, kind=side.speaker_kind, named=True, country=side.country
        )
    if side.days:
        fields["date"] = {
            "from": side.days[0],
            "to": side.days[1],
            "evidence": content[0],  # where the time expression is does not matter here
            "scope": "explicit",
        }
    return Quotation(mode="speech", content=content, confidence=1, **fields)


def count(pairs: Iterable[LabelledPair], found: Sequence[Extraction]) -> Counts:
    """Count the pairs that ``quotex.link`` puts into one utterance, correctly or not, or misses."""
    group: dict[tuple[str, str], str] = {}
    for utterance in link(found):
        for member in utterance.members:
            group[member.article_id, member.quotation] = utterance.id
    right = wrong = missed = 0
    for pair in pairs:
        one, other = (group.get((side.article, side.key)) for side in (pair.a, pair.b))
        claimed = one is not None and one == other
        right += claimed and pair.same
        wrong += claimed and not pair.same
        missed += pair.same and not claimed
    return Counts(right, wrong, missed)


@dataclass(frozen=True, slots=True)
class Reliability:
    """How well the probabilities are calibrated.

    Each of ``rows`` has the bounds of a bin, the number of pairs in it, their mean probability and
    the share that are the same utterance; ``brier`` is the Brier score, None without pairs.
    """

    brier: float | None
    rows: tuple[tuple[float, float, int, float, float], ...]


def reliability(pairs: Iterable[LabelledPair], found: Sequence[Extraction]) -> Reliability:
    """Return how well the probabilities of labelled pairs are calibrated."""
    read, names, rarity = _read(found)
    by_key = {(item.article.id, item.quotation.id): item for item in read}
    given: list[tuple[float, bool]] = []
    for pair in pairs:
        one, other = (by_key[side.article, side.key] for side in (pair.a, pair.b))
        model = link_models()[model_name(one, other)]
        given.append((model.probability(shared(one, other, names, rarity)), pair.same))
    errors = [(chance - same) ** 2 for chance, same in given]
    brier = sum(errors) / len(errors) if errors else None
    rows = []
    for low, high in pairwise(_BIN_BOUNDS):
        own = [row for row in given if low <= row[0] < high]
        if own:
            means = (sum(row[n] for row in own) / len(own) for n in (0, 1))
            rows.append((low, min(1.0, high), len(own), *means))
    return Reliability(brier, tuple(rows))  # type: ignore[arg-type]


def _read(found: Sequence[Extraction]) -> tuple[list[Item], Names, Rarity]:
    names = Names(Language(DEFAULT_LANGUAGE), Identities())
    read = items(found, names, DEFAULT_LANGUAGE)
    return read, names, Rarity(read, DEFAULT_LANGUAGE)


def fit(pairs: Sequence[LabelledPair], found: Sequence[Extraction]) -> dict[str, LinkModel]:
    """Return models fitted on labelled pairs, and on pairs drawn at random as counterexamples.

    Random pairs that share a lot are left out, since nobody has checked them.
    """
    read, names, rarity = _read(found)
    by_key = {(item.article.id, item.quotation.id): item for item in read}
    rows: dict[str, list[tuple[Shared, bool, float]]] = {name: [] for name in _MODELS}
    for pair in pairs:
        one, other = (by_key[side.article, side.key] for side in (pair.a, pair.b))
        rows[model_name(one, other)].append((shared(one, other, names, rarity), pair.same, 1.0))
    for name, common in _random_pairs(read, names, rarity):
        rows[name].append((common, False, _RANDOM_WEIGHT))
    return {name: _logistic(given) for name, given in rows.items()}


def _random_pairs(
    read: Sequence[Item], names: Names, rarity: Rarity
) -> Iterable[tuple[str, Shared]]:
    """Yield random pairs from different articles, as the model's name and what they share."""
    rng = random.Random(_SEED)
    left = dict.fromkeys(_MODELS, _RANDOM_PAIRS)
    for _ in range(100 * _RANDOM_PAIRS):
        one, other = rng.sample(read, 2)
        name = model_name(one, other)
        if left[name] == 0 or one.article.id == other.article.id:
            continue
        common = shared(one, other, names, rarity)
        if (
            common.words
            and common["part_of_both"] <= _RANDOM_MAX_SHARE
            and common.run_words < _RANDOM_MAX_RUN
        ):
            left[name] -= 1
            yield name, common


def _logistic(rows: Sequence[tuple[Shared, bool, float]]) -> LinkModel:
    """Fit a logistic regression with a ridge penalty by Newton's method."""
    given: NDArray[np.float64] = np.array([(1.0, *common.values) for common, _, _ in rows])
    same = np.array([float(same) for _, same, _ in rows])
    counts = np.array([weight for _, _, weight in rows])
    ridge = np.eye(given.shape[1]) * _PENALTY
    ridge[0, 0] = 0.001
    weights = np.zeros(given.shape[1])
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-given @ weights))
        gradient = given.T @ (counts * (chance - same)) + ridge @ weights
        hessian = (given * (counts * chance * (1 - chance))[:, None]).T @ given + ridge
        weights = weights - np.linalg.solve(hessian, gradient)
    rounded = [round(float(weight), 3) for weight in weights]
    return LinkModel(bias=rounded[0], features=dict(zip(FEATURES, rounded[1:], strict=True)))


def weights_text(models: Mapping[str, LinkModel], note: str) -> str:
    """Return the text of a weights file."""
    lines = [*(f"# {line}".rstrip() for line in note.splitlines()), "version = 1"]
    for name, model in models.items():
        lines += ["", f"[models.{name}]", f"bias = {model.bias}", f"[models.{name}.features]"]
        lines += [f"{feature} = {weight}" for feature, weight in model.features.items()]
    return "\n".join(lines) + "\n"


_NOTE = """The weight of each feature in deciding whether two quotations report one utterance.

Generated by `python -m quotex.evaluation.links PAIRS GOLD --fit FILE` from the tuning pairs of
tests/linking/pairs.jsonl; do not edit by hand."""


def main() -> None:
    """Fit the weights if asked to, and print the figures for both halves."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--fit", type=Path)
    given = parser.parse_args()
    pairs = read_pairs(given.pairs)
    found = extractions(pairs, given.gold)
    if given.fit:
        tune = [pair for pair in pairs if pair.half == "tune"]
        models = fit(tune, extractions(tune, given.gold))
        given.fit.write_text(weights_text(models, _NOTE), "utf-8")
    for half in ("tune", "test"):
        for reworded in (False, True):
            own = [p for p in pairs if p.half == half and p.is_reworded == reworded]
            counts = count(own, found)
            kind = "one side indirect" if reworded else "direct and mixed"
            print(f"{half:5} {kind:18} F1 {figure_text(counts.f1)} {counts} of {len(own)} pairs")  # noqa: T201
        calibration = reliability([p for p in pairs if p.half == half], found)
        print(f"{half:5} probabilities      Brier {figure_text(calibration.brier)}")  # noqa: T201
        for low, high, number, mean, same in calibration.rows:
            print(f"  {low:.2f} to {high:.2f}: {number} pairs, mean {mean:.2f}, same {same:.2f}")  # noqa: T201


if __name__ == "__main__":
    main()
