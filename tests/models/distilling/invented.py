"""Invented articles in every format that the recipe reads."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from models.distilling.prepare import Corpora, Parsed
from models.training.prepare import Prepared
from quotex.evaluation.gold import GoldArticle
from quotex.quotations.model.features import COLUMNS, Proposal, encode
from tests.annotated import parse
from tests.models.stanza.invented import TREES
from tests.models.tiny import ARTICLES, gold_line, write_gold
from tests.quotations.model.fake import LABELS, plain_context

TEXT = (
    "Ada Roe said that the harbour wall is safe. Dogs swam there.\n\n"
    "“We mended it,” said Bo Lund. He denied that the ferry is late."
)


REACH, CAPACITY = 20, 60
_ENTITIES = {"Ada Roe": "PERSON", "Bo Lund": "ORG"}


def parsed_of(number: int) -> Parsed:
    """Return an article as if parsed: each word depends on the one before it."""
    publisher, line = ARTICLES[number]
    gold = GoldArticle.model_validate(gold_line(number, publisher, line))
    context = plain_context(parse(line).text)
    encoded = encode(context, [], LABELS)
    words = encoded.words
    firsts = [sentence.first for sentence in context.view.sentences]
    encoded.parsed = True
    encoded.heads = np.array([n if n in firsts else n - 1 for n in range(len(words))])
    encoded.columns[:, COLUMNS.index("dep")] = 3
    encoded.columns[:, COLUMNS.index("rule")] = 2
    encoded.columns[firsts, COLUMNS.index("place")] = 2
    encoded.columns[[words.index("denied")], COLUMNS.index("lexicon")] = 3
    said = words.index("said")
    encoded.proposals = {said: Proposal([said - 1], [said], [said + 1])}
    entities = [
        (at, at + 2, label)
        for at in range(len(words))
        if (label := _ENTITIES.get(" ".join(words[at : at + 2])))
    ]
    tokens = context.view.tokens
    return Parsed(
        Prepared(gold, [], encoded, [t.start for t in tokens], [t.end for t in tokens], {}),
        tags=["NN" if word.isalpha() else "." for word in words],
        pos=["NOUN"] * len(words),
        deps=["ROOT" if n in firsts else "ccomp" for n in range(len(words))],
        firsts=firsts,
        entities=entities,
    )


def article_without_speech() -> Parsed:
    """Return an article in which nobody says anything."""
    one = parsed_of(0)
    one.prepared.article = one.prepared.article.model_copy(update={"attributions": ()})
    one.prepared.encoded.proposals = {}
    one.prepared.encoded.columns[:, COLUMNS.index("lexicon")] = 1
    return one


def write_corpora(folder: Path) -> Corpora:
    """Write two gold files, and texts as JSON Lines, plain text and trees."""
    news, plain, trees = folder / "news.jsonl", folder / "plain", folder / "trees.conllu"
    news.write_text(json.dumps({"text": TEXT}) + "\n\n", "utf-8")
    plain.mkdir()
    (plain / "first.txt").write_text(TEXT, "utf-8")
    (plain / "notes.md").write_text("not read", "utf-8")
    trees.write_text(TREES, "utf-8")
    return Corpora(
        write_gold(folder / "gold.jsonl", ARTICLES[:2]),
        (write_gold(folder / "world.jsonl", ARTICLES[2:]),),
        (news, plain, trees),
    )
