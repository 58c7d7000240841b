"""What speech shows about the pronouns in it and beside it."""

from __future__ import annotations

import pytest

from quotex.parse.view import Token
from quotex.quotations.candidate import Bounds
from quotex.quotations.context import Context
from quotex.speakers.mentions.exchange import Exchange
from quotex.speakers.names.cluster import Cluster
from tests.speakers.hand import article, candidate, words

RAIN = "Rain/NN/x/2 fell/VBD"
ASKED = "Roe/NNP/nsubj/2 asked/VBD/ROOT/2/ask Lind/NNP/dobj/2 so/RB"
REPLIED = "yes/UH he/PRP/nsubj/3 replied/VBD/ROOT/3/reply"
Said = tuple[str, str, str]  # content, cue and source, as neighbouring words


def exchange(sentences: list[str], said: list[Said]) -> tuple[Context, Exchange]:
    context = article(*sentences)
    view = context.view
    made = []
    for parts in said:
        content, cue, source = (words(view, part) if part else [] for part in parts)
        bounds: list[Bounds] = [(content[0].start, content[-1].end)]
        made.append(candidate(bounds, cue, source))
    return context, Exchange(context, made, [c.source for c in made])


def last(context: Context, text: str) -> Token:
    return [t for t in context.view.tokens if t.text == text][-1]


def known(token: Token) -> Cluster | None:
    """Return a person for each capitalised word."""
    return Cluster(token.i, token.text, "PERSON") if token.text[:1].isupper() else None


def nobody(token: Token) -> Cluster | None:
    return None


@pytest.mark.parametrize(
    ("sentences", "said", "asked", "others"),
    [
        # Whoever was asked replies, and whoever asked does not.
        ([ASKED, REPLIED], [("so", "asked", "Roe"), ("yes", "replied", "he")], "Lind", ["Roe"]),
        (
            [ASKED.replace("asked", "told").replace("/ask", "/tell"), REPLIED],
            [("so", "told", "Roe"), ("yes", "replied", "he")],
            "Lind",
            [],
        ),
        (
            ["Lind/NNP/nsubjpass/3 was/VBD/auxpass/3 asked/VBN/ROOT/3/ask so/RB", REPLIED],
            [("so", "asked", ""), ("yes", "replied", "he")],
            "Lind",
            [],
        ),
        (
            ["Roe/NNP/nsubj/2 asked/VBD/ROOT/2/ask so/RB", REPLIED],
            [("so", "asked", "Roe"), ("yes", "replied", "he")],
            None,
            ["Roe"],
        ),
        # Not a reply, or not to this question.
        (
            [ASKED, REPLIED.replace("replied", "said").replace("/reply", "/say")],
            [("so", "asked", "Roe"), ("yes", "said", "he")],
            None,
            [],
        ),
        (
            [ASKED, RAIN, REPLIED],
            [("so", "asked", "Roe"), ("yes", "replied", "he")],
            None,
            [],
        ),
        (
            ["Roe/NNP/nsubj/2 said/VBD/ROOT/2/say so/RB", REPLIED],
            [("so", "said", "Roe"), ("yes", "replied", "he")],
            None,
            [],
        ),
        (
            [ASKED.replace("Lind/NNP", "Linds/NNPS"), REPLIED],
            [("so", "asked", "Roe"), ("yes", "replied", "he")],
            None,
            ["Roe"],
        ),
        ([REPLIED], [("yes", "replied", "he")], None, []),
        # If asked something else before the reply, he is the one who was asked then.
        (
            [ASKED, "asked/VBN/advcl/4/ask yes/UH he/PRP/nsubj/4 replied/VBD/ROOT/4/reply"],
            [("so", "asked", "Roe"), ("yes", "replied", "he")],
            None,
            [],
        ),
    ],
)
def test_who_replies(
    sentences: list[str], said: list[Said], asked: str | None, others: list[str]
) -> None:
    context, read = exchange(sentences, said)
    he = last(context, "he")
    found = read.person_asked(he, known)
    assert (found.name if found is not None else None) == asked
    assert [c.name for c in read.excluded(he, known, nobody)] == others


QUOTED = "“/`` he/PRP/nsubj/3 slept/VBD ”/'' said/VBD Roe/NNP/nsubj/5"
NAMED = "he/PRP/nsubj/2 said/VBD “/`` Roe/NNP/nsubj/5 slept/VBD ”/''"
NESTED = "he/PRP/nsubj/2 said/VBD “/`` so/RB «/`` Roe/NNP/nsubj/7 slept/VBD »/'' ”/''"


def bare(sentence: str) -> str:
    """Return a sentence with other words in place of its quotation marks."""
    return sentence.replace("“/``", "so/RB").replace("”/''", "so/RB")


@pytest.mark.parametrize(
    ("sentence", "said", "others"),
    [
        (QUOTED, ("he slept", "said", "Roe"), ["Roe"]),
        (bare(QUOTED), ("he slept", "said", "Roe"), []),
        (NAMED, ("Roe slept", "said", "he"), ["Roe"]),
        (bare(NAMED), ("Roe slept", "said", "he"), []),
        (NESTED, ("so « Roe slept »", "said", "he"), []),
        (NAMED.replace("Roe/NNP/nsubj", "Roe/NNP/attr"), ("Roe slept", "said", "he"), []),
        (NAMED.replace("Roe/NNP", "Hull/NN"), ("Hull slept", "said", "he"), []),
    ],
)
def test_the_speaker_is_not_the_one_named_in_the_words(
    sentence: str, said: Said, others: list[str]
) -> None:
    context, read = exchange([sentence], [said])
    he = last(context, "he")
    assert [c.name for c in read.excluded(he, known, nobody)] == others


def test_a_later_pronoun_is_resolved_early() -> None:
    sentence = "“/`` he/PRP/nsubj/3 slept/VBD ”/'' said/VBD she/PRP/nsubj/5"
    context, read = exchange([sentence], [("he slept", "said", "she")])

    def expected(token: Token) -> Cluster | None:
        return Cluster(0, "Roe", "PERSON") if token.text == "she" else None

    found = read.excluded(last(context, "he"), nobody, expected)
    assert [c.name for c in found] == ["Roe"]


def test_which_words_are_quoted() -> None:
    context, read = exchange([QUOTED], [("he slept", "said", "Roe")])
    quoted = [t.text for t in context.view.tokens if read.is_quoted(t)]
    assert quoted == ["he", "slept"]
