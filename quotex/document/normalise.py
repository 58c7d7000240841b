"""A cleaned-up copy of a stretch of text for the engine, which maps back to the caller's offsets.

No-break and other unusual spaces become plain ones, and runs of white space a single space, as do
emoji, which engines take for names. Control and zero-width characters, remains of link codes and
the ">" of forwarded mail are dropped; ligatures become letters; words hyphenated at the end of a
line are joined again. Characters damaged by wrong decoding are repaired (``repair.py``). Other
characters stay as they are.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass

from quotex.document.repair import SUSPECT, repaired

_INVISIBLE = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
)
_EMOJI = "\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\ufe0f"
_LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
_IRREGULAR = re.compile(
    rf"(?P<divided>(?<=[^\W\d_]-)[^\S\n\r]*(?:\r\n|[\n\r])\s*(?=[^\W\d_]))"
    rf"|(?P<forwarded>[^\S\n\r]*(?:\r\n|[\n\r])(?:>[^\S\n\r]?)+)"
    rf"|(?P<seam>(?<=[^\W\d_A-Z])\u200b(?=[A-Z]))"
    rf"|[\s{_INVISIBLE}{_EMOJI}]+"
    rf"|(?P<ligature>[{''.join(_LIGATURES)}])"
    rf"|(?P<link>\#link:\d{{1,12}}:)"
)
_SPACES = "\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# A quick test, because most text is regular: what is changed contains one of these, or two spaces.
_SUSPECT = re.compile(f"[{_SPACES}{_INVISIBLE}{_EMOJI}{''.join(_LIGATURES)}#{SUSPECT}]")
_INVISIBLE_RUN = re.compile(rf"[{_INVISIBLE}]+")


@dataclass(frozen=True, slots=True)
class Normalised:
    """``text`` as the engine reads it; ``span`` maps its half-open offsets back to the source.

    ``offsets`` has each character's original start, ``ends`` its original end; without ``ends``
    it is always one further.
    """

    text: str
    base: int
    offsets: array[int] | None
    ends: array[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Map ``[start, end)`` of ``self.text`` to offsets of the text that was normalised."""
        if self.offsets is None:
            return self.base + start, self.base + end
        last = self.offsets[end - 1] + 1 if self.ends is None else self.ends[end - 1]
        return self.base + self.offsets[start], self.base + last


def normalise(text: str, start: int, end: int) -> Normalised:
    """Normalise ``text[start:end]``; the result maps back to offsets into ``text``."""
    given = text[start:end]
    if "  " not in given and not _SUSPECT.search(given):
        return Normalised(given, start, None)
    fixed = repaired(given)
    if fixed is None:
        return _tidy(given, start)
    piece, starts, ends = fixed
    tidy = _tidy(piece, 0)
    if tidy.offsets is None:
        return Normalised(tidy.text, start, starts, ends)
    offsets = array("q", (starts[at] for at in tidy.offsets))
    return Normalised(tidy.text, start, offsets, array("q", (ends[at] for at in tidy.offsets)))


def _tidy(piece: str, base: int) -> Normalised:
    """Clean up the spaces, invisible characters, ligatures and hyphenated words of ``piece``."""
    out: list[str] = []
    offsets = array("q")
    last = 0
    changed = False
    for match in _IRREGULAR.finditer(piece):
        run = match.group()
        if run == " ":
            continue
        replacement = _replacement(match)
        out.append(piece[last : match.start()])
        offsets.extend(range(last, match.start()))
        out.append(replacement)
        offsets.extend([match.start()] * len(replacement))
        last = match.end()
        changed = changed or len(run) != len(replacement)
    out.append(piece[last:])
    if not changed:
        return Normalised("".join(out), base, None)
    offsets.extend(range(last, len(piece)))
    return Normalised("".join(out), base, offsets)


def _replacement(match: re.Match[str]) -> str:
    """Return the replacement for an irregular run."""
    run = match.group()
    if match.lastgroup == "ligature":
        return _LIGATURES[run]
    if match.lastgroup in {"forwarded", "seam"}:  # "Ana\u200bRuiz" is two words
        return " "
    if match.lastgroup is not None or _INVISIBLE_RUN.fullmatch(run):
        return ""
    return " "
