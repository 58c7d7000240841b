"""Makes word vectors: a small pretrained encoder's states for each word, in few dimensions.

Vectors trained on our texts would know little more than those texts. The encoder,
all-MiniLM-L6-v2, has read far more; it reads each word in isolation, and the principal components
of its states are the vectors.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor

from models.training.network import Encoder, Shape, load_bert
from models.training.settings import base_model
from stanza.models.common.pretrain import Pretrain, PretrainedWordVocab

DIMENSIONS = 80
_MAX_WORDS = 24_000
_LAYERS = (0, 3, 6)  # spelling and class of a word, its syntax, its meaning
_BATCH = 256
_MIN_COUNT = 3


def vocabulary(known: Iterable[str], text: Iterable[str]) -> list[str]:
    """Return the words that get a vector, in lower case.

    The words that occur at least three times in the texts come first, by frequency, then those
    that the encoder knows as one piece.
    """
    counts = Counter(word.lower() for word in text)
    words = [word for word, count in counts.most_common() if count >= _MIN_COUNT]
    pieces = [piece for piece in known if piece.isalpha() and piece.isascii() and len(piece) > 1]
    return list(dict.fromkeys([*words, *pieces]))[:_MAX_WORDS]


def write_vectors(path: Path, text: Iterable[str]) -> None:
    """Write vectors for the words of ``text`` and those the encoder knows, in Stanza's format."""
    folder = base_model()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    pieces = sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
    words = vocabulary((piece for piece, _ in pieces), text)
    encoder = Encoder(Shape(columns=(), branches=1))
    load_bert(encoder, load_file(folder / "model.safetensors"))
    states = _states(encoder.eval(), tokenizer, words)
    vectors = torch.zeros(len(words) + 4, DIMENSIONS)  # padding, unknown, empty, root come first
    vectors[4:] = rounded(components(states, DIMENSIONS))
    pretrain = Pretrain(str(path), save_to_file=False)
    pretrain._vocab, pretrain._emb = PretrainedWordVocab(words, "en"), vectors
    pretrain.save(str(path))


def components(states: Tensor, count: int) -> Tensor:
    """Return the first principal components of the rows, scaled to an overall variance of one."""
    centred = states - states.mean(0)
    _, vectors = torch.linalg.eigh(centred.T @ centred)
    found = centred @ vectors[:, -count:].flip(1)
    # The first few components mostly reflect word frequency and would drown the others.
    found = found / found.std(0).sqrt()
    scaled: Tensor = found / found.std()
    return scaled


def rounded(values: Tensor) -> Tensor:
    """Return the values rounded to half precision, to make files compress well."""
    return values.half().float()


@torch.no_grad()
def _states(encoder: Encoder, tokenizer: Tokenizer, words: Sequence[str]) -> Tensor:
    order = sorted(range(len(words)), key=lambda i: len(words[i]))
    found = torch.zeros(len(words), 384 * len(_LAYERS))
    for start in range(0, len(order), _BATCH):
        batch = order[start : start + _BATCH]
        ids = [tokenizer.encode(words[i]).ids for i in batch]
        longest = max(map(len, ids))
        pieces = torch.tensor([one + [0] * (longest - len(one)) for one in ids])
        mask = torch.tensor([[i < len(one) for i in range(longest)] for one in ids])
        inner = mask.clone()
        inner[:, 0] = False
        inner[torch.arange(len(ids)), mask.sum(1) - 1] = False  # without [CLS] and [SEP]
        found[torch.tensor(batch)] = _read(encoder, pieces, mask, inner)
    return found


def _read(encoder: Encoder, pieces: Tensor, mask: Tensor, inner: Tensor) -> Tensor:
    x = encoder.norm(encoder.word(pieces) + encoder.position(torch.arange(pieces.shape[1])))
    attention_mask = torch.zeros(mask.shape).masked_fill(~mask, -1e4)[:, None, None, :]
    weights = inner.float() / inner.sum(1, keepdim=True).clamp(min=1)
    kept = []
    for number in range(len(encoder.layers) + 1):
        if number:
            x = encoder.layers[number - 1](x, attention_mask)
        if number in _LAYERS:
            mean = (x * weights[..., None]).sum(1)
            kept.append(torch.nn.functional.normalize(mean, dim=1))
    return torch.cat(kept, dim=1)
