"""The law of inheritance: which speech event a quotation belongs to, and what it takes from it.

An *event mention* is a quotation, or a *scene*: a clause that quotes nothing but reports that
somebody appeared or spoke ("Roe came to Oslo on Monday"). It *states* the day and the venues beside
its own verb. A *speech event* is what the mentions of one occasion have in common: each keeps what
it states, and *inherits* what it does not state from the others. Only paragraphs of prose are
counted (not "FULL TEXT").

1. Opening. A mention that states a day or a venue opens a new event of its speaker, unless it
   belongs to an existing event. If several people speak together, it is the event of each of them.
   A mention of words still to be spoken ("will say on Friday") opens none; a mention of what had
   been said before ("had said on Friday") opens one that is not carried on, unless the speaker has
   no other. It belongs
   a. to the last event that was mentioned by the same noun, by anybody, if it refers to an event or
      a document as known ("the rally", "his letter") and the days do not conflict; "the event" is
      the gathering that was mentioned last, in the same paragraph or the one before;
   b. to an event of its speaker on the same day, if it names no other city and no new event or
      medium ("a rally", "on Twitter"); b takes precedence over c if the open event has no day;
   c. to its speaker's open event, if the days do not conflict, under the same condition. An outlet
      mentioned as known ("told the newspaper") belongs only to an event with an outlet; a hearing
      may belong to an inquiry, but an event never to a letter. A speech takes in an event without a
      day that is mentioned in the same paragraph or the next ("said in a speech … Addressing a
      conference"), as that is where it was given. What had been said before belongs to
      an event by b or c only if the days are the same. But an event of which only the day is known
      takes any venue in the same paragraph or the next; and an event without a day takes a day, but
      not a month or year, only in the same paragraph or the next, or from a quotation whose speaker
      has no other event; then a sitting takes none, nor is any taken that was spoken more than ten
      days before the latest that the article states.
   If all that is known of the speaker's open event is a city, a new event in the same paragraph is
   in that city, too.
2. Carrying on. A quotation that states neither day nor venue belongs to its speaker's open event
   if its cue is in the past tense and not "later", or accompanies the last one in the same sentence
   (", calling it a lie"); if the event is an interview by the author ("we meet on Monday"), also if
   its cue is in the present. "Has said", "says" and "would say" report no single event and inherit
   nothing; nor does what is written inherit from a gathering. A document, or a period of more than
   a week, applies to little else: a letter to what is said up to the next paragraph, and beyond it
   as long as nobody else is quoted; a month to no other quotation. Any other event stays open
   through the article, whatever comes between. An event of which only the day is known stays open
   for five paragraphs, and a scene that is only an act on a day ("On Sunday, Roe struck back") for
   one, unless something that it does not date is quoted beside it ("lost on Sunday but said").
   A speaker without an open event who was with whoever was quoted before ("who sat beside her"), or
   is one of them, joins their event, in the same paragraph or the next. An answer to what somebody
   else has just said at a debate, in parliament or the like, in the same paragraph, belongs there;
   so does an inquiry about it, also in the next ("wanted to know why").
   What was said, not written, in another month or year, or more than ten days before the latest
   that the article states, is an aside that ends with its paragraph.
3. Returning. If a speaker's later event has not been mentioned for two paragraphs, the speaker's
   first event is open again: the interview is an aside, the rally is the story.
4. Looking ahead. A quotation without an event may take one that is mentioned later, mainly in the
   headline and the lead: see ``ahead``.
5. Labels. A speaker's label in a transcript ("ROE:") belongs to the event that the paragraph before
   the first turn introduces, whoever's turn it is; without such a paragraph, and elsewhere, to its
   speaker's open event, or else to the event that was mentioned last.
6. Filling in. A mention inherits the day of its event, and the places, and the events and media,
   that the event had when it was mentioned, by their names rather than as "the conference"; if
   there were none, the first that are stated later, except that what is written takes no venue of a
   gathering. What applies to one quotation only is not inherited: documents in the plural
   ("reports"), an announcement, the telephone.
7. Sharing. An organ of a government that still has no day may share its government's: see
   ``governments``.
8. Being there. An audience, people who answer or debate, and those among people who are somewhere
   ("In Oslo, traders were pleased") may belong to an event that others mention: see ``gatherings``.
9. Documents. What a document or its authors say may be of the day on which it was published, in any
   tense: see ``documents``.
10. The story. If an article is about one sitting (a council's meeting, a trial), whoever is quoted
   without an event was heard there: see ``story``.
11. Together. Whoever is quoted after a press conference, a hearing or something similar is
   mentioned, and before another occasion is, was heard there, on the day that the article states,
   but has the venues of the gathering only if a separate clause is about it: see ``together``.
12. Within. What is quoted within another quotation ("“I told him to go,” she said") was said
   before it: it belongs to no event, but has the day and the venues next to its own cue: see
   ``within``.
13. Likely. A quotation that still has no event belongs to one near it if articles with labels
   say that this is likely: see ``likely``.

Clauses 1, 2, 3 and 5 are in ``opening``, clause 6 is here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from quotex.languages import Language
from quotex.occasions.inheritance.ahead import look_ahead
from quotex.occasions.inheritance.documents import join_documents
from quotex.occasions.inheritance.gatherings import join_gatherings
from quotex.occasions.inheritance.governments import government_days
from quotex.occasions.inheritance.likely import join_likely
from quotex.occasions.inheritance.mention import EventMention, text_order
from quotex.occasions.inheritance.opening import open_events
from quotex.occasions.inheritance.speech_event import VENUE_GROUPS, of_other_kinds
from quotex.occasions.inheritance.story import join_story
from quotex.occasions.inheritance.timeline import Membership, Timeline
from quotex.occasions.inheritance.together import join_together
from quotex.occasions.occasion import Occasion
from quotex.records import SpeechDate, Venue


def occasions_of(
    mentions: Iterable[EventMention],
    governments: Mapping[str, str],
    language: Language,
    published: date | None = None,
) -> dict[EventMention, Occasion]:
    """Return what each mention of one article states and inherits.

    Args:
        mentions: the quotations and the scenes of the article.
        governments: the code of the country whose government a speaker is, by the speaker's name.
        language: the language of the article.
        published: the day of its publication, if known.
    """
    ordered = sorted(mentions, key=text_order)
    outermost = [mention for mention in ordered if not mention.is_within]
    timeline = timeline_of(outermost, language, published)
    join_likely(outermost, timeline, language.venues, published)
    shared = government_days(outermost, timeline, governments, language.countries)
    return {m: _filled_in(m, timeline.membership(m), shared.get(m)) for m in ordered}


def timeline_of(
    mentions: Sequence[EventMention], language: Language, published: date | None
) -> Timeline:
    """Return the events that mentions, in text order, belong to by the clauses up to 11."""
    timeline = Timeline()
    words = language.venues
    open_events(mentions, timeline, words, language.patterns.joined_speakers)
    join_documents(mentions, timeline)
    look_ahead(mentions, timeline)
    join_gatherings(mentions, timeline, language.venues)
    join_story(mentions, timeline, language.venues, published)
    join_together(mentions, timeline, language.venues, published)
    return timeline


def _filled_in(
    mention: EventMention, membership: Membership | None, shared: SpeechDate | None
) -> Occasion:
    """Return what a mention states and inherits (clause 6); ``shared`` is the day by clause 7."""
    day, venues = mention.stated.date or shared, mention.stated.venues
    if membership is None:
        return Occasion(day, venues, "government" if shared is not None else "event")
    event = membership.event
    if day is None and event.day is not None and not mention.is_vague:
        day = event.day.model_copy(update={"scope": "inherited"})
    venues += _inherited(of_other_kinds(membership.venues, venues))
    if not mention.cities and any(v.kind == "place" for v in mention.stated.venues):
        cities = (v for v in membership.venues if v.span.text.casefold() in event.cities)
        venues += _inherited(v for v in cities if v.kind == "place")
    is_elsewhere = mention.is_written and event.is_gathering
    for kinds in () if is_elsewhere or not membership.is_open else VENUE_GROUPS:
        if not any(v.kind in kinds for v in venues):
            venues += _inherited(event.first_venues.get(kinds, ()))
    if event.gathering is not None and (membership.venues or membership.is_open):
        known = {_noun_of(v) for v in venues}
        venues += _inherited(v for v in event.gathering.venues if _noun_of(v) not in known)
    is_shared = shared is not None and day is shared
    return Occasion(day, venues, "government" if is_shared else membership.ground)


def _inherited(venues: Iterable[Venue]) -> tuple[Venue, ...]:
    return tuple(v.model_copy(update={"scope": "inherited"}) for v in venues)


def _noun_of(venue: Venue) -> str:
    """Return the noun of a venue: "ordinary meeting" and "the meeting" have the same."""
    return venue.span.text.casefold().split()[-1]
