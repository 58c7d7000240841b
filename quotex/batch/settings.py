"""What a worker needs to know: small, plain and picklable. The models are loaded where it runs."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal

from quotex.errors import OptionError
from quotex.loading import load
from quotex.tables.columns import Columns

if TYPE_CHECKING:
    from quotex.extractor import Extractor

Form = Literal["articles", "quotations"]

_LOADED: dict[bytes, Extractor] = {}
_LOADING = Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How articles are read, and what is written of them.

    Attributes:
        model: the ``model`` of ``quotex.load``.
        options: its other arguments, by their names; a worker checks them when it loads.
        columns: which column of the input holds what of an article.
        day_first: how a day like "9/5/2024" is meant; by default it is not read, and a notice
            says so.
        form: "articles", a row for each article of the input with its quotations nested, its
            notices and its error; or "quotations", a flat row for each quotation.
        passing: whether the input's other columns are written, too.
    """

    model: Any = None
    options: Mapping[str, Any] = field(default_factory=dict)
    columns: Columns = field(default_factory=Columns)
    day_first: bool | None = None
    form: Form = "articles"
    passing: bool = True

    def extractor(self) -> Extractor:
        """Return the extractor of these settings, loaded once for all who ask in this process.

        Raises:
            ModelError: a model is missing.
            LexiconError: a lexicon file is not of the documented form.
            OptionError: an option has a value that it does not take, or cannot be pickled.
        """
        with _LOADING:
            key = self._key()
            if key not in _LOADED:
                _LOADED[key] = load(self.model, **self.options)
            return _LOADED[key]

    def _key(self) -> bytes:
        try:
            return pickle.dumps((self.model, sorted(self.options.items())))
        except Exception as error:
            raise OptionError(
                f"the settings cannot be pickled ({' '.join(str(error).split())[:200]}); give the "
                "model, the resolver and so on by their names"
            ) from error
