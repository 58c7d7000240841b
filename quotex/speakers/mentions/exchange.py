"""What speech shows about the pronouns in it and beside it.

Nobody who is quoted word for word calls himself "he" or uses his own name: "he" within quotation
marks is not the speaker, and whoever said “Ada Roe is a legend” is not Ada Roe. A reply comes from
whoever was asked, not from the one who asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass

from quotex.document.quoted import NESTED
from quotex.parse.grammar import is_fronted_participle, is_passive, is_plural, is_verb
from quotex.parse.view import Token
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context
from quotex.speakers.names.cluster import Cluster
from quotex.speakers.phrases import head_of

Known = Callable[[Token], Cluster | None]

_PEOPLE = frozenset({"PERSON", "NOUN"})  # labels
_PREDICATES = frozenset({"attr", "appos", "compound"})  # "I am Ada Roe"
_HEARERS = ("dobj", "dative")
_SENTENCES_TO_REPLY = 1


@dataclass(frozen=True, slots=True)
class Reply:
    """Who was asked or told something, and who asked; None if the text does not say."""

    asked: Token | None
    asker: Token | None


class Exchange:
    """The speech of one article, as pronouns see it.

    ``sources`` are the sources of the candidates, in the same order.
    """

    def __init__(
        self,
        context: Context,
        candidates: Sequence[Candidate],
        sources: Sequence[Sequence[Token]],
    ) -> None:
        self._context = context
        self._speaker_of: dict[int, Token] = {}
        self._quoted_by: dict[int, list[Token]] = {}
        self._replies: dict[int, Reply] = {}
        for number, candidate in enumerate(candidates):
            if sources[number]:
                self._note_speaker(candidate, head_of(sources[number]))
                reply = self._reply(candidates, sources, number)
                if reply is not None:
                    self._replies[head_of(sources[number]).i] = reply

    def is_quoted(self, token: Token) -> bool:
        """Whether a word is in quotation marks and the text says who speaks it."""
        return token.i in self._speaker_of

    def person_asked(self, pronoun: Token, known: Known) -> Cluster | None:
        """Return the person who was asked, if ``pronoun`` is the source of a reply."""
        reply = self._replies.get(pronoun.i)
        cluster = known(reply.asked) if reply is not None and reply.asked is not None else None
        return cluster if cluster is not None and cluster.label in _PEOPLE else None

    def excluded(self, pronoun: Token, known: Known, expected: Known) -> Set[Cluster]:
        """Return those whom a pronoun for one person cannot refer to, given who says what.

        ``known`` returns who an earlier word refers to, and ``expected`` who a later one would.
        """
        found: set[Cluster | None] = set()
        speaker = self._speaker_of.get(pronoun.i)
        if speaker is not None:
            found.add(known(speaker) or expected(speaker))
        reply = self._replies.get(pronoun.i)
        if reply is not None and reply.asker is not None:
            found.add(known(reply.asker))
        said = self._quoted_by.get(pronoun.i, ())
        found |= {known(t) for t in said if t.dep not in _PREDICATES and t.pos == "PROPN"}
        return {cluster for cluster in found if cluster is not None}

    def _note_speaker(self, candidate: Candidate, speaker: Token) -> None:
        index, quoted = self._context.index, self._context.document.quoted
        for start, end in candidate.content:
            for token in index.between(start, end):
                # Marks within marks are words of somebody else: “He said, ‘Ada, come home’”.
                is_own = index.stretch_at(token.start) and quoted[token.start] != NESTED
                if is_own and token is not speaker:
                    self._speaker_of[token.i] = speaker
                    self._quoted_by.setdefault(speaker.i, []).append(token)

    def _reply(
        self, candidates: Sequence[Candidate], sources: Sequence[Sequence[Token]], number: int
    ) -> Reply | None:
        """Return who is asked and who asks, if a candidate is a reply to the one before it."""
        candidate = candidates[number]
        replying = next((t for t in candidate.cue if t.is_a("replying") and is_verb(t)), None)
        if replying is None or not number or any(map(is_fronted_participle, replying.children)):
            return None
        before = candidates[number - 1]
        between = self._context.index.between
        words = [*before.cue, *sources[number - 1], *between(*before.content[-1])]
        answer = [*candidate.cue, *between(*candidate.content[0])]
        last = max((t.sentence for t in words), default=0)
        away = min(t.sentence for t in answer) - last
        if not 0 <= away <= _SENTENCES_TO_REPLY:
            return None
        asks = any(t.is_a("asking") for t in before.cue)
        asked = next(self._hearers(before), None) or self._discussed(before, replying)
        asker = head_of(sources[number - 1]) if asks and sources[number - 1] else None
        return Reply(asked, asker) if asked is not None or asker is not None else None

    def _discussed(self, candidate: Candidate, replying: Token) -> Token | None:
        """Return the person about whom something was said: "she suggested that Roe had lied".

        None if the reply says whom it answers: "he replied to critics".
        """
        if replying.child("dative", "dobj", "prep") is not None or not candidate.content:
            return None
        top = next(self._tops(candidate), None)
        person = top.child("nsubj", "nsubjpass") if top is not None and is_verb(top) else top
        is_named = person is not None and person.pos == "PROPN" and person.entity == "PERSON"
        return person if is_named else None

    def _tops(self, candidate: Candidate) -> Iterator[Token]:
        """Yield the words of a content that do not modify others in it."""
        between = self._context.index.between
        content = [t for start, end in candidate.content for t in between(start, end)]
        inside = {t.i for t in content}
        yield from (t for t in content if t.head.i not in inside or t.head is t)

    def _hearers(self, candidate: Candidate) -> Iterator[Token]:
        """Yield those who are asked or told something in a candidate's cue, or in its content.

        "The captain told the mate that it was late, according to a witness."
        """
        between = self._context.index.between
        inside = {t.i for start, end in candidate.content for t in between(start, end)}
        for verb in [*candidate.cue, *self._tops(candidate)]:
            if not is_verb(verb) or not (verb.is_a("asking") or verb.is_a("telling")):
                continue
            deps = ("nsubjpass",) if is_passive(verb) else _HEARERS
            for child in verb.children:
                is_other = verb.i not in inside and child.i in inside
                if child.dep in deps and not is_plural(child) and not is_other:
                    yield child
