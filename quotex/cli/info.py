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
    """Print the JSON Schema of what quotex returns."""
    typer.echo(json.dumps(json_schema(), indent=2))


def json_schema() -> dict[str, object]:
    """Return the JSON Schema of an extraction, with its version.

    What ``quotex.link`` and ``quotex.people`` return stands among the definitions.
    """
    from quotex.records import SCHEMA_VERSION, KnownSpeaker, Utterance
    from quotex.result import Extraction

    made = Extraction.model_json_schema(by_alias=True, mode="serialization")
    for record in (Utterance, KnownSpeaker):
        own = record.model_json_schema(by_alias=True, mode="serialization")
        made["$defs"] |= {**own.pop("$defs"), record.__name__: own}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:quotex:extraction:{SCHEMA_VERSION}",
        **made,
    }


def info() -> None:
    """Print versions, the language models that are installed, and where they lie."""
    from quotex.languages import Language
    from quotex.parse.models import OFFICIAL_MODELS, PACKAGED_MODEL, installed_model, model_version
    from quotex.records import SCHEMA_VERSION

    lexicon = Language().lexicon
    rows = [
        ("quotex", f"{__version__} at {Path(__file__).parents[1]}"),
        ("schema", SCHEMA_VERSION),
        ("python", platform.python_version()),
        *((name, version(name)) for name in ("spacy", "pydantic")),
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
    for key, value in rows:
        typer.echo(f"{key:<10}{value}")
