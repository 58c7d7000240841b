r"""Texts with the expected quotations marked in them, one per line.

``{1s Moscow} {1c denied} {1q telling Washington that it would help}.`` has one quotation: number
1, with its source, cue and content. Several parts of one role make it discontinuous, ``{1s,2c …}``
marks words that play two roles, and marks may nest. ``¶`` stands for a blank line, ``\u00a0`` for
that character. An indented line below a case states fields: ``1: kind=direct; speaker=Ada Roe``
(``-`` is None), and ``reason: …`` says why a case is known to fail. ``##`` starts a group, ``#`` a
comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from quotex.records import Quotation, Spans

Bounds = tuple[int, int]
Roles = dict[str, tuple[Bounds, ...]]

ROLES: Final = {"s": "source", "c": "cue", "q": "content"}
FIELDS: Final = frozenset({"kind", "mode", "stance", "cue_lemma", "speaker"})
_LETTERS: Final = {name: letter for letter, name in ROLES.items()}
_OPENS = re.compile(r"\{((?:\d+[scq])(?:,\d+[scq])*) ")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


@dataclass(frozen=True, slots=True)
class Expected:
    """One quotation: the offsets of each role's parts, and the fields that a case states."""

    roles: Roles
    fields: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Case:
    """A text and its quotations, in numerical order."""

    text: str
    quotations: tuple[Expected, ...]
    name: str = ""
    reason: str = ""


def parse(line: str) -> Case:
    """Read one annotated line.

    Raises:
        ValueError: a mark is left open or closes nothing, or a quotation has no content.
    """
    return parse_text(re.sub(r"[ ]*\n\n[ ]*", "\n\n", line.replace("¶", "\n\n")))


def parse_text(annotated: str) -> Case:
    """Read an annotated text, keeping its line breaks and spaces.

    Raises:
        ValueError: a mark is left open or closes nothing, or a quotation has no content.
    """
    source = _ESCAPE.sub(_character, annotated)
    text: list[str] = []
    length = at = 0
    opened: list[tuple[str, int]] = []
    found: dict[int, dict[str, list[Bounds]]] = {}
    while at < len(source):
        start = _OPENS.match(source, at)
        if start is not None:
            opened.append((start[1], length))
            at = start.end()
        elif source[at] == "}":
            if not opened:
                raise ValueError(f"a mark closes nothing: {source[:at]!r}")
            labels, begin = opened.pop()
            for label in labels.split(","):
                role = found.setdefault(int(label[:-1]), {}).setdefault(ROLES[label[-1]], [])
                role.append((begin, length))
            at += 1
        else:
            text.append(source[at])
            length += 1
            at += 1
    if opened:
        raise ValueError(f"mark {opened[-1][0]!r} is left open: {source!r}")
    return Case("".join(text), tuple(_expected(number, found[number]) for number in sorted(found)))


def _character(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


def _expected(number: int, parts: dict[str, list[Bounds]]) -> Expected:
    if "content" not in parts:
        raise ValueError(f"quotation {number} has no content")
    return Expected({role: tuple(sorted(parts.get(role, ()))) for role in ROLES.values()})


def roles_of(quotation: Quotation) -> Roles:
    """Return the offsets of each role of a record."""
    return {role: _offsets(getattr(quotation, role)) for role in ROLES.values()}


def _offsets(spans: Spans) -> tuple[Bounds, ...]:
    return tuple((span.start, span.end) for span in spans)


def render(text: str, quotations: Iterable[Roles]) -> str:
    """Return a text with its quotations marked, numbered in the order given."""
    labels: dict[Bounds, list[str]] = {}
    for number, roles in enumerate(quotations, 1):
        for role, parts in roles.items():
            for bounds in parts:
                labels.setdefault(bounds, []).append(f"{number}{_LETTERS[role]}")
    opening: dict[int, str] = {}
    closing: dict[int, str] = {}
    for start, end in sorted(labels, key=lambda b: (b[0], -b[1])):
        opening[start] = opening.get(start, "") + "{" + ",".join(sorted(labels[start, end])) + " "
        closing[end] = closing.get(end, "") + "}"
    return "".join(
        closing.get(i, "") + opening.get(i, "") + text[i : i + 1] for i in range(len(text) + 1)
    )


def differences(case: Case, found: Iterable[Quotation]) -> list[str]:
    """Return the differences between a case and the quotations found in it, one per line."""
    expected = sorted(case.quotations, key=_place)
    got = sorted(found, key=lambda q: sorted(roles_of(q)["content"]))
    wanted_roles, got_roles = [e.roles for e in expected], [roles_of(q) for q in got]
    if wanted_roles != got_roles:
        return [
            f"  expected: {render(case.text, wanted_roles)}",
            f"     found: {render(case.text, got_roles)}",
        ]
    return [line for pair in zip(expected, got, strict=True) for line in _field_lines(*pair)]


def _place(expected: Expected) -> tuple[Bounds, ...]:
    return expected.roles["content"]


def _field_lines(expected: Expected, quotation: Quotation) -> Iterator[str]:
    speaker = quotation.speaker.name if quotation.speaker is not None else None
    for name, wanted in expected.fields.items():
        value = speaker if name == "speaker" else getattr(quotation, name)
        if value != wanted:
            yield f"  {name} of “{quotation.text}”: expected {wanted!r}, found {value!r}"


def read_cases(path: Path) -> list[Case]:
    """Read a file of cases.

    Raises:
        ValueError: a line does not have the documented form.
    """
    cases: list[Case] = []
    group = path.stem
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        where = f"{path.name}:{number}"
        try:
            if line.startswith("## "):
                group = f"{path.stem}: {line[3:].strip()}"
            elif line.startswith("#") or not line.strip():
                continue
            elif line.startswith(" "):
                cases[-1] = _with_statement(cases[-1], line.strip())
            else:
                case = parse(line)
                cases.append(Case(case.text, case.quotations, f"{group}, line {number}"))
        except (ValueError, IndexError) as error:
            raise ValueError(f"{where}: {error}") from None
    return cases


def _with_statement(case: Case, statement: str) -> Case:
    subject, _, rest = statement.partition(":")
    if subject == "reason":
        return Case(case.text, case.quotations, case.name, rest.strip())
    stated = dict(_stated(part) for part in rest.split(";"))
    at = int(subject) - 1
    if not 0 <= at < len(case.quotations):
        raise ValueError(f"there is no quotation {subject}")
    quotations = list(case.quotations)
    quotations[at] = Expected(quotations[at].roles, {**quotations[at].fields, **stated})
    return Case(case.text, tuple(quotations), case.name, case.reason)


def _stated(part: str) -> tuple[str, str | None]:
    name, separator, value = part.strip().partition("=")
    if name not in FIELDS or not separator or not value:
        raise ValueError(f"expected one of {', '.join(sorted(FIELDS))} and a value, got {part!r}")
    return name, None if value == "-" else value
