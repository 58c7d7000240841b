"""The options, defined once for ``load``, the spaCy component and the command line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields
from hashlib import sha256
from numbers import Integral, Real
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, cast, get_args

from quotex.errors import OptionError
from quotex.limits import MAX_CHARS

if TYPE_CHECKING:
    from quotex.records import Mode, Quotation
    from quotex.speakers.coreference.resolver import MentionResolver

MIN_CONFIDENCE: Final = 0.6  # docs/definition.md explains the choice

EngineName = Literal["spacy", "stanza", "quotex"]
DetectorName = Literal["hybrid", "model", "rules"]
ResolverName = Literal["fastcoref", "coreferee", "stanza"]

_SHOWN = 60  # characters shown of an invalid value


def _doc(text: str) -> dict[str, str]:
    return {"doc": text}


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a caller may choose; each field has its help text in its metadata.

    Raises:
        OptionError: an option has an invalid value.
    """

    modes: str | Iterable[str] | None = field(
        default=None,
        metadata=_doc('"all", or some of speech, writing, thought.'),
    )
    lexicon: Iterable[str | Path] = field(
        default=(),
        metadata=_doc("TOML files with your own cues; later files override earlier ones."),
    )
    min_confidence: float = field(
        default=MIN_CONFIDENCE,
        metadata=_doc("Leave out quotations below this confidence, in [0, 1]; 0 keeps all."),
    )
    furniture: bool = field(
        default=False, metadata=_doc("Also report quotations from page furniture.")
    )
    nested: bool = field(
        default=False, metadata=_doc("Also report quotations inside other quotations.")
    )
    max_chars: int = field(
        default=MAX_CHARS, metadata=_doc("The longest article to read, in characters.")
    )
    detector: DetectorName = field(
        default="hybrid",
        metadata=_doc("What finds quotations: the rules, a trained model, or both."),
    )
    attribution_model: str | Path | None = field(
        default=None, metadata=_doc("A trained model: the name of a shipped one, or a folder.")
    )
    threads: int = field(
        default=1, metadata=_doc("The number of threads that the trained model and Stanza may use.")
    )
    resolver: MentionResolver | ResolverName | None = field(
        default=None,
        metadata=_doc(
            "A coreference tool to add to quotex's own rules: fastcoref, coreferee or stanza."
        ),
    )

    def __post_init__(self) -> None:
        self._check_types()
        if not 0 <= self.min_confidence <= 1:
            raise OptionError(f"min_confidence={self.min_confidence} is outside [0, 1]")
        if self.max_chars < 1:
            raise OptionError(f"max_chars={self.max_chars} is not a positive number of characters")
        if self.threads < 1:
            raise OptionError(f"threads={self.threads} is not a positive number of threads")
        if self.detector not in get_args(DetectorName):
            raise OptionError(
                f"detector={self.detector!r}: expected one of {', '.join(get_args(DetectorName))}"
            )
        if isinstance(self.resolver, str) and self.resolver not in get_args(ResolverName):
            raise OptionError(
                f"resolver={self.resolver!r}: expected one of {', '.join(get_args(ResolverName))}"
            )
        object.__setattr__(self, "modes", _modes(self.modes))
        paths = self.lexicon
        paths = (paths,) if isinstance(paths, (str, Path)) else tuple(paths)
        object.__setattr__(self, "lexicon", paths)

    def _check_types(self) -> None:
        for name in ("furniture", "nested"):
            self._expect(name, isinstance(getattr(self, name), bool), "True or False")
        self._expect("min_confidence", _is_number(self.min_confidence), "a number in [0, 1]")
        for name in ("max_chars", "threads"):
            self._expect(name, _is_number(getattr(self, name), whole=True), "a whole number")
        if self.modes is not None:
            self._expect_list("modes", (str,), "'all' or a list of modes")
        self._expect_list(
            "lexicon", (str, Path), "the path of a TOML file, or a list of such paths"
        )
        folder = self.attribution_model is None or isinstance(self.attribution_model, (str, Path))
        self._expect("attribution_model", folder, "the name of a shipped model, or a folder")
        resolver = self.resolver is None or isinstance(self.resolver, str)
        resolver = resolver or callable(getattr(self.resolver, "clusters", None))
        named = ", ".join(get_args(ResolverName))
        self._expect("resolver", resolver, f"one of {named}, or an object with a clusters method")

    def _expect_list(self, name: str, kinds: tuple[type, ...], expected: str) -> None:
        """Check one or several values; an iterator is read into a tuple."""
        given = getattr(self, name)
        if isinstance(given, kinds):
            return
        several = isinstance(given, Iterable) and not isinstance(given, (bytes, Mapping))
        values = given if not several or isinstance(given, Collection) else tuple(given)
        self._expect(name, several and all(isinstance(v, kinds) for v in values), expected)
        object.__setattr__(self, name, values)

    def _expect(self, name: str, fits: bool, expected: str) -> None:
        given = getattr(self, name)
        if not fits:
            shown = f"{name}={given!r}"
            shown = shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1]}…"
            raise OptionError(f"{shown} ({type(given).__name__}): expected {expected}")

    def arguments(self) -> dict[str, Any]:
        """Return all options by name; as arguments they make equal ``Options`` again."""
        given = {option.name: getattr(self, option.name) for option in fields(self)}
        return given | {"modes": sorted(self._modes)}

    def provenance(self) -> dict[str, Any]:
        """Return the options that change what is found, as plain data without paths.

        The trained model is named elsewhere in the provenance; the number of threads has no effect.
        """
        resolver = self.resolver
        named = (
            resolver if resolver is None or isinstance(resolver, str) else type(resolver).__name__
        )
        return {
            "modes": sorted(self._modes),
            "lexicon": [_file_label(Path(path)) for path in self.lexicon],
            "min_confidence": self.min_confidence,
            "furniture": self.furniture,
            "nested": self.nested,
            "max_chars": self.max_chars,
            "detector": self.detector,
            "resolver": named,
        }

    def accepts(self, quotation: Quotation) -> bool:
        """Return whether a quotation has one of the chosen modes and enough confidence."""
        return quotation.mode in self._modes and quotation.confidence >= self.min_confidence

    @property
    def _modes(self) -> frozenset[Mode]:
        return cast("frozenset[Mode]", self.modes)  # since __post_init__, whatever was given


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineOptions:
    """The engine and its models; not for the spaCy component, whose pipeline is the engine.

    Raises:
        OptionError: an option has an invalid value or belongs to another engine.
    """

    engine: EngineName | None = field(
        default=None,
        metadata=_doc(
            "What parses and finds names: quotex, the default; spacy, the default with a model of "
            "its own; or stanza."
        ),
    )
    stanza_dir: str | Path | None = field(
        default=None, metadata=_doc("The folder that contains Stanza's models.")
    )
    package: str | None = field(
        default=None, metadata=_doc("The package of Stanza's models, for example gum.")
    )
    processors: str | Mapping[str, str] | None = field(
        default=None,
        metadata=_doc("Packages for some of Stanza's processors, for example ner=conll03."),
    )

    def __post_init__(self) -> None:
        if self.engine is not None and self.engine not in get_args(EngineName):
            raise OptionError(
                f"engine={self.engine!r}: expected one of {', '.join(get_args(EngineName))}"
            )
        given = self.stanza_options()
        if given and self.engine != "stanza":
            raise OptionError(f"{given[0]} is for Stanza; give engine='stanza' with it")

    def arguments(self) -> dict[str, Any]:
        """Return all options by name."""
        return {option.name: getattr(self, option.name) for option in fields(self)}

    def stanza_options(self) -> list[str]:
        """Return the options that choose Stanza's models, as they were given."""
        names = ("stanza_dir", "package", "processors")
        return [f"{n}={value!r}" for n in names if (value := getattr(self, n)) is not None]


def defaults() -> dict[str, Any]:
    """Return the default of each option by name, except those that choose an engine."""
    return {option.name: option.default for option in fields(Options)}


def engine_defaults() -> dict[str, Any]:
    """Return the default of each option that chooses an engine, by name."""
    return {option.name: option.default for option in fields(EngineOptions)}


def option_help(name: str) -> str:
    """Return the help text of an option."""
    known = (*fields(EngineOptions), *fields(Options))
    return next(str(option.metadata["doc"]) for option in known if option.name == name)


def _is_number(given: object, *, whole: bool = False) -> bool:
    return isinstance(given, Integral if whole else Real) and not isinstance(given, bool)


def _file_label(path: Path) -> str:
    """Return a file's name and the start of its SHA-256."""
    return f"{path.name} sha256:{sha256(path.read_bytes()).hexdigest()[:16]}"


def _modes(given: str | Iterable[str] | None) -> frozenset[Mode]:
    from quotex.records import Mode

    known: frozenset[Mode] = frozenset(get_args(Mode))
    if given is None:
        return known - {"thought"}
    names = frozenset([given] if isinstance(given, str) else given)
    if names == {"all"}:
        return known
    if names - known or not names:
        advice = "; give several in a list" if isinstance(given, str) and "," in given else ""
        listed = ", ".join(sorted(known))
        raise OptionError(f"modes={given!r}: expected 'all' or some of {listed}{advice}")
    return frozenset(mode for mode in known if mode in names)
