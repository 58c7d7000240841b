"""What surrounds a quoted stretch: the words before and after, how it begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotex.document.marks import Quoted
from quotex.document.normalise import normalise
from quotex.parse.grammar import FINITE, NOUN_CLAUSES, is_verb, phrase
from quotex.parse.view import PLACES, Token
from quotex.quotations.context import Context

_WORD = re.compile(r"\w+")
_LEAVES_OPEN = frozenset(",!?—–…-")
_SENTENCE_EDGE = frozenset(".!?:;”\"'’…)]")
_SENTENCE_ENDS = frozenset(".!?;:")
_GAP_TOKENS = 45
_BEFORE_CHARS = 40


def has_words(context: Context, stretch: Quoted) -> bool:
    """Whether there is a word between the marks."""
    return _WORD.search(context.view.text, stretch.inner_start, stretch.inner_end) is not None


def paragraph_of(context: Context, stretch: Quoted) -> int:
    """Return the number of the paragraph that a stretch is in."""
    tokens = context.view.tokens
    at = min(context.index.first_at(stretch.start), len(tokens) - 1)
    return context.view.paragraph(tokens[at])


def opens_paragraph(context: Context, stretch: Quoted) -> bool:
    """Whether a stretch is at the beginning of its paragraph."""
    return context.view.paragraphs[paragraph_of(context, stretch)][0] == stretch.start


def at_sentence_edge(context: Context, stretch: Quoted) -> bool:
    """Whether a stretch follows the end of a sentence, or of a clause that leads up to it."""
    before = text_before(context, stretch)
    return not before or before[-1] in _SENTENCE_EDGE or opens_paragraph(context, stretch)


def text_before(context: Context, stretch: Quoted) -> str:
    """Return the last words before a stretch, normalised."""
    start = max(0, stretch.start - _BEFORE_CHARS)
    return normalise(context.view.text, start, stretch.start).text.rstrip()


def inner_text(context: Context, stretch: Quoted) -> str:
    """Return the text between the marks of a stretch, normalised."""
    return normalise(context.view.text, stretch.inner_start, stretch.inner_end).text.strip()


def ending(context: Context, stretch: Quoted, gap: list[Token]) -> str:
    """Return how a stretch leaves its sentence: "open" (a comma), "loose" (no comma), "closed"."""
    inner = inner_text(context, stretch)
    if not inner:
        return "closed"
    if inner[-1] in _LEAVES_OPEN or gap[0].text == ",":
        return "open"
    return "loose" if gap[0].is_word else "closed"


def opens_utterance(context: Context, stretch: Quoted) -> bool:
    """Whether a stretch starts where a sentence or a new clause may start."""
    if at_sentence_edge(context, stretch):
        return True
    before = text_before(context, stretch)
    openers = context.language.classes.words("clause_opener")
    return before[-1] in ",—–-" or before.split()[-1].lower() in openers


def gap_after(context: Context, stretch: Quoted, following: list[Quoted]) -> list[Token]:
    """Return the tokens after a stretch, to the end of its sentence or the next stretch."""
    tokens = context.view.tokens
    first = context.index.first_at(stretch.end)
    paragraph = paragraph_of(context, stretch)
    found: list[Token] = []
    for token in tokens[first : first + _GAP_TOKENS]:
        if following and token.start >= following[0].start:
            break
        if context.view.paragraph(token) != paragraph or token.text in {".", "!", "?", ";"}:
            break
        found.append(token)
    return found


def gap_before(context: Context, stretch: Quoted, before: Quoted | None) -> list[Token]:
    """Return the tokens before a stretch, back to the start of its sentence or another stretch.

    If the stretch opens a paragraph, they are the last sentence of the previous paragraph, provided
    that it ends in a colon.
    """
    tokens = context.view.tokens
    end = context.index.first_at(stretch.start)
    found: list[Token] = []
    paragraph = paragraph_of(context, stretch)
    for token in reversed(tokens[max(0, end - _GAP_TOKENS) : end]):
        if before is not None and token.start < before.end:
            break
        if context.view.paragraph(token) != paragraph:
            if found or token.text not in {":"}:
                break
            paragraph = context.view.paragraph(token)
        if token.text in {".", "!", "?", ";"}:
            break
        found.append(token)
    found.reverse()
    return found


def after_dash(gap: list[Token]) -> list[Token]:
    """Return the tokens after the last dash: the name in "Turnout falls - Jane Roe:"."""
    dashes = [n for n, t in enumerate(gap) if t.text in {"-", "–", "—", "--"} and not t.children]
    spaced = [
        n
        for n in dashes
        if 0 < n < len(gap) - 2 and gap[n - 1].end < gap[n].start < gap[n].end < gap[n + 1].start
    ]
    return gap[spaced[-1] + 1 :] if spaced else gap


def is_sentence_like(context: Context, stretch: Quoted) -> bool:
    """Whether a stretch has a verb of its own and begins like a sentence."""
    inside = context.index.between(stretch.inner_start, stretch.inner_end)
    has_verb = any(is_verb(t) and t.tag in FINITE for t in inside)
    return (
        has_verb
        and bool(inside)
        and (inside[0].text[:1].isupper() or inside[0].dep in {"nsubj", "expl"})
    )


def sentence_before(context: Context, stretch: Quoted) -> list[Token]:
    """Return the tokens of the sentence right before a stretch, without its full stop.

    It is empty if there is none in the paragraph, or if it ends in another mark or has words in
    quotation marks.
    """
    tokens, end = context.view.tokens, context.index.first_at(stretch.start)
    if not end or tokens[end - 1].text != "." or opens_paragraph(context, stretch):
        return []
    paragraph = paragraph_of(context, stretch)
    first = end - 1
    while first and context.view.paragraph(tokens[first - 1]) == paragraph:
        before = tokens[first - 1]
        if before.text in _SENTENCE_ENDS or context.index.stretch_at(before.start) is not None:
            break
        first -= 1
    return tokens[first : end - 1]


def person_named(context: Context, sentence: Sequence[Token]) -> Token | None:
    """Return the person who is the subject of a sentence, None if it is nobody or a thing."""
    for verb in sentence:
        noun = verb.child("nsubj") if is_verb(verb) and verb.tag in FINITE else None
        if noun is None or not verb.is_root or noun.i > verb.i or noun.i < sentence[0].i:
            continue
        return noun if _is_person(context, noun) else None
    return None


def _is_person(context: Context, noun: Token) -> bool:
    """Whether a subject is a person: by its words, or because its verb is what people do."""
    named = [noun, *(c for c in noun.children if c.dep == "compound")]  # "his son Imran"
    if noun.is_a("person_subject") or any(t.entity == "PERSON" for t in noun.subtree()):
        return True
    if any(context.language.speakers.is_person(t.lemma) for t in named):
        return True
    speaks = context.lexicon.sense("verb", noun.head.lemma, "quote") is not None
    return speaks and noun.pos == "PROPN" and noun.entity not in PLACES


def words_of_person(noun: Token) -> list[Token]:
    """Return the words that name a person, with apposition: "Her lawyer, Max Orr"."""
    words = [t for t in noun.subtree() if t.i < noun.head.i]
    if any(t.dep in NOUN_CLAUSES or t.dep == "advcl" for t in words):
        return phrase(noun)
    while words and not words[-1].is_word:
        words.pop()
    return words
