"""Reads the tables of a language and compiles them; nothing is compiled before it is needed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from quotex.languages.times import TimeTables, TimexType, time_tables


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern, what it makes of a match, and the kinds of trigger that it needs."""

    regex: re.Pattern[str]
    type: TimexType
    resolver: str
    needs: frozenset[str]


@cache
def patterns(language: str) -> tuple[Pattern, ...]:
    """Return the compiled patterns of ``language``, in the order in which they are tried."""
    table = time_tables(language)
    macros = _macros(table)
    made = [
        Pattern(_compiled(regex, macros), shape.type, shape.resolver, frozenset(shape.needs))
        for shape in table.shapes
        for regex in shape.regex
    ]
    for value, words in table.refs.items():
        regex = rf"(?P<ref>{'|'.join(sorted(words, key=len, reverse=True))})(?![\w-])"
        made.append(Pattern(_compiled(regex, macros), "DATE", value, frozenset({"ref"})))
    return tuple(made)


@cache
def triggers(language: str) -> re.Pattern[str]:
    """Return what finds the words that a pattern needs nearby, each kind in a group of its name."""
    table = time_tables(language)
    macros = _macros(table)
    kinds = "|".join(
        f"(?P<{kind}>{_expanded(words, macros)})" for kind, words in table.triggers.items()
    )
    return re.compile(rf"(?<!\w)(?:{kinds})(?!\w)", re.IGNORECASE)


def _macros(table: TimeTables) -> dict[str, str]:
    long_months = [m for m in table.months if len(m) > 3 or m == "may"]
    words = {
        "Month": _months(table.months),
        "LongMonth": _months(long_months),
        "weekday": _any(table.weekdays),
        "number": _any(table.numbers),
        "ordinal": _any(table.ordinals),
        "season": _any(table.seasons),
        "holiday": _holidays(table.holidays),
    }
    return {**words, **table.macros}


def _any(words: dict[str, int] | dict[str, str]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


def _holidays(names: dict[str, str]) -> str:
    """Holidays need their capitals: "They labor day and night"."""
    named = [" ".join(w if w == "of" else w[0].upper() + w[1:] for w in n.split()) for n in names]
    ordered = sorted(named, key=len, reverse=True)
    return "(?-i:" + "|".join(name.replace("'", "['’]") for name in ordered) + ")"


def _months(names: dict[str, int] | list[str]) -> str:
    """Months need their capital: "may" and "march" are words too."""
    ordered = sorted(names, key=len, reverse=True)
    forms = [form + (r"\.?" if len(form) < 5 and form != "may" else "") for form in ordered]
    return "(?-i:" + "|".join(form[0].upper() + form[1:] for form in forms) + ")"


def _expanded(regex: str, macros: dict[str, str]) -> str:
    for _ in range(4):
        for name, value in macros.items():
            regex = regex.replace("{" + name + "}", value)
    return _CLASS_OR_SPACE.sub(_with_any_space, regex)


def _compiled(regex: str, macros: dict[str, str]) -> re.Pattern[str]:
    """Compile a pattern between word bounds."""
    return re.compile(rf"(?<![\w$.'’-]){_expanded(regex, macros)}(?![\w])", re.IGNORECASE)


_CLASS_OR_SPACE = re.compile(r"\[[^\]]*\]| ")


def _with_any_space(match: re.Match[str]) -> str:
    found = match.group()
    return r"\s+" if found == " " else found.replace(" ", r"\s")
