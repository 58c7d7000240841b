"""The word lists of a language for who, when and where, each read once."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from quotex.languages.data import read_data
from quotex.languages.role_words import RoleWords, Words


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SpeakerWords(_Strict):
    """Nouns by the kind of speaker that they denote, and words in and around their names."""

    documents: Words
    document_forms: Words
    kept_by_bodies: Words
    polls: Words
    surveys: Words
    any_document: Words
    topical: Words
    printed: Words
    voices: Words
    making: Words
    makers: Words
    repeating: Words
    announcing: dict[str, str]
    government: Words
    government_of: Words
    person: Words
    organization: Words
    common: Words
    groups: Words
    honorifics: Words
    name_suffixes: Words
    versus: Words
    name_links: Words
    name_fillers: Words
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
    either_names: Words
    roles: RoleWords

    def is_person(self, lemma: str) -> bool:
        """Whether a noun stands for one person."""
        return lemma in self.person or lemma in self.roles.person

    def gender_of(self, lemma: str) -> Literal["", "m", "f"]:
        """Return the gender that a noun implies, "" if it implies none."""
        return "m" if lemma in self.masculine else "f" if lemma in self.feminine else ""

    def is_organization(self, lemma: str) -> bool:
        """Whether a noun stands for an organization that is not an organ of a state."""
        return lemma in self.organization or lemma in self.roles.organization

    def is_body(self, lemma: str) -> bool:
        """Whether a noun stands for an organization or an organ of a state."""
        return self.is_organization(lemma) or lemma in self.government


class NameWords(_Strict):
    """What comes before and after names, and may or may not be part of them.

    ``titles`` come before a person's name and little else, ``perhaps`` before other words too;
    those of the ``peerage`` are the first word of a name. ``given_words`` are first names that are
    also ordinary words.
    """

    titles: Words
    perhaps: Words
    peerage: Words
    addressed: Words
    epithets: Words
    offices: Words
    behind: Words
    particles: Words
    hyphened: Words
    firm_endings: Words
    firm_words: Words
    body_endings: Words
    either: Words
    places: Words
    appended: Words
    given_words: Words


class VenuePrepositions(_Strict):
    """Prepositions, by what they introduce."""

    event: Words
    after: Words
    apart: Words
    below: Words
    presence: Words
    room: Words
    told: Words
    written: Words
    loose_event: Words
    named_event: Words
    idiom: Words
    scene: Words
    document: Words
    day: Words
    arrival: Words
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
    visited: Words
    origin: Words
    edge: Words
    hearer: Words
    purpose: Words
    meal: Words


class VenueWords(_Strict):
    """Nouns by kind of venue, and the prepositions that introduce one."""

    event: Words
    generic: Words
    modified: Words
    medium: Words
    issued: Words
    documents: Words
    copies: Words
    extracts: Words
    counted: Words
    written: Words
    opinions: Words
    examining: Words
    pieces: Words
    online: Words
    publishing: Words
    writing: Words
    posting: Words
    quoting: Words
    commenting: Words
    giving: Words
    asking: Words
    reaching: Words
    interviews: Words
    occasions: Words
    dated: Words
    document_kinds: tuple[Words, ...]
    document_authors: Words
    other_documents: Words
    closed: Words
    trials: Words
    channels: Words
    court_offices: Words
    coming_out: Words
    utterances: Words
    audience: Words
    hearing: Words
    present: Words
    shared: Words
    reported: Words
    joint: Words
    sittings: Words
    sitting_nouns: Words
    seated: Words
    sitting_acts: Words
    speaking_together: Words
    other_sitting: Words
    debating: Words
    performance: Words
    transcripts: Words
    replying: Words
    outlets: Words
    outlet_words: Words
    outlet_endings: Words
    domains: Words
    press: Words
    programmes: Words
    bodies: Words
    courts: Words
    panels: Words
    new_panels: Words
    ranks: Words
    outlets_with_article: Words
    outlets_alone: Words
    addressing: Words
    being_told: Words
    assuring: Words
    airing: Words
    airwaves: Words
    stations: Words
    chambers: Words
    saying: Words
    edges: Words
    facility: Words
    rooms: Words
    speaking_positions: Words
    furniture: Words
    bare_ground: Words
    outdoors: Words
    areas: Words
    arrivals: Words
    visits: Words
    meals: Words
    drinks: Words
    evidence: Words
    printed: Words
    ground: Words
    scene_verbs: Words
    assembling: Words
    under_way: Words
    answering: Words
    attending: Words
    in_progress: Words
    calling: Words
    passing: Words
    missing: Words
    issuing: Words
    making_public: Words
    recalling: Words
    finding: Words
    mishaps: Words
    verdicts: Words
    votes: Words
    summaries: Words
    happenings: Words
    contests: Words
    contesting: Words
    measures: Words
    uncounted: Words
    talking: Words
    travelling: Words
    moments: Words
    clocks: Words
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
    """Return the packaged lists of a language, including its titles and first names."""
    data = read_data(code, "words")
    titles, given = read_data(code, "titles")["titles"], read_data(code, "given_names")
    speaker = data["speaker"]
    for kind in ("masculine", "feminine", "either"):
        speaker[f"{kind}_names"] = given[kind]
    speaker["honorifics"] += [*titles["masculine"], *titles["feminine"], *titles["any"]]
    speaker["masculine"] += titles["masculine"] + titles["of_men"]
    speaker["feminine"] += titles["feminine"] + titles["of_women"]
    speaker["roles"] = read_data(code, "roles")
    return AttributionWords.model_validate(data)


@cache
def name_words(code: str) -> NameWords:
    """Return a language's packaged lists of words around names."""
    data = read_data(code, "titles")
    titles = data["titles"]
    sure = {*titles["masculine"], *titles["feminine"], *titles["any"]}
    lists = {name: titles[name] for name in ("perhaps", "peerage", "addressed")}
    given = read_data(code, "given_names")["words"]
    return NameWords.model_validate({"titles": sure, "given_words": given} | lists | data["names"])
