"""What a job reads with, identified without loading it: options, lexicons, models, versions."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any, cast

from quotex.batch.settings import Settings
from quotex.encoder.config import CONFIG
from quotex.errors import ModelError
from quotex.languages import Language
from quotex.options import Options, defaults, engine_defaults
from quotex.parse.models import installed_model, model_version
from quotex.quotations.model.locate import ENGINE_MODEL, engine_for, model_folder

_META = "meta.json"  # of a spaCy pipeline
_RESOURCES = "resources.json"  # Stanza's list of models, with the hash of each
_SHOWN = 16  # characters of a hash, as in the provenance of an extraction


def plain_options(settings: Settings) -> dict[str, Any]:
    """Return the options given, as plain data that is the same in every run."""
    return {name: _plain(name, value) for name, value in settings.options.items()}


def lexicons(settings: Settings) -> list[str]:
    """Return the name and hash of each of the user's lexicons.

    Raises:
        LexiconError: a file does not have the documented format.
        OptionError: an option has an invalid value.
    """
    options = options_of(settings)
    if options.lexicon:
        Language(cues=options.lexicon).check()  # before the files are hashed
    return cast("list[str]", options.provenance()["lexicon"])


def model_name(settings: Settings) -> str | None:
    """Return the ``model`` given: its name or folder, or for a pipeline its name and version."""
    model = settings.model
    if model is None or isinstance(model, (str, Path)):
        return None if model is None else str(model)
    meta = getattr(model, "meta", None)
    return _spacy_name(meta) if isinstance(meta, Mapping) else type(model).__name__


def models(settings: Settings) -> dict[str, str]:
    """Return the engine and the models by task, each with its version if that is known.

    A folder given by the user also has a hash of its files.

    Raises:
        ModelError: a model is not installed.
        OptionError: an option has an invalid value.
    """
    chosen = engine_defaults() | dict(settings.options)
    options = options_of(settings)
    folder = options.attribution_model
    engine = chosen["engine"] or engine_for(settings.model, folder)
    found: dict[str, str] = {}
    if engine == "stanza":
        found["engine"] = _package("stanza")
        found["language"] = model_name(settings) or _stanza_models(chosen["stanza_dir"])
    else:
        found["engine"] = _package("spacy")
        found["language"] = _spacy_model(settings)
    if engine == "quotex":
        folder = folder or ENGINE_MODEL
        found["trees"] = _trained_model(folder)
    if options.detector != "rules":
        found["attribution"] = _trained_model(folder)
    if options.resolver is not None:
        found["resolver"] = _package(options.provenance()["resolver"])
    return found


def options_of(settings: Settings) -> Options:
    """Return the options that do not choose an engine, after checking them.

    Raises:
        OptionError: an option has an invalid value.
    """
    return Options(**{name: v for name, v in settings.options.items() if name in defaults()})


def _plain(name: str, value: Any) -> Any:
    """Return the value of an option as plain data."""
    if name == "lexicon":
        return [str(path) for path in ([value] if isinstance(value, (str, Path)) else value)]
    if name == "modes" and value is not None and not isinstance(value, str):
        return sorted(map(str, value))
    if name == "resolver" and value is not None and not isinstance(value, str):
        return type(value).__name__
    if isinstance(value, Mapping):
        return dict(value)
    return str(value) if isinstance(value, Path) else value


def _package(name: str) -> str:
    version = model_version(name)
    return name if version is None else f"{name}-{version}"


def _spacy_model(settings: Settings) -> str:
    """Return the name and version of a spaCy pipeline, with a hash if it is a folder."""
    name = model_name(settings) or installed_model()
    is_folder = isinstance(settings.model, (str, Path)) and Path(name).is_dir()
    if model_version(name) is not None or not is_folder:  # spaCy prefers a package to a folder
        return _package(name)
    return f"{_described(Path(name) / _META, _spacy_name)} {_folder_hash(Path(name))}"


def _spacy_name(meta: Mapping[str, Any]) -> str:
    return f"{meta.get('lang')}_{meta.get('name')}-{meta.get('version')}"


def _trained_model(given: str | Path | None) -> str:
    folder = model_folder(given)
    name = _described(folder / CONFIG, _trained_name)
    is_shipped = given is None or not Path(given).is_dir()
    return name if is_shipped else f"{name} {_folder_hash(folder)}"


def _trained_name(config: Mapping[str, Any]) -> str:
    return f"{config.get('name')}-{config.get('version')}"


def _described(path: Path, name_of: Callable[[Mapping[str, Any]], str]) -> str:
    """Return the name in a model's description, or the folder's; loading reports what is wrong."""
    try:
        return name_of(json.loads(path.read_bytes()))
    except (OSError, ValueError, AttributeError):
        return path.parent.name


def _folder_hash(folder: Path) -> str:
    digest = sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        with path.open("rb") as stream:
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(file_digest(stream, "sha256").digest())
    return f"sha256:{digest.hexdigest()[:_SHOWN]}"


def _stanza_models(given: str | Path | None) -> str:
    """Return the hash of the list of Stanza's models, which has a hash of each."""
    from quotex.parse.stanza.models import models_folder

    try:
        path = models_folder(given) / _RESOURCES
    except ImportError:
        raise ModelError(
            "engine='stanza' needs Stanza; run: pip install 'quotex[stanza]'"
        ) from None
    return f"{_RESOURCES} sha256:{sha256(path.read_bytes()).hexdigest()[:_SHOWN]}"
