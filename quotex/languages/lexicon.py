"""The form of a lexicon file, and the lexicon made of one or more files."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from quotex.records import Mode, Stance

Part = Literal["verb", "noun", "adjective", "adverb", "phrase"]

VERB_FRAMES = frozenset({"that", "quote", "to", "obj-to", "ing", "obj", "pred", "passive", "raise"})
NOUN_FRAMES = frozenset({"that", "to"})
PREPOSITIONS = frozenset(
    {
        *("about", "against", "as", "at", "behind", "by", "for", "from", "in"),
        *("like", "of", "on", "over", "to", "toward", "towards", "upon", "with"),
    }
)
_LEMMA = re.compile(r"[a-z][a-z'-]*(?: [a-z'-]+)*")


def _frames(allowed: frozenset[str]) -> AfterValidator:
    def check(text: str) -> str:
        for frame in text.split():
            bare = frame.removeprefix("obj+") if "obj" in allowed else frame
            if frame not in allowed and bare not in PREPOSITIONS:
                raise ValueError(
                    f"unknown frame {frame!r}; known frames: {', '.join(sorted(allowed))}; "
                    f"prepositions: {', '.join(sorted(PREPOSITIONS))}"
                )
        if not text.split():
            raise ValueError(f"no frame given; known frames: {', '.join(sorted(allowed))}")
        if len(set(text.split())) != len(text.split()):
            raise ValueError(f"a frame appears twice in {text!r}; keep one")
        return text

    return AfterValidator(check)


def _check_lemma(lemma: str) -> str:
    if not _LEMMA.fullmatch(lemma):
        raise ValueError(f"{lemma!r} is not a lemma; write it in lower case, a-z")
    return lemma


Lemma = Annotated[str, AfterValidator(_check_lemma)]
Verbs = dict[Lemma, Annotated[str, _frames(VERB_FRAMES)]]
Nouns = dict[Lemma, Annotated[str, _frames(NOUN_FRAMES)]]
Adverbs = dict[Lemma, Literal["clause"]]
Phrases = dict[Lemma, Literal["source", "owner"]]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CueClass(_Strict):
    """Cues of one mode and stance: lemmas with their frames, separated by spaces."""

    mode: Mode
    stance: Stance
    verbs: Verbs = Field(default_factory=dict)
    nouns: Nouns = Field(default_factory=dict)
    adjectives: Nouns = Field(default_factory=dict)
    adverbs: Adverbs = Field(default_factory=dict)
    phrases: Phrases = Field(default_factory=dict)


class Removal(_Strict):
    """Lemmas that a user's file removes."""

    verbs: tuple[Lemma, ...] = ()
    nouns: tuple[Lemma, ...] = ()
    adjectives: tuple[Lemma, ...] = ()
    adverbs: tuple[Lemma, ...] = ()
    phrases: tuple[Lemma, ...] = ()


class CueFile(_Strict):
    """One lexicon file."""

    version: Literal[1]
    language: str
    classes: tuple[CueClass, ...] = Field(default=(), alias="class")
    remove: Removal = Removal()


@dataclass(frozen=True, slots=True)
class Sense:
    """What a cue means in one frame."""

    part: Part
    lemma: str
    frame: str
    mode: Mode
    stance: Stance


@dataclass(slots=True)
class Lexicon:
    """All senses, by part of speech, lemma and frame. A later file overrides an earlier one."""

    language: str
    _senses: dict[tuple[Part, str], dict[str, Sense]] = field(default_factory=dict)
    _phrases: dict[str, list[list[str]]] | None = None

    def sense(self, part: Part, lemma: str, frame: str) -> Sense | None:
        """Return what ``lemma`` means in ``frame``, or None if it does not attribute."""
        return self._senses.get((part, lemma), {}).get(frame)

    def frames(self, part: Part, lemma: str) -> dict[str, Sense]:
        """Return all frames of a lemma; there are none for a word not in the lexicon."""
        return self._senses.get((part, lemma), {})

    def quoting(self, lemma: str) -> Sense | None:
        """Return the sense in which a verb introduces a direct quotation."""
        frames = self.frames("verb", lemma)
        return frames.get("quote") or frames.get("that")

    def lemmas(self, part: Part) -> list[str]:
        """Return the lemmas of one part of speech, sorted."""
        return sorted(lemma for kind, lemma in self._senses if kind == part)

    def phrases(self, first: str) -> list[list[str]]:
        """Return the words of each cue phrase that begins with the word ``first``, sorted."""
        if self._phrases is None:
            self._phrases = {}
            for lemma in self.lemmas("phrase"):
                words = lemma.split()
                self._phrases.setdefault(words[0], []).append(words)
        return self._phrases.get(first, [])

    def __len__(self) -> int:
        return len(self._senses)

    def add(self, file: CueFile) -> None:
        """Add a file; a meaning that it gives to a lemma's frame replaces the previous one.

        Raises:
            ValueError: the file gives one frame of a lemma two meanings; one line for each.
        """
        self._phrases = None
        repeated = []
        for part in get_args(Part):
            for lemma in getattr(file.remove, part + "s"):
                self._senses.pop((part, lemma), None)
        given: set[tuple[Part, str, str]] = set()
        for cue_class in file.classes:
            for part in get_args(Part):
                for lemma, frames in getattr(cue_class, part + "s").items():
                    for frame in frames.split():
                        if (part, lemma, frame) in given:
                            repeated.append(f"{part} {lemma!r} has frame {frame!r} in two classes")
                        given.add((part, lemma, frame))
                        sense = Sense(part, lemma, frame, cue_class.mode, cue_class.stance)
                        self._senses.setdefault((part, lemma), {})[frame] = sense
        if repeated:
            raise ValueError("\n".join(repeated))
