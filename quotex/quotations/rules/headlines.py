"""Headlines: "Mayor: Bridge will reopen", "Bridge will reopen – mayor".

A headline is the first paragraph of a text, unless it ends like a sentence. The source is an
office, a body or a name, before a colon or after a dash; the content is a clause, or is in
quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotex.languages.lexicon import Sense
from quotex.parse.grammar import AUXILIARIES, FINITE, NOUN_CLAUSES
from quotex.parse.view import Token
from quotex.quotations.authority import weight_of
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context
from quotex.quotations.rules.transcripts.spoken import Paragraphs

RULE = "labelled-heading"
_SAID = Sense("verb", "", "that", "speech", "asserts")
_ASKED = Sense("verb", "", "that", "speech", "asks")
_DASHES = frozenset({"-", "–", "—", "--"})
_MAX_SOURCE_TOKENS = 6
_MIN_WORDS = 3
_LONG_WORD = 4
_COMMON_NOUNS = frozenset({"NN", "NNS"})
_NAME_ENTITIES = frozenset({"PERSON", "ORG"})


def headlines(context: Context) -> Iterator[Candidate]:
    """Propose what a headline attributes to somebody without a verb."""
    view = context.view
    if len(view.paragraphs) < 2 or not Paragraphs(context).is_heading(0):
        return
    tokens = context.index.between(*view.paragraphs[0])
    colon = next((n for n, t in enumerate(tokens) if t.text == ":"), 0)
    dash = next((n for n in range(len(tokens) - 1, 0, -1) if _is_dash(tokens, n)), 0)
    for source, words in (
        (tokens[:colon], tokens[colon + 1 :]),
        (tokens[dash + 1 :], tokens[:dash]),
    ):
        mark = tokens[colon] if source[:1] == tokens[:1] else tokens[dash]
        if (
            source
            and words
            and _is_content(context, words)
            and _names_speaker(context, source, words)
        ):
            start, end = words[0].start, words[-1].end
            who = view.text[source[0].start : source[-1].end]
            asks = context.view.text[start:end].rstrip("”’\"'").endswith("?")
            yield Candidate(
                [(start, end)],
                [mark] if mark.text == ":" else [],
                source,
                _ASKED if asks else _SAID,
                RULE,
                f"a headline that gives its words to “{who}”",
                weight_of(RULE),
            )
            return


def _is_dash(tokens: Sequence[Token], n: int) -> bool:
    """Whether a token is a dash between spaces, with words on both sides."""
    return (
        tokens[n].text in _DASHES
        and n + 1 < len(tokens)
        and tokens[n - 1].end < tokens[n].start
        and tokens[n].end < tokens[n + 1].start
    )


def _names_speaker(context: Context, source: Sequence[Token], said: Sequence[Token]) -> bool:
    """Whether words name a possible speaker, an office or a person, and not part of a page.

    After a whole quoted sentence, any common noun will do: ‘We ran’ – evacuees.
    """
    words, speakers = [t for t in source if t.is_word], context.language.speakers
    if not words or len(source) > _MAX_SOURCE_TOKENS:
        return False
    text = " ".join(t.lower for t in words)
    if text in context.language.page_labels or any(
        t.tag in FINITE or t.is_a("agent_preposition") for t in words
    ):
        return False
    quotes = _is_quoted(context, said) and any(t.tag in FINITE for t in said)
    if quotes and source[0].i > said[0].i and all(t.tag in _COMMON_NOUNS for t in words):
        return True
    nouns = speakers.person | speakers.government | speakers.organization
    last = words[-1]
    singular = last.lemma.lower() if last.lemma else last.lower
    is_name = last.entity in _NAME_ENTITIES and all(t.text[:1].isupper() for t in words)
    return is_name or singular in nouns or last.lower in nouns


def _is_content(context: Context, words: Sequence[Token]) -> bool:
    """Whether words are a clause, or are all in quotation marks."""
    if _is_quoted(context, words):
        enough = sum(t.is_word for t in words) >= _MIN_WORDS
        return enough and any(t.tag in FINITE or _is_uncapitalised(t) for t in words)
    finite = [t for t in words if t.tag in FINITE and not _is_in_relative_clause(t)]
    if any(context.lexicon.frames("verb", t.lemma) for t in finite):
        return False  # "Bus strike: Drivers vow to stay out" has a cue of its own
    return bool(finite) and sum(t.is_word for t in words) >= _MIN_WORDS


def _is_quoted(context: Context, words: Sequence[Token]) -> bool:
    stretch = context.index.stretch_at(words[0].start)
    return stretch is not None and stretch.end >= words[-1].end


def _is_uncapitalised(word: Token) -> bool:
    """Whether a word would be capitalised in a title, but is not."""
    return word.text.islower() and len(word.text) >= _LONG_WORD


def _is_in_relative_clause(verb: Token) -> bool:
    """Whether a verb only says which one is meant: "the bridge that never was"."""
    return verb.dep in NOUN_CLAUSES or (verb.dep in AUXILIARIES and verb.head.dep in NOUN_CLAUSES)
