"""Registers the component. spaCy imports this file in every process, so it imports little."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.language import Language

from quotex.limits import MAX_CHARS

if TYPE_CHECKING:
    from quotex.component.component import QuotexComponent

DEFAULT_CONFIG = {
    "modes": ["speech", "writing"],
    "lexicon": [],
    "min_confidence": 0.0,
    "furniture": False,
    "nested": False,
    "max_chars": MAX_CHARS,
    "detector": "hybrid",
    "attribution_model": None,
}


@Language.factory(
    "quotex",
    default_config=DEFAULT_CONFIG,
    requires=["token.dep", "token.tag", "token.lemma", "doc.ents", "doc.sents"],
    assigns=["doc._.quotations", "doc.spans"],
)
def create_quotex(
    nlp: Language,
    name: str,
    modes: Sequence[str],
    lexicon: Sequence[str],
    min_confidence: float,
    furniture: bool,
    nested: bool,
    max_chars: int,
    detector: str,
    attribution_model: str | None,
) -> QuotexComponent:
    """Return the component; the settings mean what they mean in ``quotex.load``."""
    from quotex.assembly import Tools
    from quotex.component.component import QuotexComponent
    from quotex.languages.cue_files import load_lexicon
    from quotex.loading import load_detector
    from quotex.options import Options

    options = Options.checked(
        modes="all" if "all" in modes else modes,
        min_confidence=min_confidence,
        furniture=furniture,
        nested=nested,
        max_chars=max_chars,
    )
    tools = Tools(load_lexicon("en", lexicon), load_detector(detector, attribution_model))
    return QuotexComponent(nlp, name, tools, options)
