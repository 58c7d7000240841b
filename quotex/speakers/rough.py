"""A rough parse for texts that have none, good enough to tell who speaks.

A detector that reads the bare text ("model") leaves words without a tree. Names, known words of the
language and word order still show a lot: which words are pronouns, where a noun phrase begins and
which word ends it, what is beside a name between commas, what is the subject of a cue. A word whose
place is uncertain gets no relation; the only verbs are the cues.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quotex.languages import Language
from quotex.languages.word_classes import WordClass
from quotex.parse.view import NOUNS, Token, View
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context
from quotex.speakers.names.people import NAMED

_DEEPEST = 20  # ancestors of a word
_LONGEST_PHRASE = 7  # words before its noun
_WITHIN = frozenset({"NOUN", "PROPN", "X", "NUM"})
# Words with only one function, by class: their part of speech and tag.
_CLOSED: dict[WordClass, tuple[str, str]] = {
    "complementizer": ("SCONJ", "IN"),
    "relative_noun": ("PRON", "WP"),
    "personal_pronoun": ("PRON", "PRP"),
    "leading_determiner": ("DET", "DT"),
    "known_determiner": ("DET", "DT"),
    "any_preposition": ("ADP", "IN"),
    "clause_opener": ("CCONJ", "CC"),
}
_LINKS = frozenset({"-", "&"})


def is_unparsed(view: View) -> bool:
    """Whether the words of a view have no parse."""
    return bool(view.tokens) and not any(token.pos for token in view.tokens)


def roughly_parsed(
    context: Context, candidates: Sequence[Candidate]
) -> tuple[Context, list[Candidate]]:
    """Return a context and candidates of the same words, with a rough parse."""
    view = _Parser(context, candidates).parsed()

    def same(words: Sequence[Token]) -> list[Token]:
        return [view.tokens[t.i] for t in words]

    copies = [replace(c, cue=same(c.cue), source=same(c.source)) for c in candidates]
    return replace(context, view=view), copies


@dataclass(slots=True)
class _Phrase:
    """A noun phrase: ``tokens[first : last + 1]``, whose noun is the last word."""

    first: int
    last: int


class _Parser:
    def __init__(self, context: Context, candidates: Sequence[Candidate]) -> None:
        bare = context.view
        self._language: Language = context.language
        words = context.language.speakers
        self._nouns = (
            words.person | words.organization | words.government | words.documents | words.groups
        ) | words.document_forms
        self._view = View(bare.text, bare.paragraphs)
        self._view.sentences = bare.sentences
        self._view.entities = bare.entities
        self._named = {i for e in bare.entities if e.label in NAMED for i in range(e.first, e.last)}
        self._cues = {t.i for c in candidates for t in c.cue if t.text.isalpha()}
        self._bases = {base[-1].i: base[0].i for c in candidates if (base := _base(c.source))}
        self._verb_of_source = {
            base[-1].i: verbs[0]
            for c in candidates
            if (base := _base(c.source)) and (verbs := [t.i for t in c.cue if t.text.isalpha()])
        }
        self._inside_base = {i for last, first in self._bases.items() for i in range(first, last)}
        self._tokens = self._view.tokens
        for token in bare.tokens:
            self._tokens.append(self._copy(token))

    def parsed(self) -> View:
        """Return the view, with each word attached to its head."""
        for sentence in self._view.sentences:
            self._attach(range(sentence.first, sentence.last))
        for token in self._tokens:
            if _is_circular(token):
                token.dep, token.head = "ROOT", token
        for token in self._tokens:
            if token.head is not token:
                token.attach(token.head)
        return self._view

    def _copy(self, token: Token) -> Token:
        copy = Token(token.i, token.text, token.start, token.end)
        copy.sentence, copy.entity, copy.view = token.sentence, token.entity, self._view
        pos, tag, lemma = self._analysis(token)
        copy.set_parse(lemma, pos, tag, classes=self._language.classes.of(token.lower, lemma))
        return copy

    def _analysis(self, token: Token) -> tuple[str, str, str]:
        """Return the part of speech, tag and lemma of a word, as far as they can be known."""
        if token.is_a("possessive_ending"):
            return "PART", "POS", token.lower
        if not any(c.isalnum() for c in token.text):
            return "PUNCT", token.text, token.lower
        known = next((found for name, found in _CLOSED.items() if token.is_a(name)), None)
        is_name = token.i in self._named and token.text.isupper()  # "the US"
        if known is not None and not is_name:
            return *known, token.lower
        if token.i in self._named or (token.text[0].isupper() and self._is_inside(token)):
            return "PROPN", "NNP", token.text
        if token.i in self._cues:
            return "VERB", "VBD", token.lower
        return self._noun_analysis(token) or ("X", "", token.lower)

    def _noun_analysis(self, token: Token) -> tuple[str, str, str] | None:
        """Return the part of speech, tag and lemma of a noun that is known or ends a source."""
        lower = token.lower
        if lower in self._nouns:
            return "NOUN", "NN", lower
        singular = next((word for word in _singular(lower) if word in self._nouns), None)
        if singular is not None:
            return "NOUN", "NNS", singular
        if token.i not in self._bases:
            return None
        return "NOUN", "NNS" if lower.endswith("s") else "NN", lower

    def _is_inside(self, token: Token) -> bool:
        return (
            token.i > 0
            and self._tokens[token.i - 1].sentence == token.sentence
            and (self._tokens[token.i - 1].pos != "PUNCT" or self._tokens[token.i - 1].text == ",")
        )

    def _attach(self, sentence: range) -> None:
        """Attach the words of a sentence to their heads."""
        before: _Phrase | None = None
        for phrase in self._phrases(sentence):
            self._attach_within(phrase)
            self._attach_phrase(phrase, before, sentence)
            before = phrase

    def _phrases(self, sentence: range) -> list[_Phrase]:
        """Return the noun phrases of a sentence; each pronoun is one of its own."""
        found: list[_Phrase] = []
        free = sentence.start
        for i in sentence:
            token = self._tokens[i]
            if token.pos == "PRON" and not self._is_owner(i, sentence):
                found.append(_Phrase(i, i))
                free = i + 1
            elif token.pos in NOUNS and not self._continues(i, sentence):
                found.append(_Phrase(self._phrase_start(i, free), i))
                free = i + 1
        return found

    def _is_owner(self, i: int, sentence: range) -> bool:
        """Whether a pronoun belongs to the noun after it: "his coat"."""
        token = self._tokens[i]
        if not token.is_a("owner_pronoun") or i + 1 not in sentence:
            return False
        return self._tokens[i + 1].pos in _WITHIN

    def _continues(self, i: int, sentence: range) -> bool:
        following = self._tokens[i + 1] if i + 1 in sentence else None
        if following is None:
            return False
        if following.pos in NOUNS or i in self._inside_base:
            return True
        is_link = following.text in _LINKS or following.tag == "POS"
        return is_link and i + 2 in sentence and self._tokens[i + 2].pos in _WITHIN

    def _phrase_start(self, last: int, free: int) -> int:
        """Return where the phrase of a noun begins: at an article or an owner, or at its names."""
        if last in self._bases:
            return self._bases[last]
        first = last
        i = last - 1
        while i >= free and last - i <= _LONGEST_PHRASE:
            token = self._tokens[i]
            if token.pos == "DET" or (token.pos == "PRON" and token.is_a("owner_pronoun")):
                return i
            is_inside = token.pos in _WITHIN or token.text in _LINKS or token.tag == "POS"
            if not is_inside:
                break
            if i == first - 1 and (token.pos in NOUNS or token.tag == "POS"):
                first = i
            i -= 1
        return first

    def _attach_within(self, phrase: _Phrase) -> None:
        head = self._tokens[phrase.last]
        for i in range(phrase.first, phrase.last):
            token, following = self._tokens[i], self._tokens[i + 1]
            if token.tag == "POS":
                token.dep, token.head = "case", self._tokens[i - 1] if i > phrase.first else head
            else:
                token.head = head
                owns = following.tag == "POS" or token.pos == "PRON"
                is_name = token.pos in NOUNS
                token.dep = (
                    "poss" if owns else "det" if token.pos == "DET"
                    else "compound" if is_name else "amod"
                )  # fmt: skip

    def _attach_phrase(self, phrase: _Phrase, before: _Phrase | None, sentence: range) -> None:
        """Attach a phrase to what precedes it: a preposition, a name, a cue."""
        head = self._tokens[phrase.last]
        prior = self._tokens[phrase.first - 1] if phrase.first - 1 in sentence else None
        near = before is not None and before.last == phrase.first - 2
        other = self._tokens[before.last] if before is not None else None
        if prior is not None and prior.pos == "ADP":
            head.dep, head.head = "pobj", prior
            if near and other is not None and self._tokens[prior.i - 1] is other:
                prior.dep, prior.head = "prep", other
            elif prior.i - 1 in sentence and self._tokens[prior.i - 1].pos == "VERB":
                prior.dep, prior.head = "prep", self._tokens[prior.i - 1]
        elif (
            near
            and other is not None
            and prior is not None
            and self._is_apposition(other, prior, head)
        ):
            head.dep, head.head = "appos", other
        elif near and other is not None and prior is not None and prior.is_a("clause_opener"):
            is_pair = head.pos == other.pos == "PROPN"
            head.dep, head.head = ("conj", other) if is_pair else self._relation(phrase, sentence)
        else:
            head.dep, head.head = self._relation(phrase, sentence)
        if head.tag == "WP" and other is not None and head.i - 2 <= other.i < head.i:
            clause = self._tokens[head.i + 1] if head.i + 1 in sentence else None
            if clause is not None and clause.pos not in NOUNS:
                clause.dep, clause.head = "relcl", other
                head.dep, head.head = "nsubj", clause

    def _is_apposition(self, other: Token, prior: Token, head: Token) -> bool:
        """Whether two phrases are in apposition: "Ada Roe, the mayor", "the mayor, Ada Roe"."""
        if prior.text != "," or {other.pos, head.pos} != {"NOUN", "PROPN"} or other.dep == "pobj":
            return False
        after = self._tokens[head.i + 1] if head.i + 1 < len(self._tokens) else None
        return after is None or after.pos != "VERB" or head.pos == "PROPN"

    def _relation(self, phrase: _Phrase, sentence: range) -> tuple[str, Token]:
        """Return the relation of a phrase to the word before or after it, and that word."""
        head = self._tokens[phrase.last]
        prior = self._tokens[phrase.first - 1] if phrase.first - 1 in sentence else None
        after = self._tokens[phrase.last + 1] if phrase.last + 1 in sentence else None
        verb = self._verb_of_source.get(phrase.last)
        if verb is not None and verb in sentence:
            return "nsubj", self._tokens[verb]
        if after is not None and after.pos == "VERB":
            return "nsubj", after
        if prior is not None and prior.pos == "VERB":
            is_last = after is None or after.pos == "PUNCT"
            return ("nsubj", prior) if is_last else ("dobj", prior)
        is_opening = (
            prior is None or prior.pos in {"PUNCT", "CCONJ"} or prior.is_a("complementizer")
        )
        if after is not None and after.pos == "X" and (is_opening or head.is_a("person_subject")):
            return "nsubj", after
        return "dep", prior if prior is not None and prior.pos == "X" else head


def _is_circular(token: Token) -> bool:
    """Whether a word is its own ancestor."""
    above, steps = token.head, 0
    while above.head is not above and above is not token and steps < _DEEPEST:
        above, steps = above.head, steps + 1
    return (above is token and token.head is not token) or steps == _DEEPEST


def _base(source: Sequence[Token]) -> list[Token]:
    """Return the noun phrase that a source begins with, without what only describes it."""
    found: list[Token] = []
    for token in source:
        is_end = token.is_a("any_preposition") or token.is_a("relative") or token.text == ","
        is_end = is_end or (token.is_a("clause_opener") and not token.entity)
        if is_end and found:
            break
        if not is_end and (found or any(c.isalnum() for c in token.text)):
            found.append(token)
    while found and not any(c.isalnum() for c in found[-1].text):
        found.pop()
    is_run = bool(found) and found[-1].i - found[0].i < len(found)
    return found if is_run else []


def _singular(word: str) -> list[str]:
    """Return the possible singulars of a word, if it is a plural."""
    found = [word[:-1], word[:-2]] if word.endswith("es") else [word[:-1]] * word.endswith("s")
    if word.endswith("ies"):
        found.append(f"{word[:-3]}y")
    return [*found, *([f"{word[:-3]}man"] * word.endswith("men"))]
