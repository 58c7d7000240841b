"""Who speaks in a text without a parse, as known words, names and word order show."""

from __future__ import annotations

import pytest

from quotex.parse.view import Token, View
from quotex.quotations.candidate import Bounds, Candidate
from quotex.quotations.context import Context
from quotex.speakers.resolve import resolve_speakers
from quotex.speakers.rough import is_unparsed, roughly_parsed
from tests.speakers.hand import article, candidate, word, words
from tests.trees import ENGLISH

NAMES = {
    "Ada Roe": "PERSON", "Tom Ellery": "PERSON", "Bo Lind": "PERSON", "Lundby Board": "ORG",
    "Norway": "GPE",
}  # fmt: skip
Said = tuple[str, str, str]  # content, cue and source, as neighbouring words


def bare(*sentences: str) -> Context:
    """Return an article of plain words, with its names and no parse."""
    context = article(*(" ".join(f"{w}/X" for w in s.split()) for s in sentences), names=NAMES)
    for token in context.view.tokens:
        token.set_parse(classes=ENGLISH.classes.of(token.lower, ""))
    return context


def spoken(context: Context, said: Said) -> Candidate:
    content, cue, source = (words(context.view, part) if part else [] for part in said)
    bounds: list[Bounds] = [(content[0].start, content[-1].end)]
    return candidate(bounds, cue, source)


def rough(context: Context, *said: Said) -> View:
    """Return the rough parse of an article."""
    return roughly_parsed(context, [spoken(context, s) for s in said])[0].view


def attachment(token: Token) -> tuple[str, str]:
    """Return the relation of a word, and its head."""
    return token.dep, token.head.text


def test_which_texts_have_no_parse() -> None:
    assert is_unparsed(bare("Ada Roe said so").view)
    assert not is_unparsed(article("Ada/NNP/compound/2 Roe/NNP/nsubj/3 said/VBD so/RB").view)
    assert not is_unparsed(View("", []))


@pytest.mark.parametrize(
    ("sentence", "said", "asked", "relation"),
    [
        # Subjects.
        ("Ada Roe said so", ("so", "said", "Ada Roe"), "Roe", ("nsubj", "said")),
        ("Ada Roe said so", ("so", "said", "Ada Roe"), "Ada", ("compound", "Roe")),
        ("the old mayor said so", ("so", "said", "the old mayor"), "mayor", ("nsubj", "said")),
        ("the old mayor said so", ("so", "said", "the old mayor"), "the", ("det", "mayor")),
        ("so said Ada Roe", ("so", "said", "Ada Roe"), "Roe", ("nsubj", "said")),
        ("he said so", ("so", "said", "he"), "he", ("nsubj", "said")),
        ("the boatman said so", ("so", "said", "the boatman"), "boatman", ("nsubj", "said")),
        # Owners, prepositions, neighbours, pairs.
        ("Norway 's mayor said so", ("so", "said", "Norway 's mayor"), "Norway", ("poss", "mayor")),
        ("his mayor said so", ("so", "said", "his mayor"), "his", ("poss", "mayor")),
        (
            "the mayor of Norway said so",
            ("so", "said", "the mayor of Norway"),
            "Norway",
            ("pobj", "of"),
        ),
        (
            "the mayor of Norway said so",
            ("so", "said", "the mayor of Norway"),
            "of",
            ("prep", "mayor"),
        ),
        (
            "Ada Roe , the mayor , said so",
            ("so", "said", "Ada Roe , the mayor ,"),
            "mayor",
            ("appos", "Roe"),
        ),
        (
            "the mayor , Ada Roe , said so",
            ("so", "said", "the mayor , Ada Roe ,"),
            "Roe",
            ("appos", "mayor"),
        ),
        (
            "Ada Roe and Tom Ellery said so",
            ("so", "said", "Ada Roe and Tom Ellery"),
            "Ellery",
            ("conj", "Roe"),
        ),
        # Anything uncertain has no relation.
        ("in Norway , the mayor said so", ("so", "said", "the mayor"), "mayor", ("nsubj", "said")),
        ("old boats sank while Roe said so", ("so", "said", "Roe"), "boats", ("ROOT", "boats")),
        ("old boats sank while Roe said so", ("so", "said", "Roe"), "old", ("ROOT", "old")),
    ],
)
def test_heads_and_relations(
    sentence: str, said: Said, asked: str, relation: tuple[str, str]
) -> None:
    assert attachment(word(rough(bare(sentence), said), asked)) == relation


@pytest.mark.parametrize(
    ("text", "pos", "lemma"),
    [
        ("mayors", "NOUN", "mayor"),
        ("companies", "NOUN", "company"),
        ("spokesmen", "NOUN", "spokesman"),
        ("minutes", "NOUN", "minutes"),
        ("the", "DET", "the"),
        ("under", "ADP", "under"),
        ("she", "PRON", "she"),
        ("who", "PRON", "who"),
        ("and", "CCONJ", "and"),
        ("that", "SCONJ", "that"),
        ("’s", "PART", "’s"),
        (",", "PUNCT", ","),
        ("quickly", "X", "quickly"),
        ("sank", "X", "sank"),
    ],
)
def test_the_part_of_speech_and_lemma_of_a_word(text: str, pos: str, lemma: str) -> None:
    token = word(rough(bare(f"old {text} old")), text)
    assert (token.pos, token.lemma) == (pos, lemma)


@pytest.mark.parametrize(
    ("sentences", "said", "speaker"),
    [
        # By name, beside an office, by a pronoun, by an office mentioned before.
        (["Ada Roe said so ."], ("so", "said", "Ada Roe"), "Ada Roe"),
        (["the mayor , Ada Roe , said so ."], ("so", "said", "the mayor , Ada Roe ,"), "Ada Roe"),
        (
            ["old mayor Tom Ellery said so ."],
            ("so", "said", "old mayor Tom Ellery"),
            "Tom Ellery",
        ),
        (["Ada Roe came .", "she said so ."], ("so", "said", "she"), "Ada Roe"),
        (["Tom Ellery met Ada Roe .", "he said so ."], ("so", "said", "he"), "Tom Ellery"),
        (
            ["Ada Roe , the mayor , came .", "the mayor said so ."],
            ("so", "said", "the mayor"),
            "Ada Roe",
        ),
        (["the Lundby Board met .", "it said so ."], ("so", "said", "it"), "Lundby Board"),
        (
            ["a statement by the Lundby Board said so ."],
            ("so", "said", "a statement by the Lundby Board"),
            "Lundby Board",
        ),
        (
            ["Ada Roe and Tom Ellery said so ."],
            ("so", "said", "Ada Roe and Tom Ellery"),
            "Ada Roe and Tom Ellery",
        ),
        # Nobody, or the noun phrase.
        (["Tom Ellery came .", "she said so ."], ("so", "said", "she"), None),
        (["rain fell .", "she said so ."], ("so", "said", "she"), None),
        (["Ada Roe came .", "they said so ."], ("so", "said", "they"), None),
        (["Ada Roe came .", "it said so ."], ("so", "said", "it"), None),
        (["nobody said so ."], ("so", "said", "nobody"), None),
        (["Ada Roe came .", "the mayor said so ."], ("so", "said", "the mayor"), "mayor"),
        (
            ["the old mayor of Norway said so ."],
            ("so", "said", "the old mayor of Norway"),
            "old mayor of Norway",
        ),
        (["a statement said so ."], ("so", "said", "a statement"), "statement"),
        (["two divers said so ."], ("so", "said", "two divers"), "two divers"),
    ],
)
def test_who_speaks_without_a_parse(sentences: list[str], said: Said, speaker: str | None) -> None:
    context = bare(*sentences)
    [found] = resolve_speakers(context, [spoken(context, said)])
    assert (found.speaker.name if found is not None else None) == speaker
