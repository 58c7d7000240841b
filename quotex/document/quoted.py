"""Where each character of a text is relative to the quotation marks, as a numeric code."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.document.marks import Quoted

OUTSIDE, OPENS, INSIDE, CLOSES, NESTED = range(5)


def quoted_codes(text: str, stretches: Sequence[Quoted]) -> bytearray:
    """Return a code for each character: where a word that begins there is relative to stretches.

    ``stretches`` are in text order, outer before inner, as in ``Marks.stretches``.
    """
    codes = bytearray(len(text))
    for stretch in stretches:
        start, inner_start, inner_end, end = (
            stretch.start,
            stretch.inner_start,
            stretch.inner_end,
            stretch.end,
        )
        if stretch.depth:
            codes[start:end] = bytes([NESTED]) * (end - start)
        else:
            codes[start:inner_start] = bytes([OPENS]) * (inner_start - start)
            codes[inner_start:inner_end] = bytes([INSIDE]) * (inner_end - inner_start)
            codes[inner_end:end] = bytes([CLOSES]) * (end - inner_end)
    return codes
