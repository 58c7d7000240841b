"""Which words may say when and where: those that modify a cue's verb, outside the content."""

from __future__ import annotations

from collections.abc import Sequence, Set

from quotex.languages.word_lists import VenueWords
from quotex.occasions.tense import is_future
from quotex.occasions.venues.phrases import is_bare, term_of
from quotex.occasions.verb_chain import is_naming, shares_subject, verb_chain
from quotex.parse.grammar import SUBJECTS, is_plural, is_verb, prepositional
from quotex.parse.view import NOUNS, TIMES, Token, position
from quotex.quotations.candidate import Bounds, Candidate, inside

_CLAUSES = frozenset({"relcl", "acl", "ccomp", "advcl", "appos", "pcomp"})
_OPENING = frozenset({"prep", "npadvmod"})
_SKIPPED = frozenset({"punct", "cc", "advmod", "mark"})


class Modifiers:
    """The words that modify one verb, in text order, as ``tokens``.

    ``own`` are the numbers of the tokens of its cue, ``source`` those of the source, ``cues`` those
    of all cues: a clause with a cue and a subject of its own is about other words.

    A word outside the content that the parser attaches to a word inside it counts as attached to
    the cue.
    """

    def __init__(
        self,
        verb: Token,
        words: VenueWords,
        content: Sequence[Bounds],
        own: set[int],
        source: set[int],
        cues: Set[int] = frozenset(),
    ) -> None:
        self._words = words
        self._content = content
        self._own = own
        self._source = source
        self._cues = cues
        chain = verb_chain(verb, source, words)
        self.tokens = self._collect(chain[-1], {t.i for t in chain})

    def _collect(self, top: Token, chain: set[int]) -> list[Token]:
        """Return the words below ``top`` that modify a verb of ``chain`` within its clause."""
        found: list[Token] = []
        reached: set[int] = set()
        walk = [(top, inside(top, self._content), True)]
        for token, is_inside, is_reached in walk:
            if is_reached and not is_inside:
                found.append(token)
                reached.add(token.i)
            continues = is_inside or is_reached
            for child in token.children:
                if inside(child, self._content):
                    walk.append((child, True, True))
                    continue
                is_own = child.i in chain or (continues and child.i in self._own)
                is_own = is_own or (token.head.i in reached and _follows_clause(child))
                is_own = is_own or (continues and not self._opens_other_clause(child))
                walk.append((child, False, is_own))
        found.sort(key=position)
        return found

    def _opens_other_clause(self, token: Token) -> bool:
        """Whether a word opens a clause of its own, which is about something else."""
        is_scene = (
            _is_busy(token) or token.lemma in self._words.scene_verbs or self._is_on_the_air(token)
        )
        if self._is_other_cue(token) and token.child(*SUBJECTS) is not None:
            return True  # "Roe said he was right when he said on Monday that …"
        if token.dep in {"appos", "parataxis"}:  # "at 4 p.m., June 1st"
            return token.i not in self._source and token.entity not in TIMES
        if token.dep == "relcl" and self._says_when_held(token):
            return False
        if token.dep == "relcl":  # "Roe, who was speaking in Oslo"; "the crowd that came to Oslo"
            is_of_scene = token.tag == "VBG" or token.head.lemma in self._words.audience
            return not (is_scene and is_of_scene) or self._is_reason_to_be_there(token)
        if token.dep == "dobj":
            return token.i not in self._source and self._is_aside(token.head)
        if not is_verb(token):
            return False
        if (noun := _noun_of_participle(token)) is not None:
            return self._is_separate_participle(token, noun, is_scene=is_scene)
        if token.dep in {"ccomp", "conj"}:
            is_reached = _is_participle(token) and token.lemma in self._words.reaching
            return not is_reached  # "Roe, reached at home, said"; "said Roe, reached at home"
        if token.dep in {"advcl", "xcomp", "pcomp"}:
            is_there = shares_subject(token, self._source) or self._is_meanwhile(token)
            return not is_there or (token.tag == "VBG" and not is_scene)
        return False

    def _says_when_held(self, verb: Token) -> bool:
        """Whether a relative clause says when an event took place: "a rally that was held here"."""
        held = verb.child("dobj")  # "which took place", but not "Oslo, which holds a vote"
        is_held = verb.is_a("holding") and (held is None or is_bare(held))
        is_past = (is_held or verb.lemma in self._words.airing) and not is_future(verb)
        return is_past and self._is_of_event(verb.head)

    def _is_on_the_air(self, verb: Token) -> bool:
        """Whether somebody calls a programme: "calling in to Morning Table from Oslo"."""
        is_called = verb.lemma in self._words.calling and verb.child("prt") is not None
        return is_called and any(
            preposition.lower in self._words.prepositions.destination
            for preposition, _ in prepositional(verb)
        )

    def _is_reason_to_be_there(self, verb: Token) -> bool:
        """Whether a clause only says why somebody was at the place of another event.

        "At a press conference in Oslo, where she was attending a summit".
        """
        is_of_place = any(c.is_a("place_relative") for c in verb.children)
        above = next((a for a in verb.ancestors() if is_verb(a)), verb)
        events = (noun for _, noun in prepositional(above) if noun.i < verb.i)
        return is_of_place and any(noun.lemma in self._words.event for noun in events)

    def _is_other_cue(self, token: Token) -> bool:
        return token.i in self._cues and token.i not in self._own

    def _is_separate_participle(self, token: Token, noun: Token, *, is_scene: bool) -> bool:
        """Whether a participle says something about a noun other than how words were said.

        False for "in an interview recorded on Monday" and for "Roe, reached by phone".
        """
        is_of_event = self._is_of_event(noun)
        if not _is_participle(token) or (is_scene and not is_of_event):
            return not is_scene
        if is_of_event:
            return token.lemma in self._words.finding or not self._is_said_in(noun)
        is_reached = noun.i in self._source and token.lemma in self._words.reaching
        return not is_reached and token.lemma not in self._words.quoting

    def _is_said_in(self, noun: Token) -> bool:
        """Whether words were said at an event or in a document; False for "replied to it"."""
        prepositions = self._words.prepositions
        if noun.dep != "pobj" or noun.head.i in self._own:
            return True
        return any(
            noun.head.lower in introducing
            for introducing in (prepositions.event, prepositions.medium, prepositions.document)
        )

    def _is_of_event(self, noun: Token) -> bool:
        return noun.lemma in self._words.event or term_of(noun) in self._words.dated

    def _is_meanwhile(self, verb: Token) -> bool:
        """Whether a clause says where the press met the speaker, or what was going on.

        "When the Herald visited her", "as the hearing opened", "as the members filed out".
        """
        subject, mark = verb.child(*SUBJECTS), verb.child("mark", "advmod")
        if subject is None or mark is None or not mark.is_a("meanwhile"):
            return False
        is_institution = subject.pos == "PROPN" and subject.child("det") is not None
        is_press = subject.lemma in self._words.press or subject.is_a("journalist")
        is_outlet = is_press or subject.entity == "ORG" or is_institution
        is_event = subject.lemma in self._words.event and verb.lemma in self._words.in_progress
        is_gathering = is_plural(subject) and verb.lemma in self._words.assembling
        return (
            is_event
            or is_gathering
            or (is_outlet and verb.lemma in self._words.passing | self._words.calling)
        )

    def _is_aside(self, verb: Token) -> bool:
        """Whether a participle is about something other than speaking: "recalling a visit to"."""
        is_participle = verb.tag == "VBG" and verb.i not in self._own
        return is_participle and verb.lemma not in self._words.scene_verbs


def _is_busy(token: Token) -> bool:
    return token.tag == "VBG" and token.is_a("busy")  # "Roe, nursing a coffee in the canteen, said"


def _is_participle(verb: Token) -> bool:
    """Whether a verb is a participle, or must be one since it follows a comma: "Roe, found"."""
    before = verb.view.tokens[verb.i - 1].text if verb.view is not None and verb.i else ""
    is_set_off = verb.dep in {"acl", "ccomp"} and before == ","
    return is_set_off if verb.tag == "VBD" else verb.tag == "VBN"


def _noun_of_participle(token: Token) -> Token | None:
    """Return the noun that a participle is about: "a letter signed by Roe and sent on Monday"."""
    if token.dep == "acl":
        return token.head
    is_joined = token.dep == "conj" and token.head.dep == "acl" and token.tag == "VBN"
    return token.head.head if is_joined else None


def _follows_clause(phrase: Token) -> bool:
    """Whether a phrase comes after its clause: "said Roe, who owns it, in Oslo"."""
    verb = phrase.head
    if phrase.view is None or verb.dep != "relcl" or phrase.dep not in _OPENING:
        return False
    comma, last = phrase.view.tokens[phrase.i - 1], phrase.subtree()[-1]
    is_last = last is verb.subtree()[-1] and last.i + 1 < len(phrase.view.tokens)
    is_enclosed = is_last and phrase.view.tokens[last.i + 1].text == ","
    return comma.text == "," and comma.i > verb.i + 1 and is_last and not is_enclosed


def tail_of(candidate: Candidate, verb: Token) -> list[Token]:
    """Return the words of a content that is not a clause but a noun phrase of the cue.

    "She criticised the plan in an interview on Monday": the parser attaches the end to the noun,
    which makes it part of the content. Clauses within the content are left out.
    """
    words = [t for t in verb.subtree() if inside(t, candidate.content)]
    tops = [t for t in words if not inside(t.head, candidate.content)]
    if not tops or not _is_nominal(tops[0], verb):
        return []
    return [t for t in words if _is_under(t, {top.i for top in tops})]


def _is_nominal(top: Token, verb: Token) -> bool:
    return top.dep == "prep" or (top.head is verb and top.pos in NOUNS)


def _is_under(token: Token, top: set[int]) -> bool:
    while token.i not in top:
        if token.dep in _CLAUSES or token.head is token:
            return False
        token = token.head
    return True


def opening_of(sentence: list[Token], verb: Token, content: Sequence[Bounds]) -> list[Token]:
    """Return the phrases that open a sentence and apply to all of it: "On Monday, in Oslo,"."""
    root = next((t for t in sentence if t.is_root), verb)
    if root is verb or is_naming(verb) or any(t.dep == "relcl" for t in [verb, *verb.ancestors()]):
        return []
    found: list[Token] = []
    for child in root.children:
        if child.i > root.i or child.dep not in _OPENING | _SKIPPED:
            break
        if child.dep in _OPENING:
            found += (t for t in child.subtree() if not _is_in_others_clause(t, child))
    return [t for t in found if not inside(t, content)]


def _is_in_others_clause(token: Token, opener: Token) -> bool:
    """Whether a word is in another's clause: "asked whether Roe would go to Oslo, she said"."""
    while token is not opener:
        if is_verb(token) and token.child(*SUBJECTS) is not None:
            return True
        token = token.head
    return False
