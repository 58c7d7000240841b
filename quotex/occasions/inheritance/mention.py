"""Event mentions: what the text says about a speech event in one place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from quotex.occasions.occasion import Occasion
from quotex.occasions.tense import Tense
from quotex.occasions.venues.hearers import HearerPlace
from quotex.records import Venue

LEAD = 1  # paragraphs 0 and 1: headline and lead
NEWS = timedelta(days=10)  # before publication
Voice = Literal["person", "audience", "other"]
Sitting = Literal["named", "dated", "held", "seated"]


@dataclass(frozen=True, slots=True)
class VenueNoun:
    """What the words of a stated venue say about it.

    ``head`` is the noun that heads an event or a medium, "" for a place. ``is_known``: the text
    mentions it as known to the reader ("the rally"); ``is_generic``: its noun says only that
    something took place ("the event"); ``is_single_use``: it applies only to this quotation;
    ``is_outlet``: an outlet that is called by a noun ("the newspaper"); ``is_document``: something
    written; ``is_talk``: what somebody gives at an event ("a speech").
    """

    head: str = ""
    is_known: bool = False
    is_generic: bool = False
    is_single_use: bool = False
    is_outlet: bool = False
    is_document: bool = False
    is_talk: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class EventMention:
    """A quotation or a scene, as the law of inheritance sees it; two are never equal.

    ``at`` is the number of its first token, ``sentence`` and ``paragraph`` are the numbers of those
    that it is in. ``stated`` is the day and the venues beside its own verb; ``nouns`` says more
    about each of these venues, ``cities`` has the names of the cities among the places.

    ``speaker`` is the name of who speaks, ``tense`` that of the cue. ``is_scene``: nothing is
    quoted; ``is_thought`` and ``is_written``: the mode of a quotation; ``is_reply``: its cue is one
    of answering. ``is_dated_act``: a scene that is only an act on a day. ``is_label``: the speaker
    is named by a label ("ROE:"). ``is_turn``: that label opens a paragraph, as in a transcript;
    ``is_introduction``: a scene that says when and where the transcribed talk was held.
    ``is_vague``: the cue is set in the past without a day. ``is_participle``: the cue accompanies
    another act (", calling it a lie"). ``content`` holds the lemmas of what is said; ``voice`` says
    whether the source is a person or an audience. ``documents`` are the kinds of documents that it
    mentions, ``speaks_document`` the kind that is its source, or whose authors are; ``is_pronoun``:
    its source is a pronoun, ``is_unnamed``: its speaker has no name. ``is_question``: something is
    asked; ``is_counsel``: the speaker has an office in court; ``hearers_at``: where the hearers
    must be; ``is_court``: it mentions a court in session. ``is_interview``: a scene in which the
    author meets somebody. ``is_background``: it is about what had been said before;
    ``is_reference``: it adds to an event but opens none. ``is_body``: the speaker is not a person.
    ``is_sequel``: its day is relative to the previous one ("a day later"). ``is_within``: it is
    part of another quotation. ``is_companion``: its speaker was with whoever was quoted before
    ("who sat beside her"), or is one of them. ``is_setting``: it only says where the people are
    whom the next sentences quote. ``sitting``: for a clause that is read only for a
    sitting: it is named, was held, or people who sit there are named.
    """

    speaker: str | None
    at: int
    sentence: int
    paragraph: int
    stated: Occasion
    tense: Tense = "past"
    nouns: tuple[VenueNoun, ...] = ()
    cities: frozenset[str] = frozenset()
    is_scene: bool = False
    is_dated_act: bool = False
    is_label: bool = False
    is_turn: bool = False
    is_introduction: bool = False
    is_thought: bool = False
    is_vague: bool = False
    is_reply: bool = False
    is_participle: bool = False
    is_written: bool = False
    content: frozenset[str] = frozenset()
    voice: Voice = "other"
    documents: frozenset[int] = frozenset()
    speaks_document: int | None = None
    is_pronoun: bool = False
    is_unnamed: bool = False
    is_question: bool = False
    is_counsel: bool = False
    hearers_at: HearerPlace = "nobody"
    is_court: bool = False
    is_interview: bool = False
    is_background: bool = False
    is_reference: bool = False
    is_body: bool = False
    is_sequel: bool = False
    is_within: bool = False
    is_companion: bool = False
    is_setting: bool = False
    sitting: Sitting | None = None

    @property
    def heads(self) -> list[str]:
        """The nouns that head its events and media."""
        return [noun.head for noun in self.nouns if noun.head]

    def venues(self) -> Iterator[tuple[Venue, VenueNoun]]:
        """Yield each stated venue with what its words say."""
        return zip(self.stated.venues, self.nouns, strict=True)

    @property
    def is_announced(self) -> bool:
        """Whether the words are still to be spoken, on a day that is stated."""
        return self.tense == "modal" and self.stated.date is not None


def text_order(mention: EventMention) -> int:
    """Sort key: text order."""
    return mention.at
