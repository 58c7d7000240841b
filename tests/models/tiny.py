"""Shared by the tests of training: invented articles, a tiny tokenizer and a tiny network."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.normalizers import Lowercase
from torch import Tensor

from models.training.data import Example, words_of
from models.training.network import Network, Shape
from quotex.encoder.pieces import Pieces
from quotex.evaluation.gold import GoldAttribution
from quotex.quotations.model.around import CUE, branch_count
from quotex.quotations.model.config import MODES, STANCES
from quotex.quotations.model.features import COLUMNS, encode
from tests.annotated import parse
from tests.quotations.model.fake import LABELS, plain_context

ARTICLES = (
    (
        "North",
        (
            "{1s Ada Roe} {1c said} {1q that the harbour wall is safe}. Dogs swam there. ¶ "
            "“{2q We mended it},” {2c said} {2s Bo Lund}. {3s He} {3c denied} {3q that it leaked}."
        ),
    ),
    (
        "North",
        (
            "{1s The mayor} {1c said} {1q that the ferry is late}. It rained all night. ¶ "
            "{2s Cy Dahl} {2c denied} {2q that the crew is ill}. “{3q We sail},” {3c said} {3s he}."
        ),
    ),
    (
        "South",
        (
            "“{1q We mended the roof},” {1c said} {1s Ada Roe}. Dogs swam all night. ¶ "
            "{2s The mayor} {2c denied} {2q that the wall leaked}. The roof is safe."
        ),
    ),
    (
        "South",
        (
            "{1s Cy Dahl} {1c said} {1q that the crew is safe}. The ferry is late. ¶ "
            "“{2q We sail},” {2c said} {2s Bo Lund}. {3s He} {3c denied} {3q that it rained}."
        ),
    ),
)
_SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
_WORDS = re.compile(r"\w+|[^\w\s]")
VOCABULARY = {
    piece: number
    for number, piece in enumerate(
        [
            *_SPECIAL,
            *sorted({w.lower() for _, line in ARTICLES for w in _WORDS.findall(parse(line).text)}),
            '"',
        ]
    )
}
TINY: dict[str, Any] = {
    "vocabulary": len(VOCABULARY),
    "positions": 96,
    "width": 32,
    "layers": 1,
    "heads": 2,
    "inner": 64,
    "look_width": 16,
    "look_layers": 1,
    "look_heads": 2,
    "reach": 20,
    "dropout": 0.0,
}
SHAPE = Shape(
    columns=tuple(LABELS.size(column) for column in COLUMNS),
    branches=branch_count(LABELS.size("dep")),
    senses=len(MODES) + len(STANCES),
    **TINY,
)


def write_tokenizer(path: Path) -> None:
    """Write a tokenizer that has one piece for each word of the articles."""
    tokenizer = Tokenizer(WordLevel(VOCABULARY, unk_token="[UNK]"))
    tokenizer.normalizer = Lowercase()
    tokenizer.save(str(path))


def pieces_in(folder: Path) -> Pieces:
    """Return the tiny tokenizer, written to ``folder``."""
    write_tokenizer(folder / "tokenizer.json")
    return Pieces(folder / "tokenizer.json")


def network(seed: int = 1, shape: Shape = SHAPE) -> Network:
    """Return a new network, the same for the same seed."""
    torch.manual_seed(seed)
    return Network(shape)


def bert_weights(width: int = 32, inner: int = 64, layers: int = 1) -> dict[str, Tensor]:
    """Return the weights of a small BERT, named as ``transformers`` names them."""
    source = torch.Generator().manual_seed(5)

    def drawn(*size: int) -> Tensor:
        return torch.randn(size, generator=source) * 0.2

    found = {
        "embeddings.word_embeddings.weight": drawn(len(VOCABULARY), width),
        "embeddings.position_embeddings.weight": drawn(TINY["positions"], width),
        "embeddings.token_type_embeddings.weight": drawn(2, width),
    }
    norms = ["embeddings.LayerNorm"]
    for number in range(layers):
        prefix = f"encoder.layer.{number}."
        norms += [prefix + "attention.output.LayerNorm", prefix + "output.LayerNorm"]
        sizes = {f"attention.self.{part}": (width, width) for part in ("query", "key", "value")}
        sizes["attention.output.dense"] = (width, width)
        sizes["intermediate.dense"], sizes["output.dense"] = (inner, width), (width, inner)
        for name, size in sizes.items():
            found[f"{prefix}{name}.weight"] = drawn(*size)
            found[f"{prefix}{name}.bias"] = drawn(size[0])
    for name in norms:
        found[f"{name}.weight"], found[f"{name}.bias"] = 1 + drawn(width), drawn(width)
    return found


def gold_line(number: int, publisher: str, line: str) -> dict[str, Any]:
    """Return an annotated line as an article in the format of a gold file."""
    case = parse(line)
    attributions = [
        {"id": f"a{n}", **{role: [list(b) for b in bounds] for role, bounds in e.roles.items()}}
        for n, e in enumerate(case.quotations)
    ]
    return {
        "id": f"article-{number}",
        "publisher": publisher,
        "text": case.text,
        "attributions": attributions,
    }


def write_gold(path: Path, articles: Iterable[tuple[str, str]] = ARTICLES) -> Path:
    """Write the articles as a gold file."""
    lines = [json.dumps(gold_line(n, *article)) for n, article in enumerate(articles)]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def example_of(line: str, publisher: str = "") -> Example:
    """Return an example from an annotated line, without a parse."""
    case = parse(line)
    context = plain_context(case.text)
    encoded = encode(context, [], LABELS)
    starts = [token.start for token in context.view.tokens]
    ends = [token.end for token in context.view.tokens]
    gold = [GoldAttribution.model_validate(expected.roles) for expected in case.quotations]
    unknown = VOCABULARY["[UNK]"]
    roles = [words_of(attribution, starts, ends) for attribution in gold]
    return Example(
        id=case.text[:12],
        publisher=publisher,
        encoded=encoded,
        pieces=[[VOCABULARY.get(word.lower(), unknown)] for word in encoded.words],
        attributions=roles,
        around={},
        senses={
            number: ("speech", "denies" if encoded.words[number] == "denied" else "asserts")
            for found in roles
            for number in found[CUE]
        },
    )


def examples(articles: Sequence[tuple[str, str]] = ARTICLES) -> list[Example]:
    """Return the articles as examples."""
    return [example_of(line, publisher) for publisher, line in articles]
