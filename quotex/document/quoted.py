"""How each character of a text stands to the quotation marks of its article, as a number."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.document.marks import Quoted

OUTSIDE, OPENS, INSIDE, CLOSES, NESTED = range(5)


def quoted_codes(text: str, stretches: Sequence[Quoted]) -> bytearray:
    """Return for each character of a text how a word that begins there stands to the stretches.

    They come in text order, outer before inner, as ``Marks.stretches``.
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
