"""The noun phrases that name venues: their names, their prepositions and what they modify."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotex.languages.word_lists import VenueWords
from quotex.parse.grammar import is_infinitive, is_verb, phrase, prepositional
from quotex.parse.view import PLACES, TIMES, Token, position

NO_PLACES = frozenset({"DATE", "TIME", "PERSON", "NORP"})
_MARKS = frozenset({'"', "“", "”", "‘", "’", "``", "''"})
_BEFORE = frozenset({"poss", "compound", "nmod", "amod"})


def without_possessive(words: Sequence[Token]) -> list[Token]:
    """Return words without "'s"."""
    return [t for t in words if not t.is_a("possessive_ending")]


def preposition_of(noun: Token) -> tuple[Token | None, Token]:
    """Return a noun's preposition, if it has one, and the word that the phrase modifies."""
    if noun.dep in {"pobj", "pcomp"} and noun.head.dep in {"agent", "dative", "prep"}:
        return noun.head, noun.head.head
    return None, noun.head


def outer_phrase(noun: Token) -> tuple[Token | None, Token]:
    """Return the preposition of a day of an event: "on the first day of the hearing".

    None of another noun: "on the eve of the hearing".
    """
    is_day = noun.is_a("event_day") and any(c.pos == "ADJ" for c in noun.children)
    return preposition_of(noun) if noun.pos == "PROPN" or is_day else (None, noun)


def is_person_met(noun: Token, words: VenueWords) -> bool:
    """Whether a noun is somebody who was met: "after meeting with her colleague in Oslo".

    "At a press conference with her colleague in Oslo" and "talking to Ada Roe on Radio Nine" count,
    too.
    """
    if noun.dep != "pobj":
        return False
    above = noun.head.head
    is_told = noun.entity == "PERSON" and noun.head.lower in words.prepositions.told
    if is_told and above.lemma in words.talking:
        return True
    if not noun.head.is_a("company_preposition"):
        return False
    is_held = above.lemma in words.event and above.lemma not in words.interviews
    return above.is_a("meeting") or is_held


def speech_before(noun: Token, words: VenueWords) -> Token:
    """Return the event before a noun: "a speech to miners", "a mass for the dead"; else itself."""
    if noun.dep != "pobj":
        return noun
    before, event = noun.head.lower, noun.head.head
    is_spoken = before in words.prepositions.hearer and event.lemma in words.performance
    is_held_for = before in words.prepositions.purpose and event.lemma in words.event
    return event if is_spoken or is_held_for else noun


def is_own(noun: Token) -> bool:
    """Whether a noun is somebody's by a pronoun: "her office"."""
    return any(c.dep == "poss" and c.pos == "PRON" for c in noun.children)


def is_speaker_there(preposition: Token, noun: Token, words: VenueWords) -> bool:
    """Whether a phrase says where a speaker is, and what for: "Roe, in Oslo for talks, said"."""
    view, last = noun.view, noun.subtree()[-1].i + 1
    if view is None or noun.entity not in PLACES or last >= len(view.tokens):
        return False
    is_set_off = preposition.i > 0 and view.tokens[preposition.i - 1].text == ","
    then = view.tokens[last]
    purpose = then.child("pobj") if then.lower in words.prepositions.purpose else None
    is_purpose = purpose is not None and purpose.entity not in TIMES
    is_why = is_purpose or is_infinitive(then.head)
    return is_set_off and is_why and preposition.lower in words.prepositions.place


def is_answered(noun: Token, words: VenueWords) -> bool:
    """Whether a noun is something that somebody answers: "answering questions in parliament"."""
    return noun.dep == "dobj" and noun.head.lemma in words.answering


def is_arrival(noun: Token, words: VenueWords) -> bool:
    """Whether a phrase says that somebody came to a place: "on her arrival in Lundby"."""
    preposition, _ = preposition_of(noun)
    is_when = preposition is not None and preposition.lower in words.prepositions.arrival
    return is_when and noun.lemma in words.arrivals and noun.pos == "NOUN"


def city_of(noun: Token) -> Token | None:
    """Return the name in "the port city of Lundby", "the capital, Lundby"."""
    if not noun.is_a("settlement"):
        return None
    after = (c for p in noun.children if p.is_a("of") for c in p.children)
    beside = (c for c in noun.children if c.dep == "appos" and c.i > noun.i)
    return next((c for c in (*after, *beside) if c.pos == "PROPN"), None)


def follows_aside(phrase: Token) -> bool:
    """Whether a phrase comes after an aside: "said Roe, a farmer, at the hospital"."""
    beside = [c for c in phrase.head.children if phrase.head.i < c.i < phrase.i]
    is_after = any(c.dep in {"appos", "relcl"} for c in beside)
    return is_after and any(c.text == "," and c.i == phrase.i - 1 for c in beside)


def is_bare(noun: Token) -> bool:
    """Whether a singular noun has no words before it: "in protest"."""
    first = next(iter(noun.hyphenated()), noun)
    before = (c for part in {first, noun} for c in part.children if c.i < first.i)
    return noun.tag == "NN" and next(before, None) is None


def has_article(noun: Token) -> bool:
    """Whether a name has "the" or another word before it."""
    return any(t.is_a("definite_article") for t in phrase(noun)) or len(phrase(noun)) > 1


def is_of_title(noun: Token) -> bool:
    """Whether the name of a programme follows: "the broadcast of “Harbour Talk”"."""
    below = [below for word, below in prepositional(noun) if word.is_a("of")]
    return noun.is_a("titled_programme") and not all(is_own(t) and t.pos == "NOUN" for t in below)


def term_of(noun: Token) -> str:
    """Return the lemma of a noun, or a hyphenated noun in full: "op-ed"."""
    before = noun.hyphenated()
    return "".join(t.lower for t in (*before, noun)) if before else noun.lemma


def pair_of(noun: Token) -> str:
    """Return a noun with the word before it, "mixed zone", or "" if no word modifies it there."""
    beside = next((c for c in noun.children if c.i == noun.i - 1), None)
    return f"{beside.lower} {noun.lemma}" if beside is not None else ""


def event_term(noun: Token, words: VenueWords) -> str:
    """Return the lemma of a noun, or a pair of words that is an event: "question time"."""
    pair = pair_of(noun)
    return pair if pair in words.event and noun.lemma not in words.event else noun.lemma


def is_indefinite(noun: Token) -> bool:
    """Whether a noun has "a" before it."""
    return any(c.is_a("indefinite_article") for c in noun.children)


def body_of(noun: Token) -> list[Token]:
    """Return the full name of a court or chamber: "House of Commons", "Coroner's Court"."""
    owner = noun.child("poss")
    is_owned = owner is not None and owner.pos == noun.pos == "PROPN"
    return [
        *(phrase(owner) if owner is not None and is_owned else ()),
        *name_of(noun),
        *_of_name(noun),
    ]


def has_name_after_of(noun: Token) -> bool:
    """Whether a name goes on after "of": "University of Lundby"."""
    after = _of_name(noun)
    return bool(after) and bool(noun.entity) and all(t.entity == noun.entity for t in after)


def full_name(noun: Token) -> list[Token]:
    """Return the name of an event with what it is of: "European Congress of Reef Science"."""
    words = name_of(noun)
    return [*words, *_of_name(noun)] if len(words) > 1 else words


def outlet_name(noun: Token) -> list[Token]:
    """Return the name of an outlet, with what it is of if that is in it: "Journal of Reefs"."""
    below = [c for c in _of_name(noun) if c.entity and c.entity == noun.entity]
    return [*name_of(noun), *(below or number_after(noun))]


def number_after(name: Token) -> list[Token]:
    """Return the number after a name: "Channel Six"."""
    return [c for c in name.children if c.i == name.i + 1 and c.pos == "NUM"]


def _of_name(noun: Token) -> list[Token]:
    """Return what follows the first words of a name: "of Commons", "of Reef Science"."""
    link = next((c for c in noun.children if c.is_a("of") and c.i == noun.i + 1), None)
    after = link.child("pobj") if link is not None and noun.pos == "PROPN" else None
    if link is None or after is None or after.pos != "PROPN":
        return []
    return [link, *(t for t in phrase(after) if t.i <= after.i), *_of_name(after)]


def towns_of(noun: Token, words: VenueWords) -> Iterator[Token]:
    """Yield the towns that something is in: "the parsonage in Oslo", "a fair in Lundby"."""
    for preposition, place in prepositional(noun):
        town = city_of(place) or place
        is_in = preposition.lower in words.prepositions.room
        if is_in and town.pos == "PROPN" and town.entity not in NO_PLACES:
            yield town


def speaks_at_destination(verb: Token, words: VenueWords) -> bool:
    """Whether somebody was at a place and spoke there: "flew to Oslo, where he said"."""
    subject = verb.child("nsubj")
    came = next((a for a in verb.ancestors() if is_verb(a)), verb)
    is_there = verb.dep == "relcl" and any(c.is_a("place_relative") for c in verb.children)
    is_same = subject is not None and subject.pos == "PRON" and verb.tag == "VBD"
    is_past = came.tag == "VBD" or any(c.tag == "VBD" and c.dep == "aux" for c in came.children)
    was_at = came.is_a("copula") and any(c.is_a("venue_preposition") for c in came.children)
    return is_there and is_same and is_past and (was_at or came.lemma in words.scene_verbs)


def is_place_before(child: Token, noun: Token) -> bool:
    """Whether a word before a noun is its place: "an Oslo rally"."""
    return child.entity == "GPE" and child.i < noun.i and child.dep in {"compound", "nmod", "amod"}


def name_of(noun: Token) -> list[Token]:
    """Return a venue's words up to its head, without articles, possessives and dates."""
    owners = [c for c in noun.children if c.dep == "poss" and c.i < noun.i]
    if noun.entity in PLACES:
        owners = [c for c in owners if c.entity != noun.entity]  # "St. Peter's Square" is one name
    if noun.pos == "PROPN":
        owners = [c for c in owners if not c.subtree()[0].is_a("site_owner")]
    first = max((o.subtree()[-1].i + 1 for o in owners), default=0)
    words = [t for t in phrase(noun) if first <= t.i <= noun.i and t.dep not in {"det", "case"}]
    words += [t for t in noun.hyphenated() if t not in words]
    words.sort(key=position)
    if noun.entity not in TIMES:
        words = [t for t in words if t.entity not in TIMES or _is_of_name(t)]
    while words and words[0].text in _MARKS:
        words = words[1:]
    return words or [noun]


def _is_of_name(time: Token) -> bool:
    """Whether a word for a time is part of a name: "Tonight" in a programme, "daily briefing"."""
    return time.is_a("recurring") or (time.text.istitle() and time.is_a("dated_name"))
