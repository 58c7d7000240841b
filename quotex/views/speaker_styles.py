"""The speakers of one article, most quoted first, each with a number and a hue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from quotex.records import Quotation
from quotex.views.style import HUES
from quotex.write.plain import one_line

UNKNOWN_SPEAKER = "speaker unknown"


class SpeakerStyle(NamedTuple):
    """A speaker: ``classes`` colour what they say, ``number`` identifies them in the filter."""

    number: int
    name: str
    role: str
    quotations: int
    classes: str


def speaker_styles(
    quotations: Sequence[Quotation],
) -> tuple[list[SpeakerStyle], list[SpeakerStyle]]:
    """Return the speakers, most quoted first, and the speaker of each quotation.

    All quotations with an unknown speaker share one voice, the last, in grey. There are seven hues;
    the next seven speakers have the same hues, striped, and all further ones are grey.
    """
    keys = [_key(quotation) for quotation in quotations]
    counts = Counter(keys)
    order = sorted(counts, key=lambda key: (key == ("", ""), -counts[key]))
    roles: dict[tuple[str, str], str] = {}
    for key, quotation in zip(keys, quotations, strict=True):
        if quotation.speaker is not None and quotation.speaker.role:
            roles.setdefault(key, one_line(quotation.speaker.role))
    found = {
        key: SpeakerStyle(
            number,
            key[0] or UNKNOWN_SPEAKER,
            roles.get(key, ""),
            counts[key],
            f"quotex-s{number} {_hue(number if key[0] else 0)}",
        )
        for number, key in enumerate(order, start=1)
    }
    return list(found.values()), [found[key] for key in keys]


def _key(quotation: Quotation) -> tuple[str, str]:
    speaker = quotation.speaker
    return ("", "") if speaker is None else (one_line(speaker.name) or "—", speaker.kind)


def _hue(number: int) -> str:
    if not 1 <= number <= 2 * HUES:
        return "quotex-grey"
    hue = f"quotex-h{(number - 1) % HUES + 1}"
    return hue if number <= HUES else f"{hue} quotex-striped"
