"""Direct quotations: stretches in quotation marks that are somebody's words, and their cues."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotex.detection.candidate import Candidate, Context
from quotex.detection.cue import CueVerb, cue_verb, source_of
from quotex.detection.grammar import is_negated, is_verb, phrase, verb_group
from quotex.detection.rules.phrases import phrase_cue_in
from quotex.engine.view import NOMINAL, Token
from quotex.lexicon.model import Sense
from quotex.text.marks import Quoted

_WORD = re.compile(r"\w+")
_ENDS_SENTENCE = frozenset(".!?")
_LEAVES_OPEN = frozenset(",!?—–…-")
_WHOLE_SENTENCE_WORDS = 4
_GAP_TOKENS = 45
_FALLBACK = Sense("verb", "", "quote", "speech", "asserts")


def quoted(context: Context) -> Iterator[Candidate]:
    """Give each quoted stretch that is an utterance its cue; join the parts of one utterance."""
    last: Candidate | None = None
    last_paragraph = -1
    stretches = [q for q in context.outer if _has_words(context, q)]
    for number, stretch in enumerate(stretches):
        paragraph = _paragraph(context, stretch)
        found = _cue_after(context, stretches, number) or _cue_before(context, stretches, number)
        if last is not None and _goes_on(context, last, stretch, found, paragraph - last_paragraph):
            last.content.append((stretch.start, stretch.end))
            last_paragraph = paragraph
            continue
        if found is not None:
            last = found
            last_paragraph = paragraph
            yield found
        elif not stretch.continues:
            last = _uncued(context, stretch, last, paragraph - last_paragraph)
            if last is not None:
                last_paragraph = paragraph
                yield last


def _has_words(context: Context, stretch: Quoted) -> bool:
    return _WORD.search(context.view.text, stretch.inner_start, stretch.inner_end) is not None


def _paragraph(context: Context, stretch: Quoted) -> int:
    tokens = context.view.tokens
    at = min(context.index.first_at(stretch.start), len(tokens) - 1)
    return context.view.paragraph(tokens[at])


def _goes_on(
    context: Context, last: Candidate, stretch: Quoted, found: Candidate | None, paragraphs: int
) -> bool:
    """Whether a stretch is the next part of the quotation before it."""
    if found is not None and last.cue:
        return bool(found.cue) and found.cue[-1].i == last.cue[-1].i
    if stretch.continues:
        return found is None
    return found is None and paragraphs == 0 and _is_sentence(context, stretch) and last.end < stretch.start


def _is_sentence(context: Context, stretch: Quoted) -> bool:
    """Whether a stretch is one or more whole sentences, by its marks and its place."""
    text = context.view.text
    inner = text[stretch.inner_start : stretch.inner_end].strip()
    before = text[: stretch.start].rstrip()
    opens = not before or before[-1] in ".!?:”\"'’…)" or text[len(before) : stretch.start].count("\n") > 0
    closes = not stretch.closed or (bool(inner) and inner[-1] in _ENDS_SENTENCE | {"…", ","})
    return opens and closes and len(_WORD.findall(inner)) >= 2


def _cue_after(context: Context, stretches: list[Quoted], number: int) -> Candidate | None:
    """Find the cue that follows a stretch in the same sentence: ‘"…," she said’."""
    stretch = stretches[number]
    if not stretch.closed or not _is_open_after(context, stretch):
        return None
    gap = _gap_after(context, stretch, stretches[number + 1 : number + 2])
    words = [t for t in gap if t.is_word]
    if not words:
        return None
    for token in words[:_GAP_TOKENS]:
        if token.lower in {"but", "and"} and token is words[0]:
            return None
        if is_verb(token) and (cue := _quoting(context, token)) is not None:
            return _from_verb(cue, stretch, gap, "quote-before-cue")
    by_phrase = phrase_cue_in(context, words[:8])
    if by_phrase is not None:
        return _from_phrase(by_phrase, stretch, "quote-before-phrase")
    return _unlisted_after(stretch, words)


def _is_open_after(context: Context, stretch: Quoted) -> bool:
    """Whether the sentence goes on after the closing mark."""
    text = context.view.text
    inner = text[stretch.inner_start : stretch.inner_end].rstrip()
    follows = text[stretch.end : stretch.end + 2].lstrip()[:1]
    return bool(inner) and (inner[-1] in _LEAVES_OPEN or follows in {",", "—", "–"} or follows.islower())


def _gap_after(context: Context, stretch: Quoted, following: list[Quoted]) -> list[Token]:
    tokens = context.view.tokens
    first = context.index.first_at(stretch.end)
    found: list[Token] = []
    for token in tokens[first : first + _GAP_TOKENS]:
        if following and token.start >= following[0].start:
            break
        if found and context.view.paragraph(token) != context.view.paragraph(found[0]):
            break
        if token.text in {".", "!", "?", ";"}:
            break
        found.append(token)
    return found


def _quoting(context: Context, token: Token) -> CueVerb | None:
    cue = cue_verb(context, token)
    if cue is None or not ({"quote", "that"} & cue.frames.keys()):
        return None
    sense = cue.frames.get("quote") or cue.frames["that"]
    return CueVerb(cue.verb, cue.lemma, {"quote": sense})


def _from_verb(cue: CueVerb, stretch: Quoted, gap: list[Token], rule: str) -> Candidate:
    source = source_of(cue.verb) or _neighbour(cue.verb, gap)
    if source and any(stretch.start <= t.start < stretch.end for t in source):
        source = _neighbour(cue.verb, gap)
    return Candidate(
        [(stretch.start, stretch.end)],
        cue.words,
        source,
        cue.frames["quote"],
        rule,
        f"quotation marks and “{cue.text}”",
        0.96 if source else 0.8,
        negated=is_negated(cue.verb),
    )


def _neighbour(verb: Token, gap: list[Token]) -> list[Token]:
    """Return the noun phrase next to a verb, before it or (inverted) after it."""
    before = [t for t in gap if t.i < verb.i and t.pos in NOMINAL and not is_verb(t.head)]
    nominal = [t for t in gap if t.pos in NOMINAL and t.dep not in {"compound", "poss", "pobj", "npadvmod"}]
    left = [t for t in nominal if t.i < verb.i]
    right = [t for t in nominal if t.i > verb.i]
    if left:
        return phrase(left[-1])
    if right and right[0].i - verb.i < 6:
        return phrase(right[0])
    return phrase(before[-1]) if before else []


def _unlisted_after(stretch: Quoted, words: list[Token]) -> Candidate | None:
    """Take a verb that the lexicon lacks as the cue where a subject and it stand right there."""
    for token in words[:6]:
        if is_verb(token) and token.tag in {"VBD", "VBZ", "VBP"}:
            source = source_of(token)
            if not source or source[0].i < words[0].i or token.lemma in {"be", "have", "do"}:
                return None
            return Candidate(
                [(stretch.start, stretch.end)],
                verb_group(token),
                source,
                _FALLBACK,
                "quote-before-unlisted-verb",
                f"quotation marks and the unlisted verb “{token.text}”",
                0.7,
            )
    return None


def _cue_before(context: Context, stretches: list[Quoted], number: int) -> Candidate | None:
    """Find the cue that leads into a stretch: ‘she said, "…"’, ‘she said: "…"’."""
    stretch = stretches[number]
    gap = _gap_before(context, stretch, stretches[number - 1] if number else None)
    if not gap:
        return None
    last = gap[-1]
    lead = last.text if not last.is_word else ""
    if lead not in {"", ":", ",", "—", "–", "--", "-"}:
        return None
    words = [t for t in gap if t.is_word]
    if not words or (lead == "" and not _leads_in(context, words, stretch)):
        return None
    for token in reversed(words):
        if is_verb(token) and (cue := _quoting(context, token)) is not None:
            if lead == ",":
                if not _complete_without(token, stretch) and lead == ",":
                    continue
            return _from_verb(cue, stretch, gap, "cue-before-quote")
    by_phrase = phrase_cue_in(context, words)
    if by_phrase is not None and lead == ",":
        return _from_phrase(by_phrase, stretch, "phrase-before-quote")
    return _after_colon(stretch, words) if lead == ":" else None


def _leads_in(context: Context, words: list[Token], stretch: Quoted) -> bool:
    """Whether a stretch without a mark before it follows its cue at once: ‘said "we will"’."""
    last = words[-1]
    if not is_verb(last) and last.dep not in {"dobj", "dative", "prt", "advmod", "npadvmod"}:
        return False
    if not is_verb(last) and not _is_sentence_like(context, stretch):
        return False
    return is_verb(last) and _quoting(context, last) is not None and _is_sentence_like(context, stretch) or (
        not is_verb(last) and _is_sentence_like(context, stretch)
    )


def _is_sentence_like(context: Context, stretch: Quoted) -> bool:
    """Whether a stretch has a verb of its own and begins like a sentence."""
    inside = context.index.between(stretch.inner_start, stretch.inner_end)
    has_verb = any(is_verb(t) and t.tag in {"VBD", "VBZ", "VBP", "MD"} for t in inside)
    return has_verb and bool(inside) and (inside[0].text[:1].isupper() or inside[0].dep in {"nsubj", "expl"})


def _complete_without(verb: Token, stretch: Quoted) -> bool:
    """Whether a cue has no other complement than the stretch."""
    return not any(
        c.dep in {"ccomp", "xcomp"} and c.i > verb.i and c.start < stretch.start
        for c in verb.children
    )


def _gap_before(context: Context, stretch: Quoted, before: Quoted | None) -> list[Token]:
    tokens = context.view.tokens
    end = context.index.first_at(stretch.start)
    found: list[Token] = []
    paragraph = _paragraph(context, stretch)
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


def _from_phrase(
    found: tuple[list[Token], list[Token], Sense], stretch: Quoted, rule: str
) -> Candidate:
    cue, source, sense = found
    text = " ".join(t.text for t in cue)
    return Candidate(
        [(stretch.start, stretch.end)], cue, source, sense, rule, f"quotation marks and “{text}”", 0.9
    )


def _after_colon(stretch: Quoted, words: list[Token]) -> Candidate | None:
    """Read ‘X: "…"’ and ‘X rose to reply: "…"’, where no listed verb stands."""
    verb = next((t for t in reversed(words) if is_verb(t)), None)
    if verb is not None:
        source = source_of(verb)
        cue = verb_group(verb)
    else:
        head = next((t for t in words if t.pos in NOMINAL and (t.is_root or t.head not in words)), None)
        source = phrase(head) if head is not None else []
        cue = []
    if not source:
        return None
    return Candidate(
        [(stretch.start, stretch.end)],
        cue,
        source,
        _FALLBACK,
        "colon-before-quote",
        "quotation marks after a colon",
        0.75,
    )


def _uncued(
    context: Context, stretch: Quoted, last: Candidate | None, paragraphs: int
) -> Candidate | None:
    """Take whole sentences in quotation marks with no cue as going on from the one before."""
    if last is None or paragraphs > 1 or not _is_sentence(context, stretch):
        return None
    inner = context.view.text[stretch.inner_start : stretch.inner_end]
    if len(_WORD.findall(inner)) < _WHOLE_SENTENCE_WORDS:
        return None
    return Candidate(
        [(stretch.start, stretch.end)],
        [],
        [],
        last.sense,
        "quote-goes-on",
        "quotation marks without a cue, right after a quotation",
        0.6,
        follows=last,
    )
