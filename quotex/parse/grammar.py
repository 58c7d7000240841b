"""The rules' questions to a parse. The trees of all engines have the same shape (``shape.py``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotex.parse.view import Token

NOUN_SUBJECTS = ("nsubj", "nsubjpass")
SUBJECTS = (*NOUN_SUBJECTS, "csubj", "csubjpass")  # clauses as well: "that it rains is clear"
AUXILIARIES = frozenset({"aux", "auxpass"})
NOUN_CLAUSES = frozenset({"acl", "relcl"})  # clauses that modify a noun
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CASE_DEPS = ("case", "prep")
_SHARES_SUBJECT = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "dep"})
_VERBAL = frozenset({"VERB", "AUX"})
_DETERMINERS = frozenset({"DET", "PRON"})
_OUTSIDE_PHRASE = frozenset({"relcl", "appos", "acl", "parataxis", "ccomp", "advcl"})
_TRAILING_MODIFIERS = frozenset(
    {"prep", "nmod", "conj", "cc", "punct", "case", "nummod", "compound", "amod"}
)


def is_verb(token: Token) -> bool:
    """Whether the token is a verb form, including auxiliaries."""
    return token.pos in _VERBAL


def particle(verb: Token) -> Token | None:
    """Return the particle of a phrasal verb: ``out`` of "pointed out", ``back`` of "shot back"."""
    for child in verb.children:
        if child.dep == "prt" or (
            child.dep == "advmod" and child.is_a("particle") and child.i == verb.i + 1
        ):
            return child
    return None


def is_infinitive(verb: Token) -> bool:
    """Whether the verb has a ``to`` of its own: "to come"."""
    return any(
        c.is_a("infinitive_marker") and c.dep == "aux" and c.i < verb.i for c in verb.children
    )


def is_negated(token: Token) -> bool:
    """Whether the token is negated: by "not", "never", "without" or "stopped short of"."""
    if token.dep == "pcomp" and token.head.is_a("without"):
        return True
    if withholding_words(token) or _is_in_negated_pair(token):
        return True
    return any(
        c.dep == "neg" or c.is_a("negation") or (c.dep == "mark" and c.is_a("without"))
        for c in token.children
    )


def _is_in_negated_pair(verb: Token) -> bool:
    """Whether a verb is one of a negated pair: "neither confirmed nor denied"."""
    above = verb.head if verb.dep == "conj" else verb
    return any(
        c.is_a("negative_conjunction") and c.dep in {"preconj", "cc"} and (c.i < verb.i)
        for c in above.children
    )


def withholding_words(verb: Token) -> list[Token]:
    """Return the words that say a verb is not done: "stopped short of" denying, "failed to" say."""
    above = verb.head
    if verb.dep == "xcomp":
        return [above] if above.is_a("withholding") else []
    if verb.dep != "pcomp" or above.dep != "prep":
        return []
    governor = above.head
    near = next((c for c in governor.children if c.is_a("short") and c.i == above.i - 1), governor)
    if near.is_a("short") and near.head is not near:
        return [near.head, near, above]
    return [governor, above] if governor.is_a("withholding") else []


def is_plural(noun: Token) -> bool:
    """Whether a noun or a name has a plural form."""
    return noun.tag in {"NNS", "NNPS"}


def is_definite(noun: Token) -> bool:
    """Whether a noun has "the", "this" or "that" before it."""
    for child in noun.children:
        if child.is_a("definite") and child.i < noun.i and child.pos in _DETERMINERS:
            return True
    return False


def is_familiar(noun: Token) -> bool:
    """Whether a noun is presented as known to the reader: "the rally", "his speech"."""
    return any(c.i < noun.i and c.is_a("known_determiner") for c in noun.children)


def is_negative_source(source: Sequence[Token]) -> bool:
    """Whether a source is actually nobody: "nobody", "no official"."""
    return bool(source) and source[0].is_a("negative_noun")


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive, including a bare participle after a noun."""
    if any(c.dep in {"nsubjpass", "auxpass"} for c in verb.children):
        return True
    return verb.tag == "VBN" and verb.dep in {"acl", "amod"}


def is_fronted_participle(verb: Token) -> bool:
    """Whether the verb is a bare participle before its clause: "asked if it rained, she said"."""
    above = verb.head
    return (
        verb.tag == "VBN"
        and verb.dep == "advcl"
        and verb.i < above.i
        and verb.child("aux", "auxpass", "mark") is None
    )


def agent(verb: Token) -> Token | None:
    """Return the noun in the by-phrase of a passive."""
    for preposition, noun in prepositional(verb):
        if preposition.is_a("agent_preposition"):
            return noun
    return None


def prepositional(token: Token) -> Iterator[tuple[Token, Token]]:
    """Yield the (preposition, object) pairs that depend on a token, in text order."""
    for child in token.children:
        if child.dep in {"prep", "agent"} and child.pos in {"ADP", "SCONJ", "PART", "ADV"}:
            for below in child.children:
                if below.dep in {"pobj", "pcomp"}:
                    yield child, below


def subject(verb: Token, *, depth: int = 4) -> Token | None:
    """Return the noun that performs the action of the verb: its own subject or a shared one.

    A participle or an infinitive takes the subject of the verb above it; a passive has its agent.
    A relative pronoun is returned as it is (see ``antecedent``).
    """
    if is_passive(verb):
        return agent(verb)
    own = verb.child(*SUBJECTS)
    if own is not None:
        return antecedent(own, verb) if own.is_a("complementizer") else own
    if depth == 0 or verb.head is verb:
        return None
    if is_loose_participle(verb):
        return subject(_main_verb(verb), depth=depth - 1)
    if verb.dep in NOUN_CLAUSES:
        return verb.head if not is_verb(verb.head) else subject(verb.head, depth=depth - 1)
    if verb.dep == "pcomp" and verb.head.dep == "prep":
        above = verb.head.head
        above = above.head if above.is_a("short") else above
        controlled = above.child("dobj") if verb.head.is_a("comparison") else None
        if controlled is not None and not is_passive(above):  # "quoted her as saying"
            return controlled
        return _shared_subject(verb, above, depth) if is_verb(above) else None
    if verb.dep in _SHARES_SUBJECT and is_verb(verb.head):
        return _shared_subject(verb, verb.head, depth)
    return None


def is_loose_participle(verb: Token) -> bool:
    """Whether the verb is an "-ing" form set off from its clause: ", adding that …"."""
    if verb.tag != "VBG" or verb.dep not in {"advcl", "acl", "dep"} or verb.head.i > verb.i:
        return False
    return any(c.text in {",", "—", "–", "--"} and c.i == verb.i - 1 for c in _siblings(verb))


def _siblings(verb: Token) -> list[Token]:
    above = verb.head
    return [*above.children, *(above.head.children if above.head is not above else ())]


def _main_verb(verb: Token) -> Token:
    """Return the verb whose subject a loose participle shares: the main verb of its sentence."""
    above = verb.head
    while not is_verb(above) and above.head is not above:
        above = above.head
    while (
        above.dep in {"ccomp", "xcomp", "relcl", "acl", "conj", "pcomp"} and above.head.i < above.i
    ):
        higher = above.head
        while not is_verb(higher) and higher.head is not higher:
            higher = higher.head
        if not is_verb(higher):
            break
        above = higher
    return above


def _shared_subject(verb: Token, above: Token, depth: int) -> Token | None:
    if verb.dep == "xcomp":
        controlled = above.child("dobj", "dative")
        if controlled is not None and is_infinitive(verb):
            return controlled
    if is_passive(above):
        return above.child("nsubjpass") if verb.dep != "conj" else subject(above, depth=depth - 1)
    return subject(above, depth=depth - 1)


def antecedent(pronoun: Token, verb: Token) -> Token:
    """Return the noun that a relative pronoun refers to; return any other word unchanged."""
    if pronoun.is_a("relative") and pronoun.tag in {"WP", "WDT", "WP$", "PRON"}:
        clause = verb
        while clause.dep in {"conj", "xcomp", "ccomp"} and clause.head is not clause:
            clause = clause.head
        if clause.dep == "relcl":
            return clause.head
    return pronoun


def phrase(head: Token) -> list[Token]:
    """Return the noun phrase of ``head``, without relative clauses, appositions or stray marks."""
    words = _left_part(head)
    for child in head.children:
        if child.i < head.i:
            continue
        if child.dep == "appos" and _in_brackets(child):
            words.extend(child.subtree())
            continue
        if child.text in {"(", ")"}:
            words.append(child)
            continue
        if child.dep not in _TRAILING_MODIFIERS or child.lower in {",", ";", ":", "—", "–", "--"}:
            break
        words.extend(t for t in child.subtree() if not _is_outside_phrase(t, head))
    return trimmed(contiguous(words))


def _in_brackets(token: Token) -> bool:
    return any(c.text == "(" for c in token.head.children if c.i == token.subtree()[0].i - 1)


def _left_part(head: Token) -> list[Token]:
    words = [head]
    for child in head.children:
        if child.i < head.i and child.dep not in _OUTSIDE_PHRASE and child.dep not in _CASE_DEPS:
            words.extend(child.subtree())
    return words


def _is_outside_phrase(token: Token, top: Token) -> bool:
    while token is not top:
        if token.dep in _OUTSIDE_PHRASE:
            return True
        token = token.head
    return False


def contiguous(words: list[Token]) -> list[Token]:
    """Return the unbroken run of ``words``, in text order, that contains the first of them."""
    head = words[0]
    by_number = {t.i: t for t in words}
    first = last = head.i
    while first - 1 in by_number:
        first -= 1
    while last + 1 in by_number:
        last += 1
    return [by_number[i] for i in range(first, last + 1)]


def trimmed(words: list[Token]) -> list[Token]:
    """Return ``words`` without marks and conjunctions at the edges."""
    start, end = 0, len(words)
    while start < end and not _may_be_at_edge(words[start]):
        start += 1
    while end > start and not _may_be_at_edge(words[end - 1], last=True):
        end -= 1
    return words[start:end]


def _may_be_at_edge(token: Token, *, last: bool = False) -> bool:
    if token.lower in {")", "]"}:
        return last
    return token.is_word and token.dep != "cc" and not (last and token.dep in _CASE_DEPS)


def verb_group(verb: Token) -> list[Token]:
    """Return the verb with adjacent auxiliaries, negation, adverbs and particle, as one run."""
    words = [verb]
    words.extend(
        c for c in verb.children
        if c.dep in {"aux", "auxpass", "neg", "prt", "advmod"} and not c.children
    )  # fmt: skip
    return contiguous(words)


def without_subordinator(head: Token) -> list[Token]:
    """Return the subtree of ``head`` without the "if" or "whether" that introduces it."""
    words = head.subtree()
    marker = head.child("mark")
    if marker is None or marker is not words[0] or marker.is_a("complementizer"):
        return words
    return words[1:] if marker.pos in {"ADP", "SCONJ"} else words
