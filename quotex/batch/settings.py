"""What a worker needs to know: small, plain and picklable. It loads its own models."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from inspect import signature
from typing import Any, Literal, get_args

from quotex.errors import OptionError
from quotex.extractor import Extractor, cached_extractor
from quotex.loading import Recipe, load
from quotex.tables.columns import FIELDS, Columns

Form = Literal["articles", "quotations"]
_OWN = ("day_first", "form", "passing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How articles are read, and what is written.

    Attributes:
        model: the ``model`` of ``quotex.load``.
        options: its other arguments, by name; a worker checks them when it loads.
        columns: the input columns that hold the fields of an article.
        day_first: whether "9/5/2024" is in May; by default such a day is not read, and a notice
            says so.
        form: "articles", one row for each article of the input with its quotations nested, its
            notices and its error; or "quotations", one flat row for each quotation.
        passing: whether the input's other columns are written as well.
    """

    model: Any = None
    options: Mapping[str, Any] = field(default_factory=dict)
    columns: Columns = field(default_factory=Columns)
    day_first: bool | None = None
    form: Form = "articles"
    passing: bool = True

    def __post_init__(self) -> None:
        if self.form not in get_args(Form):
            raise OptionError(f"form={self.form!r}: expected one of {', '.join(get_args(Form))}")
        # an iterator could be read only once, and not sent to a worker
        options = {n: tuple(v) if isinstance(v, Iterator) else v for n, v in self.options.items()}
        object.__setattr__(self, "options", options)
        known = [name for name in signature(load).parameters if name != "model"]
        if unknown := [name for name in self.options if name not in known]:
            raise OptionError(
                f"{unknown[0]}= is not an option; columns are named with {', '.join(FIELDS)}, and "
                f"the options of quotex.load are {', '.join(known)}"
            )

    @classmethod
    def of(cls, **given: Any) -> Settings:
        """Return the settings for keyword arguments like those of ``quotex.extract``.

        Args:
            given: ``text``, ``id`` and so on name columns; ``day_first``, ``form`` and ``passing``
                are attributes of the settings; the others are arguments of ``quotex.load``.

        Raises:
            OptionError: there is no such option.
        """
        columns = {name: given.pop(name) for name in FIELDS if name in given}
        own = {name: given.pop(name) for name in _OWN if name in given}
        model = given.pop("model", None)
        return cls(model=model, options=given, columns=Columns(**columns), **own)

    def extractor(self) -> Extractor:
        """Return the extractor for these settings, loaded only once per process.

        Raises:
            ModelError: a model is missing.
            LexiconError: a lexicon file does not have the documented format.
            OptionError: an option has an invalid value, or cannot be pickled.
        """
        return cached_extractor(pickle.dumps(self._recipe))

    def __reduce__(self) -> tuple[Any, ...]:
        rest = (self.columns, self.day_first, self.form, self.passing)
        return _rebuild, (self._recipe, *rest)

    @property
    def _recipe(self) -> Recipe:
        """The call of ``quotex.load``, which knows how to pickle a spaCy pipeline."""
        return Recipe(self.model, {name: self.options[name] for name in sorted(self.options)})


def _rebuild(
    recipe: Recipe, columns: Columns, day_first: bool | None, form: Form, passing: bool
) -> Settings:
    return Settings(
        model=recipe.model,
        options=recipe.options,
        columns=columns,
        day_first=day_first,
        form=form,
        passing=passing,
    )
