"""Event mentions: what the text says about a speech event in one place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from quotex.occasions.occasion import Occasion
from quotex.occasions.tense import Tense
from quotex.occasions.venues.hearers import HearerPlace

LEAD = 1  # paragraphs 0 and 1: headline and lead
NEWS = timedelta(days=10)  # before publication
Voice = Literal["person", "audience", "other"]
Sitting = Literal["named", "held", "seated"]


@dataclass(frozen=True, slots=True, eq=False)
class EventMention:
    """A quotation or a scene, as the law of inheritance sees it; two are never equal.

    ``at`` is the number of its first token, ``sentence`` and ``paragraph`` are the numbers of those
    that it is in. ``stated`` is the day and the venues beside its own verb. Of these venues,
    ``definite`` has the numbers of those that the text mentions as known to the reader ("the
    rally"), ``generic`` of those whose noun says only that something took place ("the event"),
    ``single_use`` of those that apply only to this quotation, ``known_outlets`` of the outlets that
    are called by a noun ("the newspaper"). ``heads`` gives the noun that heads each event and
    medium, by number, ``cities`` the names of the cities among the places.

    ``speaker`` is the name of who speaks, ``tense`` that of the cue. ``is_scene``: nothing is
    quoted; ``is_thought`` and ``is_written``: the mode of a quotation; ``is_reply``: its cue is one
    of answering. ``is_dated_act``: a scene that is only an act on a day. ``is_label``: the speaker
    is named by a label ("ROE:"). ``is_turn``: that label opens a paragraph, as in a transcript;
    ``is_introduction``: a scene that says when and where the transcribed talk was held.
    ``is_vague``: the cue is set in the past without a day. ``is_participle``: the cue accompanies
    another act (", calling it a lie"). ``content`` holds the lemmas of what is said; ``voice`` says
    whether the source is a person or an audience. ``documents`` are the kinds of documents that it
    mentions, ``written`` the numbers of its venues that are documents, ``speaks_document`` the kind
    that is its source, or whose authors are; ``is_pronoun``: its source is a pronoun,
    ``is_unnamed``: its speaker has no name. ``is_question``: something is asked; ``is_counsel``:
    the speaker has an office in court; ``hearers_at``: where the hearers must be; ``is_court``: it
    mentions a court in session. ``is_interview``: a scene in which the author meets somebody.
    ``is_background``: it is about what had been said before; ``is_reference``: it adds to an event
    but opens none. ``is_body``: the speaker is not a person. ``is_sequel``: its day is relative to
    the previous one ("a day later"). ``is_within``: it is part of another quotation.
    ``is_companion``: its speaker was with whoever was quoted before ("who sat beside her"), or is
    one of them. ``sitting``: for a clause that is read only for a sitting: it is
    named, was held, or people who sit there are named.
    """

    speaker: str | None
    at: int
    sentence: int
    paragraph: int
    stated: Occasion
    tense: Tense = "past"
    definite: frozenset[int] = frozenset()
    generic: frozenset[int] = frozenset()
    single_use: frozenset[int] = frozenset()
    known_outlets: frozenset[int] = frozenset()
    heads: Mapping[int, str] = field(default_factory=dict)
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
    written: frozenset[int] = frozenset()
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
    sitting: Sitting | None = None

    @property
    def is_announced(self) -> bool:
        """Whether the words are still to be spoken, on a day that is stated."""
        return self.tense == "modal" and self.stated.date is not None


def text_order(mention: EventMention) -> int:
    """Sort key: text order."""
    return mention.at
