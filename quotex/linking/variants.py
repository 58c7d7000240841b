"""How the wordings of one utterance differ: which is the fullest, and what the others change."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotex.linking.items import Item
from quotex.records import Quotation, WordChange, Wordings
from quotex.wording import Change, Wording, changes, wording

_QUOTED = re.compile(
    r"“(?P<a>[^”]*)(?:”|$)|\"(?P<b>[^\"]*)(?:\"|$)|''(?P<c>.*?)(?:''|$)|«(?P<d>[^»]*)(?:»|$)"
    r"|(?<!\w)[‘'](?P<e>.*?)(?:[’'](?!\w)|$)",
    re.DOTALL,
)
_SERIOUS = frozenset({"negation", "number", "name"})
_SPELLING = frozenset({"typography", "spelling"})


def quoted_parts(quotation: Quotation) -> list[str]:
    """Return the parts of a mixed quotation in quotation marks, or the whole of any other."""
    text = quotation.text
    if quotation.kind != "mixed":
        return [text]
    found = [next(g for g in match.groups() if g is not None) for match in _QUOTED.finditer(text)]
    return [part for part in found if part.strip()] or [text]


def fullest(items: Sequence[Item], language: str) -> Item:
    """Return the item with the fullest wording: in quotation marks, if there are any."""
    quoted = [item for item in items if item.is_quoted] or list(items)
    return max(quoted, key=lambda i: (_words(i, language), -i.number))


def _words(item: Item, language: str) -> int:
    return sum(len(wording(part, language)) for part in quoted_parts(item.quotation))


def member_changes(main: Item, item: Item, language: str) -> list[WordChange]:
    """Return what a quotation changes in the fullest wording; an indirect one claims no words.

    Of a partly quoted one, only the parts in marks count, and nothing outside them is a cut.
    """
    if item is main or not (item.is_quoted and main.is_quoted):
        return []
    whole = wording(" … ".join(quoted_parts(main.quotation)), language)
    found: list[Change] = []
    for part in quoted_parts(item.quotation):
        changed = changes(whole, wording(part, language), language)
        found += _without_cut_ends(changed, whole) if item.quotation.kind == "mixed" else changed
    return [WordChange(kind=c.kind, before=c.before, after=c.after) for c in found]


def _without_cut_ends(found: list[Change], whole: Wording) -> list[Change]:
    """Return the changes, except for what is left out at the beginning and the end."""
    if found and not found[0].after and found[0].before_at[0] == whole.words[0].start:
        found = found[1:]
    if found and not found[-1].after and found[-1].before_at[1] == whole.words[-1].end:
        found = found[:-1]
    return found


def classify_wording(item: Item, found: Sequence[WordChange]) -> Wordings:
    """Return how the words of a quotation compare with the fullest wording."""
    kinds = {change.kind for change in found}
    if item.quotation.kind == "indirect":
        return "reworded"
    if item.quotation.kind == "mixed":
        return "partly quoted"
    if kinds <= {"typography"}:
        return "verbatim"
    if kinds <= _SPELLING:
        return "respelled"
    return "cut" if kinds <= _SPELLING | {"cut"} else "reworded"


def is_conflict(change: WordChange) -> bool:
    """Whether a change turns what was said into something else."""
    return change.kind in _SERIOUS
