"""Who the label of a turn refers to: a name, initials, or a letter for question or answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from quotex.parse.grammar import SUBJECTS, phrase
from quotex.parse.view import Token
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context
from quotex.quotations.rules.transcripts.turns import is_turn
from quotex.speakers.attribution import Attribution
from quotex.speakers.mentions.chains import Chains
from quotex.speakers.names.cluster import Cluster
from quotex.speakers.names.names import Names
from quotex.speakers.names.parts import acronyms, proper_name
from quotex.speakers.phrases import plain

_LONGEST_LINE = 300
_MIN_INITIALS, _MAX_INITIALS = 2, 4


@dataclass(frozen=True, slots=True)
class _InCourt:
    """A line at ``start`` that says who examines a witness, or who the witness is."""

    start: int
    asks: bool
    words: list[Token]


def transcript_names(context: Context, candidates: Sequence[Candidate]) -> list[Sequence[Token]]:
    """Return the words of a transcript that name people: its labels.

    If labels are initials, also the words before the first turn that they abbreviate; if labels
    are single letters, also the lines that say who examines and who is examined, and the names
    that are subjects before the first turn.
    """
    turns = [c for c in candidates if is_turn(c) and c.source]
    found: list[Sequence[Token]] = [c.source for c in turns]
    before = context.view.tokens[: turns[0].source[0].i] if turns else []
    for letters in {letters for c in turns if (letters := _initials(context, c.source))}:
        found += list(_with_initials(before, letters))[:1]
    if any(_letter(c.source) for c in turns):
        found += [line.words for line in _in_court(context)]
        subjects = [phrase(t) for t in before if t.dep in SUBJECTS and t.pos == "PROPN"]
        found += [words for words in map(proper_name, subjects) if len(words) > 1]
    return found


def _in_court(context: Context) -> Iterator[_InCourt]:
    text, patterns = context.view.text, context.language.patterns
    for start, end in context.view.paragraphs:
        if end - start > _LONGEST_LINE:
            continue
        for asks, pattern in ((True, patterns.examiner), (False, patterns.witness)):
            match = pattern.search(text[start:end])
            if match is not None:
                a, b = match.span("who")
                words = context.index.between(start + a, start + b)
                if words:
                    yield _InCourt(start, asks, words)


class LabelSpeakers:
    """Finds who the labels of one article's turns refer to."""

    def __init__(
        self, context: Context, names: Names, chains: Chains, candidates: Sequence[Candidate]
    ) -> None:
        self._context = context
        self._view = context.view
        self._names = names
        self._chains = chains
        self._turns = [c for c in candidates if is_turn(c) and c.source]
        self._described: dict[str, Cluster] = {}

    def speaker(self, candidate: Candidate) -> Attribution | None:
        """Return who speaks a turn, or None for a letter that refers to nobody the text names."""
        source = candidate.source
        letter = _letter(source)
        if letter:
            return self._letter_speaker(letter, source[0].start)
        cluster = self._named(source) or self._initials(source)
        if cluster is not None:
            return Attribution(cluster, "name", f"named “{cluster.name}” in the article")
        words = source[1:] if source[0].is_a("leading_determiner") and len(source) > 1 else source
        name = plain(self._view, words)
        key = name.casefold()
        if key not in self._described:
            self._described[key] = self._chains.add(name, "NOUN", words)
        return Attribution(self._described[key], "noun", f"called “{name}”")

    def _named(self, source: Sequence[Token]) -> Cluster | None:
        """Return the person whose name ends a label, or a name that is the whole label."""
        words = [t for t in source if t.is_word and not t.is_a("definite_article")]
        if not words or (cluster := self._names.covering(words[-1])) is None:
            return None
        is_whole = all(self._names.covering(t) == cluster for t in words)
        return cluster if cluster.label == "PERSON" or is_whole else None

    def _initials(self, source: Sequence[Token]) -> Cluster | None:
        """Return the only one named before the first turn who has these initials."""
        letters = _initials(self._context, source)
        if not letters:
            return None
        small = self._context.language.classes.words("headline_small")
        fitting = [c for c in self._before if letters in acronyms(c.name, small)]
        return fitting[0] if len(fitting) == 1 else None

    def _letter_speaker(self, letter: str, at: int) -> Attribution | None:
        asks = letter == self._asking
        found = [c for line, c in self._court if line.asks == asks and line.start < at]
        if found:
            name = found[-1].name
            detail = f"“{name}” examines" if asks else f"“{name}” is examined"
            return Attribution(found[-1], "name", detail)
        if asks or not self._people:
            return None
        cluster = self._people[0]
        return Attribution(cluster, "name", f"“{cluster.name}” is introduced before the first turn")

    @cached_property
    def _asking(self) -> str:
        """The letter of the first turn that has one: questions come first."""
        return next(letter for turn in self._turns if (letter := _letter(turn.source)))

    @cached_property
    def _before(self) -> list[Cluster]:
        """The clusters that are named before the first turn."""
        first = self._turns[0].source[0].i
        return [c for c in self._names.clusters if c.runs and c.runs[0][0] < first]

    @cached_property
    def _people(self) -> list[Cluster]:
        """The people named before the first turn, those named most often first."""
        first = self._turns[0].source[0].i
        people = [c for c in self._before if c.label == "PERSON"]
        return sorted(people, key=lambda c: -sum(start < first for start, _ in c.runs))

    @cached_property
    def _court(self) -> list[tuple[_InCourt, Cluster]]:
        """The lines that say who examines or is examined, and who that is."""
        found = []
        for line in _in_court(self._context):
            words = [t for t in line.words if t.is_word]
            cluster = self._names.covering(words[-1]) if words else None
            if cluster is not None:
                found.append((line, cluster))
        return found


def _letter(source: Sequence[Token]) -> str:
    """Return the letter that a label consists of, "" for another label."""
    text = source[0].text.rstrip(".")
    return text if len(source) == 1 and len(text) == 1 else ""


def _initials(context: Context, source: Sequence[Token]) -> str:
    """Return the initials that a label consists of, "" for another label."""
    letters = plain(context.view, source).replace(".", "")
    fits = letters.isupper() and letters.isalpha()
    return letters if fits and _MIN_INITIALS <= len(letters) <= _MAX_INITIALS else ""


def _with_initials(tokens: Sequence[Token], letters: str) -> Iterator[Sequence[Token]]:
    """Yield the runs of capitalised words with these initials."""
    size = len(letters)
    for first in range(len(tokens) - size + 1):
        run = tokens[first : first + size]
        if all(t.text[0] == c and t.text[1:].islower() for t, c in zip(run, letters, strict=True)):
            yield run
