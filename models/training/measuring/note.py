"""The texts of a card about the data, written by whoever trains the model."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from quotex.errors import InputError

_UNDESCRIBED = Path(__file__).with_name("undescribed.toml")


class DataNote(BaseModel):
    """The texts of a card that depend on the data: Markdown, inserted as is.

    ``training`` describes the training articles: their number, origin and licence;
    ``measured_on`` names the test articles in a few words; ``figures`` explains the figures;
    ``limits`` says how the data limit the use, ``failures`` what is known to fail. ``world``
    describes the world news measured on, and ``genres`` maps prefixes of its article ids to the
    names of genres.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    training: str = Field(min_length=1)
    measured_on: str = Field(min_length=1)
    figures: str = Field(min_length=1)
    limits: str = Field(min_length=1)
    failures: str = Field(min_length=1)
    world: str = Field(min_length=1)
    genres: dict[str, str] = Field(default_factory=dict)


def read_note(path: Path | None) -> DataNote:
    """Return the data note in a TOML file.

    Fields that the file leaves out, or all of them if there is no file, get a text that says that
    they are not described.

    Raises:
        InputError: the file cannot be read, or does not have this form.
    """
    given = tomllib.loads(_UNDESCRIBED.read_text("utf-8"))
    if path is not None:
        given |= _toml(path)
    try:
        return DataNote.model_validate(given)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(str(part) for part in first["loc"])
        raise InputError(
            f"{path}: {field}: {first['msg']}; a data note may have "
            f"{', '.join(DataNote.model_fields)}: each a text in Markdown, genres a table of texts"
        ) from None


def _toml(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise InputError(f"no data note in {path} ({error.strerror}); give a TOML file") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path} is not a TOML file in UTF-8: {error}") from None
