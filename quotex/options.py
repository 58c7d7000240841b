"""The options, listed once: ``load``, the spaCy component and the command line derive from here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, cast, get_args

from quotex.errors import OptionError
from quotex.limits import MAX_CHARS

if TYPE_CHECKING:
    from quotex.records import Mode, Quotation
    from quotex.speakers.coreference.resolver import MentionResolver

MIN_CONFIDENCE: Final = 0.6  # docs/definition.md tells how it was chosen

DetectorName = Literal["hybrid", "model", "rules"]
ResolverName = Literal["fastcoref", "coreferee", "stanza"]


def _doc(text: str) -> dict[str, str]:
    return {"doc": text}


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a caller may choose; each field's line of help is in its metadata.

    Raises:
        OptionError: an option has a value that it does not take.
    """

    modes: str | Iterable[str] | None = field(
        default=None,
        metadata=_doc('"all", or some of speech, writing, thought; by default the first two.'),
    )
    lexicon: Iterable[str | Path] = field(
        default=(), metadata=_doc("TOML files of your own cues, each over the ones before it.")
    )
    min_confidence: float = field(
        default=MIN_CONFIDENCE,
        metadata=_doc("Leave out quotations below this confidence, in [0, 1]; 0 for none."),
    )
    furniture: bool = field(
        default=False, metadata=_doc("Report quotations from page furniture, too.")
    )
    nested: bool = field(
        default=False, metadata=_doc("Report quotations inside others' words, too.")
    )
    max_chars: int = field(
        default=MAX_CHARS, metadata=_doc("The longest article that is read, in characters.")
    )
    detector: DetectorName = field(
        default="hybrid",
        metadata=_doc("What finds quotations: the rules, a trained model, or both."),
    )
    attribution_model: str | Path | None = field(
        default=None, metadata=_doc("A trained model: the name of a shipped one, or a folder.")
    )
    threads: int = field(default=1, metadata=_doc("How many threads the trained model may use."))
    resolver: MentionResolver | ResolverName | None = field(
        default=None,
        metadata=_doc(
            "A coreference tool beside quotex's own rules: fastcoref, coreferee or stanza."
        ),
    )

    def __post_init__(self) -> None:
        if not 0 <= self.min_confidence <= 1:
            raise OptionError(f"min_confidence={self.min_confidence} lies outside of [0, 1]")
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
        given = self.lexicon
        paths = (given,) if isinstance(given, (str, Path)) else tuple(given)
        object.__setattr__(self, "lexicon", paths)

    def chosen(self) -> dict[str, Any]:
        """Return the options that change what is found, as plain data that tells no paths.

        A trained model is told by its own name; how many threads it has changes nothing.
        """
        resolver = self.resolver
        named = (
            resolver if resolver is None or isinstance(resolver, str) else type(resolver).__name__
        )
        return {
            "modes": sorted(cast("frozenset[str]", self.modes)),
            "lexicon": [_file(Path(path)) for path in self.lexicon],
            "min_confidence": self.min_confidence,
            "furniture": self.furniture,
            "nested": self.nested,
            "max_chars": self.max_chars,
            "detector": self.detector,
            "resolver": named,
        }

    def admits(self, quotation: Quotation) -> bool:
        """Whether a quotation is of a mode, and as sure, as was asked for."""
        modes = cast("frozenset[Mode]", self.modes)
        return quotation.mode in modes and quotation.confidence >= self.min_confidence


def defaults() -> dict[str, Any]:
    """Return each option's default, by its name."""
    return {option.name: option.default for option in fields(Options)}


def help_of(name: str) -> str:
    """Return the line of help of an option."""
    return next(str(o.metadata["doc"]) for o in fields(Options) if o.name == name)


def _file(path: Path) -> str:
    """Return a file's name and what tells its content apart."""
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
        raise OptionError(f"modes={given!r}: expected 'all' or some of {', '.join(sorted(known))}")
    return frozenset(mode for mode in known if mode in names)
