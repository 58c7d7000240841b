"""When and where words were said: beside the cue, or where the same speech event is mentioned.

``clauses`` reads what is beside a cue, ``scenes`` reads sentences that mention a speech event
without quoting, ``mentions`` puts both into one form, and the law in ``inheritance`` joins them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quotex.occasions.inheritance.law import occasions_of
from quotex.occasions.inheritance.mention import EventMention
from quotex.occasions.mentions import MentionReader
from quotex.occasions.naming import one_name_each
from quotex.occasions.occasion import Occasion
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context
from quotex.speakers.attribution import ResolvedSpeaker


class Mentions(NamedTuple):
    """The event mentions of an article: of its candidates, in their order, and its scenes.

    ``governments`` has the code of the country whose government a speaker is, by name.
    """

    quotations: list[EventMention]
    scenes: list[EventMention]
    governments: dict[str, str]


def find_occasions(
    context: Context, candidates: Sequence[Candidate], speakers: Sequence[ResolvedSpeaker | None]
) -> list[Occasion]:
    """Return when and where each candidate was said.

    Args:
        context: the article as it has been read.
        candidates: its candidates, in text order.
        speakers: the speaker of each candidate.
    """
    quotations, scenes, governments = mentions_of(context, candidates, speakers)
    published = context.document.published
    mentions = [*quotations, *scenes]
    occasions = occasions_of(mentions, governments, context.language, published)
    return [occasions[mention] for mention in quotations]


def mentions_of(
    context: Context, candidates: Sequence[Candidate], speakers: Sequence[ResolvedSpeaker | None]
) -> Mentions:
    """Return the event mentions of an article; the arguments are those of ``find_occasions``."""
    known = [who.speaker if who is not None else None for who in speakers]
    names = one_name_each(known)
    governments = {
        name: speaker.country
        for name, speaker in zip(names, known, strict=True)
        if name and speaker is not None and speaker.country
    }
    people = {s.name for s in known if s is not None and s.kind == "person" and s.named}
    reader = MentionReader(context, candidates, names, people)
    quotations = [
        reader.quotation(candidate, name, "document" if who is None else who.kind)
        for candidate, name, who in zip(candidates, names, known, strict=True)
    ]
    return Mentions(quotations, list(reader.scenes(candidates, quotations)), governments)
