"""Reads lexicon files: the packaged ones of a language, then the user's own."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from pydantic import ValidationError

from quotex.errors import LexiconError
from quotex.lexicon.model import CueFile, Lexicon

CUE_FILES = ("verbs.toml", "nouns.toml", "adjectives.toml", "phrases.toml")


def load_lexicon(language: str = "en", extra: Iterable[str | Path] = ()) -> Lexicon:
    """Return the packaged lexicon of ``language``, with the files of ``extra`` over it, in order.

    Raises:
        LexiconError: there is no such language, or a file is not of the documented form.
    """
    folder = files("quotex.lexicon").joinpath(language)
    if not folder.is_dir():
        raise LexiconError(f"no lexicon for language {language!r}; quotex has: en")
    lexicon = Lexicon(language)
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
        data = tomllib.loads(source.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{source}: cannot be read ({error})") from None
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{source}: not TOML ({error})") from None
    try:
        return CueFile.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
        raise LexiconError(f"{source}: {where}: {first['msg']}{more}") from None
