"""Converts extractions and utterances to schema.org's ``Quotation`` and ``Claim``, in JSON-LD.

A ``Claim`` is a starting point for a fact-checker: nothing here says whether it is true.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from quotex.exports.common import Identifiers, article_iri, identifiers, iri, quotation_iri
from quotex.records import (
    ArticleIdentity,
    ExtractionRecord,
    KnownSpeaker,
    LinkedSpeaker,
    Member,
    Quotation,
    Speaker,
    SpeakerKind,
    Stance,
    Utterance,
)
from quotex.records.given import single

Json = dict[str, Any]

CLAIM_STANCES: Final[frozenset[Stance]] = frozenset(
    {"accuses", "agrees", "asserts", "criticises", "expects", "praises", "promises", "warns"}
)
"""Stances that present what is said as true, unlike a denial, question, demand or doubt."""

_CONTEXT: Final = "https://schema.org"
_QUOTED_KINDS: Final = frozenset({"direct", "mixed"})
_AGENTS: Final[dict[SpeakerKind, str]] = {
    "person": "Person",
    "group": "Organization",
    "organization": "Organization",
    "government": "GovernmentOrganization",
    "document": "CreativeWork",
    "unknown": "Thing",
}


def to_schema_org(
    record: ExtractionRecord | Utterance,
    *,
    extractions: Iterable[ExtractionRecord] = (),
    people: Iterable[KnownSpeaker] = (),
) -> Json:
    """Return the ``NewsArticle`` and its quotations as one graph.

    What is wholly or partly in quotation marks is a ``Quotation``. What is presented as true, in
    marks or not, is also a ``Claim``; denials, questions, demands and thoughts are not claims, and
    what a source is reported *not* to have said is neither. There is never a ``ClaimReview`` or a
    rating.

    An utterance is one ``Quotation`` with all the articles that report it, if any of them puts it
    in quotation marks. It is a ``Claim`` if all its quotations found in ``extractions`` are claims.

    Args:
        record: an extraction, or an utterance from ``quotex.link``.
        extractions: for an utterance, the extractions that it was linked from, which give its
            articles their titles and addresses.
        people: for an extraction, the result of ``quotex.people``, which has the identifiers of the
            user's own table; an utterance already has them.

    Raises:
        InputError: ``record`` is neither.
    """
    if isinstance(record, Utterance):
        nodes = _of_utterance(record, {e.article.id: e for e in extractions})
    else:
        nodes = _of_extraction(single(record, "an extraction or an utterance"), identifiers(people))
    return {"@context": _CONTEXT, "@graph": list(nodes)}


def _of_extraction(extraction: ExtractionRecord, known: Identifiers) -> Iterator[Json]:
    article = _article(extraction.article)
    yield article
    for quotation in extraction.quotations:
        identifier = known.get((extraction.article.id, quotation.id))
        speaker = quotation.speaker and _speaker(quotation.speaker, identifier)
        about = {"text": quotation.text, **_circumstances(quotation)}
        if _is_quotation(quotation):
            yield {
                "@type": "Quotation",
                "@id": quotation_iri(extraction.article, quotation.id),
                **about,
                **({"spokenByCharacter": speaker} if speaker else {}),
                "isPartOf": {"@id": article["@id"]},
            }
        if _is_claim(quotation):
            yield {
                "@type": "Claim",
                "@id": iri("claim", extraction.article.text_sha256[:16], quotation.id),
                **about,
                **({"author": speaker} if speaker else {}),
                "appearance": {"@id": article["@id"]},
            }


def _of_utterance(utterance: Utterance, extractions: dict[str, ExtractionRecord]) -> Iterator[Json]:
    articles: dict[str, Json] = {}
    for member in utterance.members:
        extraction = extractions.get(member.article_id)
        made = _article(extraction.article) if extraction is not None else _member_article(member)
        articles.setdefault(member.article_id, made)
    yield from articles.values()
    places = [{"@id": article["@id"]} for article in articles.values()]
    speakers = [_linked_speaker(speaker) for speaker in utterance.speakers]
    about: Json = {"text": utterance.text}
    if utterance.date is not None:
        about |= _days(utterance.date.from_.isoformat(), utterance.date.to.isoformat())
    if any(member.kind in _QUOTED_KINDS for member in utterance.members):
        yield {
            "@type": "Quotation",
            "@id": iri("utterance", utterance.id),
            **about,
            **({"spokenByCharacter": speakers} if speakers else {}),
            "isPartOf": places,
        }
    if _is_claimed(utterance, extractions):
        yield {
            "@type": "Claim",
            "@id": iri("claim", utterance.id),
            **about,
            **({"author": speakers} if speakers else {}),
            "appearance": places,
        }


def _is_claimed(utterance: Utterance, extractions: dict[str, ExtractionRecord]) -> bool:
    """Return whether the members that are found in the extractions, if any, are all claims."""
    reported = {(member.article_id, member.quotation) for member in utterance.members}
    found = [
        _is_claim(quotation)
        for name, extraction in extractions.items()
        for quotation in extraction.quotations
        if (name, quotation.id) in reported
    ]
    return bool(found) and all(found)


def _is_quotation(quotation: Quotation) -> bool:
    """Return whether a speaker's words are in marks; a partly quoted denial may quote others."""
    denied = quotation.stance == "denies" and quotation.kind == "mixed"
    return quotation.kind in _QUOTED_KINDS and quotation.stance != "withholds" and not denied


def _is_claim(quotation: Quotation) -> bool:
    return quotation.mode != "thought" and quotation.stance in CLAIM_STANCES


def _article(article: ArticleIdentity) -> Json:
    given: Json = {
        "identifier": article.id,
        "headline": article.title,
        "url": article.url,
        "datePublished": article.published and article.published.isoformat(),
        "inLanguage": article.language,
        "publisher": article.publisher and {"@type": "Organization", "name": article.publisher},
        "author": [{"@type": "Person", "name": name} for name in article.authors] or None,
    }
    known = {name: value for name, value in given.items() if value}
    return {"@type": "NewsArticle", "@id": article_iri(article), **known}


def _member_article(member: Member) -> Json:
    """Return what a member of an utterance says about its article."""
    given: Json = {
        "datePublished": member.published and member.published.isoformat(),
        "publisher": member.publisher and {"@type": "Organization", "name": member.publisher},
    }
    known = {name: value for name, value in given.items() if value}
    name = {"@id": iri("article", member.article_id), "identifier": member.article_id}
    return {"@type": "NewsArticle", **name, **known}


def _speaker(speaker: Speaker, identifier: str | None) -> Json:
    made: Json = {"@type": _AGENTS[speaker.kind], "name": speaker.name}
    if identifier is not None:
        made["identifier"] = identifier
    if speaker.role is not None:
        made["jobTitle" if speaker.kind == "person" else "description"] = speaker.role
    return made


def _linked_speaker(speaker: LinkedSpeaker) -> Json:
    made: Json = {"@type": _AGENTS[speaker.kind], "name": speaker.name}
    return made if speaker.id is None else {**made, "identifier": speaker.id}


def _circumstances(quotation: Quotation) -> Json:
    """Return when and where it was said, as properties of schema.org."""
    made: Json = {}
    if quotation.date is not None:
        made |= _days(quotation.date.from_.isoformat(), quotation.date.to.isoformat())
    as_property = {
        "place": ("locationCreated", "Place"),
        "event": ("recordedAt", "Event"),
        "medium": ("isBasedOn", "CreativeWork"),
    }
    for venue in quotation.venues:
        name, kind = as_property[venue.kind]
        made.setdefault(name, []).append({"@type": kind, "name": venue.span.text})
    return made


def _days(first: str, last: str) -> Json:
    """Return the day, or an interval of days, which ``dateCreated`` does not allow."""
    return {"dateCreated": first} if first == last else {"temporal": f"{first}/{last}"}
