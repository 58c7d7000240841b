"""Mode and stance of a cue that the network found, from the lexicon or else from the network."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, cast

from quotex.languages.lexicon import Lexicon, Part, Sense
from quotex.parse.grammar import particle
from quotex.parse.view import Token
from quotex.quotations.context import Context
from quotex.quotations.model.chain import Floats
from quotex.records import Mode, Stance

_PARTS: dict[str, Part] = {
    "VERB": "verb",
    "AUX": "verb",
    "NOUN": "noun",
    "ADJ": "adjective",
    "ADV": "adverb",
}
_PLAIN_FRAMES = ("that", "quote", "to", "obj-to", "obj")


def lexicon_sense(context: Context, cue: Sequence[Token], *, quoted: bool) -> Sense | None:
    """Return the sense of a cue in the lexicon, None if it lists none of the cue's words.

    A phrase takes precedence over its words, a verb over a noun, the last word over the others;
    ``quoted`` prefers the sense in which a verb introduces a direct quotation.
    """
    lexicon = context.lexicon
    phrase = " ".join(token.lower for token in cue)
    if sense := _first(lexicon.frames("phrase", phrase)):
        return sense
    for part in ("verb", "noun", "adjective", "adverb"):
        for token in reversed(cue):
            if _PARTS.get(token.pos) != part:
                continue
            for lemma in _lemmas(part, token):
                if sense := _lexicon_entry(lexicon, part, lemma, quoted):
                    return sense
    return None


def _lemmas(part: Part, token: Token) -> Iterator[str]:
    """Yield the lemmas to look up: for a verb with a particle, both together first."""
    adverb = particle(token) if part == "verb" else None
    if adverb is not None:
        yield f"{token.lemma} {adverb.lower}"
    yield token.lemma


def _lexicon_entry(lexicon: Lexicon, part: Part, lemma: str, quoted: bool) -> Sense | None:
    if part == "verb" and quoted and (sense := lexicon.quoting(lemma)):
        return sense
    frames = lexicon.frames(part, lemma)
    for frame in _PLAIN_FRAMES:
        if frame in frames:
            return frames[frame]
    return _first(frames)


def _first(frames: dict[str, Sense]) -> Sense | None:
    return next(iter(frames.values()), None)


def guessed_sense(
    odds: Floats, names: Mapping[Literal["mode", "stance"], tuple[str, ...]]
) -> Sense:
    """Return the sense that the network gives a cue: ``odds`` of each mode, then of each stance."""
    modes, stances = names["mode"], names["stance"]
    mode = modes[int(odds[: len(modes)].argmax())]
    stance = stances[int(odds[len(modes) :].argmax())]
    return Sense("verb", "", "", cast("Mode", mode), cast("Stance", stance))
