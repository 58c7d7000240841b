"""Lists the English words in the code, which should contain only the library's own names.

``python -m tests.english_in_code`` prints them by module, with line numbers.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

PACKAGE = Path(__file__).parents[1] / "quotex"
LANGUAGE = PACKAGE / "languages" / "en"
_WORD_CLASSES = "languages/word_classes.py"
# Modules whose strings are not about the English of articles.
_LEFT_OUT = (
    *("languages/", "samples/", "read/"),  # language data; invented articles; web pages
    *("cli/", "component/", "evaluation/", "records/"),  # names, and texts for people
    *("audit/", "views/", "write/"),  # texts that people see
    *("batch/", "jobs/", "tables/"),  # columns, and messages about them
    *("exports/", "server/"),  # terms of other formats, and messages to clients
    "bank/",  # SQL
    *("__init__.py", "options.py"),
)
_WORD_TABLES = ("word_classes", "words", "verbs", "nouns", "adjectives", "phrases")
_NO_WORDS = frozenset({"version", "language", "mode", "stance"})  # keys of those tables
_SHORT_FORMS = frozenset({"abbreviations", "parties", "states"})  # "md" is not a word
_TIME_TABLES = (
    *("months", "weekdays", "numbers", "centuries", "decades", "ordinals", "seasons", "dayparts"),
    *("clock", "days", "units", "steps", "quarter_steps", "ways"),
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ESCAPE = re.compile(r"\\[a-zA-Z]|\(\?P<\w+>|\(\?[a-z-]+[:)]")
_IDENTIFIER = re.compile(r"[a-z]+(?:_[a-z]+)+")
# Texts for people: four words or more, in plain letters.
_PROSE = re.compile(r"\W*(?:[\w'’-]+[\s,;:.“”…()]+){3,}[^|\[\]\\]*")
# Calls that take the name of a word class, an attribute or a group of a match.
_BY_NAME = frozenset(
    {"end", "getattr", "grain", "group", "is_a", "setattr", "span", "start", "words"}
)
# Arguments for settings of other libraries: mode="after", extra="forbid".
_SETTINGS = frozenset({"encoding", "errors", "extra", "mode"})


class Labels(NamedTuple):
    """Strings in the modules under ``where`` that are names of the library, not article English."""

    why: str
    where: str
    names: frozenset[str]


# Names that are declared neither in a Literal type of the package nor as a field of a class.
LABELS = (
    Labels("the letters of ligatures", "document/normalise.py", frozenset({"st"})),
    Labels(
        "dependency labels of CLEAR and UD",
        "",
        frozenset({"agent", "case", "csubj:pass", "mark", "nsubj:pass", "obj"}),
    ),
    Labels(
        "frames of cues, as lexicon files name them",
        "quotations/",
        frozenset({"ing", "obj", "obj-to", "passive", "pred", "quote", "raise", "that", "to"}),
    ),
    Labels(
        "how a stretch borders on its sentence",
        "quotations/",
        frozenset({"loose"}),
    ),
    Labels(
        "names of files",
        "quotations/",
        frozenset({"authority.toml", "confidence.toml", "look.onnx"}),
    ),
    Labels("what codecs do with what they cannot read", "document/", frozenset({"ignore"})),
    Labels("resolvers and macros of the tables of times", "timex/", frozenset({"ago", "Month"})),
    Labels("groups of a match", "quotations/", frozenset({"who"})),
    Labels("names of files", "encoder/", frozenset({"words.npy"})),
    Labels("options of onnxruntime", "encoder/", frozenset({"session.intra_op.allow_spinning"})),
    Labels("the code of a link that scrapers leave", "document/", frozenset({"#link:"})),
)


class Found(NamedTuple):
    """An English word in a string of a module."""

    module: str
    line: int
    word: str


def found() -> list[Found]:
    """Return the English words in the code, ordered by module and line."""
    return [f for module, tree in _modules(_LEFT_OUT) for f in found_in(tree, module)]


def found_in(tree: ast.Module, module: str) -> list[Found]:
    """Return the English words in one module, named by its path in the package."""
    return sorted(
        Found(module, constant.lineno, word)
        for constant in _strings(tree)
        if not _is_name(str(constant.value), module)
        for word in _WORD.findall(_ESCAPE.sub(" ", str(constant.value)).lower())
        if word in english()
    )


def by_module() -> dict[str, int]:
    """Return the number of English words in each module that has any."""
    return dict(Counter(f.module for f in found()))


@cache
def english() -> frozenset[str]:
    """Return the English words in the language's data, in lower case, without single letters."""
    words = {word for name in _WORD_TABLES for word in _words_of(_table(name))}
    times = _table("expressions")
    for name in _TIME_TABLES:
        words.update(word for key in times[name] for word in key.split())
    return frozenset(word.lower() for word in words if len(word) > 1)


@cache
def declared_names() -> frozenset[str]:
    """Return the names that the package declares in its Literal types and as fields.

    A field that is a function word, such as "to", does not count as a name elsewhere. Neither do
    word classes: they occur in ``is_a("of")``, which is left out.
    """
    function_words = frozenset(_words_of(_table("word_classes")["forms"]))
    declared: set[str] = set()
    for module, tree in _modules(()):
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                declared.update(set(_fields(node)) - function_words)
            elif isinstance(node, ast.Subscript) and _name(node.value) == "Literal":
                declared.update(_constants(node) if module != _WORD_CLASSES else ())
    return frozenset(declared)


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((LANGUAGE / f"{name}.toml").read_text("utf-8"))


def _words_of(data: object) -> Iterator[str]:
    """Yield the words in the lists of a table, and in its keys where these are lemmas."""
    if isinstance(data, str):
        yield from data.split()
    elif isinstance(data, list):
        for item in data:
            yield from _words_of(item)
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in _NO_WORDS | _SHORT_FORMS:
                yield from key.split() if isinstance(value, str) else _words_of(value)


def _is_name(text: str, module: str) -> bool:
    """Return whether a string is a name in the code, a code ("MD") or prose for people."""
    if text in declared_names() or text.isupper():
        return True
    if _IDENTIFIER.fullmatch(text) or _PROSE.fullmatch(text):
        return True
    return any(text in label.names and module.startswith(label.where) for label in LABELS)


def _modules(left_out: tuple[str, ...]) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        module = path.relative_to(PACKAGE).as_posix()
        if not module.startswith(left_out):
            yield module, ast.parse(path.read_text("utf-8"))


def _strings(node: ast.AST) -> Iterator[ast.Constant]:
    """Yield the strings of a module that may contain words of a language."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node
    for child in _read(node):
        yield from _strings(child)


def _read(node: ast.AST) -> list[ast.AST]:
    """Return the children of a node, without messages, types, names and docstrings."""
    match node:
        case ast.Raise() | ast.JoinedStr() | ast.Expr(value=ast.Constant()):
            return []
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return [*node.decorator_list, node.args, *node.body]
        case ast.arguments():
            return [*node.defaults, *(d for d in node.kw_defaults if d is not None)]
        case ast.AnnAssign():
            return [node.value] if node.value is not None else []
        case ast.Assign(targets=[ast.Name(id="__all__" | "__slots__")]):
            return []
    return _read_expression(node)


def _read_expression(node: ast.AST) -> list[ast.AST]:
    match node:
        case ast.Subscript(value=value) if _name(value) == "Literal":
            return []
        case ast.Subscript(value=value, slice=ast.Constant()):
            return [value]
        case ast.Call(func=func) if _name(func) in _BY_NAME:
            return [func]
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str() as words), attr="split")):
            return [ast.Constant(word, lineno=node.lineno) for word in words.split()]
        case ast.keyword(arg=str() as name) if name in _SETTINGS:
            return []
    return list(ast.iter_child_nodes(node))


def _fields(node: ast.ClassDef) -> Iterator[str]:
    for statement in node.body:
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            yield statement.target.id


def _constants(node: ast.Subscript) -> Iterator[str]:
    for constant in ast.walk(node.slice):
        if isinstance(constant, ast.Constant) and isinstance(constant.value, str):
            yield constant.value


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")


def _print() -> None:
    lines: dict[str, list[str]] = defaultdict(list)
    for module, line, word in found():
        lines[module].append(f"{word}:{line}")
    for module, given in lines.items():
        print(f"{len(given):4} {module}  {' '.join(given)}")
    print(f"{sum(map(len, lines.values())):4}")


if __name__ == "__main__":
    _print()
