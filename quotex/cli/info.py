"""``quotex schema`` and ``quotex info``."""

from __future__ import annotations

import importlib.util
import json
import platform
from importlib.metadata import version
from pathlib import Path

import typer

from quotex import __version__


def schema() -> None:
    """Print the JSON Schema of quotex's output."""
    typer.echo(json.dumps(json_schema(), indent=2))


def json_schema() -> dict[str, object]:
    """Return the JSON Schema of an extraction, with its version.

    The definitions include what ``quotex.link``, ``quotex.people``, ``quotex.check`` and a bank's
    search return.
    """
    from quotex.records import SCHEMA_VERSION, BankQuotation, Check, KnownSpeaker, Utterance
    from quotex.result import Extraction

    made = Extraction.model_json_schema(by_alias=True, mode="serialization")
    for record in (Utterance, KnownSpeaker, BankQuotation, Check):
        own = record.model_json_schema(by_alias=True, mode="serialization")
        made["$defs"] |= {**own.pop("$defs"), record.__name__: own}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:quotex:extraction:{SCHEMA_VERSION}",
        **made,
    }


def info() -> None:
    """Print versions, and the installed models with their locations."""
    from quotex.languages import Language
    from quotex.parse.models import OFFICIAL_MODELS, PACKAGED_MODEL, installed_model, model_version
    from quotex.records import SCHEMA_VERSION

    lexicon = Language().lexicon
    rows = [
        ("quotex", f"{__version__} at {Path(__file__).parents[1]}"),
        ("schema", SCHEMA_VERSION),
        ("python", platform.python_version()),
        *((name, version(name)) for name in ("spacy", "onnxruntime", "pydantic")),
        (
            "lexicon",
            f"English: {len(lexicon.lemmas('verb'))} verbs, {len(lexicon.lemmas('noun'))} nouns",
        ),
    ]
    for name in (*OFFICIAL_MODELS, PACKAGED_MODEL):
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.origin is not None:
            chosen = " (the default)" if name == installed_model() else ""
            rows.append(
                ("model", f"{name} {model_version(name)}{chosen} at {Path(spec.origin).parent}")
            )
    rows.append(("attribution", _attribution_model()))
    rows += [("attribution", model) for model in _other_models()]
    rows.append(("stanza", _stanza()))
    for key, value in rows:
        typer.echo(f"{key:<13}{value}")


def _attribution_model() -> str:
    """Return the default trained model, or the reason why there is none."""
    from quotex.errors import ModelError
    from quotex.quotations.model.config import read_config
    from quotex.quotations.model.locate import model_folder

    try:
        folder = model_folder()
        config = read_config(folder)
    except ModelError as error:
        return str(error)
    return f"{config.name} {config.version} (the default) at {folder}"


def _other_models() -> list[str]:
    """Return the other trained models shipped with quotex, marking those that can also parse."""
    from quotex.quotations.model.config import read_config
    from quotex.quotations.model.locate import DEFAULT, shipped_models

    found = []
    for folder in shipped_models():
        config = read_config(folder)
        if config.name != DEFAULT:
            engine = ", also engine='quotex'" if config.tree is not None else ""
            found.append(f"{config.name} {config.version}{engine} at {folder}")
    return found


def _stanza() -> str:
    """Return Stanza's version and the location of its models, or what is missing."""
    from quotex.errors import ModelError
    from quotex.parse.stanza.models import models_folder

    if importlib.util.find_spec("stanza") is None:
        return "not installed; pip install 'quotex[stanza]'"
    try:
        return f"{version('stanza')}, English models at {models_folder()}"
    except ModelError as error:
        return f"{version('stanza')}; {error}"
