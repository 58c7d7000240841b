"""Makes an extractor: finds the language model, reads the lexicon, checks the options."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeGuard

from quotex import __version__
from quotex.errors import ModelError, OptionError, one_line
from quotex.extractor import Extractor
from quotex.languages import Language
from quotex.limits import MAX_CHARS
from quotex.options import (
    MIN_CONFIDENCE,
    DetectorName,
    EngineName,
    EngineOptions,
    Options,
    ResolverName,
)
from quotex.parse.engine import Engine, HasEncoder
from quotex.parse.models import installed_model
from quotex.pipeline import Pipeline
from quotex.quotations.detectors.base import Detector
from quotex.quotations.detectors.rules import RuleDetector
from quotex.quotations.model.locate import ENGINE_MODEL, engine_for, model_folder
from quotex.records import Provenance
from quotex.speakers.coreference.named import resolver_named
from quotex.speakers.coreference.resolver import MentionResolver

if TYPE_CHECKING:
    from spacy.language import Language as SpacyPipeline

    from quotex.encoder.encoder import Encoder
    from quotex.parse.quotex.engine import QuotexEngine
    from quotex.parse.spacy.engine import SpacyEngine
    from quotex.parse.stanza.engine import StanzaEngine


class StanzaPipeline(Protocol):
    """A ``stanza.Pipeline``: what quotex uses of it."""

    lang: str
    processors: dict[str, Any]

    def bulk_process(self, docs: Any, *args: Any, **kwargs: Any) -> Any:
        """Annotate many texts or documents."""
        ...


if TYPE_CHECKING:
    _Model: TypeAlias = str | Path | SpacyPipeline | StanzaPipeline | None


def load(
    model: str | Path | SpacyPipeline | StanzaPipeline | None = None,
    *,
    engine: EngineName | None = None,
    stanza_dir: str | Path | None = None,
    package: str | None = None,
    processors: str | Mapping[str, str] | None = None,
    modes: str | Iterable[str] | None = None,
    lexicon: Iterable[str | Path] = (),
    min_confidence: float = MIN_CONFIDENCE,
    furniture: bool = False,
    nested: bool = False,
    max_chars: int = MAX_CHARS,
    detector: DetectorName = "hybrid",
    attribution_model: str | Path | None = None,
    threads: int = 1,
    resolver: MentionResolver | ResolverName | None = None,
) -> Extractor:
    """Return an extractor for English news.

    Args:
        model: a spaCy pipeline, or the name or folder of one, which is then the engine. With
            ``engine="spacy"`` alone it is the smallest official ``en_core_web_*`` that is
            installed, else the copy that quotex depends on. With ``engine="stanza"``, a
            ``stanza.Pipeline``; by default one is built from the models available: Stanza's own
            English ones if they were downloaded, else small ones shipped with quotex. Nothing is
            downloaded.
        engine: what parses and finds names: "quotex", the trained model's own encoder, the fastest
            and the default; "spacy"; or "stanza", which needs an extra.
        stanza_dir: the folder that contains Stanza's models.
        package: the package of Stanza's models, for example "gum".
        processors: packages for some of Stanza's processors, ``{"ner": "conll03"}`` or
            "ner=conll03"; or just the names of the processors to load, separated by commas.
        modes: "all", or some of "speech", "writing", "thought"; by default the first two.
        lexicon: TOML files with your own cues; later files override earlier ones.
        min_confidence: leave out quotations below this confidence, in [0, 1]. By default, what is
            reported is at least as likely to be right as wrong; 0 reports everything.
        furniture: whether to report quotations from page furniture as well.
        nested: whether to report quotations inside other quotations as well ("Roe said that Voss
            denied it"); rules find them, and ``Quotation.within`` names the enclosing one.
        max_chars: the longest article to read, in characters.
        detector: what finds quotations: "rules", a trained "model", or "hybrid", both together.
            With "model", spaCy only splits words and tags names: without a parse, no venues and
            hardly any days are found, also by ``attribute``. quotex's engine always parses.
        attribution_model: a shipped model's name or a folder that ``models.training`` or
            ``models.distilling`` wrote; one that makes no trees is read with spaCy's.
        threads: the number of threads that the trained model and Stanza may use.
        resolver: a coreference tool that says which mentions belong together: "fastcoref",
            "coreferee", "stanza", or one made from ``quotex.speakers.coreference``; by default
            only quotex's own rules are used.

    Raises:
        ModelError: a model or Stanza is not installed, or a component of the model is missing.
        LexiconError: a lexicon file does not have the documented format.
        OptionError: an option has an invalid value.
    """
    options = Options(
        modes=modes,
        lexicon=lexicon,
        min_confidence=min_confidence,
        furniture=furniture,
        nested=nested,
        max_chars=max_chars,
        detector=detector,
        attribution_model=attribution_model,
        threads=threads,
        resolver=resolver,
    )
    chosen = EngineOptions(
        engine=engine, stanza_dir=stanza_dir, package=package, processors=processors
    )
    reader = load_engine(model, chosen, threads, attribution_model)
    pipeline = make_pipeline(options, reader)
    reader.check(pipeline.detector.depth)
    return Extractor(pipeline, Recipe(model, options.arguments() | chosen.arguments()))


@dataclass(frozen=True, slots=True)
class Recipe:
    """A picklable call of ``load``, which carries an extractor to another process."""

    model: _Model
    options: Mapping[str, Any]

    def __call__(self) -> Extractor:
        """Return a new extractor like the one that the call returned."""
        return load(self.model, **self.options)

    def __reduce__(self) -> tuple[Any, ...]:
        resolver = self.options.get("resolver")
        if resolver is not None and not isinstance(resolver, str):
            _check_pickles("resolver", resolver)
        if self.model is None or isinstance(self.model, (str, Path)):
            return Recipe, (self.model, dict(self.options))
        from quotex.parse.spacy.engine import pipeline_bytes

        made = pipeline_bytes(self.model)  # type: ignore[arg-type]  # rejects a Stanza pipeline
        return _recipe_from_bytes, (*made, dict(self.options))


def _recipe_from_bytes(
    config: Mapping[str, Any], data: bytes, options: Mapping[str, Any]
) -> Recipe:
    from quotex.parse.spacy.engine import pipeline_of

    return Recipe(pipeline_of(config, data), options)


def _check_pickles(name: str, value: object) -> None:
    try:
        pickle.dumps(value)
    except Exception as error:  # noqa: BLE001  # each class fails in its own way
        reason = one_line(error)
        raise OptionError(
            f"{name}= is a {type(value).__name__} that cannot be pickled ({reason}), so the "
            f"extractor cannot be pickled either; give {name}= by name, or load in each process"
        ) from None


def load_engine(
    model: _Model, options: EngineOptions, threads: int, folder: str | Path | None = None
) -> SpacyEngine | StanzaEngine | QuotexEngine:
    """Return the engine with its models; ``folder`` contains those of the quotex engine.

    Raises:
        ModelError: a model or Stanza is not installed.
        OptionError: the model does not belong to this engine.
    """
    engine = options.engine or engine_for(model, folder)
    if engine == "quotex":
        from quotex.parse.quotex.models import quotex_engine

        if model is not None:
            raise OptionError(
                "model= is for another engine; with engine='quotex' give attribution_model="
            )
        return quotex_engine(model_folder(folder or ENGINE_MODEL), threads)
    if engine == "spacy":
        return _spacy_engine(model)
    return _stanza_engine(model, options, threads)


def _spacy_engine(model: _Model) -> SpacyEngine:
    from spacy.language import Language as SpacyPipeline

    from quotex.parse.spacy.engine import SpacyEngine

    if model is None or isinstance(model, (str, Path)):
        return SpacyEngine(_spacy_pipeline(model or installed_model()), own=True)
    if isinstance(model, SpacyPipeline):
        return SpacyEngine(model)
    if _is_stanza(model):
        raise OptionError("model= is a Stanza pipeline; give engine='stanza' with it")
    raise OptionError(
        f"model={_shown(model)} is not a spaCy pipeline; give one, or the name or folder of one"
    )


def _stanza_engine(model: _Model, options: EngineOptions, threads: int) -> StanzaEngine:
    from quotex.parse.stanza.engine import StanzaEngine
    from quotex.parse.stanza.models import stanza_pipeline

    if model is None:
        made = stanza_pipeline(options.stanza_dir, options.package, options.processors)
        return StanzaEngine(made, threads)
    if not _is_stanza(model):
        raise OptionError(
            f"model={_shown(model)} is not a Stanza pipeline: with engine='stanza' give a "
            "stanza.Pipeline, or choose models with stanza_dir=, package= and processors="
        )
    if chosen := options.stanza_options():
        raise OptionError(
            f"{chosen[0]} chooses models, but model= is a pipeline that has its own; give one "
            "of the two"
        )
    return StanzaEngine(model, threads)


def _is_stanza(model: object) -> TypeGuard[StanzaPipeline]:
    return type(model).__module__.partition(".")[0] == "stanza"


def _shown(model: object) -> str:
    return repr(str(model)) if isinstance(model, (str, Path)) else f"a {type(model).__name__}"


def make_pipeline(options: Options, engine: Engine) -> Pipeline:
    """Return the pipeline for an engine and options.

    Raises:
        LexiconError: a lexicon file does not have the documented format.
        ModelError: the trained model or a coreference tool is missing or broken.
    """
    language = Language(cues=options.lexicon)
    language.check()
    given = options.resolver
    resolver = resolver_named(given) if isinstance(given, str) else given
    encoder = engine.encoder if isinstance(engine, HasEncoder) else None
    detector = load_detector(options, encoder)
    made_by = provenance_of(options, engine, detector)
    return Pipeline(language, engine, detector, options, resolver, made_by)


def provenance_of(options: Options, engine: Engine, detector: Detector) -> Provenance:
    """Return the provenance that extractions carry."""
    models = {} if options.detector == "rules" else {"attribution": detector.name}
    return Provenance(
        quotex=__version__, engine=engine.name, models=models, options=options.provenance()
    )


def load_detector(options: Options, encoder: Encoder | None = None) -> Detector:
    """Return what finds quotations; ``encoder`` is the engine's, if it has one.

    Raises:
        ModelError: there is no such trained model, or its files are broken.
    """
    if options.detector == "rules":
        return RuleDetector()
    from quotex.quotations.detectors.learned import LearnedDetector
    from quotex.quotations.model.onnx import Model

    chosen = options.attribution_model
    folder = encoder.folder if encoder is not None else model_folder(chosen)
    model = Model(folder, options.threads, encoder)
    return LearnedDetector(model, rules=options.detector == "hybrid")


def _spacy_pipeline(name: str | Path) -> SpacyPipeline:
    import spacy

    try:
        return spacy.load(name)
    except (OSError, ImportError) as error:
        reason = str(error).splitlines()[0]
        raise ModelError(
            f"spaCy model {_shown(name)} cannot be loaded ({reason}); "
            f"installed is {installed_model()!r}, the default"
        ) from None
