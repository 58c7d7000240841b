"""Makes LSTMs train many times faster on a CPU, with the same results.

With packed sequences, torch slices the whole batch at each step, and the backward pass of each
slice fills a tensor the size of the whole batch, which makes the time grow with the square of the
length. Padded sequences are not sliced. Here each direction therefore runs over padded sequences;
for the backward direction each sequence is reversed within its own length.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import PackedSequence, pack_padded_sequence, pad_packed_sequence

_State = tuple[Tensor, Tensor]
_GROUPS, _SMALLEST_GROUP = 6, 8


@contextmanager
def padded_lstms() -> Iterator[None]:
    """Make every LSTM read packed sequences as padded ones; its final cell states are zeros."""
    original: Callable[..., Any] = nn.LSTM.forward

    def forward(self: nn.LSTM, read: Any, state: _State | None = None) -> Any:
        if not isinstance(read, PackedSequence) or self.proj_size:
            return original(self, read, state)
        return _over_padded(self, read, state)

    nn.LSTM.forward = forward  # type: ignore[method-assign]
    try:
        yield
    finally:
        nn.LSTM.forward = original  # type: ignore[method-assign]


def _over_padded(lstm: nn.LSTM, read: PackedSequence, state: _State | None) -> Any:
    x, lengths = pad_packed_sequence(read)
    if state is None:
        directions = 2 if lstm.bidirectional else 1
        empty = x.new_zeros(lstm.num_layers * directions, x.shape[1], lstm.hidden_size)
        state = (empty, empty)
    # Group sequences of similar length, or most of the input would be padding.
    order = torch.argsort(lengths)
    size = max(_SMALLEST_GROUP, -(-len(order) // _GROUPS))
    outs, lasts = [], []
    for group in order.split(size):
        longest = int(lengths[group].max())
        begin = (state[0][:, group], state[1][:, group])
        out, last = _layers(lstm, x[:longest, group], lengths[group], begin)
        outs.append(nn.functional.pad(out, (0, 0, 0, 0, 0, x.shape[0] - longest)))
        lasts.append(last)
    back = torch.argsort(order)
    joined, hidden = torch.cat(outs, dim=1)[:, back], torch.cat(lasts, dim=1)[:, back]
    packed = pack_padded_sequence(joined, lengths, enforce_sorted=read.sorted_indices is None)
    return packed, (hidden, torch.zeros_like(hidden))


def _layers(lstm: nn.LSTM, x: Tensor, lengths: Tensor, state: _State) -> tuple[Tensor, Tensor]:
    """Return the states [positions, sequences, width] and those at the end of each sequence."""
    reversal = _reversal_index(lengths, x.shape[0])
    directions = 2 if lstm.bidirectional else 1
    last = []
    for layer in range(lstm.num_layers):
        if layer and lstm.dropout:
            x = nn.functional.dropout(x, lstm.dropout, lstm.training)
        outs = []
        for direction in range(directions):
            number = layer * directions + direction
            begin = tuple(part[number : number + 1].contiguous() for part in state)
            out = _one_direction(lstm, number, _reorder(reversal, x) if direction else x, begin)
            last.append(out[lengths - 1, torch.arange(x.shape[1])])
            outs.append(_reorder(reversal, out) if direction else out)
        x = torch.cat(outs, dim=-1)
    return x, torch.stack(last)


def _one_direction(lstm: nn.LSTM, number: int, x: Tensor, begin: tuple[Tensor, ...]) -> Tensor:
    count = len(lstm._flat_weights) // (lstm.num_layers * (2 if lstm.bidirectional else 1))
    weights = lstm._flat_weights[number * count : (number + 1) * count]
    found: Tensor = torch._VF.lstm(  # type: ignore[attr-defined]
        x, begin, weights, lstm.bias, 1, 0.0, lstm.training, False, False
    )[0]
    return found


def _reversal_index(lengths: Tensor, longest: int) -> Tensor:
    """Return, for each position of each sequence, the position that reversing puts there."""
    places = torch.arange(longest)[:, None]
    return torch.where(places < lengths[None], lengths[None] - 1 - places, places)


def _reorder(places: Tensor, x: Tensor) -> Tensor:
    return x.gather(0, places[..., None].expand_as(x))
