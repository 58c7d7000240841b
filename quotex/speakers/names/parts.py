"""What names are made of: given name and surname, initials, the word that heads a name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from quotex.languages.names import name_key
from quotex.languages.word_lists import NameWords, SpeakerWords
from quotex.parse.view import Token

_MIN_CAPITALS = 5
_ABBREVIATED = 5  # letters, with the full stop: “Esq.”, “Snr.”
_IRISH = re.compile(r"\bMa?c(?=[A-Z])")  # lower-case letters of a name in capitals: "McBRIDE"
_CAPITALS = re.compile(
    r"(?P<irish>\bM[Cc](?=[A-Z])|\bMac(?=[A-Z]{2}))?(?P<rest>[^\W\d_a-z](?:[^\W\d_a-z])+)"
)
_HYPHENS = frozenset({"-", "‐", "‑"})
_APOSTROPHES = frozenset({"'", "’"})
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def person_parts(words: Iterable[str], suffixes: Collection[str]) -> list[str]:
    """Return the words of a person's name without initials, ``suffixes`` and marks."""
    kept = [w for w in words if w.isalpha() or any(c.isalpha() for c in w)]
    parts = [w for w in kept if len(w.strip(".")) > 1 and name_key(w) not in suffixes]
    return parts or kept


def is_given_name(word: str, words: SpeakerWords) -> bool:
    """Whether a lower-case word is a first name."""
    return any(
        word in names for names in (words.masculine_names, words.feminine_names, words.either_names)
    )


def is_split_o_surname(words: Sequence[Token]) -> bool:
    """Whether the first three words are a surname that is split after its "O'"."""
    if len(words) < 3:
        return False
    letter, mark, rest = words[:3]
    return letter.text == "O" and mark.text in _APOSTROPHES and rest.text[:1].isupper()


def split_name_tail_length(words: Sequence[Token]) -> int:
    """Return how many words follow the first in a name with a split first name: "Joo-won Han".

    0 if ``words``, the last of a name and those after it, are no such name.
    """
    if len(words) < 3:
        return 0
    given, mark, rest = words[:3]
    is_joined = given.end == mark.start and mark.end == rest.start and mark.text in _HYPHENS
    is_small = rest.text.isalpha() and rest.text.islower()
    if not (is_joined and is_small and given.text[:1].isupper()):
        return 0
    is_surname = len(words) > 3 and words[3].text[:1].isupper() and words[3].start == rest.end + 1
    return 3 if is_surname else 2


def is_noun_in_capitals(token: Token, words: SpeakerWords) -> bool:
    """Whether capitals make a common noun look like a name: "A BARMAN told"."""
    word = token.lower
    is_role = words.is_person(word) or word in words.roles.parts
    known = is_role or words.is_body(word)
    return token.text.isupper() and known


def is_of_relative(name: Token, words: SpeakerWords) -> bool:
    """Whether a first name is in apposition to a noun for a relative: "Roe's wife, Marta"."""
    is_beside = name.dep == "appos" and name.head.lemma in words.roles.relational
    return is_beside and is_given_name(name.lower, words)


def is_national(words: Sequence[Token], known: SpeakerWords) -> bool:
    """Whether words are a noun for somebody from a place: "the Dane", "New Zealander"."""
    words = [t for t in words if t.pos != "DET"] or words
    if not words[0].text[:1].isupper() or words[-1].text.isupper():
        return False
    if " ".join(t.lower for t in words) in known.roles.nationals:
        return True
    word = words[-1].lower
    endings = (e for e in known.roles.endings_of_nationals if word.endswith(e))
    return len(words) == 1 and any(ending != word for ending in endings)


def without_capitals(name: str) -> str:
    """Return a name in capitals as it is usually written: "TOM O'DEA" is "Tom O'Dea".

    One of a few letters may be an acronym, and is left as it is.
    """
    if sum(c.isupper() for c in name) < _MIN_CAPITALS or any(
        c.islower() for c in _IRISH.sub("", name)
    ):
        return name
    return _CAPITALS.sub(_lower_cased, name)


def _lower_cased(match: re.Match[str]) -> str:
    irish, rest = match["irish"] or "", match["rest"]
    return irish.capitalize() + rest[0] + rest[1:].lower()


def without_stop(name: str) -> str:
    """Return a name without the full stop of its sentence; that of an abbreviation is kept."""
    last = name.split()[-1]
    return name[:-1] if last.endswith(".") and len(last) > _ABBREVIATED else name


def surname(parts: Sequence[str]) -> str:
    """Return the key of the last part, "" if there is none."""
    return name_key(parts[-1]) if parts else ""


def given_name(parts: Sequence[str]) -> str:
    """Return the key of the first of several parts, "" if there is only one."""
    return name_key(parts[0]) if len(parts) > 1 else ""


def acronyms(name: str, small: Collection[str]) -> set[str]:
    """Return the acronyms that a name may have, with and without its ``small`` words.

    Such as "CWA" and "CWOA" for one with "of" in it; none if all words but one are small.
    """
    words = _WORD.findall(name)
    main = [w[0].upper() for w in words if w.casefold() not in small]
    return {"".join(main), "".join(w[0].upper() for w in words)} if len(main) > 1 else set()


def name_heads(name: str, links: Collection[str]) -> set[str]:
    """Return the words that may head an organization's name, in lower case.

    These are the last one, and the one before each of ``links``, such as "of"; none if the name
    is a single word.
    """
    words = name.casefold().split()
    heads = {before for before, word in pairwise(words) if word in links}
    return heads | {words[-1]} if len(words) > 1 else set()


def noun_last(key: str, links: Collection[str], article: str) -> str:
    """Return a name's key with its head last: "transport ministry" for "ministry of transport".

    A name with no link, or with several, stays as it is.
    """
    words = key.split()
    at = [i for i, word in enumerate(words) if word in links]
    if len(at) != 1 or not 0 < at[0] < len(words) - 1:
        return key
    before, after = words[: at[0]], words[at[0] + 1 :]
    *first, noun = before
    return " ".join([*first, *(after[1:] if after[0] == article else after), noun])


def is_of_bodies(token: Token, words: SpeakerWords, names: NameWords) -> bool:
    """Whether a word is typical of the names of bodies, places, prizes and the like."""
    word = token.lower.rstrip(".")
    kinds: tuple[Collection[str], ...] = (
        words.government, words.organization, words.roles.organization, words.groups,
        words.documents, names.firm_endings, names.firm_words, names.body_endings, names.places,
    )  # fmt: skip
    return any(word in kind for kind in kinds)


def proper_name(source: Sequence[Token]) -> list[Token]:
    """Return the last run of proper nouns in a source, if it heads the source."""
    inside = {t.i for t in source}
    head = next((t for t in source if t.head.i not in inside or t.is_root), source[-1])
    if head.pos != "PROPN":
        return []
    run = [head]
    for token in reversed([t for t in source if t.i < head.i]):
        belongs = token.pos == "PROPN" or token.text == "-" or token.is_a("genitive")
        if token.i != run[0].i - 1 or not belongs:
            break
        run.insert(0, token)
    for token in (t for t in source if t.i > head.i):
        if token.i != run[-1].i + 1 or not (token.pos == "PROPN" or token.text == "-"):
            break
        run.append(token)
    return [t for t in run if t.is_word or t not in (run[0], run[-1])]
