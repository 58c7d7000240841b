from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="needs torch: make test-stanza installs it")
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence  # noqa: E402

from models.stanza.lstm import padded_lstms  # noqa: E402


@pytest.mark.parametrize("bidirectional", [False, True])
@pytest.mark.parametrize("lengths", [[5, 3, 1], [2, 5, 4], [3, 1, 5, 2] * 8])
def test_padded_and_packed_lstms_give_the_same_results(
    bidirectional: bool, lengths: list[int]
) -> None:
    torch.manual_seed(0)
    lstm = torch.nn.LSTM(4, 6, num_layers=2, bidirectional=bidirectional)
    x = torch.randn(5, len(lengths), 4)
    state = tuple(torch.randn(4 if bidirectional else 2, len(lengths), 6) for _ in range(2))
    gradients, outputs, hidden = [], [], []
    for is_padded in (False, True):
        packed = pack_padded_sequence(x, torch.tensor(lengths), enforce_sorted=False)
        lstm.zero_grad()
        if is_padded:
            with padded_lstms():
                read, (last, _) = lstm(packed, state)
        else:
            read, (last, _) = lstm(packed, state)
        out, _ = pad_packed_sequence(read)
        (out**2).sum().backward()
        outputs.append(out.detach())
        hidden.append(last.detach())
        gradients.append([weight.grad.clone() for weight in lstm.parameters()])
    assert torch.allclose(*outputs, atol=1e-6)
    assert torch.allclose(*hidden, atol=1e-6)
    for one, other in zip(*gradients, strict=True):
        assert torch.allclose(one, other, atol=1e-4)
