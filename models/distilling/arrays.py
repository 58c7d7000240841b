"""All articles as flat arrays: windows of one paragraph each, and the cues in them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from models.distilling.prepare import Kind, Parsed, Source
from models.training.data import Example
from models.training.prepare import examples
from quotex.encoder.pieces import Pieces
from quotex.encoder.windows import Window, windows
from quotex.quotations.model.around import CUE, features_around, roles_around, span_around
from quotex.quotations.model.features import COLUMNS

Array = npt.NDArray[Any]
GOLD, PROPOSED, LISTED = 1, 2, 4  # bit flags: why a word is among the cues
PERCENT = 100  # shares of annotators are stored in hundredths
_LEXICON, _NOT_LISTED = COLUMNS.index("lexicon"), 1


@dataclass(slots=True)
class Windows:
    """Window ``w`` has the pieces ``[piece_bounds[w], piece_bounds[w + 1])``; words are similar.

    Pieces have only their ids. Words have: the position of their first piece in the window; the
    features; the numbers of tag, part of speech and dependency; the head in the window, or -1 if
    it is in another; whether a sentence begins; the name mark, as ``entities_of`` reads it;
    whether the window owns the word; the percentage of annotators for whom a cue begins there.
    """

    pieces: Array
    piece_bounds: Array
    word_bounds: Array
    firsts: Array
    columns: Array
    tags: Array
    pos: Array
    deps: Array
    heads: Array
    starts: Array
    names: Array
    own: Array
    anchors: Array
    source: Array
    article: Array


@dataclass(slots=True)
class Cues:
    """Words that begin or may begin a cue: ``word`` of ``window``, and ``[first, last)`` around it.

    ``branches``, ``proposals`` and ``roles`` list the values of all words around, cue by cue.
    """

    window: Array
    word: Array
    kind: Array
    first: Array
    last: Array
    branches: Array
    proposals: Array
    roles: Array


@dataclass(frozen=True, slots=True)
class Names:
    """The labels behind the numbers, and the size of each source."""

    tags: tuple[str, ...]
    pos: tuple[str, ...]
    deps: tuple[str, ...]
    entities: tuple[str, ...]
    sources: tuple[str, ...]
    kinds: tuple[Kind, ...]
    articles: tuple[int, ...]
    words: tuple[int, ...]


@dataclass(slots=True)
class Arrays:
    """Everything that training reads."""

    names: Names
    windows: Windows
    cues: Cues

    def save(self, path: Path) -> None:
        """Write the arrays to one file."""
        parts = {f"windows.{f.name}": getattr(self.windows, f.name) for f in fields(Windows)}
        parts |= {f"cues.{f.name}": getattr(self.cues, f.name) for f in fields(Cues)}
        path.parent.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(path, names=np.array(json.dumps(asdict(self.names))), **parts)

    @classmethod
    def load(cls, path: Path) -> Arrays:
        """Read what ``save`` wrote."""
        with np.load(path) as stored:
            names = {key: tuple(value) for key, value in json.loads(str(stored["names"])).items()}
            return cls(
                Names(**names),
                Windows(**{f.name: stored[f"windows.{f.name}"] for f in fields(Windows)}),
                Cues(**{f.name: stored[f"cues.{f.name}"] for f in fields(Cues)}),
            )


def arrays_of(sources: Sequence[Source], pieces: Pieces, capacity: int, reach: int) -> Arrays:
    """Cut all articles into windows of at most ``capacity`` pieces, and record each one's cues."""
    names = _names(sources)
    writer = _Writer(names, capacity, reach)
    number = 0
    for at, source in enumerate(sources):
        for parsed in source.articles:
            writer.add(parsed, pieces, at, number)
            number += 1
    return writer.arrays()


def _names(sources: Sequence[Source]) -> Names:
    articles = [parsed for source in sources for parsed in source.articles]
    return Names(
        tags=tuple(sorted({tag for parsed in articles for tag in parsed.tags})),
        pos=tuple(sorted({pos for parsed in articles for pos in parsed.pos})),
        deps=tuple(sorted({dep for parsed in articles for dep in parsed.deps})),
        entities=tuple(sorted({label for parsed in articles for _, _, label in parsed.entities})),
        sources=tuple(source.name for source in sources),
        kinds=tuple(source.kind for source in sources),
        articles=tuple(len(source.articles) for source in sources),
        words=tuple(sum(len(one.tags) for one in source.articles) for source in sources),
    )


class _Writer:
    """Collects the arrays piece by piece."""

    def __init__(self, names: Names, capacity: int, reach: int) -> None:
        self._names, self._capacity, self._reach = names, capacity, reach
        self._windows: dict[str, list[Array]] = {f.name: [] for f in fields(Windows)}
        self._cues: dict[str, list[Array]] = {f.name: [] for f in fields(Cues)}
        self._count = 0
        self._numbers = {
            kind: {label: n for n, label in enumerate(getattr(names, kind))}
            for kind in ("tags", "pos", "deps", "entities")
        }

    def add(self, parsed: Parsed, pieces: Pieces, source: int, number: int) -> None:
        """Add one article."""
        annotated = examples([parsed.prepared], pieces)
        split = annotated[0].pieces
        lengths = [len(one) for one in split]
        words, roles = self._words(parsed, annotated), _roles(annotated)
        encoded = parsed.prepared.encoded
        listed = set(np.flatnonzero(encoded.columns[:, _LEXICON] > _NOT_LISTED).tolist())
        cues = sorted({*roles, *encoded.proposals, *listed})
        for paragraph in encoded.paragraphs:
            for window in windows([paragraph], lengths, self._capacity):
                self._add_window(parsed, window, words, pieces, split)
                self._add_to(self._windows, {"source": [source], "article": [number]})
                for cue in cues:
                    if window.own_first <= cue < window.own_last:
                        kind = GOLD * (cue in roles) + PROPOSED * (cue in encoded.proposals)
                        kind += LISTED * (cue in listed)
                        self._add_cue(parsed, window, cue, kind, roles.get(cue))
                self._count += 1

    def _words(self, parsed: Parsed, annotated: Sequence[Example]) -> dict[str, Array]:
        count = len(parsed.tags)
        starts, names = np.zeros(count, np.uint8), np.zeros(count, np.uint8)
        starts[parsed.firsts] = 1
        for first, last, label in parsed.entities:
            mark = 2 * self._numbers["entities"][label]
            names[first], names[first + 1 : last] = mark + 1, mark + 2
        anchors = np.zeros(count)
        for example in annotated:
            for cue in {roles[CUE][0] for roles in example.attributions if roles[CUE]}:
                anchors[cue] += 1 / len(annotated)
        found: dict[str, Array] = {
            "starts": starts,
            "names": names,
            "anchors": np.round(anchors * PERCENT),
        }
        for kind in ("tags", "pos", "deps"):
            found[kind] = np.array([self._numbers[kind][one] for one in getattr(parsed, kind)])
        return {name: column.astype(np.uint8) for name, column in found.items()}

    def _add_window(
        self,
        parsed: Parsed,
        window: Window,
        words: dict[str, Array],
        pieces: Pieces,
        split: Sequence[list[int]],
    ) -> None:
        first, last = window.first, window.last
        columns = parsed.prepared.encoded.columns[first:last]
        ids, _, firsts = pieces.lay_out(split[first:last], columns)
        heads = parsed.prepared.encoded.heads[first:last] - first
        own = np.zeros(last - first, np.uint8)
        own[window.own_first - first : window.own_last - first] = 1
        given: dict[str, Any] = {name: column[first:last] for name, column in words.items()}
        given |= {"piece_bounds": [len(ids)], "word_bounds": [last - first]}  # summed at the end
        given |= {"pieces": ids.astype(np.uint16), "firsts": firsts.astype(np.uint16), "own": own}
        given["columns"] = columns.astype(np.uint8)
        given["heads"] = np.where((heads < 0) | (heads >= last - first), -1, heads).astype(np.int16)
        self._add_to(self._windows, given)

    def _add_cue(
        self,
        parsed: Parsed,
        window: Window,
        cue: int,
        kind: int,
        roles: dict[int, list[int]] | None,
    ) -> None:
        encoded = parsed.prepared.encoded
        first, last = window.cut(*span_around(encoded, cue, self._reach))
        features = features_around(encoded, cue, first, last, self._reach)
        around = np.zeros(last - first) if roles is None else roles_around(roles, first, last)
        numbers = {"window": self._count, "word": cue - window.first, "kind": kind}
        numbers |= {"first": first - window.first, "last": last - window.first}
        given: dict[str, Any] = {name: [number] for name, number in numbers.items()}
        given |= {"branches": features[:, 1].astype(np.uint8), "roles": around.astype(np.uint8)}
        self._add_to(self._cues, given | {"proposals": features[:, 2].astype(np.uint8)})

    @staticmethod
    def _add_to(parts: dict[str, list[Array]], given: dict[str, Any]) -> None:
        for name, values in given.items():
            parts[name].append(
                values if isinstance(values, np.ndarray) else np.array(values, np.int32)
            )

    def arrays(self) -> Arrays:
        """Return the arrays."""
        found, cues = dict(_joined(self._windows)), dict(_joined(self._cues))
        for name in ("piece_bounds", "word_bounds"):
            found[name] = np.concatenate([[0], np.cumsum(found[name])])
        return Arrays(self._names, Windows(**found), Cues(**cues))


def _joined(parts: dict[str, list[Array]]) -> Iterator[tuple[str, Array]]:
    for name, chunks in parts.items():
        yield name, np.concatenate(chunks) if chunks else np.zeros(0, np.int32)


def _roles(annotated: Sequence[Example]) -> dict[int, dict[int, list[int]]]:
    """Return the roles of the words around each cue, from the first annotator who marked it."""
    found: dict[int, dict[int, list[int]]] = {}
    for example in annotated:
        for roles in example.attributions:
            if roles[CUE]:
                found.setdefault(roles[CUE][0], roles)
    return found
