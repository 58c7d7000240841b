"""Registers the component. spaCy imports this file in every process, so it imports little."""

from __future__ import annotations

from inspect import Parameter, Signature
from typing import TYPE_CHECKING, Any

from spacy.language import Language

from quotex.options import defaults

if TYPE_CHECKING:
    from quotex.component.component import QuotexComponent

DEFAULT_CONFIG = {
    name: list(default) if isinstance(default, tuple) else default
    for name, default in defaults().items()
}


def create_quotex(nlp: Language, name: str, **options: Any) -> QuotexComponent:
    """Return the component; the options are those of ``quotex.load``."""
    from quotex.component.component import QuotexComponent
    from quotex.options import Options

    return QuotexComponent(nlp, name, Options(**options))


_given = [Parameter("nlp", Parameter.KEYWORD_ONLY), Parameter("name", Parameter.KEYWORD_ONLY)]
_given += [Parameter(option, Parameter.KEYWORD_ONLY, annotation=Any) for option in DEFAULT_CONFIG]
create_quotex.__signature__ = Signature(_given)  # type: ignore[attr-defined]  # read by spaCy
create_quotex = Language.factory(
    "quotex",
    default_config=DEFAULT_CONFIG,
    assigns=["doc._.quotations", "doc.spans"],
)(create_quotex)
