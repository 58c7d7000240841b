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
from quotex.validation import Problem, first_problem

_FORMS: dict[str, type[BaseModel]] = {"class": CueClass, "remove": Removal}
CUE_FILES = ("verbs.toml", "nouns.toml", "adjectives.toml", "adverbs.toml", "phrases.toml")


def load_lexicon(
    language: str = DEFAULT_LANGUAGE, extra: str | Path | Iterable[str | Path] = ()
) -> Lexicon:
    """Return the packaged lexicon of ``language``, with the files of ``extra`` over it, in order.

    ``extra`` may also be one path.

    Raises:
        LexiconError: there is no such language, or a file is not of the documented form.
    """
    folder = data_folder(language)
    lexicon = Lexicon(language)
    if isinstance(extra, (str, Path)):
        extra = [extra]
    for source in [*(folder.joinpath(name) for name in CUE_FILES), *(Path(path) for path in extra)]:
        file = _read(source)
        if file.language != language:
            raise LexiconError(f"{source}: language is {file.language!r}, expected {language!r}")
        try:
            lexicon.add(file)
        except ValueError as error:
            raise LexiconError(f"{source}: {error}; keep one of them") from None
    return lexicon


def _read(source: Traversable | Path) -> CueFile:
    try:
        data = tomllib.loads(source.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{source}: not TOML: {error}; mend that place") from None
    except UnicodeDecodeError as error:
        raise LexiconError(f"{source}: byte {error.start} is not UTF-8; save it as UTF-8") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise LexiconError(f"{source}: cannot be read: {reason}; check the path") from None
    try:
        return CueFile.model_validate(data)
    except ValidationError as error:
        raise LexiconError(f"{source}: {_problem(error)}") from None


def _problem(error: ValidationError) -> Problem:
    """Return the first problem; of an unknown key it says which ones are known."""
    problem = first_problem(error)
    if problem.kind != "extra_forbidden":
        return problem
    table, _, key = problem.place.partition(".")
    form = _FORMS.get(table, CueFile) if key else CueFile
    known = [field.alias or name for name, field in form.model_fields.items()]
    return replace(problem, message=f"unknown key; known are {', '.join(known)}", given="")
