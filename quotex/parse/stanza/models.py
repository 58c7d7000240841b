"""Makes a Stanza pipeline from the installed models; nothing is ever downloaded."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from quotex.errors import ModelError, OptionError
from quotex.parse.stanza.decoding import decode_faster
from quotex.shipped import MODEL_ROOTS

SHIPPED = "en_stanza_sm"
PACKAGE = "default"
PROCESSORS = ("tokenize", "mwt", "pos", "lemma", "depparse", "ner")
_RESOURCES = "resources.json"
_LANGUAGE = "en"
_PARSE_BATCH_WORDS = 500  # words; with more, the parser's data no longer fits in the CPU's caches
_FETCH = "python -c \"import stanza; stanza.download('en')\""

Processors = str | Mapping[str, str]


def stanza_pipeline(
    folder: str | Path | None = None,
    package: str | None = None,
    processors: Processors | None = None,
) -> Any:
    """Return a pipeline for English.

    Args:
        folder: the folder with Stanza's models; by default Stanza's own folder, if English models
            were downloaded to it, else the small models that come with quotex.
        package: the package of models; by default the one called "default" in the folder.
        processors: names of processors, separated by commas; or packages for some of them, such
            as "ner=conll03", which override ``package``.

    Raises:
        ModelError: Stanza is not installed, or the models are missing or broken.
        OptionError: ``processors`` does not have this form.
    """
    stanza = _stanza()
    packages = _packages(package or PACKAGE, processors)
    root = models_folder(folder)
    try:
        pipeline = stanza.Pipeline(
            _LANGUAGE,
            dir=str(root),
            package=None,
            processors=packages,
            download_method=None,
            verbose=False,
            depparse_batch_size=_PARSE_BATCH_WORDS,
        )
    except Exception as error:  # noqa: BLE001  # Stanza, and torch under it, raise what they like
        listed = ", ".join(f"{name}={value}" for name, value in packages.items())
        raise ModelError(
            f"the Stanza models in {root} cannot be loaded ({listed}): {_first_line(error)}; "
            f"choose others with package= or processors=, or download them: {_FETCH}"
        ) from None
    decode_faster(pipeline)
    return pipeline


def models_folder(folder: str | Path | None = None) -> Path:
    """Return the folder of English Stanza models to use.

    Raises:
        ModelError: there are no English models.
    """
    if folder is not None:
        if _has_english(Path(folder)):
            return Path(folder)
        raise ModelError(
            f"stanza_dir={str(folder)!r} has no English Stanza models: expected {_RESOURCES}, "
            f"with {_LANGUAGE!r} in it, and a folder {_LANGUAGE}; download them: "
            f"python -c \"import stanza; stanza.download('en', model_dir={str(folder)!r})\""
        )
    from stanza.resources.common import DEFAULT_MODEL_DIR

    own = Path(DEFAULT_MODEL_DIR)
    for candidate in (own, *(root / SHIPPED for root in MODEL_ROOTS)):
        if _has_english(candidate):
            return candidate
    raise ModelError(
        f"no English Stanza models in {own}, and none came with quotex; download them: {_FETCH}"
        " (or give the folder that has them as stanza_dir=)"
    )


def _stanza() -> Any:
    try:
        import stanza
    except ImportError as error:
        raise ModelError(
            f"engine='stanza' needs Stanza, which cannot be imported ({_first_line(error)}); "
            "run: pip install 'quotex[stanza]'"
        ) from None
    return stanza


def _has_english(folder: Path) -> bool:
    """Whether a folder has English models in Stanza's layout."""
    if not (folder / _LANGUAGE).is_dir():
        return False
    try:
        return _LANGUAGE in json.loads((folder / _RESOURCES).read_text("utf-8"))
    except (OSError, ValueError):
        return False


def _packages(package: str, given: Processors | None) -> dict[str, str]:
    """Return the package of each processor."""
    by_default = dict.fromkeys(PROCESSORS, package)
    if given is None:
        return by_default
    if not isinstance(given, str):
        return by_default | _checked(dict(given), given)
    items = [item.strip().partition("=") for item in given.split(",")]
    named = {name.strip(): value.strip() for name, sign, value in items if sign}
    if named and len(named) == len(items):
        return by_default | _checked(named, given)
    names = {name.strip(): package for name, _, _ in items}
    if named:
        raise OptionError(
            f"processors={given!r}: expected names, as in 'tokenize,mwt,ner', or packages, "
            "as in 'ner=conll03', but not both"
        )
    return _checked(names, given)


def _checked(found: dict[str, str], given: Processors) -> dict[str, str]:
    """Return the processors if quotex supports all of them.

    Raises:
        OptionError: one is not supported.
    """
    if not found or set(found) - set(PROCESSORS) or not all(found.values()):
        raise OptionError(
            f"processors={given!r}: expected some of {', '.join(PROCESSORS)}, each alone or with "
            "a package, as in 'ner=conll03'"
        )
    return found


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0] or type(error).__name__
