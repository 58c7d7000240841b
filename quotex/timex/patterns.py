"""Reads the tables of a language and compiles them; nothing is compiled before it is needed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import count

from quotex.languages.times import TimeTables, TimexType, time_tables


@dataclass(frozen=True)
class Pattern:
    """A pattern, how its matches are resolved, and what must be near for it to be tried.

    ``needs`` are kinds of trigger, ``beside`` is the kind of other word that it needs, if any, and
    ``order`` is its place among the patterns.
    """

    source: str
    type: TimexType
    resolver: str
    needs: frozenset[str]
    beside: str
    order: int

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern; compiling it takes longer than reading an article with it."""
        return re.compile(self.source, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Context:
    """Patterns for words around an expression that show where in time it lies."""

    future: re.Pattern[str]
    past: re.Pattern[str]
    just_said: re.Pattern[str]
    until: re.Pattern[str]
    ended: re.Pattern[str]
    planned: re.Pattern[str]
    counted_from: re.Pattern[str]


@cache
def patterns(language: str) -> tuple[Pattern, ...]:
    """Return the patterns of ``language``, in the order in which they are tried."""
    table = time_tables(language)
    macros = _macros(table)
    order = count()
    made = [
        Pattern(
            _bounded(regex, macros),
            shape.type,
            shape.resolver,
            frozenset(shape.needs),
            beside,
            next(order),
        )
        for shape in table.shapes
        for beside, regex in shape.regex
    ]
    for value, words in table.refs.items():
        regex = rf"(?P<ref>{'|'.join(sorted(words, key=len, reverse=True))})(?![\w-])"
        bounded = _bounded(regex, macros)
        made.append(Pattern(bounded, "DATE", value, frozenset({"ref"}), "", next(order)))
    return tuple(made)


@lru_cache(maxsize=4096)
def patterns_for(language: str, kinds: frozenset[str]) -> tuple[Pattern, ...]:
    """Return the patterns that may match near words of these kinds."""
    return tuple(
        pattern
        for pattern in patterns(language)
        if not kinds.isdisjoint(pattern.needs) and (not pattern.beside or pattern.beside in kinds)
    )


@cache
def triggers(language: str) -> re.Pattern[str]:
    """Return a pattern for the words that patterns need nearby, each kind in a named group."""
    table = time_tables(language)
    macros = _macros(table)
    kinds = "|".join(
        f"(?P<{kind}>{_expanded(words, macros)})" for kind, words in table.triggers.items()
    )
    return re.compile(rf"(?<!\w)(?:{kinds})(?!\w)", re.IGNORECASE)


@cache
def trigger_starts(language: str) -> frozenset[str]:
    """Return the lower-case words with which a trigger may begin, if not with a digit."""
    table = time_tables(language)
    macros = _macros(table)
    words = {
        word.lower()
        for regex in table.triggers.values()
        for word in _START.findall(_expanded(regex, macros))
    }
    return frozenset(words | {word + "s" for word in words})


@cache
def nearby_kinds(language: str) -> dict[str, frozenset[str]]:
    """Return the kinds of each lower-case word that a pattern may need as well."""
    table = time_tables(language)
    macros = _macros(table)
    kinds: dict[str, set[str]] = {}
    for kind, words in table.beside.items():
        for word in words:
            for part in _WORD.findall(_expanded(word, macros)):
                kinds.setdefault(part, set()).add(kind)
    return {word: frozenset(found) for word, found in kinds.items()}


@cache
def context(language: str) -> Context:
    """Return the compiled patterns for the words around an expression."""
    given = time_tables(language).context.model_dump()
    return Context(
        **{
            name: re.compile(_expanded(regex, given), re.IGNORECASE)
            for name, regex in given.items()
        }
    )


def _macros(table: TimeTables) -> dict[str, str]:
    words = {
        "Month": _months(table.months, table.month_forms.dotted),
        "LongMonth": _months(table.month_forms.alone, table.month_forms.dotted),
        "weekday": _alternatives(table.weekdays),
        "number": _alternatives(table.numbers),
        "ordinal": _alternatives(table.ordinals),
        "season": _alternatives(table.seasons),
        "holiday": _holidays(table.holidays),
    }
    return {**words, **table.macros}


def _alternatives(words: dict[str, int] | dict[str, str]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


def _holidays(names: dict[str, str]) -> str:
    """Holidays need their capitals: "They labor day and night"."""
    ordered = sorted(names, key=len, reverse=True)
    forms = [name.replace(".", r"\.").replace("'", "['’]") for name in ordered]
    return "(?-i:" + "|".join(forms) + ")"


def _months(names: Iterable[str], dotted: Collection[str]) -> str:
    """Months need their capital: "may" and "march" are words too."""
    ordered = sorted(names, key=len, reverse=True)
    forms = [form + (r"\.?" if form in dotted else "") for form in ordered]
    return "(?-i:" + "|".join(form[0].upper() + form[1:] for form in forms) + ")"


def _expanded(regex: str, macros: dict[str, str]) -> str:
    for _ in range(4):
        for name, value in macros.items():
            regex = regex.replace("{" + name + "}", value)
    return _CLASS_OR_SPACE.sub(_with_any_space, regex)


def _bounded(regex: str, macros: dict[str, str]) -> str:
    """Return a pattern between word boundaries."""
    return rf"(?<![\w$.'’-]){_expanded(regex, macros)}(?![\w])"


_START = re.compile(r"[^\W\d_]+\d*")
_WORD = re.compile(r"\w+")
_CLASS_OR_SPACE = re.compile(r"\[[^\]]*\]| ")


def _with_any_space(match: re.Match[str]) -> str:
    found = match.group()
    return r"\s+" if found == " " else found.replace(" ", r"\s")
