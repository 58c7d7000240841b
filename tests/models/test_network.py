"""The network ignores padding, and computes the same as BERT and a CRF."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

pytest.importorskip("torch", reason="the recipe trains with torch")
pytest.importorskip("tokenizers", reason="the recipe splits words with tokenizers")

import torch
from torch import Tensor, nn

from models.training.checkpoint import chain_of
from models.training.network import ROLES, TAGS, Chain, Drop, Encoder, Network, Shape, load_bert
from quotex.quotations.model import around
from quotex.quotations.model.features import COLUMNS
from tests.models.tiny import SHAPE, VOCABULARY, bert_weights, network


def inputs(lengths: list[int], seed: int = 3) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return pieces, columns, mask and first pieces of windows, with random padding."""
    source = torch.Generator().manual_seed(seed)
    longest = max(lengths)
    pieces = torch.randint(len(VOCABULARY), (len(lengths), longest), generator=source)
    columns = torch.randint(3, (len(lengths), longest, len(COLUMNS)), generator=source)
    mask = torch.arange(longest) < torch.tensor(lengths)[:, None]
    first = torch.arange(1, min(lengths) - 1).expand(len(lengths), -1)
    return pieces, columns, mask, first


def test_a_shape_survives_json() -> None:
    assert Shape.from_dict(SHAPE.to_dict()) == SHAPE
    assert Shape.from_dict({**SHAPE.to_dict(), "columns": list(SHAPE.columns)}) == SHAPE


def test_roles_match_the_detectors() -> None:
    assert ROLES == around.ROLES
    assert 2 * (len(ROLES) - 1) + 1 == TAGS


def test_the_encoder_never_reads_padding() -> None:
    encoder = network().eval().encoder
    pieces, columns, mask, first = inputs([12, 7])
    together = encoder(pieces, columns, mask, first)
    alone = encoder(pieces[1:, :7], columns[1:, :7], None, first[1:])
    torch.testing.assert_close(together[1], alone[0], atol=1e-5, rtol=1e-4)
    other = pieces.clone()
    other[1, 7:] = 1
    torch.testing.assert_close(encoder(other, columns, mask, first)[1], together[1])


def test_the_encoder_reads_every_column() -> None:
    encoder = network().eval().encoder
    pieces, columns, mask, first = inputs([8])
    columns = torch.zeros_like(columns)
    before = encoder(pieces, columns, mask, first)
    for number in range(len(COLUMNS)):
        changed = columns.clone()
        changed[0, 2, number] = 1
        assert not torch.allclose(encoder(pieces, changed, mask, first), before, atol=1e-6)


def test_the_second_look_never_reads_padding() -> None:
    look = network().eval().look
    source = torch.Generator().manual_seed(4)
    words = torch.randn(2, 9, SHAPE.width, generator=source)
    cue = torch.randn(2, SHAPE.width, generator=source)
    features = torch.randint(3, (2, 9, 3), generator=source)
    mask = torch.arange(9) < torch.tensor([9, 5])[:, None]
    place = torch.tensor([8, 2])
    roles, valid, senses = look(words, cue, place, features, mask)
    assert roles.shape == (2, 9, len(ROLES))
    assert valid.shape == (2,)
    assert senses.shape == (2, SHAPE.senses)
    alone = look(words[1:, :5], cue[1:], place[1:], features[1:, :5], mask[1:, :5])
    torch.testing.assert_close(roles[1, :5], alone[0][0], atol=1e-5, rtol=1e-4)
    torch.testing.assert_close(valid[1:], alone[1], atol=1e-5, rtol=1e-4)
    torch.testing.assert_close(senses[1:], alone[2])


def reference(weights: dict[str, Tensor], pieces: Tensor) -> Tensor:
    """Compute a small BERT with torch's own layers."""
    layer = nn.TransformerEncoderLayer(
        32, 2, 64, 0.0, activation="gelu", layer_norm_eps=1e-12, batch_first=True
    )
    under = "encoder.layer.0."
    three = [f"{under}attention.self.{part}." for part in ("query", "key", "value")]
    state = {
        "self_attn.in_proj_weight": torch.cat([weights[name + "weight"] for name in three]),
        "self_attn.in_proj_bias": torch.cat([weights[name + "bias"] for name in three]),
    }
    for mine, theirs in (
        ("self_attn.out_proj", "attention.output.dense"),
        ("norm1", "attention.output.LayerNorm"),
        ("linear1", "intermediate.dense"),
        ("linear2", "output.dense"),
        ("norm2", "output.LayerNorm"),
    ):
        for part in ("weight", "bias"):
            state[f"{mine}.{part}"] = weights[f"{under}{theirs}.{part}"]
    layer.load_state_dict(state)
    embedded = (
        weights["embeddings.word_embeddings.weight"][pieces]
        + weights["embeddings.position_embeddings.weight"][: pieces.shape[1]]
        + weights["embeddings.token_type_embeddings.weight"][0]
    )
    name = "embeddings.LayerNorm"
    scale, shift = weights[f"{name}.weight"], weights[f"{name}.bias"]
    normed = nn.functional.layer_norm(embedded, (32,), scale, shift, 1e-12)
    return layer.train()(normed)  # type: ignore[no-any-return]


def test_the_encoder_with_pretrained_weights_computes_as_bert() -> None:
    weights = bert_weights()
    encoder = Encoder(SHAPE).eval()
    load_bert(encoder, weights)
    for column in encoder.columns:
        nn.init.zeros_(column.weight)  # type: ignore[arg-type]
    pieces, columns, mask, _ = inputs([11])
    everything = torch.arange(11)[None]
    found = encoder(pieces, columns, mask, everything)
    torch.testing.assert_close(found, reference(weights, pieces), atol=1e-5, rtol=1e-4)


def drawn_chain(seed: int) -> tuple[Chain, Tensor]:
    torch.manual_seed(seed)
    chain = Chain()
    for part in chain.parameters():
        nn.init.normal_(part)
    return chain.requires_grad_(False), torch.randn(3, 4, len(ROLES))


@pytest.mark.parametrize("seed", range(5))
def test_the_loss_sums_over_all_paths(seed: int) -> None:
    chain, scores = drawn_chain(seed)
    lengths = [4, 1, 3]
    mask = torch.arange(4) < torch.tensor(lengths)[:, None]
    roles = torch.randint(len(ROLES), (3, 4)) * mask
    loss = chain.loss(scores, roles, mask)
    for row, length in enumerate(lengths):
        total = {}
        for path in product(range(len(ROLES)), repeat=length):
            steps = sum(float(chain.step[a, b]) for a, b in pairwise(path))
            shown = sum(float(scores[row, at, role]) for at, role in enumerate(path))
            total[path] = float(chain.start[path[0]]) + float(chain.end[path[-1]]) + steps + shown
        ways = torch.tensor(list(total.values())).logsumexp(0)
        expected = float(ways) - total[tuple(roles[row, :length].tolist())]
        assert float(loss[row]) == pytest.approx(expected, abs=1e-4)


def test_the_detectors_chain_finds_the_path_of_least_loss() -> None:
    chain, scores = drawn_chain(9)
    whole = Network(SHAPE)
    whole.chain.load_state_dict(chain.state_dict())
    best = chain_of(whole).best(scores.numpy(), np.array([4, 4, 4]))
    mask = torch.ones(3, 4, dtype=torch.bool)
    least = chain.loss(scores, torch.from_numpy(best), mask)
    for path in product(range(len(ROLES)), repeat=4):
        assert (chain.loss(scores, torch.tensor([path] * 3), mask) >= least - 1e-4).all()


@pytest.mark.parametrize(("rate", "training"), [(0.0, True), (0.5, False)])
def test_without_dropout_the_input_is_unchanged(rate: float, training: bool) -> None:
    x = torch.randn(3, 5)
    assert Drop(rate).train(training)(x) is x


def test_dropout_zeroes_the_given_share() -> None:
    torch.manual_seed(0)
    drop = Drop(0.25).train()
    x = torch.ones(50, 400)
    found = drop(x)
    assert found.unique().tolist() == [0.0, pytest.approx(1 / 0.75)]
    assert float(found.mean()) == pytest.approx(1, abs=0.02)
    assert not torch.equal(drop(x), found)


def test_the_initial_cue_probability_is_low() -> None:
    assert float(torch.sigmoid(network().encoder.anchor.bias.detach())) == pytest.approx(
        0.03, abs=0.01
    )
