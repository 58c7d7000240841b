"""The word lists of a language for who, when and where, read once."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict

from quotex.languages.data import read_data


def _lower_case(words: frozenset[str]) -> frozenset[str]:
    upper = sorted(word for word in words if word != word.lower())
    if upper:
        raise ValueError(f"not in lower case: {', '.join(upper)}")
    return words


Words = Annotated[frozenset[str], AfterValidator(_lower_case)]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SpeakerWords(_Strict):
    """Nouns by what kind of speaker they are, and what stands in and around their names."""

    documents: Words
    polls: Words
    making: Words
    government: Words
    person: Words
    organization: Words
    common: Words
    groups: Words
    honorifics: Words
    name_suffixes: Words
    versus: Words
    name_links: Words
    conjunction: str
    article: str
    age_endings: Words
    ranks: Words
    abbreviations: dict[str, str]
    parties: dict[str, str]
    states: dict[str, str]
    masculine: Words
    feminine: Words
    masculine_names: Words
    feminine_names: Words


class NameWords(_Strict):
    """What stands before and behind names, and is or is no part of them.

    ``titles`` stand before a person's name and before little else, ``perhaps`` before other words
    too; those of the ``peerage`` are the first word of a name. ``given_words`` are first names
    that are words as well.
    """

    titles: Words
    perhaps: Words
    peerage: Words
    addressed: Words
    epithets: Words
    offices: Words
    behind: Words
    particles: Words
    firm_endings: Words
    firm_words: Words
    either: Words
    places: Words
    appended: Words
    given_words: Words


class VenuePrepositions(_Strict):
    """Prepositions, by what they lead to."""

    event: Words
    after: Words
    loose_event: Words
    named_event: Words
    idiom: Words
    scene: Words
    document: Words
    day: Words
    medium: Words
    outlet: Words
    programme: Words
    broadcast: Words
    place: Words
    building: Words
    vehicle: Words
    ground: Words
    chamber: Words
    event_site: Words
    destination: Words
    origin: Words
    edge: Words
    hearer: Words
    purpose: Words


class VenueWords(_Strict):
    """Nouns by kind of venue, and the prepositions that lead to one."""

    event: Words
    generic: Words
    modified: Words
    medium: Words
    issued: Words
    findings: Words
    dated: Words
    document_kinds: tuple[Words, ...]
    document_authors: Words
    other_documents: Words
    trials: Words
    channels: Words
    court_offices: Words
    coming_out: Words
    utterances: Words
    audience: Words
    hearing: Words
    shared: Words
    debating: Words
    performance: Words
    transcripts: Words
    replying: Words
    outlets: Words
    outlet_words: Words
    press: Words
    programmes: Words
    bodies: Words
    outlets_with_article: Words
    addressing: Words
    airing: Words
    airwaves: Words
    chambers: Words
    edges: Words
    facility: Words
    ground: Words
    scene_verbs: Words
    attending: Words
    issuing: Words
    making_public: Words
    recalling: Words
    finding: Words
    happenings: Words
    contests: Words
    uncounted: Words
    talking: Words
    travelling: Words
    moments: Words
    gathered_bodies: Words
    prepositions: VenuePrepositions


class AttributionWords(_Strict):
    """One language's lists."""

    version: Literal[1]
    language: str
    speaker: SpeakerWords
    venue: VenueWords


@cache
def attribution_words(code: str) -> AttributionWords:
    """Return the packaged lists of a language, with its titles and first names among them."""
    data = read_data(code, "words")
    titles, given = read_data(code, "titles")["titles"], read_data(code, "given_names")
    speaker = data["speaker"]
    speaker["masculine_names"], speaker["feminine_names"] = given["masculine"], given["feminine"]
    speaker["honorifics"] += [*titles["masculine"], *titles["feminine"], *titles["any"]]
    speaker["masculine"] += titles["masculine"] + titles["of_men"]
    speaker["feminine"] += titles["feminine"] + titles["of_women"]
    return AttributionWords.model_validate(data)


@cache
def name_words(code: str) -> NameWords:
    """Return the packaged lists of what stands around names in a language."""
    data = read_data(code, "titles")
    titles = data["titles"]
    sure = {*titles["masculine"], *titles["feminine"], *titles["any"]}
    lists = {name: titles[name] for name in ("perhaps", "peerage", "addressed")}
    given = read_data(code, "given_names")["words"]
    return NameWords.model_validate({"titles": sure, "given_words": given} | lists | data["names"])
