"""``quotex.link``: finds the quotations, in one or more articles, that report one utterance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quotex.errors import InputError
from quotex.languages import Language
from quotex.languages.data import DEFAULT_LANGUAGE
from quotex.linking.features import have_different_words, may_match, shared
from quotex.linking.groups import Link, groups
from quotex.linking.identities import Identities, IdentityLike
from quotex.linking.index import candidates
from quotex.linking.items import Item, items
from quotex.linking.likelihood import link_models, model_name
from quotex.linking.names import Names
from quotex.linking.rarity import Rarity
from quotex.linking.utterances import utterance
from quotex.records import ExtractionRecord, Utterance
from quotex.records.given import several

_MIN_SCORE = 0.5


def link(
    extractions: Iterable[ExtractionRecord],
    *,
    identities: Iterable[IdentityLike] = (),
    min_score: float = _MIN_SCORE,
) -> list[Utterance]:
    """Return the utterances that several quotations report, in the order of their first reports.

    An utterance is something that was said once. Its quotations may repeat the words, shorten
    them, spell them differently, quote part of them or paraphrase them, and may name the speaker
    differently. What somebody is reported not to have said is never linked.

    Args:
        extractions: extractions from an extractor, or read back from JSON.
        identities: the user's own rows ``{"id": "Q42", "name": "…", "aliases": ["…"]}``: names with
            the same ``id`` are one speaker, names with different ids are different speakers.
        min_score: the least probability at which a link is made; at least 0.5.

    Raises:
        InputError: the input has something other than extractions or two texts under one id, or
            ``identities`` or ``min_score`` are invalid.
    """
    if not _MIN_SCORE <= min_score <= 1:
        raise InputError(f"min_score: expected a number from {_MIN_SCORE} to 1, got {min_score!r}")
    names = Names(Language(DEFAULT_LANGUAGE), Identities(identities))
    found = items(read_extractions(extractions), names, DEFAULT_LANGUAGE)
    made = groups(link for link in _links(found, names) if link.probability >= min_score)
    return [utterance(group, names, DEFAULT_LANGUAGE) for group in made]


def read_extractions(given: Iterable[ExtractionRecord]) -> list[ExtractionRecord]:
    """Return the extractions, each article once.

    Raises:
        InputError: the input has something other than extractions, or two texts under one id.
    """
    read: dict[str, ExtractionRecord] = {}
    for extraction in several(given):
        before = read.setdefault(extraction.article.id, extraction)
        if before.article.text_sha256 != extraction.article.text_sha256:
            raise InputError(
                f"two texts have the article id {extraction.article.id!r}; give each its own id, "
                "or leave the older one out"
            )
    return list(read.values())


def _links(found: Sequence[Item], names: Names) -> Iterable[Link]:
    """Yield a link for each pair of candidates that is likely to be one utterance."""
    rarity, models = Rarity(found, DEFAULT_LANGUAGE), link_models()
    for a, b in candidates(found, rarity):
        one, other = found[a], found[b]
        if may_match(one, other, rarity):
            common = shared(one, other, names, rarity)
            if have_different_words(one, other, common):
                continue
            probability = models[model_name(one, other)].probability(common)
            if probability >= _MIN_SCORE:
                yield Link(one, other, common, probability)
