"""The words of a text as they are compared, each with its offsets in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from quotex.languages.data import DEFAULT_LANGUAGE
from quotex.languages.wordings import WordingWords, wording_words

_APOSTROPHES = "'’‘ʼ`´"
_ACCENTS = "\u0300-\u036f"  # combining marks, after their letter
_SIGNS = "%‰&$€£¥₤₩₪₹₽₿¢<>≤≥±"  # are read aloud, so they count as words
_WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}|(?:(?<![\w\u2019')%])[-−](?=\d))?\d+(?:[.,:]\d+)*"
    rf"|[^\W\d_](?:[^\W\d_]|[{_ACCENTS}]|[\u00ad\u200b{_APOSTROPHES}](?=[^\W\d_]))*"
    rf"|[{_SIGNS}]|…|\.{{3}}|(?:\. ){{2}}\.|\[|\]"
)
_THOUSANDS = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_STRAIGHT = str.maketrans(dict.fromkeys(_APOSTROPHES, "'") | {"\u00ad": "", "\u200b": ""})
_ELLIPSES = frozenset({"…", "...", ". . ."})
_BRACKETS = frozenset("[]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word, ``text[start:end]``, and the forms in which it is compared.

    ``key`` is the word without marks and capitals; texts with the same keys have the same words.
    ``form`` is the key in a uniform spelling, with short forms spelled out: "won't" is "will not".
    ``capital`` is whether it begins with a capital letter.
    """

    key: str
    form: str
    start: int
    end: int
    capital: bool


@dataclass(frozen=True)
class Wording:
    """The words of a text in order.

    ``gaps`` are the numbers of the words that follow an ellipsis, ``brackets`` of those in square
    brackets: what a writer left out and what they inserted.
    """

    text: str
    words: tuple[Word, ...]
    gaps: frozenset[int] = frozenset()
    brackets: frozenset[int] = frozenset()

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The words without marks, spaces and case; equal keys are equal words."""
        return tuple(word.key for word in self.words)

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The words in a uniform spelling, one per item."""
        return tuple(part for word in self.words for part in word.form.split())

    def __len__(self) -> int:
        return len(self.words)


def wording(text: str, language: str = DEFAULT_LANGUAGE) -> Wording:
    """Return the words of ``text`` as they are compared, with their offsets."""
    table = wording_words(language)
    words: list[Word] = []
    gaps: set[int] = set()
    brackets: set[int] = set()
    inside = False
    for match in _WORD.finditer(text):
        found = match.group()
        if found in _ELLIPSES:
            gaps.add(len(words))
        elif found in _BRACKETS:
            inside = found == "["
        else:
            if inside:
                brackets.add(len(words))
            key, form = _key_and_form(found, table.language)
            words.append(Word(key, form, match.start(), match.end(), found[0].isupper()))
    return Wording(text, tuple(_joined(words, table)), frozenset(gaps), frozenset(brackets))


@lru_cache(maxsize=65_536)
def _key_and_form(found: str, language: str) -> tuple[str, str]:
    plain = unicodedata.normalize("NFKC", found.translate(_STRAIGHT)).casefold()
    if "." in plain and plain[0].isalpha():
        plain = plain.replace(".", "")
    plain = plain.replace("−", "-")
    if _THOUSANDS.fullmatch(plain):
        plain = plain.replace(",", "")
    return plain, _form(_without_accents(plain), wording_words(language))


def _without_accents(word: str) -> str:
    """Return a word without its accents: "naïve" is another spelling of "naive"."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word)
    return "".join(part for part in parts if not unicodedata.combining(part)) or word


def _form(key: str, table: WordingWords) -> str:
    key = table.contractions.get(key, key)
    for ending, meant in table.contracted_endings.items():
        if key.endswith(ending) and len(key) > len(ending):
            return f"{uniform_spelling(key.removesuffix(ending), table)} {meant}"
    return uniform_spelling(key, table)


def uniform_spelling(word: str, table: WordingWords) -> str:
    """Return a word in the uniform spelling that is compared."""
    if word in table.one_word:
        return table.one_word[word]
    for length in range(len(word), 3, -1):
        if (other := table.british.get(word[:length])) is not None:
            rest = word[length:]
            is_american = len(other) > length and word.startswith(other)
            is_uniform = is_american or table.one_spelling.applies_to(other, rest)
            return word if is_uniform else other + rest
    return word


def _joined(words: Sequence[Word], table: WordingWords) -> Iterator[Word]:
    """Yield the words; of two that form one word, the first has the form of both."""
    for number, word in enumerate(words):
        after = words[number + 1].key if number + 1 < len(words) else ""
        before = words[number - 1].key if number else ""
        if (meant := table.one_word.get(f"{word.key} {after}")) is not None:
            yield Word(word.key, meant, word.start, word.end, word.capital)
        elif f"{before} {word.key}" in table.one_word:
            yield Word(word.key, "", word.start, word.end, word.capital)
        else:
            yield word
