"""Reads lexicon files: the packaged ones of a language, then the user's own."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import replace
from importlib.resources.abc import Traversable
from pathlib import Path

from pydantic import BaseModel, ValidationError

from quotex.errors import LexiconError
from quotex.languages.data import DEFAULT_LANGUAGE, data_folder
from quotex.languages.lexicon import CueClass, CueFile, Lexicon, Removal
from quotex.validation import Problem, problems

_TABLE_MODELS: dict[str, type[BaseModel]] = {"class": CueClass, "remove": Removal}
_MAX_LISTED = 20  # how many problems are listed
CUE_FILES = ("verbs.toml", "nouns.toml", "adjectives.toml", "adverbs.toml", "phrases.toml")


def load_lexicon(
    language: str = DEFAULT_LANGUAGE, extra: str | Path | Iterable[str | Path] = ()
) -> Lexicon:
    """Return the packaged lexicon of ``language``, overridden by the files in ``extra`` in order.

    ``extra`` may also be a single path.

    Raises:
        LexiconError: there is no such language, or a file does not have the documented form.
    """
    folder = data_folder(language)
    lexicon = Lexicon(language)
    if isinstance(extra, (str, Path)):
        extra = [extra]
    faults = []
    for source in [*(folder.joinpath(name) for name in CUE_FILES), *(Path(path) for path in extra)]:
        try:
            _add(lexicon, _read(source))
        except ValueError as error:
            faults += [f"{source}: {problem}" for problem in str(error).splitlines()]
    if len(faults) > _MAX_LISTED:
        faults[_MAX_LISTED:] = [f"and {len(faults) - _MAX_LISTED} more"]
    if faults:
        raise LexiconError("\n".join(faults))
    return lexicon


def _add(lexicon: Lexicon, file: CueFile) -> None:
    if file.language != lexicon.language:
        raise ValueError(f"language is {file.language!r}, expected {lexicon.language!r}")
    try:
        lexicon.add(file)
    except ValueError as error:
        raise ValueError(
            "\n".join(f"{p}; keep one of them" for p in str(error).splitlines())
        ) from None


def _read(source: Traversable | Path) -> CueFile:
    """Read a file, or raise a ValueError with one line for each problem in it."""
    try:
        data = tomllib.loads(source.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"not TOML: {error}; fix that place") from None
    except UnicodeDecodeError as error:
        raise ValueError(f"byte {error.start} is not UTF-8; save it as UTF-8") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ValueError(f"cannot be read: {reason}; check the path") from None
    try:
        return CueFile.model_validate(data)
    except ValidationError as error:
        # One line each: a key or value may itself contain line breaks.
        found = (" ".join(str(_with_known_keys(problem)).split()) for problem in problems(error))
        raise ValueError("\n".join(found)) from None


def _with_known_keys(problem: Problem) -> Problem:
    """Return the problem; for an unknown key, its message lists the known ones."""
    if problem.kind != "extra_forbidden":
        return problem
    table, _, key = problem.place.partition(".")
    model = _TABLE_MODELS.get(table, CueFile) if key else CueFile
    known = [field.alias or name for name, field in model.model_fields.items()]
    return replace(problem, message=f"unknown key; known keys: {', '.join(known)}", given="")
