"""Measures whether the form of a text changes what is found in it.

usage: python -m quotex.evaluation.invariance [GOLD.jsonl] [--detector NAME]

Each article is read as it is and in five other forms: CRLF line ends, doubled spaces, no-break
spaces, curly instead of straight quotation marks, and hard line breaks at 72 columns. For each form
it prints how many quotations are the same at the corresponding place (F1 of content and source).
"""

from __future__ import annotations

import argparse
import re
import sys
import textwrap
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import get_args

import quotex
from quotex.errors import QuotexError
from quotex.evaluation.gold import read_gold
from quotex.evaluation.overlap import figure_text
from quotex.options import DetectorName
from quotex.records import Quotation, Spans
from quotex.samples import harbour_bridge

Place = tuple[tuple[int, int], ...]

_COLUMNS = 72
_VISIBLE = re.compile(r"\S")
_OPENING = re.compile(r"(?<![^\s(\[—–-])([\"'])(?=\S)")


def curly(text: str) -> str:
    """Return the text with curly quotation marks instead of straight ones."""
    opened = _OPENING.sub(lambda mark: "“" if mark[1] == '"' else "‘", text)
    return opened.replace('"', "”").replace("'", "’")


def wrapped(text: str) -> str:
    """Return the text with hard line breaks and a blank line between paragraphs."""
    parts = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    return "\n\n".join(
        textwrap.fill(part, _COLUMNS, break_long_words=False, break_on_hyphens=False)
        for part in parts
    )


FORMS: dict[str, Callable[[str], str]] = {
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "doubled spaces": lambda text: text.replace(" ", "  "),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "curly marks": curly,
    "hard line breaks": wrapped,
}


def agreement(
    extractor: quotex.Extractor, texts: Iterable[str], change: Callable[[str], str]
) -> float | None:
    """Return the F1 of the quotations in changed texts against those in the original ones.

    None if there are no quotations in either.
    """
    same = plain = changed = 0
    for text in texts:
        other = change(text)
        before, after = _places(text, extractor(text)), _places(other, extractor(other))
        same += len(before & after)
        plain += len(before)
        changed += len(after)
    return 2 * same / (plain + changed) if plain + changed else None


def _places(text: str, found: Iterable[Quotation]) -> set[tuple[Place, Place]]:
    """Return the content and source of each quotation, as offsets that skip white space."""
    visible = [match.start() for match in _VISIBLE.finditer(text)]
    return {(_place(visible, q.content), _place(visible, q.source)) for q in found}


def _place(visible: Sequence[int], spans: Spans) -> Place:
    return tuple((bisect_left(visible, s.start), bisect_left(visible, s.end)) for s in spans)


def main(arguments: Sequence[str]) -> int:
    """Print the agreement of each form."""
    name = "python -m quotex.evaluation.invariance"
    parser = argparse.ArgumentParser(prog=name, description=__doc__)
    parser.add_argument("gold", nargs="?", type=Path)
    parser.add_argument("--detector", choices=get_args(DetectorName), default="hybrid")
    given = parser.parse_args(arguments)
    try:
        texts = [a.text for a in read_gold(given.gold)] if given.gold else [harbour_bridge().text]
    except QuotexError as error:
        sys.stderr.write(f"{error}\n")
        return 3
    extractor = quotex.load(detector=given.detector)
    for form, change in FORMS.items():
        sys.stdout.write(f"{form:<18}{figure_text(agreement(extractor, texts, change))}\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
