"""Which words of a candidate are its source, and which word of a source has the name."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.languages.word_lists import SpeakerWords
from quotex.parse.grammar import NOUN_CLAUSES, is_passive, is_verb, phrase, prepositional
from quotex.parse.view import NOMINAL, Token, position
from quotex.quotations.candidate import Candidate
from quotex.quotations.content import hears
from quotex.quotations.cue import source_of
from quotex.speakers.kinds import kind_of_noun
from quotex.speakers.names.cluster import Cluster
from quotex.speakers.names.names import Names
from quotex.speakers.phrases import head_of

_RELATIVE_TAGS = frozenset({"WP", "WDT", "IN"})
_NO_PREDICATE = frozenset({"aux", "auxpass", "amod"})
_PAST = frozenset({"VBD", "VBN"})
_LONGEST_NAME = 8  # tokens
_MAX_GAP = 3  # tokens from the last of a name to a relative pronoun


def source_words(candidate: Candidate) -> Sequence[Token]:
    """Return the source, or what takes its place.

    Whoever is "quoted as saying" something is the source; in "the court told" and "the court heard"
    the court is the hearer; a relative clause is replaced with its pronoun, which leads to the
    noun. If the cue has a noun but the source has none, the two were mixed up; if there is no
    source, the cue's own subject is the source if it is a name.
    """
    source, cue = candidate.source, candidate.cue
    quoted = _quoted_person(cue)
    if quoted is not None:
        return phrase(quoted)
    if any(_subject_is_hearer(verb) or hears(verb) for verb in cue):
        return ()
    if len(source) > 1 and source[0].is_a("relative_noun") and is_verb(head := head_of(source)):
        return [source[0]] if head.dep == "relcl" else source  # "which were published today"
    if source and _is_cue_like(source) and not any(is_verb(t) for t in cue) and _is_nominal(cue):
        return cue
    if source or not cue:
        return source
    verb = next((t for t in cue if is_verb(t) and t.dep not in _NO_PREDICATE), None)
    found = source_of(verb) if verb is not None and not _is_participle(verb) else []
    inside = any(s <= t.start < e for t in found for s, e in candidate.content)
    return found if not inside and _is_name(found) else []


def person_after_office(source: Sequence[Token], names: Names) -> Cluster | None:
    """Return the person whose name follows an office: "Oslo police Chief Ada Roe"."""
    name = names.covering(source[-1]) if source else None
    if name is None or name.label != "PERSON":
        return None
    office = [t for t in source if t.i < names.start_of(source[-1])]
    is_office = all(t.pos in {"PROPN", "NOUN", "ADJ"} for t in office)
    return name if is_office and any(t.pos == "NOUN" for t in office) else None


def person_set_off(source: Sequence[Token], names: Names) -> Cluster | None:
    """Return the person between commas at the end: "a spokesman for the firm, Ada Roe,"."""
    words = [t for t in source if t.is_word]
    name = names.covering(words[-1]) if words else None
    if name is None or name.label != "PERSON":
        return None
    first = names.start_of(words[-1])
    before = [t for t in source if t.i < first]
    return name if before and before[-1].text == "," else None


def person_after_office_phrase(noun: Token, names: Names) -> Cluster | None:
    """Return the person set off after an office's complement: "the envoy to Norland, Ada Roe,".

    Or right after an office that the parser takes for an apposition to something else: "seen by the
    Post, chief executive Ada Roe wrote".
    """
    beside = names.starting(noun.i + 1) if noun.dep == "appos" else None
    if beside is not None and beside[0].label == "PERSON":
        return beside[0]
    words = phrase(noun)
    last = next((t for t in reversed(words) if t.is_word), noun)
    name = last.head
    is_behind = last.dep == "appos" and name.pos == "PROPN" and name.head.head is noun
    return person_set_off(words, names) if is_behind else None


def coordinated_heads(source: Sequence[Token], head: Token, names: Names) -> list[Token]:
    """Return the heads of the phrases that "and" joins in a source, in text order.

    A name that is an apposition to a noun takes the noun's place:
    "Ruiz and Okafor"; "the mayor, Ruiz, and her deputy, Okafor,"; "two divers, Ruiz and Okafor,".
    """
    inside = {t.i for t in source}
    nouns, heads = [head], []
    for noun in nouns:
        name = _name_beside(noun, inside, names)
        heads.append(name)
        both = [noun] if name is noun else [noun, name]
        nouns += [c for t in both for c in t.children if c.dep == "conj" and c.i in inside]
    return sorted(heads, key=position)


def _name_beside(noun: Token, inside: set[int], names: Names) -> Token:
    if names.covering(noun) is not None:
        return noun
    name = noun.child("appos")
    cluster = names.covering(name) if name is not None and name.i in inside else None
    is_person = cluster is not None and cluster.label == "PERSON"
    return name if name is not None and is_person else noun


def relative_antecedent(head: Token, names: Names, words: SpeakerWords) -> Token | None:
    """Return the noun that a relative pronoun refers to; any other word is returned unchanged.

    In "a diver from Lundby, who said", "who" is the diver; if the noun is an apposition to a
    name, the name is returned. None if no noun is found.
    """
    is_acronym = len(head.text) > 1 and head.text.isupper()  # "WHO"
    if not head.is_a("relative_noun") or head.tag not in _RELATIVE_TAGS or is_acronym:
        return head
    clause = next((t for t in [head, *head.ancestors()] if t.dep in NOUN_CLAUSES), None)
    above = [clause.head, *clause.head.ancestors()] if clause is not None else []
    chain = [t for t in above if t.i < head.i] or _name_just_before(head, names)
    for token in chain:
        if is_verb(token):
            break
        if token.pos in NOMINAL and (
            not head.is_a("person_relative") or _may_speak(token, names, words)
        ):
            return _name_or_noun(token, names)
    return _name_or_noun(chain[0], names) if chain and chain[0].pos in NOMINAL else None


def _may_speak(token: Token, names: Names, words: SpeakerWords) -> bool:
    name = names.covering(token)
    if name is not None:
        return name.label == "PERSON"
    return token.pos == "PRON" or kind_of_noun(token, words) != "unknown"


def _name_or_noun(token: Token, names: Names) -> Token:
    """Return the name that a noun is an apposition to, or else the noun."""
    above = token.head
    if token.dep == "appos" and names.covering(token) is None and names.covering(above) is not None:
        return above
    return token


def _name_just_before(pronoun: Token, names: Names) -> list[Token]:
    """Return the head of the name right before a pronoun, for use if the parse has no noun."""
    for first, _ in names.before(pronoun.i, _LONGEST_NAME):
        last = names.last_word(first)
        if pronoun.i - last.i <= _MAX_GAP and last.sentence == pronoun.sentence:
            return [last]
    return []


def _subject_is_hearer(verb: Token) -> bool:
    """Whether the subject of a verb is the hearer, as in "Boat sank at noon, court told".

    If the subject is the speaker, the verb is followed by a hearer.
    """
    if not verb.is_a("telling") or verb.tag not in _PAST or is_passive(verb) or verb.view is None:
        return False
    after = verb.view.tokens[verb.i + 1 : verb.i + 2]
    is_last = all(t.sentence != verb.sentence or t.text == "." for t in after)
    return is_last and all(c.i < verb.i for c in verb.children if c.dep in {"dobj", "dative"})


def _quoted_person(cue: Sequence[Token]) -> Token | None:
    """Return who is quoted as saying something, whoever does the quoting; None without "as"."""
    for verb in cue:
        if not verb.is_a("quoting") or not is_verb(verb):
            continue
        as_what = [below for word, below in prepositional(verb) if word.is_a("comparison")]
        if any(is_verb(below) for below in as_what):
            return verb.child("nsubjpass") if is_passive(verb) else verb.child("dobj")
    return None


def _is_name(words: Sequence[Token]) -> bool:
    """Whether words are a name; the parser takes many surnames for common nouns."""
    if len(words) == 1 and words[0].tag == "NN":
        return words[0].text[:1].isupper()
    return any(t.pos == "PROPN" for t in words)


def _is_participle(verb: Token) -> bool:
    return is_passive(verb) or (verb.tag == "VBN" and verb.child("aux") is None)


def _is_nominal(words: Sequence[Token]) -> bool:
    return any(t.pos in NOMINAL or t.pos in {"DET", "ADJ", "NUM"} for t in words)


def _is_cue_like(words: Sequence[Token]) -> bool:
    """Whether words are only verbs, prepositions and the like: "said", "According to"."""
    return all(is_verb(t) or t.pos in {"ADP", "SCONJ", "ADV", "PUNCT"} for t in words) and (
        words[0].pos == "ADP" or words[0].text.islower() or words[0].tag == "VBG"
    )
